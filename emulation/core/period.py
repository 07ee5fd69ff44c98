"""Time as the whole house keeps it: half-open, [start, end), a missing bound meaning open."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

MONTHS_OF_A_HALF = 6
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Period:
    """[start, end): the first day counts, the last does not. None is "since ever" or "until further notice"."""

    start: date | None = None
    end: date | None = None

    def __post_init__(self):
        if self.start is not None and self.end is not None and self.start >= self.end:
            raise ValueError("a period ends after it begins")

    @classmethod
    def year(cls, year: int) -> "Period":
        return cls(date(year, 1, 1), date(year + 1, 1, 1))

    @classmethod
    def half_year(cls, year: int, half: int) -> "Period":
        """half 1 is [01/01, 01/07), half 2 is [01/07, 01/01 of the next year)."""
        if half == 1:
            return cls(date(year, 1, 1), date(year, 7, 1))
        if half == 2:
            return cls(date(year, 7, 1), date(year + 1, 1, 1))
        raise ValueError("a year has two halves")

    @classmethod
    def of_days(cls, first: date | None, last: date | None) -> "Period":
        """Both counted, as people say them. The calendar's very last day has none after it, so that one stays open."""
        return cls(first, None if last is None or last == date.max else last + ONE_DAY)

    @property
    def last_day(self) -> date | None:
        """The last day that still counts, as people say it; None while open."""
        return None if self.end is None else self.end - ONE_DAY

    def contains(self, day: date) -> bool:
        return (self.start is None or self.start <= day) and (self.end is None or day < self.end)

    def covers(self, other: "Period") -> bool:
        starts = self.start is None or (other.start is not None and self.start <= other.start)
        ends = self.end is None or (other.end is not None and other.end <= self.end)
        return starts and ends

    def overlaps(self, other: "Period") -> bool:
        return _before(self.start, other.end) and _before(other.start, self.end)

    def intersection(self, other: "Period") -> "Period | None":
        if not self.overlaps(other):
            return None
        starts = [day for day in (self.start, other.start) if day is not None]
        ends = [day for day in (self.end, other.end) if day is not None]
        return Period(max(starts, default=None), min(ends, default=None))

    def until(self, day: date) -> "Period":
        """The same beginning, ending on `day` (which no longer counts)."""
        return Period(self.start, day)


def half_of(day: date) -> tuple[int, int]:
    """(year, half) that the day falls in."""
    return day.year, 1 if day.month <= MONTHS_OF_A_HALF else 2


def _before(start: date | None, end: date | None) -> bool:
    return start is None or end is None or start < end


def uncovered(period: Period, pieces: Iterable[Period]) -> Period | None:
    """The first stretch of `period` that no piece covers; None when all of it is covered."""
    reached = period.start
    for piece in sorted(pieces, key=lambda one: (one.start is not None, one.start or date.min)):
        if piece.start is not None and (reached is None or reached < piece.start):
            break
        if piece.end is None:
            return None
        if reached is None or reached < piece.end:
            reached = piece.end
        if period.end is not None and reached >= period.end:
            return None
    return _next_gap(period, reached, pieces)


def _next_gap(period: Period, start: date | None, pieces: Iterable[Period]) -> Period:
    later = [piece.start for piece in pieces if piece.start is not None and (start is None or piece.start > start)]
    ends = [day for day in (period.end, min(later, default=None)) if day is not None]
    return Period(start, min(ends, default=None))


def goes_on_within(during: Period, *, life: Period, afterwards: Iterable[Period]) -> bool:
    """Whether it begins within `life`, and each of its days lies in that or in one of the lives `afterwards`."""
    shared = life.intersection(during)
    return shared is not None and shared.start == during.start and uncovered(during, [life, *afterwards]) is None
