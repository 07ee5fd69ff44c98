"""The days for a span's figures, and more time for one member: set and granted by the head of the cluster's year."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from clusters.figures.models.dates import SheetExtension, SheetTerm, dates_of
from clusters.figures.rules.dates import DatesFault, fault_in_extension, fault_in_term, last_day
from clusters.membership.actions.years import locked_open_year
from clusters.membership.models.cluster import ClusterYear
from clusters.membership.models.members import sat_in
from clusters.organisations.models.organisation import Organisation
from emulation.core import clock
from emulation.core.actions.audit import record
from emulation.core.actions.refusals import reason_of
from emulation.core.actor import Actor
from emulation.core.dates import format_date
from emulation.core.errors import Refusal

FAULTS = {
    DatesFault.LOCKS_BEFORE_DUE: lambda: _("Figures are locked on their due day or later. Change one of the two."),
    DatesFault.IS_OVER: lambda: _("That day is over, so it stays. Give members that need more time an extension."),
    DatesFault.IN_THE_PAST: lambda: _("The day is already over. Choose today, %(today)s, or a later day."),
    DatesFault.OTHER_YEAR: lambda: _("The day belongs to another year. Choose a day of %(year)s or of the year after."),
    DatesFault.SHORTENS: lambda: _("The member may send until the end of %(last)s anyway. Choose a later day."),
}


@transaction.atomic
def set_sheet_term(
    cluster_year: ClusterYear, half: int, *, due_on: date, locks_on: date, why: str = "", actor: Actor
) -> SheetTerm:
    """Both days count. A change says why, and leaves alone what is over."""
    _require_head(actor, cluster_year)
    cluster_year = locked_open_year(cluster_year)
    term = SheetTerm.objects.filter(cluster_year=cluster_year, half=half).first()
    before = None if term is None else {"due_on": term.due_on, "locks_on": term.locks_on}
    after = {"due_on": due_on, "locks_on": locks_on}
    if before == after:
        return term
    today = clock.today()
    fault = fault_in_term(due_on, locks_on, before=term, today=today, year=cluster_year.year)
    if fault is not None:
        name, reason = fault
        raise Refusal(FAULTS[reason]() % {"today": format_date(today), "year": cluster_year.year}, field=name)
    why = reason_of(why, needed=before is not None)
    term = term or SheetTerm(cluster_year=cluster_year, half=half)
    term.due_on, term.locks_on = due_on, locks_on
    term.save()
    record(actor, "clusters.set_sheet_term", term, before=before, after=after, why=why)
    return term


@transaction.atomic
def extend_sheet(
    cluster_year: ClusterYear, half: int, organisation: Organisation, *, until: date, why: str, actor: Actor
) -> SheetExtension:
    """More time for one member, `until` counting; the newest counts."""
    _require_head(actor, cluster_year)
    cluster_year = locked_open_year(cluster_year)
    why = reason_of(why, needed=True)
    if not sat_in(cluster_year, half).filter(pk=organisation.pk).exists():
        raise Refusal(
            _("%(unit)s was not a member of the cluster in this half-year, so it reports no figures here.")
            % {"unit": organisation}
        )
    dates, today = dates_of(cluster_year, half), clock.today()
    if dates.term is None:
        raise Refusal(_("No days are set for these figures, so nothing is locked. Set the days first."))
    newest = dates.extended.get(organisation.pk)
    fault = fault_in_extension(until, term=dates.term, newest=newest, today=today)
    if fault is not None:
        last = last_day(dates.term, newest)
        raise Refusal(FAULTS[fault]() % {"today": format_date(today), "last": format_date(last)}, field="until")
    extension = SheetExtension.objects.create(
        cluster_year=cluster_year,
        half=half,
        organisation=organisation,
        until=until,
        why=why,
        granted_by_name=actor.name,
        granted_at=clock.now(),
    )
    before = None if newest is None else {"last_day": newest}
    record(actor, "clusters.extend_sheet", extension, before=before, after={"last_day": until}, why=extension.why)
    return extension


def refuse_if_locked(cluster_year: ClusterYear, half: int, organisation_id: int | None) -> None:
    """Who writes and who submits asks this under the sheet's lock."""
    if organisation_id is None:
        return
    dates = dates_of(cluster_year, half)
    last = dates.last_day_of(organisation_id)
    if last is not None and dates.is_locked_for(organisation_id, clock.today()):
        raise Refusal(locked_since(last))


def locked_since(last: date) -> str:
    return _("The figures are locked since the end of %(last)s. Ask the head of the cluster for an extension.") % {
        "last": format_date(last)
    }


def _require_head(actor: Actor, cluster_year: ClusterYear) -> None:
    if not actor.may("write", cluster_year, subject="sheet_dates"):
        raise Refusal(_("Only an officer of the head of the cluster sets these days."))
