"""Drafts of set days that wait to be finished, told to the officers who finish them; those that were not made, told to
their makers and to the central board."""

from collections.abc import Iterator
from datetime import date

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from emulation.core.actor import CENTRAL, Actor
from emulation.core.block_words import words_of
from emulation.core.dates import format_date
from emulation.core.duty import Duty, DutyKind, about
from reports.runs.models.report import Report, ReportState
from reports.runs.models.subject import maker_of
from reports.schedule.models import DraftingDay, ScheduledDraft, period_of, periods_with_reports
from reports.schedule.rules import TOLD_FOR, Outcome, is_told_still


class ScheduleDuty(DutyKind):
    FINISH = "schedule.finish"
    UNMADE = "schedule.unmade"
    LOOK_AT = "schedule.look_at"


def schedule_duties(actor: Actor, on: date) -> Iterator[Duty]:
    if actor.is_officer:
        own = Q(cluster_year__in=actor.headed_entered) | Q(province__in=actor.entered)
        drafts = list(ScheduledDraft.objects.with_report().filter(own, on__gte=on - TOLD_FOR))
        yield from (_finishing(one) for one in _to_finish(drafts))
        yield from (_unmade(one) for one in _lacking(drafts, on))
    if actor.is_central:
        yield from _to_look_at(actor, on)


def _to_finish(drafts: list[ScheduledDraft]) -> list[ScheduledDraft]:
    """Until it is signed or put away, or another of its period is signed or made after it: then that one waits."""
    waiting = [one for one in drafts if one.report is not None and one.report.state == ReportState.DRAFT]
    if not waiting:
        return []
    subjects = Q(cluster_year__in={one.cluster_year_id for one in waiting} - {None}) | Q(
        province__in={one.province_id for one in waiting} - {None}
    )
    others = Report.objects.filter(subjects).by_units_of_then().standing().order_by("pk")
    beside = list(others.exclude(pk__in=[one.report_id for one in waiting]))
    newest = {period_of(report): report.pk for report in beside}
    signed = {period_of(report) for report in beside if report.state == ReportState.SIGNED}
    return [one for one in waiting if period_of(one) not in signed and newest.get(period_of(one), 0) < one.report_id]


def _lacking(drafts: list[ScheduledDraft], on: date) -> list[ScheduledDraft]:
    unmade = [one for one in drafts if one.state is Outcome.UNMADE and is_told_still(one.on, on)]
    made = periods_with_reports(unmade) if unmade else set()
    return [one for one in unmade if period_of(one) not in made]


def _finishing(one: ScheduledDraft) -> Duty:
    with words_of(is_block=one.cluster_year is not None and one.cluster_year.cluster.is_block):
        return Duty(
            kind=ScheduleDuty.FINISH,
            title=_("Finish the draft: %(report)s") % {"report": one.report.heading},
            url=one.report.get_absolute_url(),
            why=_(
                "Drafted by itself on the day set for it. Write its text and compare its numbers before it is signed."
            ),
            subject=about(one.report),
            organisation=one.report.organisation_id,
        )


def _unmade(one: ScheduledDraft) -> Duty:
    half = one.drafting_day.half
    page = (
        reverse("reports:new") + f"?nam={one.cluster_year_id}&ky={half}"
        if one.cluster_year is not None
        else reverse("reports:new-of-province") + f"?tinh={one.province_id}&nam={one.year}&ky={half}"
    )
    return Duty(
        kind=ScheduleDuty.UNMADE,
        title=_("Make the report yourself: %(report)s, %(name)s")
        % {"report": one.drafting_day.of_which, "name": one.name},
        url=page,
        why=_("It was to be drafted by itself on %(day)s: %(why)s") % {"day": format_date(one.on), "why": one.reason},
        subject=about(one),
        organisation=_maker_of(one),
    )


def _maker_of(one: ScheduledDraft) -> int | None:
    """None where nobody heads the cluster."""
    try:
        return maker_of(one.subject, one.on).pk
    except LookupError:
        return None


def _to_look_at(actor: Actor, on: date) -> Iterator[Duty]:
    """One for each set day."""
    recent = ScheduledDraft.objects.unmade().select_related("drafting_day", "report").filter(on__gte=on - TOLD_FOR)
    lacking = _lacking(list(recent), on)
    for day in DraftingDay.objects.filter(pk__in={one.drafting_day_id for one in lacking}):
        number = sum(one.drafting_day_id == day.pk for one in lacking)
        yield Duty(
            kind=ScheduleDuty.LOOK_AT,
            title=_("Drafts that were not made: %(day)s") % {"day": day},
            url=day.get_absolute_url(),
            why=_("Reports that were not drafted on the day set for them: %(number)s. The page says why.")
            % {"number": number},
            subject=about(day),
            organisation=actor.body_of(CENTRAL),
        )
