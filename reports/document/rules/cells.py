"""Figures that stand in tables, each found again as a sentence is: by the headings above it, its table, row and column.
A cell holds its figure alone, so only the figure can be changed. Pure."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from reports.document.rules.comparison import caption_alone
from reports.document.rules.differences import column_title, row_name
from reports.document.rules.document import Block, Document, Heading, Paragraph, Table
from reports.document.rules.sentences import (
    KEY_LENGTH,
    InTable,
    Limits,
    Sentence,
    of_any_year,
    sentences_of,
    unnumbered,
)
from reports.document.rules.tables import UNKNOWN, Cell, Column, Figure

RUNNING_NUMBERS = ("TT", "STT")
DIFFERENCES = ("Tăng, giảm",)
SHARES = "Tỷ lệ"
LARGEST_COUNT = 999_999_999
NOTHING_BUT_NUMBERS = re.compile(r"[\d.,/%\s]*\d[\d.,/%\s]*")


def worded_places(document: Document, *, year: int) -> Iterator[Sentence]:
    """All that a person may change by hand: sentences of the body, and figures of every table."""
    yield from sentences_of(document, year=year)
    yield from cells_of(document, year=year)


def cells_of(document: Document, *, year: int) -> Iterator[Sentence]:
    seen: dict[tuple, int] = {}
    for part, table, at in tables_in(document):
        named = table.caption or part[-1]
        section = ""
        for number, row in enumerate(table.rows):
            if row.style == "section":
                section = str(row.cells[0])
                continue
            name = ": ".join(one for one in (section, row_name(table, row)) if one)
            for place, (column, cell) in enumerate(zip(table.columns, row.cells, strict=True)):
                figure = figure_in(column, cell)
                if figure is None or place == table.row_heading:
                    continue
                title = column_title(column)
                same = (*part, caption_alone(table), name, title)
                same = tuple(of_any_year(one, year) for one in same)
                seen[same] = seen.get(same, 0) + 1
                written = "\n".join(["table", *same, str(seen[same])])
                key = hashlib.sha256(written.encode()).hexdigest()[:KEY_LENGTH]
                words = f"{named}, dòng “{name}”, cột “{title}”" if name else f"{named}, cột “{title}”"
                where = replace(at, row=number, column=place)
                yield Sentence(key, (*part, words), where, Paragraph((figure,)), limits_of(column))


def limits_of(column: Column) -> Limits:
    """What any figure of the column keeps to; a growth may be negative, a share of a plan more than the whole."""
    if column.kind == "integer":
        low = None if column.title in DIFFERENCES else 0
        return Limits(column.unit, is_whole=True, low=low, high=LARGEST_COUNT)
    if column.numeric and column.unit == "%" and column.title.startswith(SHARES):
        return Limits(column.unit, low=0, high=100)
    return Limits(column.unit)


def tables_in(document: Document) -> Iterator[tuple[tuple[str, ...], Table, InTable]]:
    """With the headings above each, without their numbers."""
    yield from _tables(document.blocks, None, ())
    for number, annex in enumerate(document.annexes):
        yield from _tables(annex.blocks, number, (annex.title,))


def _tables(blocks: tuple[Block, ...], annex: int | None, above: tuple[str, ...]):
    part: tuple[str, ...] = ()
    for number, block in enumerate(blocks):
        if isinstance(block, Heading):
            part = (*part[: block.level - 1], unnumbered(block.text))
        elif isinstance(block, Table):
            yield (*above, *part) or ("",), block, InTable(annex, number)


def figure_in(column: Column, cell: Cell) -> Figure | None:
    """As the cell prints it: no unit, which stands in the heading; a number told in words ("đều trên 3,5%", "2/5") too.
    One of which nothing is known is a figure too, for the office may know it. None where it holds no number."""
    if isinstance(cell, Figure):
        return replace(cell, unit="")
    if column.title in RUNNING_NUMBERS:
        return None
    kind = column.kind if column.kind != "text" and column.kind != "day" else None
    if cell == UNKNOWN and column.kind != "day":
        return Figure(0, kind or "decimal", printed=UNKNOWN)
    if isinstance(cell, str):
        told = NOTHING_BUT_NUMBERS.fullmatch(cell) if kind is None else any(one.isdigit() for one in cell)
        return Figure(0, kind or "decimal", printed=cell) if told else None
    if kind is not None and isinstance(cell, int | Decimal) and not isinstance(cell, bool):
        return Figure(cell, kind, places=column.places)
    return None


def with_figures(document: Document, changed: Mapping[InTable, Paragraph]) -> Document:
    """`changed`: the cells that print another figure, by their places."""
    if not changed:
        return document
    return replace(
        document,
        blocks=_changed(document.blocks, None, changed),
        annexes=tuple(
            replace(annex, blocks=_changed(annex.blocks, number, changed))
            for number, annex in enumerate(document.annexes)
        ),
    )


def _changed(blocks: tuple[Block, ...], annex: int | None, changed: Mapping[InTable, Paragraph]) -> tuple[Block, ...]:
    touched = {at.block for at in changed if at.annex == annex}
    return tuple(
        _changed_table(block, InTable(annex, number), changed) if number in touched else block
        for number, block in enumerate(blocks)
    )


def _changed_table(block: Block, at: InTable, changed: Mapping[InTable, Paragraph]) -> Block:
    if not isinstance(block, Table):
        return block
    rows = tuple(
        replace(
            row,
            cells=tuple(
                _figure(changed.get(replace(at, row=number, column=place)), cell)
                for place, cell in enumerate(row.cells)
            ),
        )
        for number, row in enumerate(block.rows)
    )
    return replace(block, rows=rows)


def _figure(paragraph: Paragraph | None, cell: Cell) -> Cell:
    if paragraph is None:
        return cell
    return next((run for run in paragraph.runs if isinstance(run, Figure)), cell)
