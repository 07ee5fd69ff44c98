"""Which half-year is being worked on. Pure."""

from datetime import date

MONTHS_AFTERWARDS = 3


def half_in_question(on: date) -> tuple[int, int]:
    """(year, half): the half-year that ended up to three months ago, as its lists come afterwards; else this one."""
    current = 1 if on.month <= 6 else 2
    if (on.month - 1) % 6 >= MONTHS_AFTERWARDS:
        return on.year, current
    return (on.year, 1) if current == 2 else (on.year - 1, 2)
