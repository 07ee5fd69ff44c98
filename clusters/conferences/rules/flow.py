"""The way of a conference: planned, opened with its attendance, closed with its minutes. Pure."""

from dataclasses import dataclass
from enum import StrEnum

from clusters.conferences.rules.terms import ConferenceState
from emulation.core.access import Relation as R
from emulation.core.flow import Flow, Step


class ConferenceHindrance(StrEnum):
    NO_AGENDA = "no_agenda"
    NO_QUORUM = "no_quorum"
    NOT_YET = "not_yet"
    NOT_RECORDED = "not_recorded"
    BALLOT_OPEN = "ballot_open"
    BALLOT_HELD = "ballot_held"
    NO_CONCLUSION = "no_conclusion"


@dataclass(frozen=True)
class ConferenceCase:
    """`present` members of those that must be there, `quorum`; `unrecorded`: members whose attendance nobody recorded;
    `items` of the agenda, of them `unconcluded` without a conclusion; `is_due`: its day has come; ballots that are
    still open, and all that were held."""

    quorum: int
    present: int = 0
    unrecorded: int = 0
    is_due: bool = True
    items: int = 0
    unconcluded: int = 0
    open_ballots: int = 0
    ballots: int = 0


def there_is_an_agenda(case: ConferenceCase) -> str | None:
    return None if case.items else ConferenceHindrance.NO_AGENDA


def enough_members_are_there(case: ConferenceCase) -> str | None:
    return None if case.present >= case.quorum else ConferenceHindrance.NO_QUORUM


def its_day_has_come(case: ConferenceCase) -> str | None:
    return None if case.is_due else ConferenceHindrance.NOT_YET


def everybodys_attendance_is_recorded(case: ConferenceCase) -> str | None:
    return ConferenceHindrance.NOT_RECORDED if case.unrecorded else None


def no_ballot_is_open(case: ConferenceCase) -> str | None:
    return ConferenceHindrance.BALLOT_OPEN if case.open_ballots else None


def no_ballot_was_held(case: ConferenceCase) -> str | None:
    return ConferenceHindrance.BALLOT_HELD if case.ballots else None


def every_item_is_concluded(case: ConferenceCase) -> str | None:
    return ConferenceHindrance.NO_CONCLUSION if case.unconcluded else None


FLOW = Flow(
    name="conference",
    initial=ConferenceState.PLANNED,
    steps=(
        Step(
            "open",
            (ConferenceState.PLANNED,),
            ConferenceState.OPEN,
            (R.HEAD_OFFICER,),
            (its_day_has_come, there_is_an_agenda, enough_members_are_there),
        ),
        Step(
            "go_back",
            (ConferenceState.OPEN,),
            ConferenceState.PLANNED,
            (R.HEAD_OFFICER,),
            (no_ballot_was_held,),
            needs_reason=True,
        ),
        Step(
            "close",
            (ConferenceState.OPEN,),
            ConferenceState.CLOSED,
            (R.HEAD_APPROVER,),
            (
                enough_members_are_there,
                everybodys_attendance_is_recorded,
                no_ballot_is_open,
                there_is_an_agenda,
                every_item_is_concluded,
            ),
        ),
        Step("cancel", (ConferenceState.PLANNED,), ConferenceState.CANCELLED, (R.HEAD_OFFICER,), needs_reason=True),
    ),
    final=(ConferenceState.CLOSED, ConferenceState.CANCELLED),
)


def usual_quorum(members: int) -> int:
    """Two thirds of the members, rounded up: a suggestion only, each cluster's regulation says its own."""
    return -(-2 * members // 3)
