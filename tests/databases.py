"""Databases of the tests, all cloned from templates: one that the plain tests of a process share, own ones for those that
commit."""

import itertools
import os
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.db import connections

from tests import services, templates

PROJECT = Path(__file__).resolve().parent.parent
DEMONSTRATION_DAY = "2023-07-10"
_numbers = itertools.count(1)


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
    finally:
        connections["default"].close()
        settings["NAME"] = before
        os.environ["DATABASE_URL"] = address


@contextmanager
def cloned(template: str):
    name = f"{services.own_name()}_{next(_numbers)}"
    services.clone(template, name)
    try:
        yield name
    finally:
        services.drop(name)


@pytest.fixture(scope="session")
def reference_template() -> str:
    return templates.reference(fill)


@pytest.fixture(scope="session")
def demo_template() -> tuple[str, Path]:
    """(name of a database with the demonstration loaded, folder with its files): to be cloned, never changed."""
    return templates.shown(fill)


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment, reference_template):
    """The database of plain tests, whose transactions are rolled back."""
    settings = connections["default"].settings_dict
    before = settings["NAME"]
    services.clone(reference_template, services.own_name())
    settings["NAME"] = services.own_name()
    yield
    connections["default"].close()
    settings["NAME"] = before
    services.drop(services.own_name())


@pytest.fixture
def own_database(request, django_db_setup, reference_template, django_db_blocker):
    """A database of the test's own, with reference data, where everything really commits. Gives its name."""
    if "db" in request.fixturenames:
        raise pytest.UsageError("own_database and db exclude each other: drop the django_db mark or the db fixture")
    with cloned(reference_template) as name, pointed_at(name, django_db_blocker):
        yield name


@pytest.fixture
def shown_database(request, django_db_setup, demo_template, django_db_blocker):
    """A database of the test's own with the demonstration loaded, where everything really commits. Gives its name."""
    if "db" in request.fixturenames:
        raise pytest.UsageError("shown_database and db exclude each other: drop the django_db mark or the db fixture")
    with cloned(demo_template[0]) as name, pointed_at(name, django_db_blocker):
        yield name


def fill(database: str, folder: Path, command: str) -> None:
    """Only the demonstration stands on a day of its own; everything else on the real one."""
    plain = {} if command == "demo" else {"DJANGO_SETTINGS_MODULE": "emulation.settings.test", "DEMONSTRATION_DAY": ""}
    done = manage(command, environment=site_environment(database, folder, **plain), strict=True)
    if done.returncode:
        raise pytest.UsageError(f"manage.py {command} failed:\n{done.stdout}{done.stderr}")


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


def manage(*words, environment: dict[str, str], strict: bool = False) -> subprocess.CompletedProcess:
    """`strict`: a warning is an error."""
    command = [sys.executable, *(["-W", "error"] if strict else []), PROJECT / "manage.py", *words]
    return subprocess.run(command, env=environment, capture_output=True, text=True, stdin=subprocess.DEVNULL)
