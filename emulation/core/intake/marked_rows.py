"""What a workbook marks without words: rows that it does not show, and cells crossed out. Pure.

Readers of cells pass over both. Of .xlsx all is told, of .ods and .xls the hidden rows, of text nothing."""

import re
import struct
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.etree import ElementTree

from emulation.core.intake.compound import Broken, CompoundFile
from emulation.core.intake.faulty_cells import members_of_sheets
from emulation.core.intake.old_workbook import BEGIN, FINISH, SHEET, records, stream_of

PIECE = 1024 * 1024
ROW = re.compile(rb"<(?:\w+:)?row(?=[\s/>])([^>]*)>")
NUMBER = re.compile(rb"""\sr\s*=\s*["'](\d+)["']""")
IS_HIDDEN = re.compile(rb"""\shidden\s*=\s*["'](?:1|true)["']""")
CELL = re.compile(rb"""<(?:\w+:)?c(?=\s)([^>]*)>""")
PLACE = re.compile(rb"""\sr\s*=\s*["']([A-Z]{1,3})(\d+)["']""")
STYLE = re.compile(rb"""\ss\s*=\s*["'](\d+)["']""")
ODS_ROW = re.compile(rb"<(/?)(?:\w+:)?(table|table-row)(?=[\s/>])((?:[^>\"']|\"[^\"]*\"|'[^']*')*)>")
ODS_NAME = re.compile(rb"""(?:\w+:)?name\s*=\s*["']([^"']*)["']""")
ODS_TIMES = re.compile(rb"""number-rows-repeated\s*=\s*["'](\d+)["']""")
ODS_HIDDEN = re.compile(rb"""visibility\s*=\s*["'](?:collapse|filter)["']""")
OLD_ROW, OLD_HIDDEN = 0x0208, 0x20
MOST_HIDDEN = 1_048_576


@dataclass(frozen=True)
class Marks:
    """Rows and columns from 0. `struck`: {row: columns}."""

    hidden: frozenset[int] = frozenset()
    struck: Mapping[int, frozenset[int]] = field(default_factory=dict)


NONE = Marks()


def marks_of_packed(stream) -> dict[str, Marks]:
    """{sheet: its marks} of an .xlsx or .ods; sheets without any are left out."""
    stream.seek(0)
    with zipfile.ZipFile(stream) as packed:
        names = set(packed.namelist())
        if "xl/workbook.xml" not in names:
            return _of_open_document(packed) if "content.xml" in names else {}
        struck = _struck_styles(packed) if "xl/styles.xml" in names else frozenset()
        found = {}
        for name, member in members_of_sheets(packed).items():
            if member in names:
                marks = _of_sheet(packed, member, struck)
                if marks.hidden or marks.struck:
                    found[name] = marks
        return found


def _struck_styles(packed: zipfile.ZipFile) -> frozenset[bytes]:
    """The styles of cells, by number, whose font is crossed out."""
    try:
        styles = ElementTree.fromstring(packed.read("xl/styles.xml"))
    except ElementTree.ParseError:
        return frozenset()
    fonts = [font for parent in styles if parent.tag.endswith("}fonts") for font in parent]
    crossed = {
        str(number)
        for number, font in enumerate(fonts)
        if any(mark.tag.endswith("}strike") and mark.get("val", "1") not in ("0", "false") for mark in font)
    }
    forms = [form for parent in styles if parent.tag.endswith("}cellXfs") for form in parent]
    return frozenset(str(number).encode() for number, form in enumerate(forms) if form.get("fontId") in crossed)


def _of_sheet(packed: zipfile.ZipFile, member: str, styles: frozenset[bytes]) -> Marks:
    hidden, struck, row, tail = set(), {}, -1, b""
    with packed.open(member) as opened:
        while piece := opened.read(PIECE):
            text = tail + piece
            cut = text.rfind(b"<")
            text, tail = (text[:cut], text[cut:]) if cut >= 0 else (b"", text)
            if b"hidden" in text:
                for said in ROW.findall(text):
                    number = NUMBER.search(said)
                    row = int(number[1]) - 1 if number else row + 1
                    if IS_HIDDEN.search(said):
                        hidden.add(row)
            if styles:
                for said in CELL.findall(text):
                    style = STYLE.search(said)
                    if style and style[1] in styles and (place := PLACE.search(said)):
                        struck.setdefault(int(place[2]) - 1, set()).add(_column(place[1]))
    return Marks(frozenset(hidden), {number: frozenset(places) for number, places in struck.items()})


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1


def _of_open_document(packed: zipfile.ZipFile) -> dict[str, Marks]:
    found: dict[str, set[int]] = {}
    name, row, tail = "", 0, b""
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
                    name, row = (named[1].decode("utf-8", "replace") if named else ""), 0
                    continue
                times = ODS_TIMES.search(said)
                height = min(int(times[1]), MOST_HIDDEN) if times else 1
                if ODS_HIDDEN.search(said):
                    found.setdefault(name, set()).update(range(row, min(row + height, MOST_HIDDEN)))
                row += height
    return {name: Marks(frozenset(rows)) for name, rows in found.items()}


def marks_of_old(stream) -> dict[str, Marks]:
    """{sheet: its hidden rows} of an .xls."""
    stream.seek(0)
    try:
        content = stream_of(CompoundFile(stream.read()))
        return _of_records(content) if content else {}
    except Broken:
        return {}


def _of_records(content: bytes) -> dict[str, Marks]:
    names: dict[int, str] = {}
    found: dict[str, set[int]] = {}
    within: list[int] = []
    for at, kind, said in records(content):
        if kind == SHEET and len(said) >= 8:
            names[int.from_bytes(said[:4], "little")] = _old_name(said)
        elif kind == BEGIN:
            within.append(at)
        elif kind == FINISH and within:
            within.pop()
        elif kind == OLD_ROW and len(said) >= 14 and within:
            number, flags = struct.unpack_from("<H10xH", said)
            if flags & OLD_HIDDEN:
                found.setdefault(names.get(within[-1], ""), set()).add(number)
    return {name: Marks(frozenset(rows)) for name, rows in found.items()}


def _old_name(said: bytes) -> str:
    length, wide, name = said[6], said[7] & 1, said[8:]
    return name[: length * 2].decode("utf-16-le", "replace") if wide else name[:length].decode("latin-1")
