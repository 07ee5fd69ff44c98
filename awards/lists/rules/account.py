"""What became of every row that a file holds: honours, or left out with the reason and the place. Pure."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any, Self

from awards.lists.rules.row_ranges import RowRanges
from awards.rows.rules.lines import RowKind

SHOWN, LONGEST = 3, 120


class LeftOut(StrEnum):
    """Why rows of a file are no honours. A row with only its number, a note and the rest are kinds of row; the others
    speak of a whole sheet or table."""

    TITLE = "title"
    SUMMARY = "summary"
    HEADING = "heading"
    SECTION = "section"
    TOTAL = "total"
    SIGNATURE = "signature"
    NOTE = "note"
    ONLY_NUMBERS = "only_numbers"
    HIDDEN = "hidden"
    STRUCK = "struck"
    UNREAD_SHEET = "unread_sheet"
    HIDDEN_SHEET = "hidden_sheet"
    TABLE_PUT_ASIDE = "table_put_aside"


TO_LOOK_AT = frozenset(
    {LeftOut.HIDDEN, LeftOut.STRUCK, LeftOut.UNREAD_SHEET, LeftOut.HIDDEN_SHEET, LeftOut.TABLE_PUT_ASIDE}
)


@dataclass
class _Group:
    rows: RowRanges = field(default_factory=RowRanges)
    texts: dict[str, None] = field(default_factory=dict)


@dataclass(frozen=True)
class LeftOutRows:
    """Rows of one sheet that are left out for one reason; `texts` what the first of them say."""

    sheet: str
    why: LeftOut
    rows: str
    times: int
    texts: tuple[str, ...]


@dataclass(frozen=True)
class TableRead:
    """One table of the list: the row of its headings, its rows that are honours, and what those give."""

    sheet: str
    row: int
    honour_rows: int
    honours: int


@dataclass(frozen=True)
class FileAccount:
    """`held`: rows of the file that hold anything, each as often as tables stand beside each other in it; it is
    `honour_rows` and the rows left out together. `honours`: what those rows give, more where one row holds several
    awards. `lines`: the same rows, each counted once."""

    held: int
    honour_rows: int
    honours: int
    left: tuple[LeftOutRows, ...]
    tables: tuple[TableRead, ...] = ()
    lines: int = 0

    @property
    def left_out(self) -> int:
        return sum(group.times for group in self.left)

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> Self:
        left = tuple(
            LeftOutRows(group["sheet"], LeftOut(group["why"]), group["rows"], group["times"], tuple(group["texts"]))
            for group in kept["left"]
        )
        tables = tuple(TableRead(**table) for table in kept.get("tables", []))
        return cls(kept["held"], kept["honour_rows"], kept["honours"], left, tables, kept.get("lines", kept["held"]))

    def as_json(self) -> dict[str, Any]:
        left = [
            {
                "sheet": group.sheet,
                "why": str(group.why),
                "rows": group.rows,
                "times": group.times,
                "texts": list(group.texts),
            }
            for group in self.left
        ]
        return {
            "held": self.held,
            "honour_rows": self.honour_rows,
            "honours": self.honours,
            "left": left,
            "tables": [asdict(table) for table in self.tables],
            "lines": self.lines,
        }


class Accounting:
    """Told of each row once; `held` and `lines` are counted apart from it, from the sheets themselves."""

    def __init__(self, held: int, lines: int):
        self._held, self._lines = held, lines
        self._read: dict[tuple[str, int], tuple[int, int]] = {}
        self._left: dict[tuple[str, LeftOut], _Group] = {}

    def table(self, sheet: str, row: int) -> None:
        """One is read from here on; `row` of its headings."""
        self._here = (sheet, row)
        self._read[self._here] = (0, 0)

    def honour(self, honours: int) -> None:
        """A row of the table that is read."""
        rows, given = self._read[self._here]
        self._read[self._here] = (rows + 1, given + honours)

    def left_out(self, sheet: str, why: LeftOut, row: int, text: str = "") -> None:
        """`row` from 1."""
        group = self._left.setdefault((sheet, why), _Group())
        group.rows.add(row)
        if text and len(group.texts) < SHOWN:
            group.texts.setdefault(text[:LONGEST])

    def left_of_kind(self, sheet: str, kind: RowKind, row: int, text: str) -> None:
        if kind is not RowKind.BLANK:
            self.left_out(sheet, LeftOut(kind.value), row, text)

    def closed(self) -> FileAccount:
        left = tuple(
            LeftOutRows(sheet, why, group.rows.written(), group.rows.times, tuple(group.texts))
            for (sheet, why), group in self._left.items()
        )
        tables = tuple(TableRead(*place, *read) for place, read in self._read.items())
        rows, honours = (sum(read[which] for read in self._read.values()) for which in (0, 1))
        return FileAccount(self._held, rows, honours, left, tables, self._lines)
