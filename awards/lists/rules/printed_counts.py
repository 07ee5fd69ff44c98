"""Whether the counts that a list prints of itself are those of the rows that were read. Pure.

A count may speak of its section, of its table so far, of the sheet or of the whole file: one that fits any is taken.
Where tables stand side by side it may speak of all of them: it is judged once the last of them is read."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import dropwhile

from awards.lists.rules.problems import ListProblem
from awards.lists.rules.totals import PrintedCount, names_a_part, printed_counts
from awards.rows.rules.lines import ListLine, RowKind
from awards.rows.rules.reading import RowTrouble

ALL = ""


@dataclass(frozen=True)
class _Asked:
    """A count that waits for its rows to be read. `began`: what had been read where each of its ranges began; `after`:
    the rows of the sheet after which they begin."""

    sheet: str
    row: int
    text: str
    count: PrintedCount
    began: tuple[Counter[str], ...]
    after: tuple[int, ...] = ()


@dataclass(frozen=True)
class _OverTables:
    """A count that does not fit its own table of several side by side; `before`: the row where its ranges end."""

    asked: _Asked
    before: int | None
    nearest: int


@dataclass
class CountsJudge:
    """Told of every table, line and honour in the order of the file."""

    _read: Counter[str] = field(default_factory=Counter)
    _of_sheet: Counter[str] = field(default_factory=Counter)
    _of_table: Counter[str] = field(default_factory=Counter)
    _since_total: Counter[str] = field(default_factory=Counter)
    _sheet: str | None = None
    _whole: str | None = None
    _of_whole: Counter[str] = field(default_factory=Counter)
    _placed: list[tuple[int, str]] = field(default_factory=list)
    _over_tables: list[_OverTables] = field(default_factory=list)
    _total_row: int = 0
    _sections: list[tuple[int, int, Counter[str], list[_Asked]]] = field(default_factory=list)
    _of_titles: list[_Asked] = field(default_factory=list)
    _found: list[ListProblem] = field(default_factory=list)

    def begin_table(self, sheet: str, title: list[tuple[int, str]], whole: str | None = None) -> None:
        """`title`: (row, text) of the lines above its headings; `whole`: of a table beside others the sheet of the
        file, None of any other."""
        self._close_sections(0)
        self._judge_titles(at_the_end=False)
        if whole is None or whole != self._whole:
            self._judge_over_tables()
            self._whole, self._of_whole, self._placed = whole, Counter(self._read), []
        self._total_row = 0
        if sheet != self._sheet:
            self._sheet, self._of_sheet = sheet, Counter(self._read)
        self._of_table = self._since_total = Counter(self._read)
        began = (self._of_table, self._of_sheet, self._of_whole, Counter[str]())
        self._of_titles += [
            _Asked(sheet, row, text, count, began)
            for row, text in title
            for count in printed_counts(text, RowKind.TITLE)
        ]

    def honour(self, subject: str, row: int) -> None:
        """A row that was read as an honour, refused or not."""
        if self._whole is not None:
            self._placed.append((row, subject))
        self._read[ALL] += 1
        if subject:
            self._read[subject] += 1

    def line(self, line: ListLine) -> None:
        if line.kind is RowKind.SECTION:
            self._close_sections(line.level, line.number)
            here = Counter(self._read)
            asked = [
                _Asked(line.sheet, line.number, line.text, count, (here,), (line.number,))
                for count in printed_counts(line.text, RowKind.SECTION)
            ]
            self._sections.append((line.level, line.number, here, asked))
        elif line.kind is RowKind.TOTAL:
            sections = tuple(began for _level, _row, began, _asked in reversed(self._sections))
            rows = tuple(row for _level, row, _began, _asked in reversed(self._sections))
            began, after = (*sections[:1], self._since_total), (*rows[:1], self._total_row)
            if not names_a_part(line.text):
                began = (*sections, self._since_total, self._of_table, self._of_sheet, Counter[str]())
                after = (*rows, self._total_row, 0)
            for count in self._counts_of(line):
                self._judge(_Asked(line.sheet, line.number, line.text, count, began, after), line.number)
            self._since_total, self._total_row = Counter(self._read), line.number
        elif line.kind is RowKind.SUMMARY and not names_a_part(line.text):
            for count in filter(lambda count: count.subject, printed_counts(line.text, RowKind.SECTION)):
                began = (self._of_table, self._of_sheet, Counter[str]())
                self._judge(_Asked(line.sheet, line.number, line.text, count, began, (0,)), line.number)

    def closed(self) -> Iterator[ListProblem]:
        self._close_sections(0)
        self._judge_titles(at_the_end=True)
        self._judge_over_tables()
        yield from self._found

    @staticmethod
    def _counts_of(line: ListLine) -> tuple[PrintedCount, ...]:
        """In the words, else the one number that stands beside them."""
        if found := printed_counts(line.text, RowKind.TOTAL):
            return found
        behind = dropwhile(lambda cell: str(cell) != line.text, line.cells)
        numbers = {str(cell) for cell in behind if str(cell).isdigit()}
        return (PrintedCount(int(numbers.pop()), ALL),) if len(numbers) == 1 else ()

    def _close_sections(self, level: int, row: int | None = None) -> None:
        """Those that a heading of this level ends, in its row."""
        while self._sections and (self._sections[-1][0] >= level or not level):
            for asked in self._sections.pop()[3]:
                self._judge(asked, row)

    def _judge_titles(self, *, at_the_end: bool) -> None:
        """A title that does not fit its table may speak of what is still to come."""
        waiting = [asked for asked in self._of_titles if not self._fits(asked)]
        self._of_titles = [] if at_the_end else waiting
        for asked in waiting if at_the_end else ():
            self._differs(asked, self._nearest(asked))

    def _fits(self, asked: _Asked) -> bool:
        return any(asked.count.number in self._since(began, asked.count.subject) for began in asked.began)

    def _since(self, began: Counter[str], subject: str) -> set[int]:
        """Of one subject; people are sometimes said of all that a list holds."""
        read = {self._read[subject] - began[subject]}
        return read | {self._read[ALL] - began[ALL]} if subject else read

    def _judge(self, asked: _Asked, before: int | None) -> None:
        if self._fits(asked):
            return
        nearest = self._nearest(asked)
        if self._whole is None:
            self._differs(asked, nearest)
        else:
            self._over_tables.append(_OverTables(asked, before, nearest))

    def _judge_over_tables(self) -> None:
        """The tables beside each other are all read: a count may be that of the same rows in all of them."""
        for waiting in self._over_tables:
            count = waiting.asked.count
            whole = self._since(self._of_whole, count.subject) if 0 in waiting.asked.after else set()
            within = (self._placed_within(first, waiting.before, count.subject) for first in waiting.asked.after)
            if count.number not in whole.union(*within):
                self._differs(waiting.asked, waiting.nearest)
        self._over_tables = []

    def _placed_within(self, after: int, before: int | None, subject: str) -> set[int]:
        found = [of for row, of in self._placed if row > after and (before is None or row < before)]
        return {len(found), found.count(subject)} if subject else {len(found)}

    def _nearest(self, asked: _Asked) -> int:
        subject = asked.count.subject
        return min(
            (self._read[subject] - began[subject] for began in asked.began),
            key=lambda number: abs(number - asked.count.number),
        )

    def _differs(self, asked: _Asked, nearest: int) -> None:
        self._found.append(
            ListProblem(asked.sheet, asked.row, "", RowTrouble.COUNT_DIFFERS, asked.text[:300], str(nearest), False)
        )
