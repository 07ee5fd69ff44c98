"""How many rows of a list do not say the way or the year, and what is commonest: so that it is asked once."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeAlias

from awards.catalogue.rules.recognise_terms import recognise_way
from awards.lists.intake.readings import ListFile, ListReading
from awards.lists.rules.row_kinds import lines
from awards.lists.rules.table import ListTable, Silence
from awards.rows.rules.days import years_in
from awards.rows.rules.fields import Field
from awards.rows.rules.lines import RowKind

SEVERAL = 3
Read: TypeAlias = Callable[[str], str]


def with_silence(tables: Sequence[ListTable], file: ListFile) -> tuple[ListTable, ...]:
    found = []
    for table, reading in zip(tables, file.tables, strict=True):
        silent = {
            name: silence
            for name, read in ((Field.WAY, _way), (Field.ACHIEVEMENT_YEAR, _year))
            if (silence := _of(reading, table, name, read)).rows
        }
        if Field.AWARD not in table.meanings.places:
            silent[Field.AWARD] = _without_award(reading, table)
        found.append(replace(table, silent=silent))
    return tuple(found)


def _without_award(reading: ListReading, table: ListTable) -> Silence:
    """Where no column says it, the headings of sections may: for all rows, or not for all."""
    rows = reading.rows_under(table.meanings)
    return Silence(sum(line.kind is RowKind.HONOUR and not line.award for line in lines(rows)))


def _of(reading: ListReading, table: ListTable, name: str, read: Read) -> Silence:
    """Among the rows that hold a name and a number of their own, or several things besides."""
    names, places = (table.meanings.places.get(meaning, ()) for meaning in (Field.NAME, name))
    ordinal = reading.ordinal
    written = Counter[object]()
    for number in range(reading.guess.first, reading.last):
        row = reading.rows[number]
        if not any(place < len(row) and row[place] for place in names):
            continue
        counted = ordinal is not None and ordinal < len(row) and str(row[ordinal]).isdigit()
        if counted or sum(map(bool, row)) >= SEVERAL:
            written[next((row[place] for place in places if place < len(row) and row[place]), "")] += 1
    silent = written.pop("", 0)
    known = Counter[str]()
    for cell, times in written.items():
        known[read(str(cell))] += times
    known.pop("", None)
    return Silence(silent, known.most_common(1)[0][0] if known else "")


def _way(text: str) -> str:
    return recognise_way(text) or ""


def _year(text: str) -> str:
    found = years_in(text)
    return str(found[-1]) if found else ""
