"""`make image`: the Dockerfile built by Debian's buildah on a base made here, and its own commands of
`docker-compose.yml` at work in it, against a real PostgreSQL and Redis: they take one list and make one report.

No registry of images is asked: what stands in for the Dockerfile's base is Debian's release of that name with its
Python. Everything lies in a temporary folder and goes with it. Needs root, `buildah`, `debootstrap`; a few minutes.
"""

import http.cookiejar
import os
import re
import shlex
import shutil
import signal
import socket
import subprocess
import urllib.request
from contextlib import ExitStack
from pathlib import Path

import pytest
import yaml

from awards.lists.rules.terms import BatchState
from awards.models import Honour, HonourBatch
from clusters.models import ClusterYear, Mandate
from emulation.core.models import Job, JobState
from emulation.desk.demonstration import PASSWORD
from emulation.launcher.orphans import die_with_parent
from reports.models import FileFormat, Report
from tests import databases, services
from tests.flows.halting import ended
from tests.flows.visitor import Visitor, eventually

MOST_OVER_ITS_BASE = 250  # megabytes
COMPOSE = yaml.safe_load((databases.PROJECT / "docker-compose.yml").read_text())
BASE = re.search(
    r"^FROM (python:(?P<python>[\d.]+)-slim-(?P<debian>\w+))$", (databases.PROJECT / "Dockerfile").read_text(), re.M
)
CERTIFICATES = "/etc/ssl/certs/ca-certificates.crt"
NEEDED = ("buildah", "debootstrap")


