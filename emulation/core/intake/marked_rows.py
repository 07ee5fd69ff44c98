"""What a workbook marks without words: rows and columns that it does not show, and cells crossed out. Pure.

The reader of .xlsx tells all (`packed_cells`); of .ods and .xls what is hidden is told here, of text nothing."""

import re
import struct
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field

from emulation.core.intake.compound import Broken, CompoundFile
from emulation.core.intake.old_workbook import BEGIN, FINISH, SHEET, records, stream_of

PIECE = 1024 * 1024
ODS_ROW = re.compile(rb"<(/?)(?:\w+:)?(table|table-row|table-column)(?=[\s/>])((?:[^>\"']|\"[^\"]*\"|'[^']*')*)>")
ODS_NAME = re.compile(rb"""(?:\w+:)?name\s*=\s*["']([^"']*)["']""")
ODS_TIMES = re.compile(rb"""number-(?:rows|columns)-repeated\s*=\s*["'](\d+)["']""")
ODS_HIDDEN = re.compile(rb"""visibility\s*=\s*["'](?:collapse|filter)["']""")
OLD_ROW, OLD_HIDDEN = 0x0208, 0x20
OLD_COLUMNS, OLD_COLUMN_HIDDEN, OLD_WIDTH = 0x007D, 0x01, 256
MOST_HIDDEN = 1_048_576
MOST_COLUMNS = 16_384


@dataclass(frozen=True)
class Marks:
    """Rows and columns from 0. `hidden` rows, `hidden_columns`; `struck`: {row: columns}."""

    hidden: frozenset[int] = frozenset()
    struck: Mapping[int, frozenset[int]] = field(default_factory=dict)
    hidden_columns: frozenset[int] = frozenset()


NONE = Marks()


@dataclass
class _Hidden:
    rows: set[int] = field(default_factory=set)
    columns: set[int] = field(default_factory=set)

    @property
    def marks(self) -> Marks:
        return Marks(frozenset(self.rows), hidden_columns=frozenset(self.columns))


def marks_of_open_document(packed: zipfile.ZipFile) -> dict[str, Marks]:
    """{sheet: its hidden rows and columns} of an .ods."""
    found: dict[str, _Hidden] = {}
    name, row, column, tail = "", 0, 0, b""
    with packed.open("content.xml") as opened:
        while piece := opened.read(PIECE):
            text = tail + piece
            cut = text.rfind(b"<")
            text, tail = (text[:cut], text[cut:]) if cut >= 0 else (b"", text)
            for closes, tag, said in ODS_ROW.findall(text):
                if closes:
                    continue
                if tag == b"table":
                    named = ODS_NAME.search(said)
                    name, row, column = (named[1].decode("utf-8", "replace") if named else ""), 0, 0
                    continue
                times = ODS_TIMES.search(said)
                many = min(int(times[1]), MOST_HIDDEN) if times else 1
                if ODS_HIDDEN.search(said):
                    hidden = found.setdefault(name, _Hidden())
                    if tag == b"table-row":
                        hidden.rows.update(range(row, min(row + many, MOST_HIDDEN)))
                    else:
                        hidden.columns.update(range(column, min(column + many, MOST_COLUMNS)))
                if tag == b"table-row":
                    row += many
                else:
                    column += many
    return {name: hidden.marks for name, hidden in found.items()}


def marks_of_old(content: bytes) -> dict[str, Marks]:
    """{sheet: its hidden rows and columns} of an .xls."""
    try:
        stream = stream_of(CompoundFile(content))
        return _of_records(stream) if stream else {}
    except Broken:
        return {}


def _of_records(content: bytes) -> dict[str, Marks]:
    names: dict[int, str] = {}
    found: dict[str, _Hidden] = {}
    within: list[int] = []
    for at, kind, said in records(content):
        if kind == SHEET and len(said) >= 8:
            names[int.from_bytes(said[:4], "little")] = old_name(said)
        elif kind == BEGIN:
            within.append(at)
        elif kind == FINISH and within:
            within.pop()
        elif kind == OLD_ROW and len(said) >= 14 and within:
            number, flags = struct.unpack_from("<H10xH", said)
            if flags & OLD_HIDDEN:
                found.setdefault(names.get(within[-1], ""), _Hidden()).rows.add(number)
        elif kind == OLD_COLUMNS and len(said) >= 10 and within:
            first, last, width, flags = struct.unpack_from("<HHH2xH", said)
            if flags & OLD_COLUMN_HIDDEN or not width:
                columns = range(first, min(last + 1, OLD_WIDTH))
                found.setdefault(names.get(within[-1], ""), _Hidden()).columns.update(columns)
    return {name: hidden.marks for name, hidden in found.items()}


def old_name(said: bytes) -> str:
    length, wide, name = said[6], said[7] & 1, said[8:]
    return name[: length * 2].decode("utf-16-le", "replace") if wide else name[:length].decode("latin-1")
