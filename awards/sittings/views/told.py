"""What pages tell of a sitting: the dossier of the moment, the votes on their way, what they came to."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from awards.procedures.rules.terms import Base
from awards.sittings.models.agenda import IN_MOTION, SittingItem
from awards.sittings.models.casting import open_ballots_of
from awards.sittings.models.results import ItemResult
from awards.sittings.models.sitting import Sitting, SittingSeat
from awards.sittings.rules.terms import BY_TELLERS, ItemOutcome
from awards.sittings.rules.voting import Wanted
from awards.sittings.words import PART_HIDDEN, result_in_words, wanted_in_words
from emulation.core.actor import Actor
from emulation.core.ballot_flow import BallotState
from emulation.core.models import BallotVoter


@dataclass(frozen=True)
class ResultTold:
    """`is_final`: the sitting has concluded it; else it is only foreseen. `said`: 9 of 11, 9 needed."""

    is_agreed: bool
    is_final: bool
    said: str
    wanted: str
    against: int
    kept_out: int = 0


def results_told(item: SittingItem, counted: ItemResult | None) -> ResultTold | None:
    if counted is not None:
        return ResultTold(
            counted.result.is_agreed,
            False,
            result_in_words(counted),
            wanted_in_words(counted.wanted),
            counted.against,
            counted.kept_out,
        )
    if item.outcome not in (ItemOutcome.AGREED, ItemOutcome.NOT_AGREED):
        return None
    wanted = Wanted(item.share, Base(item.base) if item.base else None, is_verified=True)
    return ResultTold(
        item.outcome == ItemOutcome.AGREED,
        True,
        result_in_words_of(item),
        wanted_in_words(wanted),
        item.against_votes or 0,
    )


def result_in_words_of(item: SittingItem) -> str:
    return _("%(agreed)s of %(of)s, %(needed)s needed") % {
        "agreed": item.agreed_votes,
        "of": item.of,
        "needed": item.needed,
    }


def moment_told(sitting: Sitting, actor: Actor, items: list[SittingItem], awards: dict[int, str]) -> dict:
    """The dossier of the moment, as far as the person may judge it: else it is as if there were none."""
    found = next((one for one in items if one.pk == sitting.current_id), None) if sitting.is_open else None
    return {
        "moment": found,
        "moment_award": awards[found.nomination_id] if found else "",
    }


def votes_told(sitting: Sitting, actor: Actor) -> dict:
    """How far the votes are: what the person may do about them, never how anybody voted."""
    ballots = list(
        sitting.ballots.filter(ballot__state__in=IN_MOTION).select_related("ballot").prefetch_related("ballot__tellers")
    )
    prepared = [one for one in ballots if one.ballot.state == BallotState.PREPARED]
    opened = [one for one in ballots if one.ballot.state == BallotState.OPEN]
    seat = sitting.seats.filter(user=actor.user_id).first() if actor.user_id is not None else None
    tellers = {one.position: one for held in ballots for one in held.ballot.tellers.all()}
    voted, voters = _progress(sitting, actor)
    mine = [one for held in ballots for one in held.ballot.tellers.all() if one.user_id == actor.user_id]
    return {
        "prepared": len(prepared),
        "opened": len(opened),
        "tellers": [tellers[at] for at in sorted(tellers)],
        "is_teller": bool(mine),
        "my_passphrase_is_set": bool(mine) and all(one.is_ready for one in mine),
        "voted": voted,
        "voters": voters,
        "to_vote": bool(opened) and seat is not None and bool(open_ballots_of(seat)),
        "has_seat": seat is not None,
        "written": _written(sitting) if mine and opened else [],
        "part_hidden": "" if sitting.items.pending().are_whole_for(actor) else PART_HIDDEN,
    }


def _progress(sitting: Sitting, actor: Actor) -> tuple[int, int]:
    """(voters whose votes are all in, voters) of the open ballots without a dossier that is kept from the person."""
    seen = sitting.items.not_kept_from(actor).order_by().values("ballot__ballot")
    rows = BallotVoter.objects.filter(ballot__in=seen, ballot__state=BallotState.OPEN)
    whole: dict[int, bool] = {}
    for key, has_voted in rows.order_by().values_list("key", "has_voted"):
        whole[key] = whole.get(key, True) and has_voted
    return sum(whole.values()), len(whole)


def _written(sitting: Sitting) -> list[SittingSeat]:
    """Members whose vote on paper is still to be entered."""
    rows = sitting.seats.filter(attendance__in=BY_TELLERS)
    return [one for one in rows.in_order() if open_ballots_of(one)]
