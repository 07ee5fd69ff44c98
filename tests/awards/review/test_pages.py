"""The pages of the desk: what stands first, what a refused form keeps, what the list costs."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from awards.models import Appraisal, BulkDeed, Feedback, Nomination, Review
from awards.nominations.actions.comments import pin_comment, take_comment_back
from awards.nominations.actions.recusals import recuse
from awards.nominations.actions.steps import take_step
from awards.nominations.rules.terms import DossierPlace
from awards.review.actions.appraising import drop_opinion
from awards.review.actions.bulk import do_together, seen_as, undo_together
from awards.review.actions.feedback import FeedbackDraft, approve_feedback
from awards.review.actions.taking import ask_opinion
from awards.review.rules.terms import BulkKind
from emulation.core import clock
from emulation.core.errors import Refusal
from tests.awards.nominations.make import make_nomination, returned, sent
from tests.awards.nominations.test_pages import HTMX, signed_in, words
from tests.awards.records.make import names_of
from tests.awards.register.make import make_honour
from tests.awards.review.make import (
    STATE,
    again,
    arrived,
    asked,
    compared,
    given,
    in_charge_of,
    make_board,
    make_criteria,
    review_of,
)
from tests.periods import DAY

pytestmark = pytest.mark.django_db
QUEUE = "awards:review-queue"


@pytest.fixture(autouse=True)
def day(settings):
    settings.DEMONSTRATION_DAY = DAY


@pytest.fixture
def board():
    return make_board()


def names_in(page: str) -> list[str]:
    return re.findall(r"data-row[^>]*>([^<]+)</a>", page)


def ways_of(page: str) -> tuple[int | None, int | None]:
    """(the dossier before it, the one after it) that the pane leads to."""
    found = {rel: int(pk) for pk, rel in re.findall(r'href="[^"]*ho-so=(\d+)" rel="(prev|next)"', page)}
    return found.get("prev"), found.get("next")


def chips_of(page: str) -> dict[str, str]:
    return dict(re.findall(r'<a class="chip"[^>]*>([^<]+?) <strong>([\d.]+)</strong>', page))


def test_trays_count_what_they_show_and_what_came_back_stands_first(board):
    late, back, other = (arrived(board, name) for name in ("Trường Trễ", "Trường Bổ sung", "Trường Khác"))
    for review in (late, other):
        in_charge_of(review, board.first)
    returned(in_charge_of(back, board.first).nomination, board.offices.board)
    comment = back.nomination.comments.get()
    comment.answer, comment.answered_at = "Đã bổ sung", comment.made_at
    comment.save()
    Review.objects.filter(pk=late.pk).update(due=DAY - timedelta(days=2))
    Review.objects.filter(pk=back.pk).update(due=DAY - timedelta(days=26))
    client = signed_in(board.first)
    assert chips_of(words(client.get(reverse(QUEUE))))["Đang bổ sung"] == "1"
    assert "quá hạn 26 ngày" not in words(client.get(reverse(QUEUE), {"hop": "cho-bo-sung"})).lower()
    sent(Nomination.objects.get(pk=back.nomination_id), board.offices.city)
    page = words(client.get(reverse(QUEUE)))
    assert names_in(page) == ["Trường Bổ sung", "Trường Trễ", "Trường Khác"]
    assert names_in(words(signed_in(board.second).get(reverse(QUEUE))))[0] == "Trường Trễ"
    chips = chips_of(page)
    assert (chips["Chờ xử lý"], chips["Tôi phụ trách"], chips["Quá hạn"]) == ("3", "3", "1")
    assert names_in(words(client.get(reverse(QUEUE), {"hop": "qua-han"}))) == ["Trường Trễ"]
    filtered = words(client.get(reverse(QUEUE), {"tim": "khac", "sap": "han"}))
    assert names_in(filtered) == ["Trường Khác"]
    assert ("(đang đặt 1)" in filtered, "đang đặt" in page) == (True, False), "the order alone is no filter"
    ways = {one: ways_of(words(client.get(reverse("awards:review", args=[one.pk])))) for one in (back, late, other)}
    assert ways == {back: (None, late.pk), late: (back.pk, other.pk), other: (late.pk, None)}
    overdue = words(client.get(reverse("awards:review", args=[late.pk]), {"hop": "qua-han"}))
    assert ways_of(overdue) == (None, None)


def test_an_empty_tray_says_what_is_being_completed_and_an_empty_desk_when_it_fills(board):
    client = signed_in(board.first)
    assert "Chưa có hồ sơ nào đến" in words(client.get(reverse(QUEUE)))
    returned(in_charge_of(arrived(board), board.first).nomination, board.offices.board)
    page = words(client.get(reverse(QUEUE)))
    assert "1 hồ sơ đang được đơn vị bổ sung" in page
    assert "hop=cho-bo-sung" in page


def test_a_dossier_in_a_colleagues_charge_is_read_and_names_who_has_it(board):
    review = in_charge_of(arrived(board), board.first)
    page = words(signed_in(board.second).get(reverse("awards:review", args=[review.pk])))
    assert f"{board.first.name} phụ trách hồ sơ" in page
    assert 'name="viec"' not in page
    piece = words(signed_in(board.second).get(reverse("awards:review", args=[review.pk]), headers=HTMX))
    assert ("<html" in page, "<html" in piece, board.first.name in piece) == (True, False, True)
    beside = signed_in(board.second).get(reverse(QUEUE), {"ho-so": "987654"})
    assert (beside.status_code, "data-pane" in words(beside)) == (200, False)
    assert 'name="viec"' in words(signed_in(board.first).get(reverse("awards:review", args=[review.pk])))


def test_the_two_pages_of_a_dossier_lead_to_each_other_and_say_one_state(board):
    review = in_charge_of(arrived(board), board.first)
    pages = [reverse("awards:review", args=[review.pk]), reverse("awards:nomination", args=[review.nomination_id])]
    for state in ("Đang thẩm định", "Đã trả lại, chờ hoàn thiện"):
        told = [words(signed_in(board.first).get(url)) for url in pages]
        assert [f'href="{other}"' in page for page, other in zip(told, reversed(pages), strict=True)] == [True, True]
        assert [state in page for page in told] == [True, True]
        if state == "Đang thẩm định":
            returned(review.nomination, board.offices.board)
    assert pages[0] not in words(signed_in(board.offices.city.officer).get(pages[1]))


def first_deeds(review, actor) -> list[list[str]]:
    """What is put first on the page of the appraisal and on the dossier's own, as their primary buttons say."""
    pages = [reverse("awards:review", args=[review.pk]), review.nomination.get_absolute_url()]
    shown = [re.search(r"<main.*?</main>", words(signed_in(actor).get(url)), re.DOTALL)[0] for url in pages]
    found = [re.findall(r'class="btn btn-primary"[^>]*>(.*?)</(?:a|button)>', page, re.DOTALL) for page in shown]
    return [[re.sub(r"<.*?>|…|\s+", " ", said).strip() for said in page] for page in found]


