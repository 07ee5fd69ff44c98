"""Reads a batch's own file again, where its columns were confirmed, and checks every row of it; writes nothing."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from awards.lists.intake.confirmed import read_confirmed
from awards.lists.intake.expectations import expectations_for
from awards.lists.intake.list_file import ListReading
from awards.lists.intake.mending import without_ours
from awards.lists.models.batch import HonourBatch
from awards.lists.rules.row_kinds import lines
from awards.lists.rules.table import ListTable
from awards.rows.rules.check_row import RowChecker
from awards.rows.rules.lines import ListLine, RowKind
from awards.rows.rules.reading import CheckedRow

REPORT_EVERY = 400


@dataclass(frozen=True)
class ListUnderCheck:
    reading: ListReading
    table: ListTable
    checker: RowChecker

    def checked(self, progress: Callable[[int, int], None]) -> Iterator[tuple[ListLine, CheckedRow | None]]:
        """Honours with what could be read of them, headings of sections without; each row is forgotten once it was
        given out. `progress(done, total)` counts rows of the sheet beneath its headings."""
        rows, first, total = self.reading.rows, self.reading.guess.first, self.reading.height
        progress(0, total)
        for done, line in enumerate(lines(rows, first, self.table.meanings, self.reading.ordinal), start=1):
            if line.kind is RowKind.HONOUR:
                yield line, self.checker.check(line)
            elif line.kind is RowKind.SECTION:
                yield line, None
            rows[line.number - 1] = ()
            if done % REPORT_EVERY == 0:
                progress(done, total)
        progress(total, total)


def open_list(batch: HonourBatch, *, on: date) -> ListUnderCheck:
    table = batch.table
    with batch.file.open("rb") as stream:
        reading = read_confirmed(stream, table)
    without_ours(reading.rows[reading.guess.first :], reading.headings)
    return ListUnderCheck(reading, table, RowChecker(expectations_for(batch, on=on), table.meanings))
