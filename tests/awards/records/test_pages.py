"""The pages of the book of records, of rules and of shares, as an office uses them."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from awards.catalogue.rules.terms import SubjectKind
from awards.eligibility.rules.law import RULES
from awards.models import DeclaredHonour, Subject, SubjectMove, TitleShare, YearRecord
from awards.records.rules.terms import DeclaredState
from emulation.core.actor import Role
from tests.awards.records.make import make_declared, make_subject, make_year_record, names_of
from tests.awards.register.honours.typing import logged_in, text
from tests.awards.register.make import make_award, make_honour
from tests.clusters.attachments.make import upload
from tests.clusters.organisations.make import make_organisation
from tests.periods import DAY

pytestmark = pytest.mark.django_db
NAME, UNIT = "Trần Thị Thử", "Trường Thử"


@pytest.fixture(autouse=True)
def day(settings):
    settings.DEMONSTRATION_DAY = DAY


@pytest.fixture
def office():
    return make_organisation(name="Tỉnh Thử")


@pytest.fixture
def officer(client, office):
    return logged_in(client, office)


def line(office, unit=UNIT, **fields):
    return make_honour(office, award="CSTDCS", **names_of(NAME, unit, is_person=True), **fields)


def test_from_a_line_of_the_register_to_a_year_with_its_proof(client, office, officer):
    first = line(office)
    page = reverse("awards:subject-of-honour", args=[first.pk])
    assert page in text(client.get(reverse("awards:honour-recipient", args=[first.pk])))
    assert "Chưa có trong sổ theo dõi thành tích" in text(client.get(page))
    subject = Subject.objects.get(pk=client.post(page).url.rstrip("/").rsplit("/", 1)[1])
    sent = {"year": "2022", "rating": "good", "proof": upload()}
    answer = client.post(reverse("awards:year-record", args=[subject.pk]), sent)
    assert answer.url == subject.get_absolute_url()
    shown = text(client.get(answer.url))
    assert "Hoàn thành tốt nhiệm vụ" in shown
    assert "minh-chung.pdf" in shown


def test_what_is_wrong_with_a_year_is_said_at_its_field_and_kept(client, office, officer):
    subject = make_subject(organisation=office)
    sent = {"year": "2030", "rating": "good", "initiative": "Sáng kiến thử", "initiative_scope": "province"}
    answer = client.post(reverse("awards:year-record", args=[subject.pk]), sent)
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == ["year"]
    assert "Sáng kiến thử" in text(answer)


def test_two_at_one_year_the_later_one_sees_what_stands_there(client, office, officer):
    subject = make_subject(organisation=office)
    make_year_record(subject=subject, year=2022, rating="excellent", version=2)
    sent = {"year": "2022", "rating": "good", "version": "1"}
    answer = client.post(reverse("awards:year-record-change", args=[subject.pk, 2022]), sent)
    assert answer.status_code == 409
    assert "Nội dung hiện đang ghi" in text(answer)
    assert YearRecord.objects.get().rating == "excellent"
    again = {"year": "2022", "rating": "good", "version": "2"}
    assert client.post(reverse("awards:year-record-change", args=[subject.pk, 2022]), again).status_code == 302


def test_declared_by_the_officer_confirmed_by_the_approver(client, office, officer):
    subject = make_subject(organisation=office)
    sent = {
        "award": make_award("CSTDCS").pk,
        "achievement_year": "2018",
        "decision_number": "15/QĐ-SNV",
        "decision_date": "01/02/2019",
        "scan": upload(),
    }
    client.post(reverse("awards:declare", args=[subject.pk]), sent)
    declared = DeclaredHonour.objects.get()
    assert "Tự khai" in text(client.get(declared.get_absolute_url()))
    logged_in(client, office, role=Role.APPROVER)
    assert declared.subject.name in text(client.get(reverse("awards:declared-waiting")))
    client.post(reverse("awards:declared-confirm", args=[declared.pk]), {})
    declared.refresh_from_db()
    assert declared.state == DeclaredState.CONFIRMED


def test_what_the_register_contradicts_is_said_at_the_form(client, office, officer):
    known = line(office, achievement_year=2018, decision_date=date(2019, 2, 1), decision_number="15/QĐ-SNV")
    client.post(reverse("awards:subject-of-honour", args=[known.pk]))
    sent = {
        "award": known.award_id,
        "achievement_year": "2018",
        "decision_number": "15/QĐ-SNV",
        "decision_date": "01/02/2019",
        "scan": upload(),
    }
    answer = client.post(reverse("awards:declare", args=[Subject.objects.get().pk]), sent)
    assert answer.status_code == 422
    assert "Sổ khen thưởng đã có khen thưởng này" in text(answer)


def test_a_line_of_a_household_of_the_name_is_offered(client, office, officer):
    found = make_subject(organisation=office, kind=SubjectKind.HOUSEHOLD, name="Hộ ông Thử", unit="Xã Thử")
    names = names_of("Hộ ông Thử", "Xã Thử", is_person=False)
    known = make_honour(office, subject_kind=SubjectKind.HOUSEHOLD, target_group="", **names)
    assert reverse("awards:subject-move", args=[found.pk, known.pk]) in text(client.get(found.get_absolute_url()))


def test_a_line_of_another_unit_is_offered_and_noted(client, office, officer):
    here, elsewhere = line(office), line(office, unit="Trường Khác", achievement_year=2021)
    client.post(reverse("awards:subject-of-honour", args=[here.pk]))
    subject = Subject.objects.get()
    page = reverse("awards:subject-move", args=[subject.pk, elsewhere.pk])
    assert page in text(client.get(subject.get_absolute_url()))
    client.post(page, {"why": "chuyển công tác"})
    assert SubjectMove.objects.get().honour == elsewhere
    assert page not in text(client.get(subject.get_absolute_url()))


def test_the_same_queries_for_one_subject_and_for_three(client, office, officer):
    counted = []
    for _ in range(3):
        subject = make_subject(organisation=office)
        for _ in range(2):
            make_declared(subject=subject)
        with CaptureQueriesContext(connection) as asked:
            client.get(reverse("awards:subjects"))
            client.get(subject.get_absolute_url())
        counted.append(len(asked))
    assert counted[1] == counted[2]


def test_the_page_of_rules_prints_each_from_the_code(client, office, officer):
    shown = text(client.get(reverse("awards:rules")))
    assert [rule.code for rule in RULES if rule.law.split(",")[0] not in shown] == []
    for rule in RULES:
        assert rule.provision[:60] in shown, rule.code
    on_a_day = text(client.get(reverse("awards:rules") + "?ngay=01/06/2023"))
    assert "Điều 38" in on_a_day
    assert "Điều 73 khoản 1" not in on_a_day


def test_a_province_sets_its_share_and_the_one_before_ends(client, office, officer):
    award = make_award("CSTDCS")
    page = reverse("awards:share-set")
    sent = {"organisation": office.pk, "award": award.pk, "share_percent": "15", "base": "ldtt_holders"}
    for percent, first in (("15", "01/01/2023"), ("12,5", "01/07/2023")):
        sent |= {"share_percent": percent, "document": "QĐ 5/QĐ-UBND", "first_day": first}
        assert client.post(page, sent).status_code == 302
    newest, before = TitleShare.objects.order_by("-during")
    assert (before.during.end, str(newest.share_percent)) == (newest.during.start, "12.50")
    assert client.post(page, sent | {"first_day": "01/02/2023"}).status_code == 422
    zero = client.post(page, sent | {"share_percent": "0", "first_day": "01/09/2023"})
    assert (zero.status_code, "lớn hơn 0" in text(zero)) == (422, True)
    assert "12,5" in text(client.get(reverse("awards:shares")))
    above = client.post(page, sent | {"share_percent": "40", "first_day": "01/09/2023"})
    assert (above.status_code, "không quá 15%" in text(above)) == (422, True)
    assert client.post(page, sent | {"share_percent": "40", "first_day": "01/01/2024"}).status_code == 302


def test_nobody_else_finds_a_subject(client, office):
    subject = make_subject(organisation=office)
    declared = make_declared(subject=subject)
    logged_in(client, make_organisation())
    for page in (subject.get_absolute_url(), declared.get_absolute_url()):
        assert client.get(page).status_code == 404
    assert subject.name not in text(client.get(reverse("awards:subjects")))
