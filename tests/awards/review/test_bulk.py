"""Many dossiers by one deed: all or none, of what was looked at; undone until the next stage has opened one."""

from datetime import timedelta

import pytest
from django.urls import reverse

from awards.decisions.actions.decisions import begin_decision, take_dossiers
from awards.models import Nomination, NominationComment, NominationPaper, Review
from awards.nominations.actions.comments import answer_comment, pin_comment
from awards.nominations.actions.consulting import AnswerSaid, BodyAsked, ask_bodies, enter_answer, take_question_back
from awards.nominations.actions.drafting import write_field
from awards.nominations.actions.papers import confirm_kinds, file_paper, mark_on_paper, set_kind, withdraw_paper
from awards.nominations.actions.steps import take_step
from awards.nominations.models.standing import standing_of
from awards.nominations.models.standings import standings_of
from awards.nominations.rules.terms import DossierField, DossierPlace
from awards.procedures.rules.rule_codes import RuleCode
from awards.procedures.rules.terms import Consulted, PaperKind
from awards.review.actions.bulk import do_together, seen_as, undo_together
from awards.review.actions.following import note_reading
from awards.review.actions.taking import ask_opinion, hand_out, hand_to
from awards.review.rules.terms import BulkKind
from awards.sittings.actions.sittings import convene, put_on_agenda
from clusters.people.models.scope import actor_of
from emulation.core.actor import Role
from emulation.core.errors import Refusal
from emulation.core.models import AuditEntry, User
from tests.awards.nominations.make import make_nomination, returned, sent, taken_up, with_paper
from tests.awards.nominations.test_pages import signed_in, words
from tests.awards.review.make import STATE, again, arrived, in_charge_of, make_board, make_criteria, review_of
from tests.awards.sittings.make import make_council, seated
from tests.clusters.attachments.make import small_pdf, upload
from tests.clusters.people.make import make_mandate, make_user
from tests.periods import DAY

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def day(settings):
    settings.DEMONSTRATION_DAY = DAY


@pytest.fixture
def board():
    return make_board()


@pytest.fixture
def three(board):
    return [in_charge_of(arrived(board, f"Trường {number}"), board.first) for number in range(3)]


def seen(reviews):
    return [seen_as(again(one)) for one in reviews]


def states(reviews):
    return [Nomination.objects.get(pk=one.nomination_id).state for one in reviews]


def of_a_unit(board, name):
    """A unit's dossier for an award of the State, at its city."""
    make_criteria(STATE)
    unit, city = board.offices.unit, board.offices.city
    return review_of(taken_up(make_nomination(unit, award=STATE, name=name), unit, city))


def test_each_takes_the_step_with_its_own_step_and_line_in_the_journal(board, three):
    deed = do_together(BulkKind.COUNCIL, seen(three), actor=board.first)
    assert states(three) == ["council"] * 3
    assert [again(one).standing for one in three] == ["council"] * 3
    assert deed.lines.count() == AuditEntry.objects.filter(verb="awards.put_to_council_nomination").count() == 3
    assert all(one.nomination.steps.first().name == "put_to_council" for one in three)


def test_what_was_withdrawn_meanwhile_stops_the_whole_deed_by_name(board, three):
    looked_at = seen(three)
    take_step(three[1].nomination, "withdraw", why="Xin rút", actor=board.offices.city.approver)
    with pytest.raises(Refusal, match=r"1 hồ sơ đã thay đổi nên chưa thực hiện gì: Trường 1 \(Đơn vị đã rút\)"):
        do_together(BulkKind.COUNCIL, looked_at, actor=board.first)
    assert states(three) == ["review", "withdrawn", "review"]


def test_one_that_a_guard_holds_back_stops_all_and_says_why(board, three):
    pin_comment(three[2].nomination, DossierPlace.WHOLE, text="Bổ sung", actor=board.first)
    with pytest.raises(Refusal, match="Trường 2: Còn 1 ý kiến chờ trả lời"):
        do_together(BulkKind.COUNCIL, seen(three), actor=board.first)
    assert states(three) == ["review"] * 3


