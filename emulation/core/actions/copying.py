"""Many rows of one model at once, by COPY: no statement is built of all their values."""

import json
import re
from collections.abc import Callable, Sequence
from io import StringIO
from typing import Any, TypeVar

from django.db import connection, models
from django.db.models.expressions import DatabaseDefault

Thing = TypeVar("Thing", bound=models.Model)
ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})
NEEDS_ESCAPES = re.compile(r"[\\\t\n\r]")
KEYS = "SELECT nextval(pg_get_serial_sequence(%s, %s)) FROM generate_series(1, %s)"


def copy_in(things: Sequence[Thing]) -> Sequence[Thing]:
    """Unsaved things of one model into its table, each with the key it got; constraints judge them as any others."""
    if not things:
        return things
    model = type(things[0])
    fields = model._meta.concrete_fields
    columns = [(field.attname, _writer(field)) for field in fields]
    lines = StringIO()
    with connection.cursor() as cursor:
        cursor.execute(KEYS, [f'"{model._meta.db_table}"', model._meta.pk.column, len(things)])
        for thing, (key,) in zip(things, cursor.fetchall(), strict=True):
            thing.pk = key
            values = thing.__dict__
            lines.write("\t".join([write(values[name]) for name, write in columns]) + "\n")
        lines.seek(0)
        names = ", ".join(f'"{field.column}"' for field in fields)
        with connection.wrap_database_errors:
            cursor.copy_expert(f'COPY "{model._meta.db_table}" ({names}) FROM STDIN', lines)
    for thing in things:
        thing._state.adding, thing._state.db = False, connection.alias
    return things


def _writer(field: models.Field) -> Callable[[Any], str]:
    if not isinstance(field, models.JSONField):
        return _written
    return lambda value: "\\N" if value is None else json.dumps(value, cls=field.encoder).translate(ESCAPES)


def _written(value: Any) -> str:
    if value is None:
        return "\\N"
    if isinstance(value, DatabaseDefault):
        value = value.expression.value  # type: ignore[attr-defined]
    text = value if type(value) is str else str(value)
    return text.translate(ESCAPES) if NEEDS_ESCAPES.search(text) else text
