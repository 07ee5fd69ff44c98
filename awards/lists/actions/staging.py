"""The checked rows of a list in the staging tables: COPY in, then questions to all rows at once."""

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from operator import attrgetter
from typing import IO

from django.db import connection, models

from awards.lists.models.batch import HonourBatch, ImportProblem, ImportRow
from awards.lists.rules.problems import ProblemLine
from awards.lists.rules.terms import RowState
from awards.register.actions.same import LOOSE, SHARED, STRICT
from awards.register.models.honour import Honour
from awards.rows.rules.lines import ListLine
from awards.rows.rules.reading import CheckedRow, Expectations, RowTrouble
from emulation.core.text import ALPHABET

PARTED, NOTHING = "\x01", "\x02"  # no text of a list holds them; a tab stands in every key to sort by
ESCAPES = str.maketrans({"\\": "\\\\", "\n": "\\n", "\r": "\\r", PARTED: "\\x01", NOTHING: "\\x02"})
CHUNK = 1 << 16
FOREIGN = {"campaign_id": "campaign", "award_id": "award"}
OF_HONOUR = [  # thousands of rows say all of them alike
    "subject_kind",
    "target_group",
    "award_id",
    "way",
    "achievement_year",
    "decision_number",
    "decision_date",
    "signer_office",
    "campaign_id",
]
OF_RECIPIENT = [column for column in SHARED if column not in OF_HONOUR]
SAID_OF_HONOUR, SAID_OF_RECIPIENT = (
    attrgetter(*(FOREIGN.get(column, column) for column in columns)) for columns in (OF_HONOUR, OF_RECIPIENT)
)
AWARD = OF_HONOUR.index("award_id")
MOST_SAYINGS = 5_000
# What two honours must share to be the same is dear to compare. First what is cheap: award and day with the register;
# within the list also the unit and the letters of the name, whose y count as i wherever they stand.
HELD = """
given AS (
  SELECT DISTINCT r.award_id, r.decision_date FROM awards_importrow r WHERE r.batch_id = %(batch)s
), held AS MATERIALIZED (
  SELECT h.* FROM awards_honour h JOIN given USING (award_id, decision_date)
  WHERE h.organisation_id = %(organisation)s AND h.status = 'in_force'
)"""
MARK_KNOWN = f"""
WITH {HELD}, asked AS (
  SELECT r.*, md5(concat_ws('|', {STRICT.format(t="r")})) AS same FROM awards_importrow r
  WHERE r.batch_id = %(batch)s AND r.state IN ('good', 'known')
    AND (r.award_id, r.decision_date) IN (SELECT award_id, decision_date FROM held)
), staged AS (
  SELECT id, same, row_number() OVER (PARTITION BY same ORDER BY id) AS nth FROM asked
), there AS (
  SELECT md5(concat_ws('|', {STRICT.format(t="h")})) AS same, count(*) AS times FROM held h GROUP BY 1
)
UPDATE awards_importrow r SET state = 'known'
FROM staged JOIN there USING (same)
WHERE r.id = staged.id AND staged.nth <= there.times AND r.state = 'good'
"""

NO_UNIT = LOOSE.removesuffix(", {t}.unit_key")
BY_DOSSIER = f"""
WITH staged AS (
  SELECT r.*, md5(concat_ws('|', {NO_UNIT.format(t="r")})) AS same
  FROM awards_importrow r WHERE r.batch_id = %(batch)s AND r.state IN ('good', 'known')
), decided AS (
  SELECT h.*, md5(concat_ws('|', {NO_UNIT.format(t="h")})) AS same
  FROM awards_honour h
  WHERE h.organisation_id = %(organisation)s AND h.status = 'in_force' AND h.from_dossier
    AND h.decision_date IN (SELECT DISTINCT decision_date FROM awards_importrow WHERE batch_id = %(batch)s)
), alike AS (
  SELECT r.id, r.state, h.id AS honour,
    coalesce(r.birth_date::text, r.birth_year::text, '') = coalesce(h.birth_date::text, h.birth_year::text, '')
      AND r.unit_key = h.unit_key AND r.identity_digest = h.identity_digest AS wholly
  FROM staged r JOIN decided h USING (same)
  WHERE (strpos(r.unit_key, h.unit_key) > 0 OR strpos(h.unit_key, r.unit_key) > 0)
    AND (r.birth_year IS NULL OR h.birth_year IS NULL OR r.birth_year = h.birth_year)
    AND (r.birth_date IS NULL OR h.birth_date IS NULL OR r.birth_date = h.birth_date)
    AND (r.identity_digest = '' OR h.identity_digest = '' OR r.identity_digest = h.identity_digest)
), chosen AS (
  SELECT DISTINCT ON (honour) honour, id FROM alike ORDER BY honour, state = 'known' DESC, wholly DESC, id
)
UPDATE awards_importrow r SET state = 'known' FROM chosen WHERE r.id = chosen.id AND r.state = 'good'
"""

