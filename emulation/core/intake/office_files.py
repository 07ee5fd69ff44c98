"""Word and Excel files of today's kind, known by what the archive holds and never by the file's name."""

import zipfile
from enum import StrEnum
from io import BytesIO

from emulation.core.intake.inspect import UNREADABLE

MAIN_PARTS = {"word/document.xml": "docx", "xl/workbook.xml": "xlsx"}
MOST_ENTRIES = 5_000
MOST_UNPACKED = 300 * 1024 * 1024
LOCKED = RuntimeError  # what zipfile raises of a member that wants a password


class OfficeFault(StrEnum):
    """What keeps such a file from being a paper."""

    BROKEN = "broken"
    ACTIVE = "active"
    ANOTHER_KIND = "another_kind"


def kind_of_office_file(content: bytes) -> str | OfficeFault:
    """“docx” or “xlsx”. Macros, and whatever else runs or is embedded as a program, make it active."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as packed:
            entries = packed.infolist()
            if len(entries) > MOST_ENTRIES or sum(one.file_size for one in entries) > MOST_UNPACKED:
                return OfficeFault.BROKEN
            names = {one.filename for one in entries}
            found = [kind for part, kind in MAIN_PARTS.items() if part in names]
            if len(found) != 1 or "[Content_Types].xml" not in names:
                return OfficeFault.ANOTHER_KIND
            if any(_is_active(name) for name in names):
                return OfficeFault.ACTIVE
            return OfficeFault.BROKEN if packed.testzip() else found[0]
    except (*UNREADABLE, LOCKED):
        return OfficeFault.BROKEN


def _is_active(name: str) -> bool:
    lowered = name.lower()
    return lowered.endswith(("vbaproject.bin", "vbadata.xml")) or "/activex/" in lowered or "/embeddings/ole" in lowered
