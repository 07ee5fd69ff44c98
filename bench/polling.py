"""70 members of a Council at a sitting, each screen asking every two seconds for the dossier of the moment, against the
server as it is deployed: another page must not feel it. The floor is that page asked in the same rhythm while nobody
polls; the two take turns. In each turn the secretary changes what is shown once, so that every screen is drawn anew."""

import http.client
import re
import statistics
import threading
import time
from dataclasses import dataclass, field

from bench.autosaving import asked, serve
from bench.table import Table, say

MEMBERS, EVERY, LIMIT = 70, 2.0, 1.5
TURNS, ASKED_A_TURN, RHYTHM = 3, 30, 0.25
OFFICER, PAGE, CITY = "cantho", "/so-khen-thuong/?tim=van", "92"
VERSION = re.compile(rb"\?v=(\d+)")


@dataclass
class Member:
    """One screen: `version` is what it shows, empty until it has asked."""

    path: str
    cookie: str
    starts_after: float
    version: str = ""
    statuses: list[int] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)

    def work(self, port: int, polls: threading.Event, ends: threading.Event) -> None:
        link = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        ends.wait(self.starts_after)
        while not ends.is_set():
            if polls.is_set():
                try:
                    self._ask(link)
                except OSError as error:
                    self.failed.append(str(error))
                    link.close()
            ends.wait(EVERY)

    def _ask(self, link) -> None:
        _taken, status, body = asked(link, "GET", f"{self.path}?v={self.version}", None, {"Cookie": self.cookie})
        self.statuses.append(status)
        if status == 200:
            self.version = VERSION.search(body)[1].decode()


def measure_polling(table: Table) -> None:
    """Needs the demonstration; leaves a sitting behind."""
    sitting, members, cookie = _seated()
    port, server = serve()
    polls, ends = threading.Event(), threading.Event()
    threads = [threading.Thread(target=one.work, args=(port, polls, ends)) for one in members]
    alone: list[float] = []
    beside: list[float] = []
    try:
        for thread in threads:
            thread.start()
        _page(port, cookie, [])
        for _turn in range(TURNS):
            polls.clear()
            ends.wait(EVERY)
            _page(port, cookie, alone)
            polls.set()
            ends.wait(EVERY)
            type(sitting).objects.filter(pk=sitting.pk).update(version=sitting.version + 1)
            sitting.version += 1
            _page(port, cookie, beside)
    finally:
        ends.set()
        for thread in threads:
            thread.join()
        server.terminate()
        server.wait(20)
    _tell(table, members, statistics.median(alone), statistics.median(beside))


def _tell(table: Table, members: list[Member], alone: float, beside: float) -> None:
    statuses = [status for one in members for status in one.statuses]
    drawn, same = statuses.count(200), statuses.count(204)
    table.head(f"{MEMBERS} members polling every {EVERY:.0f} s; the floor is the same page while nobody polls")
    table.measured("the register beside them, median", beside, floor=alone, limit=LIMIT)
    failed = len(statuses) - drawn - same + sum(len(one.failed) for one in members)
    say(f"{len(statuses)} times asked: {same} answered with nothing new, {drawn} drawn anew, {failed} failed")
    if failed or drawn < MEMBERS * TURNS:
        table.over.append("polling: screens not drawn")


def _page(port: int, cookie: str, taken: list[float]) -> None:
    link = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    begins = time.perf_counter()
    for number in range(ASKED_A_TURN):
        time.sleep(max(0.0, begins + number * RHYTHM - time.perf_counter()))
        seconds, status, _body = asked(link, "GET", PAGE, None, {"Cookie": cookie})
        if status != 200:
            raise SystemExit(f"{PAGE} answered {status}")
        taken.append(seconds)
    link.close()


def _seated():
    """(a sitting in session, its members logged in, the cookie of an officer elsewhere)."""
    from django.contrib.auth import get_user_model  # noqa: PLC0415  (after django.setup)
    from django.urls import reverse  # noqa: PLC0415

    from awards.models import Council, Sitting, SittingSeat  # noqa: PLC0415
    from clusters.models import Mandate, MandateRole, Organisation  # noqa: PLC0415
    from emulation.core import clock  # noqa: PLC0415
    from emulation.core.period import Period  # noqa: PLC0415

    city = Organisation.objects.coded(CITY, clock.today()).get()
    council = Council.objects.filter(body=city).first() or Council.objects.create(
        body=city, quorum_share=50, basis="Quyết định để đo"
    )
    sitting = Sitting.objects.create(
        council=council, held_on=clock.today(), place="Phòng họp để đo", quorum=1, state="open"
    )
    members = []
    for number in range(MEMBERS):
        user = get_user_model().objects.create_user(f"do-uy-vien-{number}", f"Ủy viên đo {number}", None)
        Mandate.objects.create(user=user, organisation=city, role=MandateRole.COUNCIL_MEMBER, during=Period())
        member = council.members.create(
            office="member", user=user, name=user.full_name, during=Period(), legal_basis="Quyết định để đo"
        )
        SittingSeat.objects.create(
            sitting=sitting, member=member, user=user, office="member", name=user.full_name, attendance="present"
        )
        path = reverse("awards:sitting-moment", args=[sitting.pk])
        members.append(Member(path, _cookie(user), EVERY * number / MEMBERS))
    return sitting, members, _cookie(get_user_model().objects.get(username=OFFICER))


def _cookie(user) -> str:
    from django.test import Client  # noqa: PLC0415  (after django.setup)

    client = Client()
    client.force_login(user, "django.contrib.auth.backends.ModelBackend")
    return f"sessionid={client.cookies['sessionid'].value}"