def test_the_two_pages_of_a_dossier_put_the_same_one_deed_first(board):
    """Whoever looks and however far it is: taking charge, the own opinion, the step."""
    review = arrived(board)
    take_step(review.nomination, "take_up", actor=board.third)
    opinion, nothing = [["Gửi ý kiến, mở hồ sơ tiếp theo"], ["Cho ý kiến thẩm định"]], [[], []]
    assert first_deeds(again(review), board.first) == [["Nhận phụ trách"]] * 2
    assert first_deeds(again(review), board.leader) == nothing
    review = in_charge_of(again(review), board.first)
    ask_opinion(review, board.second.user_id, actor=board.leader)
    assert [first_deeds(again(review), one) for one in (board.first, board.second)] == [opinion] * 2
    assert first_deeds(again(review), board.third) == nothing
    for one in (board.first, board.second):
        given(again(review), one)
    assert first_deeds(again(review), board.first) == [["Trình Hội đồng"]] * 2
    assert first_deeds(again(review), board.second) == nothing


def test_who_judges_apart_reads_no_unsent_comment_and_a_colleague_only_whose_desk_it_is(board):
    """On the dossier's own page; and takes nobody's back."""
    review = in_charge_of(arrived(board), board.first)
    comment = pin_comment(review.nomination, DossierPlace.SUMMARY, text="Bổ sung số liệu", actor=board.first)
    ask_opinion(review, board.third.user_id, actor=board.leader)
    back = reverse("awards:nomination-comment-back", args=[review.nomination_id, comment.pk])
    shown = {}
    assert comment.text not in words(signed_in(board.third).get(review.nomination.get_absolute_url()))
    for actor in (board.first, board.second):
        page = words(signed_in(actor).get(review.nomination.get_absolute_url()))
        said = re.search(rf'id="y-kien-{comment.pk}">(.*?)</div>', page)[1]
        shown[actor] = board.first.name in said, str(board.offices.board.organisation) in said, back in page
    assert shown == {board.first: (True, True, True), board.second: (False, True, False)}
    with pytest.raises(Refusal, match="ý kiến độc lập"):
        take_comment_back(review.nomination, comment.pk, actor=board.third)


