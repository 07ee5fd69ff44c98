"""Bonus money. Pure: factors and base salaries are dated data with their provision.

The decree has the product rounded up to tens of thousands of đồng; tables that offices print often show the bare
product (0,3 × 2.340.000 = 702.000, where the decree's reading gives 710.000). Both are there; which holds is said for
each decision."""

from decimal import ROUND_CEILING, Decimal
from enum import StrEnum

TENS_OF_THOUSANDS = 10_000


class BonusRounding(StrEnum):
    """`UP`: up to tens of thousands of đồng. `NONE`: the bare product, in whole đồng."""

    UP = "up"
    NONE = "none"


def bonus(factor: Decimal, base_salary: int, rounding: BonusRounding) -> int:
    """In whole đồng."""
    product = factor * base_salary
    step = TENS_OF_THOUSANDS if rounding is BonusRounding.UP else 1
    return int((product / step).to_integral_value(ROUND_CEILING)) * step