def test_many_are_held_back_by_all_that_holds_back_one(board, three):
    """A body that is waited for holds back; one that stayed silent does not, and is named with the step. Papers,
    conditions and what was let pass are known of many as of one."""
    procedure = three[0].nomination.award.procedures.get()
    procedure.rules.create(position=1, code=RuleCode.IN_FORCE, effect="blocks", verified=True, provision="Điều thử")
    rows = Nomination.objects.select_related("organisation__parent", "award").order_by("pk")
    ask_bodies(
        three[1].nomination,
        [BodyAsked(Consulted.TAX, name="Cục Thuế Thử")],
        question="",
        until=DAY + timedelta(days=9),
        actor=board.first,
    )
    many = standings_of(rows, on=DAY, reader=board.first)
    for one in rows:
        alone = standing_of(one, on=DAY, reader=board.first)
        for name in ("held", "route", "desk", "papers", "lines", "findings", "overrides", "consultations"):
            assert getattr(many[one.pk], name) == getattr(alone, name), name
    assert any(one.findings for one in many.values())
    procedure.rules.all().delete()
    with pytest.raises(Refusal, match="Trường 1: .*Cục Thuế Thử"):
        do_together(BulkKind.COUNCIL, seen(three), actor=board.first)
    three[1].nomination.consultations.update(due_on=DAY - timedelta(days=1))
    do_together(BulkKind.COUNCIL, seen(three), actor=board.first)
    assert ["không trả lời" in one.nomination.steps.first().why for one in three] == [False, True, False]


def test_a_list_of_what_is_not_seen_does_nothing(board, three):
    for actor in (board.offices.city.officer, board.offices.unit.officer):
        with pytest.raises(Refusal, match="Danh sách đã thay đổi|thuộc quyền|không thuộc"):
            do_together(BulkKind.COUNCIL, seen(three), actor=actor)
    with pytest.raises(Refusal, match="Chưa chọn hồ sơ nào"):
        do_together(BulkKind.COUNCIL, ["x", "'; --", "7" * 5000 + ".x.1"], actor=board.first)
    assert states(three) == ["review"] * 3


def test_returned_with_one_remark_and_undone_with_it(board, three):
    since = [one.nomination.held_since for one in three]
    with pytest.raises(Refusal, match="Trường 0: "):
        do_together(BulkKind.RETURN, seen(three), actor=board.first)
    deed = do_together(BulkKind.RETURN, seen(three), remark="Bổ sung số liệu 2022", actor=board.first)
    assert (states(three), again(three[0]).standing) == (["draft"] * 3, "returned")
    done = undo_together(deed, actor=board.first)
    assert (done.number, done.kept, states(three)) == (3, (), ["review"] * 3)
    assert (again(three[0]).standing, again(three[0]).came_back) == ("review", False)
    assert not three[0].nomination.comments.standing().exists()
    rows = Nomination.objects.filter(pk__in=[one.nomination_id for one in three]).order_by("pk")
    assert [row.held_since for row in rows] == since
    with pytest.raises(Refusal, match="Chỉ người đã thực hiện"):
        undo_together(deed, actor=board.first)


def test_what_the_next_stage_has_opened_stays(board, three):
    deed = do_together(BulkKind.RETURN, seen(three), remark="Bổ sung", actor=board.first)
    note_reading(again(three[0]).nomination, board.first)
    note_reading(again(three[1]).nomination, board.offices.city.officer)
    done = undo_together(deed, actor=board.first)
    assert (done.number, [str(one) for one, _said in done.kept]) == (2, ["Trường 1"])
    assert "Bước sau đã mở hồ sơ" in done.kept[0][1]
    assert states(three) == ["review", "draft", "review"]


def write(nomination, actor):
    write_field(nomination, DossierField.SUMMARY, text="Đã bổ sung số liệu", seen=nomination.summary, actor=actor)


def take_away_a_paper(nomination, actor):
    withdraw_paper(nomination, nomination.papers.get().pk, actor=actor)


@pytest.mark.parametrize("deed_of_the_unit", [write, take_away_a_paper])
def test_what_the_unit_has_written_in_stays_though_it_never_opened_the_page(board, deed_of_the_unit):
    city = board.offices.city
    make_criteria(STATE)
    nomination = make_nomination(city, award=STATE, name="Trường Lặng lẽ")
    with_paper(nomination, city.officer)
    review = in_charge_of(review_of(sent(nomination, city)), board.first)
    deed = do_together(BulkKind.RETURN, seen([review]), remark="Bổ sung", actor=board.first)
    deed_of_the_unit(Nomination.objects.get(pk=nomination.pk), city.officer)
    done = undo_together(deed, actor=board.first)
    assert (done.number, "Bước sau đã mở hồ sơ" in done.kept[0][1]) == (0, True)


