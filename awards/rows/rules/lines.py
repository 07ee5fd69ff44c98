"""A row as it is read, with what the headings above it say."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class RowKind(StrEnum):
    HONOUR = "honour"
    SECTION = "section"
    NOTHING = "nothing"


@dataclass(frozen=True)
class ListLine:
    """`number` is the workbook's, from 1; `subject`, `unit` and `award` (as written) come from the sections above;
    `doubtful` marks a row taken for a section's heading without being sure."""

    number: int
    kind: RowKind
    cells: Sequence
    subject: str = ""
    unit: str = ""
    text: str = ""
    doubtful: bool = False
    award: str = ""
