"""The refused rows as the office's own workbook: its lines above, its headings, and beside each row what to correct."""

import re
import tempfile
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Self

import xlsxwriter
from django.utils.translation import gettext as _

from awards.lists.intake.check_list import TableUnderCheck
from awards.lists.intake.mending import PROBLEMS, ROW_OF, is_ours
from awards.lists.models.batch import HonourBatch
from awards.lists.rules.problems import ListProblem, place_of
from awards.rows.rules.lines import ListLine
from awards.rows.rules.reading import CheckedRow
from awards.rows.words import expected
from emulation.core.storage import PASSING

CELL = 32_767
NOT_IN_A_SHEETS_NAME = re.compile(r"[\[\]:*?/\\]|^'|'$")
NARROW, USUAL, WIDE = 7, 22, 70


class RefusedRows:
    """Rows come one by one and go to the disk one by one; without a refused row there is no file.

    Each table with refused rows gets a sheet of its own. Headings of sections go before the first refused row beneath
    them, for the row may get subject, unit or award from them. Every text is written as text, whatever it begins with.
    """

    def __init__(self, batch: HonourBatch):
        self.batch = batch
        self.table: TableUnderCheck | None = None
        self.sections: list[ListLine] = []
        self.waiting: _WaitingRow | None = None
        self.names: set[str] = set()
        self.book: xlsxwriter.Workbook | None = None
        self._folder = tempfile.TemporaryDirectory(prefix=PASSING, ignore_cleanup_errors=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_ended: object) -> None:
        if self.book is not None and not self.book.fileclosed:
            self.book.close()
        self._folder.cleanup()

    @property
    def path(self) -> Path | None:
        """Of the whole file, None when no row is refused."""
        self._write_waiting()
        if self.book is None:
            return None
        if not self.book.fileclosed:
            self.book.close()
        return Path(self.book.filename)

    def take(self, table: TableUnderCheck, line: ListLine, row: CheckedRow | None, problems: list[ListProblem]) -> None:
        """A row of several honours is written once, with what is wrong in any of them from the first such on."""
        if self.waiting is not None and self.waiting.line.number == line.number and table is self.table and row:
            self.waiting.add(line, row, problems, table)
            return
        self._write_waiting()
        if table is not self.table:
            self.table, self.is_begun = table, False
            self.sections.clear()
            self.reading = table.reading
            self.ours = {heading.place for heading in self.reading.headings if is_ours(heading.text)}
            places = [heading.place for heading in self.reading.headings if heading.place not in self.ours]
            self.width = max(places) + 1
        if row is None:
            self.sections.append(line)
        elif problems:
            self.waiting = _WaitingRow(line)
            self.waiting.add(line, row, problems, table)

    def _write_waiting(self) -> None:
        row, self.waiting = self.waiting, None
        if row is None or row.is_good:
            return
        if not self.is_begun:
            self._begin()
        for section in self.sections:
            self._write(section.cells)
        self.sections.clear()
        sentences = list(dict.fromkeys(map(_sentence, row.problems)))
        self.sheet.write_string(self.row, self.width, "\n".join(sentences)[:CELL], self.wrapped)
        self.sheet.write_number(self.row, self.width + 1, row.line.number)
        self._write(row.line.cells, row.marked)

    def _begin(self) -> None:
        self.is_begun = True
        book = self.book if self.book is not None else self._begun_book()
        self.sheet = book.add_worksheet(self._sheets_name())
        guess = self.reading.guess
        for place in range(self.width):
            self.sheet.set_column(place, place, NARROW if place == self.reading.ordinal else USUAL)
        self.sheet.set_column(self.width, self.width, WIDE)
        self.sheet.freeze_panes(guess.first - self.reading.title, 0)
        self.row = 0
        for number in range(self.reading.title, guess.first):
            if number == guess.header:
                self.sheet.write_string(self.row, self.width, PROBLEMS, self.head)
                self.sheet.write_string(self.row, self.width + 1, ROW_OF.format(number=self.batch.pk), self.head)
            self._write(self.reading.rows[number], head=number >= guess.header)

    def _begun_book(self) -> xlsxwriter.Workbook:
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
        return book

    def _sheets_name(self) -> str | None:
        """As in the office's file; a second table of the same sheet is numbered."""
        name = NOT_IN_A_SHEETS_NAME.sub(" ", self.reading.sheet)[:31].strip()
        if not name:
            return None
        numbered, number = name, 1
        while numbered.casefold() in self.names:
            number += 1
            numbered = f"{name[:26].rstrip()} ({number})"
        self.names.add(numbered.casefold())
        return numbered

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


@dataclass
class _WaitingRow:
    """A row of the file, until all of its honours are checked."""

    line: ListLine
    problems: list[ListProblem] = field(default_factory=list)
    marked: set[int] = field(default_factory=set)
    is_good: bool = True

    def add(self, line: ListLine, row: CheckedRow, problems: list[ListProblem], table: TableUnderCheck) -> None:
        """`line`: one honour of the row."""
        self.is_good = self.is_good and row.is_good
        self.problems += problems
        meanings = table.table.meanings
        for problem in row.problems:
            place = place_of(problem, line, meanings)
            self.marked |= set(meanings.places.get(problem.column, ())) if place is None else {place}


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
