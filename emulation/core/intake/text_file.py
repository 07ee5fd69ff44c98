"""Lists saved as text: in which letters, parted by which sign. Cells stay text; row numbers are those that Excel shows.

Raises `Refusal` in words where the letters or the quotation marks of a file can be read in more than one way.
"""

import codecs
import csv
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from itertools import islice

from emulation.core.intake.kinds import MOST_CELLS
from emulation.core.intake.legacy_letters import Letters, letters_of_word, words_of
from emulation.core.intake.sentences import quote_without_end, refuse_too_many, refused, unknown_letters
from emulation.core.intake.syllables import is_syllable

MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x19\x1c-\x1f]")
SEPARATORS = ";\t,|"
NAMED = re.compile(r"sep=([;,\t|])\s*", re.I)
SAMPLED_ROWS = 200
SAMPLED_LETTERS = 400_000
LINE = re.compile("[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+")


def looks_like_text(content: bytes) -> bool:
    marked = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return marked or not CONTROLS.search(content)


def text_rows(content: bytes, keeper: Callable[[], Callable[[str], str]]) -> list[list[str]]:
    """`keeper` gives, for each way through the file, what says what is kept of a cell: cell by cell, so that what is
    said again and again is held once."""
    text = text_of_bytes(content)
    separator, text = _separator(text)
    try:
        rows = _kept(csv.reader(_lines(text), delimiter=separator, strict=True), keeper())
    except csv.Error:
        rows = _kept(_forgiving(text, separator), keeper())
    while rows and not any(cell.strip() for cell in rows[-1]):
        rows.pop()
    return rows


def _kept(found: Iterable[list[str]], kept: Callable[[str], str]) -> list[list[str]]:
    rows, cells = [], 0
    for row in found:
        cells += len(row)
        if cells <= MOST_CELLS:
            rows.append([kept(cell) for cell in row])
    refuse_too_many(cells)
    return rows


def _lines(text: str) -> Iterator[str]:
    """With what ends them."""
    return (line[0] for line in LINE.finditer(text))


def text_of_bytes(content: bytes) -> str:
    """UTF-8, UTF-16 with its mark, Windows-1258; letters of .VnTime and VNI-Times come as the Latin ones they use."""
    content = content.rstrip(b"\x1a")
    for mark, coding in MARKS:
        if content.startswith(mark):
            try:
                return content.decode(coding)
            except UnicodeDecodeError as problem:
                raise refused(unknown_letters()) from problem
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _of_one_byte(content)


def _of_one_byte(content: bytes) -> str:
    """Which of the one-byte codes makes Vietnamese words: Windows-1258, or Windows-1252 under an old font."""
    if _is_mostly_utf8(content):
        raise refused(unknown_letters())
    vietnamese = unicodedata.normalize("NFC", content.decode("cp1258", "replace"))
    western = content.decode("cp1252", "replace") if _fits(content, "cp1252") else content.decode("latin-1")
    found = Counter(
        letters for word in words_of(western[:SAMPLED_LETTERS]) if (letters := letters_of_word(word)) is not None
    )
    found[Letters.UNICODE] = sum(
        is_syllable(word) and letters_of_word(word) == Letters.UNICODE
        for word in words_of(vietnamese[:SAMPLED_LETTERS])
    )
    (best, times), *others = [*found.most_common(), (Letters.UNICODE, 0)]
    if others and others[0][1] * 5 > times:
        raise refused(unknown_letters())
    return western if times and best != Letters.UNICODE else vietnamese


def _is_mostly_utf8(content: bytes) -> bool:
    """A UTF-8 file with a few broken bytes is no file of Windows-1258."""
    read = content.decode("utf-8", "replace")
    broken = read.count("\ufffd")
    return sum(not letter.isascii() for letter in read[:SAMPLED_LETTERS]) - broken > 3 * broken


def _fits(content: bytes, coding: str) -> bool:
    try:
        content.decode(coding)
    except UnicodeDecodeError:
        return False
    return True


def _separator(text: str) -> tuple[str, str]:
    """(the sign, the text without a first line that only names it): the one that parts most rows alike."""
    first, _end, rest = text.partition("\n")
    if named := NAMED.fullmatch(first.strip(" \r\ufeff")):
        return named[1], "\n" + rest
    lines = list(islice(_lines(text), SAMPLED_ROWS))
    return max(SEPARATORS, key=lambda sign: (*_alike(lines, sign), -SEPARATORS.index(sign))), text


def _alike(lines: list[str], sign: str) -> tuple[int, int]:
    """(rows of the commonest width over one, that width)."""
    widths: Counter[int] = Counter()
    with suppress(csv.Error):  # a quotation mark that is never closed: what was counted before it
        widths.update(len(row) for row in csv.reader(lines, delimiter=sign) if len(row) > 1)
    width, times = max(widths.items(), key=lambda item: (item[1], item[0]), default=(0, 0))
    return times, width


def _forgiving(text: str, separator: str) -> Iterator[list[str]]:
    """Quotation marks within a quoted cell ("Trường "ABC" số 1") are kept; one that is never closed is refused."""
    number = 0
    try:
        for number, row in enumerate(csv.reader(_lines(text), delimiter=separator), start=1):
            if any(cell.count("\n") > 1 and separator in cell.partition("\n")[2] for cell in row):
                raise refused(quote_without_end(number))
            yield row
    except csv.Error as problem:  # swallowed more than any cell holds
        raise refused(quote_without_end(number + 1)) from problem
