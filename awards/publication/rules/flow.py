"""The way of a list under public consultation: drafted, opened by the leader, closed once its days are over with its
proof filed; withdrawn where it must not stand. Pure."""

from dataclasses import dataclass
from enum import StrEnum

from awards.publication.rules.terms import PublicationState as S
from emulation.core.access import Relation as R
from emulation.core.flow import Flow, Step


class PublicationHindrance(StrEnum):
    NO_LINES = "no_lines"
    NOT_OVER = "not_over"


@dataclass(frozen=True)
class PublicationCase:
    lines: int = 0
    is_over: bool = False


def it_names_somebody(case: PublicationCase) -> str | None:
    return None if case.lines else PublicationHindrance.NO_LINES


def its_days_are_over(case: PublicationCase) -> str | None:
    return None if case.is_over else PublicationHindrance.NOT_OVER


FLOW = Flow(
    name="publication",
    initial=S.DRAFT,
    steps=(
        Step("open", (S.DRAFT,), S.OPEN, (R.HOLDER_APPROVER,), (it_names_somebody,)),
        Step("close", (S.OPEN,), S.CLOSED, (R.HOLDER_OFFICER, R.HOLDER_APPROVER), (its_days_are_over,)),
        Step("withdraw", (S.OPEN,), S.WITHDRAWN, (R.HOLDER_APPROVER,), needs_reason=True),
        Step("drop", (S.DRAFT,), S.WITHDRAWN, (R.HOLDER_OFFICER, R.HOLDER_APPROVER), needs_reason=True),
    ),
    final=(S.CLOSED, S.WITHDRAWN),
)
