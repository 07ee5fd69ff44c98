"""The central board's desk: dossiers in every stage of review, between three reviewers and their leader. Their people
and units are invented."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from awards.catalogue.rules.terms import TargetGroup
from awards.models import Appraisal, Award, Nomination, Review
from awards.nominations.actions.comments import answer_comment
from awards.nominations.actions.steps import take_step
from awards.nominations.rules.terms import NominationState as S
from awards.review.actions.appraising import OpinionSaid, moderate, set_discussion, write_note, write_opinion
from awards.review.actions.bulk import do_together, seen_as
from awards.review.actions.feedback import FeedbackDraft, approve_feedback
from awards.review.actions.taking import ask_opinion, take_dossier
from awards.review.models.criteria import criteria_of
from awards.review.rules.comparing import Mark
from awards.review.rules.terms import BulkKind
from emulation.core import clock
from emulation.core.actor import Actor
from emulation.desk.demonstration.dossiers import LEADER, REVIEWER, Desks, make_dossier
from emulation.desk.demonstration.past import on_the_day
from emulation.desk.demonstration.shown_dossiers import PERSON, DossierShown

SECOND, THIRD = "trunguong.hai", "trunguong.ba"
OPINION = "Thành tích có số liệu, nguồn kiểm tra được; hồ sơ thống nhất. Đề nghị trình Hội đồng."
DOUBTS = "Kết quả năm 2022 chưa nêu mức so với kế hoạch; đề nghị trao đổi thêm trước khi trình Hội đồng."
WHY = "Báo cáo chưa nêu mức so với kế hoạch năm."


@dataclass(frozen=True)
class ReviewShown:
    """`first`, `second`: how good their opinions are, 0 to 1; None: asked for and not given."""

    dossier: DossierShown
    first: Decimal | None = None
    second: Decimal | None = None
    asks_second: bool = False
    asks_third: bool = False
    moderated: bool = False
    note: str = ""
    comes_back: bool = False
    to_council: bool = False
    feedback: bool = False


GOOD, FAIR, POOR = Decimal("0.9"), Decimal("0.75"), Decimal("0.3")


def load_reviews(day: date) -> int:
    """How many were made; none where somebody has given an opinion."""
    people = Desks(day)
    if Appraisal.objects.exists() or not all(people.has(name) for name in (REVIEWER, SECOND, THIRD, LEADER)):
        return 0
    made = []
    for one in shown():
        if Award.objects.coded(one.dossier.award).exists() and people.has(one.dossier.by):
            made.append((one, _make(one, people, day)))
    _to_council([nomination for one, nomination in made if one.to_council], people)
    return len(made)


def shown() -> Iterator[ReviewShown]:
    cities = ("hanoi", "haiphong", "danang", "hochiminh", "cantho")

    def collective(number: int, name: str, state=S.REVIEW, begun=24, **more) -> DossierShown:
        return DossierShown(cities[number % 5], "BK_TTG", name, state, begun=begun, **more)

    def person(number: int, name: str, state=S.REVIEW, begun=26) -> DossierShown:
        return DossierShown(
            cities[number % 5],
            "HC_LD_3",
            name,
            state,
            kind=PERSON,
            begun=begun,
            unit="Sở Minh Họa 9",
            position="Trưởng phòng",
            birth="08/3/1976",
            group=TargetGroup.OTHER_EXECUTIVE,
        )

    yield ReviewShown(collective(0, "Trường Tiểu học Minh Họa 51"), asks_second=True)
    yield ReviewShown(collective(1, "Trạm Y tế Minh Họa 61"), GOOD, asks_second=True)
    yield ReviewShown(collective(2, "Trung tâm Y tế Minh Họa 62", begun=22), None, FAIR, asks_second=True)
    yield ReviewShown(collective(3, "Chi cục Thuế Minh Họa 71", begun=33), GOOD, GOOD, asks_second=True)
    yield ReviewShown(
        collective(4, "Công an phường Minh Họa 72", begun=36),
        GOOD,
        POOR,
        asks_second=True,
        note="Đã gọi điện đề nghị đơn vị gửi kế hoạch năm 2022 bản có dấu; hẹn gửi trong tuần.",
    )
    yield ReviewShown(collective(0, "Ban Chỉ huy Quân sự Minh Họa 73", begun=38), FAIR, POOR, asks_second=True)
    yield ReviewShown(
        collective(1, "Hội Phụ nữ phường Minh Họa 74", begun=40), GOOD, POOR, asks_second=True, moderated=True
    )
    yield ReviewShown(person(2, "Mai Đồng Xanh"), GOOD, FAIR, asks_second=True)
    yield ReviewShown(person(3, "Lý Biển Lặng", begun=29), GOOD, asks_second=True, asks_third=True)
    yield ReviewShown(person(4, "Tạ Núi Cao", S.SUBMITTED, begun=6))
    yield ReviewShown(collective(2, "Hợp tác xã Minh Họa 81", S.SUBMITTED, begun=4))
    yield ReviewShown(
        collective(3, "Bưu điện Minh Họa 82", begun=44, comment="Đề nghị bổ sung số liệu doanh thu năm 2021, 2022."),
        comes_back=True,
    )
    yield ReviewShown(
        collective(4, "Trường Mầm non Minh Họa 83", begun=41, comment="Đề nghị gửi lại báo cáo thành tích có xác nhận.")
    )
    yield ReviewShown(
        collective(0, "Đài Truyền thanh Minh Họa 91", begun=31), GOOD, GOOD, asks_second=True, to_council=True
    )
    yield ReviewShown(collective(1, "Thư viện Minh Họa 92", begun=31), FAIR, GOOD, asks_second=True, to_council=True)
    yield ReviewShown(collective(2, "Công ty Cổ phần Minh Họa 93", S.DECLINED, begun=58), feedback=True)


def _make(one: ReviewShown, people: Desks, day: date) -> Nomination:
    before = set(Nomination.objects.values_list("pk", flat=True))
    make_dossier(one.dossier, people, day)
    nomination = Nomination.objects.exclude(pk__in=before).get()
    if one.comes_back:
        _send_again(nomination, one.dossier.by, people, day)
        return nomination
    review = Review.objects.with_names().filter(nomination=nomination, standing__in=("review", "left")).first()
    if one.feedback and review is not None:
        _tell(review, people.actor(LEADER), day)
    if review is None or not (one.first or one.second or one.asks_second):
        return nomination
    with on_the_day(day - timedelta(days=5)):
        review = take_dossier(review, actor=people.actor(REVIEWER))
        ask_opinion(review, people.actor(SECOND).user_id or 0, actor=people.actor(LEADER))
        if one.asks_third:
            ask_opinion(review, people.actor(THIRD).user_id or 0, actor=people.actor(LEADER))
    with on_the_day(day - timedelta(days=2)):
        for name, good in ((REVIEWER, one.first), (SECOND, one.second)):
            if good is not None:
                _give(review, people.actor(name), good)
        if one.note:
            write_note(review, one.note, actor=people.actor(REVIEWER))
        if one.moderated:
            _moderate(Review.objects.with_names().get(pk=review.pk), people.actor(LEADER))
    return nomination


def _give(review: Review, actor: Actor, good: Decimal) -> None:
    falls_short = good == POOR
    marks = {
        row.pk: Mark(points=(row.points * good).quantize(Decimal(1)), reason=WHY if falls_short else "")
        if row.points is not None
        else _met(not (falls_short and row.kind == "consistent"))
        for row in criteria_of(review, on=clock.today())
    }
    said = OpinionSaid("discuss" if falls_short else "propose", DOUBTS if falls_short else OPINION, marks)
    write_opinion(Appraisal.objects.get(review=review, appraiser=actor.user_id), said, actor=actor, give=True)


def _met(met: bool) -> Mark:
    return Mark(met=met, reason="" if met else WHY)


def _moderate(review: Review, leader: Actor) -> None:
    for row in criteria_of(review, on=clock.today()):
        points = None if row.points is None else (row.points * FAIR).quantize(Decimal(1))
        moderate(
            review,
            row.pk,
            met=True if row.points is None else None,
            points=points,
            why="Thống nhất sau khi đơn vị gửi bổ sung kế hoạch năm.",
            actor=leader,
        )
    set_discussion(review, wanted=False, why="Đã trao đổi tại buổi họp nhóm thẩm định.", actor=leader)


def _send_again(nomination: Nomination, by: str, people: Desks, day: date) -> None:
    officer, approver = people.pair(by)
    with on_the_day(day - timedelta(days=3)):
        comment = nomination.comments.get()
        answer_comment(nomination, comment.pk, answer="Đã bổ sung số liệu vào báo cáo thành tích.", actor=officer)
        nomination.refresh_from_db()
        take_step(nomination, "submit", actor=approver)


def _tell(review: Review, leader: Actor, day: date) -> None:
    with on_the_day(day - timedelta(days=10)):
        lines = FeedbackDraft(
            strongest="Kết quả phong trào thi đua: 4 phong trào, vượt kế hoạch.",
            weakest="Thành tích có số liệu, nguồn kiểm tra được: số liệu năm 2021 chưa có nguồn.",
            missing="Xác nhận của cơ quan thuế; kết quả khắc phục kiến nghị kiểm tra năm 2021.",
        )
        approve_feedback(review, lines, actor=leader)


def _to_council(nominations: list[Nomination], people: Desks) -> None:
    rows = Review.objects.with_names().filter(nomination__in=nominations, standing="review")
    if rows:
        do_together(BulkKind.COUNCIL, [seen_as(one) for one in rows], actor=people.actor(REVIEWER))
