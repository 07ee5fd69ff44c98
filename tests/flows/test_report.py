"""The head's report through a worker that is killed with SIGKILL: no half report offered, and the work ends by itself."""

import os
import signal

from clusters.models import ClusterYear
from emulation.core.models import JobState
from reports.models import FileFormat, Report, ReportFile, ReportState
from tests.flows.halting import ended, halted_before_commit
from tests.flows.visitor import Visitor, eventually


def test_a_killed_worker_offers_no_half_report_and_the_work_ends_by_itself(site):
    officer = Visitor(site, "cantho")
    with site.orm():
        year = ClusterYear.objects.get(cluster__code="CUM_5TP", year=2023)

        def make():
            assert officer.post("bao-cao/lap/", {"cluster_year": year.pk, "half": 1})[0] == 200

        with halted_before_commit(site, make) as (job, worker):
            report = Report.objects.get(cluster_year=year)
            os.killpg(worker, signal.SIGKILL)
            assert not ReportFile.objects.filter(report=report).exists()
            assert officer.get(f"bao-cao/{report.pk}/tai/pdf/")[0] == 404
            assert "Tải PDF" not in officer.get(report.get_absolute_url())[1]
        job = eventually(lambda: ended(job))
        assert (job.state, job.attempt) == (JobState.DONE, 2), job.reason
        report.refresh_from_db()
        assert report.state == ReportState.DRAFT
        files = report.files.all()
        assert {file.format for file in files} == set(FileFormat.values)
        for file in files:
            path = site.folder / "files" / file.file.name
            assert path.stat().st_size == file.size
        assert not list((site.folder / "files").rglob("*.writing"))
