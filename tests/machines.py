"""Two machines that serve one site as production does, each with a folder of its own: they share a database, a broker
and a store of files, nothing else."""

import os
import shutil
import signal
import socket
import subprocess
import sys
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from emulation.desk.management.commands.serve import page_answers
from emulation.launcher import readiness
from emulation.launcher.orphans import die_with_parent
from tests import databases, services
from tests.flows.visitor import eventually

WEB = ["-m", "gunicorn", "emulation.wsgi", "--worker-class", "gthread", "--threads", "4", "--no-control-socket"]
WORKER = ["-m", "celery", "--quiet", "-A", "emulation.celery", "worker", "--concurrency", "1", "--loglevel", "WARNING"]
SECRET = "one-secret-for-all-machines-of-a-site-0123456789-abcdefghij"


@dataclass
class Machine:
    """`url` is its web server's; `services` are processes that lead their groups. The database knows it by `name`."""

    name: str
    folder: Path
    port: int
    services: dict[str, subprocess.Popen]

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    def halt(self) -> None:
        os.killpg(self.services["worker"].pid, signal.SIGSTOP)

    def go_on(self) -> None:
        os.killpg(self.services["worker"].pid, signal.SIGCONT)

    def is_up(self) -> bool:
        return (self.folder / "worker.ready").exists() and page_answers("127.0.0.1", self.port)


@dataclass
class OneSite:
    """`files` holds the demonstration's workbook; no machine has it."""

    machines: tuple[Machine, Machine]
    database: str
    files: Path
    blocker: object

    @property
    def database_url(self) -> str:
        return services.address_of(self.database)

    def orm(self):
        return databases.pointed_at(self.database, self.blocker)


@pytest.fixture
def two_machines(demo_template, store, tmp_path, django_db_setup, django_db_blocker):
    template, files = demo_template
    with ExitStack() as undo:
        database = undo.enter_context(databases.cloned(template))
        machines = tuple(_started(tmp_path / name, database, store.environment, undo) for name in ("first", "second"))
        for machine in machines:
            eventually(machine.is_up)
        yield OneSite(machines, database, files, django_db_blocker)


def _started(folder: Path, database: str, stored: dict[str, str], undo: ExitStack) -> Machine:
    (folder / "static").mkdir(parents=True)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    told = {"QUEUE_NAME": database, "SECRET_KEY": SECRET, "PGAPPNAME": folder.name}
    told[readiness.VARIABLE] = str(folder / "worker.ready")
    environment = databases.site_environment(database, folder, **stored, **told)
    commands = {
        "web": [*WEB, "--bind", f"127.0.0.1:{port}", "--log-level", "warning"],
        "worker": [*WORKER, "--without-gossip", "--without-mingle", "--hostname", f"{folder.name}@%h"],
    }
    started = {}
    for service, command in commands.items():
        with open(folder / f"{service}.log", "w") as log:
            started[service] = subprocess.Popen(
                [sys.executable, *command], env=environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                cwd=databases.PROJECT, start_new_session=True, preexec_fn=die_with_parent,
            )  # fmt: skip
        undo.callback(_end, started[service])
    return Machine(folder.name, folder, port, started)


def _end(process: subprocess.Popen) -> None:
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def lose(machine: Machine) -> None:
    """As when its power fails and its disk is gone."""
    for process in machine.services.values():
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    shutil.rmtree(machine.folder)
