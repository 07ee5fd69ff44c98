"""63 offices, each saving a cell of its half-year figures every two seconds, against the server as it is deployed: two
processes of gunicorn with eight threads. Nothing may be lost: every answered save is counted in the cells and in the
journal. Times are those the savers see, so the server's own are below them. The floor is the readiness of the same
server asked in the same rhythm."""

import http.client
import os
import secrets
import socket
import statistics
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field
from urllib.parse import urlencode

from bench.table import Table, say

EVERY, LASTING = 2.0, 30.0
LIMIT = 6
YEAR, HALF = 2023, 1
FLOOR = "/readyz"
START_WITHIN = 30


@dataclass
class Saver:
    """One office at its grid: `kept` is what it last saw saved in each cell."""

    path: str
    cookies: str
    token: str
    indicators: list[int]
    kept: dict[int, str] = field(default_factory=dict)
    seconds: list[float] = field(default_factory=list)
    floor: list[float] = field(default_factory=list)
    refused: int = 0

    def work(self, port: int, begins: float) -> None:
        link = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        for turn in range(int(LASTING / EVERY)):
            time.sleep(max(0.0, begins + turn * EVERY - time.perf_counter()))
            self.floor.append(asked(link, "GET", FLOOR, None, {})[0])
            indicator = self.indicators[turn % len(self.indicators)]
            text = str(1000 + turn)
            key = f"{indicator}-note"
            sent = urlencode({f"text-{key}": text, f"seen-{key}": self.kept.get(indicator, "")})
            taken, status, _body = asked(link, "POST", self.path, sent, self.headers)
            self.seconds.append(taken)
            if status == 200:
                self.kept[indicator] = text
            else:
                self.refused += 1

    @property
    def headers(self) -> dict[str, str]:
        return {
            "Cookie": f"{self.cookies}; csrftoken={self.token}",
            "X-CSRFToken": self.token,
            "HX-Request": "true",
            "Content-Type": "application/x-www-form-urlencoded",
        }


def asked(link, method, path, body, headers) -> tuple[float, int, bytes]:
    """(seconds, status, body). A connection closed by the server while it stood idle is opened anew, as a browser does
    with what only asks."""
    began = time.perf_counter()
    link.request(method, path, body=body, headers=headers)
    try:
        answer = link.getresponse()
    except ConnectionResetError:
        if method != "GET":
            raise
        link.close()
        link.request(method, path, body=body, headers=headers)
        answer = link.getresponse()
    content = answer.read()
    return time.perf_counter() - began, answer.status, content


def measure_autosave(table: Table) -> None:
    savers = _savers()
    port, server = serve()
    try:
        begins = time.perf_counter() + 1
        threads = [
            threading.Thread(target=saver.work, args=(port, begins + EVERY * number / len(savers)))
            for number, saver in enumerate(savers)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    finally:
        server.terminate()
        server.wait(20)
    _tell(table, savers)


def _tell(table: Table, savers: list[Saver]) -> None:
    from clusters.models import Figure  # noqa: PLC0415  (after django.setup)
    from emulation.core.models import AuditEntry  # noqa: PLC0415

    taken = sorted(seconds for saver in savers for seconds in saver.seconds)
    median, floor = statistics.median(taken), statistics.median(s for saver in savers for s in saver.floor)
    table.head(f"autosave: {len(savers)} offices, each every {EVERY:.0f} s for {LASTING:.0f} s, {len(taken)} saves")
    table.measured("one cell, median", median, floor=floor, limit=LIMIT)
    table.measured("one cell, slowest of a hundred", taken[int(len(taken) * 0.99)])
    expected = {(saver.path, indicator, text) for saver in savers for indicator, text in saver.kept.items()}
    stands = {
        (_path(figure.sheet), figure.indicator_id, figure.note)
        for figure in Figure.objects.select_related("sheet").filter(note__gt="")
    }
    journal = AuditEntry.objects.filter(verb="clusters.write_figure", after__has_key="note").count()
    answered = len(taken) - sum(saver.refused for saver in savers)
    lost = len(expected - stands) + (answered - journal)
    say(f"{answered} saves answered, {journal} in the journal, {len(stands)} cells stand, {lost} lost")
    if lost or answered != len(taken):
        table.over.append("autosave: saves lost")


def _path(sheet) -> str:
    return f"{sheet.get_absolute_url()}luu/"


def _savers() -> list[Saver]:
    """An officer of each member of 2023, logged in, with a draft sheet of its own."""
    from django.test import Client  # noqa: PLC0415

    from clusters.models import (  # noqa: PLC0415  (after django.setup)
        Cluster,
        ClusterYear,
        FigureSheet,
        Indicator,
        Mandate,
        MandateRole,
        sat_in,
    )
    from emulation.core.models import User  # noqa: PLC0415
    from emulation.core.period import Period  # noqa: PLC0415

    savers = []
    FigureSheet.objects.filter(half=HALF).update(state="draft")
    for cluster in Cluster.objects.in_year(YEAR):
        cluster_year, _made = ClusterYear.objects.get_or_create(cluster=cluster, year=YEAR)
        indicators = list(
            Indicator.objects.asked_of(cluster.pk, Period.half_year(YEAR, HALF))
            .reported_by_members()
            .values_list("pk", flat=True)
        )
        for member in sat_in(cluster_year, HALF):
            user = User.objects.create_user(f"bench{member.pk}", f"Cán bộ {member}", None)
            Mandate.objects.create(user=user, organisation=member, role=MandateRole.OFFICER, during=Period())
            client = Client()
            client.force_login(user, "django.contrib.auth.backends.ModelBackend")
            session = client.cookies["sessionid"].value
            path = f"/chi-tieu/{cluster_year.pk}/{HALF}/{member.pk}/luu/"
            savers.append(Saver(path, f"sessionid={session}", secrets.token_hex(16), indicators))
    return savers


def serve() -> tuple[int, subprocess.Popen]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "gunicorn", "emulation.wsgi", "--bind", f"127.0.0.1:{port}"]
    command += ["--worker-class", "gthread", "--workers", "2", "--threads", "8", "--log-level", "error"]
    server = subprocess.Popen(command, env=os.environ.copy())
    ends = time.monotonic() + START_WITHIN
    while time.monotonic() < ends:
        try:
            if asked(http.client.HTTPConnection("127.0.0.1", port, timeout=5), "GET", FLOOR, None, {})[1] < 500:
                return port, server
        except OSError:
            time.sleep(0.1)
    server.kill()
    raise SystemExit("the server of the autosave bench did not start")
