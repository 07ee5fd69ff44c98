"""The page of a sheet, as the views of its cells and of its steps answer with it."""

from dataclasses import dataclass, replace

from django.shortcuts import render
from django.utils.translation import gettext as _

from clusters.figures.actions.figures import may_enter
from clusters.figures.actions.sheets import HINDRANCES, may_take
from clusters.figures.models.figure import Figure
from clusters.figures.rules.flow import FLOW, SheetCase
from clusters.figures.views.dates import said_dates
from clusters.figures.views.insight import Insights
from clusters.figures.views.places import Place, status_of
from clusters.figures.views.rows import lines_of
from clusters.indicators.rules.terms import Part
from clusters.indicators.words import half_in_words, part_in_words
from clusters.membership.rules.half_years import WHOLE_YEAR
from emulation.core.actor import Actor


@dataclass(frozen=True)
class StepOffer:
    """A step the person may take from here; `reason` says what hinders it now."""

    name: str
    reason: str = ""


def progress_of(figures: list[Figure], asked: int, insights: Insights) -> dict[str, int]:
    return {
        "unexplained": insights.unexplained,
        "answered": sum(figure.is_answered for figure in figures),
        "asked": asked,
        "troubled": sum(figure.is_unreadable for figure in figures),
    }


def figure_page(request, place: Place, *, stuck=None, said=None, why="", status=200):
    """`stuck`: {cell key: cell} that could not be saved. `said`, `why`: remarks of a return that was refused."""
    is_own = place.organisation is not None and place.organisation.pk in request.actor.own
    lines, insights = lines_of(place, scored=is_own)
    progress = progress_of([line.figure for line in lines if line.figure], len(lines), insights)
    organisation_id = place.organisation and place.organisation.pk
    may_write = place.is_writable and may_enter(request.actor, place.cluster_year.pk, organisation_id)
    if stuck:
        lines = [replace(line, cells=tuple(stuck.get(cell.key, cell) for cell in line.cells)) for line in lines]
    if said:
        lines = [replace(line, said=said.get(line.figure.pk, "") if line.figure else "") for line in lines]
    offers = offers_of(request.actor, place, progress)
    may_return = next((name for name in ("return_to_officer", "return_to_member") if name in offers), None)
    steps = list(place.sheet.steps.all()) if place.sheet else []
    return render(
        request,
        "clusters/figures/sheet.html",
        {
            "place": place,
            "half_in_words": half_in_words(place.half, place.cluster_year.year),
            "status": status_of(place.state),
            "parts": [part_in_words(part, place.half) for part in Part],
            "is_year": place.half == WHOLE_YEAR,
            "insights": insights,
            "lines": lines,
            "progress": progress,
            "may_write": may_write,
            "may_return": may_return,
            "return_url": may_return and place.url(f"figures-{may_return.replace('_', '-')}"),
            "why": why,
            "unsent": [] if may_return else _unsent(lines, why),
            "offers": offers,
            "steps": steps,
            "dates": said_dates(place, steps),
            "was_accepted": any(step.kept is not None for step in steps),
        },
        status=status,
    )


def _unsent(lines, why: str) -> list[tuple[str, str]]:
    """(what it is about, remark) that a step taken by somebody else meanwhile left without a field."""
    typed = [(line.indicator.name, line.said) for line in lines if line.said.strip()]
    return typed + ([(_("Remark on the whole"), why)] if why.strip() else [])


def offers_of(actor: Actor, place: Place, progress) -> dict[str, StepOffer]:
    """Steps open from the sheet's state to this person. Returning wants a remark, which the form itself asks for."""
    if place.cluster_year.closed_on is not None:
        return {}
    unsaid = progress["asked"] - progress["answered"]
    case = SheetCase(
        unreadable=progress["troubled"],
        unsaid=unsaid,
        remarked=True,
        locked=place.is_locked,
        unexplained=progress["unexplained"],
    )
    offers = {}
    for step in FLOW.open_from(place.state):
        if _may_take(step.name, place, actor):
            reason = step.hindrance(case)
            offers[step.name] = StepOffer(step.name, HINDRANCES[reason] if reason else "")
    return offers


def _may_take(name: str, place: Place, actor: Actor) -> bool:
    if place.sheet is not None:
        return may_take(name, place.sheet, actor)
    return name == "submit" and may_enter(actor, place.cluster_year.pk, place.organisation and place.organisation.pk)