def hand_over(review, board):
    assert hand_to([review], board.first.user_id, actor=board.leader).in_charge


def hand_out_by_load(review, board):
    assert hand_out([review], actor=board.leader).opinions


def ask(review, board):
    ask_opinion(review, board.first.user_id, actor=board.leader)


@pytest.mark.parametrize("work", [hand_over, hand_out_by_load, ask])
def test_what_the_next_body_hands_out_from_its_list_stays_though_nobody_opened_it(board, work):
    review, leader = of_a_unit(board, "Phòng Giao"), board.offices.city.approver
    deed = do_together(BulkKind.FORWARD, seen([review]), actor=leader)
    there = Review.objects.with_names().get(nomination=review.nomination_id, standing="arrived")
    work(there, board)
    done = undo_together(deed, actor=leader)
    assert (done.number, "Bước sau đã mở hồ sơ" in done.kept[0][1]) == (0, True)


def test_a_unit_that_took_the_whole_dossier_as_one_file_has_opened_it(board, three):
    deed = do_together(BulkKind.RETURN, seen(three[:1]), remark="Bổ sung", actor=board.first)
    url = reverse("reports:nomination-files", args=[three[0].nomination_id])
    assert b"".join(signed_in(board.offices.city.officer).get(url).streaming_content)
    assert undo_together(deed, actor=board.first).number == 0


def test_an_undone_return_leaves_first_in_line_what_had_come_back_before(board, three):
    """Whoever returned it now: it stands first for who had asked for it."""
    never = three[1]
    returned(three[0].nomination, board.offices.board)
    nomination = again(three[0]).nomination
    answer_comment(nomination, nomination.comments.get().pk, answer="Đã bổ sung", actor=board.offices.city.officer)
    sent(nomination, board.offices.city)
    take_step(again(three[0]).nomination, "take_up", actor=board.first)
    for one in (three[0], never):
        Review.objects.filter(pk=one.pk).update(handler=None, handler_name="", taken_at=None)
        for _twice in range(2):
            deed = do_together(BulkKind.RETURN, seen([one]), remark="Bổ sung nữa", actor=board.second)
            assert undo_together(deed, actor=board.second).number == 1
    kept = [(one.came_back, one.returned_by_id) for one in map(again, (three[0], never))]
    assert kept == [(True, board.first.user_id), (False, None)]


def test_what_the_council_has_on_its_agenda_or_in_a_draft_decision_stays(board, three):
    deed = do_together(BulkKind.COUNCIL, seen(three), actor=board.first)
    body, secretary = board.offices.board.organisation, make_user(full_name="Thư ký Thử")
    make_mandate(user=secretary, organisation=body, role=Role.COUNCIL_SECRETARY)
    keeper, council = actor_of(secretary, on=DAY), make_council(body)
    seated(council, keeper, office="chair", name="Chủ tịch Thử")
    sitting = convene(council, held_on=DAY, place="Phòng họp", actor=keeper)
    rows = [Nomination.objects.get(pk=one.nomination_id) for one in three]
    put_on_agenda(sitting, rows[:1], actor=keeper)
    decision = begin_decision(body, subject="Tặng thưởng", made_by="Thủ tướng Chính phủ", actor=board.first)
    take_dossiers(decision, rows[1:2], actor=board.first)
    done = undo_together(deed, actor=board.first)
    assert (done.number, [str(one) for one, _said in done.kept]) == (1, ["Trường 0", "Trường 1"])
    assert all("chương trình họp Hội đồng" in said for _one, said in done.kept)
    assert states(three) == ["council", "council", "review"]


