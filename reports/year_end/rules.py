"""What a year came to against what was promised. Pure; "cannot tell" is an answer."""

from enum import StrEnum

from clusters.indicators.rules.terms import Direction
from clusters.regulation.rules.scoring.bounds import Span, as_span
from emulation.core.quantity import Quantity


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
