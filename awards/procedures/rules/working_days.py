"""Arithmetic of working days. Pure: the days off of a year are entered by people, and where a year is not entered the
answer is that it is not, never a guess.

Saturdays and Sundays are no working days unless entered as worked, in exchange for a day off. The day from which is
counted does not count itself.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

ONE_DAY = timedelta(days=1)
SATURDAY = 5


class DayOffKind(StrEnum):
    """`WORKED`: a Saturday or Sunday worked in exchange."""

    OFF = "off"
    WORKED = "worked"


@dataclass(frozen=True)
class YearNotEntered:
    """The reckoning reached a year whose days off are not entered."""

    year: int


@dataclass(frozen=True)
class WorkCalendar:
    """`years`: those whose days off are entered as a whole."""

    years: frozenset[int] = frozenset()
    off: frozenset[date] = frozenset()
    worked: frozenset[date] = frozenset()

    def is_working(self, day: date) -> bool | YearNotEntered:
        if day.year not in self.years:
            return YearNotEntered(day.year)
        return self._is_working(day)

    def after(self, day: date, number: int) -> date | YearNotEntered:
        """The `number`th working day after `day`; zero is `day` itself, whatever it is."""
        return self._stepped(day, number, ONE_DAY)

    def before(self, day: date, number: int) -> date | YearNotEntered:
        """The `number`th working day before `day`: the last day to begin what must last that long before it."""
        return self._stepped(day, number, -ONE_DAY)

    def between(self, first: date, last: date) -> int | YearNotEntered:
        """Working days after `first` up to `last`, which counts; below zero where `last` comes first."""
        if last < first:
            count = self.between(last, first)
            return count if isinstance(count, YearNotEntered) else -count
        count, day = 0, first
        while day < last:
            day += ONE_DAY
            if day.year not in self.years:
                return YearNotEntered(day.year)
            count += self._is_working(day)
        return count

    def _stepped(self, day: date, number: int, step: timedelta) -> date | YearNotEntered:
        if number < 0:
            raise ValueError("working days are counted from zero up")
        while number:
            day += step
            if day.year not in self.years:
                return YearNotEntered(day.year)
            number -= self._is_working(day)
        return day

    def _is_working(self, day: date) -> bool:
        return day in self.worked or (day.weekday() < SATURDAY and day not in self.off)
