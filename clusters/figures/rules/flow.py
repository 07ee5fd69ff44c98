"""The way of a province's half-year figures, from the officer to the head of the cluster. Pure."""

from dataclasses import dataclass
from enum import StrEnum

from clusters.figures.rules.terms import SheetState
from emulation.core.access import Relation as R
from emulation.core.flow import Flow, Step


class SheetHindrance(StrEnum):
    UNREADABLE = "unreadable"
    UNSAID = "unsaid"
    NO_REMARK = "no_remark"
    LOCKED = "locked"
    UNEXPLAINED = "unexplained"
    SENT_ANEW = "sent_anew"


@dataclass(frozen=True)
class SheetCase:
    """`unreadable`: cells that hold something that is no figure. `unsaid`: indicators with neither a figure nor a note
    that says why there is none. `remarked`: somebody said what is to be mended. `locked`: the day to send is over.
    `unexplained`: figures far from the period before without a note that says why. `sent_anew`: they are no longer what
    the head looked at."""

    unreadable: int = 0
    unsaid: int = 0
    remarked: bool = False
    locked: bool = False
    unexplained: int = 0
    sent_anew: bool = False


def every_figure_is_readable(case: SheetCase) -> str | None:
    return SheetHindrance.UNREADABLE if case.unreadable else None


def every_indicator_is_answered(case: SheetCase) -> str | None:
    return SheetHindrance.UNSAID if case.unsaid else None


def what_to_mend_is_said(case: SheetCase) -> str | None:
    return None if case.remarked else SheetHindrance.NO_REMARK


def its_time_is_not_over(case: SheetCase) -> str | None:
    return SheetHindrance.LOCKED if case.locked else None


def every_jump_is_explained(case: SheetCase) -> str | None:
    return SheetHindrance.UNEXPLAINED if case.unexplained else None


def they_are_as_the_head_saw_them(case: SheetCase) -> str | None:
    return SheetHindrance.SENT_ANEW if case.sent_anew else None


WRITABLE = (SheetState.DRAFT, SheetState.RETURNED)
FLOW = Flow(
    name="figure_sheet",
    initial=SheetState.DRAFT,
    steps=(
        Step(
            "submit",
            WRITABLE,
            SheetState.SUBMITTED,
            (R.OWN_OFFICER,),
            (its_time_is_not_over, every_figure_is_readable, every_indicator_is_answered, every_jump_is_explained),
        ),
        Step("recall", (SheetState.SUBMITTED,), SheetState.DRAFT, (R.OWN_OFFICER,)),
        Step(
            "return_to_officer",
            (SheetState.SUBMITTED,),
            SheetState.RETURNED,
            (R.OWN_APPROVER,),
            (what_to_mend_is_said,),
        ),
        Step("approve", (SheetState.SUBMITTED,), SheetState.APPROVED, (R.OWN_APPROVER,), (its_time_is_not_over,)),
        Step("return_to_member", (SheetState.APPROVED,), SheetState.RETURNED, (R.HEAD,), (what_to_mend_is_said,)),
        Step("accept", (SheetState.APPROVED,), SheetState.ACCEPTED, (R.HEAD,), (they_are_as_the_head_saw_them,)),
        Step("unlock", (SheetState.ACCEPTED,), SheetState.RETURNED, (R.HEAD,), (what_to_mend_is_said,)),
    ),
    final=(SheetState.ACCEPTED,),
)
