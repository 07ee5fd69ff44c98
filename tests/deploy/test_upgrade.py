"""From the tables of the first release, with rows, to today's. `first_release.sql`: a dump of a database that the code of
commit 02bb50f8 made and filled, the earliest whose migrations begin today's chain; the people in it are invented."""

from contextlib import closing
from pathlib import Path

import psycopg2
import pytest
from psycopg2.extras import RealDictCursor

from emulation.core.actions import audit
from tests import databases, services

FIRST = Path(__file__).parent / "first_release.sql"
KEPT_BY_DJANGO = {"django_migrations", "django_content_type", "auth_permission"}
TOLD_ANEW = {
    "awards_award.authority": "gone",  # of the catalogue, which `load_reference` fills: dated rows of procedures since
    "awards_honourtotal": (1, None),  # carried over into `awards_declaredtotal`
}


@pytest.fixture
def first(django_db_setup, django_db_blocker, settings, tmp_path):
    """The name of a database of the first release. The ORM speaks to it."""
    settings.VAR_DIR = tmp_path
    with databases.cloned("template0") as name:
        with closing(psycopg2.connect(services.address_of(name))) as link, link, link.cursor() as cursor:
            cursor.execute(FIRST.read_text())
        with databases.pointed_at(name, django_db_blocker):
            yield name


def rows_of(name: str) -> dict[str, list[dict]]:
    """Every table of ours with its rows in the order of their number."""
    with closing(psycopg2.connect(services.address_of(name), cursor_factory=RealDictCursor)) as link:
        cursor = link.cursor()
        cursor.execute("SET search_path TO public; SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        tables = {row["tablename"] for row in cursor.fetchall()} - KEPT_BY_DJANGO
        found = {}
        for table in sorted(tables):
            cursor.execute(f'SELECT * FROM "{table}" ORDER BY 1')
            found[table] = [dict(row) for row in cursor.fetchall()]
        return found


def upgraded(name: str, folder):
    return databases.manage("migrate", environment=databases.site_environment(name, folder))


def test_a_database_of_the_first_release_goes_forward_with_every_row(first, tmp_path, settings):
    settings.VAR_DIR = tmp_path
    before = rows_of(first)
    assert sum(len(rows) for rows in before.values()) == 39
    done = upgraded(first, tmp_path)
    assert done.returncode == 0, done.stderr
    after = rows_of(first)
    changed = {}
    for table, rows in before.items():
        kept = after.get(table)
        if kept is None or len(kept) != len(rows):
            changed[table] = (len(rows), kept and len(kept))
            continue
        for old, new in zip(rows, kept, strict=True):
            for column, value in old.items():
                if column not in new:
                    changed.setdefault(f"{table}.{column}", "gone")
                elif new[column] != value:
                    changed.setdefault(f"{table}.{column}", (value, new[column]))
    assert changed == TOLD_ANEW
    [total] = after["awards_declaredtotal"]
    assert (total["year"], total["half"], total["subject"], total["count"]) == (2023, 1, "individual", 12)
    verdict = audit.verify()
    assert (verdict.sealed, verdict.broken_at) == (2, None)
    assert verdict.outside is audit.Outside.MISSING, "the dump alone was brought here, not the seal"
    assert audit.seal() == 0
    assert upgraded(first, tmp_path).returncode == 0, "once more changes nothing"
    assert rows_of(first) == after


def test_a_dump_of_a_newer_release_is_refused_in_a_sentence_and_left_alone(first, tmp_path):
    with closing(psycopg2.connect(services.address_of(first))) as link, link, link.cursor() as cursor:
        cursor.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES ('awards', '9999_of_tomorrow', now())"
        )
    before = rows_of(first)
    refused = upgraded(first, tmp_path)
    assert refused.returncode == 1
    assert "is of a newer release than this code: it has had awards.9999_of_tomorrow" in refused.stderr
    assert "Traceback" not in refused.stderr
    assert rows_of(first) == before
