"""The way of a dossier: drafted, sent, looked into desk by desk, put to the council, awarded. Pure."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from awards.nominations.rules.terms import NominationState as S
from emulation.core.access import Relation as R
from emulation.core.flow import Flow, Step


class NominationHindrance(StrEnum):
    NO_SUBJECT = "no_subject"
    NO_PERIOD = "no_period"
    PERIOD_AHEAD = "period_ahead"
    NO_ACHIEVEMENT = "no_achievement"
    NOMINATOR_ENDED = "nominator_ended"
    AWARD_OUT_OF_FORCE = "award_out_of_force"
    NO_PROCEDURE = "no_procedure"
    PAPERS_MISSING = "papers_missing"
    UNANSWERED = "unanswered"
    RULE_BROKEN = "rule_broken"
    TOO_LATE = "too_late"
    LATE_FOR_ANOTHER = "late_for_another"
    TAKEN_UP = "taken_up"
    NO_COMMENT = "no_comment"
    COMMENTS_OPEN = "comments_open"
    ANOTHER_DESK_FOLLOWS = "another_desk_follows"
    NO_DESK_FOLLOWS = "no_desk_follows"
    WAITED_FOR = "waited_for"
    NOT_PASSED_ON = "not_passed_on"
    NOMINATOR_STANDS = "nominator_stands"
    NO_HEIR = "no_heir"
    HALTED = "halted"
    HELD_BY_ANOTHER = "held_by_another"


@dataclass(frozen=True)
class NominationCase:
    """What the guards look at. `missing`: papers that the holder has to see to and that are not there; `broken`: rules
    that block and are not met, each in words. `unanswered`: comments that the nominator has not answered. `due`: last
    day of the submission, None without one; `was_for_another`: until then somebody else was nominated.
    `is_at_its_first`: whether the desk that holds it is the first of its way. `waited_for`: consulted bodies that are
    still in their days, the last of which is `waited_until`. `has_heir`: whether something stands in the place of a
    nominator that has ended. `halted`: the complaint that halts it. `held_by_another`: in words, why it is a
    colleague's of the desk to go on with."""

    has_subject: bool = False
    has_period: bool = False
    period_ended: bool = True
    has_achievement: bool = False
    nominator_exists: bool = True
    award_in_force: bool = True
    has_procedure: bool = True
    missing: tuple[str, ...] = ()
    broken: tuple[str, ...] = ()
    unanswered: int = 0
    due: date | None = None
    is_late: bool = False
    was_for_another: bool = False
    is_at_its_first: bool = True
    has_next_desk: bool = False
    waited_for: tuple[str, ...] = ()
    waited_until: date | None = None
    has_heir: bool = False
    halted: str = ""
    held_by_another: str = ""


H = NominationHindrance


def the_nominator_exists(case: NominationCase) -> str | None:
    return None if case.nominator_exists else H.NOMINATOR_ENDED


def the_award_is_given(case: NominationCase) -> str | None:
    if not case.award_in_force:
        return H.AWARD_OUT_OF_FORCE
    return None if case.has_procedure else H.NO_PROCEDURE


def the_subject_is_named(case: NominationCase) -> str | None:
    return None if case.has_subject else H.NO_SUBJECT


def the_period_is_said(case: NominationCase) -> str | None:
    if not case.has_period:
        return H.NO_PERIOD
    return None if case.period_ended else H.PERIOD_AHEAD


def something_was_achieved(case: NominationCase) -> str | None:
    return None if case.has_achievement else H.NO_ACHIEVEMENT


def no_paper_is_missing(case: NominationCase) -> str | None:
    return H.PAPERS_MISSING if case.missing else None


def no_blocking_rule_is_broken(case: NominationCase) -> str | None:
    return H.RULE_BROKEN if case.broken else None


def every_comment_is_answered(case: NominationCase) -> str | None:
    return H.UNANSWERED if case.unanswered else None


def it_is_in_time(case: NominationCase) -> str | None:
    if not case.is_late:
        return None
    return H.LATE_FOR_ANOTHER if case.was_for_another else H.TOO_LATE


def nobody_took_it_up(case: NominationCase) -> str | None:
    return None if case.is_at_its_first else H.TAKEN_UP


def it_is_said_what_is_wanted(case: NominationCase) -> str | None:
    return None if case.unanswered else H.NO_COMMENT


def nothing_is_wanted(case: NominationCase) -> str | None:
    return H.COMMENTS_OPEN if case.unanswered else None


