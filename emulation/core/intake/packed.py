"""Workbooks that are archives: .xlsx and .ods, measured while they unpack and never held whole."""

import zipfile
import zlib

from emulation.core.intake.extents import OpenDocumentExtent, SheetExtent
from emulation.core.intake.kinds import MOST_CELLS, Kind
from emulation.core.intake.packed_workbook import PackedWorkbook
from emulation.core.intake.sentences import (
    binary_workbook,
    harmful,
    not_a_list,
    protected,
    refuse_too_many,
    refused,
)

WORKBOOK = "xl/workbook.xml"
BINARY = "xl/workbook.bin"
CONTENT = "content.xml"
MANIFEST = "META-INF/manifest.xml"
OPEN_DOCUMENT = b"application/vnd.oasis.opendocument.spreadsheet"
LONGEST_MANIFEST = 1024 * 1024
MOST_MEMBERS = 2_000
MOST_UNPACKED = 300 * 1024 * 1024
MOST_UNPACKED_OPEN_DOCUMENT = 900 * 1024 * 1024
MOST_RATIO = 150
RATIO_COUNTS_FROM = 20 * 1024 * 1024
PIECE = 1024 * 1024
LOCAL_HEADER = 30


def look_at_table(stream, packed: zipfile.ZipFile) -> Kind:
    """What the archive says of its members; next to nothing is unpacked."""
    members = packed.infolist()
    if len(members) > MOST_MEMBERS:
        raise refused(harmful())
    kind = _kind(stream, {member.filename: member for member in members})
    if any(member.flag_bits & 0x1 for member in members):
        raise refused(protected())
    return kind


def look_into(stream, packed: zipfile.ZipFile, size: int) -> Kind:
    """`size` of the archive in bytes."""
    kind = look_at_table(stream, packed)
    _refuse_bomb(stream, packed, size, kind)
    return kind


def _kind(stream, members: dict[str, zipfile.ZipInfo]) -> Kind:
    if WORKBOOK in members:
        return Kind.XLSX
    if BINARY in members:
        raise refused(binary_workbook())
    if "mimetype" not in members or not _beginning(stream, members["mimetype"]).startswith(OPEN_DOCUMENT):
        raise refused(not_a_list())
    if MANIFEST in members and b"encryption-data" in _beginning(stream, members[MANIFEST]):
        raise refused(protected())
    if CONTENT not in members:
        raise refused(not_a_list())
    return Kind.ODS


def _beginning(stream, member: zipfile.ZipInfo) -> bytes:
    out = b""
    for piece in _inflated(stream, member):
        out += piece
        if len(out) > LONGEST_MANIFEST:
            break
    return out


def _refuse_bomb(stream, packed: zipfile.ZipFile, size: int, kind: Kind) -> None:
    most = MOST_UNPACKED_OPEN_DOCUMENT if kind is Kind.ODS else MOST_UNPACKED
    unpacked = 0
    for member in packed.infolist():
        extent = _extent(kind, member)
        for piece in _inflated(stream, member):
            unpacked += len(piece)
            if unpacked > most or (unpacked > RATIO_COUNTS_FROM and unpacked > MOST_RATIO * size):
                raise refused(harmful())
            if extent is not None:
                extent.see(piece)
        if extent is not None and extent.cells > MOST_CELLS:
            refuse_too_many(extent.cells, _sheet_in(packed, member.filename) if kind is Kind.XLSX else "")


def _sheet_in(packed: zipfile.ZipFile, member: str) -> str:
    """The name of the sheet that the member keeps, "" where the workbook does not say it."""
    return next((sheet.name for sheet in PackedWorkbook(packed).sheets if sheet.member == member), "")


def _extent(kind: Kind, member: zipfile.ZipInfo) -> SheetExtent | OpenDocumentExtent | None:
    """Of every member of an .xlsx: the workbook may keep its sheets under any name."""
    if kind is Kind.ODS:
        return OpenDocumentExtent() if member.filename == CONTENT else None
    return SheetExtent()


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
