"""How a worker says that it takes work: `serve` names a file, and the worker makes it when it is ready."""

import os
from pathlib import Path

from celery.signals import worker_ready

VARIABLE = "WORKER_READY_FILE"


@worker_ready.connect
def say_ready(**_):
    named = os.environ.get(VARIABLE)
    if named:
        Path(named).touch()
