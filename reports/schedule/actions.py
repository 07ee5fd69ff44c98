"""Setting the days on which drafts are made, ending them, and making what is due. Each draft is begun by itself: one
that cannot be keeps no other back, and says why."""

import logging
from collections.abc import Iterator
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from clusters.membership.rules.half_years import Days
from clusters.models import ClusterYear, Organisation
from emulation.core.access import Door, allows
from emulation.core.actions.audit import record
from emulation.core.actions.jobs import reason_of
from emulation.core.actions.refusals import fitting, refusing_conflicts, require_reason
from emulation.core.actor import CENTRAL, Actor
from emulation.core.dates import format_date
from emulation.core.errors import Refusal
from emulation.core.models.fields import longest
from emulation.core.period import ONE_DAY, Period
from reports.runs.actions.by_itself import ask_by_itself
from reports.runs.actions.subjects import is_told_of, locked_subject
from reports.runs.models.kinds import entry_of
from reports.runs.models.provinces import days_of
from reports.runs.models.subject import ProvinceYear, Subject, SubjectKind
from reports.schedule.models import ROW, DraftingDay, ScheduledDraft, drafted_of
from reports.schedule.rules import Outcome, fault_of
from reports.schedule.words import FAULTS

logger = logging.getLogger(__name__)


@transaction.atomic
def set_day(
    *, kind: str, half: int, days: Days, month: int, day: int, years_after: int, since: date, basis: str, actor: Actor
) -> DraftingDay:
    """For every report of the kind and period from `since` on."""
    _require_central(actor)
    fault = fault_of(half=half, days=days, month=month, day=day, years_after=years_after)
    if fault is not None:
        field, sentence = FAULTS[fault]
        raise Refusal(str(sentence), field=field)
    found = DraftingDay(
        kind=kind,
        half=half,
        days=days,
        month=month,
        day=day,
        years_after=years_after,
        during=Period(since, None),
        legal_basis=fitting(basis, most=longest(DraftingDay, "legal_basis"), field="basis"),
    )
    with refusing_conflicts():
        found.save()
    told = {"day": str(found), "since": since, "basis": found.legal_basis}
    record(actor, "reports.set_drafting_day", found, after=told, organisation_id=actor.body_of(CENTRAL))
    return found


@transaction.atomic
def end_day(found: DraftingDay, *, last_day: date, why: str, actor: Actor, on: date) -> DraftingDay:
    """What it led to stays; the days that it was for are not undone, so it does not end in the past."""
    _require_central(actor)
    require_reason(why)
    kept = DraftingDay.objects.select_for_update().get(pk=found.pk)
    if kept.during.end is not None:
        raise Refusal(_("This day has an end already: %(day)s.") % {"day": format_date(kept.during.last_day)})
    first = max(on - ONE_DAY, kept.during.start or on)
    if last_day < first:
        raise Refusal(
            _("It can end on %(day)s at the earliest: what it led to before stays.") % {"day": format_date(first)},
            field="last_day",
        )
    kept.during = Period.of_days(kept.during.start, last_day)
    kept.save(update_fields=["during"])
    told = {"last_day": last_day}
    record(actor, "reports.end_drafting_day", kept, after=told, why=why, organisation_id=actor.body_of(CENTRAL))
    return kept


def draft_what_is_due(on: date) -> list[ScheduledDraft]:
    """Of every set day that has come, the reports of which nothing is written yet."""
    actor = Actor.system(_("The schedule of reports"))
    begun = []
    for day in DraftingDay.objects.all():
        for year in day.set_day.come_by(on):
            for subject in list(_subjects(day, year, on)):
                begun.append(_draft(day, subject, actor=actor, on=on))
    return [one for one in begun if one is not None]


def _subjects(day: DraftingDay, year: int, on: date) -> Iterator[Subject]:
    """Of open years of clusters, or of provinces that stand on the day and stood in the period; done ones left out."""
    done = ScheduledDraft.objects.filter(drafting_day=day, year=year)
    if entry_of(day.kind).of is SubjectKind.CLUSTER_YEAR:
        years = ClusterYear.objects.filter(year=year, closed_on__isnull=True).select_related("cluster")
        yield from years.exclude(pk__in=done.values("cluster_year")).order_by("pk")
        return
    for province in Organisation.objects.provinces().on(on).exclude(pk__in=done.values("province")).sorted():
        if days_of(province, year, day.half, Days(day.days)) is not None:
            yield ProvinceYear(province, year)


def _draft(day: DraftingDay, subject: Subject, *, actor: Actor, on: date) -> ScheduledDraft | None:
    """None where another worker has done it meanwhile."""
    try:
        with transaction.atomic():
            return _drafted(day, subject, actor=actor, on=on)
    except Exception as problem:  # whatever it is, the other drafts are begun
        if not isinstance(problem, Refusal):
            logger.exception("drafting day %s: %s was not begun", day.pk, subject)
        why = reason_of(problem)[: longest(ScheduledDraft, "why")]
    with transaction.atomic():
        locked_subject(subject)
        if _is_done(day, subject):
            return None
        unmade = drafted_of(day, subject, outcome=Outcome.UNMADE, why=why, on=on)
        unmade.save()
        record(actor, "reports.draft_unmade", unmade, why=why)
        return unmade


def _drafted(day: DraftingDay, subject: Subject, *, actor: Actor, on: date) -> ScheduledDraft | None:
    subject = locked_subject(subject)
    is_closed = isinstance(subject, ClusterYear) and subject.closed_on is not None
    if is_closed or _is_done(day, subject) or not is_told_of(subject, day.half, Days(day.days)):
        return None
    report = ask_by_itself(subject, day.half, days=Days(day.days), actor=actor, on=on)
    outcome = Outcome.THERE_ALREADY if report is None else Outcome.DRAFTED
    made = drafted_of(day, subject, outcome=outcome, report=report, on=on)
    made.save()
    return made


def _is_done(day: DraftingDay, subject: Subject) -> bool:
    named = drafted_of(day, subject)
    whose = {"cluster_year": named.cluster_year_id, "province": named.province_id}
    return ScheduledDraft.objects.filter(
        drafting_day=day, year=named.year, **{name: pk for name, pk in whose.items() if pk is not None}
    ).exists()


def _require_central(actor: Actor) -> None:
    if not allows(actor.relations_by_role, Door(ROW, "write")):
        raise Refusal(_("Only the central board sets the days on which reports are drafted."))