def test_what_is_in_a_colleagues_charge_is_held_back_by_name_but_not_from_the_leader(board, three):
    """And nobody whose opinion is asked learns from the refusal whether a colleague has it."""
    other = in_charge_of(arrived(board, "Trường Khác"), board.second)
    ask_opinion(three[0], board.third.user_id, actor=board.leader)
    with pytest.raises(Refusal, match="Người thẩm định Hai phụ trách hồ sơ Trường Khác") as held:
        do_together(BulkKind.COUNCIL, seen([*three, other]), actor=board.first)
    assert "Trường 1" not in str(held.value)
    with pytest.raises(Refusal, match="Trường 0: .*ý kiến độc lập") as held:
        do_together(BulkKind.COUNCIL, seen(three[:1]), actor=board.third)
    assert board.first.name not in str(held.value)
    with pytest.raises(Refusal, match=r"2 hồ sơ .*: Trường 0 \(đang thẩm định\); Trường Khác \(Người thẩm định Hai\)"):
        do_together(BulkKind.COUNCIL, seen([three[0], other]), actor=board.third)
    assert states([*three, other]) == ["review"] * 4
    both = User.objects.get(pk=board.leader.user_id)
    make_mandate(user=both, organisation=board.offices.board.organisation, role=Role.CENTRAL_REVIEWER)
    do_together(BulkKind.COUNCIL, seen([*three, other]), actor=actor_of(both, on=DAY))
    assert states([*three, other]) == ["council"] * 4


def test_a_remark_that_would_hold_the_step_back_is_the_colleague_s_too(board, three):
    """Asked for and sent; who gives an opinion reads the same whether somebody has it or not."""
    free = arrived(board, "Trường Rảnh")
    take_step(free.nomination, "take_up", actor=board.second)
    told = []
    for one in (three[0], again(free)):
        ask_opinion(one, board.third.user_id, actor=board.leader)
        pin = reverse("awards:nomination-comment", args=[one.nomination_id, "whole"])
        assert pin not in words(signed_in(board.third).get(one.nomination.get_absolute_url()))
        for way in ("get", "post"):
            answer = getattr(signed_in(board.third), way)(pin, {"text": "Bổ sung"}, follow=True)
            told.append([str(said).partition(": ")[2] for said in answer.context["messages"]])
    assert (len({*map(tuple, told)}), "ý kiến độc lập" in told[0][0]) == (1, True)
    with pytest.raises(Refusal, match=f"{board.first.name} phụ trách hồ sơ Trường 0"):
        pin_comment(three[0].nomination, DossierPlace.WHOLE, text="Bổ sung", actor=board.second)
    pin_comment(three[0].nomination, DossierPlace.WHOLE, text="Bổ sung", actor=board.first)
    assert NominationComment.objects.count() == 1


def test_nothing_that_holds_a_dossier_up_is_done_to_a_colleague_s(board, three):
    """Opinions are asked, entered, taken back, papers filed and told what they are by whoever has it in charge."""
    held, body = three[0].nomination, [BodyAsked(Consulted.OTHER, name="Công an tỉnh")]

    def ask(actor):
        return ask_bodies(held, body, question="", until=DAY, actor=actor)

    (asked,) = ask(board.first)
    paper = file_paper(held, upload(small_pdf(), "bien-ban.pdf"), actor=board.first)
    scan = upload(small_pdf(trailer=b"/Place 1"), "cong-van.pdf")
    opinion = AnswerSaid("agrees", number="1/CV", dated=DAY, scan=scan)
    for deed in (
        lambda: ask(board.second),
        lambda: enter_answer(asked, opinion, actor=board.second),
        lambda: take_question_back(asked, why="thôi", actor=board.second),
        lambda: file_paper(held, upload(small_pdf(trailer=b"/Place 2"), "khac.pdf"), actor=board.second),
        lambda: mark_on_paper(held, PaperKind.COUNCIL_MINUTES, actor=board.second),
        lambda: set_kind(held, paper.pk, None, actor=board.second),
        lambda: confirm_kinds(held, actor=board.second),
        lambda: withdraw_paper(held, paper.pk, actor=board.second),
    ):
        with pytest.raises(Refusal, match=f"{board.first.name} phụ trách hồ sơ Trường 0"):
            deed()
    assert (held.consultations.standing().count(), held.papers.standing().count()) == (1, 1)
    ways = [reverse(f"awards:{name}", args=[asked.pk]) for name in ("consultation-enter", "consultation-back")]
    ways.append(reverse("awards:nomination-ask", args=[held.pk]))
    for actor, offered in ((board.second, False), (board.first, True)):
        client = signed_in(actor)
        pages = [client.get(one.get_absolute_url()).content.decode() for one in (held, asked)]
        assert [any(way in page for page in pages) for way in ways] == [offered] * 3
        assert (reverse("awards:nomination-papers", args=[held.pk]) in pages[0]) is offered
        for way in ways:
            told = [str(said) for said in client.get(way, follow=True).context.get("messages", ())]
            assert any("phụ trách hồ sơ Trường 0" in said for said in told) is not offered, way


