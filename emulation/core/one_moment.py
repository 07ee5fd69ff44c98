"""Reading much, all of it as it stood at one moment."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction


@contextmanager
def one_moment() -> Iterator[None]:
    """Within, the database answers as it stood at the first question, and refuses to be written to.

    Only outside any transaction: PostgreSQL settles how a transaction reads before its first statement.
    """
    with transaction.atomic(durable=True):
        connection.cursor().execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        yield
