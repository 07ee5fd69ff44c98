"""The checked rows of a list in the staging tables: COPY in, then questions to all rows at once."""

import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import astuple, dataclass
from typing import IO

from django.db import connection, models

from awards.lists.models.batch import HonourBatch, ImportProblem, ImportRow
from awards.lists.rules.problems import ListProblem
from awards.lists.rules.terms import RowState
from awards.register.actions.same import LOOSE, SHARED, STRICT
from awards.rows.rules.reading import CheckedRow, Expectations, RowTrouble

ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})
CHUNK = 1 << 16
FOREIGN = {"campaign_id": "campaign"}
PROBLEM_COLUMNS = ("row", "column", "code", "seen", "expected", "refuses")


MARK_KNOWN = f"""
WITH staged AS (
  SELECT r.id, md5(concat_ws('|', {STRICT.format(t="r")})) AS same,
    row_number() OVER (PARTITION BY md5(concat_ws('|', {STRICT.format(t="r")})) ORDER BY r.row) AS nth
  FROM awards_importrow r WHERE r.batch_id = %(batch)s AND r.state IN ('good', 'known')
), there AS (
  SELECT md5(concat_ws('|', {STRICT.format(t="h")})) AS same, count(*) AS times
  FROM awards_honour h
  WHERE h.organisation_id = %(organisation)s AND h.status = 'in_force'
    AND h.decision_date IN (SELECT DISTINCT decision_date FROM awards_importrow WHERE batch_id = %(batch)s)
  GROUP BY 1
)
UPDATE awards_importrow r SET state = 'known'
FROM staged JOIN there USING (same)
WHERE r.id = staged.id AND staged.nth <= there.times AND r.state = 'good'
"""

WARN_OF_REPEATED = f"""
WITH staged AS (
  SELECT r.row, r.name, r.state, md5(concat_ws('|', {LOOSE.format(t="r")})) AS same
  FROM awards_importrow r WHERE r.batch_id = %(batch)s AND r.state IN ('good', 'known')
), there AS (
  SELECT DISTINCT md5(concat_ws('|', {LOOSE.format(t="h")})) AS same
  FROM awards_honour h
  WHERE h.organisation_id = %(organisation)s AND h.status = 'in_force'
    AND h.decision_date IN (SELECT DISTINCT decision_date FROM awards_importrow WHERE batch_id = %(batch)s)
), groups AS (
  SELECT same, left(string_agg(row::text, ', ' ORDER BY row), 380) AS rows, count(*) AS times
  FROM staged GROUP BY same
)
INSERT INTO awards_importproblem (batch_id, row, "column", code, seen, expected, refuses)
SELECT %(batch)s, staged.row, %(column)s, %(code)s, left(staged.name, 300),
  CASE WHEN groups.times > 1 THEN groups.rows ELSE '' END, false
FROM staged JOIN groups USING (same) LEFT JOIN there USING (same)
WHERE staged.state = 'good' AND (groups.times > 1 OR there.same IS NOT NULL)
ORDER BY staged.row
"""

WARN_OF_SHARED_NUMBERS = """
WITH staged AS (
  SELECT r.row, r.name, r.identity_digest, r.recipient_key, r.birth_date, r.birth_year
  FROM awards_importrow r WHERE r.batch_id = %(batch)s AND r.identity_digest <> ''
), bearers AS (
  SELECT row, identity_digest, recipient_key, birth_date, birth_year FROM staged
  UNION ALL
  SELECT NULL, h.identity_digest, h.recipient_key, h.birth_date, h.birth_year
  FROM awards_honour h
  WHERE h.organisation_id = %(organisation)s AND h.status = 'in_force'
    AND h.identity_digest IN (SELECT identity_digest FROM staged)
), shared AS (
  SELECT identity_digest, left(string_agg(row::text, ', ' ORDER BY row), 380) AS rows, count(row) AS times
  FROM bearers GROUP BY identity_digest
  HAVING count(DISTINCT recipient_key) > 1 OR count(DISTINCT birth_date) > 1 OR count(DISTINCT birth_year) > 1
)
INSERT INTO awards_importproblem (batch_id, row, "column", code, seen, expected, refuses)
SELECT %(batch)s, staged.row, %(column)s, %(code)s, left(staged.name, 300),
  CASE WHEN shared.times > 1 THEN shared.rows ELSE '' END, false
FROM staged JOIN shared USING (identity_digest) ORDER BY staged.row
"""

