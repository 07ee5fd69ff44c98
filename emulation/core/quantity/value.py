"""A figure as offices print it: trên 3,5%, từ 75% trở lên, 9,5% - 10%/năm, 19/19. Never a float. Pure."""

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from emulation.core.numbers import format_decimal, format_integer, format_percent, with_decimal_commas


class Hedge(StrEnum):
    NONE = ""
    OVER = "over"  # trên, hơn
    NEARLY = "nearly"  # gần
    ABOUT = "about"  # khoảng


class QuantityError(ValueError):
    """`reason`: not_a_quantity, ambiguous, too_many_digits, upside_down, units_differ, nothing_to_divide_by,
    other_share, up_and_down, falls or guessed_part. `seen`: as written."""

    def __init__(self, reason: str, seen: str):
        super().__init__(f"{reason}: {seen!r}")
        self.reason = reason
        self.seen = seen


@dataclass(frozen=True)
class Quantity:
    """What is known of a number: it lies between `low` and `high`; None is a bound that was not given.

    OVER and NEARLY are open on their only bound. ABOUT keeps the number named, and nothing is certain of it.
    With a denominator, "19/19 xã", low and high are the numerator; `share` is the ratio. Two quantities are equal
    when they say the same thing, however printed.
    """

    low: Decimal | None
    high: Decimal | None
    low_closed: bool = True
    high_closed: bool = True
    hedge: Hedge = Hedge.NONE
    unit: str = ""
    numerator: int | None = None
    denominator: int | None = None
    as_printed: str = field(default="", compare=False)

    def __post_init__(self):
        for bound in ("low", "high"):
            value = getattr(self, bound)
            if value is None:
                object.__setattr__(self, f"{bound}_closed", False)
            elif isinstance(value, bool) or not isinstance(value, int | Decimal) or not Decimal(value).is_finite():
                raise TypeError(f"{bound} is a finite Decimal or None, not {value!r}")
            else:
                object.__setattr__(self, bound, Decimal(value))
        object.__setattr__(self, "hedge", Hedge(self.hedge))
        self._check_bounds()
        self._check_ratio()

    def _check_bounds(self):
        if self.low is None and self.high is None:
            raise QuantityError("not_a_quantity", self.as_printed)
        both = self.low is not None and self.high is not None
        if both and (self.low > self.high or (self.low == self.high and not (self.low_closed and self.high_closed))):
            raise QuantityError("upside_down", self.as_printed)
        only_over = self.high is None and not self.low_closed
        only_under = self.low is None and not self.high_closed
        fits = {
            Hedge.NONE: not only_over,
            Hedge.OVER: only_over,
            Hedge.NEARLY: only_under,
            Hedge.ABOUT: both and self.low_closed and self.high_closed,
        }
        if not fits[self.hedge]:
            raise ValueError(f"hedge {self.hedge!r} does not go with these bounds")

    def _check_ratio(self):
        if (self.numerator is None) != (self.denominator is None):
            raise ValueError("a ratio has a numerator and a denominator")
        if self.denominator is None:
            return
        if self.denominator == 0:
            raise QuantityError("nothing_to_divide_by", self.as_printed)
        if not self.exact or self.low != self.numerator:
            raise ValueError("a ratio is exact and its bounds are the numerator")

    @classmethod
    def ratio(cls, numerator: int, denominator: int, unit: str = "", *, as_printed: str = "") -> "Quantity":
        value = Decimal(numerator)
        return cls(value, value, True, True, Hedge.NONE, unit, numerator, denominator, as_printed)

    @property
    def exact(self) -> bool:
        return self.low is not None and self.low == self.high and self.hedge == Hedge.NONE

    @property
    def is_share(self) -> bool:
        """In per cent, or a part with its whole."""
        return self.denominator is not None or self.unit.startswith("%")

    @property
    def share(self) -> Fraction | None:
        if self.numerator is None or self.denominator is None:
            return None
        return Fraction(self.numerator, self.denominator)

    def share_as_text(self) -> str | None:
        """95,00% of 19/20."""
        if self.numerator is None or self.denominator is None:
            return None
        return format_percent(self.numerator, self.denominator)

    def certainly_at_least(self, limit: Decimal | int) -> bool | None:
        """Of the number itself, in its unit; None: what was printed does not tell."""
        if self.hedge == Hedge.ABOUT:
            return None
        if self.low is not None and self.low >= limit:
            return True
        if self.high is not None and (self.high < limit or (self.high == limit and not self.high_closed)):
            return False
        return None

    def certainly_at_most(self, limit: Decimal | int) -> bool | None:
        if self.hedge == Hedge.ABOUT:
            return None
        if self.high is not None and self.high <= limit:
            return True
        if self.low is not None and (self.low > limit or (self.low == limit and not self.low_closed)):
            return False
        return None

    @property
    def said(self) -> str:
        """As it was printed, with decimal commas; one that was reckoned, in its own wording."""
        return with_decimal_commas(self.as_printed) or self.as_text()

    def as_text(self) -> str:
        """One Vietnamese wording for each meaning; `parse_quantity` reads it back.

        Only a percentage from 1.000 to 999.999 without a fraction is not read back: there the dot is ambiguous.
        """
        if self.numerator is not None and self.denominator is not None:
            return self._with_unit(f"{format_integer(self.numerator)}/{format_integer(self.denominator)}")
        low, high = self._bound(self.low), self._bound(self.high)
        if self.low is None:
            words = "gần" if self.hedge == Hedge.NEARLY else "không quá" if self.high_closed else "dưới"
            return f"{words} {high}"
        if self.high is None:
            return f"từ {low} trở lên" if self.low_closed else f"trên {low}"
        about = "khoảng " if self.hedge == Hedge.ABOUT else ""
        if self.low == self.high:
            return f"{about}{high}"
        shared = "%" if self.unit.startswith("%") else ""
        low = format_decimal(self.low) + shared
        if self.low_closed and self.high_closed:
            return f"{about}{low} - {high}"
        return f"{'từ' if self.low_closed else 'trên'} {low} đến {'' if self.high_closed else 'dưới '}{high}"

    def _bound(self, value: Decimal | None) -> str:
        return "" if value is None else self._with_unit(format_decimal(value))

    def _with_unit(self, number: str) -> str:
        return number + ("" if self.unit.startswith("%") or not self.unit else " ") + self.unit
