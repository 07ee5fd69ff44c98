"""The way of a sealed ballot: prepared with its two tellers, opened, counted; or annulled and held anew. Pure."""

from dataclasses import dataclass
from enum import StrEnum

from emulation.core.access import Relation as R
from emulation.core.flow import Flow, Step


class BallotState(StrEnum):
    PREPARED = "prepared"
    OPEN = "open"
    COUNTED = "counted"
    ANNULLED = "annulled"


class BallotWay(StrEnum):
    SEALED = "sealed"
    ON_PAPER = "on_paper"


class BallotHindrance(StrEnum):
    NO_OPTIONS = "no_options"
    TELLERS_NOT_READY = "tellers_not_ready"
    TOO_FEW_PRESENT = "too_few_present"
    TOO_FEW_CAST = "too_few_cast"
    THIRD_PART_LOST = "third_part_lost"
    NOT_SEALED = "not_sealed"
    NOT_ON_PAPER = "not_on_paper"


@dataclass(frozen=True)
class BallotCase:
    """`ready`: tellers whose passphrase is set. `voters`: present members that get a vote; `cast`: votes collected;
    at least `quorum` of both. `third_part_lost`: of the ballot's key, without which nobody opens a vote."""

    way: BallotWay
    quorum: int
    options: int = 0
    ready: int = 0
    voters: int = 0
    cast: int = 0
    third_part_lost: bool = False


TELLERS = 2


def there_is_something_to_choose(case: BallotCase) -> str | None:
    return None if case.options else BallotHindrance.NO_OPTIONS


def both_tellers_are_ready(case: BallotCase) -> str | None:
    return None if case.ready == TELLERS else BallotHindrance.TELLERS_NOT_READY


def enough_voters_are_there(case: BallotCase) -> str | None:
    return None if case.voters >= case.quorum else BallotHindrance.TOO_FEW_PRESENT


def enough_votes_are_cast(case: BallotCase) -> str | None:
    return None if case.cast >= case.quorum else BallotHindrance.TOO_FEW_CAST


def the_key_can_be_put_together(case: BallotCase) -> str | None:
    return BallotHindrance.THIRD_PART_LOST if case.third_part_lost else None


def it_is_sealed(case: BallotCase) -> str | None:
    return None if case.way is BallotWay.SEALED else BallotHindrance.NOT_SEALED


def it_is_on_paper(case: BallotCase) -> str | None:
    return None if case.way is BallotWay.ON_PAPER else BallotHindrance.NOT_ON_PAPER


KEEPERS = (R.HEAD_OFFICER, R.HOLDER_SECRETARY)
"""Who keeps the meeting: the head's office of a cluster's conference, the secretary of a Council's sitting."""

FLOW = Flow(
    name="sealed_ballot",
    initial=BallotState.PREPARED,
    steps=(
        Step(
            "open",
            (BallotState.PREPARED,),
            BallotState.OPEN,
            KEEPERS,
            (it_is_sealed, there_is_something_to_choose, both_tellers_are_ready, enough_voters_are_there),
        ),
        Step(
            "count",
            (BallotState.OPEN,),
            BallotState.COUNTED,
            (R.NAMED,),
            (the_key_can_be_put_together, enough_votes_are_cast),
        ),
        Step(
            "enter_paper",
            (BallotState.PREPARED,),
            BallotState.COUNTED,
            (R.HEAD_OFFICER,),
            (it_is_on_paper, there_is_something_to_choose),
        ),
        Step(
            "annul",
            (BallotState.PREPARED, BallotState.OPEN),
            BallotState.ANNULLED,
            KEEPERS,
            needs_reason=True,
        ),
    ),
    final=(BallotState.COUNTED, BallotState.ANNULLED),
)
