"""A cluster's regulation for one year: begun, drafted by the head, adopted by the members, opened again."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clusters.membership.actions.years import locked_open_year
from clusters.membership.models.cluster import ClusterYear
from clusters.membership.models.members import sat_in
from clusters.membership.rules.half_years import WHOLE_YEAR
from clusters.regulation.actions.origins import PARTICULARS, Origin, fill
from clusters.regulation.models.pure import pure_scheme
from clusters.regulation.models.scheme import Scheme
from clusters.regulation.rules.flow import FLOW, SchemeCase, SchemeHindrance
from clusters.regulation.rules.scoring.faults import faults
from clusters.regulation.rules.terms import SchemeState
from clusters.regulation.words import fault_in_words, titles_of
from emulation.core import clock
from emulation.core.actions.audit import record
from emulation.core.actions.marks import refuse_if_changed
from emulation.core.actions.refusals import refusing_conflicts, require_reason
from emulation.core.actor import Actor
from emulation.core.dates import format_date
from emulation.core.errors import Refusal

HINDRANCES = {
    SchemeHindrance.FAULTY: gettext_lazy("The regulation does not add up yet. Mend what is named, then adopt it."),
    SchemeHindrance.SCORED: gettext_lazy("Members are already scored by this regulation, so it no longer changes."),
}


@transaction.atomic
def begin_scheme(cluster_year: ClusterYear, *, origin: Origin, actor: Actor) -> Scheme:
    """By the head's officer. Refused where the year has one."""
    refuse_unless_drafter(cluster_year.pk, actor)
    cluster_year = locked_open_year(cluster_year)
    if Scheme.objects.filter(cluster_year=cluster_year).exists():
        raise Refusal(_("This year already has its regulation. Open it."))
    scheme = fill(cluster_year, origin)
    record(
        actor,
        "clusters.begin_scheme",
        scheme,
        after={"origin": origin.value, "copied_from": str(scheme.copied_from or "")},
    )
    return scheme


@transaction.atomic
def change_scheme(scheme: Scheme, *, seen="", actor: Actor, **particulars) -> Scheme:
    scheme = locked_draft(scheme, actor)
    refuse_if_changed(scheme, PARTICULARS, seen)
    before = {name: getattr(scheme, name) for name in PARTICULARS}
    for name in PARTICULARS:
        setattr(scheme, name, particulars.get(name, getattr(scheme, name)))
    after = {name: getattr(scheme, name) for name in PARTICULARS}
    if before == after:
        return scheme
    with refusing_conflicts(Scheme):
        scheme.save()
    record(actor, "clusters.change_scheme", scheme, before=before, after=after)
    return scheme


@transaction.atomic
def adopt_scheme(scheme: Scheme, *, on: date, votes_for: int, votes_cast: int, document="", actor: Actor) -> Scheme:
    """By the head's approver: `votes_for` of `votes_cast` members adopted it on the day `on`."""
    scheme = _walked(scheme, "adopt", actor)
    members = sat_in(scheme.cluster_year, WHOLE_YEAR).count()
    if votes_cast > members:
        raise Refusal(
            _("The cluster has %(members)s members this year, so no more than that can vote.") % {"members": members},
            field="votes_cast",
        )
    if votes_for > votes_cast:
        raise Refusal(_("There are more votes for than members voting. Correct one of the two."), field="votes_for")
    if votes_for * 2 <= votes_cast:
        raise Refusal(
            _("%(votes)s of %(cast)s is no majority, so the regulation is not adopted.")
            % {"votes": votes_for, "cast": votes_cast},
            field="votes_for",
        )
    if on > clock.today():
        raise Refusal(
            _("%(day)s is still to come. Record the adoption once the members have voted.") % {"day": format_date(on)},
            field="on",
        )
    if on.year < scheme.cluster_year.year - 1:
        raise Refusal(
            _("%(day)s is more than a year before the year %(year)s. Correct the day.")
            % {"day": format_date(on), "year": scheme.cluster_year.year},
            field="on",
        )
    scheme.state = SchemeState.ADOPTED
    scheme.adopted_on, scheme.votes_for, scheme.votes_cast, scheme.document = on, votes_for, votes_cast, document
    with refusing_conflicts(Scheme):
        scheme.save()
    record(
        actor,
        "clusters.adopt_scheme",
        scheme,
        before={"state": SchemeState.DRAFT},
        after={"state": scheme.state, "on": on, "for": votes_for, "cast": votes_cast, "document": document},
    )
    return scheme


@transaction.atomic
def reopen_scheme(scheme: Scheme, *, why: str, actor: Actor) -> Scheme:
    """By the head's approver, as long as nobody is scored by it; it has to be adopted anew."""
    scheme = _walked(scheme, "reopen", actor)
    require_reason(why)
    before = {"state": scheme.state, "on": scheme.adopted_on, "for": scheme.votes_for, "cast": scheme.votes_cast}
    scheme.state = SchemeState.DRAFT
    scheme.adopted_on = scheme.votes_for = scheme.votes_cast = None
    scheme.save()
    record(actor, "clusters.reopen_scheme", scheme, before=before, after={"state": scheme.state}, why=why)
    return scheme


def faults_of(scheme: Scheme):
    """Asks for the lines anew."""
    scheme = Scheme.objects.with_lines().get(pk=scheme.pk)
    return faults(pure_scheme(scheme))


def case_of(scheme: Scheme) -> SchemeCase:
    scored = ClusterYear.objects.filter(pk=scheme.cluster_year_id, scoring__isnull=False).exists()
    return SchemeCase(faults=len(faults_of(scheme)), is_scored=scored)


def refuse_unless_drafter(cluster_year_id: int, actor: Actor) -> None:
    if cluster_year_id not in actor.headed_entered:
        raise Refusal(_("Only an officer of the head of the cluster drafts its regulation."))


def locked_draft(scheme: Scheme, actor: Actor) -> Scheme:
    """The draft under lock, for the head's officer."""
    refuse_unless_drafter(scheme.cluster_year_id, actor)
    scheme = _locked(scheme)
    if scheme.state != SchemeState.DRAFT:
        raise Refusal(_("The regulation is adopted and no longer changes, unless the head's approver opens it again."))
    return scheme


def _walked(scheme: Scheme, name: str, actor: Actor) -> Scheme:
    if scheme.cluster_year_id not in actor.headed_approved:
        raise Refusal(_("This step is for the approver of the head of the cluster."))
    scheme = _locked(scheme)
    if not FLOW.leads_from(scheme.state, name):
        raise Refusal(
            _("The regulation is in the state “%(state)s”, so this is no longer possible. Look at it again.")
            % {"state": scheme.get_state_display()}
        )
    reason = FLOW.step(name).hindrance(case_of(scheme))
    if reason is not None:
        named = _first_fault(scheme) if reason is SchemeHindrance.FAULTY else ""
        raise Refusal(f"{HINDRANCES[reason]} {named}".strip())
    return scheme


def _first_fault(scheme: Scheme) -> str:
    scheme = Scheme.objects.with_lines().get(pk=scheme.pk)
    return fault_in_words(faults(pure_scheme(scheme))[0], titles_of(scheme))


def _locked(scheme: Scheme) -> Scheme:
    locked_open_year(scheme.cluster_year)
    return Scheme.objects.select_for_update(of=("self",)).select_related("cluster_year__cluster").get(pk=scheme.pk)
