"""What a year came to against what was promised, and who is ahead and behind. Pure; "cannot tell" is an answer."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from clusters.indicators.rules.terms import Direction
from clusters.regulation.rules.scoring.bounds import Span, as_span
from emulation.core.quantity import Quantity

FEWEST_COMPARED = 3
MOST_NAMED = 2


class Reach(StrEnum):
    """How a figure stands to its target."""

    REACHED = "reached"
    MISSED = "missed"
    CANNOT_TELL = "cannot_tell"
    NO_FIGURE = "no_figure"
    NO_TARGET = "no_target"


def reach_of(value: Quantity | None, target: Quantity | None, direction: Direction) -> Reach:
    """A target without a low bound, or of what is to fall, is a ceiling; of what is to stay within bounds both count;
    every other one is reached from its low bound up."""
    if target is None:
        return Reach.NO_TARGET
    if value is None:
        return Reach.NO_FIGURE
    span, wanted = as_span(value), as_span(target)
    if span is None or wanted is None or not _same_measure(value, span, target, wanted):
        return Reach.CANNOT_TELL
    if direction is Direction.WITHIN:
        parts = [_at_least(span, wanted), _at_most(span, wanted)]
    elif direction is Direction.LOWER or wanted.low is None:
        parts = [_at_most(span, wanted)]
    else:
        parts = [_at_least(span, wanted)]
    if False in parts:
        return Reach.MISSED
    return Reach.CANNOT_TELL if None in parts else Reach.REACHED


def _same_measure(value: Quantity, span: Span, target: Quantity, wanted: Span) -> bool:
    if span.is_share != wanted.is_share:
        return False
    return span.is_share or value.unit == target.unit


def _at_least(span: Span, wanted: Span) -> bool | None:
    """Whether it lies at the low bound wanted or above it; a bound that is not there asks for nothing."""
    limit, closed = wanted.low, wanted.low_closed
    if limit is None:
        return True
    if span.low is not None and (span.low > limit or (span.low == limit and (closed or not span.low_closed))):
        return True
    if span.high is not None and (span.high < limit or (span.high == limit and not (closed and span.high_closed))):
        return False
    return None


def _at_most(span: Span, wanted: Span) -> bool | None:
    """A ceiling is the high bound wanted, else the only one there is."""
    limit, closed = (wanted.low, wanted.low_closed) if wanted.high is None else (wanted.high, wanted.high_closed)
    if limit is None:
        return True
    if span.high is not None and (span.high < limit or (span.high == limit and (closed or not span.high_closed))):
        return True
    if span.low is not None and (span.low > limit or (span.low == limit and not (closed and span.low_closed))):
        return False
    return None


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
