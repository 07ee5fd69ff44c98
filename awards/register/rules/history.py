"""All honours of one recipient in the order of the years, with the years in which there is none. Pure."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from awards.register.rules.terms import HonourStatus


@dataclass(frozen=True)
class Received:
    """One honour as the history needs it: `honour` is whatever the caller wants back with it."""

    decided: date
    award: Hashable
    status: str
    honour: Any = None

    @property
    def counts(self) -> bool:
        return self.status == HonourStatus.IN_FORCE


@dataclass(frozen=True)
class Year:
    """`received` newest first; a line that no longer counts stands in its year, but does not make the year count."""

    year: int
    received: tuple[Received, ...]

    @property
    def counts(self) -> bool:
        return any(row.counts for row in self.received)


@dataclass(frozen=True)
class Gap:
    """Years without any honour in the register, both counted."""

    first: int
    last: int


@dataclass(frozen=True)
class Times:
    award: Hashable
    times: int


def years_of(received: Iterable[Received], *, today: date) -> tuple[Year | Gap, ...]:
    """Years of decisions, newest first, down to the first honour; this year is a gap only once it has ended."""
    rows = sorted(received, key=lambda row: row.decided, reverse=True)
    by_year: dict[int, list[Received]] = {}
    for row in rows:
        by_year.setdefault(row.decided.year, []).append(row)
    told: list[Year | Gap] = []
    above = max(today.year, *by_year) if by_year else today.year
    for year, of_year in by_year.items():
        if year < above - 1:
            told.append(Gap(year + 1, above - 1))
        told.append(Year(year, tuple(of_year)))
        above = year
    return tuple(told)


def times_of(received: Iterable[Received]) -> tuple[Times, ...]:
    """How often each award counts: the most frequent first, then the one received last."""
    counted: dict[Hashable, int] = {}
    for row in sorted(received, key=lambda row: row.decided, reverse=True):
        if row.counts:
            counted[row.award] = counted.get(row.award, 0) + 1
    return tuple(Times(award, times) for award, times in sorted(counted.items(), key=lambda pair: -pair[1]))
