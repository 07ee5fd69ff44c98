"""The register's pages at 10.000 honours and at 1.000.000: first page, a page at 90 % of the depth, a search by name.

Whole answers of the server, template included. The floor of a page at a million is the same page at ten thousand, each
first divided by a log-in page asked in turns with it; beside that, the page against its own log-in page.
Lines are invented by the database itself: `REGISTER_SQL` is what the register was filled with. `BENCH_HONOURS` in the
environment asks for another million or ten; the number of a decision is then as many times as often.
"""

import os
import time
from functools import partial

from bench.emptying import empty
from bench.pages import FLOOR, ask
from bench.table import Table, say
from bench.turns import TIMES, in_turns

FEW, MANY = 10_000, int(os.environ.get("BENCH_HONOURS") or 1_000_000)
LIMIT, LIMIT_OF_PAGE = 2, 25
DEEP = "14/12/2014"
PAGES = [
    ("register, first page", "/so-khen-thuong/"),
    ("register, at 90 % of the depth", f"/so-khen-thuong/?toi-ngay={DEEP}"),
    ("search for a full name", "/so-khen-thuong/?tim=nguyen van an"),
    ("search for a common family name", "/so-khen-thuong/?tim=nguyen"),
    ("search for a decision", "/so-khen-thuong/?tim=1240/QĐ"),
]
REGISTER_SQL = """
INSERT INTO awards_honour (
    organisation_id, award_id, subject_kind, honorific, name, name_key, sort_key, identity_digest, identity_tail,
    position, unit, unit_key, target_group, way, decision_number, decision_date, signer_office, recipient_key
)
SELECT
    organisations.ids[1 + n %% cardinality(organisations.ids)],
    awards.ids[1 + (n * 7) %% cardinality(awards.ids)],
    'individual', '', initcap(made.key), made.key, made.key || ' ' || n, '', '', '',
    'Truong Minh Hoa ' || n %% 997, 'truong minh hoa ' || n %% 997, '', 'regular', (n %% 4999) || '/QD-UBND',
    date '2014-01-01' + ((n::bigint * 7919) %% 3467)::int, '', ''
FROM generate_series(%s, %s) AS n
CROSS JOIN (
    SELECT array_agg(id) AS ids FROM clusters_organisation
    WHERE kind IN ('province', 'city') AND during @> date '2023-07-01'
) AS organisations
CROSS JOIN (
    SELECT array_agg(id) AS ids FROM awards_award WHERE 'individual' = ANY (subject_kinds)
) AS awards
CROSS JOIN LATERAL (
    SELECT families.words[1 + (n * 31) %% 10] || ' ' || middles.words[1 + (n / 10) %% 10]
        || ' ' || givens.words[1 + (n / 100) %% 10]
    FROM (SELECT string_to_array('nguyen tran le pham hoang huynh phan vu vo dang', ' ')) AS families (words),
        (SELECT string_to_array('van thi duc ngoc minh quoc thanh huu kim xuan', ' ')) AS middles (words),
        (SELECT string_to_array('an binh chau dung giang ha khanh lan mai nam', ' ')) AS givens (words)
) AS made (key)
"""


def measure_register(table: Table) -> None:
    from django.contrib.auth import get_user_model  # noqa: PLC0415  (after django.setup)
    from django.db import connection  # noqa: PLC0415
    from django.test import Client  # noqa: PLC0415

    officer = Client()
    officer.force_login(get_user_model().objects.get(username="cantho"))
    empty("awards_honour")
    few = _measured(connection, officer, 1, FEW)
    many = _measured(connection, officer, FEW + 1, MANY)
    load = many[FLOOR] / few[FLOOR]
    table.head(f"register at {MANY:,} honours, medians of {TIMES}; the floor is the same page at {FEW:,}")
    for title, path in PAGES:
        table.measured(title, many[path], floor=few[path] * load, limit=LIMIT)
    table.head(f"register at {MANY:,} honours; the floor is the log-in page")
    for title, path in PAGES:
        table.measured(title, many[path], floor=many[FLOOR], limit=LIMIT_OF_PAGE)


def _measured(connection, client, first: int, last: int) -> dict[str, float]:
    """{page: median seconds} once the register holds honours up to number `last`."""
    from django.test import Client  # noqa: PLC0415

    began = time.perf_counter()
    with connection.cursor() as cursor:
        cursor.execute(REGISTER_SQL, [first, last])
        cursor.execute("VACUUM ANALYZE awards_honour")
        cursor.execute("VACUUM ANALYZE awards_honourtally")
    say(f"\n{last - first + 1:,} honours in {time.perf_counter() - began:.0f} s")
    asked = {path: partial(_asked, client, path) for _title, path in PAGES}
    return in_turns({FLOOR: partial(ask, Client(), FLOOR)} | asked)


def _asked(client, path: str) -> None:
    if b"data-table" not in ask(client, path):
        raise SystemExit(f"{path} answered without a line")
