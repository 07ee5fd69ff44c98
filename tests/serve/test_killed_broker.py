"""Redis under `manage.py serve`, killed: it is only the doorbell, so work that was asked for meanwhile is done later."""

import os
import shutil
import subprocess
import sys
import urllib.request

import pytest

from emulation.core.models import Job, JobState
from emulation.launcher.orphans import die_with_parent
from tests.databases import PROJECT
from tests.deploy.test_front import free_port
from tests.flows.visitor import eventually


class Redis:
    def __init__(self, folder):
        self.port, self.folder = free_port(), folder

    def start(self):
        command = [shutil.which("redis-server"), "--port", str(self.port), "--bind", "127.0.0.1", "--save", ""]
        self.process = subprocess.Popen(
            [*command, "--dir", self.folder], stdout=subprocess.DEVNULL, preexec_fn=die_with_parent
        )

    def kill(self):
        self.process.kill()
        self.process.wait()


@pytest.fixture
def redis(tmp_path):
    redis = Redis(tmp_path)
    redis.start()
    yield redis
    redis.kill()


def test_a_killed_broker_loses_no_work_and_silences_no_page(start_site, redis):
    site = start_site(reference_only=True, REDIS_URL=f"redis://127.0.0.1:{redis.port}/0")
    redis.kill()
    asking = [sys.executable, PROJECT / "manage.py", "check_worker", "--seconds", "120"]
    asked = subprocess.Popen(asking, env=os.environ | site.environment, preexec_fn=die_with_parent)
    with site.orm():
        waiting = eventually(lambda: Job.objects.filter(state=JobState.QUEUED).first())
        assert urllib.request.urlopen(site.url + "dang-nhap/", timeout=10).status == 200
        redis.start()
        assert asked.wait(120) == 0
        assert Job.objects.get(pk=waiting.pk).state == JobState.DONE
