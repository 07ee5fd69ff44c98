"""A block of cells from a spreadsheet laid over the figures from one cell on: what it would change."""

from dataclasses import replace

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from clusters.figures.actions.workbook import CellProblem, Texts, WorkbookPlan, plan_of
from clusters.figures.intake.form import NAME
from clusters.figures.intake.form import PARTS as HEADINGS
from clusters.figures.intake.workbook import BookCell, BookRow, FigureWorkbook
from clusters.figures.rules.block import Block
from clusters.figures.rules.named_block import NamedBlock, by_names, is_numbered
from clusters.figures.words.blocks import EMPTY_BLOCK
from clusters.indicators.models.indicator import Indicator
from clusters.indicators.rules.terms import FigurePart
from emulation.core.errors import Refusal
from emulation.core.text import squash

PARTS = tuple(FigurePart)


def plan_of_block(
    block: Block, *, asked: list[Indicator], first: Indicator, part: FigurePart, seen: Texts, now: Texts
) -> WorkbookPlan:
    """`asked`: the rows of the figures in their order, `first` and `part`: the cell that the block's first lies on;
    `seen`: what the person saw in the cells, as far as that is known. A block that does not fit is refused whole. One
    that was copied with the names of indicators goes by these, wherever it is laid."""
    named = by_names(block, [one.name for one in asked], [one.unit for one in asked], part)
    if named is not None:
        return _plan_of_named(named, asked=asked, seen=seen, now=now)
    if is_numbered(block):
        raise Refusal(
            _(
                "The block holds row numbers beside words that name no indicator of these figures. Copy the cells of "
                "the results alone, or write the indicators as they are called here."
            ),
            field="block",
        )
    top, left = asked.index(first), PARTS.index(part)
    rows, parts = asked[top:], PARTS[left:]
    _refuse_unless_fits(block, rows=len(rows), columns=len(parts))
    laid = [
        BookRow(
            top + number,
            indicator.code,
            tuple(
                BookCell(place, squash(text), seen.get((indicator.pk, place)))
                for place, text in zip(parts, cells, strict=False)
            ),
        )
        for number, (indicator, cells) in enumerate(zip(rows, block, strict=False), start=1)
    ]
    return plan_of(FigureWorkbook("", tuple(laid)), asked={one.code: one for one in asked}, now=now)


def _plan_of_named(named: NamedBlock, *, asked: list[Indicator], seen: Texts, now: Texts) -> WorkbookPlan:
    """Each row goes to the indicator that it names, whatever its place; a row that names none is told."""
    if named.unread:
        columns = ", ".join(f"“{heading}”" for heading in named.unread)
        raise Refusal(
            _(
                "It cannot be told what the columns %(columns)s of the block say. Head them “%(value)s”, “%(share)s”, "
                "“%(source)s” or “%(note)s”, or leave them out."
            )
            % {"columns": columns, **{part.value.removeprefix("plan_"): heading for part, heading in HEADINGS.items()}},
            field="block",
        )
    laid = [
        BookRow(
            row.number,
            asked[row.indicator].code,
            tuple(
                BookCell(part, squash(text), seen.get((asked[row.indicator].pk, part)))
                for part, text in row.cells.items()
                if text
            ),
        )
        for row in named.rows
        if row.indicator is not None
    ]
    strange = tuple(
        CellProblem(
            row.number,
            NAME,
            row.name,
            _("No indicator of these figures is called so. Write its name as it stands here, then paste again."),
        )
        for row in named.rows
        if row.indicator is None and any(row.cells.values())
    )
    plan = plan_of(FigureWorkbook("", tuple(laid)), asked={one.code: one for one in asked}, now=now)
    return replace(plan, problems=(*strange, *plan.problems))


def _refuse_unless_fits(block: Block, *, rows: int, columns: int) -> None:
    if not block:
        raise Refusal(str(EMPTY_BLOCK), field="block")
    if len(block) > rows:
        sentence = ngettext(
            "The block has %(rows)s rows, but only %(left)s row is left from the chosen indicator on. Choose an "
            "indicator further up, or copy fewer rows.",
            "The block has %(rows)s rows, but only %(left)s rows are left from the chosen indicator on. Choose an "
            "indicator further up, or copy fewer rows.",
            rows,
        )
        raise Refusal(sentence % {"rows": len(block), "left": rows}, field="block")
    widest = max(map(len, block))
    if widest > columns:
        sentence = ngettext(
            "The block has %(columns)s columns, but only %(left)s column is left from the chosen one on. Choose a "
            "column further left, or copy fewer columns.",
            "The block has %(columns)s columns, but only %(left)s columns are left from the chosen one on. Choose a "
            "column further left, or copy fewer columns.",
            columns,
        )
        raise Refusal(sentence % {"columns": widest, "left": columns}, field="block")
