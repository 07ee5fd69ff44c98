"""A worker held at the last statement of its deed, so that it can be killed when everything is written."""

import os
import signal
from contextlib import closing, contextmanager

import psycopg2
from django.db import connection

from emulation.core.models import Job
from tests.flows.visitor import eventually


@contextmanager
def halted_before_commit(site, order):
    """Gives `order()` to the worker and holds it at the last statement of its transaction, when all rows are written.

    A job row that somebody holds FOR KEY SHARE can still be reported on, but `JobRun.hold` must wait.
    """
    worker = site.pid("worker")
    os.killpg(worker, signal.SIGSTOP)
    order()
    job = Job.objects.latest("id")
    with closing(psycopg2.connect(site.database_url)) as link, link.cursor() as cursor:
        cursor.execute("SELECT 1 FROM core_job WHERE id = %s FOR KEY SHARE", [job.pk])
        os.killpg(worker, signal.SIGCONT)
        eventually(waiting_for_job_row)
        yield job, worker


def waiting_for_job_row() -> bool:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
            " AND wait_event_type = 'Lock' AND query LIKE %s",
            ["%core_job%FOR UPDATE%"],
        )
        return cursor.fetchone()[0] > 0


def ended(job) -> Job | None:
    found = Job.objects.get(pk=job.pk)
    return found if found.is_finished else None
