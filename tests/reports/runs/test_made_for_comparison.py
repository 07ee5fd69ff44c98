"""A report by today's units from asking to its files: made beside the other, told apart everywhere, never signed."""

from datetime import date

import docx
import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from clusters.models import Indicator
from clusters.organisations.rules.units_of_today import Units
from emulation.core.actions import jobs
from emulation.core.errors import Refusal
from emulation.core.models import AuditEntry
from reports.document.rules.snapshot import thaw
from reports.models import Report, ReportState
from reports.runs.actions.making import ask_for_report
from tests.awards.register.make import make_honours
from tests.clusters.mergers.merged import TODAY, YEAR, make_merged_year
from tests.clusters.people.make import actor_for
from tests.reports.runs.test_duties import duties
from tests.reports.signing.make import signed as sign
from tests.reports.six_month.readings import row_of, table_of

pytestmark = pytest.mark.usefixtures("own_database")
SENTENCE = "chỉ để so sánh, không ký"


@pytest.fixture(autouse=True)
def files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    settings.DEMONSTRATION_DAY = TODAY


@pytest.fixture
def merged(files):
    Indicator.objects.all().delete()
    merged = make_merged_year()
    for member in (merged.alone, merged.north, merged.south):
        make_honours(member, 2, decision_date=date(YEAR, 3, 1), achievement_year=YEAR - 1)
    return merged


def actor(user):
    return actor_for(user=user, on=TODAY)


def asked(merged, units):
    return ask_for_report(merged.cluster_year, 1, units=units, actor=actor(merged.officer), on=TODAY)


def made(merged, units=Units.TODAY):
    report = asked(merged, units)
    jobs.run(report.job_id)
    report.refresh_from_db()
    return report


def test_it_is_made_beside_the_other_with_the_same_total(merged):
    then, today = made(merged, Units.THEN), made(merged)
    assert then != today
    assert (then.total, today.total) == (6, 6)
    assert (then.state, today.state) == (ReportState.DRAFT, ReportState.DRAFT)
    table = table_of(thaw(today.document), "Khen thưởng theo đơn vị hành chính hiện nay")
    assert row_of(table, "Mẫu Thành")[4] == 4
    assert "theo đơn vị hành chính hiện nay" in str(today)
    assert "hiện nay" not in str(then)
    entry = AuditEntry.objects.get(verb="reports.ask", subject_id=str(today.pk))
    assert entry.after["units"] == "today"


def test_the_two_readings_are_made_at_the_same_time_but_each_only_once(merged):
    then, today = asked(merged, Units.THEN), asked(merged, Units.TODAY)
    assert then != today
    assert asked(merged, Units.TODAY) == today
    assert asked(merged, Units.THEN) == then


def test_it_is_not_signed(merged):
    report = made(merged)
    with pytest.raises(Refusal, match=SENTENCE):
        sign(report, actor=actor(merged.approver))
    report.refresh_from_db()
    assert report.state == ReportState.DRAFT
    assert sign(made(merged, Units.THEN), actor=actor(merged.approver)).state == ReportState.SIGNED


def test_the_database_keeps_it_unsigned_and_knows_two_readings(merged):
    report = made(merged)
    rows = Report.objects.filter(pk=report.pk)
    with pytest.raises(IntegrityError, match="report_signed_by_units_of_then"), transaction.atomic():
        rows.update(state=ReportState.SIGNED, signed_by="Người Thử", signed_at=report.created_at)
    with pytest.raises(IntegrityError, match="report_units_known"), transaction.atomic():
        rows.update(units="khac")


def test_it_is_nobodys_duty_and_does_not_stand_for_the_report_that_is(merged, settings):
    merged.cluster_year.year = TODAY.year
    merged.cluster_year.save()
    made(merged)
    waiting = [duty.url for duty in duties(actor(merged.officer), TODAY) if duty.kind == "reports.make"]
    assert waiting == [reverse("reports:new")]
    assert duties(actor(merged.approver), TODAY) == []
    then = made(merged, Units.THEN)
    made(merged)
    assert duties(actor(merged.officer), TODAY) == []
    assert [duty.url for duty in duties(actor(merged.approver), TODAY)] == [then.get_absolute_url()]


def test_the_form_offers_both_and_the_pages_and_files_say_which(merged, client):
    client.force_login(merged.officer)
    form = client.get(reverse("reports:new")).content.decode()
    assert "Theo đơn vị tại thời điểm báo cáo" in form
    assert "Theo đơn vị hiện nay" in form
    answer = client.post(reverse("reports:new"), {"cluster_year": merged.cluster_year.pk, "half": 1, "units": "today"})
    report = Report.objects.get()
    assert answer.url == report.get_absolute_url()
    assert report.units == Units.TODAY
    jobs.run(report.job_id)
    client.force_login(merged.approver)
    page = client.get(answer.url).content.decode()
    assert SENTENCE in page
    assert "Ký báo cáo" not in page
    assert "Cụm thi đua có sáp nhập, theo đơn vị hành chính hiện nay" in page
    assert "Mẫu Thành (nay gồm Mẫu Bắc, Mẫu Nam, Mẫu Thành; trong Cụm này: Mẫu Bắc, Mẫu Nam)" in page
    answer = client.get(reverse("reports:file", args=[report.pk, "pdf"]))
    assert b"".join(answer.streaming_content).startswith(b"%PDF")
    name = answer.headers["Content-Disposition"]
    assert "bao-cao-so-ket-6-thang-dau-nam-2025-" in name
    assert "-theo-don-vi-hien-nay.pdf" in name
    for url in (reverse("reports:reports"), reverse("reports:cluster-year-panel", args=[merged.cluster_year.pk])):
        assert "Theo đơn vị hiện nay" in client.get(url).content.decode()


def test_a_reading_that_is_not_offered_is_refused_at_its_field(merged, client):
    client.force_login(merged.officer)
    answer = client.post(reverse("reports:new"), {"cluster_year": merged.cluster_year.pk, "half": 1, "units": "khac"})
    assert "units" in answer.context["form"].errors
    assert not Report.objects.exists()


def test_the_list_asks_the_same_number_of_questions(merged, client):
    client.force_login(merged.officer)
    counts = []
    for number in (1, 2):
        for _ in range(number):
            made(merged)
        client.get(reverse("reports:reports"))
        with CaptureQueriesContext(connection) as queries:
            client.get(reverse("reports:reports"))
        counts.append(len(queries))
    assert Report.objects.count() == 3
    assert counts[0] == counts[1]


@pytest.mark.parametrize(("words", "is_today"), [([], False), (["--units=then"], False), (["--units=today"], True)])
def test_the_command_writes_either(merged, tmp_path, words, is_today):
    out = tmp_path / "bc.docx"
    call_command(
        "report",
        "cluster-six-month",
        f"--cluster={merged.cluster_year.cluster.code}",
        "--year=2025",
        "--half=1",
        "--format=docx",
        f"--out={out}",
        f"--actor={merged.officer.username}",
        *words,
    )
    said = "\n".join(paragraph.text for paragraph in docx.Document(out).paragraphs)
    assert ("Số liệu của bản này theo đơn vị hành chính hiện nay" in said) is is_today
