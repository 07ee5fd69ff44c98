"""Who is ahead and behind, and what changed since another period. Pure; "cannot tell" is an answer."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from clusters.indicators.rules.terms import Direction
from clusters.regulation.rules.scoring.bounds import as_span
from emulation.core.quantity import Quantity

FEWEST_COMPARED = 3
MOST_NAMED = 2


@dataclass(frozen=True)
class Extremes:
    """Who is first and last of those with one exact share, as they wrote it."""

    best: frozenset[int]
    worst: frozenset[int]


def extremes_of(values: Mapping[int, Quantity], direction: Direction) -> Extremes | None:
    """Of shares only, for an amount says how large a member is rather than how well it did; None where fewer than three
    wrote one exactly, where one did not, or where so many stand level that naming them says nothing."""
    spans = {member: as_span(value) for member, value in values.items()}
    known: dict[int, Decimal] = {}
    for member, span in spans.items():
        if span is None or not span.is_share or span.low is None or span.low != span.high:
            return None
        known[member] = span.low
    if len(known) < FEWEST_COMPARED or direction is Direction.WITHIN:
        return None
    highest, lowest = (
        frozenset(member for member, share in known.items() if share == limit)
        for limit in (max(known.values()), min(known.values()))
    )
    if highest == lowest or max(len(highest), len(lowest)) > MOST_NAMED:
        return None
    return Extremes(lowest, highest) if direction is Direction.LOWER else Extremes(highest, lowest)


def difference(now: Quantity | None, before: Quantity | None) -> Decimal | None:
    """Of two exact numbers of the same unit; parts of a whole are not subtracted."""
    if now is None or before is None or not (now.exact and before.exact) or now.unit != before.unit:
        return None
    if now.denominator is not None or before.denominator is not None or now.low is None or before.low is None:
        return None
    return now.low - before.low
