"""A workbook of figures that comes back: first what it would change and what is wrong with it, then one deed."""

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from clusters.figures.actions.figures import (
    keep_figures,
    locked_sheet,
    reading_of,
    refuse_unless_all_asked,
    refuse_unless_its_officer,
    refuse_unless_writable,
)
from clusters.figures.intake.form import CODE, PARTS
from clusters.figures.intake.workbook import BookCell, BookRow, FigureWorkbook
from clusters.figures.models.figure import Figure, FigureSheet
from clusters.figures.rules.workbook_cells import Wish, wish
from clusters.indicators.models.indicator import Indicator
from clusters.indicators.rules.terms import LONGEST, FigurePart
from clusters.indicators.words import CELL_TOO_LONG, trouble_in_words
from clusters.membership.models.cluster import ClusterYear
from clusters.organisations.models.organisation import Organisation
from emulation.core.actions.audit import record
from emulation.core.actions.refusals import fitting, too_long
from emulation.core.actor import Actor
from emulation.core.errors import Refusal
from emulation.core.text import squash

Texts = dict[tuple[int, FigurePart], str]


@dataclass(frozen=True)
class CellChange:
    """`was` is what stands there now, as the person is shown it."""

    indicator: Indicator
    part: FigurePart
    was: str
    becomes: str
    row: int = 0


@dataclass(frozen=True)
class CellProblem:
    """`column` is a heading of the workbook; `sentence` says what is wrong and what to do."""

    row: int
    column: str
    seen: str
    sentence: str


@dataclass(frozen=True)
class WorkbookPlan:
    """`same`: cells that hold what stands here anyway."""

    changes: tuple[CellChange, ...]
    problems: tuple[CellProblem, ...]
    same: int


@dataclass(frozen=True)
class Applied:
    sheet: FigureSheet
    written: int
    overtaken: tuple[CellChange, ...]


def refuse_other_form(book: FigureWorkbook, number: str) -> None:
    if book.form and book.form != number:
        raise Refusal(
            _("This workbook is the form of other figures. Download the form on this page, and fill in that one."),
            field="file",
        )


def plan_of(book: FigureWorkbook, *, asked: dict[str, Indicator], now: Texts) -> WorkbookPlan:
    """`asked`: {code: indicator of these figures}; `now`: what stands in them. Every problem is told, not the first."""
    changes: list[CellChange] = []
    problems: list[CellProblem] = []
    same = 0
    met: dict[str, int] = {}
    for row in book.rows:
        problem = _of_row(row, asked, met)
        if problem is not None:
            problems.append(problem)
            continue
        met[row.code] = row.number
        indicator = asked[row.code]
        for cell in row.cells:
            stands = now.get((indicator.pk, cell.part), "")
            wanted = wish(was=cell.was, becomes=cell.text, now=stands)
            if wanted is Wish.NOTHING:
                same += 1
            elif sentence := _of_cell(cell, indicator, wanted, stands):
                problems.append(CellProblem(row.number, PARTS[cell.part], cell.text, sentence))
            else:
                changes.append(CellChange(indicator, cell.part, stands, cell.text, row.number))
    return WorkbookPlan(tuple(changes), tuple(problems), same)


@transaction.atomic
def apply_workbook(
    cluster_year: ClusterYear,
    half: int,
    organisation: Organisation | None,
    *,
    changes: list[CellChange],
    name: str,
    actor: Actor,
) -> Applied:
    """All of it or, on a refusal, nothing; a cell that somebody changed since it was shown stays, and is told."""
    refuse_unless_its_officer(cluster_year, organisation, actor)
    sheet = locked_sheet(cluster_year, half, organisation)
    refuse_unless_writable(sheet)
    refuse_unless_all_asked(sheet, {change.indicator.pk for change in changes})
    figures = {one.indicator_id: one for one in Figure.objects.filter(sheet=sheet).select_related("indicator")}
    touched: dict[int, Figure] = {}
    before: dict[str, dict[str, str]] = {}
    after: dict[str, dict[str, str]] = {}
    overtaken = []
    for change in changes:
        figure = figures.setdefault(change.indicator.pk, Figure(sheet=sheet, indicator=change.indicator))
        stands = figure.text_of(change.part)
        becomes = fitting(change.becomes, most=LONGEST[change.part], sentence=CELL_TOO_LONG)
        if stands == becomes:
            continue
        if stands != squash(change.was):
            overtaken.append(CellChange(change.indicator, change.part, stands, becomes, change.row))
            continue
        figure.write(change.part, becomes, reading_of(change.indicator, change.part, becomes).quantity)
        touched[change.indicator.pk] = figure
        before.setdefault(change.indicator.code, {})[change.part.value] = stands
        after.setdefault(change.indicator.code, {})[change.part.value] = becomes
    count = sum(map(len, after.values()))
    if count:
        keep_figures(touched.values())
        record(
            actor,
            "clusters.import_figures",
            sheet,
            before={"given": before},
            after={"workbook": squash(name)[-200:], "cells": count, "given": after},
        )
    return Applied(sheet, count, tuple(overtaken))


def _of_row(row: BookRow, asked: dict[str, Indicator], met: dict[str, int]) -> CellProblem | None:
    if not row.code:
        sentence = _("The row has no code, so its indicator cannot be told. Copy the code from a new form.")
    elif row.code not in asked:
        sentence = _("No indicator of these figures has this code. Download the form again and use its codes.")
    elif row.code in met:
        sentence = _("The code stands already in row %(row)s. Keep one of the two rows.") % {"row": met[row.code]}
    else:
        return None
    return CellProblem(row.number, CODE, row.code, sentence)


def _of_cell(cell: BookCell, indicator: Indicator, wanted: Wish, stands: str) -> str:
    """The sentence that hinders the cell, empty where nothing does."""
    if cell.as_day:
        return _("Excel made a day of it. Format the cell as text, then write the figure again, such as 19/19.")
    if cell.as_number and cell.text != "0" and _is_share(indicator, cell.part):
        return _("The cell holds a bare number, and Excel may have left out the per cent sign. Write it as text: 3,5%.")
    if wanted is Wish.OVERTAKEN:
        return _("Somebody changed it meanwhile to “%(theirs)s”, which stays. Change it on the page.") % {
            "theirs": stands or _("empty")
        }
    if len(cell.text) > LONGEST[cell.part]:
        return too_long(LONGEST[cell.part], CELL_TOO_LONG)
    return trouble_in_words(reading_of(indicator, cell.part, cell.text), indicator.unit)


def _is_share(indicator: Indicator, part: FigurePart) -> bool:
    return part is FigurePart.PLAN_SHARE or (part is FigurePart.VALUE and indicator.unit.startswith("%"))
