"""A block of cells from a spreadsheet laid over the figures from one cell on: what it would change."""

from django.utils.translation import ngettext

from clusters.figures.actions.workbook import Texts, WorkbookPlan, plan_of
from clusters.figures.intake.workbook import BookCell, BookRow, FigureWorkbook
from clusters.figures.rules.block import Block
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
    `seen`: what the person saw in the cells, as far as that is known. A block that does not fit is refused whole."""
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
