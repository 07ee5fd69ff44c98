"""The way of a regulation, from the head's draft to the members' vote. Pure."""

from dataclasses import dataclass
from enum import StrEnum

from clusters.regulation.rules.terms import SchemeState
from emulation.core.access import Relation as R
from emulation.core.flow import Flow, Step


class SchemeHindrance(StrEnum):
    FAULTY = "faulty"
    SCORED = "scored"


@dataclass(frozen=True)
class SchemeCase:
    """`faults`: how many stand in the way of adoption. `fault`: the first of them in words, if not told elsewhere.
    `is_scored`: the scoring by it has begun."""

    faults: int = 0
    fault: str = ""
    is_scored: bool = False


def it_is_without_faults(case: SchemeCase) -> str | None:
    return SchemeHindrance.FAULTY if case.faults else None


def nothing_is_scored_by_it(case: SchemeCase) -> str | None:
    return SchemeHindrance.SCORED if case.is_scored else None


FLOW = Flow(
    name="scheme",
    initial=SchemeState.DRAFT,
    steps=(
        Step("adopt", (SchemeState.DRAFT,), SchemeState.ADOPTED, (R.HEAD_APPROVER,), (it_is_without_faults,)),
        Step(
            "reopen",
            (SchemeState.ADOPTED,),
            SchemeState.DRAFT,
            (R.HEAD_APPROVER,),
            (nothing_is_scored_by_it,),
            needs_reason=True,
        ),
    ),
    final=(SchemeState.ADOPTED,),
)
