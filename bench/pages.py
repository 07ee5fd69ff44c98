"""Pages on the whole demonstration. The floor is the log-in page: every middleware and the base, nothing to ask.

Pages and floor take turns, so a busy machine slows both.
"""

import statistics
import time

from bench.table import Table

WARM_UP, TIMES = 3, 21
FLOOR = "/dang-nhap/"
PAGES = [
    ("home", "/", 30),
    ("clusters", "/cum/", 20),
    ("a cluster's year", "/cum/CUM_5TP/2023/", 20),
    ("catalogue", "/danh-muc/", 30),
    ("register, newest", "/so-khen-thuong/", 30),
    ("register, a common name", "/so-khen-thuong/?tim=van", 30),
    ("register, a rare name", "/so-khen-thuong/?tim=nguyen dieu chin", 30),
    ("register, a name nobody bears", "/so-khen-thuong/?tim=quy nhon", 30),
    ("register, one cluster", "/so-khen-thuong/?cum=CUM_5TP", 40),
]


def measure_pages(table: Table) -> None:
    from django.contrib.auth import get_user_model  # noqa: PLC0415  (after django.setup)
    from django.test import Client  # noqa: PLC0415

    stranger, officer = Client(), Client()
    officer.force_login(get_user_model().objects.get(username="cantho"))
    asked = {FLOOR: (stranger, []), **{path: (officer, []) for _title, path, _limit in PAGES}}
    for number in range(WARM_UP + TIMES):
        for path, (client, taken) in asked.items():
            seconds = seconds_of(client, path)
            if number >= WARM_UP:
                taken.append(seconds)
    medians = {path: statistics.median(taken) for path, (_client, taken) in asked.items()}
    table.head(f"pages, medians of {TIMES} rounds; the floor is the log-in page")
    for title, path, limit in PAGES:
        table.measured(title, medians[path], floor=medians[FLOOR], limit=limit)


def median_of(work, *, warm_up=WARM_UP, times=TIMES) -> float:
    """Seconds; a median, so that one slow moment of the machine does not count."""
    taken = []
    for number in range(warm_up + times):
        began = time.perf_counter()
        work()
        if number >= warm_up:
            taken.append(time.perf_counter() - began)
    return statistics.median(taken)


def seconds_of(client, path) -> float:
    began = time.perf_counter()
    answer = client.get(path)
    taken = time.perf_counter() - began
    if answer.status_code != 200:
        raise SystemExit(f"{path} answered {answer.status_code}")
    return taken
