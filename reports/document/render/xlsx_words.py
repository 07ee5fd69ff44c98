"""Words that stand in a sheet beside its table."""

from collections.abc import Sequence
from dataclasses import dataclass

from reports.document.rules.differences import column_title, row_name
from reports.document.rules.document import Block, BulletList, Document, Figure, Heading, Paragraph, Table
from reports.document.rules.hand_figures import said_beside


@dataclass(frozen=True)
class SheetWords:
    """Lines over the table and beneath it."""

    above: Sequence[str] = ()
    beneath: Sequence[str] = ()


def words_around(document: Document, table: Table) -> SheetWords:
    """Those of the body since the table before; beneath the last table all that follow it."""
    if table not in document.blocks:
        return SheetWords()
    at = document.blocks.index(table)
    before, after = document.blocks[:at], document.blocks[at + 1 :]
    since = max((number for number, block in enumerate(before, 1) if isinstance(block, Table)), default=0)
    is_last = not any(isinstance(block, Table) for block in after)
    return SheetWords(_said(before[since:]), _said(after) if is_last else ())


def _said(blocks: Sequence[Block]) -> list[str]:
    said: list[str] = []
    for block in blocks:
        if isinstance(block, BulletList):
            said += [f"- {item.text}" for item in block.items]
        elif isinstance(block, Paragraph | Heading):
            said.append(block.text)
    return said


def said_by_hand(table: Table) -> list[str]:
    """Of figures changed by hand; the notes on the data, which name them too, are no table."""
    return [
        f"{row_name(table, row)}, {column_title(column)}: {said_beside(cell.printed, cell.computed, cell.why)}"
        for row in table.rows
        if row.style != "section"
        for column, cell in zip(table.columns, row.cells, strict=True)
        if isinstance(cell, Figure) and cell.computed
    ]
