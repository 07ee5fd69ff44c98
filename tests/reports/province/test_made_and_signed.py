"""A province's report from the form to its signed files, and from the command; who may; what waits."""

from datetime import date, timedelta

import docx
import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction
from django.urls import reverse

from clusters.models import OrganisationKind
from clusters.people.models.scope import actor_of
from emulation.core import clock
from emulation.core.actions import jobs
from emulation.core.actor import Role
from emulation.core.built_upon import Foundation
from emulation.core.errors import Refusal
from emulation.core.period import Period
from reports.document.rules.document import Document, Letterhead
from reports.document.rules.snapshot import checksum, freeze
from reports.duties import duties
from reports.models import FileFormat, Passage, Report, ReportKind, ReportState
from reports.runs.actions.making import ask_for_report
from reports.runs.models.counted import signed_reports_counting
from reports.runs.models.subject import ProvinceYear
from tests.awards.register.make import make_honour
from tests.clusters.membership.make import make_cluster_year, make_membership
from tests.clusters.organisations.make import make_organisation
from tests.clusters.people.make import PASSWORD, make_mandate, make_user
from tests.reports.signing.make import signed as sign

YEAR = 2023
DECEMBER, JANUARY = date(YEAR, 12, 31), date(YEAR + 1, 1, 1)


@pytest.fixture
def city(settings, tmp_path, db):
    settings.MEDIA_ROOT, settings.DEMONSTRATION_DAY = tmp_path, JANUARY
    return make_organisation(name="Thành Thử", code="TINH92", kind=OrganisationKind.CITY)


def account(body, role):
    return make_mandate(organisation=body, role=role).user


def fields_of(city, **fields):
    now = clock.now()
    return {
        "kind": ReportKind.PROVINCE_YEAR_END,
        "state": ReportState.DRAFT,
        "province": city,
        "year": YEAR,
        "organisation": city,
        "during": Period.year(YEAR),
        "half": 0,
        "as_of": now,
        "day": JANUARY,
        "document": {},
        "checksum": "0" * 64,
        "created_by": make_user(),
        "created_at": now,
        **fields,
    }


@pytest.mark.parametrize(
    ("fields", "constraint"),
    [
        ({"half": 1}, "report_period_of_its_kind"),
        ({"units": "today"}, "report_period_of_its_kind"),
        ({"year": None}, "report_subject_of_its_kind"),
        ({"province": None}, "report_subject_of_its_kind"),
        ({"cluster_year": "other"}, "report_subject_of_its_kind"),
        ({"kind": ReportKind.CLUSTER_YEAR_END}, "report_subject_of_its_kind"),
        ({"organisation": "other"}, "report_made_by_its_province"),
    ],
)
def test_the_database_takes_exactly_the_subject_of_the_kind(city, fields, constraint):
    others = {"cluster_year": make_cluster_year, "organisation": make_organisation}
    fields = {name: others[name]() if value == "other" else value for name, value in fields.items()}
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Report.objects.create(**fields_of(city, **fields))
    with pytest.raises(IntegrityError, match="passage_of_one_subject"), transaction.atomic():
        Passage.objects.create(province=city, half=0, place="tasks", text="Thử", changed_at=clock.now())


def test_what_is_due_waits_for_the_officer_until_it_is_made_and_then_for_the_approver(city):
    officer, approver = (actor_of(account(city, role), on=JANUARY) for role in (Role.OFFICER, Role.APPROVER))

    def waiting(on):
        return [duty for duty in duties(officer, on) if f"năm {YEAR}" in duty.title]

    assert [str(YEAR) in duty.title and "sơ kết" in duty.title for duty in waiting(DECEMBER)] == [True]
    (duty,) = waiting(JANUARY)
    assert "tổng kết" in duty.title
    assert (len(waiting(date(YEAR + 1, 6, 30))), waiting(date(YEAR + 1, 7, 1))) == (1, [])
    make_honour(city, decision_date=date(YEAR, 3, 1))
    draft = Report.objects.create(**fields_of(city))
    assert waiting(JANUARY) == []
    assert [found.url for found in duties(approver, JANUARY)] == [draft.get_absolute_url()]