def test_a_paper_that_the_server_lost_is_named_and_can_be_asked_for_again(board):
    from tests.awards.nominations.make import make_nomination, with_paper  # noqa: PLC0415

    make_criteria()
    nomination = make_nomination(board.offices.city, award="KT_NN", name="Trường Mất tệp")
    paper = with_paper(nomination, board.offices.city.officer)
    nomination = take_step(sent(nomination, board.offices.city), "take_up", actor=board.first)
    review = in_charge_of(again(Review.objects.get(nomination=nomination)), board.first)
    url = reverse("awards:review", args=[review.pk])
    assert "không đọc được" not in words(signed_in(board.first).get(url))
    paper.file.storage.delete(paper.file.name)
    page = words(signed_in(board.first).get(url))
    assert "không đọc được" in page
    assert "Yêu cầu gửi lại" in page


def test_a_refused_opinion_keeps_what_was_typed_and_a_given_one_opens_the_next(board):
    first, second = asked(board, "Trường Một"), asked(board, "Trường Hai")
    rows = make_criteria()
    client, url = signed_in(board.first), reverse("awards:review-opinion", args=[first.pk])
    typed = {
        f"mark-{rows['standard'].pk}": "khong-dat",
        f"mark-{rows['tasks'].pk}": "17,5",
        "conclusion": "discuss",
        "opinion": "Cần trao đổi <b>thêm</b>",
        "gui": "1",
        "hop": "cho-y-kien",
    }
    answer = client.post(url, typed)
    assert answer.status_code == 422
    page = words(answer)
    assert "Vui lòng nêu lý do “Tiêu chuẩn" in page
    assert "Cần trao đổi &lt;b&gt;thêm&lt;/b&gt;" in page
    assert 'value="17,5"' in page
    typed[f"reason-{rows['standard'].pk}"] = "Chưa đủ thời gian"
    answer = client.post(url, typed)
    assert answer["Location"] == f"{reverse(QUEUE)}?hop=cho-y-kien&ho-so={second.pk}"
    assert client.post(url, typed | {"tu-luu": "1"}).status_code == 422


@pytest.mark.parametrize(
    ("happened", "refused"),
    [
        (lambda board, review: given(review, board.first), "đã gửi ý kiến này"),
        (lambda board, review: returned(review.nomination, board.offices.board), "hiện không xử lý được tại đây"),
        (lambda board, review: drop_opinion(review, 1, actor=board.leader), "không còn cần ý kiến của đồng chí"),
    ],
    ids=["given in another window", "back with its unit", "no longer asked for"],
)
def test_an_opinion_that_can_no_longer_be_given_is_refused_in_words_and_handed_back(board, happened, refused):
    review, rows = asked(board), make_criteria()
    happened(board, review)
    typed = {f"mark-{rows['standard'].pk}": "khong-dat", f"reason-{rows['standard'].pk}": "Chưa đủ năm", "gui": "1"}
    typed |= {"conclusion": "decline", "opinion": "Chưa đủ <điều kiện>"}
    answer = signed_in(board.first).post(reverse("awards:review-opinion", args=[review.pk]), typed)
    assert answer.status_code == 422
    page = words(answer)
    assert refused in page
    assert re.search(
        r"<textarea[^>]*readonly>[^<]*Không đạt. Chưa đủ năm[^<]*Chưa đủ &lt;điều kiện&gt;</textarea>", page
    )


def test_what_can_be_undone_is_counted_as_far_as_the_person_sees_it(board):
    chosen = [in_charge_of(arrived(board, f"Trường {number}"), board.first) for number in range(2)]
    do_together(BulkKind.COUNCIL, [seen_as(again(one)) for one in chosen], actor=board.first)
    client = signed_in(board.first)
    assert "Trình Hội đồng, 2 hồ sơ" in words(client.get(reverse(QUEUE)))
    recuse(chosen[0].nomination, actor=board.first)
    assert "Trình Hội đồng, 1 hồ sơ" in words(client.get(reverse(QUEUE)))
    recuse(chosen[1].nomination, actor=board.first)
    assert "Hoàn tác" not in words(client.get(reverse(QUEUE)))


