"""Reads a batch's own file again and checks every row of it; writes nothing."""

from dataclasses import dataclass, field

from awards.intake.expectations import expectations_for, mapping_of
from awards.intake.list_file import read_list
from awards.models import HonourBatch
from awards.rules.check_row import RowChecker
from awards.rules.columns import Field
from awards.rules.reading import CheckedRow, Trouble
from awards.rules.row_kinds import RowKind, lines

REPORT_EVERY = 400


@dataclass
class CheckedList:
    """`sections` counts rows read as headings of sections; `awards` maps codes to ids."""

    rows: list[CheckedRow] = field(default_factory=list)
    doubtful: list[tuple[int, str]] = field(default_factory=list)
    sections: int = 0
    awards: dict[str, int] = field(default_factory=dict)


def check_rows(batch: HonourBatch, *, on, progress=lambda done, total: None) -> CheckedList:
    """`progress(done, total)` counts rows of the sheet beneath its headings."""
    with batch.file.open("rb") as stream:
        reading = read_list(stream)
    expected, ids = expectations_for(batch, on=on)
    mapping = mapping_of(batch)
    checker = RowChecker(expected, mapping)
    out = CheckedList(awards=ids)
    total = reading.height
    progress(0, total)
    for done, line in enumerate(lines(reading.rows, reading.guess.first, mapping, reading.ordinal), start=1):
        if line.kind is RowKind.HONOUR:
            out.rows.append(checker.check(line))
        elif line.kind is RowKind.SECTION:
            out.sections += 1
            if line.doubtful:
                out.doubtful.append((line.number, line.text))
        if done % REPORT_EVERY == 0:
            progress(done, total)
    progress(total, total)
    return out


def column_headings(batch: HonourBatch) -> dict[str, str]:
    """{field: heading in the file}, for telling people which column a problem is in."""
    headings = {column["place"]: column["heading"] for column in batch.headings}
    out: dict[str, str] = {}
    for place, meaning in sorted(mapping_of(batch).items()):
        out.setdefault(meaning, headings.get(place, ""))
    return out


def problem_rows(batch: HonourBatch, checked: CheckedList):
    """(row, column, code, seen, expected, refuses) for each problem, in the order of the rows."""
    headings = column_headings(batch)
    found = [
        (row.row, headings.get(problem.column, ""), problem.trouble, problem.seen, problem.detail, problem.refuses)
        for row in checked.rows
        for problem in row.problems
    ]
    name = headings.get(Field.NAME, "")
    found += [(number, name, Trouble.READ_AS_SECTION, text[:300], "", False) for number, text in checked.doubtful]
    return sorted(found, key=lambda problem: problem[0])
