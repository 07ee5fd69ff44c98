"""The spans that figures are reported for: either half of a year, and the whole of it. Pure."""

from datetime import date

from emulation.core.period import MONTHS_OF_A_HALF, Period, half_of

MONTHS_AFTERWARDS = 3
WHOLE_YEAR = 0
SPANS = (1, 2, WHOLE_YEAR)


def span(year: int, half: int) -> Period:
    """`half` is 1 or 2, or 0 for the whole year."""
    return Period.year(year) if half == WHOLE_YEAR else Period.half_year(year, half)


def half_in_question(on: date) -> tuple[int, int]:
    """(year, half): the half-year that ended up to three months ago, as its lists come afterwards; else this one."""
    year, current = half_of(on)
    if (on.month - 1) % MONTHS_OF_A_HALF >= MONTHS_AFTERWARDS:
        return year, current
    return (year, 1) if current == 2 else (year - 1, 2)
