"""The checked rows of a list in the staging tables: COPY in, then questions to all rows at once."""

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from operator import attrgetter
from typing import IO

from django.db import connection, models

from awards.lists.models.batch import HonourBatch, ImportProblem, ImportRow
from awards.lists.rules.problems import ProblemLine
from awards.lists.rules.terms import RowState
from awards.register.actions.same import LOOSE, SHARED, STRICT
from awards.rows.rules.lines import ListLine
from awards.rows.rules.reading import CheckedRow, Expectations, RowTrouble

PARTED, NOTHING = "\x01", "\x02"  # no text of a list holds them; a tab stands in every key to sort by
ESCAPES = str.maketrans({"\\": "\\\\", "\n": "\\n", "\r": "\\r", PARTED: "\\x01", NOTHING: "\\x02"})
CHUNK = 1 << 16
FOREIGN = {"campaign_id": "campaign", "award_id": "award"}
OF_A_ROW = [FOREIGN.get(column, column) for column in SHARED]
SAID = attrgetter(*OF_A_ROW)
AWARD = OF_A_ROW.index("award")
MARK_KNOWN = f"""
WITH staged AS (
  SELECT r.id, md5(concat_ws('|', {STRICT.format(t="r")})) AS same,
    row_number() OVER (PARTITION BY md5(concat_ws('|', {STRICT.format(t="r")})) ORDER BY r.id) AS nth
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

BORN = "coalesce({t}.birth_date::text, {t}.birth_year::text, '')"
REPEATED = f"""
WITH staged AS (
  SELECT r.id, r.sheet, r.row, r.name, r.state, md5(concat_ws('|', {LOOSE.format(t="r")})) AS same,
    {BORN.format(t="r")} AS born
  FROM awards_importrow r WHERE r.batch_id = %(batch)s AND r.state IN ('good', 'known')
), counted AS (
  SELECT *, count(*) OVER whole AS times, count(*) FILTER (WHERE born = '') OVER whole AS unsaid,
    count(*) OVER (PARTITION BY same, born) AS alike,
    count(*) OVER (PARTITION BY same, left(born, 4)) AS of_year,
    count(*) FILTER (WHERE length(born) = 4) OVER (PARTITION BY same, left(born, 4)) AS only_year
  FROM staged WINDOW whole AS (PARTITION BY same)
), there AS (
  SELECT DISTINCT md5(concat_ws('|', {LOOSE.format(t="h")})) AS same, {BORN.format(t="h")} AS born
  FROM awards_honour h
  WHERE h.organisation_id = %(organisation)s AND h.status = 'in_force'
    AND h.decision_date IN (SELECT DISTINCT decision_date FROM awards_importrow WHERE batch_id = %(batch)s)
), registered AS (
  SELECT DISTINCT staged.id FROM staged JOIN there USING (same)
  WHERE staged.born = there.born OR '' IN (staged.born, there.born)
    OR (left(staged.born, 4) = left(there.born, 4) AND 4 IN (length(staged.born), length(there.born)))
), found AS (
  SELECT counted.*, registered.id IS NOT NULL AS in_register,
    alike > 1 OR (times > 1 AND (born = '' OR unsaid > 0)) OR (of_year > 1 AND (length(born) = 4 OR only_year > 0))
      AS in_list
  FROM counted LEFT JOIN registered USING (id)
)
"""
PLACE = "CASE WHEN sheet = '' THEN '' ELSE sheet || ': ' END || row"
WARN_OF_REPEATED = f"""
{REPEATED}, kept AS (
  INSERT INTO awards_importproblem (batch_id, sheet, row, rows, times, "column", code, seen, expected, refuses)
  SELECT %(batch)s, '', (array_agg(row ORDER BY id))[1], left(string_agg({PLACE}, ', ' ORDER BY id), 4000), count(*),
    %(column)s, %(code)s, left(min(name), 300),
    CASE WHEN bool_or(in_list) THEN left(string_agg({PLACE}, ', ' ORDER BY id), 380) ELSE '' END, false
  FROM found WHERE in_list OR in_register
  GROUP BY same HAVING bool_or(state = 'good')
  ORDER BY min(id)
)
SELECT count(*) FROM found WHERE state = 'good' AND (in_list OR in_register)
"""

WARN_OF_SHARED_NUMBERS = f"""
WITH staged AS (
  SELECT DISTINCT ON (sheet, row) id, sheet, row, name, identity_digest, recipient_key, birth_date, birth_year
  FROM awards_importrow WHERE batch_id = %(batch)s AND identity_digest <> '' ORDER BY sheet, row, id
), bearers AS (
  SELECT identity_digest, recipient_key, birth_date, birth_year FROM staged
  UNION ALL
  SELECT h.identity_digest, h.recipient_key, h.birth_date, h.birth_year FROM awards_honour h
  WHERE h.organisation_id = %(organisation)s AND h.status = 'in_force'
    AND h.identity_digest IN (SELECT identity_digest FROM staged)
), shared AS (
  SELECT identity_digest FROM bearers GROUP BY identity_digest
  HAVING count(DISTINCT recipient_key) > 1 OR count(DISTINCT birth_date) > 1 OR count(DISTINCT birth_year) > 1
), kept AS (
  INSERT INTO awards_importproblem (batch_id, sheet, row, rows, times, "column", code, seen, expected, refuses)
  SELECT %(batch)s, '', (array_agg(row ORDER BY id))[1], left(string_agg({PLACE}, ', ' ORDER BY id), 4000), count(*),
    %(column)s, %(code)s, left(string_agg(name, '; ' ORDER BY id), 300),
    CASE WHEN count(*) > 1 THEN left(string_agg({PLACE}, ', ' ORDER BY id), 380) ELSE '' END, false
  FROM staged JOIN shared USING (identity_digest) GROUP BY identity_digest ORDER BY min(id)
)
SELECT count(*) FROM staged JOIN shared USING (identity_digest)
"""

COPY = """COPY "{table}" ({columns}) FROM STDIN (DELIMITER E'\\x01', NULL E'\\x02')"""
COLUMNS = ", ".join(f'"{column}"' for column in SHARED)
TAKE = f"""
INSERT INTO awards_honour ({COLUMNS}, organisation_id, batch_id, batch_sheet, batch_row, batch_nth)
SELECT {COLUMNS}, %(organisation)s, batch_id, sheet, row, nth FROM awards_importrow
WHERE batch_id = %(batch)s AND state = 'good' ORDER BY id
"""


@dataclass(frozen=True)
class Spool:
    """Checked rows as COPY reads them, on the disk until the whole list is checked: however long the list, no more than
    a row of it stays in memory."""

    batch: HonourBatch
    expected: Expectations
    rows: IO[str]

    def take(self, line: ListLine, row: CheckedRow | None) -> None:
        """`row` is None for a heading of a section."""
        if row is not None:
            award = self.expected.awards.get(row.award)
            state = RowState.GOOD if row.is_good else RowState.REFUSED
            said = [self.batch.pk, line.sheet, row.row, line.nth, state, *SAID(row)]
            said[AWARD - len(OF_A_ROW)] = award.pk if award else None
            self.rows.write(_line(said))

    def replace_rows(self) -> None:
        """Into the staging tables, in the place of what an earlier check left there."""
        clear(self.batch)
        _copy(ImportRow, ["batch_id", "sheet", "row", "nth", "state", *SHARED], self.rows)


@contextmanager
def spooled(batch: HonourBatch, expected: Expectations) -> Iterator[Spool]:
    with tempfile.TemporaryFile("w+", encoding="utf-8", newline="\n") as rows:
        yield Spool(batch, expected, rows)


def keep_problems(batch: HonourBatch, lines: Iterable[ProblemLine]) -> None:
    ImportProblem.objects.bulk_create(
        [
            ImportProblem(
                batch=batch,
                sheet=line.sheet,
                row=line.row,
                rows=line.rows,
                times=line.times,
                column=line.column,
                code=line.trouble,
                seen=line.seen,
                expected=line.detail,
                refuses=line.refuses,
            )
            for line in lines
        ]
    )


def clear(batch: HonourBatch) -> None:
    ImportProblem.objects.filter(batch=batch)._raw_delete("default")
    ImportRow.objects.filter(batch=batch)._raw_delete("default")


def _copy(model: type[models.Model], columns: Iterable[str], lines: IO[str]) -> None:
    lines.seek(0)
    names = ", ".join(f'"{column}"' for column in columns)
    with connection.cursor() as cursor:
        cursor.copy_expert(COPY.format(table=model._meta.db_table, columns=names), lines, size=CHUNK)


def _line(cells: Sequence[object]) -> str:
    told = [NOTHING if value is None else value if type(value) is str else str(value) for value in cells]
    line = PARTED.join(told)
    is_plain = line.count(PARTED) == len(told) - 1 and line.count(NOTHING) == cells.count(None)
    if not is_plain or "\\" in line or "\n" in line or "\r" in line:
        escaped = (value.translate(ESCAPES) for value in told)
        line = PARTED.join(NOTHING if cell is None else text for cell, text in zip(cells, escaped, strict=True))
    return line + "\n"


def mark_known(batch: HonourBatch) -> int:
    """Rows that the register already has under the same decision, as often as it has them; how many were marked."""
    return _execute(MARK_KNOWN, batch)


def warn_of_repeated(batch: HonourBatch, column: str) -> int:
    """The same name, unit, award and decision more than once, unless their births tell them apart: to be looked at,
    never merged; how many rows. One line for all rows of the same."""
    return _execute(WARN_OF_REPEATED, batch, column=column, code=str(RowTrouble.REPEATED))


def warn_of_shared_numbers(batch: HonourBatch, column: str) -> int:
    """One identity number beside different names or births: to be looked at, counted as different people; how many
    rows."""
    return _execute(WARN_OF_SHARED_NUMBERS, batch, column=column, code=str(RowTrouble.IDENTITY_SHARED))


def take(batch: HonourBatch) -> int:
    """The good rows into the register; how many."""
    return _execute(TAKE, batch)


def _execute(statement: str, batch: HonourBatch, **values: str) -> int:
    """What the statement counts, else how many rows it changed. Rows that COPY just wrote have no statistics, and the
    planner would compare each with each (66 s for 24.000)."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_nestloop = off")
        cursor.execute(statement, {"batch": batch.pk, "organisation": batch.organisation_id, **values})
        changed = cursor.fetchone()[0] if cursor.description else cursor.rowcount
        cursor.execute("SET LOCAL enable_nestloop = on")
        return changed
