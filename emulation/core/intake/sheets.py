"""Bytes to sheets of rows. Row and column numbers stay those of the workbook."""

import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from emulation.core.dates import format_date
from emulation.core.intake.faulty_cells import faulty_cells, members_of_sheets, unprotected
from emulation.core.intake.kinds import Kind, kind_by_start
from emulation.core.intake.marked_rows import NONE, Marks, marks_of_old, marks_of_packed
from emulation.core.intake.mended_letters import mended
from emulation.core.intake.old_errors import errors_of
from emulation.core.intake.sentences import damaged, protected, refused
from emulation.core.intake.text_file import text_rows
from emulation.core.text import squash
from emulation.core.text.damage import MendedText

PANIC = "PanicException"


@dataclass(frozen=True)
class Sheet:
    """`rows[0]` is row 1. Cells: "" for empty, str, int, float, bool, date, datetime, time; equal texts are one object.
    A cell without a value holds its error ("#N/A") or its formula ("=B2"); letters put right are a `MendedText`.

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
        rows = _same_texts(text_rows(stream.read()))
        return [Sheet("", rows)] if rows else []
    try:
        marks = marks_of_packed(stream) if kind is Kind.XLSX else marks_of_old(stream)
        stream.seek(0)
        return list(_sheets(stream, kind, marks))
    except PasswordError as problem:
        raise refused(protected()) from problem
    except (CalamineError, OSError, ValueError, zipfile.BadZipFile, zlib.error) as problem:
        raise refused(damaged()) from problem
    except BaseException as problem:  # a reader in Rust that stumbles is no Exception
        if type(problem).__name__ != PANIC:
            raise
        raise refused(damaged()) from problem


def _sheets(stream, kind: Kind, marks: Mapping[str, Marks]) -> Iterator[Sheet]:
    with CalamineWorkbook.from_object(stream) as book:
        valueless = _Valueless(stream, kind)
        for about in book.sheets_metadata:
            if about.typ == SheetTypeEnum.WorkSheet:
                is_hidden = about.visible != SheetVisibleEnum.Visible
                cells = book.get_sheet_by_name(about.name)
                sheet = _sheet(cells, valueless.of(about.name), is_hidden, marks.get(about.name, NONE))
                if sheet.rows:
                    yield sheet


class _Valueless:
    """The cells of each sheet that the reader gives nothing for although something stands there."""

    def __init__(self, stream, kind: Kind):
        stream.seek(0)
        self._packed = zipfile.ZipFile(stream) if kind is Kind.XLSX else None
        self._members = members_of_sheets(self._packed) if self._packed else {}
        self._old = {} if self._packed else errors_of(stream.read())

    def of(self, name: str) -> Mapping[tuple[int, int], str]:
        if self._packed is None:
            return self._old.get(name, {})
        return faulty_cells(self._packed, self._members[name]) if name in self._members else {}


def _sheet(sheet, valueless: Mapping[tuple[int, int], str], is_hidden: bool, marks: Marks) -> Sheet:
    rows = _same_texts(sheet.iter_rows())
    for (row, column), shown in valueless.items():
        rows.extend([] for _more in range(row + 1 - len(rows)))
        rows[row].extend("" for _more in range(column + 1 - len(rows[row])))
        if not is_filled(rows[row][column]):
            rows[row][column] = shown
    while rows and not any(is_filled(cell) for cell in rows[-1]):
        rows.pop()
    width = max(
        (next((place + 1 for place in range(len(row) - 1, -1, -1) if is_filled(row[place])), 0) for row in rows),
        default=0,
    )
    if rows and width < max(map(len, rows)):
        rows = [row[:width] for row in rows]
    return Sheet(sheet.name, rows, tuple(sheet.merged_cell_ranges or ()), is_hidden, marks)


def _same_texts(rows: Iterable[Sequence]) -> list[list]:
    """Each different text once in memory, its letters put right."""
    same: dict[str, str] = {}

    def text(cell: str) -> str:
        if cell not in same:
            same[cell] = mended(unprotected(cell))
        return same[cell]

    return [[text(cell) if type(cell) is str else cell for cell in row] for row in rows]


def is_filled(cell) -> bool:
    return bool(cell.strip()) if isinstance(cell, str) else cell is not None


def text_of(cell) -> str:
    """As a person would read the cell: 15.0 is 15, a day is dd/mm/yyyy, blanks squeezed, NFC."""
    if isinstance(cell, MendedText):
        return MendedText(squash(cell), cell.was)
    if isinstance(cell, str):
        return squash(cell)
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
