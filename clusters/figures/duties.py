"""Sheets of half-year figures that are asked for now: to enter, to approve, to accept."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from clusters.figures.models.dates import SheetTerm
from clusters.figures.models.figure import FigureSheet
from clusters.figures.models.table import MemberSheetState, standings
from clusters.figures.rules.terms import SheetState
from clusters.indicators.models.indicator import Indicator
from clusters.indicators.rules.terms import Derivation
from clusters.indicators.words import half_in_words
from clusters.membership.models.cluster import ClusterYear
from clusters.membership.models.heads import own_open_years
from clusters.membership.rules.half_years import half_in_question, span
from emulation.core.actor import Actor
from emulation.core.block_words import words_of
from emulation.core.duty import Duty, DutyKind, Progress, about

A_MONTH = timedelta(days=31)


class FigureDuty(DutyKind):
    ENTER = "figures.enter"
    MEND = "figures.mend"
    APPROVE = "figures.approve"
    ACCEPT = "figures.accept"


ENTERED = (FigureDuty.ENTER, FigureDuty.MEND)


@dataclass(frozen=True)
class Task:
    """What is to be done with one sheet; `title` has places for the member and the half-year in words."""

    kind: FigureDuty
    title: str
    why: str
    organisation: int | None


def figure_duties(actor: Actor, on: date) -> list[Duty]:
    """Sheets that are asked for now, or that were begun in a year that is still open: to enter, to approve, to accept.
    Asked for are those of the person's own years and of those it heads; a keeper's years, which it reads as well, are
    their heads' task."""
    if not (actor.own or actor.headed):
        return []
    read = actor.joined | actor.headed
    years = [one for one in own_open_years(actor, on) if one.pk in read]
    terms = _terms(years)
    sheets = _begun(years, on)
    found = []
    asked: set[tuple[int, int]] = set()
    lately = [one for one in years if one.year in (on.year - 1, on.year)]
    for (year, half), due in _asked_now(lately, terms, on).items():
        asked |= {(one.pk, half) for one, _last in due}
        due_on = {one.pk: (one, last) for one, last in due}
        for pk, members in standings([one for one, _last in due], year, half, sheets=sheets).items():
            cluster_year, last = due_on[pk]
            found += [_duty_in_words(actor, cluster_year, half, one, last) for one in members]
    found += _left_open(actor, on, {one.pk: one for one in years}, sheets, asked, terms)
    return _with_progress([duty for duty in found if duty], {one.pk: one for one in years}, sheets)


def _begun(years: list[ClusterYear], on: date) -> list[FigureSheet]:
    """Of the last two years all of members' sheets, of those before what is not accepted yet."""
    sheets = FigureSheet.objects.filter(cluster_year__in=years, organisation__isnull=False).with_answered()
    asked_for = Q(cluster_year__year__in=(on.year - 1, on.year))
    return list(sheets.filter(asked_for | ~Q(state=SheetState.ACCEPTED)).select_related("organisation"))


def _left_open(
    actor: Actor,
    on: date,
    years: dict[int, ClusterYear],
    sheets: list[FigureSheet],
    asked: set[tuple[int, int]],
    terms: dict[int, list[SheetTerm]],
) -> Iterator[Duty | None]:
    """Sheets of other spans that somebody began and that are not accepted yet: their steps are still to be taken. What
    is entered before its span is over can wait."""
    for sheet in sorted(sheets, key=lambda one: (years[one.cluster_year_id].year, one.half, one.organisation.sort_key)):
        cluster_year = years[sheet.cluster_year_id]
        is_early = sheet.state == SheetState.DRAFT and on < span(cluster_year.year, sheet.half).end
        if is_early or (cluster_year.pk, sheet.half) in asked:
            continue
        due_on = next((term.due_on for term in terms.get(cluster_year.pk, ()) if term.half == sheet.half), None)
        member = MemberSheetState(sheet.organisation, SheetState(sheet.state), sheet.pk)
        yield _duty_in_words(actor, cluster_year, sheet.half, member, due_on)


