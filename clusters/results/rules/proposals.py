"""Who may be acclaimed, and who may be proposed for which award. Pure: answers are reasons, sentences stand elsewhere.

Shares, and which award only the acclaimed unit may be proposed for, are dated rows with their provision
(`clusters.models.ProposalRule`), not written here.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

HUNDRED = 100


class ProposalBar(StrEnum):
    KNOCKED_OUT = "knocked_out"
    TOO_FEW_VOTES = "too_few_votes"
    NOT_ACCLAIMED = "not_acclaimed"


@dataclass(frozen=True)
class Candidate:
    """One member in the result. `votes`: None where no ballot was counted."""

    is_knocked_out: bool = False
    is_acclaimed: bool = False
    votes: int | None = None


def bar_to_acclaim(candidate: Candidate, *, threshold: Decimal, of: int | None) -> ProposalBar | None:
    """`threshold`: per cent of `of` voters that have to be for it, as the regulation says; reaching it is enough."""
    if candidate.is_knocked_out:
        return ProposalBar.KNOCKED_OUT
    if candidate.votes is None or not of:
        return None
    return ProposalBar.TOO_FEW_VOTES if candidate.votes * HUNDRED < threshold * of else None


def bar_to_proposal(candidate: Candidate, *, for_acclaimed_only: bool) -> ProposalBar | None:
    if candidate.is_knocked_out:
        return ProposalBar.KNOCKED_OUT
    return ProposalBar.NOT_ACCLAIMED if for_acclaimed_only and not candidate.is_acclaimed else None


def most_of(leaders: int, share_percent: int) -> int:
    """How many whole units a share of the acclaimed units of several clusters leaves room for, rounded down."""
    return leaders * share_percent // HUNDRED
