"""Where a string of a PDF leads, once it is read as readers read it."""

import re

from emulation.core.intake.bounds import PdfBudget
from emulation.core.intake.links import PASSED_OVER, leads_inside

LONGEST_LINK = 200  # letters
LOOKED_AT = 16 * 1024  # bytes of a string
BYTES_A_STEP = 16
STEPS_A_LINK = 8
ESCAPED = re.compile(rb"\\(?:([0-7]{1,3})|(\r\n|.))", re.DOTALL)
NEWLINES = {b"\n": b"", b"\r": b"", b"\r\n": b"", b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
NO_DIGIT = re.compile(rb"[^0-9A-Fa-f]")
MARKS = {b"\xfe\xff": "utf-16-be", b"\xff\xfe": "utf-16-le", b"\xef\xbb\xbf": "utf-8"}


def string_leads_inside(string: bytes, budget: PdfBudget) -> bool:
    """`string` with its brackets. One that says nothing for longer than any address does hides where it leads."""
    budget.step(STEPS_A_LINK + min(len(string), LOOKED_AT) // BYTES_A_STEP)
    said = PASSED_OVER.sub("", _said(string[:LOOKED_AT])).strip()
    if len(string) > LOOKED_AT and len(said) < LONGEST_LINK:
        return True
    return leads_inside(said[:LONGEST_LINK])


def _said(string: bytes) -> str:
    if string.startswith(b"<"):
        digits = NO_DIGIT.sub(b"", string)
        plain = bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())
    else:
        plain = ESCAPED.sub(_unescaped, string[1:].removesuffix(b")"))
    for mark, letters in MARKS.items():
        if plain.startswith(mark):
            return plain.removeprefix(mark).decode(letters, errors="replace")
    return plain.decode("latin-1")


def _unescaped(found: re.Match[bytes]) -> bytes:
    if found[1]:
        return bytes([int(found[1], 8) & 0xFF])
    return NEWLINES.get(found[2], found[2])
