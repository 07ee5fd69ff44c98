"""Rows into a file, one at a time and never all in memory. No cell of either form can act as a formula."""

import csv
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path

import xlsxwriter

from awards.register.actions.exports.columns import COLUMNS
from emulation.core.dates import format_date

FORMULA = tuple("=+-@\t\r=+-@")
SHEET = 1_000_000
CELL = 32_767


def without_formula(text: str) -> str:
    """An apostrophe before what a spreadsheet would take for a formula, blanks before it or not."""
    return f"'{text}" if text.lstrip(" \u00a0").startswith(FORMULA) else text


class CsvFile:
    """UTF-8 with its mark, parted by semicolons, every text in quotes: a spreadsheet of this country opens it whole."""

    def __init__(self, path: Path, room: Path):
        self.file = path.open("w", encoding="utf-8-sig", newline="")
        self.rows = csv.writer(self.file, delimiter=";", quoting=csv.QUOTE_NONNUMERIC)

    def begin(self, said: list[str], titles: list[str]) -> None:
        for line in said:
            self.rows.writerow([without_formula(line)])
        self.rows.writerow(titles)

    def write(self, number: int, cells: list) -> None:
        self.rows.writerow([number, *(_as_text(cell) for cell in cells)])

    def close(self) -> None:
        self.file.close()

    def abandon(self) -> None:
        with suppress(OSError):
            self.file.close()


def _as_text(cell: object) -> object:
    if isinstance(cell, date):
        return format_date(cell)
    return without_formula(cell) if isinstance(cell, str) else cell


class XlsxFile:
    """Texts are written as texts, whatever they begin with; days as days. Excel ends at 1.048.576 rows, so a sheet ends
    at a million and the next one goes on. `room` holds what is not yet packed."""

    def __init__(self, path: Path, room: Path):
        self.book = xlsxwriter.Workbook(
            str(path),
            {
                "constant_memory": True,
                "tmpdir": str(room),
                "strings_to_formulas": False,
                "strings_to_urls": False,
                "strings_to_numbers": False,
            },
        )
        self.bold = self.book.add_format({"bold": True})
        self.head = self.book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        self.day = self.book.add_format({"num_format": "dd/mm/yyyy"})

    def begin(self, said: list[str], titles: list[str]) -> None:
        self.said, self.titles = said, titles
        self._next_sheet()

    def _next_sheet(self) -> None:
        self.sheet = self.book.add_worksheet()
        widths = [8, *(column.width for column in COLUMNS)]
        for place, width in enumerate(widths):
            self.sheet.set_column(place, place, width)
        self.sheet.freeze_panes(len(self.said) + 1, 2)
        for row, line in enumerate(self.said):
            self.sheet.write_string(row, 0, line, self.bold)
        for place, title in enumerate(self.titles):
            self.sheet.write_string(len(self.said), place, title, self.head)
        self.row = len(self.said) + 1

    def write(self, number: int, cells: list) -> None:
        if self.row > SHEET:
            self._next_sheet()
        self.sheet.write_number(self.row, 0, number)
        for place, cell in enumerate(cells, 1):
            if isinstance(cell, date):
                self.sheet.write_datetime(self.row, place, datetime(cell.year, cell.month, cell.day), self.day)
            elif isinstance(cell, int):
                self.sheet.write_number(self.row, place, cell)
            elif cell:
                self.sheet.write_string(self.row, place, cell[:CELL])
        self.row += 1

    def close(self) -> None:
        self.book.close()

    def abandon(self) -> None:
        """Nothing is packed: what was written so far goes with its folder."""
        self.book.fileclosed = True
        for sheet in self.book.worksheets():
            with suppress(OSError):
                sheet.row_data_fh.close()
