"""A sheet's figures as they were accepted, kept in the step, so that a second acceptance shows what changed."""

from collections.abc import Iterable

from clusters.figures.models.figure import Figure, FigureSheet, SheetStep
from clusters.figures.rules.differences import Kept
from clusters.figures.rules.terms import SheetState
from clusters.indicators.rules.terms import FigurePart

ACCEPTING = "accept"


def texts_of(sheet: FigureSheet) -> Kept:
    """In the order of the indicators."""
    return texts_in(Figure.objects.filter(sheet=sheet).order_by("indicator__position", "indicator_id"))


def texts_in(figures: Iterable[Figure]) -> Kept:
    """{indicator: {part: text}}; empty parts are left out."""
    return {
        figure.indicator_id: {part: text for part in FigurePart if (text := figure.text_of(part))} for figure in figures
    }


def acceptance_before(sheet: FigureSheet) -> SheetStep | None:
    """The acceptance that the sheet's present figures are measured against; of accepted ones, that before the last."""
    accepted = [step for step in sheet.steps.all() if step.name == ACCEPTING and step.kept is not None]
    newest = 1 if sheet.state == SheetState.ACCEPTED else 0
    return accepted[newest] if len(accepted) > newest else None


def kept_in(step: SheetStep) -> Kept:
    """As JSON kept it, with keys as they are elsewhere."""
    return as_kept(step.kept)


def as_kept(kept: dict) -> Kept:
    return {int(pk): {FigurePart(part): text for part, text in parts.items()} for pk, parts in kept.items()}