def test_what_a_script_keeps_as_it_is_typed_is_there_when_the_page_comes_back(board):
    review, rows = asked(board), make_criteria()
    client, url = signed_in(board.first), reverse("awards:review-opinion", args=[review.pk])
    answer = client.post(url, {f"mark-{rows['tasks'].pk}": "7", "opinion": "Nháp", "tu-luu": "1"})
    assert (answer.status_code, answer.content.decode()[:12]) == (200, "Đã lưu lúc ") or answer.status_code == 200
    page = words(client.get(reverse("awards:review", args=[review.pk])))
    assert "Nháp" in page
    assert 'value="7"' in page
    wrong = client.post(url, {f"mark-{rows['tasks'].pk}": "bảy", "tu-luu": "1"})
    assert (wrong.status_code, "không phải là số" in wrong.content.decode()) == (422, True)


def test_many_are_named_with_their_warnings_before_the_deed_counts(board):
    chosen = [in_charge_of(arrived(board, f"Trường {number}"), board.first) for number in range(3)]
    Review.objects.filter(pk=chosen[0].pk).update(not_met=2)
    client, url = signed_in(board.first), reverse("awards:review-together")
    listed = words(client.get(reverse(QUEUE)))
    ticked = re.findall(r'name="chon" value="([^"]+)"', listed)
    page = words(client.post(url, {"viec": "put_to_council", "chon": ticked}))
    assert "Trình Hội đồng 3 hồ sơ" in page
    assert "2 điều kiện chưa đạt" in page
    assert not BulkDeed.objects.exists()
    take_step(chosen[1].nomination, "withdraw", why="Xin rút", actor=board.offices.city.approver)
    again_asked = client.post(url, {"viec": "put_to_council", "chon": ticked, "xac-nhan": "1"})
    assert again_asked.status_code == 422
    assert "Trường 1 (Đơn vị đã rút)" in words(again_asked)
    fresh = [one for one in ticked if not one.startswith(f"{chosen[1].pk}.")]
    done = client.post(url, {"viec": "put_to_council", "chon": fresh, "xac-nhan": "1"}, follow=True)
    assert "Đã ghi: Trình Hội đồng, 2 hồ sơ" in words(done)
    deed = BulkDeed.objects.get()
    assert signed_in(board.second).get(reverse("awards:review-deed", args=[deed.pk])).status_code == 404
    undone = client.post(reverse("awards:review-undo", args=[deed.pk]), follow=True)
    assert "Đã hoàn tác 2 hồ sơ" in words(undone)


def test_the_leader_hands_out_what_is_ticked(board):
    review = arrived(board)
    client = signed_in(board.leader)
    page = words(client.get(reverse(QUEUE)))
    assert f"{board.second.name} (0)" in page
    ticked = re.findall(r'name="chon" value="([^"]+)"', page)
    told = client.post(reverse("awards:review-hand"), {"chon": ticked}, follow=True)
    assert "Đã phân công phụ trách 1 hồ sơ, yêu cầu" in words(told)
    assert again(review).handler_id is not None
    wrong = client.post(reverse("awards:review-hand"), {"chon": ticked, "nguoi": "987654"}, follow=True)
    assert "không còn thẩm định hồ sơ tại đây" in words(wrong)


def test_two_stand_side_by_side_and_an_awards_year_in_one_table(board):
    first, second = compared(board, "Trường Một"), arrived(board, "Trường Hai")
    second.nomination.achievements.create(text="Tỷ lệ đúng hạn", result="98,6%")
    client = signed_in(board.leader)
    page = words(client.get(reverse("awards:review-pair"), {"a": first.pk, "b": second.pk}))
    assert "98,6%" in page
    assert "khác nhau 3 nội dung" in page
    offered = words(client.get(reverse("awards:review-pair"), {"a": first.pk}))
    assert "Trường Hai" in offered
    table = words(client.get(reverse("awards:review-peers"), {"danh-hieu": first.nomination.award_id, "nam": "2022"}))
    assert "Tỷ lệ đúng hạn" in table
    assert table.index("Trường Hai") < table.index("Trường Một")


