"""The spans that figures are reported for: either half of a year, and the whole of it. Pure."""

from datetime import date
from enum import StrEnum

from emulation.core.period import MONTHS_OF_A_HALF, Period, half_of

MONTHS_AFTERWARDS = 3
WHOLE_YEAR = 0
SPANS = (1, 2, WHOLE_YEAR)


class Days(StrEnum):
    """Which days a half-year and a year have: those of the calendar, or those up to the cut-offs of periodic reports,
    14/6 and 14/12 (Decree 09/2019/NĐ-CP)."""

    CALENDAR = "calendar"
    CUT_OFF = "cut_off"


def span(year: int, half: int, days: Days = Days.CALENDAR) -> Period:
    """`half` is 1 or 2, or 0 for the whole year."""
    if days is Days.CUT_OFF:
        opening, middle, end = date(year - 1, 12, 15), date(year, 6, 15), date(year, 12, 15)
        return {1: Period(opening, middle), 2: Period(middle, end), WHOLE_YEAR: Period(opening, end)}[half]
    return Period.year(year) if half == WHOLE_YEAR else Period.half_year(year, half)


def half_in_question(on: date) -> tuple[int, int]:
    """(year, half): the half-year that ended up to three months ago, as its lists come afterwards; else this one."""
    year, current = half_of(on)
    if (on.month - 1) % MONTHS_OF_A_HALF >= MONTHS_AFTERWARDS:
        return year, current
    return (year, 1) if current == 2 else (year - 1, 2)
