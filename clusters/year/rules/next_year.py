"""A day of one year as the same day of another. Pure."""

from calendar import isleap
from datetime import date

FEBRUARY, LEAP_DAY = 2, 29


def years_later(day: date, years: int) -> date:
    """29/02 becomes 28/02 where there is none."""
    year = day.year + years
    if (day.month, day.day) == (FEBRUARY, LEAP_DAY) and not isleap(year):
        return date(year, FEBRUARY, LEAP_DAY - 1)
    return day.replace(year=year)
