"""The pages of dossiers: what is shown, to whom, what a box saves, what a forged address is worth."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from awards.models import Nomination, Subject
from awards.nominations.actions.steps import take_step
from awards.nominations.duties import nomination_duties
from awards.nominations.rules.terms import AchievementOrigin
from awards.procedures.models.wording import PAPERS
from awards.procedures.rules.rule_codes import RuleCode
from awards.procedures.rules.terms import Effect, PaperKind
from clusters.figures.rules.terms import SheetState
from emulation.core.models import User
from emulation.core.period import Period
from tests.awards.nominations.make import (
    NAME,
    again,
    make_leveled,
    make_nomination,
    make_nominators,
    make_office,
    make_rules_of,
    returned,
    sent,
    taken_up,
    with_paper,
)
from tests.awards.procedures.make import make_procedure
from tests.awards.records.make import make_declared, make_subject, names_of
from tests.awards.register.make import make_honour
from tests.clusters.attachments.make import PDF, small_pdf, upload
from tests.clusters.figures.make import City, in_state, make_figure, make_indicator
from tests.clusters.membership.make import make_cluster_year, make_membership, make_post
from tests.clusters.pacts.make import in_force, make_pact, set_target
from tests.clusters.regulation.make import make_scheme
from tests.clusters.results.make import make_year_result
from tests.periods import DAY
from tests.reading import client_in

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


@pytest.fixture(autouse=True)
def day(settings):
    settings.DEMONSTRATION_DAY = DAY


@pytest.fixture
def offices():
    return make_nominators()


def signed_in(actor):
    client = client_in("vi")
    client.force_login(User.objects.get(pk=actor.user_id), "django.contrib.auth.backends.ModelBackend")
    return client


def words(response) -> str:
    return re.sub(r"\s+", " ", response.content.decode())


def at(name, nomination, *more) -> str:
    return reverse(f"awards:nomination{name}", args=[nomination.pk, *more])


def test_a_dossier_is_begun_filled_and_sent_in_six_clicks(offices):
    """New dossier, award, subject, papers, send, confirm: by one person with both parts."""
    make_rules_of(make_leveled("KT_TINH"))
    client = signed_in(offices.unit.officer)
    answer = client.post(
        reverse("awards:nomination-begin"),
        {"organisation": offices.unit.organisation.pk, "choice": "KT_TINH:collective"},
    )
    nomination = Nomination.objects.get()
    assert answer["Location"] == at("", nomination)
    assert (nomination.achieved_from, nomination.achieved_to) == (date(2022, 1, 1), date(2022, 12, 31))
    found = client.get(at("-subject", nomination), {"q": "so thu"}, headers=HTMX)
    key = re.search(r'name="subject" value="([^"]+)"', words(found))[1]
    client.post(at("-subject", nomination), {"subject": key})
    assert again(nomination).name == offices.unit.organisation.name
    answer = client.post(
        at("-papers", nomination), {"file": [upload(PDF, "Tờ trình.pdf"), upload(b"MZ", "thành tích.pdf")]}, follow=True
    )
    assert "thành tích.pdf: Tệp không phải PDF" in words(answer)
    assert "loại đoán theo tên tệp" in words(answer)
    client.post(at("-save", nomination), {"text-summary": "Vượt kế hoạch", "seen-summary": ""}, headers=HTMX)
    approver = signed_in(offices.unit.approver)
    before = words(approver.get(at("-approver-step", nomination, "nop")))
    assert "Khi nộp, đồng chí xác nhận loại của 1 văn bản" in before
    approver.post(at("-approver-step", nomination, "nop"))
    assert again(nomination).state == "submitted"
    twice = approver.post(at("-approver-step", nomination, "nop"), follow=True)
    assert "Hồ sơ đang ở trạng thái “Đã gửi, chưa tiếp nhận”" in words(twice)


def test_an_award_is_begun_by_one_click_and_what_cannot_be_begun_says_why(offices):
    make_rules_of(make_leveled("KT_TINH"))
    client, begin = signed_in(offices.unit.officer), reverse("awards:nomination-begin")
    assert 'value="KT_TINH:household"' in words(client.get(begin))
    wrong = {
        "KT_TINH:": "Vui lòng chọn đối tượng",
        "KHONG_CO:collective": "Vui lòng chọn danh hiệu",
        "": "Vui lòng chọn danh hiệu",
    }
    for choice, said in wrong.items():
        answer = client.post(begin, {"organisation": offices.unit.organisation.pk, "choice": choice})
        assert answer.status_code == 422
        assert said in words(answer)
    other = client.post(begin, {"organisation": offices.city.organisation.pk, "choice": "KT_TINH:collective"})
    assert "Chỉ chuyên viên của đơn vị được lập hồ sơ" in words(other)
    assert not Nomination.objects.exists()


def test_what_hinders_sending_stands_beside_the_button_and_goes_as_the_box_is_saved(offices):
    nomination = make_nomination(offices.unit, whole=False)
    client = signed_in(offices.unit.officer)
    assert "Vui lòng ghi đối tượng đề nghị." in words(client.get(at("", nomination)))
    saved = client.post(at("-save", nomination), {"text-name": "Phòng Thử", "seen-name": ""}, headers=HTMX)
    page = words(saved)
    assert 'id="state-name"' in page
    assert "Vui lòng nhập thành tích hoặc viết tóm tắt." in page
    client.post(at("-save", nomination), {"text-summary": "Vượt kế hoạch", "seen-summary": ""}, headers=HTMX)
    assert "Trình lãnh đạo duyệt</button>" in words(client.get(at("", nomination)))


def test_a_name_typed_by_hand_is_followed_by_its_conditions_honours_and_likely_duplicates(offices):
    city = offices.city.organisation
    make_honour(city, award="KT_TINH", decision_number="7/QĐ-UBND", **names_of("Võ Trăng Sớm", "", is_person=True))
    make_nomination(offices.unit, kind="individual", name="Võ Trăng Sớm", rules=[RuleCode.DISCIPLINE])
    nomination = make_nomination(offices.unit, kind="individual", whole=False)
    client = signed_in(offices.unit.officer)
    before = words(client.get(at("", nomination)))
    saved = words(client.post(at("-save", nomination), {"text-name": "vo trang som", "seen-name": ""}, headers=HTMX))
    after = words(client.get(at("", nomination)))
    for said in ("Không bị kỷ luật", "7/QĐ-UBND", "Có thể trùng"):
        assert (said in before, said in saved, said in after) == (False, True, True)
    left = client.post(at("-save", nomination), {"text-summary": "Vượt kế hoạch", "seen-summary": ""}, headers=HTMX)
    assert 'id="alike"' not in words(left)


def test_a_typed_name_is_followed_by_where_the_page_says_it_and_by_what_is_made_of_the_dossier(offices):
    nomination = make_nomination(offices.unit, whole=False)
    client = signed_in(offices.unit.officer)
    made = (
        reverse("reports:nomination-paper", args=[nomination.pk, "pdf"]),
        reverse("reports:nomination-files", args=[nomination.pk]),
    )
    before = words(client.get(at("", nomination)))
    saved = words(client.post(at("-save", nomination), {"text-name": "Phòng Thử", "seen-name": ""}, headers=HTMX))
    assert '<li class="breadcrumb-item active" aria-current="page" id="dossier-here">Phòng Thử</li>' in saved
    assert 'id="dossier-letters"' in before
    assert [(url in before, url in saved) for url in made] == [(False, True)] * 2


def test_the_papers_follow_the_time_of_the_achievement_as_it_is_saved(offices):
    """The version of the procedure is that of the day on which the achievement ended."""
    award = make_rules_of(make_leveled("KT_TINH"))
    older = award.procedures.get()
    ends = date(2022, 7, 1)
    type(older).objects.filter(pk=older.pk).update(during=Period(None, ends), deciding_day="achievement_end")
    newer = make_procedure(award=award, during=Period(ends, None), deciding_day="achievement_end")
    newer.papers.create(position=40, kind=PaperKind.TAX_CONFIRMATION, effect=Effect.WARNS)
    nomination = make_nomination(offices.unit, award=award)
    client = signed_in(offices.unit.officer)
    asked, box = str(PAPERS[PaperKind.TAX_CONFIRMATION]), at("-save", nomination)
    assert f"<strong>{asked}</strong>" in words(client.get(at("", nomination)))
    answer = words(client.post(box, {"text-last_day": "31/05/2022", "seen-last_day": "31/12/2022"}, headers=HTMX))
    assert 'id="checklist"' in answer
    assert 'id="whereabouts-card"' in answer
    assert f"<strong>{asked}</strong>" not in answer
    named = words(client.post(box, {"text-name": "Phòng Khác", "seen-name": nomination.name}, headers=HTMX))
    assert 'id="checklist"' not in named


def test_the_papers_follow_the_group_of_the_person_as_it_is_saved(offices):
    award = make_rules_of(make_leveled("KT_TINH"))
    award.procedures.get().papers.create(position=40, kind=PaperKind.TAX_CONFIRMATION, effect=Effect.WARNS)
    nomination = make_nomination(offices.unit, award=award, kind="individual", name="Võ Trăng Sớm")
    client, asked = signed_in(offices.unit.officer), f"<strong>{PAPERS[PaperKind.TAX_CONFIRMATION]}</strong>"
    assert asked not in words(client.get(at("", nomination)))
    chosen = {"text-target_group": "entrepreneur", "seen-target_group": ""}
    assert asked in words(client.post(at("-save", nomination), chosen, headers=HTMX))


def test_who_is_nominated_comes_into_the_book_of_records_with_what_the_dossier_knows(offices):
    nomination = make_nomination(offices.unit, kind="individual", name="Võ Trăng Sớm")
    Nomination.objects.filter(pk=nomination.pk).update(
        **names_of("Võ Trăng Sớm", "Phòng A", is_person=True), position="Trưởng phòng", target_group="other_executive"
    )
    client, enter = signed_in(offices.unit.officer), at("-record", nomination)
    assert enter in words(client.get(at("", nomination)))
    form = client.get(enter).context["form"]
    sent = {name: form[name].value() for name in form.fields}
    assert (sent["name"], sent["unit"], sent["position"]) == ("Võ Trăng Sớm", "Phòng A", "Trưởng phòng")
    shown = {name: form[name].field.prepare_value(value) for name, value in sent.items() if value}
    client.post(enter, shown | {"organisation": offices.unit.organisation.pk})
    assert Subject.objects.get().recipient_key == again(nomination).recipient_key
    assert client.get(enter)["Location"] == Subject.objects.get().get_absolute_url()


def test_what_the_subject_declares_stands_in_its_history_as_declared(offices):
    nomination = make_nomination(offices.unit, kind="individual", name="Võ Trăng Sớm")
    known = names_of("Võ Trăng Sớm", "Phòng A", is_person=True)
    Nomination.objects.filter(pk=nomination.pk).update(**known)
    subject = make_subject(organisation=offices.unit.organisation, name="Võ Trăng Sớm", unit="Phòng A")
    make_declared(subject=subject, decision_number="45/QĐ-CTN")
    page = words(signed_in(offices.unit.officer).get(at("", nomination)))
    assert "45/QĐ-CTN" in page
    assert "Tự khai" in page


def test_each_form_of_the_page_carries_its_token(offices):
    nomination = make_nomination(offices.unit)
    with_paper(nomination, offices.unit.officer)
    nomination.achievements.create(text="Thành tích")
    page = signed_in(offices.unit.officer).get(at("", nomination)).content.decode()
    forms = re.findall(r'<form method="post".*?</form>', page, re.DOTALL)
    assert len(forms) > 5
    assert [form for form in forms if "csrfmiddlewaretoken" not in form] == []


def test_the_later_of_two_writers_is_shown_both_texts(offices):
    nomination = make_nomination(offices.unit)
    client = signed_in(offices.unit.officer)
    client.post(at("-save", nomination), {"text-unit": "Phòng A", "seen-unit": ""}, headers=HTMX)
    answer = client.post(at("-save", nomination), {"text-unit": "Phòng B", "seen-unit": ""}, headers=HTMX)
    assert answer.status_code == 409
    assert "Phòng A" in words(answer)
    assert "Phòng B" in words(answer)
    assert again(nomination).unit == "Phòng A"


def test_markup_in_a_name_is_refused_in_words_and_never_set(offices):
    nomination = make_nomination(offices.unit)
    client = signed_in(offices.unit.officer)
    sent_name = {"text-name": "<script>alert(1)</script>", "seen-name": NAME}
    answer = client.post(at("-save", nomination), sent_name, headers=HTMX)
    assert "Tên không có dấu “&lt;” và “&gt;”" in words(answer)
    assert "<script>alert(1)" not in words(answer)


def test_a_paper_of_another_dossier_is_not_there(offices):
    one, other = make_nomination(offices.unit), make_nomination(offices.unit, name="Phòng Khác")
    paper = with_paper(other, offices.unit.officer)
    client = signed_in(offices.unit.officer)
    shown = client.get(at("-paper", other, paper.pk))
    assert b"".join(shown.streaming_content) == PDF
    assert client.get(at("-paper", one, paper.pk)).status_code == 404
    for name in ("-paper-kind", "-paper-withdraw"):
        assert client.post(at(name, one, paper.pk), {"kind": ""}).status_code == 404
    stranger = signed_in(make_office(offices.board.organisation).officer)
    assert stranger.get(at("-paper", other, paper.pk)).status_code == 404


def test_a_scan_too_large_is_dropped_by_its_name_and_the_others_stand(offices, settings):
    settings.DOSSIER_PAPER_LIMIT = 1024 * 1024
    nomination = make_nomination(offices.unit)
    large = PDF.replace(b"%%EOF", b"%" * settings.DOSSIER_PAPER_LIMIT + b"\n%%EOF")
    answer = signed_in(offices.unit.officer).post(
        at("-papers", nomination),
        {"file": [upload(large, "quét 200 MB.pdf"), upload(PDF, "Tờ trình.pdf")]},
        follow=True,
    )
    assert "quét 200 MB.pdf: Tệp lớn hơn 1 MB" in words(answer)
    assert [paper.name for paper in nomination.papers.standing()] == ["Tờ trình.pdf"]


def test_papers_sent_one_by_one_by_the_page_are_answered_each_with_its_sentence(offices):
    nomination, client = make_nomination(offices.unit), signed_in(offices.unit.officer)
    good = client.post(at("-papers", nomination), {"file": upload(PDF, "Tờ trình.pdf")}, headers=HTMX)
    bad = client.post(at("-papers", nomination), {"file": upload(b"MZ", "thành tích.pdf")}, headers=HTMX)
    assert "Tờ trình.pdf: đã nộp vào hồ sơ" in words(good)
    assert "thành tích.pdf: Tệp không phải PDF" in words(bad)
    page = words(client.get(at("", nomination)))
    assert "trong một lần gửi không quá 60 MB" in page
    assert "đã nộp vào hồ sơ" not in page


def test_a_return_without_a_comment_says_to_pin_one(offices):
    nomination = taken_up(make_nomination(offices.unit), offices.unit, offices.city)
    client = signed_in(offices.city.officer)
    answer = client.post(at("-review-step", nomination, "tra-lai"), follow=True)
    assert "Cần ghi rõ nội dung phải bổ sung" in words(answer)
    client.post(at("-comment", nomination, "summary"), {"text": "Bổ sung số liệu"})
    assert "Bổ sung số liệu" not in words(signed_in(offices.unit.officer).get(at("", nomination)))
    client.post(at("-review-step", nomination, "tra-lai"))
    assert "Bổ sung số liệu" in words(signed_in(offices.unit.officer).get(at("", nomination)))


def test_a_returned_dossier_stands_first_with_who_returned_it_why_and_since_when(offices):
    officer = offices.unit.officer
    make_nomination(offices.unit, name="Phòng Đang soạn")
    back = returned(taken_up(make_nomination(offices.unit), offices.unit, offices.city), offices.city)
    first, other = nomination_duties(officer, DAY)
    assert (first.url, first.is_back, other.is_back) == (at("", back), True, False)
    said = f"Thành phố Thử trả lại ngày {DAY:%d/%m/%Y}. Nội dung cần hoàn thiện: “Bổ sung số liệu năm 2022”."
    assert said in first.why
    client = signed_in(officer)
    assert said in words(client.get(at("", back)))
    listed = words(client.get(reverse("awards:nominations")))
    assert listed.count("Đã trả lại, chờ hoàn thiện") == 1
    assert f"Thành phố Thử trả lại ngày {DAY:%d/%m/%Y}." in listed


def test_what_nobody_can_mend_is_told_before_what_is_missing(offices):
    nomination = make_nomination(offices.unit, whole=False, blocks=["achievement_report"], until=(1, 2))
    assert "Hạn nộp là" in words(signed_in(offices.unit.officer).get(at("", nomination)))


def test_whoever_has_no_part_in_it_sees_no_button(offices):
    nomination = returned(taken_up(make_nomination(offices.unit), offices.unit, offices.city), offices.city)
    page = words(signed_in(offices.city.officer).get(at("", nomination)))
    assert "Không có việc chờ ở đây." in page
    assert offices.unit.organisation.name in page
    assert "chưa trả lời" in page


def test_the_register_and_earlier_dossiers_answer_while_typing_without_accents(offices):
    make_honour(offices.city.organisation, name="Trường Tiểu học Hoa Sen", subject_kind="collective", unit="Quận Thử")
    make_nomination(offices.unit, name="Trường Trung học Hoa Sen")
    nomination = make_nomination(offices.unit, whole=False)
    page = words(signed_in(offices.unit.officer).get(at("-subject", nomination), {"q": "HOA SEN"}, headers=HTMX))
    assert "Trường Tiểu học Hoa Sen" in page
    assert "sổ khen thưởng" in page
    assert "Trường Trung học Hoa Sen" in page
    assert "hồ sơ trước đây" in page
    nobody = words(signed_in(offices.unit.officer).get(at("-subject", nomination), {"q": "khong co"}, headers=HTMX))
    assert "Chưa có đối tượng nào tên như vậy." in nobody


def test_a_likely_duplicate_is_named_with_the_reason(offices):
    make_nomination(offices.unit)
    page = words(signed_in(offices.unit.officer).get(at("", make_nomination(offices.unit))))
    assert "Có thể trùng" in page
    assert "cùng đối tượng, danh hiệu, thời gian trùng nhau" in page


def test_a_frozen_result_of_a_closed_year_offers_a_dossier_with_the_results_of_the_pact(offices):
    city = City(offices.city.organisation, offices.city.officer, offices.city.approver)
    year = make_cluster_year(year=2022)
    make_membership(cluster=year.cluster, organisation=city.organisation)
    make_post(cluster_year=year, organisation=city.organisation)
    city = City(city.organisation, *(again_actor(one) for one in (city.officer, city.approver)))
    indicator = make_indicator(name="Số phong trào")
    make_scheme(cluster_year=year, adopted=True)
    pact = make_pact(year, city)
    set_target(pact, city, indicator, {city: "8"})
    in_force(pact, city, [city])
    figure = make_figure(cluster_year=year, organisation=city.organisation, indicator=indicator, half=0, value="9")
    in_state(figure.sheet, SheetState.ACCEPTED)
    result = make_year_result(cluster_year=year, places=[(city.organisation, 950)], acclaimed=city.organisation)
    type(year).objects.filter(pk=year.pk).update(closed_on=date(2023, 4, 1))
    make_rules_of(make_leveled("KT_NN"))
    client = signed_in(city.officer)
    begin = reverse("awards:nomination-from-result", args=[result.places.get().pk])
    assert begin in words(client.get(result.get_absolute_url()))
    form = words(client.get(begin))
    assert "hạng 1" in form
    assert "950 điểm" in form
    assert "được suy tôn đơn vị dẫn đầu" in form
    listed = words(client.get(reverse("awards:nomination-begin")))
    assert "Theo kết quả đã chốt" in listed
    assert begin in listed
    client.post(begin, {"award": "KT_NN"})
    assert begin not in words(client.get(reverse("awards:nomination-begin")))
    nomination = Nomination.objects.get()
    assert (nomination.subject, nomination.achieved_to) == (city.organisation, date(2022, 12, 31))
    client.post(at("-from-pact", nomination))
    taken = nomination.achievements.get()
    assert (taken.origin, taken.text, taken.target, taken.result) == (
        AchievementOrigin.PACT,
        "Số phong trào",
        "8",
        "9",
    )
    changed = client.post(at("-save", nomination), {f"text-result-{taken.pk}": "99", f"seen-result-{taken.pk}": "9"})
    assert changed.status_code == 400
    assert "mở hồ sơ đó" in words(client.post(begin, {"award": "KT_NN"}))


def again_actor(actor):
    from clusters.people.models.scope import actor_of  # noqa: PLC0415

    return actor_of(User.objects.get(pk=actor.user_id), on=DAY)


def test_the_share_of_direct_workers_is_told_before_sending_against_the_register(offices):
    for name, group in (("Trần Văn Mẫu", "direct_worker"), ("Lê Văn Mẫu", "department_executive")):
        nomination = make_nomination(offices.unit, kind="individual", name=name)
        client = signed_in(offices.unit.officer)
        client.post(at("-save", nomination), {"text-target_group": group, "seen-target_group": ""}, headers=HTMX)
    make_honour(offices.city.organisation, decision_date=date(2023, 3, 15))
    make_honour(offices.city.organisation, decision_date=date(2022, 3, 15), target_group="entrepreneur")
    for page in (client.get(at("", nomination)), _sending(offices, nomination)):
        told = words(page)
        assert "<strong>50,00%</strong> (1/2)" in told
        assert "12 tháng trước: 100,00%" in told
    assert "12 tháng trước" not in words(client.get(at("", make_nomination(offices.unit))))


def _sending(offices, nomination):
    return signed_in(offices.unit.approver).get(at("-approver-step", nomination, "nop"))


def test_the_list_says_where_each_is_filters_and_counts_by_state(offices):
    drafted = make_nomination(offices.unit, name="Phòng Soạn")
    waiting = sent(make_nomination(offices.unit, name="Phòng Chờ"), offices.unit)
    client = signed_in(offices.city.officer)
    page = words(client.get(reverse("awards:nominations")))
    assert waiting.name in page
    assert drafted.name not in page
    assert offices.city.organisation.name in page
    own = signed_in(offices.unit.officer)
    assert "2 hồ sơ" in words(own.get(reverse("awards:nominations")))
    only = words(own.get(reverse("awards:nominations"), {"trang-thai": "draft", "tim": "soan"}))
    assert "Phòng Soạn" in only
    assert "Phòng Chờ" not in only
    assert "Không có hồ sơ ở đây" in words(own.get(reverse("awards:nominations"), {"tim": "không ai"}))


@pytest.mark.parametrize("which", ["list", "dossier"])
def test_questions_stay_the_same_however_much_there_is(offices, which):
    nomination = make_nomination(offices.unit)
    client = signed_in(offices.unit.officer)
    url = reverse("awards:nominations") if which == "list" else at("", nomination)

    def questions():
        with CaptureQueriesContext(
            connection,
        ) as asked:
            assert client.get(url).status_code == 200
        return len(asked)

    def more(number):
        make_nomination(offices.unit)
        with_paper(
            nomination, offices.unit.officer, content=small_pdf(trailer=b"/Place %d" % number), name=f"{number}.pdf"
        )
        nomination.achievements.create(text=f"Thành tích {number}")
        make_honour(offices.city.organisation, name=NAME, subject_kind="collective", unit="")

    more(0)
    client.get(url)
    before = questions()
    for number in (1, 2, 3):
        more(number)
    assert questions() == before


def ended_by_the_city_of_its_own_award(offices):
    return make_nomination(offices.city)


def ended_as_a_draft(offices):
    return make_nomination(offices.unit)


def ended_after_a_recall(offices):
    return take_step(sent(make_nomination(offices.unit), offices.unit), "recall", actor=offices.unit.approver)


def ended_after_a_return(offices):
    return returned(taken_up(make_nomination(offices.unit), offices.unit, offices.city), offices.city)


@pytest.mark.parametrize(
    "way", [ended_as_a_draft, ended_after_a_recall, ended_after_a_return, ended_by_the_city_of_its_own_award]
)
def test_a_dossier_withdrawn_from_the_nominator_s_own_hands_ended_in_preparation(offices, way):
    nomination = way(offices)
    own = offices.unit if nomination.organisation == offices.unit.organisation else offices.city
    take_step(nomination, "withdraw", why="Nhập nhầm", actor=own.approver)
    page = words(signed_in(own.officer).get(at("", nomination)))
    stages = re.findall(r'<li class="is-(\w+)".*?<span>(.*?)[<]', page)
    assert stages[0] == ("ended", "Soạn hồ sơ ")
    assert {standing for standing, _label in stages[1:]} == {"ahead"}
