"""What an .xls workbook is like before a reader opens it: locked or not, and how far its sheets reach. Pure."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from emulation.core.intake.compound import Broken, CompoundFile

BEGIN, FINISH, LOCKED, SHEET, STRINGS, SPAN = 0x0809, 0x000A, 0x002F, 0x0085, 0x00FC, 0x0200
CELLS = frozenset((0x0203, 0x0204, 0x0205, 0x027E, 0x00FD, 0x0006, 0x00D6))
ROWS_OF_CELLS = frozenset((0x00BD, 0x00BE))
EXCEL_97 = 0x0600
STREAMS = ("Workbook", "Book")
LEAST_STRING = 3


@dataclass
class _Reach:
    rows: int = 0
    columns: int = 0
    said: int = 0

    @property
    def cells(self) -> int:
        return max(self.rows * self.columns, self.said)


@dataclass(frozen=True)
class OldWorkbook:
    """`cells`: of the rectangles that all sheets span together, which readers hold in memory."""

    locked: bool
    cells: int


def stream_of(book: CompoundFile) -> bytes | None:
    """The stream that holds the workbook, None where the file is no workbook."""
    names = {name.casefold() for name in book.names}
    return next((book.stream(name) for name in STREAMS if name.casefold() in names), None)


def look_at(stream: bytes) -> OldWorkbook:
    """Raises `Broken` where a count in the file cannot be true."""
    sheets: list[int] = []
    reaches: dict[int, _Reach] = {}
    within: list[_Reach] = []
    version = 0
    for at, kind, content in records(stream):
        if kind == BEGIN:
            if at == 0 and len(content) >= 2:
                version = int.from_bytes(content[:2], "little")
            reaches[at] = _Reach()
            within.append(reaches[at])
        elif kind == FINISH and within:
            within.pop()
        elif kind == LOCKED:
            return OldWorkbook(locked=True, cells=0)
        elif kind == SHEET and len(content) >= 4:
            sheets.append(int.from_bytes(content[:4], "little"))
        elif kind == STRINGS and len(content) >= 8:
            if int.from_bytes(content[4:8], "little") * LEAST_STRING > len(stream):
                raise Broken("more strings than bytes")
        elif kind == SPAN:
            _said(within, content, version)
        elif kind in CELLS and len(content) >= 4:
            row, column = struct.unpack_from("<HH", content)
            _reached(within, row, column)
        elif kind in ROWS_OF_CELLS and len(content) >= 6:
            row, first = struct.unpack_from("<HH", content)
            _reached(within, row, max(first, int.from_bytes(content[-2:], "little")))
    if any(place not in reaches for place in sheets):
        raise Broken("a sheet that begins nowhere")
    return OldWorkbook(locked=False, cells=sum(reaches[place].cells for place in sheets))


def records(stream: bytes) -> Iterator[tuple[int, int, bytes]]:
    """(where it begins, its kind, its content) of each record."""
    at = 0
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        if kind == 0 and length == 0:
            break
        if at + 4 + length > len(stream):
            raise Broken("a record beyond the end")
        yield at, kind, stream[at + 4 : at + 4 + length]
        at += 4 + length


def _reached(within: list[_Reach], row: int, column: int) -> None:
    for reach in within:
        reach.rows = max(reach.rows, row + 1)
        reach.columns = max(reach.columns, column + 1)


def _said(within: list[_Reach], content: bytes, version: int) -> None:
    if version >= EXCEL_97 and len(content) >= 12:
        first, last, left, right = struct.unpack_from("<IIHH", content)
    elif len(content) >= 8:
        first, last, left, right = struct.unpack_from("<HHHH", content)
    else:
        return
    for reach in within:
        reach.said = max(reach.said, max(0, last - first) * max(0, right - left))
