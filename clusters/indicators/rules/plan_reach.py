"""How many members of a cluster have reached their share of the plan of the year. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from clusters.membership.rules.half_years import WHOLE_YEAR
from emulation.core.quantity import Quantity

LEAST = {1: 50, 2: 100, WHOLE_YEAR: 100}


@dataclass(frozen=True)
class PlanReach:
    """`reached` of `members` certainly come to `least` per cent of the plan or more; what `unsure` reported leaves it
    open, `silent` reported no share."""

    least: int
    reached: int
    members: int
    unsure: int = 0
    silent: int = 0


def plan_reach(shares: Sequence[Quantity | None], half: int) -> PlanReach | None:
    """`shares` of all members, in per cent, None for who reported none. Half of the plan is to be reached in the first
    six months, all of it by the end of the year. None where nobody reported one."""
    told = [one for one in shares if one is not None]
    if not told:
        return None
    least = LEAST[half]
    certain = [one.certainly_at_least(least) for one in told]
    return PlanReach(least, certain.count(True), len(shares), certain.count(None), len(shares) - len(told))
