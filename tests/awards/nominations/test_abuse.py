"""What somebody tries who means ill, or clicks twice: what is not theirs stays shut, and nothing is lost or doubled."""

import io
import zipfile
from datetime import date, timedelta

import pytest
from django.urls import reverse

from awards.models import Award, Nomination
from awards.nominations.actions.begin import begin_nomination
from awards.nominations.actions.comments import pin_comment
from awards.nominations.actions.papers import withdraw_paper
from awards.nominations.actions.steps import award_nomination, take_step
from awards.nominations.rules.terms import DossierPlace
from emulation.core.errors import Refusal
from emulation.core.models import User
from emulation.core.period import Period
from reports.nomination.material import nomination_material
from tests.at_once import second_while_first
from tests.awards.nominations.make import (
    LATE,
    NAME,
    again,
    make_leveled,
    make_nomination,
    make_nominators,
    make_office,
    make_rules_of,
    taken_up,
    with_paper,
)
from tests.awards.register.make import make_award, make_honour
from tests.clusters.attachments.make import PDF, upload
from tests.clusters.organisations.make import make_organisation, make_succession
from tests.periods import DAY
from tests.reading import client_in


@pytest.fixture(autouse=True)
def day(settings):
    settings.DEMONSTRATION_DAY = DAY


@pytest.fixture
def offices(db):
    return make_nominators()


def signed_in(actor):
    client = client_in("vi")
    client.force_login(User.objects.get(pk=actor.user_id), "django.contrib.auth.backends.ModelBackend")
    return client


def at(name, nomination, *args):
    return reverse(f"awards:nomination{name}", args=[nomination.pk, *args])


def test_a_comment_that_is_not_sent_yet_is_not_read_by_its_number(offices):
    nomination = taken_up(make_nomination(offices.unit), offices.unit, offices.city)
    comment = pin_comment(nomination, DossierPlace.SUMMARY, text="Còn cân nhắc", actor=offices.city.officer)
    client, page = signed_in(offices.unit.officer), at("-answer", nomination, comment.pk)
    for answer in (client.get(page, follow=True), client.post(page, {"answer": ""}, follow=True)):
        assert "Còn cân nhắc" not in answer.content.decode()
        assert "Đang thẩm định" in answer.content.decode()
    take_step(nomination, "return", actor=offices.city.officer)
    assert "Còn cân nhắc" in client.get(page).content.decode()


def test_a_comment_on_a_paper_taken_out_is_still_there_to_be_answered(offices):
    nomination = make_nomination(offices.unit)
    paper = with_paper(nomination, offices.unit.officer, name="Bản cũ.pdf")
    nomination = taken_up(nomination, offices.unit, offices.city)
    pin_comment(nomination, DossierPlace.PAPERS, text="Thiếu dấu", paper=paper, actor=offices.city.officer)
    nomination = take_step(nomination, "return", actor=offices.city.officer)
    withdraw_paper(nomination, paper.pk, actor=offices.unit.officer)
    page = signed_in(offices.unit.officer).get(at("", nomination)).content.decode()
    assert "(Bản cũ.pdf): Thiếu dấu" in page


def test_a_paper_taken_out_is_not_opened_by_its_number(offices):
    nomination = make_nomination(offices.unit)
    paper = with_paper(nomination, offices.unit.officer)
    client = signed_in(offices.unit.officer)
    assert b"".join(client.get(at("-paper", nomination, paper.pk)).streaming_content) == PDF
    withdraw_paper(nomination, paper.pk, actor=offices.unit.officer)
    assert client.get(at("-paper", nomination, paper.pk)).status_code == 404


@pytest.mark.parametrize(
    ("name", "packed"),
    [
        ("Báo cáo: năm? *2022* =cmd|x.pdf", "van-ban/01-Báo cáo- năm- -2022- =cmd-x.pdf"),
        ("Đề nghị " * 40 + ".pdf", "van-ban/01-Đề nghị"),
    ],
)
def test_every_paper_of_the_file_set_can_be_unpacked(offices, name, packed):
    nomination = make_nomination(offices.unit)
    client = signed_in(offices.unit.officer)
    client.post(at("-papers", nomination), {"file": [upload(PDF, name)]})
    sent = client.get(reverse("reports:nomination-files", args=[nomination.pk]))
    members = zipfile.ZipFile(io.BytesIO(b"".join(sent.streaming_content))).namelist()
    found = next(member for member in members if member.startswith("van-ban/"))
    assert found.startswith(packed)
    assert found.endswith(".pdf")
    assert len(found.encode()) < 200


def test_the_letter_prints_no_honour_that_was_revoked(offices):
    nomination = make_nomination(offices.unit)
    honour = make_honour(offices.city.organisation, name=NAME, subject_kind="collective", unit="")
    assert nomination_material(nomination, actor=offices.city.officer, on=DAY).received
    type(honour).objects.filter(pk=honour.pk).update(status="revoked")
    assert not nomination_material(nomination, actor=offices.city.officer, on=DAY).received


@pytest.fixture
def before_the_council(offices):
    nomination = taken_up(make_nomination(offices.unit), offices.unit, offices.city)
    return take_step(nomination, "put_to_council", actor=offices.city.officer)


