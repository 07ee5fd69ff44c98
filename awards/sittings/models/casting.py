"""Which of the open ballots of a sitting are a member's to cast."""

from collections.abc import Sequence
from dataclasses import dataclass

from awards.sittings.models.agenda import SittingBallot, SittingItem, kept_from_seats
from awards.sittings.models.sitting import SittingSeat
from emulation.core.actor import Actor
from emulation.core.ballot_flow import BallotState


def open_ballots_of(seat: SittingSeat) -> list[SittingBallot]:
    """In which the member got a ballot and has not voted yet."""
    rows = SittingBallot.objects.filter(sitting=seat.sitting_id, ballot__state=BallotState.OPEN)
    rows = rows.filter(ballot__voters__key=seat.pk, ballot__voters__has_voted=False)
    return list(
        rows.select_related("ballot", "sitting__council").prefetch_related("items__nomination__award").order_by("pk")
    )


@dataclass(frozen=True)
class BallotsToCast:
    """`is_part_withheld`: besides these, one is open with a dossier that the member, or whoever enters the vote, may
    not judge; `is_kept_from_teller`: it is the teller who enters the vote."""

    ballots: tuple[SittingBallot, ...]
    is_part_withheld: bool
    is_kept_from_teller: bool = False


def ballots_to_cast(seat: SittingSeat, actor: Actor) -> BallotsToCast:
    """Of those in which the member has not voted yet; as conflicts of interest are at this moment."""
    opened = open_ballots_of(seat)
    seen = set(SittingItem.objects.filter(ballot__in=opened).not_kept_from(actor).values_list("pk", flat=True))
    whole_for_actor = [held for held in opened if seen.issuperset(one.pk for one in held.items.all())]
    whole = tuple(held for held in whole_for_actor if seat.pk not in kept_from_ballot(held, [seat]))
    is_teller = actor.user_id != seat.user_id
    return BallotsToCast(whole, len(whole) < len(opened), is_teller and len(whole_for_actor) < len(opened))


def kept_from_ballot(held: SittingBallot, seats: Sequence[SittingSeat]) -> frozenset[int]:
    """Seats of members who may not judge a dossier of it."""
    kept = kept_from_seats(held.items.all(), seats, held.sitting.council.body_id)
    return frozenset().union(*kept.values())
