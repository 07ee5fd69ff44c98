"""What an .ods says beside its cells, and what its reader loses or takes for a cell's own text: merged cells,
tabs, boxes. Pure."""

import zipfile
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TypeAlias
from xml.parsers import expat

from emulation.core.intake.sheet import Aside, AsideKind
from emulation.core.text import squash

PIECE, LONGEST_TEXT = 1024 * 1024, 300
OVERLAP = 20
SAYS_BESIDE = (b"office:annotation", b"<draw:", b"<text:tab", b"-spanned=")
Area: TypeAlias = tuple[tuple[int, int], tuple[int, int]]
CELLS = frozenset({"table:table-cell", "table:covered-table-cell"})


@dataclass
class OpenAsides:
    """`asides`: {sheet: those of it}; `own`: {sheet: {(row, column): what the cell itself says}} where a box or a tab
    stands in the cell; `merged`: {sheet: [((row, column), (row, column))]}, both ends within."""

    asides: dict[str, dict[Aside, None]] = field(default_factory=lambda: defaultdict(dict))
    own: dict[str, dict[tuple[int, int], str]] = field(default_factory=lambda: defaultdict(dict))
    merged: dict[str, list[Area]] = field(default_factory=lambda: defaultdict(list))


def asides_of_open_document(packed: zipfile.ZipFile) -> OpenAsides:
    if not _says_beside(packed):
        return OpenAsides()
    reader = _Reader()
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = reader.start, reader.end
    parser.CharacterDataHandler = reader.text
    parser.StartDoctypeDeclHandler = _no_doctype
    try:
        with packed.open("content.xml") as opened:
            while piece := opened.read(PIECE):
                parser.Parse(piece)
            parser.Parse(b"", True)
    except expat.ExpatError as problem:
        raise ValueError("no well-formed content") from problem
    return reader.found


def _says_beside(packed: zipfile.ZipFile) -> bool:
    tail = b""
    with packed.open("content.xml") as opened:
        while piece := opened.read(PIECE):
            if any(sign in tail + piece for sign in SAYS_BESIDE):
                return True
            tail = piece[-OVERLAP:]
    return False


def _no_doctype(*_said) -> None:
    raise ValueError("a content with definitions of its own")


class _Reader:
    def __init__(self) -> None:
        self.found = OpenAsides()
        self._sheet, self._row, self._column = "", 0, 0
        self._next_row = self._next_column = 0
        self._kind: AsideKind | None = None
        self._depth = self._paragraphs = 0
        self._beside: list[str] = []
        self._own: list[str] = []
        self._is_misread = False

    def start(self, name: str, said: dict[str, str]) -> None:
        if self._kind is not None:
            self._depth += 1
        elif name == "office:annotation" or name.startswith("draw:"):
            self._kind = AsideKind.COMMENT if name == "office:annotation" else AsideKind.TEXT_BOX
            self._depth, self._beside = 1, []
        elif name == "table:table":
            self._sheet, self._row, self._column, self._next_row = said.get("table:name", ""), 0, 0, 0
        elif name == "table:table-row":
            self._row, self._column, self._next_column = self._next_row, 0, 0
            self._next_row += _times(said, "table:number-rows-repeated")
        elif name in CELLS:
            self._column, self._own, self._is_misread = self._next_column, [], False
            self._next_column += _times(said, "table:number-columns-repeated")
            deep, wide = (_times(said, f"table:number-{what}-spanned") for what in ("rows", "columns"))
            if deep > 1 or wide > 1:
                ends = self._row + deep - 1, self._column + wide - 1
                self.found.merged[self._sheet].append(((self._row, self._column), ends))
        if name == "text:p":
            self._paragraphs += 1
            self.text("\n")
        elif name in ("text:s", "text:tab", "text:line-break"):
            self.text(" ")
            self._is_misread = self._is_misread or (name == "text:tab" and self._kind is None)

    def end(self, name: str) -> None:
        if name == "text:p":
            self._paragraphs -= 1
        if self._kind is not None:
            self._depth -= 1
            if not self._depth:
                self._close()
        elif name in CELLS and self._is_misread:
            lines = "".join(self._own).strip("\n")
            self.found.own[self._sheet][(self._row, self._column)] = lines

    def text(self, said: str) -> None:
        if self._paragraphs:
            (self._own if self._kind is None else self._beside).append(said)

    def _close(self) -> None:
        kind, self._kind = self._kind, None
        self._is_misread = self._is_misread or kind is AsideKind.TEXT_BOX
        if kind is not None and (text := squash("".join(self._beside))):
            self.found.asides[self._sheet][Aside(kind, self._row, self._column, text[:LONGEST_TEXT])] = None


def _times(said: dict[str, str], name: str) -> int:
    written = said.get(name, "1")
    return int(written) if written.isdecimal() else 1
