"""Bytes to sheets of rows. Row and column numbers stay those of the workbook."""

import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from emulation.core.dates import format_date
from emulation.core.intake.kept_sheets import is_kept, kept_sheets
from emulation.core.intake.kinds import MOST_CELLS, Kind, kind_by_start
from emulation.core.intake.marked_rows import NONE, Marks, marks_of_old, marks_of_open_document
from emulation.core.intake.mended_letters import mended, unprotected
from emulation.core.intake.old_asides import asides_of_old
from emulation.core.intake.old_errors import errors_of
from emulation.core.intake.open_asides import Area, asides_of_open_document
from emulation.core.intake.packed_asides import LONGEST_TEXT, asides_of
from emulation.core.intake.packed_cells import TooManyCells, read_cells
from emulation.core.intake.packed_workbook import PackedWorkbook
from emulation.core.intake.same_texts import SameTexts, TooMuchText
from emulation.core.intake.sentences import damaged, harmful, protected, refused, too_much_text
from emulation.core.intake.sheet import Aside, AsideKind, Sheet
from emulation.core.intake.text_file import text_rows
from emulation.core.text import squash
from emulation.core.text.damage import MendedText
from emulation.core.text.look_alikes import INVISIBLE

PANIC = "PanicException"
CHART, LOOKS = Aside(AsideKind.CHART, 0, 0, ""), Aside(AsideKind.LOOKS, 0, 0, "")
BROKEN = (
    CalamineError,
    OSError,
    ValueError,
    LookupError,
    EOFError,
    NotImplementedError,
    zipfile.BadZipFile,
    zlib.error,
)


def read_sheets(stream) -> list[Sheet]:
    """Visible sheets with at least one filled cell, in the workbook's order. `stream` is seekable and was inspected."""
    return [sheet for sheet in read_all_sheets(stream) if sheet.rows and not sheet.is_hidden]


def read_all_sheets(stream) -> Iterator[Sheet]:
    """Hidden sheets as well, and those on which only something beside the cells stands; one after the
    other: whoever needs one at a time holds no more."""
    stream.seek(0)
    start = stream.read(8)
    kind = kind_by_start(start)
    stream.seek(0)
    if is_kept(start):
        yield from kept_sheets(stream)
        return
    try:
        yield from _sheets_of(stream, kind)
    except PasswordError as problem:
        raise refused(protected()) from problem
    except TooMuchText as problem:
        raise refused(too_much_text()) from problem
    except TooManyCells as problem:
        raise refused(harmful()) from problem
    except BROKEN as problem:
        raise refused(damaged()) from problem
    except BaseException as problem:  # a reader in Rust that stumbles is no Exception
        if type(problem).__name__ != PANIC:
            raise
        raise refused(damaged()) from problem


def _sheets_of(stream, kind: Kind) -> Iterator[Sheet]:
    if kind is Kind.TEXT:
        if rows := text_rows(stream.read(), lambda: SameTexts(_sound).__getitem__):
            yield Sheet("", rows)
        return
    if kind is Kind.XLS:
        content = stream.read()
        stream.seek(0)
        yield from _other_sheets(stream, marks_of_old(content), asides_of_old(content), errors_of(content), {})
        return
    with zipfile.ZipFile(stream) as packed:
        book = PackedWorkbook(packed)
        if book.sheets:
            yield from _packed_sheets(book)
            return
        marks, beside = marks_of_open_document(packed), asides_of_open_document(packed)
    stream.seek(0)
    asides = {name: tuple(found) for name, found in beside.asides.items()}
    yield from _other_sheets(stream, marks, asides, beside.own, beside.merged)


def _packed_sheets(book: PackedWorkbook) -> Iterator[Sheet]:
    text = SameTexts(_sound)
    shared = [text[found] if type(found) is str else found for found in book.texts()]
    for member in book.sheets:
        if member.is_chart:
            yield Sheet(_shown(member.name), [], is_hidden=member.is_hidden, asides=(CHART,))
            continue
        cells = read_cells(book, member, shared, text=text.__getitem__, most=MOST_CELLS)
        struck = {row: frozenset(places) for row, places in cells.struck.items()}
        marks = Marks(frozenset(cells.hidden), struck, frozenset(cells.hidden_columns))
        unseen = [Aside(AsideKind.UNSEEN, *at, text_of(cells.rows[at[0]][at[1]])[:LONGEST_TEXT]) for at in cells.unseen]
        rows, merged = _rectangle(cells.rows), cells.merged
        del cells
        asides = (*asides_of(book, member.member), *unseen)
        if rows or asides:
            yield Sheet(_shown(member.name), rows, merged, member.is_hidden, marks, asides=asides)
        del rows


def _other_sheets(
    stream,
    marks: Mapping[str, Marks],
    asides: Mapping[str, tuple[Aside, ...]],
    texts: Mapping[str, Mapping[tuple[int, int], str]],
    areas: Mapping[str, Sequence[Area]],
) -> Iterator[Sheet]:
    """Of .xls and .ods. `texts`: of each sheet, those that the reader gives nothing for, or otherwise than they stand
    there; `areas`: merged cells that it does not tell."""
    text = SameTexts(_sound)
    with CalamineWorkbook.from_object(stream) as book:
        for about in book.sheets_metadata:
            name, is_hidden = _shown(about.name), about.visible != SheetVisibleEnum.Visible
            if about.typ != SheetTypeEnum.WorkSheet:
                yield Sheet(name, [], is_hidden=is_hidden, asides=(CHART,))
                continue
            sheet = book.get_sheet_by_name(about.name)
            rows = [[text[cell] if type(cell) is str else cell for cell in row] for row in sheet.iter_rows()]
            for (row, column), shown in texts.get(about.name, {}).items():
                rows.extend([] for _more in range(row + 1 - len(rows)))
                rows[row].extend("" for _more in range(column + 1 - len(rows[row])))
                rows[row][column] = shown
            beside = asides.get(about.name, ())
            if (rows := _rectangle(rows)) or beside:
                looks = (LOOKS,) if rows else ()
                merged = tuple(sheet.merged_cell_ranges or areas.get(about.name, ()))
                yield Sheet(name, rows, merged, is_hidden, marks.get(about.name, NONE), asides=(*beside, *looks))


def _rectangle(rows: list[list]) -> list[list]:
    """The same rows without the blank ones at the end, all as long as the longest."""
    while rows and not any(is_filled(cell) for cell in rows[-1]):
        rows.pop()
    width = max(
        (next((place + 1 for place in range(len(row) - 1, -1, -1) if is_filled(row[place])), 0) for row in rows),
        default=0,
    )
    for row in rows:
        del row[width:]
        row.extend([""] * (width - len(row)))
    return rows


def _sound(text: str) -> str:
    """Its letters put right."""
    return mended(unprotected(text) if text.startswith('="') else text)


def _shown(name: str) -> str:
    """Without signs that nobody sees, a NUL among them, which no table takes."""
    return INVISIBLE.sub("", name)


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