class Images:
    """Of a storage of its own in `folder`. The machine's certificates and pip's own settings serve the build, so that
    it reaches what this machine reaches."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.asked = ["buildah", "--root", folder / "images", "--runroot", folder / "run", "--storage-driver", "vfs"]
        self.environment = os.environ | {"BUILDAH_ISOLATION": "chroot"}

    def do(self, *words, **more) -> str:
        done = subprocess.run(
            [*self.asked, *words],
            env=self.environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            **more,
        )
        assert done.returncode == 0, f"{words}\n{done.stdout[-2000:]}{done.stderr[-4000:]}"
        return done.stdout.strip()

    def size_of(self, image: str) -> int:
        """Megabytes in its files, as stores of images count them."""
        container = self.do("from", "--pull-never", image)
        counted = subprocess.check_output(
            ["du", "-sx", "--apparent-size", "--block-size=1000000", self.do("mount", container)], text=True
        )
        self.do("rm", container)
        return int(counted.split()[0])

    def make_base(self) -> None:
        tree = self.folder / "base"
        wanted = "python3,python3-pip-whl,ca-certificates"
        subprocess.run(
            ["debootstrap", "--variant=minbase", f"--include={wanted}", BASE["debian"], tree],
            check=True, stdin=subprocess.DEVNULL, capture_output=True,
        )  # fmt: skip
        (tree / "usr/local/bin/python").symlink_to("/usr/bin/python3")
        for managed in tree.glob("usr/lib/python3*/EXTERNALLY-MANAGED"):
            managed.unlink()
        pip = (
            "umask 022; wheel=$(echo /usr/share/python-wheels/pip-*.whl); python3 $wheel/pip install --no-index $wheel"
        )
        subprocess.run(["chroot", tree, "sh", "-c", pip], check=True, stdin=subprocess.DEVNULL, capture_output=True)
        shutil.copy(CERTIFICATES, f"{tree}{CERTIFICATES}")
        for fetched in ("var/cache/apt/archives/*.deb", "var/cache/apt/*.bin", "var/lib/apt/lists/*_*"):
            for path in tree.glob(fetched):
                path.unlink()
        container = self.do("from", "scratch")
        self.do("add", "--quiet", container, f"{tree}/", "/")
        self.do("config", "--env", f"PIP_CERT={CERTIFICATES}", container)
        self.do("commit", "--quiet", "--rm", container, f"docker.io/library/{BASE[1]}")
        shutil.rmtree(tree)


@pytest.fixture(scope="module")
def images(tmp_path_factory):
    if os.geteuid() or not all(map(shutil.which, NEEDED)):
        pytest.fail(f"As root, with: apt-get install --yes --no-install-recommends {' '.join(NEEDED)}", pytrace=False)
    folder = tmp_path_factory.mktemp("image")
    made = Images(folder)
    try:
        made.make_base()
        made.do("bud", "--pull-never", "--layers=false", "--tag", "thi-dua", databases.PROJECT)
        yield made
    finally:
        shutil.rmtree(folder)


def test_it_leaves_out_what_production_does_not_use(images):
    base, image = images.size_of(BASE[1]), images.size_of("thi-dua")
    print(f"\nthe image: {image} MB, {image - base} MB over its base")  # noqa: T201  (what `make image` is asked for)
    assert image - base <= MOST_OVER_ITS_BASE
    container = images.do("from", "--pull-never", "thi-dua")
    version = images.do("run", container, "--", "python", "--version")
    assert version.startswith(f"Python {BASE['python']}.")
    embedded = "from importlib.util import find_spec; print(find_spec('pg0'))"
    assert images.do("run", container, "--", "python", "-c", embedded) == "None"
    images.do("rm", container)


@pytest.fixture
def service(images, demo_template, store, django_db_setup, django_db_blocker, tmp_path):
    """The services of `docker-compose.yml` in the image, on a copy of the demonstration and a store of files."""
    template, files = demo_template
    with ExitStack() as undo:
        database = undo.enter_context(databases.cloned(template))
        container = images.do("from", "--pull-never", "thi-dua")
        undo.callback(images.do, "rm", container)
        running = Running(images, container, database, files, django_db_blocker, tmp_path, store.environment)
        running.once("migrate")
        for name in ("web", "worker", "beat"):
            undo.callback(_end, running.started(name))
        eventually(running.is_ready)
        yield running


class Running:
    def __init__(self, images, container, database, files, blocker, logs, stored):
        self.images, self.container, self.database = images, container, database
        self.files, self.blocker, self.logs = files, blocker, logs
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}/"
        told = {
            "DATABASE_URL": services.address_of(database),
            "REDIS_URL": os.environ["REDIS_URL"],
            "QUEUE_NAME": database,
            "SECRET_KEY": "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
            "ALLOWED_HOSTS": "127.0.0.1",
            "CSRF_TRUSTED_ORIGINS": f"https://127.0.0.1:{self.port}",
            **stored,
        }
        self.environment = [word for name, value in told.items() for word in ("--env", f"{name}={value}")]

    def _run(self, command: list[str]) -> list:
        return ["run", "--terminal=false", *self.environment, self.container, "--", *command]

    def once(self, name: str) -> str:
        return self.images.do(*self._run(_command_of(name)))

    def manage(self, *words: str) -> str:
        """A command of `manage.py` that ends without a fault."""
        return self.images.do(*self._run(["python", "manage.py", *words]))

    def started(self, name: str) -> subprocess.Popen:
        command = [word.replace("0.0.0.0:8000", f"127.0.0.1:{self.port}") for word in _command_of(name)]
        with open(self.logs / f"{name}.log", "w") as log:
            return subprocess.Popen(
                [*self.images.asked, *self._run(command)], env=self.images.environment, stdin=subprocess.DEVNULL,
                stdout=log, stderr=log, start_new_session=True, preexec_fn=die_with_parent,
            )  # fmt: skip

    def is_ready(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.url}readyz", timeout=5) as answer:
                return answer.status == 200
        except OSError:
            return False

    def orm(self):
        return databases.pointed_at(self.database, self.blocker)


class BehindProxy(Visitor):
    """Whose proxy speaks HTTPS, and says so."""

    def __init__(self, site, username):
        self.site = site
        over_http = http.cookiejar.DefaultCookiePolicy(secure_protocols=("http", "https"))
        self.cookies = http.cookiejar.CookieJar(over_http)
        opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.cookies))
        opener.addheaders = [("X-Forwarded-Proto", "https"), ("Referer", site.url.replace("http:", "https:"))]
        self._open = opener.open
        self.get("dang-nhap/")
        self.post("dang-nhap/", {"username": username, "password": PASSWORD})


def test_its_web_worker_and_beat_take_a_list_and_make_a_report(service):
    officer = BehindProxy(service, "cantho")
    [book] = (service.files / "trinh-dien").glob("*.xlsx")
    with service.orm():
        office = Mandate.objects.get(user__username="cantho").organisation_id
        sent = officer.post(
            "nhap-danh-sach/moi/", {"organisation": office}, file=("file", book.name, book.read_bytes())
        )
        assert sent[0] == 200
        batch = eventually(lambda: HonourBatch.objects.filter(state=BatchState.UPLOADED).order_by("-id").first())
        columns = {f"column_{place}": field for place, field in batch.mapping.items()}
        assert officer.post(batch.get_absolute_url() + "cot/", columns)[0] == 200
        job = Job.objects.latest("id")
        done = eventually(lambda: ended(job))
        assert done.state == JobState.DONE, done.reason
        batch.refresh_from_db()
        before = Honour.objects.count()
        assert officer.post(batch.get_absolute_url() + "nhan/", {"repeated_seen": batch.warned})[0] == 200
        eventually(lambda: HonourBatch.objects.get(pk=batch.pk).state == BatchState.ACCEPTED)
        assert Honour.objects.count() == before + batch.good > before
        year = ClusterYear.objects.get(cluster__code="CUM_5TP", year=2023)
        assert officer.post("bao-cao/lap/", {"cluster_year": year.pk, "half": 1})[0] == 200
        report = Report.objects.get(cluster_year=year)
        done = eventually(lambda: ended(Job(pk=report.job_id)))
        assert done.state == JobState.DONE, done.reason
        assert {one.format for one in report.files.all()} == set(FileFormat.values)
        assert officer.fetch(f"bao-cao/{report.pk}/tai/pdf/").startswith(b"%PDF")
        service.manage("audit_verify")


def _command_of(name: str) -> list[str]:
    return shlex.split(COMPOSE["services"][name]["command"])


def _end(process: subprocess.Popen) -> None:
    os.killpg(process.pid, signal.SIGTERM)
    try:
        process.wait(20)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
