"""Whether the counts that a list prints of itself are those of the rows that were read. Pure.

A count may speak of its section, of its table so far, of the sheet or of the whole file: one that fits any is taken."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from awards.lists.rules.problems import ListProblem
from awards.lists.rules.totals import PrintedCount, names_a_part, printed_counts
from awards.rows.rules.lines import ListLine, RowKind
from awards.rows.rules.reading import RowTrouble

ALL = ""


@dataclass(frozen=True)
class _Asked:
    """A count that waits for its rows to be read. `began`: what had been read where each of its ranges began."""

    sheet: str
    row: int
    text: str
    count: PrintedCount
    began: tuple[Counter[str], ...]


@dataclass
class CountsJudge:
    """Told of every table, line and honour in the order of the file."""

    _read: Counter[str] = field(default_factory=Counter)
    _of_sheet: Counter[str] = field(default_factory=Counter)
    _of_table: Counter[str] = field(default_factory=Counter)
    _since_total: Counter[str] = field(default_factory=Counter)
    _sheet: str | None = None
    _sections: list[tuple[int, Counter[str], list[_Asked]]] = field(default_factory=list)
    _of_titles: list[_Asked] = field(default_factory=list)
    _found: list[ListProblem] = field(default_factory=list)

    def begin_table(self, sheet: str, title: list[tuple[int, str]]) -> None:
        """`title`: (row, text) of the lines above its headings."""
        self._close_sections(0)
        self._judge_titles(at_the_end=False)
        if sheet != self._sheet:
            self._sheet, self._of_sheet = sheet, Counter(self._read)
        self._of_table = self._since_total = Counter(self._read)
        began = (self._of_table, self._of_sheet, Counter[str]())
        self._of_titles += [
            _Asked(sheet, row, text, count, began)
            for row, text in title
            for count in printed_counts(text, RowKind.TITLE)
        ]

    def honour(self, subject: str) -> None:
        """A row that was read as an honour, refused or not."""
        self._read[ALL] += 1
        if subject:
            self._read[subject] += 1

    def line(self, line: ListLine) -> None:
        if line.kind is RowKind.SECTION:
            self._close_sections(line.level)
            here = Counter(self._read)
            asked = [
                _Asked(line.sheet, line.number, line.text, count, (here,))
                for count in printed_counts(line.text, RowKind.SECTION)
            ]
            self._sections.append((line.level, here, asked))
        elif line.kind is RowKind.TOTAL:
            sections = tuple(began for _level, began, _asked in reversed(self._sections))
            began = (*sections[:1], self._since_total)
            if not names_a_part(line.text):
                began = (*sections, self._since_total, self._of_table, self._of_sheet, Counter[str]())
            for count in self._counts_of(line):
                self._judge(_Asked(line.sheet, line.number, line.text, count, began))
            self._since_total = Counter(self._read)

    def closed(self) -> Iterator[ListProblem]:
        self._close_sections(0)
        self._judge_titles(at_the_end=True)
        yield from self._found

    @staticmethod
    def _counts_of(line: ListLine) -> tuple[PrintedCount, ...]:
        """In the words, else the one number that stands beside them."""
        if found := printed_counts(line.text, RowKind.TOTAL):
            return found
        numbers = {str(cell) for cell in line.cells if str(cell).isdigit()}
        return (PrintedCount(int(numbers.pop()), ALL),) if len(numbers) == 1 else ()

    def _close_sections(self, level: int) -> None:
        """Those that a heading of this level ends."""
        while self._sections and (self._sections[-1][0] >= level or not level):
            for asked in self._sections.pop()[2]:
                self._judge(asked)

    def _judge_titles(self, *, at_the_end: bool) -> None:
        """A title that does not fit its table may speak of what is still to come."""
        waiting = [asked for asked in self._of_titles if not self._fits(asked)]
        self._of_titles = [] if at_the_end else waiting
        for asked in waiting if at_the_end else ():
            self._judge(asked)

    def _fits(self, asked: _Asked) -> bool:
        return any(asked.count.number in self._since(began, asked.count.subject) for began in asked.began)

    def _since(self, began: Counter[str], subject: str) -> set[int]:
        """Of one subject; people are sometimes said of all that a list holds."""
        read = {self._read[subject] - began[subject]}
        return read | {self._read[ALL] - began[ALL]} if subject else read

    def _judge(self, asked: _Asked) -> None:
        if self._fits(asked):
            return
        subject = asked.count.subject
        nearest = min(
            (self._read[subject] - began[subject] for began in asked.began),
            key=lambda number: abs(number - asked.count.number),
        )
        self._found.append(
            ListProblem(asked.sheet, asked.row, "", RowTrouble.COUNT_DIFFERS, asked.text[:300], str(nearest), False)
        )
