"""Bytes to sheets of rows. Row and column numbers stay those of the workbook."""

import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from emulation.core.dates import format_date
from emulation.core.intake.kinds import Kind, kind_by_start
from emulation.core.intake.marked_rows import NONE, Marks, marks_of_old, marks_of_packed
from emulation.core.intake.sentences import damaged, protected, refused
from emulation.core.intake.text_file import text_rows
from emulation.core.text import squash

PANIC = "PanicException"


@dataclass(frozen=True)
class Sheet:
    """`rows[0]` is row 1. Cells: "" for empty, str, int, float, bool, date, datetime, time; equal texts are one object.

    `merged`: ((row, column), (row, column)) from 0, both ends within; .ods and text have none. `name` of text is "".
    `is_hidden`: the workbook does not show the sheet; `marks`: what it marks on a sheet that it shows.
    """

    name: str
    rows: list[list]
    merged: tuple[tuple[tuple[int, int], tuple[int, int]], ...] = ()
    is_hidden: bool = False
    marks: Marks = NONE


def read_sheets(stream) -> list[Sheet]:
    """Visible sheets with at least one filled cell, in the workbook's order. `stream` is seekable and was inspected."""
    return [sheet for sheet in read_all_sheets(stream) if not sheet.is_hidden]


def read_all_sheets(stream) -> list[Sheet]:
    """Hidden sheets as well."""
    stream.seek(0)
    kind = kind_by_start(stream.read(8))
    stream.seek(0)
    if kind is Kind.TEXT:
        rows = text_rows(stream.read())
        return [Sheet("", rows)] if rows else []
    try:
        marks = marks_of_packed(stream) if kind is Kind.XLSX else marks_of_old(stream)
        stream.seek(0)
        return list(_sheets(stream, marks))
    except PasswordError as problem:
        raise refused(protected()) from problem
    except (CalamineError, OSError, ValueError, zipfile.BadZipFile, zlib.error) as problem:
        raise refused(damaged()) from problem
    except BaseException as problem:  # a reader in Rust that stumbles is no Exception
        if type(problem).__name__ != PANIC:
            raise
        raise refused(damaged()) from problem


def _sheets(stream, marks: Mapping[str, Marks]) -> Iterator[Sheet]:
    with CalamineWorkbook.from_object(stream) as book:
        for about in book.sheets_metadata:
            if about.typ == SheetTypeEnum.WorkSheet:
                is_hidden = about.visible != SheetVisibleEnum.Visible
                sheet = _sheet(book.get_sheet_by_name(about.name), is_hidden, marks.get(about.name, NONE))
                if sheet.rows:
                    yield sheet


def _sheet(sheet, is_hidden: bool, marks: Marks) -> Sheet:
    same: dict[str, str] = {}
    rows = [[same.setdefault(cell, cell) if type(cell) is str else cell for cell in row] for row in sheet.iter_rows()]
    while rows and not any(is_filled(cell) for cell in rows[-1]):
        rows.pop()
    width = max(
        (next((place + 1 for place in range(len(row) - 1, -1, -1) if is_filled(row[place])), 0) for row in rows),
        default=0,
    )
    if rows and width < len(rows[0]):
        rows = [row[:width] for row in rows]
    return Sheet(sheet.name, rows, tuple(sheet.merged_cell_ranges or ()), is_hidden, marks)


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
