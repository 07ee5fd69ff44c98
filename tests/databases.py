"""Databases of the test session: one that plain tests share, clones of it for those that commit."""

import io
import itertools
import os
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.core.management import call_command, get_commands
from django.db import connections
from django.test.utils import setup_databases, teardown_databases

from tests import services

PROJECT = Path(__file__).resolve().parent.parent
DEMONSTRATION_DAY = "2023-07-10"
_numbers = itertools.count(1)


def shared_name() -> str:
    return f"{services.PREFIX}{os.getpid()}"


@contextmanager
def pointed_at(name: str, blocker):
    """Within, the ORM, `manage.py` commands and every process started speak to the database `name`."""
    settings = connections["default"].settings_dict
    before, address = settings["NAME"], os.environ["DATABASE_URL"]
    connections["default"].close()
    settings["NAME"] = name
    os.environ["DATABASE_URL"] = services.address_of(name)
    try:
        with blocker.unblock():
            yield
            connections["default"].close()
    finally:
        settings["NAME"] = before
        os.environ["DATABASE_URL"] = address


@contextmanager
def cloned(template: str):
    name = f"{shared_name()}_{next(_numbers)}"
    connections["default"].close()
    services.clone(template, name)
    try:
        yield name
    finally:
        services.drop(name)


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment, django_db_blocker):
    """The test database with the reference data; made whether or not a test of the session asks for plain `db`."""
    with django_db_blocker.unblock():
        kept = setup_databases(verbosity=0, interactive=False, aliases={"default"})
        call_command("load_reference", verbosity=0, stdout=io.StringIO())
        connections["default"].close()
    yield
    with django_db_blocker.unblock():
        teardown_databases(kept, verbosity=0)


@pytest.fixture
def own_database(request, django_db_setup, django_db_blocker):
    """A database of the test's own, with reference data, where everything really commits. Gives its name."""
    if "db" in request.fixturenames:
        raise pytest.UsageError("own_database and db exclude each other: drop the django_db mark or the db fixture")
    with cloned(shared_name()) as name, pointed_at(name, django_db_blocker):
        yield name


@pytest.fixture(scope="session")
def demo_template(django_db_setup, tmp_path_factory):
    """(name of a database with the demonstration loaded, folder with its files): to be cloned, never changed."""
    folder = tmp_path_factory.mktemp("demonstration")
    with cloned(shared_name()) as name:
        if "demo" in get_commands():
            done = manage("demo", environment=site_environment(name, folder))
            assert done.returncode == 0, done.stdout + done.stderr
        yield name, folder


def site_environment(database: str, folder: Path, **more: str) -> dict[str, str]:
    """As `make run` sets it, with a database and a folder of its own."""
    of_the_tests = "DJANGO_ALLOW_ASYNC_UNSAFE"
    inherited = {key: value for key, value in os.environ.items() if key != of_the_tests}
    return inherited | {
        "DJANGO_SETTINGS_MODULE": "emulation.settings.dev",
        "DATABASE_URL": services.address_of(database),
        "VAR_DIR": str(folder),
        "DEMONSTRATION_DAY": DEMONSTRATION_DAY,
        "PORT": "0",
        **more,
    }


def manage(*words, environment: dict[str, str]) -> subprocess.CompletedProcess:
    command = [sys.executable, PROJECT / "manage.py", *words]
    return subprocess.run(command, env=environment, capture_output=True, text=True, stdin=subprocess.DEVNULL)
