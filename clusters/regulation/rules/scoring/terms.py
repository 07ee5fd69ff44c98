"""A scoring scheme, and what is known of a member, as pure values. Points are Decimals to the hundredth."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Context, Decimal
from enum import StrEnum
from typing import Any

from clusters.indicators.rules.terms import Direction
from clusters.regulation.rules.terms import FunctionKind, GroupKind
from emulation.core.numbers import rounded
from emulation.core.quantity import Quantity

CENT = Decimal("0.01")
CERTAIN = Context(prec=24)


def to_points(value: Decimal) -> Decimal:
    """Half up to 0,01; done once for each line. A half that a division left as 0,00499… (of 28 digits) is a half."""
    return rounded(CERTAIN.plus(value), 2)


@dataclass(frozen=True)
class CriterionLine:
    """A criterion. `of_a_whole`: its indicator asks for a part of a whole. `terms` of its function, Decimals as text:

    percent_of_target {"floor": per cent of the target below which there is nothing, "0" if left out};
    bands {"bands": [{"limit": bound in the indicator's unit, "points": points}, ...]}, reached from `limit` on upwards,
    or downwards where `direction` is LOWER;
    rank {"step": points lost with every place after the first};
    lower_is_better {"zero_at": per cent of the target from which there is nothing, "200" if left out};
    range {"tolerance": distance from the range, in the indicator's unit, at which nothing is left, "0" if left out};
    per_case {"each": points for each case};
    from_register {"zero_at", "full_at": per cent};
    ratio, yes_no, panel {}.
    """

    key: int
    maximum: Decimal
    function: FunctionKind
    terms: Mapping[str, Any] = field(default_factory=dict)
    direction: Direction = Direction.HIGHER
    unit: str = ""
    has_indicator: int | None = None
    of_a_whole: bool = False


@dataclass(frozen=True)
class Group:
    key: int
    kind: GroupKind
    maximum: Decimal
    lines: tuple[CriterionLine, ...] = ()


@dataclass(frozen=True)
class PureScheme:
    maximum: Decimal
    groups: tuple[Group, ...] = ()


@dataclass(frozen=True)
class Evidence:
    """What is known of one member for one line; what a function does not ask for is left out.

    `others`: what the other members reached, for a rank. `share`: from the register, in per cent. `given`: points given
    by people, for lines that are judged; `cases` and `done` for lines that count or ask yes or no.
    """

    value: Quantity | None = None
    target: Quantity | None = None
    others: tuple[Quantity | None, ...] = ()
    share: Decimal | None = None
    done: bool | None = None
    cases: int | None = None
    given: Decimal | None = None


class Why(StrEnum):
    """Why a line has its points, or has none yet; each has one sentence in `clusters.regulation.words`."""

    AT_SHARE_OF_TARGET = "at_share_of_target"
    TARGET_REACHED = "target_reached"
    BELOW_FLOOR = "below_floor"
    IN_BAND = "in_band"
    IN_NO_BAND = "in_no_band"
    AT_RANK = "at_rank"
    DONE = "done"
    NOT_DONE = "not_done"
    WITHIN_LIMIT = "within_limit"
    OVER_LIMIT = "over_limit"
    PART_OF_WHOLE = "part_of_whole"
    WITHIN_RANGE = "within_range"
    OUTSIDE_RANGE = "outside_range"
    COUNTED = "counted"
    SHARE_OF_REGISTER = "share_of_register"
    JUDGED = "judged"
    NO_VALUE = "no_value"
    NO_TARGET = "no_target"
    NO_OTHERS = "no_others"
    NO_SHARE = "no_share"
    NOT_JUDGED = "not_judged"
    INEXACT_VALUE = "inexact_value"
    INEXACT_TARGET = "inexact_target"
    INEXACT_OTHERS = "inexact_others"
    TARGET_UNUSABLE = "target_unusable"
    NOT_A_SHARE = "not_a_share"


@dataclass(frozen=True)
class Scored:
    """`points` is None where they cannot be told: `why` then names what is missing. `facts` fill its sentence."""

    points: Decimal | None
    why: Why
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Scorecard:
    """`lines` and `groups` by key. A group's points are capped at its maximum; `total` is criteria plus bonus less
    penalty, never below 0. `missing`: keys of lines without points; the total is then only of the others."""

    lines: Mapping[int, Scored]
    groups: Mapping[int, Decimal]
    total: Decimal
    missing: tuple[int, ...] = ()
