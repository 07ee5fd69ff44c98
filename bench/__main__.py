"""`make bench`: what must be fast on the whole demonstration, as a ratio to a floor measured in the same run.

The floor is the log-in page: a full pass through every middleware and the base template with nothing to ask. Times
are medians, so one slow moment of the machine does not count. Exit status 1 when a ratio is over its limit.
"""

import os
import statistics
import sys
import tempfile
import time
from urllib.parse import urlsplit, urlunsplit

import psycopg2

from emulation.launcher import postgres

WARM_UP, TIMES = 3, 21
FLOOR = "/dang-nhap/"
PAGES = [
    ("home", "/", 30),
    ("clusters", "/cum/", 20),
    ("a cluster's year", "/cum/CUM_5TP/2023/", 20),
    ("catalogue", "/danh-muc/", 30),
    ("register, newest", "/so-khen-thuong/", 30),
    ("register, a common name", "/so-khen-thuong/?tim=van", 30),
    ("register, a rare name", "/so-khen-thuong/?tim=quy nhon", 30),
    ("register, one cluster", "/so-khen-thuong/?cum=CUM_5TP", 40),
]


def main():
    name = f"bench_thidua_{os.getpid()}"
    url = os.environ.get("DATABASE_URL") or postgres.ensure("test")
    with tempfile.TemporaryDirectory() as folder:
        os.mkdir(os.path.join(folder, "static"))
        os.environ |= {
            "DJANGO_SETTINGS_MODULE": "emulation.settings.test",
            "DATABASE_URL": urlunsplit(urlsplit(url)._replace(path="/" + name)),
            "DEMONSTRATION_DAY": "2023-07-10",
            "VAR_DIR": folder,
            "LOG_LEVEL": "ERROR",
        }
        administer(url, f"CREATE DATABASE {name}")
        try:
            return measure_all()
        finally:
            administer(url, f"DROP DATABASE {name} WITH (FORCE)")


def administer(url, statement):
    link = psycopg2.connect(url)
    link.autocommit = True
    link.cursor().execute(statement)
    link.close()


def measure_all() -> int:
    import django  # noqa: PLC0415  (the settings read the environment prepared in `main`)

    django.setup()
    from django.contrib.auth import get_user_model  # noqa: PLC0415
    from django.core.management import call_command  # noqa: PLC0415
    from django.db import connection  # noqa: PLC0415
    from django.test import Client  # noqa: PLC0415

    with open(os.devnull, "w") as nowhere:
        call_command("migrate", verbosity=0)
        call_command("load_reference", stdout=nowhere)
        call_command("demo", "--complete", stdout=nowhere)
    connection.cursor().execute("ANALYZE")
    stranger, officer = Client(), Client()
    officer.force_login(get_user_model().objects.get(username="cantho"))
    floor = median(stranger, FLOOR)
    say(f"{'floor (log-in page)':<28}{floor * 1000:8.1f} ms")
    over = 0
    for title, path, limit in PAGES:
        seconds = median(officer, path)
        ratio = seconds / floor
        over += ratio > limit
        say(f"{title:<28}{seconds * 1000:8.1f} ms {ratio:6.1f} x  {'OVER' if ratio > limit else 'within'} {limit} x")
    connection.close()
    return 1 if over else 0


def median(client, path) -> float:
    """Seconds for one page."""
    taken = []
    for number in range(WARM_UP + TIMES):
        began = time.perf_counter()
        answer = client.get(path)
        if number >= WARM_UP:
            taken.append(time.perf_counter() - began)
        if answer.status_code != 200:
            raise SystemExit(f"{path} answered {answer.status_code}")
    return statistics.median(taken)


def say(line):
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    sys.exit(main())
