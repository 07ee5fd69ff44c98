"""Builders of reviews: dossiers of a city at the central board, which has three reviewers and a leader."""

from dataclasses import dataclass
from decimal import Decimal

from awards.models import Appraisal, BulkDeed, Nomination, Review
from awards.nominations.actions.steps import take_step
from awards.procedures.models.criteria import ProcedureCriterion
from awards.review.actions.appraising import OpinionSaid, write_opinion
from awards.review.actions.taking import ask_opinion, take_dossier
from awards.review.rules.comparing import Mark
from clusters.people.models.scope import actor_of
from emulation.core.actor import Actor, Role
from tests.awards.nominations.make import (
    Nominators,
    make_leveled,
    make_nomination,
    make_nominators,
    make_rules_of,
    sent,
)
from tests.clusters.people.make import make_mandate, make_user
from tests.periods import DAY

STATE, OWN = "KT_NN", "KT_TINH"


@dataclass(frozen=True)
class Board:
    """`first`, `second`, `third`: reviewers."""

    offices: Nominators
    first: Actor
    second: Actor
    third: Actor
    leader: Actor


def make_board(on=DAY) -> Board:
    offices = make_nominators(on=on)
    more = []
    for name in ("Người thẩm định Hai", "Người thẩm định Ba"):
        user = make_user(full_name=name)
        make_mandate(user=user, organisation=offices.board.organisation, role=Role.CENTRAL_REVIEWER)
        more.append(actor_of(user, on=on))
    return Board(offices, offices.board.officer, *more, offices.board.approver)


def make_criteria(award: str = STATE) -> dict[str, ProcedureCriterion]:
    """One that is met or not, one of 20 points."""
    procedure = make_rules_of(make_leveled(award)).procedures.get()
    if not procedure.criteria.exists():
        procedure.criteria.create(position=10, kind="standard")
        procedure.criteria.create(position=20, kind="tasks", points=20)
    return {row.kind: row for row in procedure.criteria.all()}


def arrived(board: Board, name: str = "Trường Thử nghiệm", *, award: str = STATE) -> Review:
    """Sent by the city, not taken up yet."""
    make_criteria(award)
    nomination = sent(make_nomination(board.offices.city, award=award, name=name), board.offices.city)
    return review_of(nomination)


def in_charge_of(review: Review, actor: Actor) -> Review:
    return take_dossier(review, actor=actor)


def asked(board: Board, name: str = "Trường Thử nghiệm") -> Review:
    """In charge of the first reviewer, whose opinion is asked for, and that of the second."""
    review = in_charge_of(arrived(board, name), board.first)
    ask_opinion(review, board.second.user_id, actor=board.leader)
    return again(review)


def said(
    *, standard: bool = True, tasks="18", reason="", conclusion="propose", opinion="Đủ tiêu chuẩn."
) -> OpinionSaid:
    rows = make_criteria()
    return OpinionSaid(
        conclusion,
        opinion,
        {
            rows["standard"].pk: Mark(met=standard, reason=reason),
            rows["tasks"].pk: Mark(points=Decimal(tasks), reason=reason),
        },
    )


def given(review: Review, actor: Actor, opinion: OpinionSaid | None = None) -> Review:
    appraisal = Appraisal.objects.get(review=review, appraiser=actor.user_id)
    write_opinion(appraisal, opinion or said(), actor=actor, give=True)
    return again(review)


def compared(board: Board, name: str = "Trường Thử nghiệm") -> Review:
    """Both opinions are given, and differ."""
    review = asked(board, name)
    given(review, board.first)
    return given(
        review, board.second, said(standard=False, tasks="8", reason="Chưa đủ thời gian", conclusion="decline")
    )


def review_of(nomination: Nomination) -> Review:
    return again(Review.objects.get(nomination=nomination, body=nomination.holder_id))


def again(review: Review) -> Review:
    return Review.objects.with_names().get(pk=review.pk)


def to_council(review: Review, actor: Actor) -> Nomination:
    return take_step(review.nomination, "put_to_council", actor=actor)


def make_review_at_the_board(nomination: Nomination, board, *, reviewer, other) -> Review:
    """Of a dossier that did not walk there: two opinions that differ, a note; for pages that ask for each."""
    now, criteria = nomination.held_since, nomination.award.procedures.get().criteria
    criterion = criteria.create(position=10, kind="tasks", points=20)
    review = Review.objects.create(
        nomination=nomination,
        body=board,
        standing="review",
        arrived_at=now,
        procedure=criterion.procedure,
        is_compared=True,
        differences=1,
        to_discuss=True,
    )
    for seat, user in enumerate((reviewer, other), 1):
        one = review.appraisals.create(
            seat=seat,
            appraiser=user,
            appraiser_name=user.full_name,
            state="done",
            conclusion="propose",
            opinion="Đủ tiêu chuẩn",
            asked_by_name="Lãnh đạo Thử",
            asked_at=now,
            done_at=now,
        )
        one.marks.create(criterion=criterion, points=seat * 8, reason="Lý do thử")
    review.notes.create(text="Ghi chú thử", made_by=reviewer, made_by_name=reviewer.full_name, made_at=now)
    return review


def make_deed_of(nomination: Nomination, board, *, made_by) -> BulkDeed:
    """As if the dossier had been put before the Council with others."""
    now = nomination.held_since
    deed = BulkDeed.objects.create(
        kind="put_to_council", body=board, made_by=made_by, made_by_name=made_by.full_name, made_at=now
    )
    step = nomination.steps.create(
        name="put_to_council", source="review", target="council", taken_by_name="Thử", taken_at=now
    )
    deed.lines.create(nomination=nomination, step=step, held_since=now)
    return deed
