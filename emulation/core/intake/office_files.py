"""Word and Excel files of today's kind, known by what the archive holds and never by the file's name."""

import zipfile
from collections.abc import Iterator
from enum import StrEnum
from io import BytesIO
from xml.etree import ElementTree

from emulation.core.intake.inspect import UNREADABLE
from emulation.core.intake.kinds import OLE, ZIP
from emulation.core.intake.office_fields import (
    FETCHES,
    LONGEST_MENTION,
    LONGEST_PART,
    RUNS,
    as_text,
    field_names,
    has_dde_link,
    mentions_instructions,
)

CONTENT_TYPES = "[Content_Types].xml"
RELATIONSHIPS = ".rels"
MAIN_PARTS = {"word/document.xml": "docx", "xl/workbook.xml": "xlsx"}
MOST_ENTRIES = 5_000
MOST_UNPACKED = 300 * 1024 * 1024
MOST_UNPACKED_WITHIN = 20 * 1024 * 1024  # of a file that lies in another
LONGEST_INDEX = 2 * 1024 * 1024  # bytes of a list of parts or of relationships
PIECE = 1024 * 1024
LOCKED = RuntimeError  # what zipfile raises of a member that wants a password
ACTIVE_NAMES = ("vbaproject", "vbadata", "/activex/", "/macrosheets/", "/embeddings/ole", "/customui/")
ACTIVE_TYPES = ("macro", "vba", "activex", "oleobject", "controlbinary", "afchunk", "/control")
ACTIVE_TYPES += ("ui/extensibility", "ui/usercustomization")
LINKED_OBJECT = "oleobject"
ACTIVE_ENDS = (".docm", ".dotm", ".xlsm", ".xltm", ".xlam", ".xlsb", ".pptm", ".exe", ".dll", ".js", ".vbs", ".bat")
ACTIVE_ENDS += (".ps1", ".hta", ".lnk", ".cmd", ".com", ".scr", ".wsf", ".jse", ".vbe", ".msi", ".jar", ".reg")
PROGRAMS = (OLE, b"MZ", b"\x7fELF", b"#!")
LONGEST_START = max(len(one) for one in PROGRAMS)
MAY_LIE_ELSEWHERE = "/hyperlink"


class OfficeFault(StrEnum):
    """What keeps such a file from being a paper."""

    BROKEN = "broken"
    ACTIVE = "active"
    LINKED = "linked"
    ANOTHER_KIND = "another_kind"


def kind_of_office_file(content: bytes, *, within=False) -> str | OfficeFault:
    """“docx” or “xlsx”. Macros, and whatever else runs or is embedded as a program, make it active, under any name:
    judged are the types of its parts and of their relationships, and how each part begins. It is linked where it takes
    content from elsewhere, hyperlinks apart. `within`: it is a part of another, and holds none itself."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as packed:
            entries = packed.infolist()
            most = MOST_UNPACKED_WITHIN if within else MOST_UNPACKED
            if len(entries) > MOST_ENTRIES or sum(one.file_size for one in entries) > most:
                return OfficeFault.BROKEN
            names = {one.filename for one in entries}
            found = [kind for part, kind in MAIN_PARTS.items() if part in names]
            if len(found) != 1 or CONTENT_TYPES not in names:
                return OfficeFault.ANOTHER_KIND
            faults = {fault for one in entries for fault in _faults(packed, one, within)}
            return next((fault for fault in OfficeFault if fault in faults), found[0])
    except (*UNREADABLE, LOCKED, ElementTree.ParseError):
        return OfficeFault.BROKEN


def _faults(packed: zipfile.ZipFile, part: zipfile.ZipInfo, within: bool) -> Iterator[OfficeFault]:
    """Read to its end, so that a damaged part is noticed."""
    name = f"/{part.filename.lower()}"
    if name.endswith(ACTIVE_ENDS) or any(one in name for one in ACTIVE_NAMES):
        yield OfficeFault.ACTIVE
    lists = name == f"/{CONTENT_TYPES.lower()}" or name.endswith(RELATIONSHIPS)
    if lists and part.file_size > LONGEST_INDEX:
        raise ValueError(part.filename)
    with packed.open(part) as content:
        start = content.read(LONGEST_START)
        if start.startswith(PROGRAMS):
            yield OfficeFault.ACTIVE
        if lists:
            yield from _faults_of_list(start + content.read())
        elif start.startswith(ZIP) and part.file_size > MOST_UNPACKED_WITHIN:
            raise ValueError(part.filename)
        elif start.startswith(ZIP):
            judged = OfficeFault.ACTIVE if within else kind_of_office_file(start + content.read(), within=True)
            if isinstance(judged, OfficeFault):
                yield OfficeFault.LINKED if judged is OfficeFault.LINKED else OfficeFault.ACTIVE
        tail, mentioned = start, False
        while piece := content.read(PIECE):
            mentioned = mentioned or mentions_instructions(tail + piece)
            tail = piece[-LONGEST_MENTION:]
    if mentioned and not lists:
        yield from _faults_of_instructions(packed, part)


def _faults_of_instructions(packed: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[OfficeFault]:
    with packed.open(part) as whole:
        content = as_text(whole.read(LONGEST_PART + 1))
    names = set(field_names(content))
    if has_dde_link(content) or not RUNS.isdisjoint(names):
        yield OfficeFault.ACTIVE
    if not FETCHES.isdisjoint(names):
        yield OfficeFault.LINKED


def _faults_of_list(content: bytes) -> Iterator[OfficeFault]:
    for one in ElementTree.fromstring(content).iter():
        kind = (one.get("ContentType") or one.get("Type") or "").lower()
        elsewhere = one.get("TargetMode", "").lower() == "external"
        if any(name in kind for name in ACTIVE_TYPES) and not (elsewhere and LINKED_OBJECT in kind):
            yield OfficeFault.ACTIVE
        if elsewhere and not kind.endswith(MAY_LIE_ELSEWHERE):
            yield OfficeFault.LINKED
