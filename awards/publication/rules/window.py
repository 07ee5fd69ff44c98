"""From when to when a list stands in public. Pure: `days` and the days off are data."""

from dataclasses import dataclass
from datetime import date

from awards.procedures.rules.working_days import WorkCalendar, YearNotEntered


@dataclass(frozen=True)
class Window:
    """Both days count."""

    first: date
    last: date

    def shows_on(self, day: date) -> bool:
        return self.first <= day <= self.last


@dataclass(frozen=True)
class BeginsOnDayOff:
    day: date


def window(first: date, days: int, calendar: WorkCalendar) -> Window | BeginsOnDayOff | YearNotEntered:
    """`days` whole working days after `first`, the day on which it is opened, which does not count itself; so the last
    is never a day off either."""
    works = calendar.is_working(first)
    if isinstance(works, YearNotEntered):
        return works
    if not works:
        return BeginsOnDayOff(first)
    last = calendar.after(first, days)
    return last if isinstance(last, YearNotEntered) else Window(first, last)
