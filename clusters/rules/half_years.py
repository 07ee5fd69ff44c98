"""Which half-year is being worked on. Pure."""

from datetime import date

from emulation.core.period import MONTHS_OF_A_HALF, half_of

MONTHS_AFTERWARDS = 3


def half_in_question(on: date) -> tuple[int, int]:
    """(year, half): the half-year that ended up to three months ago, as its lists come afterwards; else this one."""
    year, current = half_of(on)
    if (on.month - 1) % MONTHS_OF_A_HALF >= MONTHS_AFTERWARDS:
        return year, current
    return (year, 1) if current == 2 else (year - 1, 2)
