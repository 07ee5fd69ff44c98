"""Rows of a sheet of entries that an office sends in, and what was made of each. Pure."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

from emulation.core.dates import DateError, parse_date
from emulation.core.text import search_key, squash

SUMS = frozenset({"tong", "tong cong", "tong so", "cong"})
COMMITTEE = re.compile(r"\b(?:chu tich )?(?:ubnd|uy ban nhan dan) ")
CITY_IN_SHORT = re.compile(r"\btp (?=\w)")


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


class Office(Protocol):
    @property
    def name(self) -> str: ...

    @property
    def official_name(self) -> str: ...

    @property
    def parent(self) -> "Office | None": ...


def name_on_sheet(office: Office) -> str:
    """With the body above it, for departments bear the same names everywhere."""
    above = f", {office.parent.official_name}" if office.parent else ""
    return f"{office.official_name}{above}"


def is_of_another(text: str, office: Office) -> bool:
    """Whether a sheet names another office than this one; an empty cell names none. A province is also named by its
    people's committee (UBND) or that one's chairman, a department also without the place that its name ends with."""
    key = _office_key(text)
    if not key:
        return False
    own, parent = {office.name, office.official_name}, office.parent
    above = {parent.name, parent.official_name} if parent else set()
    known = {_office_key(one) for one in own | {f"{each} {one}" for each in own for one in above}}
    return known.isdisjoint({key, *(_office_key(f"{text} {one}") for one in above)})


def body_key(text: str) -> str:
    """The search key of a body's name, a city in short written out."""
    return CITY_IN_SHORT.sub("thanh pho ", search_key(text))


def _office_key(text: str) -> str:
    return COMMITTEE.sub("", body_key(text))


def is_a_sum(text: str) -> bool:
    return search_key(text) in SUMS


def too_long(row: SheetRow, longest: Mapping[str, int]) -> str:
    """The beginning of the first text that is longer than may be kept; "" where none is."""
    for column, most in longest.items():
        if len(row.text(column)) > most:
            return f"{row.text(column)[:40]}…"
    return ""