@pytest.mark.parametrize(
    ("dated", "why", "said"),
    [
        (date(1900, 1, 1), LATE, "trước ngày kết thúc thời gian lập thành tích là 31/12/2022"),
        (DAY + timedelta(days=1), LATE, "11/07/2023, sau hôm nay"),
        (date(2023, 2, 1), LATE, "Ngày 01/02/2023 không có “Khen thưởng thử” trong danh mục"),
        (DAY - timedelta(days=1), "", "09/07/2023, nhưng hồ sơ trình Hội đồng ngày 10/07/2023. Vui lòng nêu lý do"),
    ],
)
def test_a_decision_of_an_impossible_day_or_unexplained_before_the_sending_is_refused(
    offices, before_the_council, dated, why, said
):
    Award.objects.filter(pk=before_the_council.award_id).update(during=Period(date(2023, 3, 1), None))
    with pytest.raises(Refusal, match=said):
        award_nomination(again(before_the_council), number="1/QĐ-UBND", day=dated, why=why, actor=offices.city.approver)


def test_why_a_dossier_came_in_after_its_decision_is_kept_with_the_step_and_shown(offices, before_the_council):
    leader, page = signed_in(offices.city.approver), at("-decision", before_the_council)
    said = {"number": "1/QĐ-UBND", "day": "09/07/2023"}
    assert "Vui lòng nêu lý do" in leader.post(page, said).content.decode()
    leader.post(page, said | {"why": LATE})
    assert before_the_council.steps.get(name="award").why == LATE
    assert LATE in leader.get(at("", before_the_council)).content.decode()


def test_markup_is_no_number_of_a_decision_and_a_hidden_sign_is_none_of_it(offices):
    nomination = taken_up(make_nomination(offices.unit), offices.unit, offices.city)
    nomination = take_step(nomination, "put_to_council", actor=offices.city.officer)
    with pytest.raises(Refusal, match="không có dấu “<” và “>”"):
        award_nomination(nomination, number="12<b>/QĐ-UBND", day=DAY, actor=offices.city.approver)
    decided = award_nomination(nomination, number="12/\u202eQĐ\u200b-UBND", day=DAY, actor=offices.city.approver)
    assert decided.honour.decision_number == "12/QĐ-UBND"


def test_nobody_is_born_later_this_year(offices):
    nomination = make_nomination(offices.unit, kind="individual", name="Trần Văn Mẫu")
    sent = {"text-birth": "31/12/2023", "seen-birth": ""}
    answer = signed_in(offices.unit.officer).post(at("-save", nomination), sent, headers={"HX-Request": "true"})
    assert answer.status_code == 409
    assert "Ngày sinh sau hôm nay" in answer.content.decode()


@pytest.mark.parametrize("number", ["9" * 5000, "9" * 19, "\u00b2", "-1", "\x00"])
def test_numbers_that_no_row_can_have_are_answered_in_words(offices, number):
    nomination = make_nomination(offices.unit)
    client = signed_in(offices.unit.officer)
    choice = {"organisation": number, "choice": f"KT_TINH{number}:collective"}
    assert client.post(reverse("awards:nomination-begin"), choice).status_code == 422
    chosen = client.post(at("-subject", nomination), {"subject": f"body:{number}"}, follow=True)
    assert "Vui lòng tìm lại" in chosen.content.decode()
    taken_up(nomination, offices.unit, offices.city)
    pin = signed_in(offices.city.officer).get(at("-comment", nomination, "papers"), {"van-ban": number})
    assert pin.status_code == 404


def test_forged_requests_are_answered_in_a_sentence_and_change_nothing(offices):
    """A merged unit as nominator, an award out of force that day, a period that runs backwards, a day too late."""
    unit, begin = offices.unit, reverse("awards:nomination-begin")
    officer, approver = signed_in(unit.officer), signed_in(unit.approver)
    make_rules_of(make_leveled("KT_TINH"))
    gone = make_award("BK_CU", during=Period(None, date(2023, 7, 1)))
    answer = officer.post(begin, {"organisation": unit.organisation.pk, "choice": f"{gone.code}:collective"})
    assert answer.status_code == 422
    assert "không được trao tặng" in answer.content.decode()
    merged = make_organisation(name="Sở Cũ", during=Period(None, date(2023, 3, 1)), parent=offices.city.organisation)
    make_succession(predecessor=merged, successor=unit.organisation, day=date(2023, 3, 1))
    heirs = signed_in(make_office(unit.organisation).officer)
    answer = heirs.post(begin, {"organisation": merged.pk, "choice": "KT_TINH:collective"})
    assert answer.status_code == 422
    assert f"Hãy lập hồ sơ cho {unit.organisation}" in answer.content.decode()
    assert not Nomination.objects.exists()
    nomination = make_nomination(unit, until=(31, 3))
    answer = officer.post(at("-save", nomination), {"text-last_day": "31/12/2021", "seen-last_day": "31/12/2022"})
    assert answer.status_code == 409
    assert "đứng trước ngày bắt đầu 01/01/2022" in answer.content.decode()
    nomination.award.procedures.get().stages.filter(stage="submit").update(
        until_day=31, until_month=3, verified=True, provision="Điều thử"
    )
    answer = approver.post(at("-approver-step", nomination, "nop"), follow=True)
    assert "31/03/2023" in answer.content.decode()
    nomination.refresh_from_db()
    assert (nomination.state, nomination.achieved_to) == ("draft", date(2022, 12, 31))


def test_two_clicks_on_an_award_begin_one_dossier(own_database):
    offices = make_nominators()
    make_rules_of(make_leveled("KT_TINH"))

    def click():
        award = Award.objects.get(code="KT_TINH")
        return begin_nomination(
            offices.unit.organisation, award=award, subject_kind="collective", actor=offices.unit.officer
        )

    second_while_first(click, click)
    assert Nomination.objects.count() == 1
    Nomination.objects.update(name="Phòng Một")
    click()
    assert Nomination.objects.count() == 2
