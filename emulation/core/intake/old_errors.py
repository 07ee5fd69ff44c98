"""The cells of an .xls workbook that hold an error. Pure."""

from emulation.core.intake.compound import Broken, CompoundFile
from emulation.core.intake.kinds import OLE
from emulation.core.intake.old_workbook import BEGIN, SHEET, records, stream_of

BOOLEAN_OR_ERROR, FORMULA = 0x0205, 0x0006
OF_A_FORMULA = b"\xff\xff"
NAMES = {0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A"}


def errors_of(content: bytes) -> dict[str, dict[tuple[int, int], str]]:
    """{name of a sheet: {(row, column) from 0: the error}}; nothing of a file that is no .xls."""
    if not content.startswith(OLE):
        return {}
    try:
        stream = stream_of(CompoundFile(content))
        return _errors(stream) if stream else {}
    except Broken:
        return {}


def _errors(stream: bytes) -> dict[str, dict[tuple[int, int], str]]:
    begins: dict[int, str] = {}
    found: dict[str, dict[tuple[int, int], str]] = {}
    name = ""
    for at, kind, content in records(stream):
        if kind == SHEET and len(content) > 8:
            begins[int.from_bytes(content[:4], "little")] = _name(content[6:])
        elif kind == BEGIN:
            name = begins.get(at, name)
        elif name and (code := _code(kind, content)) is not None:
            place = (int.from_bytes(content[:2], "little"), int.from_bytes(content[2:4], "little"))
            found.setdefault(name, {})[place] = NAMES.get(code, NAMES[0x2A])
    return found


def _name(content: bytes) -> str:
    """A count of letters, one byte that says whether they are wide, and the letters."""
    count, wide = content[0], content[1] & 1
    return (
        content[2 : 2 + 2 * count].decode("utf-16-le", "replace") if wide else content[2 : 2 + count].decode("latin-1")
    )


def _code(kind: int, content: bytes) -> int | None:
    if kind == BOOLEAN_OR_ERROR and len(content) >= 8 and content[7]:
        return content[6]
    if kind == FORMULA and len(content) >= 14 and content[12:14] == OF_A_FORMULA and content[6] == 2:
        return content[8]
    return None
