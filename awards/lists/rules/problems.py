"""What is wrong, or wants a second look, in a list: the same problem of a thousand rows is one line. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from awards.lists.rules.denials import denies
from awards.lists.rules.row_ranges import RowRanges
from awards.lists.rules.table import ListTable
from awards.rows.rules.fields import Field, Meanings
from awards.rows.rules.lines import ListLine
from awards.rows.rules.reading import CheckedRow, Problem, RowTrouble

MOST_SEEN, SHOWN = 20, 3
LONGEST_SEEN = 300


@dataclass(frozen=True)
class ListProblem:
    """`sheet` is "" where only one is read; `row` is the workbook's, from 1; `column` the heading in the file, "" where
    no column says it; `detail` as in `awards.rows.rules.reading.Problem`."""

    sheet: str
    row: int
    column: str
    trouble: RowTrouble
    seen: str
    detail: str
    refuses: bool


@dataclass(frozen=True)
class ProblemLine:
    """One problem with all of its rows, in ranges."""

    sheet: str
    row: int
    rows: str
    times: int
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
        trouble = RowTrouble.REMARK_UNSURE if denies(line.text) else RowTrouble.READ_AS_SECTION
        return [ListProblem(line.sheet, line.number, name, trouble, line.text[:LONGEST_SEEN], "", refuses=False)]
    return [
        ListProblem(
            line.sheet,
            row.row,
            table.text_above(problem.column, place_of(problem, line, table.meanings)),
            problem.trouble,
            problem.seen,
            problem.detail,
            problem.refuses,
        )
        for problem in row.problems
    ]


def place_of(problem: Problem, line: ListLine, meanings: Meanings) -> int | None:
    """Of the cell that it speaks of: of several columns that say one field the honour's own, or the first filled one;
    None where nothing is there."""
    if problem.place is not None or not problem.seen:
        return problem.place
    places = meanings.places.get(problem.column, ())
    if problem.column == Field.AWARD and line.place is not None:
        return line.place
    return next((place for place in places if place < len(line.cells) and line.cells[place]), None)


@dataclass
class _Gathered:
    rows: RowRanges = field(default_factory=RowRanges)
    by_seen: dict[str, RowRanges] = field(default_factory=dict)
    is_many: bool = False


class ProblemLines:
    """Gathers the problems of a list: one line for each thing seen, and one for all of them once they are many."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, str, RowTrouble, str, bool], _Gathered] = {}

    def add(self, problem: ListProblem) -> None:
        key = (problem.sheet, problem.column, problem.trouble, problem.detail, problem.refuses)
        gathered = self._found.setdefault(key, _Gathered())
        gathered.rows.add(problem.row)
        if problem.seen in gathered.by_seen or len(gathered.by_seen) < MOST_SEEN:
            gathered.by_seen.setdefault(problem.seen, RowRanges()).add(problem.row)
        else:
            gathered.is_many = True

    def closed(self) -> Iterator[ProblemLine]:
        """Those that refuse rows first, the commonest of them first."""
        for key, gathered in sorted(self._found.items(), key=lambda entry: (not entry[0][4], -entry[1].rows.times)):
            if gathered.is_many:
                seen = "; ".join([*list(gathered.by_seen)[:SHOWN], "…"])
                yield self._line(key, seen[:LONGEST_SEEN], gathered.rows)
            else:
                for text, rows in gathered.by_seen.items():
                    yield self._line(key, text, rows)

    @staticmethod
    def _line(key: tuple[str, str, RowTrouble, str, bool], seen: str, rows: RowRanges) -> ProblemLine:
        sheet, column, trouble, detail, refuses = key
        return ProblemLine(sheet, rows.first, rows.written(), rows.times, column, trouble, seen, detail, refuses)
