"""What Prometheus reads: right whichever process answers, and for whoever has the token."""

import os
import re
import signal
import subprocess
import sys
import time
from contextlib import suppress
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from prometheus_client.parser import text_string_to_metric_families

from emulation.core import clock
from emulation.core.actions import audit
from emulation.core.models import AuditEntry, Job, JobState
from tests.databases import site_environment
from tests.deploy.test_front import asked, free_port, running
from tests.services import own_name

TOKEN = "mot-chuoi-du-dai-de-thu"
GUNICORN = [sys.executable, "-m", "gunicorn", "emulation.wsgi", "--worker-class", "gthread", "--workers", "2"]
GUNICORN += ["--no-control-socket", "--graceful-timeout", "1"]


def values(text: str) -> dict[str, float]:
    """Of an exposition: each sample under its name and labels."""
    return {
        sample.name + "".join(f",{value}" for value in sample.labels.values()): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


@pytest.mark.django_db
def test_who_has_the_token_reads_how_requests_jobs_and_seals_stand(settings):
    client, address = Client(), reverse("core:metrics")
    assert client.get(address, headers={"authorization": "Bearer "}).status_code == 404, "no token is set"
    settings.METRICS_TOKEN = TOKEN
    for wrong in ({}, {"authorization": f"Bearer {TOKEN}x"}):
        assert client.get(address, headers=wrong).status_code == 401
    now = clock.real_now()
    for state, age in ((JobState.QUEUED, 90), (JobState.QUEUED, 10), (JobState.FAILED, 500), (JobState.DONE, 700)):
        Job.objects.create(kind="thu", title="Thử", state=state, created_at=now - timedelta(seconds=age), rung_at=now)
    entry = {"actor_name": "Người Thử", "verb": "thu", "subject_kind": "thu", "subject_id": "1", "subject_name": "Thử"}
    AuditEntry.objects.create(at=now, **entry)
    audit.seal()
    AuditEntry.objects.create(at=now - timedelta(seconds=40), **entry)
    for page in ("core:log-in", "core:log-in", "core:alive"):
        client.get(reverse(page))
    told = values(client.get(address, headers={"authorization": f"Bearer {TOKEN}"}).content.decode())
    assert [told[f"thidua_jobs,{state}"] for state in ("queued", "running", "failed", "done")] == [2, 0, 1, 1]
    assert told["thidua_oldest_waiting_job_seconds"] == pytest.approx(90, abs=20)
    assert told["thidua_oldest_unsealed_entry_seconds"] == pytest.approx(40, abs=20)
    assert told["thidua_last_seal_seconds"] < 20
    assert told["thidua_kept_seal_held"] == 1
    assert told["thidua_database_up"] == 1
    assert told["thidua_requests_total,GET,200"] >= 2
    kept = settings.VAR_DIR / "seal" / audit.LAST_SEAL
    kept.write_bytes(b"")
    told = values(client.get(address, headers={"authorization": f"Bearer {TOKEN}"}).content.decode())
    assert told["thidua_kept_seal_held"] == 0, "a damaged seal"
    kept.unlink()
    told = values(client.get(address, headers={"authorization": f"Bearer {TOKEN}"}).content.decode())
    assert told["thidua_kept_seal_held"] == 0, "a seal that is gone"


def test_two_processes_tell_the_same_and_the_count_outlives_one_of_them(tmp_path):
    """The database is not there: what needs none is told all the same."""
    port = free_port()
    settings = {key: site_environment(own_name(), tmp_path)[key] for key in ("DJANGO_SETTINGS_MODULE", "VAR_DIR")}
    settings |= {"METRICS_TOKEN": TOKEN, "DATABASE_URL": "postgresql://none:none@127.0.0.1:1/none"}
    (tmp_path / "static").mkdir()

    def told() -> dict[str, float]:
        return values(asked(port, "/metrics", {"Authorization": f"Bearer {TOKEN}"}))

    def writers() -> set[int]:
        found = (re.search(r"_(\d+)\.db", name) for name in os.listdir(tmp_path / "metrics"))
        return {int(one[1]) for one in found if one}

    with running([*GUNICORN, "--bind", f"127.0.0.1:{port}"], port, **settings):
        visits, deadline = 0, time.monotonic() + 60
        while visits < 10 or len(writers()) < 2:
            assert time.monotonic() < deadline, "one process answers everything"
            asked(port, "/dang-nhap/")
            visits += 1
        assert [told()["thidua_requests_total,GET,200"] for _ in range(8)] == [visits] * 8
        os.kill(writers().pop(), signal.SIGKILL)
        assert told()["thidua_requests_total,GET,200"] == visits
        assert told()["thidua_database_up"] == 0


def test_a_full_disk_costs_counts_and_no_process(tmp_path):
    """Counts lie in memory that is mapped from files: where the disk has no block for them, the machine ends a process."""
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", tmp_path], capture_output=True)
    if done.returncode:
        pytest.skip("this account may not mount a small disk")
    try:
        (tmp_path / "static").mkdir()
        with suppress(OSError), open(tmp_path / "all", "wb", buffering=0) as fill:
            while fill.write(b"0" * 4096):
                pass
        environment = site_environment(own_name(), tmp_path)
        settings = {key: environment[key] for key in ("DJANGO_SETTINGS_MODULE", "VAR_DIR")}
        settings |= {"DATABASE_URL": "postgresql://none:none@127.0.0.1:1/none", "SECRET_KEY": TOKEN}
        with running([*GUNICORN, "--bind", f"127.0.0.1:{(port := free_port())}"], port, **settings):
            assert "Mật khẩu" in asked(port, "/dang-nhap/")
    finally:
        subprocess.run(["umount", "--lazy", tmp_path], check=True)
