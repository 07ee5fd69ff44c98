"""What a counted ballot decides, by the regulation's share of votes and its rule for equals. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

HUNDRED = 100


class OutcomeKind(StrEnum):
    CHOSEN = "chosen"
    CHOSEN_BY_PLACE = "chosen_by_place"
    EQUAL = "equal"
    TOO_FEW = "too_few"
    NO_VOTES = "no_votes"


@dataclass(frozen=True)
class BallotOutcome:
    """`leading`: who got most votes, `votes` each. One of them is `chosen`, or nobody: then the vote is held anew among
    `leading` where they are equal, among all where too few votes were for any."""

    kind: OutcomeKind
    votes: int = 0
    leading: frozenset[int] = frozenset()
    chosen: int | None = None


def outcome_of(
    votes: Mapping[int, int], *, threshold: Decimal, of: int, places: Mapping[int, int] | None = None
) -> BallotOutcome:
    """`votes` for each; `threshold`: per cent of `of` voters, reaching it is enough. `places` in the year's points,
    where they may part equals: the best of those leading is chosen if no other shares that place."""
    most = max(votes.values(), default=0)
    if not most:
        return BallotOutcome(OutcomeKind.NO_VOTES)
    leading = frozenset(key for key, number in votes.items() if number == most)
    if most * HUNDRED < threshold * of:
        return BallotOutcome(OutcomeKind.TOO_FEW, most, leading)
    if len(leading) == 1:
        return BallotOutcome(OutcomeKind.CHOSEN, most, leading, next(iter(leading)))
    best = _best(leading, places or {})
    if best is None:
        return BallotOutcome(OutcomeKind.EQUAL, most, leading)
    return BallotOutcome(OutcomeKind.CHOSEN_BY_PLACE, most, leading, best)


def _best(leading: frozenset[int], places: Mapping[int, int]) -> int | None:
    if not leading <= places.keys():
        return None
    first = min(places[key] for key in leading)
    found = [key for key in leading if places[key] == first]
    return found[0] if len(found) == 1 else None
