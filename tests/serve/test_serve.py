"""The application as it is started for real: `manage.py serve` from the installed environment."""

import os
import signal
import time
import urllib.request
from pathlib import Path

import pytest

from tests import databases
from tests.sockets import named_sockets


def processes_of(folder) -> dict[int, str]:
    """Every process that was started for this site, by what it carries in its environment."""
    mark = f"VAR_DIR={folder}".encode()
    found = {}
    for pid in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{pid}/environ", "rb") as environment, open(f"/proc/{pid}/cmdline", "rb") as command:
                if mark in environment.read().split(b"\0"):
                    found[int(pid)] = command.read().replace(b"\0", b" ").decode()
        except (FileNotFoundError, ProcessLookupError, PermissionError):
            continue
    return found


def eventually(question, seconds=20):
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        answer = question()
        if answer:
            return answer
        time.sleep(0.05)
    raise AssertionError(f"not within {seconds} seconds")


@pytest.fixture
def alone(start_site):
    return start_site(reference_only=True, alone=True)


@pytest.fixture
def served(start_site):
    return start_site(reference_only=True)


def test_it_serves_does_a_job_and_leaves_no_process(alone):
    with urllib.request.urlopen(alone.url + "dang-nhap/", timeout=10) as page:
        assert page.status == 200
        assert b"<form" in page.read()
    assert alone.url in alone.log
    done = alone.manage("check_worker")
    assert done.returncode == 0, done.stdout + done.stderr
    processes = processes_of(alone.folder)
    assert len(processes) >= 4
    assert named_sockets(processes) == set()

    began = time.monotonic()
    assert alone.stop() == 0
    assert time.monotonic() - began < 10
    assert processes_of(alone.folder) == {}
    assert not (alone.folder / "serving.json").exists()


def test_a_killed_service_is_started_again_and_said_so(served):
    for service in ("worker", "beat", "web"):
        before = served.pid(service)
        os.kill(before, signal.SIGKILL)
        eventually(lambda service=service, before=before: served.pid(service) != before)
        assert f"{service} " in served.log
    assert served.manage("check_worker").returncode == 0
    assert urllib.request.urlopen(served.url + "dang-nhap/", timeout=10).status == 200


def test_a_worker_whose_idle_processes_were_killed_is_started_again_and_does_its_work(start_site):
    """With a broker of files one of them takes the lock of the others with it."""
    site = start_site(reference_only=True, REDIS_URL="")
    before = site.pid("worker")
    assert site.manage("check_worker").returncode == 0, "from now on they wait for work"
    for process in Path(f"/proc/{before}/task/{before}/children").read_text().split():
        os.kill(int(process), signal.SIGKILL)
    done = site.manage("check_worker", "--seconds", "90")
    assert done.returncode == 0, done.stdout + done.stderr
    assert site.pid("worker") != before
    assert "take no work any more" in site.log


def test_a_killed_supervisor_takes_its_services_with_it(alone):
    alone.process.kill()
    alone.process.wait()
    eventually(lambda: processes_of(alone.folder) == {})


def test_a_second_start_from_the_same_folder_is_refused_with_a_sentence(served):
    second = served.manage("serve")
    assert second.returncode == 1
    assert str(served.folder) in second.stderr
    assert "Traceback" not in second.stderr


def test_a_taken_port_is_refused_with_a_sentence(served, tmp_path):
    port = served.url.rstrip("/").split(":")[-1]
    environment = served.environment | {"VAR_DIR": str(tmp_path)}
    refused = databases.manage("serve", "--port", port, environment=environment)
    assert refused.returncode == 1
    assert "PORT=" in refused.stderr
    assert "Traceback" not in refused.stderr


def test_without_redis_the_worker_hears_a_bell_of_files(start_site):
    alone = start_site(reference_only=True, REDIS_URL="")
    done = alone.manage("check_worker")
    assert done.returncode == 0, done.stdout + done.stderr
