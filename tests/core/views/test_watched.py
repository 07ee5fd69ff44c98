"""What watches over this machine gets its answer whatever cookie comes with the question and wherever the database is."""

import json
import logging
import os
import signal
import socket
import subprocess
import sys
from datetime import timedelta

import pytest
from django.db import connections
from django.test import Client

from emulation.core import clock
from emulation.core.models import Job
from emulation.core.tracing import JsonFormatter, RequestIdFilter, traced
from tests.databases import PROJECT, site_environment
from tests.services import own_name


def with_a_cookie() -> Client:
    client = Client()
    client.cookies["sessionid"] = "khong-phai-phien"
    return client


def test_alive_is_told_without_a_question_to_the_database():
    """This test may not speak to one: pytest-django refuses."""
    assert with_a_cookie().get("/healthz").status_code == 200


def test_ready_is_503_and_no_page_while_the_database_is_away(own_database):
    assert with_a_cookie().get("/readyz").status_code == 200
    settings = connections["default"].settings_dict
    port = settings["PORT"]
    connections["default"].close()
    settings["PORT"] = "1"
    try:
        answer = with_a_cookie().get("/readyz")
    finally:
        settings["PORT"] = port
        connections["default"].close()
    assert (answer.status_code, answer.content) == (503, b"database\n")


def test_ready_says_that_no_worker_takes_what_waits(own_database):
    now = clock.real_now()
    waiting = Job.objects.create(kind="thu", created_at=now - timedelta(seconds=70), rung_at=now)
    assert with_a_cookie().get("/readyz").content == b"ok\nworker\n"
    working = {"state": "running", "lease_until": now + timedelta(seconds=10)}
    taken = Job.objects.create(kind="thu", created_at=now, rung_at=now, **working)
    assert with_a_cookie().get("/readyz").content == b"ok\n"
    Job.objects.filter(pk=taken.pk).update(lease_until=now - timedelta(seconds=10))
    Job.objects.filter(pk=waiting.pk).update(created_at=now)
    assert with_a_cookie().get("/readyz").content == b"ok\n"


@pytest.mark.parametrize(
    ("asked", "bound", "said"),
    [("/readyz", "core.views.health.SECONDS_OF_A_PROBE", "database"), ("/", "core.patience.SECONDS", "chưa trả lời")],
    ids=["health", "page"],
)
def test_a_database_that_takes_a_question_and_never_answers_is_503_in_bounded_time(
    own_database, monkeypatch, asked, bound, said
):
    """Its process is stopped where it stands, so that it keeps none of its own bounds."""
    with connections["default"].cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        [pid] = cursor.fetchone()
    monkeypatch.setattr(f"emulation.{bound}", 0.5)
    client = Client(raise_request_exception=False)
    client.cookies["sessionid"] = "khong-phai-phien"
    os.kill(pid, signal.SIGSTOP)
    try:
        answer = client.get(asked)
    finally:
        os.kill(pid, signal.SIGCONT)
        connections["default"].close()
        monkeypatch.undo()
    assert answer.status_code == 503
    assert said in answer.content.decode()
    assert client.get("/readyz").status_code == 200


def test_a_database_that_never_answers_the_first_word_is_503_in_bounded_time(own_database):
    settings = connections["default"].settings_dict
    port = settings["PORT"]
    connections["default"].close()
    with socket.create_server(("127.0.0.1", 0)) as hangs:
        settings["PORT"] = str(hangs.getsockname()[1])
        try:
            answer = with_a_cookie().get("/readyz")
        finally:
            settings["PORT"] = port
            connections["default"].close()
    assert (answer.status_code, answer.content) == (503, b"database\n")


def test_a_log_line_is_one_json_object_where_the_setting_says_so():
    record = logging.LogRecord("thu", logging.WARNING, "", 1, "dòng\n%s", ("hai",), None)
    with traced("abcd-1234"):
        RequestIdFilter().filter(record)
    line = JsonFormatter().format(record)
    assert "\n" not in line
    said = json.loads(line)
    assert (said["level"], said["request_id"], said["message"]) == ("WARNING", "abcd-1234", "dòng\nhai")


def test_ctrl_c_and_a_folder_that_takes_nothing_get_a_sentence(tmp_path):
    def manage(*words, folder):
        command = [sys.executable, PROJECT / "manage.py", *words]
        return subprocess.run(command, env=site_environment(own_name(), folder), capture_output=True, text=True)

    pressed = "import signal; signal.signal(2, signal.default_int_handler); signal.raise_signal(2)"
    stopped = manage("shell", "--no-imports", "-c", pressed, folder=tmp_path)
    assert (stopped.returncode, "Traceback" in stopped.stderr) == (130, False)
    assert "Stopped at your request." in stopped.stderr
    (tmp_path / "secret-key").unlink()
    refused = manage("check", folder="/sys/thi-dua")
    assert (refused.returncode, "Traceback" in refused.stderr) == (1, False)
    assert "/sys/thi-dua cannot be written" in refused.stderr