def test_of_a_department_and_of_a_stranger_nothing_waits_and_nothing_is_made(city, client):
    unit = make_organisation(kind=OrganisationKind.UNIT, parent=city)
    for body in (unit, make_organisation()):
        user = account(body, Role.OFFICER)
        with pytest.raises(Refusal, match="lập báo cáo của tỉnh, thành phố"):
            ask_for_report(ProvinceYear(city, YEAR), 0, actor=actor_of(user, on=JANUARY), on=JANUARY)
    assert duties(actor_of(account(unit, Role.OFFICER), on=JANUARY), JANUARY) == []
    client.force_login(account(unit, Role.OFFICER))
    assert "Không có báo cáo nào bạn lập được ở đây" in client.get(reverse("reports:new-of-province")).content.decode()
    draft = Report.objects.create(**fields_of(city))
    for name in ("reports:report", "reports:sign"):
        assert client.post(reverse(name, args=[draft.pk])).status_code in (404, 405)
    assert client.get(draft.get_absolute_url()).status_code == 404
    assert draft.heading not in client.get(reverse("reports:reports")).content.decode()


def test_a_period_not_begun_or_without_the_province_is_refused_in_words(city):
    actor = actor_of(account(city, Role.OFFICER), on=JANUARY)
    with pytest.raises(Refusal, match="chưa bắt đầu"):
        ask_for_report(ProvinceYear(city, YEAR + 2), 0, actor=actor, on=JANUARY)
    late = make_organisation(name="Tỉnh Mới", during=Period(date(YEAR, 7, 1), None))
    actor = actor_of(account(late, Role.OFFICER), on=JANUARY)
    with pytest.raises(Refusal, match="chưa có hoặc không còn Tỉnh Mới"):
        ask_for_report(ProvinceYear(late, YEAR), 1, actor=actor, on=JANUARY)


def test_a_period_of_which_nothing_is_recorded_is_neither_made_nor_signed(city, tmp_path):
    user, out = account(city, Role.OFFICER), tmp_path / "bc.docx"
    make_honour(city, decision_date=date(YEAR, 3, 1))
    make_cluster_year(cluster=make_membership(organisation=city, during=Period(date(1940, 1, 1))).cluster, year=1950)
    with pytest.raises(Refusal, match="Chưa có dữ liệu nào của Thành Thử") as refused:
        ask_for_report(ProvinceYear(city, 1950), 0, actor=actor_of(user, on=JANUARY), on=JANUARY)
    assert refused.value.field == "year"
    asked = ["province-year-end", "--province=TINH92", "--year=1950", "--format=docx", f"--out={out}"]
    with pytest.raises(CommandError, match="Chưa có dữ liệu nào"):
        call_command("report", *asked, f"--actor={user.username}")
    frozen = freeze(Document(Letterhead("UBND"), "BC", "Nơi Thử", "Thử", JANUARY, ()))
    said = {"year": 1950, "during": Period.year(1950), "document": frozen, "checksum": checksum(frozen)}
    draft = Report.objects.create(**fields_of(city, **said))
    approver = actor_of(account(city, Role.APPROVER), on=JANUARY)
    with pytest.raises(Refusal, match="Trong kỳ chưa có dữ liệu nào"):
        sign(draft, actor=approver)
    assert duties(approver, JANUARY) == []
    assert ask_for_report(ProvinceYear(city, YEAR), 0, actor=actor_of(user, on=JANUARY), on=JANUARY).pk


def test_a_signed_report_counts_lists_of_the_province_and_of_its_units(city):
    unit, made_at = make_organisation(kind=OrganisationKind.UNIT, parent=city), clock.now()
    signed = {"state": ReportState.SIGNED, "signed_at": made_at, "signed_by": "Người Thử"}
    Report.objects.create(**fields_of(city, **signed))

    def told(body, day):
        since = made_at - timedelta(days=1)
        foundation = Foundation(
            kind="awards.honourbatch", pk=1, organisation_id=body.pk, days=frozenset({day}), since=since
        )
        return len(signed_reports_counting(foundation))

    with transaction.atomic():
        stranger = make_organisation()
        found = [told(body, date(YEAR, 9, 1)) for body in (city, unit, stranger)]
        assert (found, told(unit, date(YEAR - 1, 9, 1))) == ([1, 1, 0], 0)


