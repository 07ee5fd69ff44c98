"""A row as it is read, with what the headings above it say."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType
from typing import Any, NamedTuple


class RowKind(StrEnum):
    """An honour, or why a row is none. SUMMARY: counts of what the list holds. A row without anything in it
    is BLANK and counted nowhere."""

    HONOUR = "honour"
    TITLE = "title"
    HEADING = "heading"
    SECTION = "section"
    TOTAL = "total"
    SUMMARY = "summary"
    SIGNATURE = "signature"
    NOTE = "note"
    ONLY_NUMBERS = "only_numbers"
    HIDDEN = "hidden"
    STRUCK = "struck"
    BLANK = "blank"


class ListLine(NamedTuple):
    """`number` is the workbook's, from 1; `subject`, `unit` and `award` (as written) come from the sections above;
    `doubtful` marks a row taken for a section's heading without being sure. `said`: what the row says of a field that
    no cell says by itself (a name in two cells, the award of an x): it comes before the cells. `nth`: of the honours
    that one row holds, from 0. `level`: of a section's heading, 1 being the highest.
    `place`: of the column that says this honour's award, where several columns say awards.
    `struck`: places of cells that are crossed out.
    `headed_year`: that the heading over this honour's award names, where the row says a year of its own.
    `unclear`: a part of the name's cell that may be several things.
    `headed`: headings that are not known and stand between the table's own and the row."""

    number: int
    kind: RowKind
    cells: Sequence
    subject: str = ""
    unit: str = ""
    text: str = ""
    doubtful: bool = False
    award: str = ""
    sheet: str = ""
    nth: int = 0
    level: int = 0
    unclear: str = ""
    place: int | None = None
    said: Mapping[str, Any] = MappingProxyType({})
    struck: frozenset[int] = frozenset()
    headed_year: str = ""
    begins: bool = False
    headed: str = ""
