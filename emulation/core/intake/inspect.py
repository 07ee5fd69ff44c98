"""What a file really is, before anything opens it: judged by its bytes, never by its name."""

import zipfile
import zlib

from emulation.core.intake.compound import Broken, CompoundFile
from emulation.core.intake.kinds import MOST_CELLS, OLE, ZIP, Kind
from emulation.core.intake.old_workbook import look_at, stream_of
from emulation.core.intake.packed import look_into
from emulation.core.intake.sentences import (
    damaged,
    empty,
    harmful,
    not_a_list,
    protected,
    refused,
    too_large,
    web_page,
)
from emulation.core.intake.text_file import looks_like_text

__all__ = ["kind_of_list", "too_large"]

LOCKED = "EncryptedPackage"
MARKUP = (b"<", b"MIME-Version:")
FOREIGN = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"{\\rtf", b"%!PS", b"-----BEGIN")


def kind_of_list(stream, *, limit: int) -> Kind:
    """Refuses in words whatever is not a list of harmless size. `limit` in bytes; `stream` is seekable."""
    size = stream.seek(0, 2)
    stream.seek(0)
    if size == 0:
        raise refused(empty())
    if size > limit:
        raise refused(too_large(limit))
    start = stream.read(8)
    if start == OLE:
        kind = _old_workbook(stream)
    elif start.startswith(ZIP):
        kind = _packed(stream, size)
    else:
        kind = _text(stream)
    stream.seek(0)
    return kind


def _packed(stream, size: int) -> Kind:
    try:
        with zipfile.ZipFile(stream) as packed:
            return look_into(stream, packed, size)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, ValueError) as problem:
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
    if about.cells > MOST_CELLS:
        raise refused(harmful())
    return Kind.XLS


def _text(stream) -> Kind:
    stream.seek(0)
    content = stream.read()
    start = content[:512].removeprefix(b"\xef\xbb\xbf").lstrip()
    if start.startswith(MARKUP):
        raise refused(web_page())
    if start.startswith(FOREIGN) or not looks_like_text(content):
        raise refused(not_a_list())
    return Kind.TEXT
