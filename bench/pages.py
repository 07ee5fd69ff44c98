"""Pages on the whole demonstration. The floor is the log-in page: every middleware and the base, nothing to ask.

Pages and floor take turns, so a busy machine slows both.
"""

from functools import partial

from bench.table import Table
from bench.turns import TIMES, in_turns

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
    asked = {FLOOR: stranger, **{path: officer for _title, path, _limit in PAGES}}
    medians = in_turns({path: partial(ask, client, path) for path, client in asked.items()})
    table.head(f"pages, medians of {TIMES} rounds; the floor is the log-in page")
    for title, path, limit in PAGES:
        table.measured(title, medians[path], floor=medians[FLOOR], limit=limit)


def ask(client, path) -> bytes:
    answer = client.get(path)
    if answer.status_code != 200:
        raise SystemExit(f"{path} answered {answer.status_code}")
    return answer.content
