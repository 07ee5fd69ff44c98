"""Reports of all provinces through a worker that is killed with SIGKILL in the middle: what it made stays, the next
one makes the rest, and no half ZIP is given out meanwhile."""

import hashlib
import os
import signal
from contextlib import closing

import psycopg2
from django.db import connection

from clusters.membership.rules.half_years import Days
from emulation.core.models import Job, JobState
from reports.batches.models import PartState, ReportBatch
from reports.runs.actions.subjects import is_told_of
from tests.flows.halting import ended
from tests.flows.visitor import Visitor, eventually


def test_a_worker_killed_in_the_middle_of_a_batch_loses_nothing_and_the_batch_ends_by_itself(site):
    board = Visitor(site, "trunguong")
    worker = site.pid("worker")
    with site.orm():
        os.killpg(worker, signal.SIGSTOP)
        said = {"scope": "provinces", "year": 2022, "half": 0, "days": "calendar", "form": "docx"}
        assert board.post("bao-cao/lo/lap/", said)[0] == 200
        batch = ReportBatch.objects.latest("id")
        told = [part.position for part in batch.parts.all() if is_told_of(part.subject, 0, Days.CALENDAR)]
        with closing(psycopg2.connect(site.database_url)) as link, link.cursor() as cursor:
            cursor.execute(
                "SELECT 1 FROM reports_batchpart WHERE batch_id = %s AND position = %s FOR UPDATE", [batch.pk, told[2]]
            )
            os.killpg(worker, signal.SIGCONT)
            eventually(waiting_for_the_part)
            os.killpg(worker, signal.SIGKILL)
            made = files_of(batch)
            assert list(made) == told[:2]
            page = board.get(batch.get_absolute_url())[1]
            assert "Đang lập" in page
            assert "Chưa có gì để tải" in board.get(f"{batch.get_absolute_url()}tai/")[1]
        job = eventually(lambda: ended(Job(pk=batch.job_id)))
        assert (job.state, job.attempt) == (JobState.DONE, 2), job.reason
        whole = files_of(batch)
        assert list(whole) == told
        assert batch.parts.filter(state=PartState.LEFT_OUT).count() == batch.parts.count() - len(told)
        assert {position: whole[position] for position in made} == made
        for name, checksum in whole.values():
            content = (site.folder / "files" / name).read_bytes()
            assert hashlib.sha256(content).hexdigest() == checksum
        assert not list((site.folder / "files").rglob("*.writing"))
        assert "Đã lập đủ" in board.get(batch.get_absolute_url())[1]


def files_of(batch) -> dict:
    made = batch.parts.filter(state=PartState.MADE).order_by("position")
    return {position: (name, checksum) for position, name, checksum in made.values_list("position", "file", "checksum")}


def waiting_for_the_part() -> bool:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
            " AND wait_event_type = 'Lock' AND query LIKE %s",
            ["UPDATE%reports_batchpart%"],
        )
        return cursor.fetchone()[0] > 0
