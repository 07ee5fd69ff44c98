"""Sheets of half-year figures that are asked for now: to enter, to approve, to accept."""

from datetime import date, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from clusters.figures.models.dates import SheetTerm
from clusters.figures.models.figure import FigureSheet
from clusters.figures.models.table import standings
from clusters.figures.rules.terms import SheetState
from clusters.indicators.words import half_in_words
from clusters.membership.models.cluster import ClusterYear
from clusters.membership.rules.half_years import half_in_question, span
from emulation.core.actor import Actor
from emulation.core.duty import Duty

A_MONTH = timedelta(days=31)


def figure_duties(actor: Actor, on: date) -> list[Duty]:
    """Sheets that are asked for now: to enter, to approve, to accept. Asked for are those of the person's own years and
    of those it heads; a keeper's years, which it reads as well, are their heads' task."""
    if not (actor.own or actor.headed):
        return []
    years = ClusterYear.objects.open().filter(year__in=(on.year - 1, on.year), pk__in=actor.joined | actor.headed)
    found = []
    for (year, half), due in _asked_now(years, on).items():
        for cluster_year, members in standings([one for one, _due in due], year, half).items():
            due_on = next(last for one, last in due if one.pk == cluster_year)
            for one in members:
                sheet = FigureSheet(cluster_year_id=cluster_year, organisation=one.member, state=one.state)
                if words := _figure_task(actor, sheet):
                    title, why = words
                    title %= {"member": one.member, "half": half_in_words(half, year)}
                    url = reverse("clusters:figure-sheet", args=[cluster_year, half, one.member.pk])
                    found.append(Duty(title=title, url=url, why=why, due=due_on))
    return found


def _asked_now(years, on: date) -> dict[tuple[int, int], list[tuple[ClusterYear, date | None]]]:
    """{(year, span): [(cluster year, last day to be on time)]}. Where the head set days for a year, the spans that are
    over or end within a month; else the half-year in question."""
    terms: dict[int, list[SheetTerm]] = {}
    for term in SheetTerm.objects.filter(cluster_year__in=years):
        terms.setdefault(term.cluster_year_id, []).append(term)
    asked: dict[tuple[int, int], list[tuple[ClusterYear, date | None]]] = {}
    for one in years:
        for term in terms.get(one.pk, ()):
            if on >= span(one.year, term.half).end - A_MONTH:
                asked.setdefault((one.year, term.half), []).append((one, term.due_on))
        if one.pk not in terms and one.year == half_in_question(on)[0]:
            asked.setdefault(half_in_question(on), []).append((one, None))
    return asked


def _figure_task(actor: Actor, sheet: FigureSheet) -> tuple[str, str] | None:
    """(what, why) of the step that the sheet waits for, where it is this person's."""
    if sheet.state == SheetState.DRAFT and actor.may("write", sheet):
        return _("Enter the figures of %(member)s, %(half)s"), _("Your organisation is a member of the cluster.")
    if sheet.state == SheetState.RETURNED and actor.may("write", sheet):
        return _("Mend the returned figures of %(member)s, %(half)s"), _("Remarks stand beside the cells.")
    if sheet.state == SheetState.SUBMITTED and actor.may("approve", sheet):
        return _("Approve the figures of %(member)s, %(half)s"), _("Your officer submitted them to you.")
    if sheet.state == SheetState.APPROVED and actor.may("accept", sheet):
        return _("Accept the figures of %(member)s, %(half)s"), _("Your organisation is head of the cluster this year.")
    return None
