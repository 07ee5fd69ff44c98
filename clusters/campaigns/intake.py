"""A sheet of campaigns that an office sends in: its table found by its headings, its rows with their places; and the
sheet as it is taken out, which comes back as it went."""

import io
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import IO

import xlsxwriter
from django.utils.translation import gettext as _

from clusters.campaigns.rules.rows import Column, SheetRow
from emulation.core.errors import Refusal
from emulation.core.intake.inspect import kind_of_list
from emulation.core.intake.sheets import Sheet, is_filled, read_sheets, text_of
from emulation.core.text import search_key

HEADINGS = {
    Column.NAME: "Tên phong trào",
    Column.ALIASES: "Tên gọi khác",
    Column.FORM: "Hình thức",
    Column.FIRST_DAY: "Từ ngày",
    Column.LAST_DAY: "Đến ngày",
    Column.DOCUMENT: "Văn bản phát động",
    Column.LAUNCHED_ON: "Ngày phát động",
    Column.CRITERIA: "Tiêu chí",
}
READ_AS = {search_key(heading): column for column, heading in HEADINGS.items()} | {
    "phong trao thi dua": Column.NAME,
    "ten phong trao thi dua": Column.NAME,
    "hinh thuc to chuc": Column.FORM,
    "ngay bat dau": Column.FIRST_DAY,
    "ngay ket thuc": Column.LAST_DAY,
}
LINES_ABOVE, MOST_ROWS = 40, 500


def read_campaign_sheet(stream: IO[bytes], *, limit: int) -> list[SheetRow]:
    """Of every sheet that holds such a table; `Refusal` says what is wrong with the file and what to do."""
    kind_of_list(stream, limit=limit)
    found: list[SheetRow] = []
    for sheet in read_sheets(stream):
        found += _rows(sheet)
    if not found:
        raise Refusal(
            _("No row stands beneath a heading “%(name)s” in this file. Fill in the empty sheet and choose it.")
            % {"name": HEADINGS[Column.NAME]},
            field="file",
        )
    if len(found) > MOST_ROWS:
        raise Refusal(
            _("The file holds %(number)s rows; at most %(most)s are taken at once. Divide it.")
            % {"number": len(found), "most": MOST_ROWS},
            field="file",
        )
    return found


def _rows(sheet: Sheet) -> list[SheetRow]:
    for number, row in enumerate(sheet.rows[:LINES_ABOVE]):
        places: dict[Column, int] = {}
        for place, cell in enumerate(row):
            column = READ_AS.get(search_key(text_of(cell)))
            if column is not None:
                places.setdefault(column, place)
        if Column.NAME in places:
            lines = enumerate(sheet.rows[number + 1 :], number + 2)
            kept = ((at, {column: line[place] for column, place in places.items()}) for at, line in lines)
            return [SheetRow(_place(sheet, at), cells) for at, cells in kept if any(map(is_filled, cells.values()))]
    return []


def _place(sheet: Sheet, row: int) -> str:
    if sheet.name:
        return _("sheet “%(sheet)s”, row %(row)s") % {"sheet": sheet.name, "row": row}
    return _("row %(row)s") % {"row": row}


def campaign_sheet(rows: Iterable[Sequence[str]], *, more: Sequence[str] = ()) -> bytes:
    """`rows`: texts by the headings and then by `more`; the same rows give the same bytes, no text is a formula."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(
        out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    )
    book.set_properties({"created": datetime(2000, 1, 1)})
    sheet = book.add_worksheet("Phong trào")
    head = book.add_format({"bold": True, "text_wrap": True, "border": 1})
    plain = book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
    sheet.set_column(0, 1, 48)
    sheet.set_column(2, len(HEADINGS) + len(more), 20)
    for place, heading in enumerate((*HEADINGS.values(), *more)):
        sheet.write_string(0, place, heading, head)
    for at, row in enumerate(rows, 1):
        for place, text in enumerate(row):
            sheet.write_string(at, place, text, plain)
    sheet.freeze_panes(1, 1)
    book.close()
    return out.getvalue()
