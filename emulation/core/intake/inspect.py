"""What a file really is, before anything opens it: judged by its bytes, never by its name."""

import zipfile
import zlib

from emulation.core.intake.compound import Broken, CompoundFile
from emulation.core.intake.kinds import OLE, ZIP, Kind
from emulation.core.intake.old_workbook import look_at, stream_of
from emulation.core.intake.packed import look_at_table, look_into
from emulation.core.intake.sentences import (
    damaged,
    empty,
    not_a_list,
    protected,
    refuse_too_many,
    refused,
    too_large,
    web_page,
)
from emulation.core.intake.text_file import looks_like_text

__all__ = ["first_sight", "kind_of_list", "too_large"]

LOCKED = "EncryptedPackage"
MARKUP = (b"<", b"MIME-Version:")
UNREADABLE = (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, ValueError)
BEGINNING = 64 * 1024
FOREIGN = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"{\\rtf", b"%!PS", b"-----BEGIN")


def first_sight(stream, *, limit: int) -> Kind:
    """What the file seems to be, told at once whatever its size: only its beginning and the table of an archive are
    looked at. Whoever opens it asks `kind_of_list` first. `limit` in bytes; `stream` is seekable."""
    start = _beginning(stream, limit)
    if start.startswith(OLE):
        kind = Kind.XLS
    elif start.startswith(ZIP):
        try:
            with zipfile.ZipFile(stream) as packed:
                kind = look_at_table(stream, packed)
        except UNREADABLE as problem:
            raise refused(damaged()) from problem
    else:
        kind = _text(start)
    stream.seek(0)
    return kind


def _beginning(stream, limit: int) -> bytes:
    size = stream.seek(0, 2)
    stream.seek(0)
    if size == 0:
        raise refused(empty())
    if size > limit:
        raise refused(too_large(limit))
    return stream.read(BEGINNING)


def kind_of_list(stream, *, limit: int) -> Kind:
    """Refuses in words whatever is not a list of harmless size. `limit` in bytes; `stream` is seekable."""
    start = _beginning(stream, limit)[:8]
    size = stream.seek(0, 2)
    if start == OLE:
        kind = _old_workbook(stream)
    elif start.startswith(ZIP):
        kind = _packed(stream, size)
    else:
        stream.seek(0)
        kind = _text(stream.read())
    stream.seek(0)
    return kind


def _packed(stream, size: int) -> Kind:
    try:
        with zipfile.ZipFile(stream) as packed:
            return look_into(stream, packed, size)
    except UNREADABLE as problem:
        raise refused(damaged()) from problem


def _old_workbook(stream) -> Kind:
    stream.seek(0)
    try:
        book = CompoundFile(stream.read())
        if LOCKED in book.names:
            raise refused(protected())
        content = stream_of(book)
        if content is None:
            raise refused(not_a_list())
        about = look_at(content)
    except Broken as problem:
        raise refused(damaged()) from problem
    if about.locked:
        raise refused(protected())
    refuse_too_many(about.cells)
    return Kind.XLS


def _text(content: bytes) -> Kind:
    start = content[:512].removeprefix(b"\xef\xbb\xbf").lstrip()
    if start.startswith(MARKUP):
        raise refused(web_page())
    if start.startswith(FOREIGN) or not looks_like_text(content):
        raise refused(not_a_list())
    return Kind.TEXT
