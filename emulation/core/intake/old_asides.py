"""What an .xls says beside its cells: comments and text boxes. Pure."""

import struct
from collections import defaultdict

from emulation.core.intake.compound import Broken, CompoundFile
from emulation.core.intake.marked_rows import old_name
from emulation.core.intake.old_workbook import BEGIN, EXCEL_97, FINISH, SHEET, records, stream_of
from emulation.core.intake.sheet import Aside, AsideKind
from emulation.core.text import squash

NOTE, OBJECT, TEXT, MORE, DRAWING = 0x001C, 0x005D, 0x01B6, 0x003C, 0x00EC
ABOUT_OBJECT = 0x15
ANCHOR = b"\x10\xf0\x12\x00\x00\x00"
LONGEST_TEXT = 300


def asides_of_old(content: bytes) -> dict[str, tuple[Aside, ...]]:
    """{sheet: its asides} of an .xls."""
    try:
        stream = stream_of(CompoundFile(content))
        return _of_records(stream) if stream else {}
    except Broken:
        return {}


def _of_records(content: bytes) -> dict[str, tuple[Aside, ...]]:
    """The text of a comment stands in an object of its own, which the comment names by number."""
    names: dict[int, str] = {}
    found: dict[str, list[Aside]] = defaultdict(list)
    within: list[int] = []
    texts: dict[int, tuple[str, tuple[int, int]]] = {}
    notes: dict[int, tuple[int, int]] = {}
    version, number, left, place = 0, 0, 0, (0, 0)
    for at, kind, said in records(content):
        if kind == SHEET and len(said) >= 8:
            names[int.from_bytes(said[:4], "little")] = old_name(said)
        elif kind == BEGIN:
            version = int.from_bytes(said[:2], "little") if at == 0 else version
            within.append(at)
            if len(within) == 1:
                texts, notes = {}, {}
        elif kind == FINISH and within:
            if len(within) == 1:
                found[names.get(within[0], "")] += _paired(notes, texts)
            within.pop()
        elif kind == NOTE and len(said) >= 8:
            if version >= EXCEL_97:
                row, column, _flags, which = struct.unpack_from("<HHHH", said)
                notes[which] = (row, column)
            else:
                row, column, length = struct.unpack_from("<HHH", said)
                text = squash(said[6 : 6 + length].decode("cp1252", "replace"))[:LONGEST_TEXT]
                found[names.get(within[-1] if within else 0, "")].append(Aside(AsideKind.COMMENT, row, column, text))
        elif kind == DRAWING and (begins := said.rfind(ANCHOR)) >= 0 and len(said) >= begins + 14:
            column, _across, row = struct.unpack_from("<HHH", said, begins + len(ANCHOR) + 2)
            place = (row, column)
        elif kind == OBJECT and len(said) >= 8 and int.from_bytes(said[:2], "little") == ABOUT_OBJECT:
            number = int.from_bytes(said[6:8], "little")
        elif kind == TEXT and len(said) >= 12:
            left = int.from_bytes(said[10:12], "little")
            texts[number] = ("", place)
        elif kind == MORE and left and number in texts and said:
            wide = said[0] & 1
            piece = said[1:].decode("utf-16-le" if wide else "latin-1", "replace")[:left]
            left -= len(piece)
            texts[number] = (texts[number][0] + piece, texts[number][1])
    return {name: tuple(dict.fromkeys(asides)) for name, asides in found.items() if asides}


def _paired(notes: dict[int, tuple[int, int]], texts: dict[int, tuple[str, tuple[int, int]]]) -> list[Aside]:
    said = {number: squash(text)[:LONGEST_TEXT] for number, (text, _place) in texts.items()}
    comments = [Aside(AsideKind.COMMENT, *place, said.get(number, "")) for number, place in notes.items()]
    boxes = [
        Aside(AsideKind.TEXT_BOX, *place, said[number])
        for number, (_text, place) in texts.items()
        if number not in notes and said[number]
    ]
    return [*comments, *boxes]
