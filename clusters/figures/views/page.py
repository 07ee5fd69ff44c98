"""The page of a sheet, as the views of its cells and of its steps answer with it."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from django.shortcuts import render
from django.utils.translation import gettext as _

from clusters.figures.actions.sheets import SHEET
from clusters.figures.models.figure import Figure
from clusters.figures.models.wording import SHEET_BADGES
from clusters.figures.rules.flow import SheetCase
from clusters.figures.views.dates import crumbs_of_figures, said_dates
from clusters.figures.views.insight import Insights
from clusters.figures.views.places import AskedSheet
from clusters.figures.views.rows import lines_of
from clusters.indicators.rules.terms import READ_AS_QUANTITY, FigurePart
from clusters.indicators.words import half_in_words, part_in_words
from clusters.membership.rules.half_years import WHOLE_YEAR
from emulation.core.actions.walk import StepOffer, offers_of
from emulation.core.actor import Actor


def progress_of(figures: Iterable[Figure], indicators: Collection[int], insights: Insights) -> dict:
    """`indicators`: those asked for, in their order; `gap`: the cell to fill or to mend first, empty where none is."""
    found = {figure.indicator_id: figure for figure in figures}
    answered = sum(figure.is_answered for figure in found.values())
    gaps = (gap_of(found.get(pk), is_unexplained=pk in insights.unexplained) for pk in indicators)
    return {
        "unexplained": len(insights.unexplained),
        "answered": answered,
        "asked": len(indicators),
        "unanswered": len(indicators) - answered,
        "troubled": sum(figure.is_unreadable for figure in found.values()),
        "gap": next((f"{pk}-{part}" for pk, part in zip(indicators, gaps, strict=True) if part), ""),
    }


def gap_of(figure: Figure | None, *, is_unexplained: bool) -> FigurePart | None:
    """What of one indicator keeps the figures from being handed in."""
    if figure is None or not figure.is_answered:
        return FigurePart.VALUE
    unreadable = [
        part
        for part in FigurePart
        if part in READ_AS_QUANTITY and figure.text_of(part) and not figure.quantity_of(part)
    ]
    return unreadable[0] if unreadable else FigurePart.NOTE if is_unexplained else None


def figure_page(request, place: AskedSheet, *, stuck=None, said=None, why="", status=200):
    """`stuck`: {cell key: cell} that could not be saved. `said`, `why`: remarks of a return that was refused."""
    lines, insights = lines_of(place, scored=request.actor.may("read", place.record, subject="figures_points"))
    figures = [line.figure for line in lines if line.figure]
    progress = progress_of(figures, [line.indicator.pk for line in lines], insights)
    may_write = place.is_writable and request.actor.may("write", place.record)
    if stuck:
        lines = [replace(line, cells=tuple(stuck.get(cell.key, cell) for cell in line.cells)) for line in lines]
    if said:
        lines = [replace(line, said=said.get(line.figure.pk, "") if line.figure else "") for line in lines]
    offers = offered_steps(request.actor, place, progress)
    may_return = offers.get("return_to_officer") or offers.get("return_to_member")
    steps = list(place.sheet.steps.all()) if place.sheet else []
    return render(
        request,
        "clusters/figures/sheet.html",
        {
            "place": place,
            "crumbs": crumbs_of_figures(place.cluster_year, place.half),
            "half_in_words": half_in_words(place.half, place.cluster_year.year),
            "status": SHEET_BADGES[place.state],
            "parts": [part_in_words(part, place.half) for part in FigurePart],
            "is_year": place.half == WHOLE_YEAR,
            "insights": insights,
            "lines": lines,
            "striking": [line for line in lines if line.is_striking] if may_return else [],
            "others": [line for line in lines if not line.is_striking] if may_return else lines,
            "is_taken_over": bool(offers.get("return_to_member")),
            "progress": progress,
            "may_write": may_write,
            "may_return": may_return,
            "return_url": may_return and place.url(f"figures-{may_return.name.replace('_', '-')}"),
            "why": why,
            "unsent": [] if may_return else _unsent(lines, why),
            "offers": offers,
            "steps": steps,
            "dates": said_dates(place, steps),
            "was_accepted": any(step.kept is not None for step in steps),
        },
        status=status,
    )


def first_gap(actor: Actor, place: AskedSheet) -> tuple[str, str]:
    """(the cell, why the figures are not handed in with it), both empty where nothing of the figures hinders that or
    nobody hands them in."""
    if not place.is_writable:
        return "", ""
    lines, insights = lines_of(place)
    figures = [line.figure for line in lines if line.figure]
    progress = progress_of(figures, [line.indicator.pk for line in lines], insights)
    offer = offered_steps(actor, place, progress).get("submit")
    return (progress["gap"], offer.hindrance) if offer and offer.hindrance else ("", "")


def _unsent(lines, why: str) -> list[tuple[str, str]]:
    """(what it is about, remark) that a step taken by somebody else meanwhile left without a field."""
    typed = [(line.indicator.name, line.said) for line in lines if line.said.strip()]
    return typed + ([(_("Remark on the whole"), why)] if why.strip() else [])


def offered_steps(actor: Actor, place: AskedSheet, progress: dict) -> dict[str, StepOffer]:
    """By name, those open from the sheet's state to this person. Returning wants a remark, which the form itself asks
    for."""
    if place.cluster_year.closed_on is not None:
        return {}
    known = SheetCase(
        unreadable=progress["troubled"],
        unsaid=progress["asked"] - progress["answered"],
        remarked=True,
        locked=place.is_locked,
        unexplained=progress["unexplained"],
    )
    return {offer.name: offer for offer in offers_of(SHEET, place.record, actor=actor, known=known)}
