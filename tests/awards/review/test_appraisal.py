"""Independent opinions: what they need, when they are opened to each other, what stands after."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.urls import reverse
from hypothesis import given as each
from hypothesis import strategies as st

from awards.conflicts.actions import declare_kin
from awards.conflicts.rules.terms import Kinship
from awards.models import Appraisal, Nomination, Review
from awards.review.actions.appraising import (
    OpinionSaid,
    drop_opinion,
    moderate,
    set_discussion,
    take_note_back,
    write_note,
    write_opinion,
)
from awards.review.actions.taking import ask_opinion, hand_out, hand_to, take_dossier
from awards.review.rules.comparing import Criterion, Mark, Opinion, compare, may_be_read
from awards.review.rules.sharing import shared_out
from awards.review.views.compared import compared_shown
from clusters.models import Mandate
from clusters.people.models.scope import actor_of
from emulation.core.actor import Role
from emulation.core.errors import Refusal
from emulation.core.models import AuditEntry, User
from emulation.core.period import Period
from emulation.core.text import search_key
from tests.awards.nominations.make import returned, sent
from tests.awards.nominations.test_pages import signed_in
from tests.awards.review.make import (
    again,
    arrived,
    asked,
    compared,
    given,
    in_charge_of,
    make_board,
    make_criteria,
    said,
)
from tests.clusters.people.make import make_mandate
from tests.periods import DAY

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def day(settings):
    settings.DEMONSTRATION_DAY = DAY


@pytest.fixture
def board():
    return make_board()


def test_a_dossier_is_followed_from_desk_to_desk(board):
    review = arrived(board)
    assert (review.standing, review.judged_on) == ("arrived", DAY)
    review = in_charge_of(review, board.first)
    assert (review.standing, review.handler_name) == ("review", board.first.name)
    returned(review.nomination, board.offices.board)
    review = again(review)
    assert (review.standing, review.returned_by_id, review.came_back) == ("returned", board.first.user_id, False)


def test_what_comes_back_is_known_by_who_had_returned_it(board):
    review = in_charge_of(arrived(board), board.first)
    returned(review.nomination, board.offices.board)
    comment = review.nomination.comments.get()
    comment.answer, comment.answered_at = "Đã bổ sung", comment.made_at
    comment.save()
    nomination = again(review).nomination
    sent(nomination, board.offices.city)
    review = again(review)
    assert (review.standing, review.came_back, review.returned_by_id) == ("arrived", True, board.first.user_id)


def test_the_second_of_two_who_take_one_dossier_is_told_who_has_it(board):
    review = arrived(board)
    stale = again(review)
    take_dossier(review, actor=board.first)
    with pytest.raises(Refusal, match=f"{board.first.name} phụ trách hồ sơ Trường Thử nghiệm"):
        take_dossier(stale, actor=board.second)
    assert again(review).handler_id == board.first.user_id


def test_an_opinion_lacks_nothing_before_it_is_given_and_is_kept_with_anything(board):
    review, rows = asked(board), make_criteria()
    own = Appraisal.objects.get(review=review, appraiser=board.first.user_id)
    wrong = {
        "Vui lòng đánh giá cả tiêu chí “Tiêu chuẩn": OpinionSaid("propose", "Được"),
        "Vui lòng nêu lý do “Tiêu chuẩn": said(standard=False),
        "Vui lòng nêu lý do “Mức độ hoàn thành": said(tasks="9"),
        "chấm từ 0 đến 20 điểm": said(tasks="21"),
        "Vui lòng chọn kết luận": said(conclusion="khong-co"),
        "Vui lòng viết ý kiến": said(opinion="  "),
    }
    for sentence, opinion in wrong.items():
        with pytest.raises(Refusal, match=sentence):
            write_opinion(own, opinion, actor=board.first, give=True)
    write_opinion(own, said(standard=False, conclusion="", opinion=""), actor=board.first, give=False)
    assert own.marks.get(criterion=rows["standard"]).met is False
    given(review, board.first)
    with pytest.raises(Refusal, match="đã gửi ý kiến này"):
        write_opinion(own, said(), actor=board.first, give=False)


def test_nobody_writes_the_opinion_of_another(board):
    review = asked(board)
    own = Appraisal.objects.get(review=review, appraiser=board.second.user_id)
    for actor in (board.first, board.leader, board.offices.city.officer):
        with pytest.raises(Refusal, match="chỉ do chính người được yêu cầu viết"):
            write_opinion(own, said(), actor=actor, give=True)
    assert Appraisal.objects.get(pk=own.pk).state == "asked"


def test_opinions_open_with_the_last_and_their_differences_are_named(board):
    review = asked(board)
    assert given(review, board.first).is_compared is False
    assert not AuditEntry.objects.filter(verb="awards.give_opinion").exists()
    review = given(review, board.second, said(standard=False, tasks="8", reason="Chưa đủ", conclusion="decline"))
    assert (review.is_compared, review.differences, review.spread, review.to_discuss) == (True, 3, Decimal(10), True)
    assert AuditEntry.objects.filter(verb="awards.give_opinion").count() == 2
    with pytest.raises(Refusal, match="không còn độc lập"):
        ask_opinion(review, board.third.user_id, actor=board.leader)


def test_a_value_is_moderated_by_the_leader_with_a_reason_once_opinions_are_open(board):
    review, row = asked(board), make_criteria()["tasks"]
    value = {"met": None, "points": Decimal(14), "why": "Theo biên bản trao đổi"}
    with pytest.raises(Refusal, match="đã đủ các ý kiến"):
        moderate(review, row.pk, **value, actor=board.leader)
    given(review, board.first)
    given(review, board.second, said(tasks="11"))
    with pytest.raises(Refusal, match="Vui lòng nêu lý do"):
        moderate(review, row.pk, **(value | {"why": " "}), actor=board.leader)
    with pytest.raises(Refusal, match="từ 0 đến 20"):
        moderate(review, row.pk, **(value | {"points": Decimal(30)}), actor=board.leader)
    with pytest.raises(Refusal, match="lãnh đạo cơ quan"):
        moderate(review, row.pk, **value, actor=board.first)
    moderate(review, row.pk, **value, actor=board.leader)
    moderate(review, row.pk, **(value | {"points": Decimal(15)}), actor=board.leader)
    assert review.moderated.get().points == 15


def test_what_was_discussed_leaves_the_tray_with_a_reason(board):
    review = compared(board)
    with pytest.raises(Refusal, match="lý do"):
        set_discussion(review, wanted=False, why="", actor=board.leader)
    assert set_discussion(review, wanted=False, why="Đã trao đổi", actor=board.leader).to_discuss is False


def test_an_opinion_that_will_not_come_is_given_up_and_the_others_open(board):
    review = asked(board)
    ask_opinion(review, board.third.user_id, actor=board.leader)
    given(review, board.first)
    given(review, board.third)
    assert again(review).is_compared is False
    drop_opinion(review, 2, actor=board.leader)
    assert again(review).is_compared is True


def test_what_was_begun_of_an_opinion_stays_its_writer_s_and_is_gone_on_with_where_it_is_asked_again(board):
    """Nobody else reads it; the place among three that it leaves is free for somebody else."""
    review = asked(board)
    ask_opinion(review, board.third.user_id, actor=board.leader)
    own = Appraisal.objects.get(review=review, appraiser=board.first.user_id)
    write_opinion(own, said(opinion="Đã đọc một nửa"), actor=board.first, give=False)
    page = reverse("awards:review", args=[review.pk])

    def read_by(*actors):
        return ["Đã đọc một nửa" in signed_in(one).get(page).content.decode() for one in actors]

    drop_opinion(review, own.seat, actor=board.leader)
    assert read_by(board.first, board.second, board.leader) == [True, False, False]
    assert not Appraisal.objects.still_to_give().filter(appraiser=board.first.user_id).exists()
    with pytest.raises(Refusal, match="không còn cần ý kiến"):
        write_opinion(own, said(), actor=board.first, give=True)
    ask_opinion(again(review), board.first.user_id, actor=board.leader)
    own.refresh_from_db()
    assert (own.seat, own.opinion, own.marks.count()) == (1, "Đã đọc một nửa", 2)
    drop_opinion(review, own.seat, actor=board.leader)
    for one in (board.second, board.third):
        given(again(review), one)
    assert (again(review).is_compared, read_by(board.first, board.second, board.leader)) == (True, [True, False, False])
    assert len(compared_shown(again(review), leads=True)["appraisals"]) == 2


def test_a_note_is_taken_back_by_its_writer_alone(board):
    review = asked(board)
    note = write_note(review, "Đã gọi điện cho đơn vị", actor=board.first)
    with pytest.raises(Refusal, match="do người viết rút"):
        take_note_back(review, note.pk, actor=board.second)
    take_note_back(review, note.pk, actor=board.first)
    assert not review.notes.filter(withdrawn_at__isnull=True).exists()


def test_dossiers_are_handed_out_by_load_two_opinions_each_and_no_leader_among_them(board):
    reviews = [arrived(board, f"Trường {number}") for number in range(6)]
    done = hand_out(reviews, actor=board.leader)
    assert (done.in_charge, done.opinions, done.left_out) == (6, 6, ())
    people = {board.first.user_id, board.second.user_id, board.third.user_id}
    for review in reviews:
        seats = {one.appraiser_id for one in review.appraisals.all()}
        assert again(review).handler_id in seats
        assert (len(seats), seats <= people) == (2, True)
    held = [Review.objects.filter(handler=person).count() for person in people]
    asked_of = [Appraisal.objects.filter(appraiser=person).count() for person in people]
    assert (max(held) - min(held) <= 1, max(asked_of) - min(asked_of) <= 1) == (True, True)
    hand_to(reviews[:2], board.third.user_id, actor=board.leader)
    assert {again(one).handler_id for one in reviews[:2]} == {board.third.user_id}


def test_who_gets_into_conflict_or_leaves_the_body_is_let_go_and_what_was_given_stays(board):
    """Kin declared after taking it, after giving an opinion; a mandate that ended: nothing waits for who cannot see."""
    taken, half, given_before = asked(board, "Trường Một"), asked(board, "Trường Hai"), asked(board, "Trường Ba")
    for review in (half, given_before):
        given(review, board.first)
    people = {"subject_kind": "individual", "name": "Kim Ngân Thử", "name_key": "kim ngan thu"}
    Nomination.objects.filter(pk__in=[one.nomination_id for one in (taken, given_before)]).update(**people)
    declare_kin(name="Kim Ngân Thử", kinship=Kinship.CHILD, actor=board.first)
    for review, left in ((taken, set()), (given_before, {board.first.user_id})):
        assert again(review).handler is None
        mine = review.appraisals.filter(appraiser=board.first.user_id)
        assert set(mine.values_list("appraiser", flat=True)) == left
    assert again(half).handler_id == board.first.user_id, "another's dossier stays"
    given(given_before, board.second)
    shown = compared_shown(again(given_before), leads=True)
    assert [one["is_out"] for one in shown["appraisals"]] == [True, False]
    Mandate.objects.filter(user=board.second.user_id).update(during=Period(date(2020, 1, 1), DAY))
    assert hand_out([again(taken), again(half)], actor=board.leader).in_charge == 1
    assert {one.appraiser_id for one in taken.appraisals.all()} == {board.third.user_id}
    assert {one.appraiser_id for one in half.appraisals.all()} == {board.first.user_id, board.third.user_id}


def test_who_is_conflicted_or_decides_is_not_asked_and_each_refusal_says_what_to_do(board):
    review = in_charge_of(arrived(board), board.first)
    named = Nomination.objects.filter(pk=review.nomination_id)
    named.update(subject_kind="individual", name=board.second.name, name_key=search_key(board.second.name))
    with pytest.raises(Refusal, match="Vui lòng chọn người khác"):
        ask_opinion(review, board.second.user_id, actor=board.leader)
    done = hand_to([again(review)], board.second.user_id, actor=board.leader)
    assert [one.pk for one in done.left_out] == [review.pk]
    with pytest.raises(Refusal, match="người thẩm định hồ sơ của cơ quan"):
        take_dossier(again(review), actor=board.second)
    ask_opinion(review, board.third.user_id, actor=board.leader)
    make_mandate(user=User.objects.get(pk=board.third.user_id), organisation=review.body, role=Role.CENTRAL_LEADER)
    own = Appraisal.objects.get(review=review, appraiser=board.third.user_id)
    with pytest.raises(Refusal, match="không cho ý kiến độc lập"):
        write_opinion(own, said(), actor=actor_of(own.appraiser, on=DAY), give=True)


def test_two_sentences_of_the_database(board):
    review = asked(board)
    with pytest.raises(Exception, match="review_compared_or_silent"), connection.cursor() as cursor:
        cursor.execute("UPDATE awards_review SET differences = 3 WHERE id = %s", [review.pk])


MARKS = st.one_of(st.none(), st.integers(0, 20))


@each(st.lists(st.tuples(MARKS, st.sampled_from(["propose", "decline", "discuss"])), min_size=2, max_size=3))
def test_opinions_agree_only_where_every_one_says_the_same(rows):
    opinions = [
        Opinion(conclusion, {1: Mark(points=None if points is None else Decimal(points))})
        for points, conclusion in rows
    ]
    found = compare([Criterion(1, 20)], opinions)
    assert (found.differences == 0) == (len(set(rows)) == 1)
    assert compare([Criterion(1, 20)], opinions[::-1]).differences == found.differences


@each(st.dictionaries(st.integers(1, 5), st.integers(0, 9), min_size=1), st.integers(0, 40))
def test_sharing_out_never_leaves_one_two_behind_another_who_got_something(load, number):
    chosen = shared_out(range(number), load)
    after = {person: held + list(chosen.values()).count(person) for person, held in load.items()}
    for person in set(chosen.values()):
        assert after[person] <= min(after.values()) + 1


def test_opinions_may_be_read_only_when_two_or_more_are_all_given():
    allowed = [["done", "done"], ["done", "done", "done"]]
    refused = [[], ["done"], ["done", "asked"], ["done", "writing", "done"], ["asked", "asked"]]
    assert all(may_be_read(states) for states in allowed)
    assert not any(may_be_read(states) for states in refused)
