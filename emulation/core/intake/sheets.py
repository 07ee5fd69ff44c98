"""Bytes to sheets of rows. Row and column numbers stay those of the workbook."""

from dataclasses import dataclass
from datetime import date, datetime, time

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from emulation.core.dates import format_date
from emulation.core.errors import Refusal
from emulation.core.intake.inspect import damaged, protected
from emulation.core.text import squash


@dataclass(frozen=True)
class Sheet:
    """`rows[0]` is row 1. Cells: "" for empty, str, int, float, bool, date, datetime, time."""

    name: str
    rows: list[list]


def read_sheets(source) -> list[Sheet]:
    """Visible sheets with at least one filled cell, in the workbook's order. `source`: a path or a seekable stream."""
    try:
        with CalamineWorkbook.from_object(source) as book:
            kept = [
                about.name
                for about in book.sheets_metadata
                if about.typ == SheetTypeEnum.WorkSheet and about.visible == SheetVisibleEnum.Visible
            ]
            return [sheet for name in kept if (sheet := _sheet(book, name)).rows]
    except PasswordError as problem:
        raise Refusal(
            protected(),
            field="file",
        ) from problem
    except (CalamineError, OSError, ValueError) as problem:
        raise Refusal(
            damaged(),
            field="file",
        ) from problem


def _sheet(book, name: str) -> Sheet:
    rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
    while rows and not any(is_filled(cell) for cell in rows[-1]):
        rows.pop()
    width = max(
        (place + 1 for row in rows for place in range(len(row) - 1, -1, -1) if is_filled(row[place])), default=0
    )
    if rows and width and len(rows[0]) > width:
        rows = [row[:width] for row in rows]
    return Sheet(name, rows)


def is_filled(cell) -> bool:
    return bool(cell.strip()) if isinstance(cell, str) else cell is not None


def text_of(cell) -> str:
    """As a person would read the cell: 15.0 is 15, a day is dd/mm/yyyy, blanks squeezed, NFC."""
    if isinstance(cell, str):
        return squash(cell.replace("\x00", ""))
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "1" if cell else "0"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime):
        return format_date(cell) if cell.time() == time() else f"{format_date(cell)} {cell:%H:%M}"
    if isinstance(cell, date):
        return format_date(cell)
    return str(cell)
