"""A task that was given, and what one unit owes of it: owed, reported with its proof, done or sent back. Pure."""

from dataclasses import dataclass
from enum import StrEnum

from emulation.core.access import Relation as R
from emulation.core.flow import Flow, Step


class TaskKind(StrEnum):
    """A task that units are to carry out; a request to a higher level, which answers it."""

    TASK = "task"
    REQUEST = "request"


class AssignmentState(StrEnum):
    OWED = "owed"
    REPORTED = "reported"
    DONE = "done"


class AssignmentHindrance(StrEnum):
    NO_PROOF = "no_proof"


@dataclass(frozen=True)
class AssignmentCase:
    """`has_proof`: a file, or the number of a paper."""

    has_proof: bool = False


def it_is_proved(case: AssignmentCase) -> str | None:
    return None if case.has_proof else AssignmentHindrance.NO_PROOF


FLOW = Flow(
    name="assignment",
    initial=AssignmentState.OWED,
    steps=(
        Step("report", (AssignmentState.OWED,), AssignmentState.REPORTED, (R.OWN_OFFICER,), (it_is_proved,)),
        Step("accept", (AssignmentState.REPORTED,), AssignmentState.DONE, (R.HOLDER_OFFICER,)),
        Step("send_back", (AssignmentState.REPORTED,), AssignmentState.OWED, (R.HOLDER_OFFICER,), needs_reason=True),
    ),
    final=(AssignmentState.DONE,),
)
