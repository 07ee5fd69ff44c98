"""Many honours at once, by COPY: one audit entry with the counts stands for all of them."""

from collections import Counter
from collections.abc import Iterable
from io import StringIO

from django.db import connection, transaction

from awards.register.models.honour import Honour
from clusters.models import Organisation
from emulation.core.actions.audit import record
from emulation.core.actor import Actor

COLUMNS = [field for field in Honour._meta.concrete_fields if field.name != "id"]
ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


@transaction.atomic
def add_honours(honours: Iterable[Honour], *, organisation: Organisation, why: str, actor: Actor) -> int:
    """Unsaved honours, with their keys; constraints judge them as any others. How many were added."""
    lines, subjects = StringIO(), Counter[str]()
    for honour in honours:
        honour.organisation = organisation
        lines.write("\t".join(_written(getattr(honour, field.attname)) for field in COLUMNS) + "\n")
        subjects[str(honour.subject_kind)] += 1
    names = ", ".join(f'"{field.column}"' for field in COLUMNS)
    lines.seek(0)
    with connection.cursor() as cursor:
        cursor.copy_expert(f'COPY "{Honour._meta.db_table}" ({names}) FROM STDIN', lines)
    record(
        actor,
        "awards.add_honours",
        organisation,
        after={"added": subjects.total(), **subjects},
        why=why,
        organisation_id=organisation.pk,
    )
    return subjects.total()


def _written(value: object) -> str:
    return "\\N" if value is None else str(value).translate(ESCAPES)
