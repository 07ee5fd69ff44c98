"""Two deeds in the same moment, each on a connection of its own. A refusal is given as its sentence."""

from threading import Barrier, Thread

from django.db import connection, connections, transaction

from emulation.core.errors import Refusal
from tests.flows.visitor import eventually


def at_once(*deeds):
    """What each gave: its result, or the sentence it was refused with."""
    start, given = Barrier(len(deeds)), [None] * len(deeds)

    def run(place, deed):
        start.wait()
        try:
            given[place] = deed()
        except Refusal as refusal:
            given[place] = str(refusal)
        finally:
            connections.close_all()

    threads = [Thread(target=run, args=pair) for pair in enumerate(deeds)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return given


def second_while_first(first, second):
    """What the second deed gave, begun when the first has written and not committed."""
    given = []

    def run():
        try:
            given.append(second())
        except Refusal as refusal:
            given.append(str(refusal))
        finally:
            connections.close_all()

    thread = Thread(target=run)
    with transaction.atomic():
        first()
        thread.start()
        eventually(lambda: given or somebody_waits(), seconds=20)
    thread.join()
    return given[0]


def somebody_waits() -> bool:
    """In this database: others on the server wait for locks of their own. Who waits for a row waits for the transaction
    that wrote it, which PostgreSQL lists under no database; but the table is locked too, and that lock has one."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT EXISTS (SELECT FROM pg_locks AS waiting JOIN pg_locks AS any_of_the_same USING (pid)"
            " WHERE NOT waiting.granted AND any_of_the_same.database ="
            " (SELECT oid FROM pg_database WHERE datname = current_database()))"
        )
        return cursor.fetchone()[0]
