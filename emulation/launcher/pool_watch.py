"""The worker sees that its pool takes work, and ends where it does not, so that whoever keeps it starts a new one.

With a broker of files the processes of the pool take turns at one lock; one that is killed while it waits for work
takes the lock with it, and the others wait for ever. Nothing of Celery's notices: no task was lost.
"""

import logging
import os
import signal
import time
from contextlib import suppress

from celery.signals import worker_ready
from celery.worker.state import active_requests

TICK = 2.0
SILENCE = 15.0  # seconds in which a process that is free answers
STUCK = 70  # exit status: EX_SOFTWARE

logger = logging.getLogger(__name__)


class PoolWatch:
    """Asks the pool for an answer again and again, past the broker and beat, which may be away for their own reasons.
    Processes that are busy owe none."""

    def __init__(self, pool):
        self.pool = pool
        self.asked_at: float | None = None

    def look(self) -> None:
        now = time.monotonic()
        if self.asked_at is None:
            self.asked_at = now
            self.pool.apply_async(os.getpid, callback=self._heard, error_callback=self._heard, waitforslot=False)
        elif self._processes() <= {request.worker_pid for request in active_requests}:
            self.asked_at = now
        elif now - self.asked_at > SILENCE:
            self._end()

    def _heard(self, *_answer) -> None:
        self.asked_at = None

    def _processes(self) -> set[int]:
        return {process.pid for process in self.pool._pool}

    def _end(self) -> None:
        logger.error("the worker's processes take no work any more; the worker ends, to be started again")
        for pid in self._processes():
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        os._exit(STUCK)


@worker_ready.connect
def watch_pool(sender, **_named):
    watch = PoolWatch(sender.pool._pool)
    sender.timer.call_repeatedly(TICK, watch.look)
