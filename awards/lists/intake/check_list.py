"""Reads a batch's own file again and checks every row of it; writes nothing."""

from collections.abc import Iterator
from dataclasses import dataclass

from awards.lists.intake.expectations import expectations_for, mapping_of
from awards.lists.intake.list_file import ListReading, read_list
from awards.lists.intake.mending import without_ours
from awards.lists.models.batch import HonourBatch
from awards.lists.rules.row_kinds import lines
from awards.rows.rules.check_row import RowChecker
from awards.rows.rules.fields import Field
from awards.rows.rules.lines import Line, RowKind
from awards.rows.rules.reading import CheckedRow, Trouble

REPORT_EVERY = 400


@dataclass(frozen=True)
class ListUnderCheck:
    """`awards` maps codes to ids."""

    reading: ListReading
    mapping: dict[int, str]
    checker: RowChecker
    awards: dict[str, int]

    def checked(self, progress) -> Iterator[tuple[Line, CheckedRow | None]]:
        """Honours with what could be read of them, headings of sections without; each row is forgotten once it was
        given out. `progress(done, total)` counts rows of the sheet beneath its headings."""
        rows, first, total = self.reading.rows, self.reading.guess.first, self.reading.height
        progress(0, total)
        for done, line in enumerate(lines(rows, first, self.mapping, self.reading.ordinal), start=1):
            if line.kind is RowKind.HONOUR:
                yield line, self.checker.check(line)
            elif line.kind is RowKind.SECTION:
                yield line, None
            rows[line.number - 1] = ()
            if done % REPORT_EVERY == 0:
                progress(done, total)
        progress(total, total)


def open_list(batch: HonourBatch, *, on) -> ListUnderCheck:
    with batch.file.open("rb") as stream:
        reading = read_list(stream)
    without_ours(reading.rows[reading.guess.first :], reading.headings)
    expected, awards = expectations_for(batch, on=on)
    mapping = mapping_of(batch)
    return ListUnderCheck(reading, mapping, RowChecker(expected, mapping), awards)


def column_headings(batch: HonourBatch) -> dict[str, str]:
    """{field: heading in the file}, for telling people which column a problem is in."""
    headings = {column["place"]: column["heading"] for column in batch.headings}
    out: dict[str, str] = {}
    for place, meaning in sorted(mapping_of(batch).items()):
        out.setdefault(meaning, headings.get(place, ""))
    return out


def problems_of(line: Line, row: CheckedRow | None, headings: dict[str, str]) -> list[tuple]:
    """(row, column, code, seen, expected, refuses) of one line; `headings` as `column_headings` gives them."""
    if row is None:
        name = headings.get(Field.NAME, "")
        return [(line.number, name, Trouble.READ_AS_SECTION, line.text[:300], "", False)] if line.doubtful else []
    return [
        (row.row, headings.get(problem.column, ""), problem.trouble, problem.seen, problem.detail, problem.refuses)
        for problem in row.problems
    ]
