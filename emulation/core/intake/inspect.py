"""What a file really is, before anything opens it: judged by its bytes, never by its name."""

import re
import zipfile
import zlib
from dataclasses import dataclass

from django.utils.translation import gettext as _

from emulation.core.errors import Refusal
from emulation.core.numbers import format_integer

ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
WORKBOOK = "xl/workbook.xml"
MOST_MEMBERS = 2_000
MOST_UNPACKED = 300 * 1024 * 1024
MOST_RATIO = 150
RATIO_COUNTS_FROM = 20 * 1024 * 1024
MOST_CELLS = 12_000_000
PIECE = 1024 * 1024
LOCAL_HEADER = 30
PLACE = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]{1,20})([0-9]{1,20})["']""")
ROW = re.compile(rb"<(?:\w+:)?row(?=[\s/>])")
ROW_PLACE = re.compile(rb"""[^>]*?\sr\s*=\s*["']([0-9]{1,20})["']""")
CELL = re.compile(rb"""<(?:\w+:)?c(?=[\s/>])(\s+r\s*=\s*["'][A-Za-z]+[0-9]+["'])?""")
LONGEST_TAG = 1024 * 1024


@dataclass
class _Unpacked:
    size: int = 0


def refuse_unless_workbook(stream, *, limit: int) -> None:
    """Refuses in words whatever is not an .xlsx workbook of harmless size. `limit` in bytes; `stream` is seekable."""
    size = stream.seek(0, 2)
    stream.seek(0)
    if size == 0:
        raise Refusal(_("The file is empty. Save the list again in Excel and choose the new file."), field="file")
    if size > limit:
        raise Refusal(too_large(limit), field="file")
    start = stream.read(8)
    if start == OLE:
        raise Refusal(_ole_sentence(stream), field="file")
    if not start.startswith(ZIP):
        raise Refusal(
            not_a_workbook(),
            field="file",
        )
    try:
        with zipfile.ZipFile(stream) as packed:
            _refuse_bomb(stream, packed, size)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, ValueError) as problem:
        raise Refusal(
            damaged(),
            field="file",
        ) from problem
    stream.seek(0)


def too_large(limit: int) -> str:
    return _("The file is larger than %(limit)s MB. Split the list into several files and send them one by one.") % {
        "limit": format_integer(limit // (1024 * 1024))
    }


def protected() -> str:
    return _("The workbook is protected by a password. Remove the password in Excel, save it, and choose it again.")


def damaged() -> str:
    return _("The workbook is damaged and cannot be opened. Open it in Excel, save it again, choose the new file.")


def not_a_workbook() -> str:
    return _("The file is not an Excel workbook, whatever its name says. Save the list as .xlsx and choose it again.")


def _ole_sentence(stream) -> str:
    stream.seek(0)
    if ENCRYPTED in stream.read():
        return protected()
    return _("This is a workbook of the old .xls kind. Open it in Excel, save it as .xlsx, and choose the new file.")


def _refuse_bomb(stream, packed: zipfile.ZipFile, size: int) -> None:
    members = packed.infolist()
    if WORKBOOK not in {member.filename for member in members}:
        raise Refusal(
            not_a_workbook(),
            field="file",
        )
    harmful = len(members) > MOST_MEMBERS
    unpacked = _Unpacked()
    for member in () if harmful else members:
        if member.flag_bits & 0x1:
            raise Refusal(
                protected(),
                field="file",
            )
        extent = _Extent()  # of every member: the workbook may keep its sheets under any name
        for piece in _inflated(stream, member):
            unpacked.size += len(piece)
            if unpacked.size > MOST_UNPACKED or (
                unpacked.size > RATIO_COUNTS_FROM and unpacked.size > MOST_RATIO * size
            ):
                harmful = True
                break
            extent.see(piece)
        if harmful or extent.cells > MOST_CELLS:
            harmful = True
            break
    if harmful:
        raise Refusal(
            _(
                "Unpacked, the workbook would be far larger than any list, so it was not opened. "
                "Copy the list into a new workbook and choose that one."
            ),
            field="file",
        )


def _inflated(stream, member: zipfile.ZipInfo):
    """What the member really unpacks to: the sizes that the archive states may lie."""
    stream.seek(member.header_offset)
    header = stream.read(LOCAL_HEADER)
    stream.seek(int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little"), 1)
    left = member.compress_size
    inflate = zlib.decompressobj(-15) if member.compress_type == zipfile.ZIP_DEFLATED else None
    if inflate is None and member.compress_type != zipfile.ZIP_STORED:
        raise zipfile.BadZipFile(member.filename)
    while left > 0:
        packed = stream.read(min(left, 64 * 1024))
        if not packed:
            raise EOFError
        left -= len(packed)
        if inflate is None:
            yield packed
            continue
        while packed:
            yield inflate.decompress(packed, PIECE)
            packed = inflate.unconsumed_tail


class _Extent:
    """The rectangle a sheet's cells span: readers hold all of it in memory, however few cells are filled. A cell need
    not say where it stands: in each row the silent ones may all lie beyond the furthest that did. Never too small."""

    def __init__(self):
        self.rows = 0
        self._placed = 0
        self._silent_here = self._most_silent = 0
        self._tail = b""

    def see(self, piece: bytes) -> None:
        text = self._tail + piece
        cut = text.rfind(b"<")
        if cut < 0:
            self._tail = b""
            return
        text, self._tail = text[:cut], text[cut:]
        end = self._tail.find(b">")
        self._tail = self._tail[: end + 1] if end >= 0 else self._tail
        if len(self._tail) > LONGEST_TAG:
            raise ValueError("no sheet has a tag as long as that")
        rest, *rows = ROW.split(text)
        self._see_cells(rest)
        for row in rows:
            said = ROW_PLACE.match(row)
            self.rows = max(self.rows + 1, int(said[1]) if said else 0)
            self._silent_here = 0
            self._see_cells(row)

    def _see_cells(self, text: bytes) -> None:
        places = PLACE.findall(text)
        if places:
            self._placed = max(
                self._placed, *(_number_of(letters) for letters in {letters for letters, _row in places})
            )
            self.rows = max(self.rows, *(int(row) for row in {row for _letters, row in places}))
        self._silent_here += CELL.findall(text).count(b"")
        self._most_silent = max(self._most_silent, self._silent_here)

    @property
    def cells(self) -> int:
        return (self._placed + self._most_silent) * self.rows


def _number_of(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number
