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


@contextmanager
def running(command, port: int, **environment):
    process = subprocess.Popen(
        command, env=os.environ | environment, cwd=PROJECT, stderr=subprocess.DEVNULL, preexec_fn=die_with_parent
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


@contextmanager
def slow_senders(port: int):
    """Each begins a form and never ends it."""
    with ExitStack() as held:
        for _ in range(SLOW_SENDERS):
            link = held.enter_context(socket.create_connection(("127.0.0.1", port)))
            link.sendall(b"POST /dang-nhap/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\nusername=")
        yield


def front(folder: Path, port: int, application: int) -> list[str]:
    written = (PROJECT / "emulation/launcher/front.conf").read_text()
    written = written.replace("server web:8000;", f"server 127.0.0.1:{application};")
    written = written.replace("listen 8080;", f"listen 127.0.0.1:{port};")
    around = f"daemon off; pid {folder}/pid; error_log {folder}/error.log; events {{}} http {{ access_log off;"
    temporary = [f"{kind}_temp_path {folder}/{kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")]
    (folder / "nginx.conf").write_text("\n".join([around, *temporary, written, "}"]))
    return [shutil.which("nginx") or "/usr/sbin/nginx", "-c", str(folder / "nginx.conf"), "-e", f"{folder}/error.log"]


def test_forty_slow_senders_do_not_silence_the_site_behind_its_front(tmp_path):
    if not (shutil.which("nginx") or Path("/usr/sbin/nginx").exists()):
        pytest.fail("This test needs nginx. Run: apt-get install --yes --no-install-recommends nginx-light")
    application, before_it = free_port(), free_port()
    gunicorn = [sys.executable, "-m", "gunicorn", "emulation.wsgi", "--worker-class", "gthread", "--threads", "8"]
    gunicorn += ["--bind", f"127.0.0.1:{application}", "--no-control-socket"]
    settings = {key: site_environment(own_name(), tmp_path)[key] for key in ("DJANGO_SETTINGS_MODULE", "VAR_DIR")}
    (tmp_path / "static").mkdir()
    with running(gunicorn, application, **settings), running(front(tmp_path, before_it, application), before_it):
        with slow_senders(application):
            assert status(application, 2) is None, "without its front the site is silent"
        with slow_senders(before_it):
            assert status(before_it, 20) == 200
