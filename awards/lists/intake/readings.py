"""What reading a file gives: its tables and its sheets."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from awards.lists.intake.tables import ordinal_of
from awards.lists.rules import columns
from awards.lists.rules.judged_rows import TITLED
from awards.lists.rules.row_kinds import TableRows
from awards.lists.rules.said_above import SaidAbove
from awards.lists.rules.summaries import summaries_in, title_rows
from awards.lists.rules.table import ListHeading
from awards.rows.rules.fields import Field, Meanings
from emulation.core.intake.legacy_letters import Letters
from emulation.core.intake.marked_rows import NONE, Marks
from emulation.core.intake.sheet import Aside
from emulation.core.intake.sheets import text_of
from emulation.core.text import search_key

SAMPLED_ROWS = 200


@dataclass(frozen=True)
class ListReading:
    """One table of the file. `rows` are the whole sheet's and hold text and dates only; `guess` speaks of its 0-based
    rows, `title` is the first of the lines above the headings, `last` the row after the table's; `letters`: {column:
    the old font's letters that were turned into Unicode}; `marks`: what the workbook marks on the sheet."""

    sheet: str
    rows: list[list]
    guess: columns.Guess
    above: SaidAbove
    letters: Mapping[int, Letters] = field(default_factory=dict)
    title: int = 0
    last: int = 0
    marks: Marks = NONE

    @property
    def ordinal(self) -> int | None:
        return ordinal_of(self.guess)

    @property
    def headings(self) -> tuple[ListHeading, ...]:
        """In the order of the file."""
        end = min(self.guess.first + SAMPLED_ROWS, self.last)
        sampled = [[text_of(cell) for cell in row] for row in self.rows[self.guess.first : end]]
        return tuple(
            ListHeading(
                column.place,
                " ".join(column.heading.split()),
                tuple(value[:80] for value in columns.samples(sampled, column.place)),
                str(self.letters.get(column.place, "")),
                column.place in self.marks.hidden_columns,
            )
            for column in self.guess.columns
        )

    @property
    def title_rows(self) -> list[Sequence]:
        """Without the tables of counts among them."""
        return title_rows(self.rows, self.title, self.guess.header)

    @cached_property
    def summaries(self) -> frozenset[int]:
        return summaries_in(self.rows, self.title, self.guess.header)

    @property
    def titles(self) -> tuple[str, ...]:
        """Keys of what the title says, line by line."""
        return tuple(key for row in self.title_rows for cell in row if (key := search_key(text_of(cell))))

    @property
    def height(self) -> int:
        return self.last - self.guess.first

    def hidden_columns(self) -> Iterator[int]:
        """Those in which anything stands beneath the headings."""
        for place in sorted(self.marks.hidden_columns):
            if any(place < len(row) and row[place] for row in self.rows[self.guess.first : self.last]):
                yield place

    def rows_under(self, meanings: Meanings, *, sheet: str = "", award_is_said: bool = False) -> TableRows:
        """With the award of the title where that wants a class, some column says one, and nobody said an award."""
        wants_class = Field.AWARD_CLASS in meanings.places and not award_is_said
        return TableRows(
            self.rows,
            self.guess.first,
            self.last,
            meanings,
            self.ordinal,
            sheet,
            self.marks.hidden,
            self.marks.struck,
            self.above.award_without_class if wants_class else "",
            self.titles,
        )


def carried_on(tables: Sequence[ListReading]) -> list[ListReading]:
    """The tables of one sheet; beneath “II. CÁ NHÂN” the title of the list above still holds."""
    found: list[ListReading] = []
    for table in tables:
        titled = any(TITLED.search(search_key(text_of(cell))) for row in table.title_rows for cell in row if cell)
        if found and not titled:
            table = replace(table, above=found[-1].above.carried_on(table.above))
        found.append(table)
    return found


@dataclass(frozen=True)
class SheetHeld:
    """A sheet with anything in it; `filled`: its filled rows from 1; `begins`: what the first of them say; `asides`:
    what stands beside its cells, which is not read."""

    name: str
    filled: tuple[int, ...]
    is_hidden: bool
    begins: tuple[str, ...] = ()
    asides: tuple[Aside, ...] = ()


@dataclass(frozen=True)
class ListFile:
    """All that a file holds: its tables in order, and every sheet."""

    tables: tuple[ListReading, ...]
    sheets: tuple[SheetHeld, ...]

    @property
    def height(self) -> int:
        return sum(table.height for table in self.tables)