BORN = "coalesce({t}.birth_date::text, {t}.birth_year::text, '')"
ALIKE = (
    f"hashtextextended(r.unit_key || translate(r.sort_key, '{ALPHABET['y']}0', '{ALPHABET['i']}'),"
    " r.award_id * 1000000 + (r.decision_date - DATE '1900-01-01'))"
)
ASKED = f"""
  SELECT r.id, r.sheet, r.row, r.name, r.state, md5(concat_ws('|', {LOOSE.format(t="r")})) AS same,
    {BORN.format(t="r")} AS born
  FROM awards_importrow r WHERE r.batch_id = %(batch)s AND r.state IN ('good', 'known')"""
REPEATED = f"""
WITH {HELD}, alike AS MATERIALIZED (
  SELECT {ALIKE} FROM awards_importrow r WHERE r.batch_id = %(batch)s AND r.state IN ('good', 'known')
  GROUP BY 1 HAVING count(*) > 1
), staged AS (
  {ASKED} AND {ALIKE} IN (SELECT * FROM alike)
  UNION
  {ASKED} AND (r.award_id, r.decision_date) IN (SELECT award_id, decision_date FROM held)
), counted AS (
  SELECT *, count(*) OVER whole AS times, count(*) FILTER (WHERE born = '') OVER whole AS unsaid,
    count(*) OVER (PARTITION BY same, born) AS alike,
    count(*) OVER (PARTITION BY same, left(born, 4)) AS of_year,
    count(*) FILTER (WHERE length(born) = 4) OVER (PARTITION BY same, left(born, 4)) AS only_year
  FROM staged WINDOW whole AS (PARTITION BY same)
), there AS (
  SELECT DISTINCT md5(concat_ws('|', {LOOSE.format(t="h")})) AS same, {BORN.format(t="h")} AS born FROM held h
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
    rows: IO[bytes]
    _honours: dict[tuple[object, ...], str] = field(default_factory=dict)

    def take(self, line: ListLine, row: CheckedRow | None) -> None:
        """`row` is None for a heading of a section."""
        if row is None:
            return
        honour = SAID_OF_HONOUR(row)
        written = self._honours.get(honour)
        if written is None:
            if len(self._honours) >= MOST_SAYINGS:
                self._honours.clear()
            written = self._honours[honour] = self._written(honour)
        state = RowState.GOOD if row.is_good else RowState.REFUSED
        own = _line((line.sheet, row.row, line.nth, state.value, *SAID_OF_RECIPIENT(row)))
        self.rows.write(f"{own}{PARTED}{written}\n".encode())

    def _written(self, honour: tuple[object, ...]) -> str:
        award = self.expected.awards.get(str(honour[AWARD]))
        return _line((*honour[:AWARD], award.pk if award else None, *honour[AWARD + 1 :], self.batch.pk))

    def replace_rows(self) -> None:
        """Into the staging tables, in the place of what an earlier check left there."""
        clear(self.batch)
        _copy(ImportRow, ["sheet", "row", "nth", "state", *OF_RECIPIENT, *OF_HONOUR, "batch_id"], self.rows)


@contextmanager
def spooled(batch: HonourBatch, expected: Expectations) -> Iterator[Spool]:
    with tempfile.TemporaryFile() as rows:
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


def _copy(model: type[models.Model], columns: Iterable[str], lines: IO[bytes]) -> None:
    lines.seek(0)
    names = ", ".join(f'"{column}"' for column in columns)
    with connection.cursor() as cursor:
        cursor.copy_expert(COPY.format(table=model._meta.db_table, columns=names), lines, size=CHUNK)


def _line(cells: Sequence[object]) -> str:
    """As COPY reads it, without its end."""
    told = [NOTHING if value is None else value if type(value) is str else str(value) for value in cells]
    line = PARTED.join(told)
    is_plain = line.count(PARTED) == len(told) - 1 and line.count(NOTHING) == cells.count(None)
    if not is_plain or "\\" in line or "\n" in line or "\r" in line:
        escaped = (value.translate(ESCAPES) for value in told)
        line = PARTED.join(NOTHING if cell is None else text for cell, text in zip(cells, escaped, strict=True))
    return line


def mark_known(batch: HonourBatch) -> int:
    """Rows that the register already has under the same decision, as often as it has them, and those that a dossier's
    decision brought there, which may say less; how many were marked."""
    known = _execute(MARK_KNOWN, batch)
    days = ImportRow.objects.filter(batch=batch).values("decision_date")
    decided = Honour.objects.in_force().filter(organisation=batch.organisation_id, from_dossier=True)
    return known + _execute(BY_DOSSIER, batch) if decided.filter(decision_date__in=days).exists() else known


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
