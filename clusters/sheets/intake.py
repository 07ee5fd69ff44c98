"""A sheet of entries that an office sends in: its table found by its headings, its rows with their places; and the
sheet as it is taken out, which comes back as it went."""

import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import IO

import xlsxwriter
from django.utils.translation import gettext as _

from clusters.sheets.rules import SheetRow
from emulation.core.errors import Refusal
from emulation.core.intake.beside_in_words import beside_in_words
from emulation.core.intake.inspect import kind_of_list
from emulation.core.intake.sheets import Sheet, is_filled, read_all_sheets, text_of
from emulation.core.text import search_key, squash

LINES_ABOVE, MOST_ROWS = 40, 500
NUMBERS = frozenset({"tt", "stt", "so tt", "so thu tu"})


@dataclass(frozen=True)
class SheetTable:
    """`headings`: {column: heading}, `wide` of them first; `also`: {search key: column} of what offices call them
    besides; `needed`: the column without which there is no table."""

    title: str
    headings: Mapping[str, str]
    needed: str
    also: Mapping[str, str]
    wide: int = 1

    def column(self, heading: str) -> str | None:
        key = search_key(heading)
        named = {search_key(text): column for column, text in self.headings.items()} | dict(self.also)
        return named.get(key)


@dataclass(frozen=True)
class SentSheet:
    """`unread`: headings of columns that are filled and mean nothing here; `beside`: sentences on what else was not
    read."""

    rows: list[SheetRow]
    unread: tuple[str, ...]
    beside: tuple[str, ...] = ()


def read_sheet(stream: IO[bytes], table: SheetTable, *, limit: int) -> SentSheet:
    """Of every sheet that holds such a table; `Refusal` says what is wrong with the file and what to do."""
    kind_of_list(stream, limit=limit)
    found: list[SheetRow] = []
    unread: dict[str, None] = {}
    sheets: list[tuple[Sheet, bool]] = []
    for sheet in read_all_sheets(stream):
        rows, headings = ([], []) if sheet.is_hidden else _rows(sheet, table)
        sheets.append((sheet, bool(rows)))
        found += rows
        unread |= dict.fromkeys(headings)
    if not found:
        raise Refusal(
            _("No row stands beneath a heading “%(name)s” in this file. Fill in the empty sheet and choose it.")
            % {"name": table.headings[table.needed]},
            field="file",
        )
    if len(found) > MOST_ROWS:
        raise Refusal(
            _("The file holds %(number)s rows; at most %(most)s are taken at once. Divide it.")
            % {"number": len(found), "most": MOST_ROWS},
            field="file",
        )
    return SentSheet(found, tuple(unread), beside_in_words(sheets))


def _rows(sheet: Sheet, table: SheetTable) -> tuple[list[SheetRow], list[str]]:
    for number, row in enumerate(sheet.rows[:LINES_ABOVE]):
        places: dict[str, int] = {}
        others: dict[int, str] = {}
        for place, cell in enumerate(row):
            text = squash(text_of(cell))
            column = table.column(text)
            if column is not None and column not in places:
                places[column] = place
            elif text and search_key(text) not in NUMBERS:
                others[place] = text
        if table.needed in places:
            lines = list(enumerate(sheet.rows[number + 1 :], number + 2))
            kept = ((at, {column: line[place] for column, place in places.items()}) for at, line in lines)
            rows = [SheetRow(_place(sheet, at), cells) for at, cells in kept if any(map(is_filled, cells.values()))]
            return rows, [text for place, text in others.items() if any(is_filled(line[place]) for _at, line in lines)]
    return [], []


def _place(sheet: Sheet, row: int) -> str:
    if sheet.name:
        return _("sheet “%(sheet)s”, row %(row)s") % {"sheet": sheet.name, "row": row}
    return _("row %(row)s") % {"row": row}


def written_sheet(table: SheetTable, rows: Iterable[Sequence[str]], *, more: Sequence[str] = ()) -> bytes:
    """`rows`: texts by the headings and then by `more`; the same rows give the same bytes, no text is a formula."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(
        out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    )
    book.set_properties({"created": datetime(2000, 1, 1)})
    sheet = book.add_worksheet(table.title)
    head = book.add_format({"bold": True, "text_wrap": True, "border": 1})
    plain = book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
    sheet.set_column(0, table.wide - 1, 48)
    sheet.set_column(table.wide, len(table.headings) + len(more), 20)
    for place, heading in enumerate((*table.headings.values(), *more)):
        sheet.write_string(0, place, heading, head)
    for at, row in enumerate(rows, 1):
        for place, text in enumerate(row):
            sheet.write_string(at, place, text, plain)
    sheet.freeze_panes(1, 1)
    book.close()
    return out.getvalue()