def test_the_text_of_the_province_stands_apart_and_offers_the_year_before(city, client):
    Passage.objects.create(
        province=city, year=YEAR - 1, half=0, place="tasks", text="Lời năm trước", changed_at=clock.now()
    )
    client.force_login(account(city, Role.OFFICER))
    url = reverse("reports:province-passages", args=[city.pk, YEAR, 0])
    assert "Lời năm trước" in client.get(url).content.decode()
    client.post(f"{url}luu/", {"text-tasks": "Lời năm nay", "seen-tasks": ""})
    assert Passage.objects.get(province=city, year=YEAR).text == "Lời năm nay"
    assert client.get(reverse("reports:province-passages", args=[city.pk, 3000, 0])).status_code == 404


@pytest.mark.usefixtures("own_database")
def test_from_the_form_to_its_signed_files(settings, tmp_path, client):
    settings.MEDIA_ROOT, settings.DEMONSTRATION_DAY = tmp_path, JANUARY
    city = make_organisation(name="Thành Thử", code="TINH92", kind=OrganisationKind.CITY)
    make_honour(organisation=city, decision_date=date(YEAR, 10, 1))
    client.force_login(account(city, Role.OFFICER))
    form = client.get(f"{reverse('reports:new-of-province')}?nam={YEAR}&ky=0").context["form"]
    assert (form["province"].value(), str(form["half"].value())) == (city.pk, "0")
    answer = client.post(reverse("reports:new-of-province"), {"province": city.pk, "year": YEAR, "half": 0})
    report = Report.objects.get()
    assert (report.kind, report.subject) == (ReportKind.PROVINCE_YEAR_END, ProvinceYear(city, YEAR))
    jobs.run(report.job_id)
    client.force_login(account(city, Role.APPROVER))
    page = client.get(answer.url).content.decode()
    assert f"Tổng kết năm {YEAR}, thành phố Thành Thử, dự thảo lần 1" in page
    signing = reverse("reports:sign", args=[report.pk])
    assert signing in page
    asked = client.get(signing).content.decode()
    assert "TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH" in asked
    said = {"number": "12", "dated": "01/01/2024", "place": "Thành Thử", "capacity": "chief", "name": "Người Ký"}
    assert "Ban Thi đua - Khen thưởng Trung ương và người khai thác báo cáo đọc được" in (
        client.post(signing, said).content.decode()
    )
    client.post(signing, said | {"password": PASSWORD})
    report.refresh_from_db()
    assert (report.state, report.total, report.signed_paper.reference) == (
        ReportState.SIGNED,
        1,
        "số 12/BC-UBND ngày 01/01/2024",
    )
    with pytest.raises(IntegrityError, match="is signed"), transaction.atomic():
        Report.objects.filter(pk=report.pk).update(year=YEAR - 1)
    for form in FileFormat.values:
        answer = client.get(reverse("reports:file", args=[report.pk, form]))
        assert b"".join(answer.streaming_content)[:2] in (b"PK", b"%P")
        assert (
            f"bao-cao-tong-ket-nam-{YEAR}-thanh-pho-thanh-thu-so-12-bc-ubnd.{form}"
            in answer.headers["Content-Disposition"]
        )


@pytest.mark.usefixtures("own_database")
def test_the_command_makes_it_of_the_province_that_bore_the_code(settings, tmp_path):
    settings.DEMONSTRATION_DAY = JANUARY
    city = make_organisation(name="Thành Thử", code="TINH92", kind=OrganisationKind.CITY)
    make_honour(city)
    user, out = account(city, Role.OFFICER), tmp_path / "bc.docx"
    asked = [f"--year={YEAR}", "--format=docx", f"--actor={user.username}", f"--out={out}"]
    call_command("report", "province-year-end", "--province=TINH92", *asked)
    said = "\n".join(paragraph.text for paragraph in docx.Document(out).paragraphs)
    assert f"công tác khen thưởng năm {YEAR}" in said
    heads = [cell.text for table in docx.Document(out).tables for row in table.rows for cell in row.cells]
    assert any("DỰ THẢO" in head for head in heads), "nobody signed it"
    for words, sentence in (
        (["province-year-end", "--cluster=CUM_5TP"], "--province"),
        (["cluster-year-end", "--province=TINH92"], "--cluster"),
        (["province-year-end", "--province=KHONG"], "Không có tỉnh, thành phố nào mang mã KHONG"),
        (["province-six-month", "--province=TINH92"], "--half=1"),
        (["province-year-end", "--province=TINH92", f"--year={YEAR + 2}"], "chưa bắt đầu"),
    ):
        with pytest.raises(CommandError, match=sentence):
            call_command("report", words[0], *asked, *words[1:])
