"""What is signed is kept by the database itself, not only by the pages; a draft is not in the way."""

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from emulation.core.period import Period
from reports.models import FileFormat, Report, ReportFile, ReportKind, ReportState
from tests.clusters.people.make import make_user
from tests.reports.six_month.world import make_headed_year

pytestmark = pytest.mark.django_db
NOW = timezone.make_aware(timezone.datetime(2023, 7, 10, 8))


def made(state):
    year = make_headed_year()
    report = Report.objects.create(
        kind=ReportKind.CLUSTER_SIX_MONTH,
        state=ReportState.DRAFT,
        cluster_year=year,
        organisation=year.cities[0],
        during=Period.half_year(2023, 1),
        half=1,
        as_of=NOW,
        day=date(2023, 7, 10),
        document={"blocks": []},
        checksum="a" * 64,
        created_by=make_user(),
        created_at=NOW,
    )
    filed(report)
    if state == ReportState.SIGNED:
        Report.objects.filter(pk=report.pk).update(state=state, signed_at=NOW, signed_by="Người Thử")
    return report


def filed(report, form=FileFormat.PDF):
    return ReportFile.objects.create(report=report, format=form, file="reports/thu.pdf", size=1, checksum="b" * 64)


def truncate(table):
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(f"TRUNCATE {table} CASCADE")


DEEDS = {
    "its document": lambda report: Report.objects.filter(pk=report.pk).update(document={}),
    "its total": lambda report: Report.objects.filter(pk=report.pk).update(total=1),
    "who signed it": lambda report: Report.objects.filter(pk=report.pk).update(signed_by="Người khác", signed_at=NOW),
    "its signature taken back": lambda report: Report.objects.filter(pk=report.pk).update(state=ReportState.DRAFT),
    "itself": lambda report: Report.objects.filter(pk=report.pk).delete(),
    "a file's checksum": lambda report: report.files.update(checksum="c" * 64),
    "a file away": lambda report: report.files.all().delete(),
    "a file more": lambda report: filed(report, FileFormat.DOCX),
    "a file of another": lambda report: ReportFile.objects.exclude(report=report).update(
        report=report, format=FileFormat.XLSX
    ),
    "all files": lambda report: truncate("reports_reportfile"),
    "all reports": lambda report: truncate("reports_report"),
}


@pytest.mark.parametrize("deed", DEEDS.values(), ids=DEEDS)
def test_nothing_of_a_signed_report_changes(deed):
    report = made(ReportState.SIGNED)
    made(ReportState.DRAFT)
    kept = list(Report.objects.order_by("pk").values()), list(ReportFile.objects.order_by("pk").values())
    with pytest.raises(IntegrityError, match="signed"), transaction.atomic():
        deed(report)
    assert (list(Report.objects.order_by("pk").values()), list(ReportFile.objects.order_by("pk").values())) == kept


@pytest.mark.parametrize("what", [name for name in DEEDS if name != "all reports"])
def test_a_draft_is_not_in_the_way(what):
    report = made(ReportState.DRAFT)
    made(ReportState.DRAFT)
    DEEDS[what](report)


def test_reports_are_not_emptied_even_of_drafts_for_their_steps_stand():
    made(ReportState.DRAFT)
    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
        truncate("reports_report")
    assert Report.objects.exists()
