"""XLSX by XlsxWriter: a sheet for each table. Numbers, shares and days stay numbers; text is never taken for a formula.

The formats are Excel's own (#,##0), which a Vietnamese Excel shows as 23.735 and 79,92%. Reproducible to the byte.
"""

import io
import re
import textwrap
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from itertools import zip_longest

import xlsxwriter

from emulation.core.numbers import NumberError, parse_decimal, parse_integer
from reports.document import render as page
from reports.document.render.xlsx_words import SheetWords, said_by_hand, words_around
from reports.document.rules.document import Cell, Column, Document, Figure, Signature, Table
from reports.document.rules.wording import printable

FORBIDDEN = re.compile(r"[\[\]:*?/\\']")
FACE = {"font_name": "Times New Roman", "font_size": 12, "valign": "vcenter"}
CENTERED = {**FACE, "align": "center", "text_wrap": True}
GRID = {**FACE, "border": 1}
WIDTH_PORTRAIT, WIDTH_LANDSCAPE = 86, 132
MINIMUM_WIDTH = 7
LINE_PT = 16.5
ROOM_FOR_A_HAND = 5  # rows
INCH_MM = 25.4
NO_TABLE = "Văn bản này không có bảng số liệu; nội dung ở bản DOCX, PDF."


def render(document: Document, *, with_words: bool = False) -> bytes:
    """`with_words`: paragraphs and lists too, each over the table that it stands before, the last ones beneath the last
    table; for a form, whose head and notes belong to its table."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties(
        {
            "title": printable(document.title)[:255],
            "author": printable(" ".join(document.letterhead.issuer.split()))[:255],
            "subject": printable(document.identifier)[:255],
            "created": datetime(document.as_of.year, document.as_of.month, document.as_of.day),
        }
    )
    looks = _Looks(book)
    names: set[str] = set()
    tables = list(_tables(document))
    for at, (name, landscape, table) in enumerate(tables, 1):
        sheet = book.add_worksheet(_unique(name, names))
        _paper(sheet, landscape)
        signers = document.signers if at == len(tables) else ()
        words = words_around(document, table) if with_words else SheetWords()
        _sheet(sheet, document, table, looks, WIDTH_LANDSCAPE if landscape else WIDTH_PORTRAIT, words, signers)
    if not names:
        sheet = book.add_worksheet(_unique(document.kind, names))
        _paper(sheet, landscape=False)
        sheet.set_column(0, 0, WIDTH_PORTRAIT)
        for at, (words, look) in enumerate(((document.title, {"bold": True}), (NO_TABLE, {"italic": True}))):
            _line(sheet, at, 0, words, {**FACE, **look}, looks, [WIDTH_PORTRAIT])
        sheet.print_area(0, 0, 1, 0)
    book.close()
    return out.getvalue()


def _tables(document: Document):
    for block in document.blocks:
        if isinstance(block, Table):
            yield block.caption or document.kind, False, block
    for annex in document.annexes:
        for block in annex.blocks:
            if isinstance(block, Table):
                yield annex.number, annex.landscape, block


def _unique(name: str, taken: set[str]) -> str:
    """Excel's rules: 31 letters, none of []:*?/\\', no two alike without regard to case; "Bảng 1. …" is "Bảng 1"."""
    words = FORBIDDEN.sub(" ", printable(name))
    numbered = re.match(r"\s*(Bảng|Biểu|Phụ lục)\s+\w+", words)
    short = (numbered[0] if numbered else words).strip()[:31] or "Bảng"
    candidate, count = short, 1
    while candidate.casefold() in taken:
        count += 1
        candidate = f"{short[:27]} ({count})"
    taken.add(candidate.casefold())
    return candidate


class _Looks:
    """Formats of one workbook, each made once."""

    def __init__(self, book):
        self.book = book
        self.made: dict[tuple, object] = {}

    def of(self, look: dict):
        key = tuple(sorted(look.items()))
        if key not in self.made:
            self.made[key] = self.book.add_format(look)
        return self.made[key]


def _paper(sheet, landscape: bool):
    sheet.set_paper(9)
    if landscape:
        sheet.set_landscape()
    sheet.set_margins(
        left=page.MARGIN_LEFT_MM / INCH_MM,
        right=page.MARGIN_RIGHT_MM / INCH_MM,
        top=page.MARGIN_TOP_MM / INCH_MM,
        bottom=page.MARGIN_BOTTOM_MM / INCH_MM,
    )
    sheet.fit_to_pages(1, 0)
    sheet.set_header("&C&13&P", {"margin": 10 / INCH_MM})


def _sheet(
    sheet,
    document: Document,
    table: Table,
    looks: _Looks,
    width: int,
    words: SheetWords,
    signers: tuple[Signature, ...],
):
    last = len(table.columns) - 1
    total = sum(column.weight for column in table.columns)
    widths = [max(width * column.weight / total, MINIMUM_WIDTH) for column in table.columns]
    for at, room in enumerate(widths):
        sheet.set_column(at, at, room)
    heads = (
        (" ".join(document.letterhead.issuer.split()), {**FACE, "bold": True}),
        (_told_apart(document), {**FACE, "bold": True}),
        *((said, FACE) for said in words.above),
        (table.caption, {**FACE, "bold": True, "font_size": 13}),
    )
    for at, (said, look) in enumerate(heads):
        _line(sheet, at, last, said, look, looks, widths)
    top = len(heads) + 1
    first = _head(sheet, table, looks, top, widths)
    for at, row in enumerate(table.rows, first):
        bold = {"bold": True} if row.style != "normal" else {}
        if row.style == "section":
            _across(sheet, at, 0, at, last, str(row.cells[0]), looks.of({**GRID, **bold}))
            continue
        _grow(sheet, at, [column.text(cell) for column, cell in zip(table.columns, row.cells, strict=True)], widths)
        for place, (column, cell) in enumerate(zip(table.columns, row.cells, strict=True)):
            _write(sheet, at, place, column, cell, looks, bold)
    end = first + len(table.rows) - 1
    italic = {**FACE, "italic": True}
    beneath = [(said, italic) for said in (table.note, *said_by_hand(table)) if said]
    for said, look in (*beneath, *((said, FACE) for said in words.beneath)):
        end += 1
        _line(sheet, end, last, said, look, looks, widths)
    if signers:
        end = _foot(sheet, end + 2, document, signers, looks, widths)
    sheet.repeat_rows(top, first - 1)
    sheet.freeze_panes(first, 0)
    sheet.print_area(0, 0, end, last)


def _foot(sheet, top: int, document: Document, signers: tuple[Signature, ...], looks: _Looks, widths: list[float]):
    """Place and day, then who signs, two in a row, each with room for a hand. The last row it takes."""
    last = len(widths) - 1
    middle = min(range(last + 1), key=lambda at: abs(sum(widths[:at]) - sum(widths) / 2)) if last else 0
    halves = ((0, max(middle - 1, 0)), (middle, last))
    rooms = [sum(widths[left : right + 1]) for left, right in halves]

    def write(at: int, words: Sequence[str], look: dict):
        _grow(sheet, at, [*words, ""][:2], rooms)
        for said, (left, right) in zip(words, halves, strict=False):
            if said:
                _across(sheet, at, left, at, right, said, looks.of({**CENTERED, **look}))

    write(top, ("", document.day_line), {"italic": True})
    at = top + 1
    for pair in (signers[place : place + 2] for place in range(0, len(signers), 2)):
        for words in zip_longest(*(one.lines for one in pair), fillvalue=""):
            write(at, words, {"bold": True})
            at += 1
        write(at, [one.note for one in pair], {"italic": True})
        at += ROOM_FOR_A_HAND
        write(at, [one.name for one in pair], {"bold": True})
        at += 1
    return at - 1


def _line(sheet, at: int, last: int, words: str, look: dict, looks: _Looks, widths: list[float]):
    """Words over the whole width of the table, so that none run out of what is printed."""
    _grow(sheet, at, [words], [sum(widths)])
    _across(sheet, at, 0, at, last, words, looks.of({**look, "text_wrap": True}))


def _told_apart(document: Document) -> str:
    """The title, and by what the paper is told from others of the same title."""
    if document.draft:
        return f"{document.title} ({document.draft.capitalize()})"
    return f"{document.title} (số {document.reference})" if document.number else document.title


def _head(sheet, table: Table, looks: _Looks, top: int, widths: list[float]) -> int:
    look = looks.of({**CENTERED, "border": 1, "bold": True})
    bottom = top + bool(table.groups)
    _grow(sheet, bottom, [column.heading for column in table.columns], widths)
    at = 0
    for group, span in table.groups or tuple(("", 1) for _ in table.columns):
        if group:
            _across(sheet, top, at, top, at + span - 1, group, look)
        for place in range(at, at + span):
            heading = table.columns[place].heading
            _across(sheet, bottom if group else top, place, bottom, place, heading, look)
        at += span
    if not table.number_row:
        return bottom + 1
    for place in range(len(table.columns)):
        sheet.write_string(
            bottom + 1, place, f"({place + 1})", looks.of({**CENTERED, "border": 1, "italic": True, "font_size": 10})
        )
    return bottom + 2


def _grow(sheet, at: int, texts: list[str], widths: list[float]):
    """Room for wrapped lines: not every reader of the file measures them itself."""
    lines = max(len(textwrap.wrap(text, max(int(room), 1))) for text, room in zip(texts, widths, strict=True))
    if lines > 1:
        sheet.set_row(at, LINE_PT * lines)


def _across(sheet, top: int, left: int, bottom: int, right: int, words: str, look):
    if (top, left) != (bottom, right):
        sheet.merge_range(top, left, bottom, right, "", look)
    sheet.write_string(top, left, printable(words), look)


def _write(sheet, at: int, place: int, column: Column, cell: Cell, looks: _Looks, bold: dict):
    look = {**GRID, **bold, "align": column.alignment, "text_wrap": not column.numeric}
    if column.alignment != "center":
        look["indent"] = 1
    value, kind, places = cell, column.kind, column.places
    if isinstance(cell, Figure):
        value, kind, places = _of_figure(cell)
    if value is None:
        sheet.write_blank(at, place, None, looks.of(look))
    elif isinstance(value, date):
        moment = datetime(value.year, value.month, value.day)
        sheet.write_datetime(at, place, moment, looks.of({**look, "num_format": "dd/mm/yyyy"}))
    elif isinstance(value, int | Decimal) and not isinstance(value, bool):
        number = float(value) / 100 if kind == "percent" else float(value)
        sheet.write_number(at, place, number, looks.of({**look, "num_format": _number_format(kind, places, value)}))
    else:
        sheet.write_string(at, place, printable(value), looks.of(look))


def _of_figure(cell: Figure):
    """What is printed for it; a number that the office wrote by hand stays a number."""
    if not cell.printed:
        return cell.value, cell.kind, cell.places
    if cell.computed:
        read = parse_integer if cell.kind == "integer" else parse_decimal
        try:
            return Decimal(read(cell.printed.rstrip("%"))), cell.kind, cell.places
        except NumberError:
            pass
    return cell.printed, "text", None


def _number_format(kind: str, places: int | None, value: int | Decimal) -> str:
    if kind == "integer":
        return "#,##0"
    if places is None:
        places = 2 if kind == "percent" else max(-Decimal(value).as_tuple().exponent, 0)
    decimals = "." + "0" * places if places else ""
    return f"0{decimals}%" if kind == "percent" else f"#,##0{decimals}"