@pytest.mark.parametrize("step", ["put_to_council", "return", "look_again"])
def test_the_step_itself_is_the_colleague_s_whatever_page_it_is_taken_on(board, three, step):
    """In the same words; who gives an opinion reads them whether somebody has it or not, and the leader never."""
    free = arrived(board, "Trường Rảnh")
    take_step(free.nomination, "take_up", actor=board.second)
    reviews = [three[0], again(free)]
    for one in reviews:
        ask_opinion(one, board.third.user_id, actor=board.leader)
        if step == "return":
            pin_comment(one.nomination, DossierPlace.WHOLE, text="Bổ sung", actor=board.first)
        if step == "look_again":
            take_step(one.nomination, "put_to_council", actor=board.first)
    why = "Xem lại" if step == "look_again" else ""
    for one in reviews:
        with pytest.raises(Refusal, match=f"{one.nomination}: .*ý kiến độc lập") as held:
            take_step(again(one).nomination, step, why=why, actor=board.third)
        assert board.first.name not in str(held.value)
    with pytest.raises(Refusal, match=f"{board.first.name} phụ trách hồ sơ Trường 0"):
        take_step(again(three[0]).nomination, step, why=why, actor=board.second)
    take_step(again(three[0]).nomination, step, why=why, actor=board.first)
    take_step(again(free).nomination, step, why=why, actor=board.second)


def test_the_dossier_s_own_page_says_why_it_is_a_colleague_s(board, three):
    page = words(signed_in(board.second).get(three[0].nomination.get_absolute_url()))
    assert f"{board.first.name} phụ trách hồ sơ Trường 0" in page
    assert reverse("awards:nomination-review-step", args=[three[0].nomination_id, "trinh-hoi-dong"]) not in page
    mine = words(signed_in(board.first).get(three[0].nomination.get_absolute_url()))
    assert reverse("awards:nomination-review-step", args=[three[0].nomination_id, "trinh-hoi-dong"]) in mine


def test_passed_on_to_the_board_and_back_before_the_board_takes_it_up(board):
    reviews = [of_a_unit(board, f"Phòng {number}") for number in range(2)]
    leader = board.offices.city.approver
    guessed = with_paper(reviews[1].nomination, board.offices.city.officer)
    deed = do_together(BulkKind.FORWARD, seen(reviews), actor=leader)
    there = Review.objects.filter(nomination__in=[one.nomination_id for one in reviews], standing="arrived")
    assert there.filter(body=board.offices.board.organisation).count() == 2
    assert again(reviews[0]).standing == "left"
    take_step(again(reviews[0]).nomination, "take_up", actor=board.first)
    done = undo_together(deed, actor=leader)
    assert (done.number, states(reviews)) == (1, ["review", "review"])
    assert NominationPaper.objects.get(pk=guessed.pk).is_confirmed is False, "its kind is a guess again"
    deed = do_together(BulkKind.FORWARD, seen(reviews[1:]), actor=leader)
    assert NominationPaper.objects.get(pk=guessed.pk).is_confirmed is True
    undo_together(deed, actor=leader)
    back = Nomination.objects.get(pk=reviews[1].nomination_id)
    assert (back.holder_id, back.board_id) == (board.offices.city.organisation.pk, None)
    assert again(reviews[1]).standing == "review"
    assert not Review.objects.visible_to(board.first).filter(nomination=back).exists()


def test_a_deed_is_undone_by_nobody_else(board, three):
    deed = do_together(BulkKind.COUNCIL, seen(three), actor=board.first)
    for actor in (board.second, board.leader):
        with pytest.raises(Refusal, match="Chỉ người đã thực hiện"):
            undo_together(deed, actor=actor)


def test_many_take_hardly_more_questions_than_few(board, three, django_assert_max_num_queries):
    """Each dossier costs its own row, comments asked for and nothing that grows with the others."""
    more = [in_charge_of(arrived(board, f"Nữa {number}"), board.first) for number in range(6)]
    with django_assert_max_num_queries(40 + 6):
        do_together(BulkKind.COUNCIL, seen_of(more), actor=board.first)


def seen_of(reviews):
    rows = Review.objects.filter(pk__in=[one.pk for one in reviews]).with_names()
    return [seen_as(one) for one in rows]
