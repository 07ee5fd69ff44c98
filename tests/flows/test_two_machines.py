"""Two web servers and two workers on one database, one broker and one store of files, with nothing else in common: a
list sent to the one is checked by either; when that machine is lost in the middle, the other ends the work."""

import hashlib
from contextlib import closing, contextmanager

import psycopg2
from celery import current_app
from django.db import connection

from awards.lists.rules.terms import BatchState
from awards.models import Honour, HonourBatch
from clusters.models import ClusterYear, Mandate
from emulation.core import clock
from emulation.core.models import Job, JobState
from reports.models import FileFormat, Report
from tests.flows.halting import ended, waiting_for_job_row
from tests.flows.visitor import Visitor, eventually
from tests.machines import lose


def test_one_of_two_machines_is_lost_in_the_middle_of_an_import_and_the_other_ends_it(two_machines, store):
    first, second = two_machines.machines
    officer = Visitor(first, "cantho")
    [book] = (two_machines.files / "trinh-dien").glob("*.xlsx")
    content = book.read_bytes()
    with two_machines.orm():
        office = Mandate.objects.get(user__username="cantho").organisation_id
        year = ClusterYear.objects.get(cluster__code="CUM_5TP", year=2023)
        assert (
            officer.post("nhap-danh-sach/moi/", {"organisation": office}, file=("file", book.name, content))[0] == 200
        )
        batch = eventually(lambda: HonourBatch.objects.filter(state=BatchState.UPLOADED).order_by("-id").first())
        columns = {f"column_{place}": field for place, field in batch.mapping.items()}
        officer.site = second
        with taken_by_one(two_machines, lambda: officer.post(batch.get_absolute_url() + "cot/", columns)) as (job, at):
            assert officer.post("bao-cao/lap/", {"cluster_year": year.pk, "half": 1})[0] == 200
            lost, officer.site = (first, second) if at == first.name else (second, first)
            lose(lost)
        Job.objects.filter(pk=job.pk).update(lease_until=clock.real_now())  # run out: nobody renews it any more
        current_app.send_task("core.sweep_jobs", queue=f"{two_machines.database}-keeping")  # as beat does
        checked = eventually(lambda: ended(job))
        assert (checked.state, checked.attempt) == (JobState.DONE, 2), checked.reason
        before = Honour.objects.count()
        batch.refresh_from_db()
        assert officer.post(batch.get_absolute_url() + "nhan/", {"repeated_seen": batch.warned})[0] == 200
        report = Report.objects.get(cluster_year=year)
        for pk in (batch.job_id, report.job_id):
            done = eventually(lambda pk=pk: ended(Job(pk=pk)))
            assert done.state == JobState.DONE, done.reason
        accepted = Job.objects.latest("id")
        assert eventually(lambda: ended(accepted)).state == JobState.DONE
        assert Honour.objects.count() == before + batch.good > before
        assert store.content(f"files/{batch.file.name}") == content
        files = report.files.all()
        assert {one.format for one in files} == set(FileFormat.values)
        for one in files:
            assert hashlib.sha256(store.content(f"files/{one.file.name}")).hexdigest() == one.checksum
        assert officer.fetch(f"bao-cao/{report.pk}/tai/docx/")[:2] == b"PK"


@contextmanager
def taken_by_one(site, order):
    """Both workers stand still while it is ordered, so that the one who takes it is held at its last statement; gives
    the job and the name of the machine."""
    for machine in site.machines:
        machine.halt()
    assert order()[0] == 200
    job = Job.objects.latest("id")
    with closing(psycopg2.connect(site.database_url)) as link, link.cursor() as cursor:
        cursor.execute("SELECT 1 FROM core_job WHERE id = %s FOR KEY SHARE", [job.pk])
        for machine in site.machines:
            machine.go_on()
        eventually(waiting_for_job_row)
        yield job, _who_waits()


def _who_waits() -> str:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT application_name FROM pg_stat_activity WHERE datname = current_database()"
            " AND wait_event_type = 'Lock' AND query LIKE %s",
            ["%core_job%FOR UPDATE%"],
        )
        [[name]] = cursor.fetchall()
    return name