def _with_progress(found: list[Duty], years: dict[int, ClusterYear], sheets: Iterable[FigureSheet]) -> list[Duty]:
    """How far sheets are that are entered or mended: one question for all, none where there is no such sheet."""
    begun = {about(one): one for one in sheets}
    entered = {duty.subject: begun[duty.subject] for duty in found if duty.kind in ENTERED and duty.subject in begun}
    if not entered:
        return found
    clusters = {one.cluster_id for one in years.values()}
    common = Q(cluster__isnull=True)
    indicators = list(Indicator.objects.filter(common | Q(cluster__in=clusters)))

    def progress(sheet: FigureSheet) -> Progress:
        year = years[sheet.cluster_year_id]
        of_the_span = [one for one in indicators if one.during.overlaps(span(year.year, sheet.half))]
        asked = [one for one in of_the_span if one.cluster_id == year.cluster_id]
        if not (year.cluster.is_block and asked):
            asked += [one for one in of_the_span if one.cluster_id is None]
        number = sum(one.derivation != Derivation.BY_HEAD for one in asked)
        return Progress(min(sheet.answered, number), number)

    return [
        replace(duty, progress=progress(entered[duty.subject])) if duty.subject in entered else duty for duty in found
    ]


def _terms(years: list[ClusterYear]) -> dict[int, list[SheetTerm]]:
    terms: dict[int, list[SheetTerm]] = {}
    for term in SheetTerm.objects.filter(cluster_year__in=years):
        terms.setdefault(term.cluster_year_id, []).append(term)
    return terms


def _duty_in_words(
    actor: Actor, cluster_year: ClusterYear, half: int, member: MemberSheetState, due_on: date | None
) -> Duty | None:
    """Of a block's year in a block's words."""
    with words_of(is_block=cluster_year.cluster.is_block):
        return _duty(actor, cluster_year, half, member, due_on)


def _duty(
    actor: Actor, cluster_year: ClusterYear, half: int, one: MemberSheetState, due_on: date | None
) -> Duty | None:
    """Of a sheet that is not begun the duty is about the cluster's year."""
    sheet = FigureSheet(pk=one.sheet_id, cluster_year=cluster_year, organisation=one.member, state=one.state)
    task = _task(actor, sheet, cluster_year.head_id)
    if task is None:
        return None
    return Duty(
        kind=task.kind,
        title=task.title % {"member": one.member, "half": half_in_words(half, cluster_year.year)},
        url=reverse("clusters:figure-sheet", args=[cluster_year.pk, half, one.member.pk]),
        why=task.why,
        due=due_on,
        subject=about(cluster_year if one.sheet_id is None else sheet),
        organisation=task.organisation,
    )


def _asked_now(
    years: list[ClusterYear], terms: dict[int, list[SheetTerm]], on: date
) -> dict[tuple[int, int], list[tuple[ClusterYear, date | None]]]:
    """{(year, span): [(cluster year, last day to be on time)]}. Where the head set days for a year, the spans that are
    over or end within a month; else the half-year in question."""
    asked: dict[tuple[int, int], list[tuple[ClusterYear, date | None]]] = {}
    for one in years:
        for term in terms.get(one.pk, ()):
            if on >= span(one.year, term.half).end - A_MONTH:
                asked.setdefault((one.year, term.half), []).append((one, term.due_on))
        if one.pk not in terms and one.year == half_in_question(on)[0]:
            asked.setdefault(half_in_question(on), []).append((one, None))
    return asked


def _task(actor: Actor, sheet: FigureSheet, head_id: int | None) -> Task | None:
    """The step that the sheet waits for, where it is this person's."""
    if sheet.state == SheetState.DRAFT and actor.may("write", sheet):
        return Task(
            FigureDuty.ENTER,
            _("Enter the figures of %(member)s, %(half)s"),
            _("Your organisation is a member of the cluster."),
            sheet.organisation_id,
        )
    if sheet.state == SheetState.RETURNED and actor.may("write", sheet):
        return Task(
            FigureDuty.MEND,
            _("Mend the returned figures of %(member)s, %(half)s"),
            _("Remarks stand beside the cells."),
            sheet.organisation_id,
        )
    if sheet.state == SheetState.SUBMITTED and actor.may("approve", sheet):
        return Task(
            FigureDuty.APPROVE,
            _("Approve the figures of %(member)s, %(half)s"),
            _("Your officer submitted them to you."),
            sheet.organisation_id,
        )
    if sheet.state == SheetState.APPROVED and actor.may("accept", sheet):
        return Task(
            FigureDuty.ACCEPT,
            _("Accept the figures of %(member)s, %(half)s"),
            _("Your organisation is head of the cluster this year."),
            head_id,
        )
    return None
