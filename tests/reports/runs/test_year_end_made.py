"""A year-end report from the form to its signed files, and from the command."""

from datetime import date

import docx
import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse

from emulation.core.actions import jobs
from emulation.core.actor import Role
from emulation.core.period import Period
from reports.models import FileFormat, Report, ReportKind, ReportState
from tests.awards.register.make import make_honour
from tests.clusters.people.make import actor_for, make_mandate
from tests.reports.signing.make import signed as sign
from tests.reports.six_month.world import YEAR, make_headed_year

pytestmark = pytest.mark.usefixtures("own_database")
JANUARY = date(YEAR + 1, 1, 1)


@pytest.fixture
def year(settings, tmp_path):
    settings.MEDIA_ROOT, settings.DEMONSTRATION_DAY = tmp_path, JANUARY
    return make_headed_year()


def test_a_year_end_report_from_the_form_to_its_signed_file(year, client):
    make_honour(organisation=year.cities[0], decision_date=date(YEAR, 10, 1))
    client.force_login(make_mandate(organisation=year.cities[0], role=Role.OFFICER).user)
    asked = {"cluster_year": year.pk, "half": 0, "units": "today"}
    assert "units" in client.post(reverse("reports:new"), asked).context["form"].errors
    answer = client.post(reverse("reports:new"), asked | {"units": "then"})
    report = Report.objects.get()
    assert (report.kind, report.half, report.during) == (ReportKind.CLUSTER_YEAR_END, 0, Period.year(YEAR))
    jobs.run(report.job_id)
    approver = make_mandate(organisation=year.cities[0], role=Role.APPROVER).user
    client.force_login(approver)
    page = client.get(answer.url).content.decode()
    assert f"Tổng kết năm {YEAR}, {year.cluster}" in page
    assert reverse("reports:passages", args=[year.pk, 0]) in page
    assert "GHI CHÚ VỀ SỐ LIỆU" in page
    sign(report, actor=actor_for(user=approver))
    assert (report.state, report.total) == (ReportState.SIGNED, 1)
    for form in FileFormat.values:
        answer = client.get(reverse("reports:file", args=[report.pk, form]))
        assert b"".join(answer.streaming_content)[:2] in (b"PK", b"%P")
        named = answer.headers["Content-Disposition"]
        assert f"bao-cao-tong-ket-nam-{YEAR}-" in named
        assert year.cluster.code.lower() not in named


def test_the_command_makes_each_kind_of_its_own_periods(year, tmp_path):
    user = make_mandate(organisation=year.cities[0], role=Role.OFFICER).user
    out = tmp_path / "bc.docx"
    asked = [
        f"--cluster={year.cluster.code}",
        f"--year={YEAR}",
        "--format=docx",
        f"--actor={user.username}",
        f"--out={out}",
    ]
    call_command("report", "cluster-year-end", *asked)
    said = "\n".join(paragraph.text for paragraph in docx.Document(out).paragraphs)
    assert f"công tác khen thưởng năm {YEAR}" in said
    for words, sentence in (
        (["cluster-year-end", "--half=1"], "cả năm"),
        (["cluster-six-month"], "--half=1"),
        (["cluster-year-end", "--units=today"], "tại thời điểm báo cáo"),
    ):
        with pytest.raises(CommandError, match=sentence):
            call_command("report", *words, *asked)
