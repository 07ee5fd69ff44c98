"""Who sits where and when. Pure: answers are objections as plain facts; the deeds turn them into sentences."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from emulation.core.period import ONE_DAY, Period, uncovered


class MembershipFault(StrEnum):
    UNIT_NOT_ALIVE = "unit_not_alive"
    OUTSIDE_CLUSTER = "outside_cluster"
    SITS_ELSEWHERE = "sits_elsewhere"
    NOT_A_MEMBER = "not_a_member"
    OUTSIDE_YEAR = "outside_year"
    POST_TAKEN = "post_taken"
    POST_LEFT_WITHOUT_MEMBER = "post_left_without_member"


@dataclass(frozen=True)
class MembershipObjection:
    """`period` is what stands in the way: a life, another membership, another term. `who` names its holder."""

    fault: MembershipFault
    period: Period
    who: str = ""


@dataclass(frozen=True)
class Sitting:
    """A membership, or a term of a post, with the name a sentence can use."""

    where: str
    during: Period


def objection_to_membership(
    during: Period, *, life: Period, cluster_life: Period, elsewhere: Iterable[Sitting]
) -> MembershipObjection | None:
    """`elsewhere`: the unit's other memberships in clusters of the same owner."""
    if not life.covers(during):
        return MembershipObjection(MembershipFault.UNIT_NOT_ALIVE, life)
    if not cluster_life.covers(during):
        return MembershipObjection(MembershipFault.OUTSIDE_CLUSTER, cluster_life)
    for sitting in elsewhere:
        if sitting.during.overlaps(during):
            return MembershipObjection(MembershipFault.SITS_ELSEWHERE, sitting.during, sitting.where)
    return None


def objection_to_post(
    during: Period,
    *,
    year: int,
    life: Period,
    cluster_life: Period,
    memberships: Iterable[Period],
    holders: Iterable[Sitting],
) -> MembershipObjection | None:
    """A term touches its year but may run on to the hand-over in the next spring, so it need not end in December."""
    if not during.overlaps(Period.year(year)):
        return MembershipObjection(MembershipFault.OUTSIDE_YEAR, Period.year(year))
    if not life.covers(during):
        return MembershipObjection(MembershipFault.UNIT_NOT_ALIVE, life)
    if not cluster_life.covers(during):
        return MembershipObjection(MembershipFault.OUTSIDE_CLUSTER, cluster_life)
    missing = uncovered(during, list(memberships))
    if missing is not None:
        return MembershipObjection(MembershipFault.NOT_A_MEMBER, missing)
    for holder in holders:
        if holder.during.overlaps(during):
            return MembershipObjection(MembershipFault.POST_TAKEN, holder.during, holder.where)
    return None


def objection_to_change(memberships: Iterable[Period], posts: Iterable[Sitting]) -> MembershipObjection | None:
    """When a membership is shortened or moved, every post the unit holds must still lie in what remains."""
    remaining = list(memberships)
    for post in posts:
        if uncovered(post.during, remaining) is not None:
            return MembershipObjection(MembershipFault.POST_LEFT_WITHOUT_MEMBER, post.during, post.where)
    return None


def reference_day(life: Period, year: int) -> date | None:
    """The day on which "in year Y" is judged for a unit: 31 December, for the year is reviewed as a whole and the
    leading unit acclaimed among those who stand there at its end. A unit that ended earlier in the year is judged
    on its last day. None: not alive that year."""
    lived = life.intersection(Period.year(year))
    return None if lived is None or lived.end is None else lived.end - ONE_DAY
