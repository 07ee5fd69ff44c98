"""Reads a target as a pact or a directive prints it, and holds it against the kind it is said to be. Pure."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from clusters.indicators.rules.reading import Reading, read_figure
from clusters.indicators.rules.terms import FigurePart, TargetKind, ValueKind
from emulation.core.quantity import Hedge, Quantity


class Misfit(StrEnum):
    """The target can be read, but is not of its kind."""

    NOT_EXACT = "not_exact"
    NOT_A_RANGE = "not_a_range"
    NOT_AT_LEAST = "not_at_least"
    NOT_AT_MOST = "not_at_most"
    NOT_A_RATIO = "not_a_ratio"
    NOT_AN_AMOUNT = "not_an_amount"
    NOT_A_SHARE = "not_a_share"
    VAGUE = "vague"


@dataclass(frozen=True)
class TargetReading:
    """`quantity` is None where the text cannot be read (`reading` says why) or is not of its kind (`misfit`)."""

    quantity: Quantity | None
    reading: Reading
    misfit: Misfit | None = None


def read_target(text: str, *, kind: TargetKind, value_kind: ValueKind, unit: str) -> TargetReading:
    """In the unit of the indicator; a part of a whole may be promised as a share in per cent instead."""
    if kind is not TargetKind.RATIO and value_kind is ValueKind.RATIO:
        reading = read_figure(FigurePart.VALUE, text, kind=ValueKind.PERCENT, unit="%")
    else:
        reading = read_figure(FigurePart.VALUE, text, kind=value_kind, unit=unit)
    if reading.quantity is None:
        return TargetReading(None, reading)
    misfit = _misfit(reading.quantity, kind)
    return TargetReading(None if misfit else replace(reading.quantity), reading, misfit)


def _misfit(found: Quantity, kind: TargetKind) -> Misfit | None:
    if found.hedge is Hedge.ABOUT:
        return Misfit.VAGUE
    fits, misfit = KINDS[kind]
    return None if fits(found) else misfit


def _is_share(found: Quantity) -> bool:
    return found.unit.startswith("%")


KINDS: dict[TargetKind, tuple[Callable[[Quantity], bool], Misfit]] = {
    TargetKind.EXACT: (lambda found: found.exact and found.denominator is None, Misfit.NOT_EXACT),
    TargetKind.RANGE: (
        lambda found: found.low is not None and found.high is not None and found.low < found.high,
        Misfit.NOT_A_RANGE,
    ),
    TargetKind.AT_LEAST: (lambda found: found.low is not None and found.high is None, Misfit.NOT_AT_LEAST),
    TargetKind.AT_MOST: (lambda found: found.high is not None and found.low is None, Misfit.NOT_AT_MOST),
    TargetKind.RATIO: (lambda found: found.denominator is not None, Misfit.NOT_A_RATIO),
    TargetKind.AMOUNT: (
        lambda found: found.exact and found.denominator is None and not _is_share(found),
        Misfit.NOT_AN_AMOUNT,
    ),
    TargetKind.SHARE: (
        lambda found: found.exact and _is_share(found) and found.certainly_at_most(100) is True,
        Misfit.NOT_A_SHARE,
    ),
}
