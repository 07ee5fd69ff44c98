"""A register without lines again. Steps of lists and lines are append-only by triggers, which rest meanwhile."""

STEPS = ("awards_honourcorrection", "awards_batchstep")


def empty(*tables: str) -> None:
    """TRUNCATE with all that hangs on the tables, in the bench's own database."""
    from django.db import connection, transaction  # noqa: PLC0415  (after django.setup)

    with transaction.atomic(), connection.cursor() as cursor:
        for name in STEPS:
            cursor.execute(f"ALTER TABLE {name} DISABLE TRIGGER USER")
        cursor.execute(f"TRUNCATE {', '.join(tables)} CASCADE")
        for name in STEPS:
            cursor.execute(f"ALTER TABLE {name} ENABLE TRIGGER USER")
