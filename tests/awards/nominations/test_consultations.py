"""Bodies consulted on a dossier: asked by the desk, answering in their days or after them, silent without harm."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from awards.duties import duties
from awards.models import Consultation
from awards.nominations.actions.consulting import (
    AnswerSaid,
    BodyAsked,
    answer_consultation,
    ask_bodies,
    enter_answer,
    take_question_back,
)
from awards.nominations.actions.steps import take_step
from awards.nominations.duties import NominationDuty
from awards.nominations.models.standing import standing_of
from awards.nominations.rules.consulting import Told
from awards.procedures.rules.terms import Consulted, Effect, PaperKind, Stage
from emulation.core.errors import Refusal
from emulation.core.models import AuditEntry
from emulation.core.period import Period
from tests.awards.nominations.make import (
    UNTIL,
    again,
    asked,
    make_nomination,
    make_nominators,
    make_office,
    taken_up,
    with_paper,
)
from tests.awards.nominations.test_pages import at, signed_in, words
from tests.awards.procedures.make import make_calendar_year
from tests.clusters.attachments.make import PDF, small_pdf, upload
from tests.clusters.organisations.make import make_organisation
from tests.periods import DAY

pytestmark = pytest.mark.django_db
AGREES = AnswerSaid("agrees")


@pytest.fixture(autouse=True)
def day(settings):
    settings.DEMONSTRATION_DAY = DAY


@pytest.fixture
def offices():
    return make_nominators()


@pytest.fixture
def tax(offices):
    """A unit of the city that is asked, with its two people."""
    return make_office(make_organisation(name="Chi cục Thử", kind="unit", parent=offices.city.organisation))


@pytest.fixture
def nomination(offices):
    return taken_up(make_nomination(offices.unit), offices.unit, offices.city)


def refusal_of(deed) -> str:
    with pytest.raises(Refusal) as refused:
        deed()
    return str(refused.value)


def letter(**said) -> AnswerSaid:
    return AnswerSaid(**{"opinion": "agrees", "number": "45/CV-CT", "dated": DAY, "scan": upload(PDF, "cv.pdf")} | said)


def put(nomination, offices):
    return take_step(again(nomination), "put_to_council", actor=offices.city.officer)


def test_the_days_are_the_procedure_s_working_days_and_a_body_s_own_before_those_of_the_stage(nomination, offices):
    procedure = nomination.award.procedures.get()
    procedure.stages.create(position=15, stage=Stage.CONSULT, body="consulted_body", days=10)
    procedure.consultations.create(position=10, kind=Consulted.TAX, days=3)
    make_calendar_year(2023, off=[date(2023, 7, 12)])
    make_calendar_year(2024, off=[])
    made = ask_bodies(
        nomination,
        [BodyAsked(Consulted.TAX, None, "Cục Thuế"), BodyAsked(Consulted.POLICE, None, "Công an")],
        question="",
        until=None,
        actor=offices.city.officer,
    )
    assert [(one.due_on, one.days) for one in made] == [(date(2023, 7, 14), 3), (date(2023, 7, 25), 10)]


def test_without_reckoned_days_the_desk_sets_the_day_and_never_one_before_checked_days(nomination, offices):
    def ask(until, kind=Consulted.TAX):
        return refusal_of(lambda: asked(nomination, offices.city, name="Cục Thuế", kind=kind, until=until))

    assert "hơn một năm" in ask(date(2099, 1, 1))
    assert "không quy định số ngày trả lời" in ask(None)
    procedure = nomination.award.procedures.get()
    procedure.consultations.create(position=10, kind=Consulted.TAX, days=5, verified=True, provision="Điều thử")
    assert "Ngày nghỉ năm 2023 chưa nhập" in ask(None)
    make_calendar_year(2023, off=[])
    assert "đến hết ngày 17/07/2023; không đặt hạn sớm hơn" in ask(date(2023, 7, 14))
    assert "đã qua" in ask(DAY - timedelta(days=1))


def test_the_dossier_waits_in_the_days_and_goes_on_in_words_after_silence(nomination, offices, tax, settings):
    asked(nomination, offices.city, body=tax.organisation)
    assert refusal_of(lambda: put(nomination, offices)) == (
        "Còn chờ ý kiến đến hết ngày 21/07/2023: Chi cục Thử. Quá ngày đó hồ sơ được tiếp tục."
    )
    settings.DEMONSTRATION_DAY = UNTIL
    assert "Còn chờ ý kiến" in refusal_of(lambda: put(nomination, offices)), "its last day still counts"
    settings.DEMONSTRATION_DAY = UNTIL + timedelta(days=1)
    page = words(signed_in(offices.city.officer).get(at("", nomination)))
    assert "Hết ngày 21/07/2023 không trả lời: hồ sơ được tiếp tục." in page
    assert "Quá hạn không trả lời" in page
    moved = put(nomination, offices)
    silence = "1 cơ quan được lấy ý kiến không trả lời trong thời hạn; hồ sơ được tiếp tục."
    assert moved.steps.first().why == silence
    assert AuditEntry.objects.get(verb="awards.put_to_council_nomination").why == silence


def test_a_late_answer_is_kept_and_marked(nomination, offices, tax, settings):
    question = asked(nomination, offices.city, body=tax.organisation)
    settings.DEMONSTRATION_DAY = UNTIL + timedelta(days=3)
    put(nomination, offices)
    answer_consultation(question, AnswerSaid("disagrees", "Còn nợ thuế"), actor=tax.officer)
    kept = Consultation.objects.get()
    assert (kept.told(DAY), kept.reason, kept.answered_on) == (Told.LATE, "Còn nợ thuế", date(2023, 7, 24))
    page = words(signed_in(offices.city.officer).get(at("", nomination)))
    for said in ("Không đồng ý", "Còn nợ thuế", "Trả lời muộn", "Trả lời ngày 24/07/2023", "hạn là ngày 21/07/2023"):
        assert said in page, said


def test_who_does_not_agree_says_why_and_an_answer_is_given_once(nomination, offices, tax):
    question = asked(nomination, offices.city, body=tax.organisation)
    assert "ghi rõ lý do" in refusal_of(
        lambda: answer_consultation(question, AnswerSaid("disagrees"), actor=tax.officer)
    )
    assert "Vui lòng chọn" in refusal_of(lambda: answer_consultation(question, AnswerSaid(""), actor=tax.officer))
    answer_consultation(question, AnswerSaid("no_opinion"), actor=tax.approver)
    assert "đã trả lời ngày 10/07/2023" in refusal_of(lambda: answer_consultation(question, AGREES, actor=tax.officer))
    assert put(nomination, offices).state == "council"


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"number": " "}, "số công văn"),
        ({"dated": None}, "ngày của công văn"),
        ({"dated": DAY + timedelta(days=1)}, "ghi ngày 11/07/2023, sau hôm nay"),
        ({"dated": DAY - timedelta(days=1)}, "trước ngày gửi lấy ý kiến 10/07/2023"),
        ({"scan": None}, "bản chụp công văn"),
        ({"scan": upload(b"MZ", "cv.pdf")}, "không phải PDF"),
        ({"opinion": "disagrees"}, "ghi rõ lý do"),
    ],
)
def test_what_lacks_of_an_answer_on_paper_is_said_and_nothing_is_kept(nomination, offices, said, sentence):
    question = asked(nomination, offices.city, name="Cục Thuế thành phố")
    assert sentence in refusal_of(lambda: enter_answer(question, letter(**said), actor=offices.city.officer))
    assert Consultation.objects.get().is_open


def test_the_desk_enters_the_letter_of_a_body_without_account_and_the_checklist_counts_it(nomination, offices):
    papers = nomination.award.procedures.get().papers
    papers.create(position=90, kind=PaperKind.TAX_CONFIRMATION, effect=Effect.BLOCKS, verified=True, provision="Điều")
    question = asked(nomination, offices.city, name="Cục Thuế thành phố")

    def tax_line():
        lines = standing_of(again(nomination), on=DAY).lines
        return next(line for line in lines if line.asked.kind is PaperKind.TAX_CONFIRMATION)

    assert tax_line().hinders
    kept = enter_answer(question, letter(), actor=offices.city.officer)
    assert (kept.number, kept.answered_on, kept.file_name) == ("45/CV-CT", DAY, "cv.pdf")
    assert (tax_line().is_there, tax_line().hinders) == (True, False)
    page = signed_in(offices.city.officer).get(reverse("awards:consultation-scan", args=[kept.pk]))
    assert b"".join(page.streaming_content) == PDF


def test_nobody_is_asked_about_itself_twice_or_in_the_place_of_an_ended_body(nomination, offices, tax):
    def ask(**said):
        return refusal_of(lambda: asked(nomination, offices.city, **said))

    gone = make_organisation(name="Sở Cũ", parent=offices.city.organisation, during=Period(None, date(2023, 1, 1)))
    assert "đơn vị trình hoặc được đề nghị khen" in ask(body=offices.unit.organisation)
    assert "đang ở chính" in ask(body=offices.city.organisation)
    assert "không còn hoạt động" in ask(body=gone)
    assert "tên cơ quan" in ask()
    asked(nomination, offices.city, body=tax.organisation)
    assert "đã được hỏi" in ask(body=tax.organisation)
    with pytest.raises(Refusal, match="Chỉ nơi đang thẩm định"):
        asked(nomination, offices.unit, name="Cục Thuế")


def test_a_question_taken_back_is_waited_for_no_more_and_shows_nothing(nomination, offices, tax):
    question = asked(nomination, offices.city, body=tax.organisation)
    take_question_back(question, why="Đã có xác nhận", actor=offices.city.officer)
    assert "đã được rút" in refusal_of(lambda: answer_consultation(question, AGREES, actor=tax.officer))
    page = words(signed_in(tax.officer).get(question.get_absolute_url()))
    assert "Đã rút yêu cầu" in page
    assert nomination.summary not in page
    assert put(nomination, offices).state == "council"


def test_the_body_hears_of_it_with_days_left_until_the_dossier_has_gone_on(nomination, offices, tax):
    question = asked(nomination, offices.city, body=tax.organisation)

    def waiting(actor):
        return [duty for duty in duties(actor, DAY) if duty.kind == NominationDuty.ANSWER]

    for actor in (tax.officer, tax.approver):
        [duty] = waiting(actor)
        assert (duty.due, duty.url, duty.organisation) == (UNTIL, question.get_absolute_url(), tax.organisation.pk)
    assert waiting(offices.city.officer) == waiting(offices.unit.officer) == []
    take_step(again(nomination), "decline", why="Không đủ", actor=offices.city.approver)
    assert waiting(tax.officer) == []


def test_the_body_sees_what_it_may_of_the_dossier_and_the_nominator_no_opinion(offices, tax):
    nomination = make_nomination(offices.unit)
    report = with_paper(nomination, offices.unit.officer, name="Báo cáo thành tích.pdf")
    type(report).objects.filter(pk=report.pk).update(kind=PaperKind.ACHIEVEMENT_REPORT)
    other = with_paper(
        nomination, offices.unit.officer, name="Biên bản họp.pdf", content=small_pdf(trailer=b"/Place 2")
    )
    nomination = taken_up(nomination, offices.unit, offices.city)
    question = asked(nomination, offices.city, body=tax.organisation)
    client = signed_in(tax.officer)
    page = words(client.get(question.get_absolute_url()))
    for said in (nomination.name, nomination.summary, "Báo cáo thành tích.pdf", "Đề nghị cho ý kiến", "11 ngày"):
        assert said in page, said
    assert "Biên bản họp.pdf" not in page
    assert client.get(at("", nomination)).status_code == 404
    shown = client.get(reverse("awards:consultation-paper", args=[question.pk, report.pk]))
    assert b"".join(shown.streaming_content) == PDF
    for paper in (other.pk, 10**9):
        assert client.get(reverse("awards:consultation-paper", args=[question.pk, paper])).status_code == 404
    client.post(
        reverse("awards:consultation-answer", args=[question.pk]), {"opinion": "disagrees", "reason": "Nợ thuế"}
    )
    nominator = signed_in(offices.unit.officer)
    assert nominator.get(question.get_absolute_url()).status_code == 404
    assert "Nợ thuế" not in words(nominator.get(at("", nomination)))
    assert "Nợ thuế" in words(signed_in(offices.city.approver).get(at("", nomination)))
    stranger = signed_in(make_office(make_organisation(name="Sở Người Lạ", kind="unit")).officer)
    assert stranger.get(question.get_absolute_url()).status_code == 404


def test_the_board_reads_what_the_province_was_answered_and_not_the_other_way_round(offices, tax):
    nomination = taken_up(make_nomination(offices.unit, award="KT_NN"), offices.unit, offices.city)
    of_city = asked(nomination, offices.city, body=tax.organisation)
    answer_consultation(of_city, AGREES, actor=tax.officer)
    nomination = take_step(again(nomination), "forward", actor=offices.city.approver)
    nomination = take_step(nomination, "take_up", actor=offices.board.officer)
    of_board = asked(nomination, offices.board, name="Bộ Thử")

    def sees(office):
        return set(Consultation.objects.visible_to(office.officer).values_list("pk", flat=True))

    assert sees(offices.board) == {of_city.pk, of_board.pk}
    assert sees(offices.city) == {of_city.pk}


def test_several_are_asked_on_one_page_by_what_the_procedure_names(nomination, offices, tax):
    nomination.award.procedures.get().consultations.create(position=10, kind=Consulted.TAX)
    client, url = signed_in(offices.city.officer), at("-ask", nomination)
    page = words(client.get(url))
    assert "theo quy trình" in page
    assert "Sở Thử nghiệm" not in page.split("<form")[-1], "the nominator is not offered"
    nothing = client.post(url, {"until": "21/7/2023"})
    assert "Vui lòng chọn ít nhất một đơn vị" in words(nothing)
    both = client.post(url, {"body-0": tax.organisation.pk, "name-0": "Cục Thuế", "until": "21/7/2023"})
    assert "không làm cả hai" in words(both)
    typed = {"body-1": tax.organisation.pk, "name-0": "Cục Thuế thành phố", "question": "Nghĩa vụ thuế"}
    kept = words(client.post(url, typed))
    assert "Quy trình không quy định số ngày trả lời" in kept
    assert "Cục Thuế thành phố" in kept, "what was typed stays"
    done = client.post(url, typed | {"until": "21/7/2023"}, follow=True)
    assert "Đã gửi lấy ý kiến 2 cơ quan." in words(done)
    assert set(Consultation.objects.values_list("kind", "name")) == {
        ("tax", "Cục Thuế thành phố"),
        ("other", "Chi cục Thử"),
    }
    listed = words(signed_in(tax.officer).get(reverse("awards:consultations")))
    assert nomination.name in listed


def test_a_scan_too_large_is_told_and_what_was_typed_stays(nomination, offices, settings):
    settings.PAPER_UPLOAD_LIMIT = 1024 * 1024
    question = asked(nomination, offices.city, name="Cục Thuế")
    large = PDF.replace(b"%%EOF", b"%" * settings.PAPER_UPLOAD_LIMIT + b"\n%%EOF")
    answer = signed_in(offices.city.officer).post(
        reverse("awards:consultation-enter", args=[question.pk]),
        {"opinion": "agrees", "number": "45/CV", "dated": "10/7/2023", "scan": upload(large, "cv.pdf")},
    )
    assert answer.status_code == 422
    assert "lớn hơn 1 MB" in words(answer)
    assert "45/CV" in words(answer)
