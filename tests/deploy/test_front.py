"""The front of `docker-compose.yml` as it stands in `emulation/launcher/front.conf`, tried with Debian's nginx: slow
senders hold its places and none of the application's threads."""

import http.client
import os
import shutil
import socket
import subprocess
import sys
import time
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from emulation.desk.management.commands import serve
from emulation.launcher.orphans import die_with_parent
from tests.databases import PROJECT, site_environment
from tests.services import own_name

SLOW_SENDERS = 40


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def status(port: int, seconds: float) -> int | None:
    """Of a visit; None where no answer came in time."""
    link = http.client.HTTPConnection("127.0.0.1", port, timeout=seconds)
    try:
        link.request("GET", "/healthz", headers={"Host": "localhost", "X-Forwarded-Proto": "https"})
        return link.getresponse().status
    except OSError:
        return None
    finally:
        link.close()


def asked(port: int, path: str, headers=None) -> str:
    """The page that a visitor of the site gets."""
    link = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        link.request("GET", path, headers={"Host": "localhost"} | (headers or {}))
        return link.getresponse().read().decode()
    finally:
        link.close()


@contextmanager
def running(command, port: int, *, inherited=(), **environment):
    process = subprocess.Popen(
        command,
        env=os.environ | environment,
        cwd=PROJECT,
        stderr=subprocess.DEVNULL,
        pass_fds=inherited,
        preexec_fn=die_with_parent,
    )
    try:
        deadline = time.monotonic() + 60
        while status(port, 1) != 200:
            assert time.monotonic() < deadline, command
            assert process.poll() is None, command
        yield
    finally:
        process.terminate()
        process.wait(10)


BEGUN_FORM = (
    b"POST /dang-nhap/ HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
    b"Cookie: csrftoken=%s\r\nContent-Length: 1000\r\n\r\nusername=" % (b"a" * 32)
)
BEGUN_HEAD = b"POST /dang-nhap/ HTTP/1.1\r\nHost: loc"


@contextmanager
def slow_senders(port: int, begun: bytes = BEGUN_FORM):
    """Each begins and never ends."""
    with ExitStack() as held:
        links = [held.enter_context(socket.create_connection(("127.0.0.1", port))) for _ in range(SLOW_SENDERS)]
        for link in links:
            link.sendall(begun)
        yield links


@pytest.fixture
def hurried(monkeypatch) -> list[str]:
    """gunicorn with the bounds of real life, shortened; those of sockets hold for doors opened meanwhile."""
    monkeypatch.setattr(serve, "SECONDS_BETWEEN_PIECES", 1)
    shortened = "from emulation.launcher import bodies; bodies.GRACE = 1; from gunicorn.app.wsgiapp import run; run()"
    return [sys.executable, "-c", shortened, "emulation.wsgi", "--worker-class", "gthread", "--threads", "8"]


def front(folder: Path, port: int, application: int) -> list[str]:
    written = (PROJECT / "emulation/launcher/front.conf").read_text()
    written = written.replace("server web:8000;", f"server 127.0.0.1:{application};")
    written = written.replace("listen 8080;", f"listen 127.0.0.1:{port};")
    around = f"daemon off; pid {folder}/pid; error_log {folder}/error.log; events {{}} http {{ access_log off;"
    temporary = [f"{kind}_temp_path {folder}/{kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")]
    (folder / "nginx.conf").write_text("\n".join([around, *temporary, written, "}"]))
    return [shutil.which("nginx") or "/usr/sbin/nginx", "-c", str(folder / "nginx.conf"), "-e", f"{folder}/error.log"]


def test_forty_slow_senders_do_not_silence_the_site_behind_its_front_nor_for_long_without(tmp_path, hurried):
    if not (shutil.which("nginx") or Path("/usr/sbin/nginx").exists()):
        pytest.fail("This test needs nginx. Run: apt-get install --yes --no-install-recommends nginx-light")
    before_it = free_port()
    settings = {key: site_environment(own_name(), tmp_path)[key] for key in ("DJANGO_SETTINGS_MODULE", "VAR_DIR")}
    (tmp_path / "static").mkdir()
    with serve.listening("127.0.0.1", 0) as door:
        application = door.getsockname()[1]
        gunicorn = [*hurried, "--bind", f"fd://{door.fileno()}", "--no-control-socket"]
        with (
            running(gunicorn, application, inherited=(door.fileno(),), **settings),
            running(front(tmp_path, before_it, application), before_it),
        ):
            with slow_senders(application) as links:
                assert status(application, 0.5) is None, "without its front the site is silent"
                assert status(application, 30) == 200, "until they are let go"
                told = links[0].recv(4096).decode()
                assert told.startswith("HTTP/1.1 408 ")
                assert "Nội dung gửi lên chưa đến đủ" in told
            with slow_senders(application, BEGUN_HEAD):
                assert status(application, 30) == 200
            with slow_senders(before_it):
                assert status(before_it, 20) == 200
