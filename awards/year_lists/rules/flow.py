"""The life of a list of years, from the file to the book of records. Pure."""

from dataclasses import dataclass
from enum import StrEnum

from awards.year_lists.rules.terms import YearListState as S
from emulation.core.access import Relation as R
from emulation.core.flow import Flow, Step


class YearListHindrance(StrEnum):
    WORK_GOES_ON = "work_goes_on"
    NOTHING_TO_TAKE = "nothing_to_take"


@dataclass(frozen=True)
class YearListCase:
    """What the guards look at. `takes`: rows that say something which the book does not hold."""

    takes: int = 0
    working: bool = False


def no_work_goes_on(case: YearListCase) -> str | None:
    return YearListHindrance.WORK_GOES_ON if case.working else None


def something_to_take(case: YearListCase) -> str | None:
    return None if case.takes else YearListHindrance.NOTHING_TO_TAKE


FLOW = Flow(
    name="year_list",
    initial=S.RECEIVED,
    steps=(
        Step("check", (S.RECEIVED,), S.CHECKED, (R.SYSTEM,)),
        Step("give_up", (S.RECEIVED,), S.UNREADABLE, (R.SYSTEM,)),
        Step("take", (S.CHECKED,), S.TAKEN, (R.OWN_OFFICER,), (no_work_goes_on, something_to_take)),
        Step("put_aside", (S.RECEIVED, S.CHECKED), S.PUT_ASIDE, (R.OWN_OFFICER,), (no_work_goes_on,)),
    ),
    final=(S.TAKEN, S.UNREADABLE, S.PUT_ASIDE),
)
