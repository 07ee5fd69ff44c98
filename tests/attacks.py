"""What a database administrator has against a sealed ballot: all rows with their place and transaction, every statement."""

import io
import re

from django.db import connection, transaction

CHANGING = re.compile(
    r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d[.+:\dZ]*"
)


def dump() -> dict[str, str]:
    """{table: all its rows as COPY writes them}: what a backup holds."""
    found = {}
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")
        for (table,) in cursor.fetchall():
            text = io.StringIO()
            cursor.copy_expert(f'COPY "{table}" TO STDOUT', text)
            found[table] = text.getvalue()
    return found


def rows(query, *parameters) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(query, parameters)
        return cursor.fetchall()


def masked(text: str) -> str:
    """Without times and what is random by design: keys, envelopes and numbers of rows that chance gave."""
    return CHANGING.sub("*", re.sub(r"\\{1,2}x[0-9a-f]+", lambda found: f"{len(found[0])} letters", text))


def undone(deed):
    """What `deed` gives; what it did is taken back, so that the same can be done with another choice."""
    with transaction.atomic():
        given = deed()
        transaction.set_rollback(True)
    return given
