import os
import subprocess
import sys

import pytest

from tests import databases

COMPLETE = {
    "DJANGO_SETTINGS_MODULE": "emulation.settings.prod",
    "DATABASE_URL": "postgresql://thidua:secret@db.example/thidua",
    "REDIS_URL": "redis://broker.example:6379/0",
    "SECRET_KEY": "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "ALLOWED_HOSTS": "thidua.example",
}


@pytest.fixture
def environment(tmp_path):
    (tmp_path / "static").mkdir()
    unset = {*COMPLETE, "DEMONSTRATION_DAY", "CSRF_TRUSTED_ORIGINS", "DJANGO_ALLOW_ASYNC_UNSAFE"}
    return {name: value for name, value in os.environ.items() if name not in unset} | {"VAR_DIR": str(tmp_path)}


def test_the_deployment_check_is_clean(environment):
    checked = databases.manage("check", "--deploy", "--fail-level", "WARNING", environment=environment | COMPLETE)
    assert checked.returncode == 0, checked.stderr
    assert "WARNINGS" not in checked.stderr


def test_one_message_names_all_that_is_missing_and_no_server_is_started(environment):
    checked = databases.manage("check", environment=environment | {"DJANGO_SETTINGS_MODULE": "emulation.settings.prod"})
    assert checked.returncode == 1
    for name in ("DATABASE_URL", "SECRET_KEY", "ALLOWED_HOSTS"):
        assert f"{name} is missing" in checked.stderr
    assert "Traceback" not in checked.stderr


@pytest.mark.parametrize(("given", "required"), [({}, "True"), ({"SECOND_FACTOR_REQUIRED": "0"}, "False")])
def test_the_second_factor_is_required_unless_the_environment_turns_it_off(environment, given, required):
    asked = "from emulation.settings import prod; print(prod.SECOND_FACTOR_REQUIRED)"
    command = [sys.executable, "-c", asked]
    read = subprocess.run(
        command, env=environment | COMPLETE | given, cwd=databases.PROJECT, capture_output=True, text=True
    )
    assert read.stdout.strip() == required, read.stderr


def test_a_demonstration_day_is_refused(environment):
    checked = databases.manage("check", environment=environment | COMPLETE | {"DEMONSTRATION_DAY": "2023-07-10"})
    assert checked.returncode == 1
    assert "DEMONSTRATION_DAY" in checked.stderr
    assert "Traceback" not in checked.stderr


def test_third_parts_are_never_kept_among_the_files(environment):
    files = "https://key:never-shown@store.example/files"
    for parts, told in (("", "BALLOT_PARTS_URL is missing"), (files, "it must be a bucket of its own")):
        said = environment | COMPLETE | {"FILES_URL": files, "BALLOT_PARTS_URL": parts}
        checked = databases.manage("check", environment=said)
        assert checked.returncode == 1
        assert told in checked.stderr
        assert "never-shown" not in checked.stderr
