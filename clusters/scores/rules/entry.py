"""Points as a person types them for a line. Pure."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from clusters.regulation.rules.scoring.terms import CENT, CriterionLine
from clusters.regulation.rules.terms import FunctionKind
from emulation.core.numbers import NumberError, parse_decimal


class ScorePart(StrEnum):
    """What is written for a line."""

    POINTS = "points"
    REASON = "reason"


class PointsTrouble(StrEnum):
    NOT_A_NUMBER = "not_a_number"
    TOO_FINE = "too_fine"
    BELOW_ZERO = "below_zero"
    ABOVE_MAXIMUM = "above_maximum"
    ALL_OR_NOTHING = "all_or_nothing"
    NOT_A_MULTIPLE = "not_a_multiple"


@dataclass(frozen=True)
class Entry:
    """`points` is None for an empty cell, and where there is trouble."""

    points: Decimal | None = None
    trouble: PointsTrouble | None = None


def read_points(text: str, line: CriterionLine, *, by_case: bool = True) -> Entry:
    """`by_case`: points for each case must be so many times what one gives, or the maximum; a mean need not be."""
    if not text.strip():
        return Entry()
    try:
        points = parse_decimal(text)
    except NumberError:
        return Entry(trouble=PointsTrouble.NOT_A_NUMBER)
    trouble = _trouble(points, line, by_case)
    return Entry(trouble=trouble) if trouble else Entry(abs(points).quantize(CENT))


def _trouble(points: Decimal, line: CriterionLine, by_case: bool) -> PointsTrouble | None:
    if points < 0:
        return PointsTrouble.BELOW_ZERO
    if points > line.maximum:
        return PointsTrouble.ABOVE_MAXIMUM
    if points % CENT:
        return PointsTrouble.TOO_FINE
    if line.function is FunctionKind.YES_NO and points not in (0, line.maximum):
        return PointsTrouble.ALL_OR_NOTHING
    if line.function is FunctionKind.PER_CASE and by_case and points != line.maximum:
        each = Decimal(str(line.terms.get("each", "0")))
        if each and points % each:
            return PointsTrouble.NOT_A_MULTIPLE
    return None
