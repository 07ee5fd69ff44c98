"""Which conditions shut a member out of acclaim. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from clusters.regulation.rules.terms import KnockOutKind

HUNDRED = Decimal(100)


@dataclass(frozen=True)
class Condition:
    """`line`, its `maximum` and `share` in per cent: only of a criterion that may stay below a share."""

    key: int
    kind: KnockOutKind
    line: int | None = None
    maximum: Decimal = Decimal(0)
    share: int = 0


@dataclass(frozen=True)
class Known:
    """Of one member. `found`: keys of the conditions the cluster found. `has_signed`: None while no pact is in force.
    `has_reported`: its figures of the year are sent. `points`: final points by line, so far as there are any."""

    found: frozenset[int] = frozenset()
    has_signed: bool | None = None
    has_reported: bool = True
    points: Mapping[int, Decimal | None] = field(default_factory=dict)


def knocked_out(conditions: Iterable[Condition], known: Known) -> tuple[int, ...]:
    """Keys of those that hold; what cannot be told does not."""
    return tuple(condition.key for condition in conditions if _holds(condition, known))


def _holds(condition: Condition, known: Known) -> bool:
    match condition.kind:
        case KnockOutKind.JUDGED:
            return condition.key in known.found
        case KnockOutKind.PACT_UNSIGNED:
            return known.has_signed is False
        case KnockOutKind.NO_REPORT:
            return not known.has_reported
    points = None if condition.line is None else known.points.get(condition.line)
    return points is not None and points * HUNDRED < condition.share * condition.maximum
