"""On which day of the calendar a report is drafted by itself. Pure."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from clusters.membership.rules.half_years import Days, span
from emulation.core.period import Period

MADE_UP_FOR = timedelta(days=31)
TOLD_FOR = timedelta(days=60)
LEAP_YEAR, COMMON_YEAR = 2000, 2001


class Outcome(StrEnum):
    """What came of a set day for one report. THERE_ALREADY: somebody had made one of the period."""

    DRAFTED = "drafted"
    THERE_ALREADY = "there_already"
    UNMADE = "unmade"


class DayFault(StrEnum):
    """Why a day cannot be set; each has one sentence in `reports.schedule.words`."""

    NOT_IN_EVERY_YEAR = "not_in_every_year"
    BEFORE_THE_END = "before_the_end"


@dataclass(frozen=True)
class SetDay:
    """`half`, `days`: the period that is reported; `month`, `day`: of the year of the report, or of the year after it
    (`years_after` 1); `during`: as long as that is so."""

    half: int
    days: Days
    month: int
    day: int
    years_after: int
    during: Period

    def falls_on(self, year: int) -> date:
        """The day on which the report of `year` is drafted."""
        return date(year + self.years_after, self.month, self.day)

    def holds_for(self, year: int) -> bool:
        return self.during.contains(self.falls_on(year))

    def come_by(self, on: date) -> list[int]:
        """Of which years the day has come, and is not longer gone than is made up for: nobody may have been there to
        do it on the day itself."""
        years = (on.year - self.years_after - 1, on.year - self.years_after)
        return [year for year in years if self.holds_for(year) and on - MADE_UP_FOR <= self.falls_on(year) <= on]

    def made_up_for(self, on: date) -> tuple[date, date] | None:
        """The past day of which drafts that lack are still made, and the last day on which they are."""
        past = [day for year in self.come_by(on) if (day := self.falls_on(year)) < on]
        return (past[-1], past[-1] + MADE_UP_FOR) if past else None

    def next_after(self, on: date) -> date | None:
        """None where it no longer holds then."""
        first = on.year - self.years_after
        if self.during.start is not None:
            first = max(first, self.during.start.year - self.years_after)
        coming = (self.falls_on(year) for year in (first, first + 1) if self.holds_for(year))
        return next((day for day in coming if day > on), None)


def fault_of(*, half: int, days: Days, month: int, day: int, years_after: int) -> DayFault | None:
    """What is drafted before its period has ended would count a part of it."""
    for year in (COMMON_YEAR, LEAP_YEAR):
        try:
            falls_on = date(year + years_after, month, day)
        except ValueError:
            return DayFault.NOT_IN_EVERY_YEAR
        end = span(year, half, days).end
        if end is not None and falls_on < end:
            return DayFault.BEFORE_THE_END
    return None


def is_told_still(happened_on: date, on: date) -> bool:
    """Whether what was not made is still news to those who may make it."""
    return on - TOLD_FOR <= happened_on <= on
