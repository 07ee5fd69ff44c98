"""What is wrong, or wants a second look, in one line of a list. Pure."""

from dataclasses import dataclass

from awards.lists.rules.table import ListTable
from awards.rows.rules.fields import Field
from awards.rows.rules.lines import ListLine
from awards.rows.rules.reading import CheckedRow, RowTrouble


@dataclass(frozen=True)
class ListProblem:
    """`row` is the workbook's, from 1; `column` the heading in the file, "" where no column says it; `detail` as in
    `awards.rows.rules.reading.Problem`."""

    row: int
    column: str
    trouble: RowTrouble
    seen: str
    detail: str
    refuses: bool


def problems_of(line: ListLine, row: CheckedRow | None, table: ListTable) -> list[ListProblem]:
    """`row` is None for the heading of a section."""
    if row is None:
        if not line.doubtful:
            return []
        name = table.text_above(Field.NAME)
        return [ListProblem(line.number, name, RowTrouble.READ_AS_SECTION, line.text[:300], "", refuses=False)]
    return [
        ListProblem(
            row.row,
            table.text_above(problem.column),
            problem.trouble,
            problem.seen,
            problem.detail,
            problem.refuses,
        )
        for problem in row.problems
    ]
