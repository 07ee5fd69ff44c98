"""What the head should look at before accepting a member's figures. Who has none of it may be accepted with others in
one go. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from clusters.figures.rules.jump import jumps
from clusters.regulation.rules.scoring.bounds import HUNDRED, as_span, target_of
from emulation.core.quantity import Quantity


class Doubt(StrEnum):
    """LATE and CHANGED speak of the whole sheet, the others of one indicator."""

    LATE = "late"
    CHANGED = "changed"
    UNREADABLE = "unreadable"
    NO_FIGURE = "no_figure"
    JUMP = "jump"
    OTHER_SHARE = "other_share"


@dataclass(frozen=True)
class FigureInQuestion:
    """One indicator of a sheet. `before`: the same span of the year before; `target`: of the pact, for the year."""

    indicator: int
    unreadable: bool = False
    value: Quantity | None = None
    before: Quantity | None = None
    target: Quantity | None = None
    plan_share: Quantity | None = None


@dataclass(frozen=True)
class Warned:
    doubt: Doubt
    indicator: int | None = None


def warnings(lines: Iterable[FigureInQuestion], *, jump_percent: int, late: bool, changed: bool) -> tuple[Warned, ...]:
    """`changed`: it was accepted before and differs from that; then the head looks at the differences."""
    whole = [Warned(doubt) for doubt, holds in ((Doubt.LATE, late), (Doubt.CHANGED, changed)) if holds]
    return (*whole, *(Warned(doubt, line.indicator) for line in lines for doubt in _doubts(line, jump_percent)))


def _doubts(line: FigureInQuestion, jump_percent: int) -> Iterable[Doubt]:
    if line.unreadable:
        yield Doubt.UNREADABLE
    elif line.value is None:
        yield Doubt.NO_FIGURE
    if jumps(line.value, line.before, jump_percent):
        yield Doubt.JUMP
    if is_other_share(line.plan_share, line.value, line.target):
        yield Doubt.OTHER_SHARE


def is_other_share(declared: Quantity | None, value: Quantity | None, target: Quantity | None) -> bool:
    """The share of the plan that was declared is certainly not value over target: it lies further from it than one
    unit of the last digit that was written. Only where the value is one number."""
    if declared is None or value is None or target is None:
        return False
    reached, aim, said = as_span(value), target_of(target), as_span(declared)
    if reached is None or said is None or aim is None or aim.number == 0 or aim.is_share != reached.is_share:
        return False
    if reached.low is None or reached.low != reached.high:
        return False
    share = reached.low * HUNDRED / aim.number
    return said.distance(share) > _last_digit(declared)


def _last_digit(quantity: Quantity) -> Decimal:
    exponents = [bound.as_tuple().exponent for bound in (quantity.low, quantity.high) if bound is not None]
    return max(Decimal(1).scaleb(min(int(exponent), 0)) for exponent in exponents)
