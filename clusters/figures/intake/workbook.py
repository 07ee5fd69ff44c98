"""Reads a workbook of figures that comes back: judged by its bytes, its columns known by their headings."""

from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal

from django.utils.translation import gettext as _

from clusters.figures.intake.form import CODE, NUMBERED, PARTS, REMEMBERED
from clusters.indicators.rules.terms import READ_AS_QUANTITY, FigurePart
from emulation.core.errors import Refusal
from emulation.core.intake.beside_in_words import beside_in_words
from emulation.core.intake.inspect import kind_of_list
from emulation.core.intake.sheets import Sheet, read_all_sheets, text_of
from emulation.core.numbers import format_for_input
from emulation.core.text import accent_key, squash

LINES_ABOVE = 40
DIGITS_OF_A_CELL = 15


@dataclass(frozen=True)
class BookCell:
    """`was` is None where the workbook no longer tells what stood there; `as_number`, `as_day`: how the cell holds it,
    where that is no text."""

    part: FigurePart
    text: str
    was: str | None
    as_number: bool = False
    as_day: bool = False


@dataclass(frozen=True)
class BookRow:
    """`number` as Excel shows it."""

    number: int
    code: str
    cells: tuple[BookCell, ...]


@dataclass(frozen=True)
class FigureWorkbook:
    """`form`: the number of the form it was taken out as, empty where it says none; `beside`: sentences on what was
    not read."""

    form: str
    rows: tuple[BookRow, ...]
    beside: tuple[str, ...] = ()


def read_figure_workbook(stream, *, limit: int) -> FigureWorkbook:
    """`stream` is seekable; `Refusal` says what is wrong with the file and what to do."""
    kind_of_list(stream, limit=limit)
    sheets = list(read_all_sheets(stream))
    for sheet in sheets:
        found = None if sheet.is_hidden else _headings(sheet)
        if found is not None:
            header, places = found
            beside = beside_in_words((one, one is sheet) for one in sheets)
            return FigureWorkbook(_form(sheet, header), tuple(_rows(sheet, header, places)), beside)
    raise Refusal(
        _(
            "The workbook has no row with the headings “%(code)s” and “%(value)s”. Download the form again, "
            "fill it in, and choose that file."
        )
        % {"code": CODE, "value": PARTS[FigurePart.VALUE]},
        field="file",
    )


def _headings(sheet: Sheet) -> tuple[int, dict[str, int]] | None:
    """(place of the row of headings, {heading: place of its column}), of the first row that has code and result."""
    known = {accent_key(heading): heading for heading in (CODE, *PARTS.values(), *REMEMBERED.values())}
    for number, row in enumerate(sheet.rows[:LINES_ABOVE]):
        places: dict[str, int] = {}
        for place, cell in enumerate(row):
            heading = known.get(accent_key(text_of(cell)))
            if heading is not None:
                places.setdefault(heading, place)
        if CODE in places and PARTS[FigurePart.VALUE] in places:
            return number, places
    return None


def _form(sheet: Sheet, header: int) -> str:
    for row in sheet.rows[:header]:
        for cell in row:
            if match := NUMBERED.fullmatch(text_of(cell)):
                return match[1]
    return ""


def _rows(sheet: Sheet, header: int, places: dict[str, int]):
    for number, row in enumerate(sheet.rows[header + 1 :], start=header + 2):
        cells = tuple(_cell(row, part, places) for part in PARTS if PARTS[part] in places)
        code = text_of(_at(row, places[CODE]))
        if code or any(cell.text for cell in cells):
            yield BookRow(number, code, cells)


def _cell(row: list, part: FigurePart, places: dict[str, int]) -> BookCell:
    cell = _at(row, places[PARTS[part]])
    kept = places.get(REMEMBERED[part])
    was = None if kept is None else squash(written(_at(row, kept)))
    is_figure = part in READ_AS_QUANTITY
    return BookCell(
        part,
        squash(written(cell)),
        was,
        as_number=is_figure and isinstance(cell, int | float) and not isinstance(cell, bool),
        as_day=is_figure and isinstance(cell, date | time),
    )


def _at(row: list, place: int):
    return row[place] if place < len(row) else ""


def written(cell) -> str:
    """As it would be typed here: a number that Excel made of the text has a decimal comma."""
    if isinstance(cell, float) and not cell.is_integer():
        return format_for_input(Decimal(f"{cell:.{DIGITS_OF_A_CELL}g}"))
    return text_of(cell)
