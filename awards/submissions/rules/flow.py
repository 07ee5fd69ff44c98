"""The life of a list of proposals: read, judged row by row, its good rows sent. Pure."""

from dataclasses import dataclass
from enum import StrEnum

from awards.submissions.rules.terms import SubmissionState as S
from awards.submissions.rules.terms import SubmissionWork
from emulation.core.access import Relation as R
from emulation.core.flow import Flow, Step


class SubmissionHindrance(StrEnum):
    WORK_GOES_ON = "work_goes_on"
    NOTHING_LEFT = "nothing_left"
    SENT_ALREADY = "sent_already"


@dataclass(frozen=True)
class SubmissionCase:
    """What the guards look at. `unsent`: its dossiers that are still with the nominator; `gone`: those that are not;
    `work`: what a worker has in hand, None where nothing."""

    unsent: int = 0
    gone: int = 0
    work: SubmissionWork | None = None


H = SubmissionHindrance


def no_work_goes_on(case: SubmissionCase) -> str | None:
    return H.WORK_GOES_ON if case.work else None


def something_is_left(case: SubmissionCase) -> str | None:
    return None if case.unsent else H.NOTHING_LEFT


def nothing_was_sent(case: SubmissionCase) -> str | None:
    return H.SENT_ALREADY if case.gone else None


FLOW = Flow(
    name="submission",
    initial=S.RECEIVED,
    steps=(
        Step("read", (S.RECEIVED,), S.JUDGED, (R.SYSTEM,)),
        Step("give_up", (S.RECEIVED,), S.UNREADABLE, (R.SYSTEM,)),
        Step("send", (S.JUDGED, S.SENT), S.SENT, (R.OWN_APPROVER,), (no_work_goes_on, something_is_left)),
        Step(
            "withdraw",
            (S.JUDGED,),
            S.WITHDRAWN,
            (R.OWN_OFFICER, R.OWN_APPROVER),
            (no_work_goes_on, nothing_was_sent),
            needs_reason=True,
        ),
    ),
    final=(S.UNREADABLE, S.WITHDRAWN),
)
