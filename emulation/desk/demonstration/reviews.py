"""The central board's review in every stage: free, in charge of somebody, one opinion or two, agreeing and differing,
moderated, with a note; what is told to a unit whose dossier was declined."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from awards.conflicts.actions import declare_kin
from awards.conflicts.rules.terms import Kinship
from awards.models import Appraisal, Review
from awards.nominations.actions.recusals import recuse
from awards.nominations.models.standing import standing_of
from awards.nominations.rules.terms import NominationState
from awards.review.actions.appraising import OpinionSaid, moderate, write_note, write_opinion
from awards.review.actions.feedback import FeedbackDraft, approve_feedback, drafted_feedback
from awards.review.actions.taking import ask_opinion, take_dossier
from awards.review.models.criteria import criteria_of
from awards.review.rules.comparing import Mark
from awards.review.rules.terms import Conclusion, Standing
from clusters.models import Organisation
from clusters.people.models.scope import actor_of
from emulation.core.actor import Actor
from emulation.core.models import User
from emulation.desk.demonstration.accounts import BOARD

REVIEWERS, LEADER = ("trunguong", "trunguong.hai", "trunguong.ba"), "trunguong.lanhdao"
FIRST, SECOND, THIRD = range(3)
GOOD = "Thành tích rõ, có số liệu và nguồn; đủ tiêu chuẩn, đủ điều kiện theo quy định."
DOUBTFUL = "Thành tích có số liệu nhưng chưa nêu mức tăng so với năm trước; cần làm rõ trước khi trình."
STAGES = ("free", "asked", "one", "writing", "agree", "differ", "moderated", "noted")


def load_reviews(day: date) -> int:
    """How many dossiers of the board were worked on; none where somebody has given an opinion already."""
    if Appraisal.objects.exists():
        return 0
    board = Organisation.objects.coded(BOARD, day).get()
    users = {user.username: user for user in User.objects.filter(username__in=(*REVIEWERS, LEADER))}
    if len(users) <= len(REVIEWERS):
        return 0
    people = [actor_of(users[name], on=day) for name in REVIEWERS]
    leader = actor_of(users[LEADER], on=day)
    declare_kin(name="Lý Núi Cao", kinship=Kinship.SIBLING, birth_year=1972, actor=people[SECOND])
    rows = Review.objects.filter(body=board, standing=Standing.REVIEW).with_names().order_by("pk")
    worked = 0
    for place, review in enumerate(rows):
        worked += _work(review, STAGES[place % len(STAGES)], _free(review, people), leader)
    left = Review.objects.filter(body=board, standing=Standing.ARRIVED).with_names().order_by("-pk").first()
    if left is not None and people[SECOND].may("read", left):
        recuse(left.nomination, actor=people[SECOND])
    _told(board, leader, day)
    return worked


def _free(review: Review, people: Iterable[Actor]) -> list[Actor]:
    """Those without a conflict of interest, so that nobody judges what is kept from them."""
    return [one for one in people if one.may("write", review)]


def _work(review: Review, stage: str, free: list[Actor], leader: Actor) -> int:
    if stage == "free" or len(free) <= SECOND:
        return 0
    first, second = free[:2] if review.pk % 2 else free[1::-1]
    take_dossier(review, actor=first)
    ask_opinion(review, _number(second), actor=leader)
    if stage == "asked":
        return 1
    _say(review, first, GOOD)
    if stage == "one":
        return 1
    agrees = stage in ("agree", "noted")
    _say(review, second, GOOD if agrees else DOUBTFUL, is_met=agrees, give=stage != "writing")
    review.refresh_from_db()
    if stage == "moderated":
        moderate(review, _criterion(review), **_value(review), why="Hồ sơ có xác nhận của cơ quan thuế.", actor=leader)
    if stage == "noted":
        write_note(review, "Đã trao đổi qua điện thoại với Ban Thi đua - Khen thưởng tỉnh về bản gốc.", actor=first)
    return 1


def _number(person: Actor) -> int:
    if person.user_id is None:
        raise LookupError(person.name)
    return person.user_id


def _say(review: Review, person: Actor, text: str, *, is_met: bool = True, give: bool = True) -> None:
    appraisal = Appraisal.objects.select_related("review").get(review=review, appraiser=person.user_id)
    marks = {row.pk: _mark(row.points, is_met=is_met or place > 0) for place, row in enumerate(criteria_of(review))}
    conclusion = Conclusion.PROPOSE if is_met else Conclusion.DISCUSS
    write_opinion(appraisal, OpinionSaid(conclusion, text, marks), actor=person, give=give)


def _mark(points: int | None, *, is_met: bool) -> Mark:
    reason = "" if is_met else "Chưa có số liệu so sánh với năm trước."
    if points is None:
        return Mark(met=is_met, reason=reason)
    return Mark(points=(Decimal(points) * (9 if is_met else 4) / 10).quantize(Decimal(1)), reason=reason)


def _criterion(review: Review) -> int:
    return criteria_of(review)[0].pk


def _value(review: Review) -> dict:
    points = criteria_of(review)[0].points
    return {"met": None if points else True, "points": Decimal(points) if points else None}


def _told(board: Organisation, leader: Actor, day: date) -> None:
    """Three lines to a unit whose dossier was declined."""
    rows = Review.objects.filter(body=board, nomination__state=NominationState.DECLINED).with_names()
    for review in rows:
        draft = drafted_feedback(review, standing_of(review.nomination, on=day))
        approve_feedback(
            review,
            FeedbackDraft(
                draft.strongest or "Kết quả giải quyết hồ sơ đúng hạn cao, có nguồn số liệu.",
                draft.weakest or "Chưa nêu được mức tăng so với các năm trước.",
                draft.missing or "Xác nhận sáng kiến và số liệu so sánh hai năm liền kề.",
            ),
            actor=leader,
        )
