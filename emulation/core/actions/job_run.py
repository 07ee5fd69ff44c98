"""A job in a worker's hands."""

import threading
import uuid
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

from django.db import Error, connections

from emulation.core import clock
from emulation.core.jobs import LeaseLost
from emulation.core.models import Job, JobState

LEASE = timedelta(seconds=15)

REPORT = (
    "UPDATE core_job SET done = %s, total = %s, stage = %s, lease_until = %s"
    " WHERE id = %s AND lease_token = %s AND state = 'running'"
)
RENEW = "UPDATE core_job SET lease_until = %s WHERE id = %s AND lease_token = %s AND state = 'running'"


class JobRun:
    """Progress goes over a second connection, for inside the deed's own transaction nobody would see it."""

    def __init__(self, job: Job, token: uuid.UUID):
        self.job = job
        self.token = token
        self._database = connections["default"].settings_dict.copy()
        self._aside: Any = None

    @property
    def parameters(self) -> dict:
        return self.job.parameters

    def progress(self, done: int, total: int | None = None, stage: str = "") -> None:
        """Says how far the work is and renews the lease. Raises `LeaseLost` when the job is no longer ours."""
        if self._aside is None:
            self._aside = self._connect()
        with self._aside.cursor() as cursor:
            cursor.execute(
                REPORT,
                [done, total, str(stage)[:120], clock.real_now() + LEASE, self.job.pk, self.token],
            )
            if cursor.rowcount != 1:
                raise LeaseLost(self.job.pk)

    def hold(self) -> None:
        """The last statement of a deed's transaction: the job is still ours, and is done when the deed is committed,
        so that nobody can cancel it in between and be told that nothing was changed.

        No progress may be told between this and the commit: it would wait for this very lock.
        """
        self.keep()
        Job.objects.filter(pk=self.job.pk).update(state=JobState.DONE, ended_at=clock.real_now())

    def keep(self) -> None:
        """Nobody else takes or cancels the job until this transaction ends. Raises `LeaseLost` when somebody did."""
        mine = Job.objects.filter(pk=self.job.pk, lease_token=self.token, state=JobState.RUNNING)
        if not mine.select_for_update().exists():
            raise LeaseLost(self.job.pk)

    @contextmanager
    def kept_alive(self):
        """Renews the lease from a thread of its own while the work goes on; dies with the process."""
        over = threading.Event()
        keeper = threading.Thread(target=self._keep, args=[over], daemon=True)
        keeper.start()
        try:
            yield
        finally:
            over.set()
            keeper.join()

    def _keep(self, over: threading.Event) -> None:
        link = self._connect()
        try:
            while not over.wait(LEASE.total_seconds() / 3):
                with link.cursor() as cursor:
                    cursor.execute("SET lock_timeout = '2s'")
                    cursor.execute(RENEW, [clock.real_now() + LEASE, self.job.pk, self.token])
        except Error:
            pass  # a lease that is not renewed runs out, and the sweeper gives the job to the next worker
        finally:
            link.close()

    def _connect(self):
        link = connections.create_connection("default")
        link.settings_dict = self._database.copy()
        return link

    def close(self) -> None:
        if self._aside is not None:
            self._aside.close()
            self._aside = None

    def end(self, state: Any, *, result=None, reason="") -> None:
        Job.objects.filter(pk=self.job.pk, lease_token=self.token).update(
            state=state,
            result=result,
            reason=str(reason),
            lease_token=None,
            lease_until=None,
            ended_at=clock.real_now(),
        )
