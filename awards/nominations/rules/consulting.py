"""A body is asked for its opinion of a dossier and answers, in its days or after them; silence lets the dossier go on.
Pure."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from awards.nominations.rules.deadlines import StageDays
from awards.procedures.rules.terms import Consulted, Stage
from emulation.core.access import Relation as R
from emulation.core.flow import Flow, Step


class ConsultationState(StrEnum):
    ASKED = "asked"
    ANSWERED = "answered"
    WITHDRAWN = "withdrawn"


class Opinion(StrEnum):
    AGREES = "agrees"
    DISAGREES = "disagrees"
    NO_OPINION = "no_opinion"


class AnswerHindrance(StrEnum):
    NO_OPINION_SAID = "no_opinion_said"
    NO_REASON = "no_reason"


S = ConsultationState


@dataclass(frozen=True)
class AnswerCase:
    opinion: str = ""
    reason: str = ""


def an_opinion_is_said(case: AnswerCase) -> str | None:
    return None if case.opinion in set(Opinion) else AnswerHindrance.NO_OPINION_SAID


def who_disagrees_says_why(case: AnswerCase) -> str | None:
    return AnswerHindrance.NO_REASON if case.opinion == Opinion.DISAGREES and not case.reason else None


SAID = (an_opinion_is_said, who_disagrees_says_why)
FLOW = Flow(
    name="consultation",
    initial=S.ASKED,
    steps=(
        Step("answer", (S.ASKED,), S.ANSWERED, (R.OWN_OFFICER, R.OWN_APPROVER), SAID),
        Step("enter", (S.ASKED,), S.ANSWERED, (R.HOLDER_OFFICER,), SAID),
        Step("take_back", (S.ASKED,), S.WITHDRAWN, (R.HOLDER_OFFICER,), needs_reason=True),
    ),
    final=(S.ANSWERED, S.WITHDRAWN),
)


@dataclass(frozen=True)
class ConsultedNamed:
    """A body that the procedure names, with the working days it has of its own, if any."""

    kind: Consulted
    days: int | None = None
    is_verified: bool = True


@dataclass(frozen=True)
class DaysToAnswer:
    days: int
    is_verified: bool


def days_to_answer(
    kind: Consulted, named: tuple[ConsultedNamed, ...], stages: tuple[StageDays, ...]
) -> DaysToAnswer | None:
    """Working days that the procedure gives a body of this kind: its own, else those of the stage; None without
    either."""
    own = next((one for one in named if one.kind is kind and one.days), None)
    if own is not None and own.days is not None:
        return DaysToAnswer(own.days, own.is_verified)
    stage = next((one for one in stages if one.stage is Stage.CONSULT and one.days), None)
    return DaysToAnswer(stage.days, stage.is_verified) if stage is not None and stage.days is not None else None


class Told(StrEnum):
    """What there is to say of a question on a day. `SILENT`: the last day has passed without an answer."""

    WAITED_FOR = "waited_for"
    SILENT = "silent"
    IN_TIME = "in_time"
    LATE = "late"
    WITHDRAWN = "withdrawn"


def told_of(state: str, *, due: date, answered: date | None, on: date) -> Told:
    if state == S.WITHDRAWN:
        return Told.WITHDRAWN
    if answered is not None:
        return Told.LATE if answered > due else Told.IN_TIME
    return Told.SILENT if due < on else Told.WAITED_FOR
