"""The refused rows as the office's own workbook: its lines above, its headings, and beside each row what to correct."""

import re
import tempfile
from collections.abc import Collection, Sequence
from datetime import date
from pathlib import Path
from typing import Self

import xlsxwriter
from django.utils.translation import gettext as _

from awards.lists.intake.list_file import ListReading
from awards.lists.intake.mending import PROBLEMS, ROW_OF, is_ours
from awards.lists.models.batch import HonourBatch
from awards.lists.rules.problems import ListProblem
from awards.rows.rules.fields import Meanings
from awards.rows.rules.lines import ListLine
from awards.rows.rules.reading import CheckedRow
from awards.rows.words import expected

CELL = 32_767
NOT_IN_A_SHEETS_NAME = re.compile(r"[\[\]:*?/\\]|^'|'$")
NARROW, USUAL, WIDE = 7, 22, 70


class RefusedRows:
    """Rows come one by one and go to the disk one by one; without a refused row there is no file.

    Headings of sections go before the first refused row beneath them, for the row may get subject, unit or award from
    them. Every text is written as text, whatever it begins with.
    """

    def __init__(self, batch: HonourBatch, reading: ListReading, meanings: Meanings):
        self.batch = batch
        self.reading = reading
        self.places = meanings.places
        self.ours = {heading.place for heading in reading.headings if is_ours(heading.text)}
        self.width = max(heading.place + 1 for heading in reading.headings if heading.place not in self.ours)
        self.sections: list[ListLine] = []
        self.book: xlsxwriter.Workbook | None = None
        self._folder = tempfile.TemporaryDirectory(prefix="refused-", ignore_cleanup_errors=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_ended: object) -> None:
        if self.book is not None and not self.book.fileclosed:
            self.book.close()
        self._folder.cleanup()

    @property
    def path(self) -> Path | None:
        """Of the whole file, None when no row is refused."""
        if self.book is None:
            return None
        if not self.book.fileclosed:
            self.book.close()
        return Path(self.book.filename)

    def take(self, line: ListLine, row: CheckedRow | None, problems: list[ListProblem]) -> None:
        if row is None:
            self.sections.append(line)
        elif not row.is_good:
            if self.book is None:
                self._begin()
            for section in self.sections:
                self._write(section.cells)
            self.sections.clear()
            marked = {place for problem in row.problems for place in self.places.get(problem.column, ())}
            self.sheet.write_string(self.row, self.width, "\n".join(map(_sentence, problems))[:CELL], self.wrapped)
            self.sheet.write_number(self.row, self.width + 1, line.number)
            self._write(line.cells, marked)

    def _begin(self) -> None:
        book = self.book = xlsxwriter.Workbook(
            str(Path(self._folder.name) / "refused.xlsx"),
            {"constant_memory": True, "tmpdir": self._folder.name, "strings_to_urls": False},
        )
        seen = {"bg_color": "#FFE08A"}
        self.head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        self.wrapped = book.add_format({"text_wrap": True, "valign": "top", "font_color": "#8A1C1C"})
        self.marked = book.add_format(seen)
        self.day = book.add_format({"num_format": "dd/mm/yyyy"})
        self.marked_day = book.add_format(seen | {"num_format": "dd/mm/yyyy"})
        self.sheet = book.add_worksheet(NOT_IN_A_SHEETS_NAME.sub(" ", self.reading.sheet)[:31].strip() or None)
        guess = self.reading.guess
        for place in range(self.width):
            self.sheet.set_column(place, place, NARROW if place == self.reading.ordinal else USUAL)
        self.sheet.set_column(self.width, self.width, WIDE)
        self.sheet.freeze_panes(guess.first, 0)
        self.row = 0
        for number, cells in enumerate(self.reading.rows[: guess.first]):
            if number == guess.header:
                self.sheet.write_string(self.row, self.width, PROBLEMS, self.head)
                self.sheet.write_string(self.row, self.width + 1, ROW_OF.format(number=self.batch.pk), self.head)
            self._write(cells, head=number >= guess.header)

    def _write(self, cells: Sequence, marked: Collection[int] = (), *, head: bool = False) -> None:
        for place in range(self.width):
            if place in self.ours:
                continue
            cell = cells[place] if place < len(cells) else ""
            if isinstance(cell, date):
                self.sheet.write_datetime(self.row, place, cell, self.marked_day if place in marked else self.day)
            elif cell:
                form = self.head if head else self.marked if place in marked else None
                self.sheet.write_string(self.row, place, str(cell)[:CELL], form)
            elif place in marked:
                self.sheet.write_blank(self.row, place, None, self.marked)
        self.row += 1


def _sentence(problem: ListProblem) -> str:
    told = {
        "column": problem.column,
        "seen": problem.seen,
        "expected": expected(problem.trouble, problem.detail),
    }
    if not problem.column:
        return _("Expected: %(expected)s") % told
    if not problem.seen:
        return _("%(column)s: nothing is there; expected: %(expected)s") % told
    return _("%(column)s: seen “%(seen)s”; expected: %(expected)s") % told
