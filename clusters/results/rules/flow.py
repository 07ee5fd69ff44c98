"""The way of a year's result: drafted by the head's office, frozen by its approver. Pure."""

from dataclasses import dataclass
from enum import StrEnum

from clusters.results.rules.terms import ResultState
from emulation.core.access import Relation as R
from emulation.core.flow import Flow, Step


class ResultHindrance(StrEnum):
    PLACES_OPEN = "places_open"
    NO_MINUTES = "no_minutes"
    NOBODY_ACCLAIMED = "nobody_acclaimed"
    NO_HEAD_ELECTED = "no_head_elected"
    BARRED_PROPOSAL = "barred_proposal"
    NOT_A_LATER_ACT = "not_a_later_act"


@dataclass(frozen=True)
class ResultCase:
    """`open_places`: members between whom the regulation lets a ballot decide that was not held. `barred`: proposals
    of members that may not be proposed for that award. `is_explained`: a reason was given for what is left open."""

    number: int = 0
    open_places: int = 0
    has_minutes: bool = False
    is_acclaimed: bool = False
    has_head: bool = False
    barred: int = 0
    is_explained: bool = False


def every_place_is_told(case: ResultCase) -> str | None:
    return ResultHindrance.PLACES_OPEN if case.open_places else None


def the_minutes_are_named(case: ResultCase) -> str | None:
    return None if case.has_minutes else ResultHindrance.NO_MINUTES


def who_is_proposed_may_be(case: ResultCase) -> str | None:
    return ResultHindrance.BARRED_PROPOSAL if case.barred else None


def somebody_is_acclaimed(case: ResultCase) -> str | None:
    return None if case.is_acclaimed or case.is_explained else ResultHindrance.NOBODY_ACCLAIMED


def the_next_head_is_elected(case: ResultCase) -> str | None:
    return None if case.has_head or case.is_explained else ResultHindrance.NO_HEAD_ELECTED


def it_is_a_later_act(case: ResultCase) -> str | None:
    return None if case.number else ResultHindrance.NOT_A_LATER_ACT


MENDED_BY_A_REASON = frozenset({ResultHindrance.NOBODY_ACCLAIMED, ResultHindrance.NO_HEAD_ELECTED})
FLOW = Flow(
    name="year_result",
    initial=ResultState.DRAFT,
    steps=(
        Step(
            "freeze",
            (ResultState.DRAFT,),
            ResultState.FROZEN,
            (R.HEAD_APPROVER,),
            (
                every_place_is_told,
                the_minutes_are_named,
                who_is_proposed_may_be,
                somebody_is_acclaimed,
                the_next_head_is_elected,
            ),
        ),
        Step(
            "withdraw",
            (ResultState.DRAFT,),
            ResultState.WITHDRAWN,
            (R.HEAD_OFFICER,),
            (it_is_a_later_act,),
            needs_reason=True,
        ),
    ),
    final=(ResultState.FROZEN, ResultState.WITHDRAWN),
)
