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


def upgraded(name: str, folder, *upto):
    return databases.manage("migrate", *upto, environment=databases.site_environment(name, folder))


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


REQUESTS = """
UPDATE clusters_mandate SET organisation_id = 11, role = 'central_reviewer' WHERE user_id = 6;
INSERT INTO clusters_organisation (id, code, name, kind, during, legal_basis, sort_key, verified, parent_id)
    VALUES (90, 'S', 'Sở Thử', 'unit', '[2000-01-01,)', '', 'SO', true, 12);
INSERT INTO clusters_directive (id, kind, number, dated, year, theme, legal_bases, organisation_id)
    VALUES (7, 'plan', '7/KH', '2026-01-05', 2026, '', '', 12);
INSERT INTO clusters_task (id, kind, given_by, addressed_to, text, given_on, known_by, answered_on, answer,
                           answer_document, directive_id, organisation_id) VALUES
    (1, 'request', 'Sở', '', 'Tỉnh đáp', '2026-11-02', '', '2026-11-20', 'Đồng ý', '', NULL, 90),
    (2, 'request', 'Sở', '', 'Trung ương đáp', '2026-11-02', '', '2026-11-20', 'Đồng ý', '', NULL, 90),
    (3, 'request', 'UBND', '', 'Theo kế hoạch', '2026-01-05', '', NULL, '', '', 7, 12),
    (4, 'request', 'UBND', '', 'Theo kế hoạch, đã đáp', '2026-01-05', '', '2026-10-20', 'Có', '', 7, 12),
    (5, 'request', 'UBND', '', 'Không rõ ngày ghi', '2026-01-05', '', NULL, '', '', 7, 12);
INSERT INTO core_auditentry (at, actor_id, actor_name, verb, subject_kind, subject_id, subject_name, why) VALUES
    ('2026-11-20 02:00+00', 5, 'A', 'clusters.answer_request', 'clusters.task', '1', '', ''),
    ('2026-11-20 02:00+00', 6, 'B', 'clusters.answer_request', 'clusters.task', '2', '', ''),
    ('2026-11-20 02:00+00', 5, 'A', 'clusters.answer_request', 'clusters.task', '4', '', ''),
    ('2026-11-09 18:00+00', 5, 'A', 'clusters.give_task', 'clusters.task', '3', '', ''),
    ('2026-11-09 18:00+00', 5, 'A', 'clusters.give_task', 'clusters.task', '4', '', '');
"""


def test_old_requests_keep_a_day_and_old_answers_their_body(first, tmp_path):
    before = upgraded(first, tmp_path, "clusters", "0032")
    assert before.returncode == 0, before.stderr
    with closing(psycopg2.connect(services.address_of(first))) as link, link, link.cursor() as cursor:
        cursor.execute(REQUESTS)
    done = upgraded(first, tmp_path)
    assert done.returncode == 0, done.stderr
    after = rows_of(first)
    told = {
        row["id"]: (row["given_on"].isoformat(), row["directive_id"], row["answerer_id"], row["answered_for_id"])
        for row in after["clusters_task"]
    }
    assert told == {
        1: ("2026-11-02", None, 5, 12),
        2: ("2026-11-02", None, 6, 11),
        3: ("2026-11-10", None, None, None),
        4: ("2026-10-20", None, 5, 11),
        5: ("2026-01-05", None, None, None),
    }
    freed = [row for row in after["core_auditentry"] if row["verb"] == "clusters.free_request"]
    assert [row["subject_id"] for row in freed] == ["3", "4", "5"]
    assert {row["before"]["directive"] for row in freed} == {"Kế hoạch số 7/KH ngày 05/01/2026"}
