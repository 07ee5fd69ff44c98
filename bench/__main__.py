"""`make bench`: what must be fast on the whole demonstration, as ratios to floors measured in the same run.

Exit status 1 when a ratio is over its limit. Milliseconds depend on the machine, which is printed; ratios hardly do.
"""

import os
import platform
import sys
import tempfile
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg2

from bench.apart import machine
from bench.autosaving import measure_autosave
from bench.balloting import measure_ballot
from bench.boarding import measure_board
from bench.campaigning import measure_campaigns
from bench.certifying import measure_certificates
from bench.deciding import measure_decision
from bench.importing import measure_import, measure_longest
from bench.merging import measure_merging
from bench.nominating import measure_nominations
from bench.pages import measure_pages
from bench.polling import measure_polling
from bench.ranking import measure_ranking
from bench.registering import measure_register
from bench.reporting import measure_report
from bench.reporting_years import measure_reports_of_years
from bench.reviewing import measure_review
from bench.scoping import measure_scope
from bench.scoring import measure_scoring
from bench.table import Table, say
from emulation.launcher import postgres

DAY = "2023-07-10"


def main() -> int:
    name = f"bench_thidua_{os.getpid()}"
    url = os.environ.get("DATABASE_URL") or postgres.ensure("test")
    with tempfile.TemporaryDirectory() as folder:
        os.mkdir(os.path.join(folder, "static"))
        os.environ |= {
            "DJANGO_SETTINGS_MODULE": "emulation.settings.test",
            "DATABASE_URL": urlunsplit(urlsplit(url)._replace(path="/" + name)),
            "DEMONSTRATION_DAY": DAY,
            "VAR_DIR": folder,
            "LOG_LEVEL": "ERROR",
        }
        administer(url, f"CREATE DATABASE {name}")
        try:
            return measure_all(Path(folder))
        finally:
            drop(url, name)


def administer(url, *statements):
    link = psycopg2.connect(url)
    link.autocommit = True
    for statement in statements:
        link.cursor().execute(statement)
    link.close()


def drop(url, name):
    """Without FORCE, which is refused while the server's own autovacuum looks at the tables; it leaves by itself."""
    own = f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}' AND usename = current_user"
    for left in range(5, -1, -1):
        try:
            return administer(url, own, f"DROP DATABASE {name}")
        except psycopg2.errors.ObjectInUse:
            if not left:
                raise


def measure_all(folder: Path) -> int:
    import django  # noqa: PLC0415  (the settings read the environment prepared in `main`)

    django.setup()
    from django.core.management import call_command  # noqa: PLC0415
    from django.db import connection  # noqa: PLC0415

    from emulation.core import clock  # noqa: PLC0415
    from emulation.desk.demonstration.accounts import demonstrator, open_accounts  # noqa: PLC0415

    table = Table()
    with open(os.devnull, "w") as nowhere:
        call_command("migrate", verbosity=0)
        call_command("load_reference", stdout=nowhere)
        open_accounts(clock.today(), actor=demonstrator(clock.today()))
        describe(connection)
        measure_import(table, folder)
        measure_longest(table, folder)
        measure_decision(table, folder)
        call_command("demo", "--complete", stdout=nowhere)
    connection.cursor().execute("VACUUM ANALYZE")  # or autovacuum would do it while pages are timed
    measure_pages(table)
    measure_report(table)
    measure_reports_of_years(table)
    measure_autosave(table)
    measure_polling(table)
    measure_merging(table)
    measure_scope(table)
    measure_nominations(table)
    measure_review(table)
    measure_campaigns(table)
    measure_board(table)
    measure_certificates(table)
    measure_register(table)
    measure_scoring(table)
    measure_ranking(table)
    measure_ballot(table)
    connection.close()
    if table.over:
        say(f"\nover their limits: {', '.join(table.over)}")
    return 1 if table.over else 0


def describe(connection):
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('server_version'), current_setting('fsync')")
        version, fsync = cursor.fetchone()
    say(f"{machine()}\nPython {platform.python_version()}, PostgreSQL {version}, fsync {fsync}")


if __name__ == "__main__":
    sys.exit(main())
