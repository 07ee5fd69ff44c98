"""The way of a decision: drafted, issued once; dropped where nothing comes of it. Pure."""

from dataclasses import dataclass
from enum import StrEnum

from awards.decisions.rules.terms import DecisionState as S
from emulation.core.access import Relation as R
from emulation.core.flow import Flow, Step


class DecisionHindrance(StrEnum):
    NO_LINES = "no_lines"
    NO_SCAN = "no_scan"


@dataclass(frozen=True)
class DecisionCase:
    """What the guards look at. `lines`: dossiers that it decides on; `lacks_scan`: made elsewhere, and its scan is not
    filed."""

    lines: int = 0
    lacks_scan: bool = False


def it_decides_on_something(case: DecisionCase) -> str | None:
    return None if case.lines else DecisionHindrance.NO_LINES


def what_was_made_elsewhere_is_shown(case: DecisionCase) -> str | None:
    return DecisionHindrance.NO_SCAN if case.lacks_scan else None


FLOW = Flow(
    name="decision",
    initial=S.DRAFT,
    steps=(
        Step(
            "issue",
            (S.DRAFT,),
            S.ISSUED,
            (R.HOLDER_APPROVER,),
            (it_decides_on_something, what_was_made_elsewhere_is_shown),
        ),
        Step("drop", (S.DRAFT,), S.DROPPED, (R.HOLDER_OFFICER, R.HOLDER_APPROVER), needs_reason=True),
    ),
    final=(S.ISSUED, S.DROPPED),
)
