"""The way of a cluster year's scoring, from the members' own scores to frozen points. Pure."""

from dataclasses import dataclass
from enum import StrEnum

from clusters.scores.rules.terms import RoundState
from emulation.core.access import Relation as R
from emulation.core.flow import Flow, Step


class ScoringHindrance(StrEnum):
    HEAD_UNFINISHED = "head_unfinished"
    LEFT_BEHIND = "left_behind"
    UNAPPRAISED = "unappraised"
    WITHOUT_FINAL = "without_final"
    NO_REASON = "no_reason"
    ALREADY_SEEN = "already_seen"


@dataclass(frozen=True)
class ScoringCase:
    """`unfinished`: members whose own scores of the present kind are not done; `head_unfinished`: the head is one of
    them. `unappraised` and `without_final`: points still missing. `is_explained`: a reason was given. `was_final`:
    the head has seen everybody's points already, for the final points were being set before."""

    unfinished: int = 0
    head_unfinished: bool = False
    unappraised: int = 0
    without_final: int = 0
    is_explained: bool = False
    was_final: bool = False


def the_head_is_done_itself(case: ScoringCase) -> str | None:
    return ScoringHindrance.HEAD_UNFINISHED if case.head_unfinished else None


def those_left_behind_are_explained(case: ScoringCase) -> str | None:
    return ScoringHindrance.LEFT_BEHIND if case.unfinished and not case.is_explained else None


def what_is_not_appraised_is_explained(case: ScoringCase) -> str | None:
    return ScoringHindrance.UNAPPRAISED if case.unappraised and not case.is_explained else None


def every_line_has_final_points(case: ScoringCase) -> str | None:
    return ScoringHindrance.WITHOUT_FINAL if case.without_final else None


def going_back_is_explained(case: ScoringCase) -> str | None:
    return None if case.is_explained else ScoringHindrance.NO_REASON


def nobody_has_seen_all_points(case: ScoringCase) -> str | None:
    """Who has seen everybody's points gives none of its own any more."""
    return ScoringHindrance.ALREADY_SEEN if case.was_final else None


GO_BACK = "go_back"
FLOW = Flow(
    name="scoring",
    initial=RoundState.SELF,
    steps=(
        Step(
            "open_cross",
            (RoundState.SELF,),
            RoundState.CROSS,
            (R.HEAD_OFFICER,),
            (the_head_is_done_itself, those_left_behind_are_explained),
        ),
        Step(
            "open_appraisal",
            (RoundState.CROSS,),
            RoundState.APPRAISAL,
            (R.HEAD_OFFICER,),
            (the_head_is_done_itself, those_left_behind_are_explained),
        ),
        Step(
            "open_final",
            (RoundState.APPRAISAL,),
            RoundState.FINAL,
            (R.HEAD_OFFICER,),
            (what_is_not_appraised_is_explained,),
        ),
        Step("freeze", (RoundState.FINAL,), RoundState.FROZEN, (R.HEAD_APPROVER,), (every_line_has_final_points,)),
        Step(GO_BACK, (RoundState.CROSS,), RoundState.SELF, (R.HEAD_OFFICER,), (going_back_is_explained,)),
        Step(
            GO_BACK,
            (RoundState.APPRAISAL,),
            RoundState.CROSS,
            (R.HEAD_OFFICER,),
            (nobody_has_seen_all_points, going_back_is_explained),
        ),
        Step(GO_BACK, (RoundState.FINAL,), RoundState.APPRAISAL, (R.HEAD_OFFICER,), (going_back_is_explained,)),
    ),
    final=(RoundState.FROZEN,),
)
