"""The broker of a machine without Redis: kombu's queue of files, made safe for readers and writers at once.

Kombu shows a message's file before anything is written in it; a worker that looked at that moment read nothing,
took it for broken and ended, and the job in its hands with it.
"""

import fcntl
import os
import time
import uuid
from contextlib import contextmanager
from pathlib import Path

from kombu.transport import TRANSPORT_ALIASES, filesystem
from kombu.utils.json import dumps

SCHEME = "files"


class Channel(filesystem.Channel):
    def _put(self, queue, payload, **_kwargs):
        """Readers take only names that end with the queue's, so the half-written file is none of theirs."""
        name = f"{time.monotonic_ns():020d}_{uuid.uuid4()}.{queue}.msg"
        half_written = Path(self.data_folder_out) / f"{name}.part"
        half_written.write_text(dumps(payload))
        os.replace(half_written, Path(self.data_folder_out) / name)

    def _queue_bind(self, *args, **kwargs):
        with self._alone():
            super()._queue_bind(*args, **kwargs)

    def get_table(self, exchange):
        with self._alone():
            return super().get_table(exchange)

    @contextmanager
    def _alone(self):
        """An exchange's file is empty for a moment too, when it is made."""
        self.control_folder.mkdir(parents=True, exist_ok=True)
        with open(self.control_folder / "lock", "a") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield


class Transport(filesystem.Transport):
    Channel = Channel


TRANSPORT_ALIASES[SCHEME] = f"{__name__}:Transport"
