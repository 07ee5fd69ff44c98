"""Which rows beneath the headings are honours, and which are headings of sections, totals or nothing. Pure."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from awards.rules.columns import Field, meaning_of
from awards.rules.recognise_terms import recognise_subject
from emulation.core.text import search_key

TOTAL = re.compile(
    r"^(?:tong cong(?! ty\b)|tong so|(?:tong|cong)(?= [\divx]+\b|$)|an dinh danh sach|danh sach nay co|danh sach co)\b"
)
ENUMERATED = re.compile(r"^(?:[IVX]{1,5}|[A-H]|\d{1,2})\s*[.)/\-]\s*\S")
ROMAN = re.compile(r"^(?:[IVX]{1,5}|[A-H])\.?$")
ENUMERATOR = re.compile(r"^(?:[IVX]{1,5}|[A-H]|\d{1,2})\s*[.)/\-]\s*")


class RowKind(StrEnum):
    HONOUR = "honour"
    SECTION = "section"
    NOTHING = "nothing"


@dataclass(frozen=True)
class Line:
    """`number` is the workbook's, from 1; `subject` and `unit` come from the sections above; `doubtful` marks a row
    taken for a section's heading without being sure."""

    number: int
    kind: RowKind
    cells: Sequence
    subject: str = ""
    unit: str = ""
    text: str = ""
    doubtful: bool = False


def lines(rows: Sequence[Sequence], first: int, mapping: Mapping[int, str], ordinal: int | None) -> Iterator[Line]:
    """`rows` are the sheet's, `first` the 0-based row below the headings, `ordinal` the place of STT."""
    subject, unit = "", ""
    for place in range(first, len(rows)):
        cells = rows[place]
        kind, text, doubtful = kind_of(cells, mapping, ordinal)
        if kind is RowKind.SECTION:
            found = recognise_subject(text)
            subject, unit = (found, "") if found else (subject, ENUMERATOR.sub("", text))
        yield Line(place + 1, kind, cells, subject, unit, text, doubtful)


def kind_of(cells: Sequence, mapping: Mapping[int, str], ordinal: int | None) -> tuple[RowKind, str, bool]:
    filled = [(place, cell) for place, cell in enumerate(cells) if cell]
    if not filled:
        return RowKind.NOTHING, "", False
    counted = str(cells[ordinal]) if ordinal is not None and ordinal < len(cells) else ""
    texts = [str(cell) for place, cell in filled if place != ordinal]
    if not texts:
        if len(filled) == 1 and not re.fullmatch(r"[\d.]+", counted):
            texts = [counted]
        else:
            return RowKind.NOTHING, "", False
    if TOTAL.match(search_key(texts[0])) or TOTAL.match(search_key(counted)):
        return RowKind.NOTHING, "", False
    names = [cells[place] for place, field in mapping.items() if field == Field.NAME and place < len(cells)]
    name = next((str(cell) for cell in names if cell), "")
    if name and meaning_of(name)[0] == Field.NAME:
        return RowKind.NOTHING, "", False
    if len(set(texts)) > 1:
        return RowKind.HONOUR, "", False
    text = texts[0]
    if recognise_subject(text):
        return RowKind.SECTION, text, False
    if re.fullmatch(r"\d+\.?", counted):
        return RowKind.HONOUR, "", False
    if ENUMERATED.match(text) or ROMAN.match(counted):
        return RowKind.SECTION, text, False
    if name and ordinal is None:
        return RowKind.HONOUR, "", False
    return RowKind.SECTION, text, True
