"""Whether a figure has moved so far from the one before that somebody should say why. Pure."""

from decimal import Decimal

from clusters.regulation.rules.scoring.bounds import HUNDRED
from emulation.core.quantity import Quantity


def jumps(value: Quantity | None, before: Quantity | None, percent: int) -> bool:
    """The least change that both allow is more than `percent` of the figure before; parts of a whole are compared by
    their shares. From nothing to anything is a jump. Where one is missing, or their bounds meet, it is none."""
    if value is None or before is None or value.is_share != before.is_share:
        return False
    low, high = _bounds(value)
    low_before, high_before = _bounds(before)
    if low is not None and high_before is not None and low > high_before:
        return _is_more(low - high_before, high_before, percent)
    if high is not None and low_before is not None and high < low_before:
        return _is_more(low_before - high, low_before, percent)
    return False


def _bounds(quantity: Quantity) -> tuple[Decimal | None, Decimal | None]:
    if quantity.share is None:
        return quantity.low, quantity.high
    share = Decimal(quantity.share.numerator) * HUNDRED / Decimal(quantity.share.denominator)
    return share, share


def _is_more(change: Decimal, before: Decimal, percent: int) -> bool:
    return change * HUNDRED > abs(before) * percent
