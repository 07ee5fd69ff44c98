"""Exchanges, inspections and joint work of a cluster, entered by the head's officer; they feed the cluster's report."""

from django.db import transaction
from django.utils.translation import gettext as _

from clusters.conferences.models.activity import Activity
from clusters.membership.actions.years import locked_open_year
from clusters.membership.models.cluster import ClusterYear
from clusters.membership.models.members import sat_in
from clusters.membership.rules.half_years import WHOLE_YEAR
from clusters.organisations.models.organisation import Organisation
from emulation.core import clock
from emulation.core.actions.audit import record
from emulation.core.actions.refusals import require_reason
from emulation.core.actor import Actor
from emulation.core.dates import format_date
from emulation.core.errors import Refusal
from emulation.core.text import squash


@transaction.atomic
def set_activity(cluster_year: ClusterYear, activity: Activity | None, *, actor: Actor, **entered) -> Activity:
    """`entered`: kind, subject, held_on, place, organiser, result. A new one where `activity` is None."""
    cluster_year = _locked_year(cluster_year, actor)
    organiser: Organisation | None = entered["organiser"]
    if entered["held_on"].year != cluster_year.year:
        raise Refusal(
            _("%(day)s is not a day of %(year)s; choose a day of the cluster year.")
            % {"day": format_date(entered["held_on"]), "year": cluster_year.year},
            field="held_on",
        )
    if organiser and not sat_in(cluster_year, WHOLE_YEAR).filter(pk=organiser.pk).exists():
        raise Refusal(
            _("%(unit)s is no member of the cluster in %(year)s; choose a member, or the cluster itself.")
            % {"unit": organiser, "year": cluster_year.year},
            field="organiser",
        )
    before = None
    if activity is None:
        activity = Activity(cluster_year=cluster_year)
    else:
        activity = Activity.objects.select_for_update(of=("self",)).get(pk=activity.pk, cluster_year=cluster_year)
        _refuse_struck_out(activity)
        before = _said(activity)
    activity.kind = entered["kind"]
    activity.subject = squash(entered["subject"])
    activity.held_on = entered["held_on"]
    activity.place = squash(entered["place"])
    activity.organiser = organiser
    activity.result = entered["result"].strip()
    activity.save()
    _record(actor, "set_activity", activity, before=before, after=_said(activity))
    return activity


@transaction.atomic
def strike_out_activity(activity: Activity, *, why: str, actor: Actor) -> Activity:
    """Entered by mistake, or not held: no longer shown or reported, and kept."""
    cluster_year = _locked_year(activity.cluster_year, actor)
    require_reason(why)
    activity = Activity.objects.select_for_update(of=("self",)).get(pk=activity.pk, cluster_year=cluster_year)
    _refuse_struck_out(activity)
    activity.withdrawn_at = clock.now()
    activity.save(update_fields=["withdrawn_at"])
    _record(actor, "strike_out_activity", activity, before=_said(activity), why=why)
    return activity


def _locked_year(cluster_year: ClusterYear, actor: Actor) -> ClusterYear:
    if not actor.may("write", cluster_year, subject="conference_draft"):
        raise Refusal(_("Only an officer of the head of the cluster enters its activities."))
    return locked_open_year(cluster_year)


def _refuse_struck_out(activity: Activity) -> None:
    if activity.withdrawn_at is not None:
        raise Refusal(_("This activity was struck out; enter it anew."))


def _said(activity: Activity) -> dict:
    return {
        "kind": activity.kind,
        "subject": activity.subject,
        "held_on": format_date(activity.held_on),
        "place": activity.place,
        "organiser": str(activity.organiser or ""),
        "result": activity.result,
    }


def _record(actor: Actor, verb, activity, **said) -> None:
    record(
        actor,
        f"clusters.{verb}",
        activity,
        organisation_id=activity.cluster_year.cluster.owner_id,
        **said,
    )
