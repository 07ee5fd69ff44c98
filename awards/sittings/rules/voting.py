"""What the votes on a dossier come to: votes wanted, of how many, and whether they are there. Pure."""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, Decimal

from awards.procedures.rules.terms import Base

HUNDRED = Decimal(100)
ROUNDED_OFF = Decimal("0.005")
"""What two decimals leave unsaid of a share: 66,67 per cent stands for two thirds."""


@dataclass(frozen=True)
class Wanted:
    """As the procedure of the award says. `share`: per cent; None where none is recorded: then more than half of all
    members, for a Council decides by majority (Decision 500/QĐ-TTg of 12/06/2024). `base` None: unknown, so the
    strictest, all members. `is_verified`: somebody has checked the share against its provision."""

    share: Decimal | None = None
    base: Base | None = None
    is_verified: bool = False


@dataclass(frozen=True)
class VoteCount:
    """`members`: of the Council, `voters`: who got a ballot, both without those who may not judge the dossier; `valid`:
    valid votes among those that came in."""

    agreed: int
    members: int
    voters: int
    valid: int


@dataclass(frozen=True)
class VoteResult:
    """`needed` votes out of `of`."""

    of: int
    needed: int
    is_agreed: bool


def result_of(count: VoteCount, wanted: Wanted) -> VoteResult:
    """A share is reached at it, a majority above the half. Nobody to vote agrees to nothing."""
    of = {Base.COUNCIL_PRESENT: count.voters, Base.VALID_VOTES: count.valid}.get(
        wanted.base or Base.COUNCIL_MEMBERS, count.members
    )
    needed = votes_needed(of, wanted.share)
    return VoteResult(of, needed, bool(of) and count.agreed >= needed)


def votes_needed(of: int, share: Decimal | None) -> int:
    if share is None:
        return of // 2 + 1
    return at_least(of, share)


def at_least(of: int, share: Decimal) -> int:
    """The fewest of them that make up the share, rounded to two decimals as shares are written: 4 of 6 are 66,67 per
    cent. At least one."""
    return max(1, int((of * (share - ROUNDED_OFF) / HUNDRED).to_integral_value(ROUND_CEILING)))


def votes_are_awaited(until: date | None, today: date, *, is_missing: bool) -> bool:
    """Whether a vote without a meeting is counted too early: before its last day is over it waits while somebody
    `is_missing`. A meeting, `until` None, waits for nobody."""
    return until is not None and today <= until and is_missing


def quorum_of(members: int, share: Decimal) -> int:
    """Members that must be there: at least the share, and somebody."""
    return at_least(members, share)


def quorum_without(quorum: int, members: int, kept_out: int, share: Decimal) -> int:
    """Votes that must come in on a dossier that some may not judge: the same share of those who may, at least one.
    `share`: the Council's of today; where the sitting was convened by another, its own `quorum` tells the share."""
    if not kept_out:
        return quorum
    left = members - kept_out
    if quorum_of(members, share) == quorum:
        return quorum_of(left, share)
    return max(1, -(-quorum * left // members)) if members else 1
