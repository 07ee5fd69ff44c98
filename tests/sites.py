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

from tests import databases, services

SECONDS_TO_START = 60
SECONDS_TO_STOP = 15


@dataclass
class Site:
    """`folder` is its VAR_DIR, `log` what it printed."""

    process: subprocess.Popen
    folder: Path
    database: str
    blocker: object

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
        environment = databases.site_environment(self.database, self.folder, REDIS_URL=self.redis_url)
        command = [sys.executable, databases.PROJECT / "manage.py", *words]
        return subprocess.run(command, env=environment, capture_output=True, text=True, stdin=subprocess.DEVNULL)

    redis_url: str = ""

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
def running(template: str, files: Path | None, folder: Path, blocker, number: int, environment: dict):
    with ExitStack() as undo:
        database = undo.enter_context(databases.cloned(template))
        if files is not None:
            shutil.copytree(files, folder, dirs_exist_ok=True)
        redis = f"{os.environ['REDIS_URL'].rsplit('/', 1)[0]}/{number}"
        variables = databases.site_environment(database, folder, **({"REDIS_URL": redis} | environment))
        log = undo.enter_context(open(folder / "site.log", "w"))
        process = subprocess.Popen(
            [sys.executable, databases.PROJECT / "manage.py", "serve"],
            env=variables,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        site = Site(process, folder, database, blocker, variables["REDIS_URL"])
        try:
            site.wait_until_up()
            yield site
        finally:
            try:
                site.stop()
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
                raise


@pytest.fixture(scope="session")
def _site_numbers():
    return iter(range(1, 64))


@pytest.fixture(scope="module")
def start_site(demo_template, django_db_blocker, tmp_path_factory, _site_numbers):
    """start_site(reference_only=False, **environment) -> Site; everything is stopped when the module is done."""
    with ExitStack() as undo:

        def start(*, reference_only=False, **environment) -> Site:
            template, files = (databases.shared_name(), None) if reference_only else demo_template
            folder = tmp_path_factory.mktemp("site")
            number = next(_site_numbers)
            return undo.enter_context(running(template, files, folder, django_db_blocker, number, environment))

        yield start


@pytest.fixture(scope="module")
def site(start_site):
    """The demonstration in full service, shared by the tests of a module."""
    return start_site()


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    """Debian's Chromium; as root it needs --no-sandbox, and it is to ask no other host for anything."""
    program = shutil.which("chromium")
    if program is None:
        raise pytest.UsageError("The browser tests need Chromium. Run: apt-get install --yes chromium")
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