COLUMNS = ", ".join(f'"{column}"' for column in SHARED)
TAKE = f"""
INSERT INTO awards_honour ({COLUMNS}, organisation_id, batch_id, batch_row)
SELECT {COLUMNS}, %(organisation)s, batch_id, row FROM awards_importrow
WHERE batch_id = %(batch)s AND state = 'good' ORDER BY row
"""


@dataclass(frozen=True)
class Spool:
    """Checked rows and their problems as COPY reads them, on the disk until the whole list is checked: however long the
    list, no more than a row of it stays in memory."""

    batch: HonourBatch
    expected: Expectations
    rows: IO[str]
    problems: IO[str]

    def take(self, row: CheckedRow | None, problems: Iterable[ListProblem]) -> None:
        """`row` is None for a heading of a section."""
        if row is not None:
            self.rows.write(_line(self._staged(row)))
        self.problems.writelines(_line((self.batch.pk, *astuple(problem))) for problem in problems)

    def _staged(self, row: CheckedRow) -> Iterator[object]:
        award = self.expected.awards.get(row.award)
        yield from (self.batch.pk, row.row, RowState.GOOD if row.is_good else RowState.REFUSED)
        for column in SHARED:
            if column == "award_id":
                yield award.pk if award else None
            else:
                yield getattr(row, FOREIGN.get(column, column))

    def replace_rows(self) -> None:
        """Into the staging tables, in the place of what an earlier check left there."""
        clear(self.batch)
        _copy(ImportRow, ["batch_id", "row", "state", *SHARED], self.rows)
        _copy(ImportProblem, ["batch_id", *PROBLEM_COLUMNS], self.problems)


@contextmanager
def spooled(batch: HonourBatch, expected: Expectations) -> Iterator[Spool]:
    with (
        tempfile.TemporaryFile("w+", encoding="utf-8", newline="\n") as rows,
        tempfile.TemporaryFile("w+", encoding="utf-8", newline="\n") as problems,
    ):
        yield Spool(batch, expected, rows, problems)


def clear(batch: HonourBatch) -> None:
    ImportProblem.objects.filter(batch=batch)._raw_delete("default")
    ImportRow.objects.filter(batch=batch)._raw_delete("default")


def _copy(model: type[models.Model], columns: Iterable[str], lines: IO[str]) -> None:
    lines.seek(0)
    names = ", ".join(f'"{column}"' for column in columns)
    with connection.cursor() as cursor:
        cursor.copy_expert(f'COPY "{model._meta.db_table}" ({names}) FROM STDIN', lines, size=CHUNK)


def _line(cells: Iterable[object]) -> str:
    return "\t".join(map(_written, cells)) + "\n"


def _written(value: object) -> str:
    return "\\N" if value is None else str(value).translate(ESCAPES)


def mark_known(batch: HonourBatch) -> int:
    """Rows that the register already has under the same decision, as often as it has them; how many were marked."""
    return _execute(MARK_KNOWN, batch)


def warn_of_repeated(batch: HonourBatch, column: str) -> int:
    """The same name, unit, award and decision more than once: to be looked at, never merged; how many rows."""
    return _execute(WARN_OF_REPEATED, batch, column=column, code=str(RowTrouble.REPEATED))


def warn_of_shared_numbers(batch: HonourBatch, column: str) -> int:
    """One identity number beside different names or births: to be looked at, counted as different people; how many
    rows."""
    return _execute(WARN_OF_SHARED_NUMBERS, batch, column=column, code=str(RowTrouble.IDENTITY_SHARED))


def take(batch: HonourBatch) -> int:
    """The good rows into the register; how many."""
    return _execute(TAKE, batch)


def _execute(statement: str, batch: HonourBatch, **values: str) -> int:
    """Rows that COPY just wrote have no statistics, and the planner would compare each with each (66 s for 24.000)."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_nestloop = off")
        cursor.execute(statement, {"batch": batch.pk, "organisation": batch.organisation_id, **values})
        changed = cursor.rowcount
        cursor.execute("SET LOCAL enable_nestloop = on")
        return changed
