"""Rows of a sheet of entries that an office sends in, and what was made of each. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from emulation.core.dates import DateError, parse_date
from emulation.core.text import search_key, squash

SUMS = frozenset({"tong", "tong cong", "tong so", "cong"})


@dataclass(frozen=True)
class SheetRow:
    """`place`: where it stands, as the person finds it again; `cells`: by its room's columns, as the sheet holds
    them."""

    place: str
    cells: Mapping[str, object]

    def text(self, column: str) -> str:
        return squash(str(self.cells.get(column, "") or ""))

    def day(self, column: str) -> date | None:
        """None of an empty cell; ValueError of what is no day."""
        if not self.text(column):
            return None
        try:
            return parse_date(self.cells[column])  # type: ignore[arg-type]
        except DateError as problem:
            raise ValueError(self.text(column)) from problem


@dataclass(frozen=True)
class ReadRow:
    """`fate`: of its room's list, "taken" or why not; `seen`: the text that the reason speaks of; `texts`: of a taken
    row, by column, as they are read again when it is recorded."""

    place: str
    name: str
    fate: StrEnum
    seen: str = ""
    texts: Mapping[str, str] | None = None

    @property
    def is_taken(self) -> bool:
        return self.texts is not None


def is_a_sum(text: str) -> bool:
    return search_key(text) in SUMS


def too_long(row: SheetRow, longest: Mapping[str, int]) -> str:
    """The beginning of the first text that is longer than may be kept; "" where none is."""
    for column, most in longest.items():
        if len(row.text(column)) > most:
            return f"{row.text(column)[:40]}…"
    return ""