def another_desk_follows(case: NominationCase) -> str | None:
    return None if case.has_next_desk else H.NO_DESK_FOLLOWS


def no_desk_follows(case: NominationCase) -> str | None:
    return H.ANOTHER_DESK_FOLLOWS if case.has_next_desk else None


def no_body_is_waited_for(case: NominationCase) -> str | None:
    return H.WAITED_FOR if case.waited_for else None


def it_was_passed_on(case: NominationCase) -> str | None:
    return H.NOT_PASSED_ON if case.is_at_its_first else None


def the_nominator_has_ended(case: NominationCase) -> str | None:
    return H.NOMINATOR_STANDS if case.nominator_exists else None


def an_heir_stands(case: NominationCase) -> str | None:
    return None if case.has_heir else H.NO_HEIR


def no_complaint_halts_it(case: NominationCase) -> str | None:
    return H.HALTED if case.halted else None


def it_is_not_a_colleague_s(case: NominationCase) -> str | None:
    return H.HELD_BY_ANOTHER if case.held_by_another else None


WHOLE = (
    the_nominator_exists,
    the_award_is_given,
    it_is_in_time,
    the_subject_is_named,
    the_period_is_said,
    no_blocking_rule_is_broken,
    something_was_achieved,
    no_paper_is_missing,
    every_comment_is_answered,
)
"""What nobody can mend is told before what somebody can."""
LOOKED_INTO = (no_complaint_halts_it, nothing_is_wanted, no_body_is_waited_for, no_blocking_rule_is_broken)
FLOW = Flow(
    name="nomination",
    initial=S.DRAFT,
    steps=(
        Step("present", (S.DRAFT,), S.PRESENTED, (R.OWN_OFFICER,), WHOLE),
        Step("take_back", (S.PRESENTED,), S.DRAFT, (R.OWN_OFFICER,)),
        Step("give_back", (S.PRESENTED,), S.DRAFT, (R.OWN_APPROVER,), needs_reason=True),
        Step("submit", (S.DRAFT, S.PRESENTED), S.SUBMITTED, (R.OWN_APPROVER,), WHOLE),
        Step(
            "take_over",
            (S.DRAFT, S.PRESENTED),
            S.DRAFT,
            (R.OWN_OFFICER, R.OWN_APPROVER),
            (the_nominator_has_ended, an_heir_stands),
        ),
        Step("recall", (S.SUBMITTED,), S.DRAFT, (R.OWN_APPROVER,), (nobody_took_it_up,)),
        Step("take_up", (S.SUBMITTED,), S.REVIEW, (R.HOLDER_OFFICER,)),
        Step("return", (S.REVIEW,), S.DRAFT, (R.HOLDER_OFFICER,), (it_is_not_a_colleague_s, it_is_said_what_is_wanted)),
        Step(
            "forward",
            (S.REVIEW,),
            S.SUBMITTED,
            (R.HOLDER_APPROVER,),
            (another_desk_follows, it_is_in_time, *LOOKED_INTO, no_paper_is_missing),
        ),
        Step("fetch_back", (S.SUBMITTED,), S.REVIEW, (R.SENDER_APPROVER,), (it_was_passed_on,)),
        Step(
            "put_to_council",
            (S.REVIEW,),
            S.COUNCIL,
            (R.HOLDER_OFFICER,),
            (it_is_not_a_colleague_s, no_desk_follows, *LOOKED_INTO),
        ),
        Step(
            "look_again",
            (S.COUNCIL,),
            S.REVIEW,
            (R.HOLDER_OFFICER, R.HOLDER_SECRETARY),
            (it_is_not_a_colleague_s,),
            needs_reason=True,
        ),
        Step("award", (S.COUNCIL,), S.AWARDED, (R.HOLDER_APPROVER,)),
        Step("decline", (S.REVIEW, S.COUNCIL), S.DECLINED, (R.HOLDER_APPROVER,), needs_reason=True),
        Step("withdraw", (S.DRAFT,), S.WITHDRAWN, (R.OWN_OFFICER, R.OWN_APPROVER), needs_reason=True),
        Step("withdraw", (S.PRESENTED, S.SUBMITTED, S.REVIEW), S.WITHDRAWN, (R.OWN_APPROVER,), needs_reason=True),
    ),
    final=(S.AWARDED, S.DECLINED, S.WITHDRAWN),
)
