"""What a quantity leaves certain of the number behind it, for scoring: shares in per cent, everything else as it is."""

from dataclasses import dataclass
from decimal import Decimal

from emulation.core.quantity import Hedge, Quantity

HUNDRED = Decimal(100)


@dataclass(frozen=True)
class Span:
    """Between `low` and `high`; None is a bound that was not given."""

    low: Decimal | None
    high: Decimal | None
    low_closed: bool = True
    high_closed: bool = True
    is_share: bool = False

    def holds(self, value: Decimal) -> bool:
        over = self.low is None or value > self.low or (value == self.low and self.low_closed)
        under = self.high is None or value < self.high or (value == self.high and self.high_closed)
        return over and under

    def holds_beside(self, bound: Decimal, inward: int) -> bool:
        """Whether the numbers right above `bound` (`inward` 1), or right below it (-1), are held."""
        if inward > 0:
            return (self.low is None or bound >= self.low) and (self.high is None or bound < self.high)
        return (self.low is None or bound > self.low) and (self.high is None or bound <= self.high)

    def distance(self, value: Decimal) -> Decimal:
        """From the nearer bound; 0 within."""
        if self.low is not None and value < self.low:
            return self.low - value
        if self.high is not None and value > self.high:
            return value - self.high
        return Decimal(0)

    def meets(self, other: "Span") -> bool:
        return not (_is_below(self, other) or _is_below(other, self))

    def certainly_above(self, other: "Span") -> bool | None:
        """None where it cannot be told."""
        if self._is_one_number and other._is_one_number:
            return self.low > other.low  # type: ignore[operator]
        if _is_below(other, self):
            return True
        if self.high is not None and other.low is not None and self.high <= other.low:
            return False
        return None

    @property
    def _is_one_number(self) -> bool:
        return self.low is not None and self.low == self.high


@dataclass(frozen=True)
class TargetAim:
    number: Decimal
    is_share: bool


def as_span(quantity: Quantity) -> Span | None:
    """None where nothing is certain of it: "khoảng" binds nothing."""
    if quantity.hedge is Hedge.ABOUT:
        return None
    if quantity.share is not None:
        percent = Decimal(quantity.share.numerator) * HUNDRED / Decimal(quantity.share.denominator)
        return Span(percent, percent, is_share=True)
    return Span(quantity.low, quantity.high, quantity.low_closed, quantity.high_closed, quantity.is_share)


def target_of(quantity: Quantity, *, highest=False) -> TargetAim | None:
    """The number to reach: of a range its low bound, its high one where `highest`; else the only bound there is."""
    span = as_span(quantity)
    if span is None:
        return None
    first, second = (span.high, span.low) if highest else (span.low, span.high)
    number = second if first is None else first
    return None if number is None else TargetAim(number, span.is_share)


def _is_below(lower: Span, upper: Span) -> bool:
    if lower.high is None or upper.low is None:
        return False
    if lower.high == upper.low:
        return not (lower.high_closed and upper.low_closed)
    return lower.high < upper.low
