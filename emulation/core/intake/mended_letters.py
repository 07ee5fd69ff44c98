"""Letters that a program wrote down as others, put right: "NguyÃªn" for "Nguyên", "Lýu" for "Lưu". Pure."""

import re
import unicodedata
from functools import lru_cache

from emulation.core.intake.syllables import is_syllable
from emulation.core.text.damage import MendedText

BYTES = {chr(code): code for code in range(0x100)} | {
    bytes([code]).decode("cp1252", "ignore") or chr(code): code for code in range(0x80, 0xA0)
}
BEYOND_BYTES = re.compile(f"[^{re.escape(''.join(BYTES))}]")
A_OF_BLANK = re.compile(rb"\xc3(?= |$)")
BLANK_OR_BYTE = re.compile("([^\\W\\d_]*à)\x00 ?([^\\W\\d_]*)")
MARKS = frozenset("\u00a0\u00ab\u00bb\u00b7\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2026\ufeff")
DOUBTFUL = frozenset("àÒÓÔÕ")  # whose two bytes may also be a good capital and what follows it: “XÃ”
LETTERS = frozenset("ăâđêôơưĂÂĐÊÔƠƯàáãèéìíòóõùúýÀÁÃÈÉÌÍÒÓÕÙÚÝĩũĨŨ")
OF_1258 = re.compile("[ÌÒÞìòþýðõãÐÕÃÝ]")
WORD = re.compile("[^\\W\\d_]+")
PROTECTED_TEXT = re.compile(r'="([^"]*)"')
MOST_TIMES = 3


def unprotected(text: str) -> str:
    """="0123", as text is kept from losing its zero in a file of text, is 0123."""
    found = PROTECTED_TEXT.fullmatch(text) if text.startswith('="') else None
    return found[1] if found else text


def mended(text: str) -> str:
    """The text itself, or what it was before its bytes were taken for another code: UTF-8, once or several times, or
    Windows-1258 taken for Windows-1252. Only where the whole text can be read so, and nothing else is Vietnamese."""
    if text.isascii() or BEYOND_BYTES.search(text):
        return text
    found = _of_utf_8(text) or _of_windows_1258(text)
    return MendedText(found, text) if found else text


def _of_utf_8(text: str) -> str:
    """What the text was before it was taken for something else; "" where it was not."""
    before, reading = "", text
    for _time in range(MOST_TIMES):
        reading = _read_as_utf_8(reading)
        beyond = {letter for letter in reading if not letter.isascii()} - MARKS
        if beyond - DOUBTFUL and all(map(_is_vietnamese, beyond)):
            before = reading
    return before


def _read_as_utf_8(text: str) -> str:
    if BEYOND_BYTES.search(text):
        return ""
    try:
        found = A_OF_BLANK.sub(b"\xc3\xa0\x00", bytes(map(BYTES.__getitem__, text))).decode("utf-8")
    except UnicodeDecodeError:
        return ""
    return BLANK_OR_BYTE.sub(_with_blank, found)


def _with_blank(found: re.Match[str]) -> str:
    """The second byte of "à" is a no-break space, which many programs make a plain one."""
    before, after = found[1], found[2]
    return before + after if after and is_syllable(before + after) else f"{before} {after}"


@lru_cache(maxsize=1024)
def _is_vietnamese(letter: str) -> bool:
    return letter in LETTERS or "\u1ea0" <= letter <= "\u1ef9" or bool(unicodedata.combining(letter))


def _of_windows_1258(text: str) -> str:
    if not OF_1258.search(text):
        return ""
    try:
        found = unicodedata.normalize("NFC", text.encode("cp1252").decode("cp1258"))
    except UnicodeError:
        return ""
    before = [word for word in WORD.findall(text) if not word.isascii()]
    after = [word for word in WORD.findall(found) if not word.isascii()]
    return found if all(map(is_syllable, after)) and not all(map(is_syllable, before)) else ""
