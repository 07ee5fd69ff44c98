"""The whole application as `make run` starts it, on a free port and on a database of its own."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
import redis

from emulation.launcher.orphans import die_with_parent
from tests import databases, services

SECONDS_TO_START = 60
SECONDS_TO_STOP = 15
OF_ITS_PROCESSES = {"static", "beat"}


@dataclass
class Site:
    """`folder` is its VAR_DIR, `log` what it printed."""

    process: subprocess.Popen
    folder: Path
    database: str
    environment: dict[str, str]
    blocker: object
    template: str
    files: Path | None

    @property
    def log(self) -> str:
        return (self.folder / "site.log").read_text()

    @property
    def serving(self) -> dict:
        """What `manage.py serve` says about itself: address, and the process id of each service."""
        return json.loads((self.folder / "serving.json").read_text())

    @property
    def url(self) -> str:
        return self.serving["address"]

    @property
    def database_url(self) -> str:
        return services.address_of(self.database)

    def pid(self, service: str) -> int:
        return self.serving["processes"][service]

    def orm(self):
        """Within, the models speak to this site's database."""
        return databases.pointed_at(self.database, self.blocker)

    def manage(self, *words) -> subprocess.CompletedProcess:
        """A `manage.py` command in this site's environment."""
        return databases.manage(*words, environment=self.environment)

    def start_again(self) -> None:
        self.stop()
        self.process = serve(self.environment, self.folder)
        self.wait_until_up()

    def restore(self) -> None:
        """Its data as they were when it was started, while it serves on; nothing waits in its queue."""
        queue = redis.from_url(self.environment["REDIS_URL"])
        queue.delete(self.database, f"{self.database}-keeping")
        queue.close()
        services.drop(self.database)
        services.clone(self.template, self.database)
        for entry in self.folder.iterdir():
            if entry.is_dir() and entry.name not in OF_ITS_PROCESSES:
                shutil.rmtree(entry)
        if self.files is not None:
            shutil.copytree(self.files, self.folder, dirs_exist_ok=True)

    def stop(self) -> int:
        """As Ctrl-C does; the exit status."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
        return self.process.wait(SECONDS_TO_STOP)

    def wait_until_up(self) -> None:
        deadline = time.monotonic() + SECONDS_TO_START
        while time.monotonic() < deadline and self.process.poll() is None:
            if (self.folder / "serving.json").exists():
                return
            time.sleep(0.05)
        raise AssertionError(f"manage.py serve did not come up. It printed:\n{self.log}")


@contextmanager
def running(template: str, files: Path | None, folder: Path, blocker, environment: dict):
    with ExitStack() as undo:
        database = undo.enter_context(databases.cloned(template))
        if files is not None:
            shutil.copytree(files, folder, dirs_exist_ok=True)
        variables = databases.site_environment(database, folder, QUEUE_NAME=database, **environment)
        process = serve(variables, folder)
        site = Site(process, folder, database, variables, blocker, template, files)
        try:
            site.wait_until_up()
            yield site
        finally:
            try:
                site.stop()
            except subprocess.TimeoutExpired:
                site.process.kill()
                site.process.wait()
                raise


def serve(environment: dict, folder: Path) -> subprocess.Popen:
    with open(folder / "site.log", "a") as log:
        return subprocess.Popen(
            [sys.executable, databases.PROJECT / "manage.py", "serve"],
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            preexec_fn=die_with_parent,
        )


class Sites:
    """`lent` ones go from module to module, each restored in between: starting one takes longer than most tests."""

    def __init__(self, request, blocker, folders, until_the_end: ExitStack):
        self.request = request
        self.blocker = blocker
        self.folders = folders
        self.until_the_end = until_the_end
        self.free: dict[bool, list[Site]] = {False: [], True: []}

    def own(self, reference_only: bool, **environment):
        name = "reference_template" if reference_only else "demo_template"
        found = self.request.getfixturevalue(name)
        template, files = (found, None) if reference_only else found
        return running(template, files, self.folders.mktemp("site"), self.blocker, environment)

    @contextmanager
    def lent(self, reference_only: bool):
        if self.free[reference_only]:
            site = self.free[reference_only].pop()
            site.restore()
        else:
            site = self.until_the_end.enter_context(self.own(reference_only))
        yield site
        if site.process.poll() is None:
            self.free[reference_only].append(site)


@pytest.fixture(scope="session")
def sites(request, django_db_setup, django_db_blocker, tmp_path_factory):
    with ExitStack() as until_the_end:
        yield Sites(request, django_db_blocker, tmp_path_factory, until_the_end)


@pytest.fixture
def start_site(sites):
    """start_site(reference_only=False, alone=False, **environment) -> Site; with `alone`, or an environment of its own,
    one that no other test uses. Given back when the test is done."""
    with ExitStack() as undo:

        def start(*, reference_only=False, alone=False, **environment) -> Site:
            own = alone or environment
            return undo.enter_context((sites.own if own else sites.lent)(reference_only, **environment))

        yield start


@pytest.fixture(scope="module")
def site(sites):
    """The demonstration in full service, shared by the tests of a module."""
    with sites.lent(reference_only=False) as site:
        yield site


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    """Debian's Chromium without windows, which takes half the processor time; as root it needs --no-sandbox, and it is
    to ask no other host for anything."""
    program = shutil.which("chromium-headless-shell")
    if program is None:
        raise pytest.UsageError("The browser tests need Chromium. Run: apt-get install --yes chromium-headless-shell")
    quiet = ["--disable-background-networking", "--disable-component-update", "--no-first-run"]
    rights = ["--no-sandbox"] if os.geteuid() == 0 else []
    return {**browser_type_launch_args, "executable_path": program, "args": [*quiet, *rights]}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args):
    return {
        **browser_context_args,
        "locale": "vi-VN",
        "timezone_id": "Asia/Ho_Chi_Minh",
        "viewport": {"width": 1440, "height": 900},
    }
