"""How much of the year's target was reached, as the system reckons it. Pure."""

from decimal import Decimal

from clusters.regulation.rules.scoring.bounds import HUNDRED, as_span, target_of
from clusters.regulation.rules.scoring.terms import to_points
from emulation.core.quantity import Quantity


def reckoned_share(value: Quantity | None, target: Quantity | None) -> Decimal | None:
    """In per cent, half up to 0,01; of a range its low bound is the target. None where one of the two is missing,
    leaves something open, or cannot be held against the other; a limit that is not to be passed has no share."""
    if value is None or target is None or target.low is None:
        return None
    reached, aim = as_span(value), target_of(target)
    if reached is None or aim is None or aim.is_share != reached.is_share or aim.number <= 0:
        return None
    if reached.low is None or reached.low != reached.high:
        return None
    return to_points(reached.low * HUNDRED / aim.number)
