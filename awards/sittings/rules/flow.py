"""The way of a sitting: convened, in session, concluded once and for all. Pure."""

from dataclasses import dataclass
from enum import StrEnum

from awards.sittings.rules.terms import SittingState as S
from emulation.core.access import Relation as R
from emulation.core.flow import Flow, Step


class SittingHindrance(StrEnum):
    NO_AGENDA = "no_agenda"
    NOT_YET = "not_yet"
    TOO_FEW = "too_few"
    NOT_PRESIDED = "not_presided"
    UNCOUNTED = "uncounted"
    VOTING = "voting"
    CHANGED = "changed"
    ELSEWHERE = "elsewhere"
    NEEDS_MEETING = "needs_meeting"
    MEETING = "meeting"
    PAST = "past"
    NOT_LATER = "not_later"
    ALL_COUNTED = "all_counted"


@dataclass(frozen=True)
class SittingCase:
    """What the guards look at. `present`: members recorded as present, without a meeting those who are asked, of whom
    `quorum` must be there; `need_meeting`: dossiers asked about without one though no rule allows it. `uncounted`:
    dossiers of the agenda without a counted vote; `voting`: ballots on their way. `is_as_seen`: the results are still
    those that the person confirmed. `is_whole`: the person may judge every dossier of the agenda.
    `is_ahead`: its day is still to come.
    Without a meeting, `is_past`: the last day of votes is over; `is_later`: a new one lies after it."""

    items: int = 0
    present: int = 0
    quorum: int = 1
    is_presided: bool = False
    uncounted: int = 0
    voting: int = 0
    is_as_seen: bool = True
    is_whole: bool = True
    is_ahead: bool = False
    need_meeting: int = 0
    is_in_writing: bool = False
    is_past: bool = False
    is_later: bool = True


H = SittingHindrance


def there_is_an_agenda(case: SittingCase) -> str | None:
    return None if case.items else H.NO_AGENDA


def its_day_has_come(case: SittingCase) -> str | None:
    return H.NOT_YET if case.is_ahead else None


def enough_are_there(case: SittingCase) -> str | None:
    return None if case.present >= case.quorum else H.TOO_FEW


def somebody_presides(case: SittingCase) -> str | None:
    return None if case.is_presided else H.NOT_PRESIDED


def what_needs_a_meeting_has_one(case: SittingCase) -> str | None:
    return H.NEEDS_MEETING if case.need_meeting else None


def no_vote_goes_on(case: SittingCase) -> str | None:
    return H.VOTING if case.voting else None


def all_is_counted(case: SittingCase) -> str | None:
    return H.UNCOUNTED if case.uncounted else None


def nothing_of_it_is_kept(case: SittingCase) -> str | None:
    return None if case.is_whole else H.ELSEWHERE


def it_is_as_it_was_seen(case: SittingCase) -> str | None:
    return None if case.is_as_seen else H.CHANGED


def it_has_a_last_day(case: SittingCase) -> str | None:
    return None if case.is_in_writing else H.MEETING


def its_last_day_is_not_over(case: SittingCase) -> str | None:
    return H.PAST if case.is_past else None


def votes_are_awaited(case: SittingCase) -> str | None:
    return None if case.uncounted or not case.items else H.ALL_COUNTED


def the_new_day_is_later(case: SittingCase) -> str | None:
    return None if case.is_later else H.NOT_LATER


FLOW = Flow(
    name="sitting",
    initial=S.PREPARED,
    steps=(
        Step(
            "open",
            (S.PREPARED,),
            S.OPEN,
            (R.HOLDER_SECRETARY,),
            (
                nothing_of_it_is_kept,
                its_day_has_come,
                there_is_an_agenda,
                what_needs_a_meeting_has_one,
                somebody_presides,
                enough_are_there,
            ),
        ),
        Step(
            "conclude",
            (S.OPEN,),
            S.CONCLUDED,
            (R.HOLDER_SECRETARY,),
            (
                nothing_of_it_is_kept,
                no_vote_goes_on,
                all_is_counted,
                somebody_presides,
                enough_are_there,
                it_is_as_it_was_seen,
            ),
        ),
        Step(
            "prolong",
            (S.OPEN,),
            S.OPEN,
            (R.HOLDER_SECRETARY,),
            (
                nothing_of_it_is_kept,
                it_has_a_last_day,
                votes_are_awaited,
                its_last_day_is_not_over,
                the_new_day_is_later,
            ),
            needs_reason=True,
        ),
        Step(
            "cancel",
            (S.PREPARED, S.OPEN),
            S.CANCELLED,
            (R.HOLDER_SECRETARY,),
            (nothing_of_it_is_kept, no_vote_goes_on),
            needs_reason=True,
        ),
    ),
    final=(S.CONCLUDED, S.CANCELLED),
)
