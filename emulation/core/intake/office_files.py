"""Word and Excel files of today's kind, known by what the archive holds and never by the file's name."""

import zipfile
from collections.abc import Iterator
from contextlib import suppress
from io import BytesIO
from pyexpat import ExpatError

from emulation.core.intake.bounds import TooMuch
from emulation.core.intake.inspect import UNREADABLE
from emulation.core.intake.kinds import OLE, ZIP
from emulation.core.intake.office_faults import OfficeFault
from emulation.core.intake.office_parts import OfficeBudget, OfficePart, is_not_offices

CONTENT_TYPES = "[Content_Types].xml"
MAIN_PARTS = {"word/document.xml": "docx", "xl/workbook.xml": "xlsx"}
MOST_ENTRIES = 5_000
MOST_UNPACKED_WITHIN = 20 * 1024 * 1024  # of a file that lies in another
PIECE = 1024 * 1024
LOCKED = RuntimeError  # what zipfile raises of a member that wants a password
ACTIVE_NAMES = ("vbaproject", "vbadata", "/activex/", "/macrosheets/", "/embeddings/ole", "/customui/")
ACTIVE_ENDS = (".docm", ".dotm", ".xlsm", ".xltm", ".xlam", ".xlsb", ".pptm", ".exe", ".dll", ".js", ".vbs", ".bat")
ACTIVE_ENDS += (".ps1", ".hta", ".lnk", ".cmd", ".com", ".scr", ".wsf", ".jse", ".vbe", ".msi", ".jar", ".reg")
EMBEDDED = "/embeddings/"
PROGRAMS = (OLE, b"MZ", b"\x7fELF", b"#!", b"{\\rt")
LONGEST_START = 64
XML_ENDS = (".xml", ".rels")
XML_STARTS = (b"<?xml", b"<\0?\0", b"\0<\0?")
MARKUP = (b"<", b"\0<")
BYTE_ORDERS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def kind_of_office_file(content: bytes) -> str | OfficeFault:
    """“docx” or “xlsx”. Macros, and whatever else runs or is embedded as a program, make it active, under any name:
    judged are the types of its parts and of their relationships, its fields and formulas, and how each part begins. It
    is linked where it takes content from elsewhere; hyperlinks may lead to addresses that anybody may open."""
    try:
        return _kind(content, OfficeBudget(), within=False)
    except TooMuch:
        return OfficeFault.TOO_MUCH


def _kind(content: bytes, budget: OfficeBudget, *, within: bool) -> str | OfficeFault:
    """`within`: it is a part of another, and holds none itself."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as packed:
            entries = packed.infolist()
            size = sum(one.file_size for one in entries)
            budget.take(unpacked=size)
            if len(entries) > MOST_ENTRIES or (within and size > MOST_UNPACKED_WITHIN):
                raise TooMuch
            names = {one.filename for one in entries}
            found = [kind for part, kind in MAIN_PARTS.items() if part in names]
            if len(found) != 1 or CONTENT_TYPES not in names:
                return OfficeFault.ANOTHER_KIND
            faults = {fault for one in entries for fault in _faults(packed, one, budget, within)}
            return next((fault for fault in OfficeFault if fault in faults), found[0])
    except (*UNREADABLE, LOCKED, ExpatError, LookupError):  # the last: written in letters that nobody knows
        return OfficeFault.BROKEN


def _faults(
    packed: zipfile.ZipFile, part: zipfile.ZipInfo, budget: OfficeBudget, within: bool
) -> Iterator[OfficeFault]:
    """Read to its end, so that a damaged part is noticed."""
    name = f"/{part.filename.lower()}"
    if name.endswith(ACTIVE_ENDS) or any(one in name for one in ACTIVE_NAMES):
        yield OfficeFault.ACTIVE
    with packed.open(part) as content:
        start = content.read(LONGEST_START)
        if start.startswith(PROGRAMS) or (EMBEDDED in name and start and not start.startswith(ZIP)):
            yield OfficeFault.ACTIVE
        pieces = _pieces(start, content)
        plain = _behind_its_mark(start)
        if name.endswith(XML_ENDS) or plain.startswith(MARKUP):
            yield from _faults_of_markup(pieces, budget, let_off=_let_off(name, plain))
        elif start.startswith(ZIP) and within:
            yield OfficeFault.ACTIVE
        elif start.startswith(ZIP):
            if part.file_size > MOST_UNPACKED_WITHIN:
                raise TooMuch
            judged = _kind(b"".join(pieces), budget, within=True)
            if isinstance(judged, OfficeFault):
                yield judged if judged in ITS_OWN_TOO else OfficeFault.ACTIVE
        for _rest in pieces:
            pass


ITS_OWN_TOO = (OfficeFault.LINKED, OfficeFault.LEADS_INSIDE)


def _pieces(start: bytes, content) -> Iterator[bytes]:
    while start:
        yield start
        start = content.read(PIECE)


def _behind_its_mark(start: bytes) -> bytes:
    for mark in BYTE_ORDERS:
        start = start.removeprefix(mark)
    return start.lstrip(b" \t\r\n")


def _let_off(name: str, plain: bytes) -> tuple[type[Exception], ...]:
    """Excel's own drawings of notes are sometimes no XML, and what is not Office's own may be of any kind."""
    if is_not_offices(name) and not name.endswith(".rels"):
        return (ExpatError, ValueError, LookupError)
    return () if name.endswith(XML_ENDS) or plain.startswith(XML_STARTS) else (ExpatError,)


def _faults_of_markup(
    pieces: Iterator[bytes], budget: OfficeBudget, *, let_off: tuple[type[Exception], ...]
) -> Iterator[OfficeFault]:
    part = OfficePart(budget)
    with suppress(*let_off):
        part.read(pieces)
    yield from part.faults
