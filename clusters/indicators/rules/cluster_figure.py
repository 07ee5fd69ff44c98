"""What a cluster's figure is, given those of its members. Pure; "cannot tell" is an answer."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from enum import StrEnum
from functools import reduce
from itertools import zip_longest

from clusters.indicators.rules.terms import AVERAGES, Derivation, Direction
from emulation.core.numbers import WIDE, rounded
from emulation.core.quantity import Hedge, Quantity

PERCENT = "%"
ONE = Quantity(Decimal(1), Decimal(1))


class Silence(StrEnum):
    """Why there is no figure for the cluster."""

    NOBODY_REPORTED = "nobody_reported"
    CANNOT_TELL = "cannot_tell"
    ENTERED_BY_HEAD = "entered_by_head"


@dataclass(frozen=True)
class ClusterFigure:
    """`quantity` is None where `silence` says why. `counted` of `members` members have a figure that went into it."""

    quantity: Quantity | None
    counted: int
    members: int
    silence: Silence | None = None

    @property
    def is_whole(self) -> bool:
        return self.counted == self.members


def cluster_figure(
    derivation: Derivation,
    direction: Direction,
    members: Sequence[Quantity | None],
    *,
    unit: str = "",
    weights: Sequence[Quantity | None] = (),
) -> ClusterFigure:
    """`members` in any order, None for who reported nothing; `weights` in the same order. Bounds add up as bounds do,
    and are never rounded but in an average; a share reported without its part and whole goes into no ratio, and a
    figure without one exact weight into no weighted average."""
    given = [one for one in members if one is not None]
    if derivation is Derivation.BY_HEAD:
        return ClusterFigure(None, len(given), len(members), Silence.ENTERED_BY_HEAD)
    if not given:
        return ClusterFigure(None, 0, len(members), Silence.NOBODY_REPORTED)
    if derivation is Derivation.RATIO:
        given = [one for one in given if one.denominator is not None]
    if derivation in AVERAGES:
        weighed = _weighed(members, weights if derivation is Derivation.WEIGHTED else [ONE] * len(members))
        given, quantity = [one for one, _weight in weighed], _average(weighed)
    elif derivation is Derivation.COMMON_BOUND:
        quantity = _common_bound(given, direction)
    else:
        quantity = _ratio(given) if derivation is Derivation.RATIO else _sum(given)
    if quantity is None:
        return ClusterFigure(None, len(given), len(members), Silence.CANNOT_TELL)
    is_share = quantity.is_share and quantity.denominator is None and not unit.startswith(PERCENT)
    return ClusterFigure(replace(quantity, unit=PERCENT if is_share else unit), len(given), len(members))


def _sum(given: Sequence[Quantity]) -> Quantity | None:
    """khoảng 5 + 3 is khoảng 8; khoảng 5 + trên 3 says nothing, for "khoảng" binds nothing."""
    hedges = {one.hedge for one in given}
    low = _added([one.low for one in given])
    high = _added([one.high for one in given])
    if Hedge.ABOUT in hedges:
        if low is None or high is None:
            return None
        return Quantity(low, high, hedge=Hedge.ABOUT)
    if low is None and high is None:
        return None
    low_closed = all(one.low_closed for one in given)
    high_closed = all(one.high_closed for one in given)
    if high is None:
        return Quantity(low, None, low_closed, hedge=Hedge.NONE if low_closed else Hedge.OVER)
    if low is None:
        nearly = Hedge.NEARLY in hedges and not high_closed
        return Quantity(None, high, high_closed=high_closed, hedge=Hedge.NEARLY if nearly else Hedge.NONE)
    return Quantity(low, high, low_closed, high_closed)


def _added(bounds: Sequence[Decimal | None]) -> Decimal | None:
    known = [bound for bound in bounds if bound is not None]
    return reduce(WIDE.add, known, Decimal(0)) if len(known) == len(bounds) else None


def _ratio(given: Sequence[Quantity]) -> Quantity | None:
    if not given:
        return None
    return Quantity.ratio(sum(one.numerator or 0 for one in given), sum(one.denominator or 0 for one in given))


def _weighed(members: Sequence[Quantity | None], weights: Sequence[Quantity | None]) -> list[tuple[Quantity, Decimal]]:
    return [
        (one, weight.low)
        for one, weight in zip_longest(members, weights)
        if one is not None and weight is not None and weight.exact and weight.low is not None and weight.low >= 0
    ]


def _average(weighed: Sequence[tuple[Quantity, Decimal]]) -> Quantity | None:
    """One number is rounded half up to 0,01, or as finely as the finest was written; bounds outwards, so that they
    stay true."""
    total = reduce(WIDE.add, (weight for _one, weight in weighed), Decimal(0))
    if not total:
        return None
    added = _sum([_times(one, weight) for one, weight in weighed if weight])
    if added is None:
        return None
    places = max(2, *(_places(one) for one, _weight in weighed))
    is_one_number = added.low is not None and added.low == added.high
    low, high = (
        None if bound is None else _divided(bound, total, places, ROUND_HALF_UP if is_one_number else outwards)
        for bound, outwards in ((added.low, ROUND_FLOOR), (added.high, ROUND_CEILING))
    )
    return replace(added, low=low, high=high)


def _divided(bound: Decimal, total: Decimal, places: int, rounding: str) -> Decimal:
    """Without zeros at its end."""
    return WIDE.add(rounded(WIDE.divide(bound, total), places, rounding).normalize(WIDE), Decimal(0))


def _times(quantity: Quantity, weight: Decimal) -> Quantity:
    low, high = (None if one is None else WIDE.multiply(one, weight) for one in (quantity.low, quantity.high))
    return Quantity(low, high, quantity.low_closed, quantity.high_closed, quantity.hedge)


def _places(quantity: Quantity) -> int:
    return max(-int(one.as_tuple().exponent) for one in (quantity.low, quantity.high) if one is not None)


def _common_bound(given: Sequence[Quantity], direction: Direction) -> Quantity | None:
    """The narrowest statement that holds for each member: "đều trên 3,5%". Parts are told by their shares, and a part
    without its whole is no share."""
    if any(one.hedge is Hedge.ABOUT for one in given) or len({one.is_share for one in given}) > 1:
        return None
    if all(one == given[0] for one in given):
        return given[0]
    given = [_in_per_cent(one) for one in given]
    low, low_closed = _outermost([(one.low, one.low_closed) for one in given], min)
    high, high_closed = _outermost([(one.high, one.high_closed) for one in given], max)
    if direction is Direction.HIGHER:
        high = None
    if direction is Direction.LOWER:
        low = None
    if low is None and high is None:
        return None
    unit = PERCENT if given[0].is_share else ""
    if high is None:
        return Quantity(low, None, low_closed, hedge=Hedge.NONE if low_closed else Hedge.OVER, unit=unit)
    return Quantity(low, high, low_closed, high_closed, unit=unit)


def _in_per_cent(quantity: Quantity) -> Quantity:
    if quantity.share is None:
        return quantity
    share = rounded(Decimal(quantity.share.numerator) * 100 / Decimal(quantity.share.denominator), 2)
    return Quantity(share, share, unit=PERCENT)


def _outermost(bounds, furthest) -> tuple[Decimal | None, bool]:
    """Closed where one of the furthest is closed: that member may stand on it."""
    if any(bound is None for bound, _closed in bounds):
        return None, False
    limit = furthest(bound for bound, _closed in bounds)
    return limit, any(closed for bound, closed in bounds if bound == limit)
