"""Tables emptied between two passes."""


def empty(*tables: str) -> None:
    """With what hangs on them. The triggers that keep history from being emptied are passed over, and so are those of
    the running totals, which go with the honours."""
    from django.db import connection, transaction  # noqa: PLC0415  (after django.setup)

    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(f"TRUNCATE {', '.join((*tables, 'awards_honourtally'))} CASCADE")
