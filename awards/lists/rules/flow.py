"""The life of a list of honours, from the file to the register. Pure; reasons are terms, worded by the pages."""

from dataclasses import dataclass
from enum import StrEnum

from awards.lists.rules.terms import BatchState
from emulation.core.access import Relation as R
from emulation.core.flow import Flow, Step


class BatchHindrance(StrEnum):
    WORK_GOES_ON = "work_goes_on"
    COLUMNS_NOT_CONFIRMED = "columns_not_confirmed"
    NOTHING_TO_TAKE = "nothing_to_take"
    REFUSED_NOT_SEEN = "refused_not_seen"
    REPEATED_NOT_SEEN = "repeated_not_seen"
    FILE_TAKEN = "file_taken"
    BUILT_UPON = "built_upon"


@dataclass(frozen=True)
class BatchCase:
    """What the guards look at. `*_seen`: the numbers of rows that the person says to have looked at. `built_upon`: what
    was built on the list, a sentence each."""

    is_mapped: bool
    good: int
    refused: int
    repeated: int
    working: bool = False
    refused_seen: int | None = None
    repeated_seen: int | None = None
    file_taken: bool = False
    built_upon: tuple[str, ...] = ()


def no_work_goes_on(case: BatchCase) -> str | None:
    return BatchHindrance.WORK_GOES_ON if case.working else None


def columns_are_confirmed(case: BatchCase) -> str | None:
    return None if case.is_mapped else BatchHindrance.COLUMNS_NOT_CONFIRMED


def something_to_take(case: BatchCase) -> str | None:
    return None if case.good else BatchHindrance.NOTHING_TO_TAKE


def refused_rows_are_seen(case: BatchCase) -> str | None:
    """Rows stay out only by somebody's word, and only as many as that word was about."""
    return None if not case.refused or case.refused_seen == case.refused else BatchHindrance.REFUSED_NOT_SEEN


def repeated_rows_are_seen(case: BatchCase) -> str | None:
    return None if not case.repeated or case.repeated_seen == case.repeated else BatchHindrance.REPEATED_NOT_SEEN


def file_is_new(case: BatchCase) -> str | None:
    return BatchHindrance.FILE_TAKEN if case.file_taken else None


def nothing_is_built_upon_it(case: BatchCase) -> str | None:
    return BatchHindrance.BUILT_UPON if case.built_upon else None


OPEN = (BatchState.UPLOADED, BatchState.CHECKED)
FLOW = Flow(
    name="honour_batch",
    initial=BatchState.RECEIVED,
    steps=(
        Step("read", (BatchState.RECEIVED,), BatchState.UPLOADED, (R.SYSTEM,)),
        Step("give_up", (BatchState.RECEIVED,), BatchState.UNREADABLE, (R.SYSTEM,)),
        Step("ask_again", OPEN, BatchState.UPLOADED, (R.SYSTEM,)),
        Step("map", OPEN, BatchState.UPLOADED, (R.OWN_OFFICER,), (no_work_goes_on,)),
        Step("check", OPEN, BatchState.CHECKED, (R.OWN_OFFICER,), (columns_are_confirmed,)),
        Step(
            "accept",
            (BatchState.CHECKED,),
            BatchState.ACCEPTED,
            (R.OWN_OFFICER,),
            (file_is_new, something_to_take, refused_rows_are_seen, repeated_rows_are_seen),
        ),
        Step("discard", (BatchState.RECEIVED, *OPEN), BatchState.DISCARDED, (R.OWN_OFFICER,), (no_work_goes_on,)),
        Step(
            "undo",
            (BatchState.ACCEPTED,),
            BatchState.UNDONE,
            (R.OWN_OFFICER, R.OWN_APPROVER),
            (no_work_goes_on, nothing_is_built_upon_it),
            needs_reason=True,
        ),
    ),
    final=(BatchState.ACCEPTED, BatchState.UNREADABLE, BatchState.DISCARDED, BatchState.UNDONE),
)
