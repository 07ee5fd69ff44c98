"""The floor of an import: the same workbook read with calamine, its cells copied into a table like the register.

No heading is guessed, no row checked, nothing looked for twice; the lower-cased name stands for the search key.
"""

from io import StringIO
from pathlib import Path

from bench.apart import Stopwatch

DDL = Path(__file__).with_name("floor.sql")
COPIED = (
    "subject_kind, honorific, name, name_key, sort_key, position, unit, unit_key, achievement_year,"
    " decision_number, decision_date, recipient_key"
)
EMPTY = ("identity_digest", "identity_tail", "target_group", "signer_office")


def lay_floor(*, organisation: int) -> None:
    """The table; what is the same in every row becomes its default, so that COPY is one bare COPY."""
    from django.db import connection  # noqa: PLC0415  (after django.setup)

    from awards.models import Award  # noqa: PLC0415

    award = Award.objects.values_list("pk", flat=True).first()
    same = {"organisation_id": organisation, "award_id": award, "way": "'regular'"} | dict.fromkeys(EMPTY, "''")
    with connection.cursor() as cursor:
        cursor.execute(DDL.read_text(encoding="utf-8"))
        for column, value in same.items():
            cursor.execute(f"ALTER TABLE floor_honour ALTER {column} SET DEFAULT {value}")


def copy_bare(path: Path, rows: int) -> dict:
    from django.db import connection, transaction  # noqa: PLC0415  (after django.setup)
    from python_calamine import CalamineWorkbook  # noqa: PLC0415

    from emulation.desk.demonstration.workbook import SUBJECTS  # noqa: PLC0415

    subjects = {words: str(kind) for kind, words in SUBJECTS.items()}
    connection.ensure_connection()
    watch = Stopwatch()

    cells = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
    watch.lap("calamine")

    lines = StringIO()
    for row in cells[1 : rows + 1]:
        name, unit = row[2], row[5]
        written = (subjects[row[6]], row[1], name, name.lower(), name, row[4], unit, unit.lower(), int(row[11]))
        lines.write("\t".join(map(str, (*written, row[12], row[13], f"{name}|{row[3]}|{unit}"))) + "\n")
    lines.seek(0)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.copy_expert(f"COPY floor_honour ({COPIED}) FROM STDIN", lines)
        copied = cursor.rowcount
    watch.lap("COPY")
    if copied != rows:
        raise SystemExit(f"the floor copied {copied} of {rows} rows")
    return watch.told()
