"""The good dossiers of a list are sent together and once; the others stay, each with its reason on the page."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from awards.models import Nomination, NominationPaper, NominationStep, Submission
from awards.procedures.rules.rule_codes import RuleCode
from awards.submissions.actions.judge import judged_rows
from awards.submissions.actions.papers import file_shared_papers
from awards.submissions.actions.send import order_sending, order_withdrawal
from awards.submissions.duties import submissions_to_send
from awards.submissions.rules.terms import Outcome
from emulation.core.errors import Refusal
from emulation.core.models import Job
from tests.awards.lists.clients import work
from tests.awards.nominations.make import make_leveled, make_nominators, make_rules_of
from tests.awards.nominations.test_pages import signed_in, words
from tests.awards.register.make import make_honour
from tests.awards.submissions.make import ACHIEVED, GOOD, read_in, sent_in, table
from tests.clusters.attachments.make import PDF, small_pdf, upload
from tests.periods import DAY

pytestmark = pytest.mark.usefixtures("own_database")
IN_2024 = date(2024, 7, 10)
LACKING = ("Vũ Rừng Sâu", "1988", "Chuyên viên", "Phòng D", "")


@pytest.fixture
def offices(settings, tmp_path):
    settings.DEMONSTRATION_DAY = DAY
    settings.MEDIA_ROOT = tmp_path / "files"
    return make_nominators()


@pytest.fixture
def award():
    return make_rules_of(make_leveled("KT_TINH"))


def again(submission) -> Submission:
    return Submission.objects.select_related("organisation__parent", "award", "job").get(pk=submission.pk)


def states() -> list[str]:
    return list(Nomination.objects.order_by("pk").values_list("state", flat=True))


def test_where_no_row_became_a_dossier_nothing_is_said_to_be_sent(offices, award):
    submission = read_in(offices.unit, table(("<b>Lê Sóng</b>", "1980", "", "Phòng A", ACHIEVED)))
    with pytest.raises(Refusal, match="Không dòng nào của danh sách lập được hồ sơ"):
        order_sending(submission, actor=offices.unit.approver)


def test_good_ones_are_sent_by_the_approver_and_the_others_kept(offices, award):
    submission = read_in(offices.unit, table(*GOOD, LACKING))
    with pytest.raises(Refusal, match="lãnh đạo duyệt"):
        order_sending(submission, actor=offices.unit.officer)
    (duty,) = submissions_to_send(offices.unit.approver)
    assert (duty.title, duty.why) == ("Nộp danh sách đề nghị “danh-sach.xlsx”", "Danh sách còn 3 hồ sơ đang lập.")
    order_sending(submission, actor=offices.unit.approver)
    work()
    submission = again(submission)
    assert (submission.state, submission.job.result) == ("sent", {"sent": 2, "kept": 1})
    assert states() == ["submitted", "submitted", "draft"]
    page = words(signed_in(offices.unit.approver).get(submission.get_absolute_url()))
    assert "2 đã nộp, 1 giữ lại" in page
    assert "Chưa nộp được hồ sơ nào" not in page
    assert set(Nomination.objects.filter(state="submitted").values_list("holder", flat=True)) == {
        offices.city.organisation.pk
    }
    assert submissions_to_send(offices.unit.approver) == []
    Nomination.objects.filter(state="draft").update(summary=ACHIEVED)
    order_sending(submission, actor=offices.unit.approver)
    work()
    assert states() == ["submitted"] * 3
    with pytest.raises(Refusal, match="không còn hồ sơ nào để nộp"):
        order_sending(again(submission), actor=offices.unit.approver)


def test_two_clicks_send_once(offices, award):
    submission = read_in(offices.unit, table(*GOOD))
    page, url = signed_in(offices.unit.approver), reverse("awards:submission-send", args=[submission.pk])
    page.post(url)
    page.post(url)
    assert Job.objects.filter(kind="awards.send_submission").count() == 1
    work()
    page.post(url)
    work()
    assert NominationStep.objects.filter(name="submit").count() == 2


def test_a_list_that_is_withdrawn_or_sent_or_read_meanwhile_says_so_to_who_orders_something_else(offices, award):
    unit = offices.unit
    order_withdrawal(going := read_in(unit, table(*GOOD)), why="Nhầm tệp", actor=unit.officer)
    page = signed_in(unit.approver)
    told = words(page.post(reverse("awards:submission-send", args=[going.pk]), follow=True))
    assert "Danh sách đang được rút. Hãy chờ xong việc đó rồi xem lại." in told
    assert "đang được nộp" not in told
    order_sending(leaving := read_in(unit, table(*GOOD, LACKING), name="hai.xlsx"), actor=unit.approver)
    with pytest.raises(Refusal, match="Danh sách đang được nộp. Hãy chờ"):
        order_withdrawal(leaving, why="Nhầm tệp", actor=unit.officer)
    unread = sent_in(unit, table(LACKING), name="ba.xlsx")
    with pytest.raises(Refusal, match="Danh sách đang được đọc. Hãy chờ"):
        order_sending(unread, actor=unit.approver)


def test_nothing_is_sent_of_a_list_of_which_every_row_lacks_something(offices, award):
    submission = read_in(offices.unit, table(LACKING))
    signed_in(offices.unit.approver).post(reverse("awards:submission-send", args=[submission.pk]))
    work()
    submission = again(submission)
    assert (submission.state, states()) == ("judged", ["draft"])
    assert "hồ sơ nào cũng còn thiếu sót" in submission.job.reason


def test_a_rule_that_blocks_keeps_its_row_and_says_which(settings, tmp_path):
    """Under the law of 2022 three CSTĐCS in a row come first; the register of the city begins early and ends late enough to tell."""
    settings.DEMONSTRATION_DAY, settings.MEDIA_ROOT = IN_2024, tmp_path / "files"
    offices = make_nominators(on=IN_2024)
    for year in (2011, 2023):
        make_honour(offices.city.organisation, decision_date=date(year + 1, 1, 5), achievement_year=year)
    submission = read_in(offices.unit, table(*GOOD), award="CSTD_TINH")
    assert (
        judged_rows(submission, reader=offices.unit.officer)[0].whys[1]
        == "Thiếu văn bản: Tờ trình; Báo cáo thành tích có xác nhận của cấp trình."
    )
    papers = [upload(PDF, "Bao cao thanh tich.pdf"), upload(small_pdf(trailer=b"/Place 2"), "To trinh.pdf")]
    file_shared_papers(submission, papers, actor=offices.unit.officer)
    whys = {one.row.name: one.whys for one in judged_rows(submission, reader=offices.unit.officer)}
    assert set(whys) == {"Nguyễn Mây Xanh", "Trần Gió Êm"}
    (why,) = whys["Nguyễn Mây Xanh"]
    assert why.startswith("Chưa đạt điều kiện: Có 3 lần liên tục được tặng danh hiệu “Chiến sĩ thi đua cơ sở”.")


def test_a_paper_of_the_list_lies_in_each_draft_once(offices):
    make_rules_of(make_leveled("KT_TINH"), blocks=("achievement_report",))
    submission = read_in(offices.unit, table(*GOOD, LACKING))
    report, no_pdf = upload(PDF, "Bao cao thanh tich.pdf"), upload(b"<html>", "gia.pdf")
    done = file_shared_papers(submission, [report, no_pdf], actor=offices.unit.officer)
    assert done.filed == (("Bao cao thanh tich.pdf", 3),)
    assert [name for name, _sentence in done.refused] == ["gia.pdf"]
    again_sent = file_shared_papers(submission, [upload(PDF, "Bao cao thanh tich.pdf")], actor=offices.unit.officer)
    assert again_sent.filed == (("Bao cao thanh tich.pdf", 0),)
    assert {one.kind for one in NominationPaper.objects.all()} == {"achievement_report"}
    assert len(set(NominationPaper.objects.values_list("file", flat=True))) == 1
    assert [one.outcome for one in judged_rows(submission, reader=offices.unit.officer)] == [
        Outcome.READY,
        Outcome.READY,
        Outcome.KEPT,
    ]


def test_a_list_that_nobody_sent_is_withdrawn_with_its_drafts(offices, award):
    content = table(*GOOD)
    submission = read_in(offices.unit, content)
    order_withdrawal(submission, why="Nhầm tệp", actor=offices.unit.officer)
    work()
    assert (again(submission).state, states()) == ("withdrawn", ["withdrawn", "withdrawn"])
    second = read_in(offices.unit, content)
    assert second.pk != submission.pk
    order_sending(second, actor=offices.unit.approver)
    work()
    with pytest.raises(Refusal, match="Đã nộp các hồ sơ đủ điều kiện"):
        order_withdrawal(again(second), why="Nhầm", actor=offices.unit.officer)


def test_the_pages_say_what_became_of_each_row(offices, award):
    page = signed_in(offices.unit.officer)
    assert "Chưa có danh sách" in words(page.get(reverse("awards:submissions")))
    url = reverse("awards:submission-new")
    said = {"organisation": offices.unit.organisation.pk, "award": "KT_TINH", "subject_kind": "individual"}

    def sent(content, name="danh-sach.xlsx"):
        return page.post(url, said | {"file": SimpleUploadedFile(name, content)})

    assert "Tối đa 300 dòng" in words(page.get(url))
    assert sent(b"%PDF-1.4 khong phai bang").status_code == 422
    waiting = sent(table(("<b>Lê Sóng</b>", "1980", "", "Phòng A", "")))["Location"]
    assert "Đọc danh sách" in words(page.get(waiting)), "the work is shown while it waits"
    work()
    none = words(page.get(waiting))
    assert "Chưa lập hồ sơ nào: dòng nào cũng còn thiếu sót." in none
    assert "Lê Sóng" in none
    assert "<b>Lê" not in none
    one = sent(table(*GOOD, LACKING), "hai.xlsx")["Location"]
    work()
    text = words(page.get(one))
    assert "3 dòng có đối tượng đề nghị: 2 đủ điều kiện nộp, 1 giữ lại để bổ sung." in text
    assert "Lãnh đạo duyệt của đơn vị nộp các hồ sơ đủ điều kiện." in text
    assert "Nộp 2 hồ sơ đủ điều kiện" not in text
    assert "Nộp 2 hồ sơ đủ điều kiện" in words(signed_in(offices.unit.approver).get(one))
    kept = words(page.get(f"{one}?loai=giu-lai"))
    assert "Vũ Rừng Sâu" in kept
    assert "Trần Gió Êm" not in kept
    assert signed_in(offices.city.officer).get(one).status_code == 404


def test_the_page_asks_the_same_number_of_questions_however_many_rows(offices):
    make_rules_of(make_leveled("CSTD_TINH"), rules=(RuleCode.CSTD_TINH_CHAIN, RuleCode.EXECUTIVE))
    rows = [(f"Nguyễn Mây {chr(65 + n)}", "12/4/1985", "", f"Phòng {n}", ACHIEVED) for n in range(12)]
    page = signed_in(offices.unit.approver)
    asked = []
    for number in (3, 12):
        submission = read_in(offices.unit, table(*rows[:number]), award="CSTD_TINH", name=f"{number}.xlsx")
        page.get(submission.get_absolute_url())
        with CaptureQueriesContext(
            connection,
        ) as queries:
            page.get(submission.get_absolute_url())
        asked.append(len(queries))
    assert asked[0] == asked[1] < 60