def test_honours_found_by_the_name_alone_are_told_as_such_beside_the_list_and_in_a_pair(board):
    city, name = board.offices.city, "Võ Trăng Sớm"
    make_honour(city.organisation, decision_number="7/QĐ-UBND", **names_of(name, "", is_person=True))
    namesake = review_of(sent(make_nomination(city, award=STATE, kind="individual", name=name), city))
    other = arrived(board, "Trường Một")
    client = signed_in(board.leader)
    pair = reverse("awards:review-pair")
    for page, times in (
        (client.get(reverse("awards:review", args=[namesake.pk])), 1),
        (client.get(reverse("awards:review", args=[other.pk])), 0),
        (client.get(pair, {"a": namesake.pk, "b": other.pk}), 1),
    ):
        assert words(page).count("Chỉ tìm theo tên;") == times


def test_the_comparison_says_when_each_opinion_was_given_and_that_the_dossier_was_returned_since(board):
    review = compared(board)
    client, url = signed_in(board.leader), reverse("awards:review", args=[review.pk])
    page = words(client.get(url))
    assert (page.count("gửi ý kiến lúc"), page.count("hồ sơ đã trả lại sau đó")) == (2, 0)
    deed = do_together(BulkKind.RETURN, [seen_as(review)], remark="Bổ sung", actor=board.first)
    assert words(client.get(url)).count("hồ sơ đã trả lại sau đó") == 2
    undo_together(deed, actor=board.first)
    assert words(client.get(url)).count("hồ sơ đã trả lại sau đó") == 0


def test_feedback_is_drafted_from_the_criteria_and_read_by_the_nominator_once_it_is_approved(board):
    review = compared(board)
    leader, nominator = signed_in(board.leader), signed_in(board.offices.city.officer)
    url, read = (
        reverse("awards:review-feedback", args=[review.pk]),
        reverse("awards:nomination-feedback", args=[review.nomination_id]),
    )
    assert [client.get(read).status_code for client in (leader, nominator)] == [404, 404]
    take_step(review.nomination, "decline", why="Chưa đủ tiêu chuẩn", actor=board.leader)
    page = words(leader.get(url))
    assert "Mức độ hoàn thành nhiệm vụ được giao</textarea>" in page
    assert "Tiêu chuẩn của danh hiệu, hình thức khen thưởng: Chưa đủ thời gian" in page
    assert "chưa duyệt phản hồi" in words(nominator.get(read))
    lines = {"strongest": "Hoàn thành nhiệm vụ", "weakest": "Thời gian", "missing": ""}
    assert leader.post(url, lines).status_code == 422
    leader.post(url, lines | {"missing": "Xác nhận thuế"})
    assert "Xác nhận thuế" in words(nominator.get(read))
    assert board.first.name not in words(nominator.get(read))
    with pytest.raises(Refusal, match="đã được duyệt"):
        approve_feedback(review, FeedbackDraft("a", "b", "c"), actor=board.leader)
    assert Feedback.objects.count() == 1
    shown = words(leader.get(url, follow=True))
    assert ("Xác nhận thuế" in shown, "<textarea" in shown) == (True, False)


def test_the_list_and_the_dossier_beside_it_cost_the_same_for_few_and_for_many(board):
    first = given(asked(board, "Trường 0"), board.first)
    client = signed_in(board.first)

    def questions(url):
        client.get(url)
        with CaptureQueriesContext(
            connection,
        ) as asked_for:
            assert client.get(url).status_code == 200
        return len(asked_for)

    queue, opened = reverse(QUEUE), f"{reverse(QUEUE)}?ho-so={first.pk}"
    few = questions(queue), questions(opened)
    for number in range(1, 9):
        asked(board, f"Trường {number}")
    Review.objects.update(came_back=True, returned_by=board.first.user_id, arrived_at=clock.now())
    Appraisal.objects.exclude(appraiser=board.first.user_id).update(state="writing")
    assert questions(queue) <= few[0]
    assert questions(opened) <= few[1]


def test_a_value_is_set_before_the_opinions_and_leads_back_to_the_tray(board):
    review = compared(board, "Trường 0")
    client, tray = signed_in(board.leader), {"hop": "can-thao-luan"}
    pane = client.get(reverse("awards:review", args=[review.pk]), tray, headers=HTMX).content.decode()
    [page] = set(re.findall(rf"/tham-dinh/\d+/gia-tri/{make_criteria()['tasks'].pk}/[^\"]*", pane))
    assert ": 8 (Chưa đủ thời gian)" in words(client.get(page)), "what each opinion says of it"
    answer = client.post(page, {"value": "14", "why": "Theo biên bản trao đổi"})
    assert answer.url == f"{reverse(QUEUE)}?hop=can-thao-luan&ho-so={review.pk}"
