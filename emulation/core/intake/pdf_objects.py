"""Every object that stands in the bytes of a PDF, and what it holds, within one bound for the whole file.

The file's own table of places is not asked: readers mend files each in its own way, and some of them show an object
that the table leaves out. So each place is looked at where an object could begin, then each object that is packed into
a stream. An object is not understood but looked over from its first bracket to its last: a key that is there twice, or
a value that no reader agrees on, hides nothing, and a stream ends at its “endstream” whatever length it states.
"""

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from itertools import zip_longest
from typing import Any

from pypdf import apply_configuration
from pypdf.filters import FlateDecode
from pypdf.generic import NullObject, read_object

from emulation.core.intake.bounds import TooMuch

STEPS_AT_LEAST = 100_000
STEPS_A_BYTE = 1  # of the file, and of what is unpacked from it
MOST_STEPS = 8_000_000  # about six seconds
BYTES_A_STEP = 64
SOUGHT_BYTES_A_STEP = 256
STEPS_A_PREDICTED_BYTE = 8
STEPS_A_PACKED_STREAM = 200
UNPACKED_AT_LEAST = 1024 * 1024
UNPACKED_A_BYTE = 30
MOST_UNPACKED = 96 * 1024 * 1024  # bytes, all packed objects of one file together
LONGEST_LINK = 200
FLATE = ["/FlateDecode"]
BLANK = rb"\x00\t\n\x0c\r \x0b\x80\xff"  # the last three to some readers only
BEGINNING = re.compile(rb"(?<!end)obj|trailer")
NUMBER = re.compile(rb"([0-9]+)[" + BLANK + rb"]+[0-9]+[" + BLANK + rb"]*\Z")
LONGEST_NUMBER = 40
LOOKED_AT_UNCLOSED = 256 * 1024  # bytes
BLANKS = re.compile(rb"(?:[" + BLANK + rb"]++|%[^\r\n]*+)*+")
NAME = re.compile(rb"/[^()<>\[\]{}/%" + BLANK + rb"]*+")
STRAY = re.compile(rb"[{}>)+-]")  # some readers pass over one before an object
REFERENCE = re.compile(rb"([0-9]++)" + BLANKS.pattern + rb"[0-9]++" + BLANKS.pattern + rb"R")
NO_REFERENCE = re.compile(rb"[/(<>\]]|\Z")
LINKS = (b"/URI", b"/Base")
ANY = -1  # a reference that is written as no reader agrees on
TOKEN = re.compile(NAME.pattern + rb"|<<|>>|[\[\](<]|%[^\r\n]*+")
STRING = re.compile(rb"\((?:[^()\\]++|\\.)*+\)", re.DOTALL)
PARENTHESIS = re.compile(rb"\\.|[()]", re.DOTALL)
PACKED_NUMBERS = re.compile(rb"[0-9" + BLANK + rb"]*+")
DIGITS = re.compile(rb"[0-9]++")
STREAM = re.compile(rb"stream *(?:\r\n|\n|\r)?")
NO_FILE = re.compile(rb"[" + BLANK + rb"]*+[/>\]]")
DISGUISED = re.compile(rb"#([0-9A-Fa-f]{2})")
CLOSING = bytes.maketrans(b"(<", b")>")
CLOSED_BY = {b"<<": b">>", b"[": b"]"}


class NotClosed(ValueError):
    """What begins here does not end."""


class Budget:
    """What is left for one file of so many bytes."""

    def __init__(self, size: int) -> None:
        self.steps = min(MOST_STEPS, STEPS_AT_LEAST + STEPS_A_BYTE * size)
        self.most_steps = MOST_STEPS - self.steps
        self.unpacked = min(MOST_UNPACKED, UNPACKED_AT_LEAST + UNPACKED_A_BYTE * size)

    def step(self, count: int) -> None:
        self.steps -= max(count, 0)
        if self.steps < 0:
            raise TooMuch

    def unpack(self, content: bytes) -> bytes:
        """More unpacked, more to look through."""
        self.unpacked -= len(content)
        if self.unpacked < 0:
            raise TooMuch
        more = min(self.most_steps, STEPS_A_BYTE * len(content))
        self.steps, self.most_steps = self.steps + more, self.most_steps - more
        return content


@dataclass
class Looked:
    """`names`: all that stand in the object; `own`: those of its outermost dictionary; `links`: what its /URI say,
    `refers`: in which objects they say it; `text`: itself, where it is nothing but a string. `stream`: where its
    content lies; `file`: the content is another file's. `numbers`: it is referred to by any of these."""

    start: int
    end: int = 0
    numbers: set[int] = field(default_factory=set)
    names: set[bytes] = field(default_factory=set)
    own: set[bytes] = field(default_factory=set)
    links: list[str] = field(default_factory=list)
    refers: set[int] = field(default_factory=set)
    text: str = ""
    stream: slice | None = None
    file: bool = False


class PdfObjects:
    """`strict` and `get_object` are what the library asks of a document while it reads a dictionary."""

    strict = True

    def __init__(self, content: bytes):
        self.content = content
        self.budget = Budget(len(content))

    def standing(self) -> Iterator[Looked]:
        """What stands in the file itself, trailers too. What begins inside another, as in a picture, or without a
        number, need not be an object; any other that does not end makes the file broken. Some readers show even those:
        what they would find at their beginning is looked at."""
        within = 0
        for one in BEGINNING.finditer(self.content):
            self.budget.step(1)
            number = NUMBER.search(self.content[max(0, one.start() - LONGEST_NUMBER) : one.start()])
            try:
                found = self._with_its_stream(one.end())
            except NotClosed:
                if number and one.start() >= within:
                    raise
                yield look(self.content[one.end() : one.end() + LOOKED_AT_UNCLOSED], 0, self.budget, whole=False)
                continue
            if number:
                found.numbers.add(int(number[1]))
            within = max(within, found.end)
            yield found

    def packed(self, stream: Looked) -> Iterator[Looked]:
        """The objects packed into a stream; nothing of it is kept."""
        self.budget.step(STEPS_A_PACKED_STREAM + stream.end - stream.start)
        about: Any = read_object(BytesIO(self.content[stream.start : stream.end]), self)  # type: ignore[arg-type]
        content = self._unpacked(about, self.content[stream.stream]) if stream.stream else b""
        first = int(about["/First"])
        if not 0 <= first <= len(content):
            raise ValueError("packed objects begin within what is packed")
        self.budget.step(first)
        numbers = PACKED_NUMBERS.fullmatch(content, 0, first)
        if not numbers:
            raise ValueError("packed objects are listed by numbers alone")
        listed = [int(one) for one in DIGITS.findall(content, 0, first)]
        named: dict[int, set[int]] = {}
        for number, offset in zip_longest(listed[::2], listed[1::2]):
            named.setdefault(offset or 0, set()).add(number)
        for offset, numbers in sorted(named.items()):
            if first + offset > len(content):
                raise ValueError("a packed object lies beyond what is packed")
            found = look(content, first + offset, self.budget)
            found.numbers = numbers
            yield found

    def get_object(self, _reference: Any) -> NullObject:
        return NullObject()

    def _with_its_stream(self, place: int) -> Looked:
        found = look(self.content, place, self.budget)
        if found.own and (head := STREAM.match(self.content, _behind_blanks(self.content, found.end, self.budget))):
            end = self.content.find(b"endstream", head.end())
            self.budget.step(1 + ((end if end >= 0 else len(self.content)) - head.end()) // SOUGHT_BYTES_A_STEP)
            if end < 0:
                raise NotClosed(place)
            found.stream = slice(head.end(), end)
        return found

    def _unpacked(self, about: Any, content: bytes) -> bytes:
        filters = about.get("/Filter")
        if filters is None:
            return self.budget.unpack(content)
        if (filters if isinstance(filters, list) else [filters]) != FLATE:
            raise ValueError("packed objects are packed in one way only")
        inflate = zlib.decompressobj()
        out = self.budget.unpack(inflate.decompress(content, self.budget.unpacked + 1))
        if not inflate.eof:
            raise NotClosed("packed objects")
        parameters = about.get("/DecodeParms")
        if isinstance(parameters, list):
            parameters = parameters[0]
        if parameters is None or isinstance(parameters, NullObject):
            return out
        if not isinstance(parameters, dict):
            raise ValueError("how packed objects are packed stands elsewhere")
        if parameters.get("/Predictor", 1) == 1:
            return out
        self.budget.step(STEPS_A_PREDICTED_BYTE * len(out))
        with apply_configuration(zlib_maximum_output_length=len(out) + 1, zlib_maximum_recovery_input_length=0):
            return FlateDecode.decode(content, parameters)  # type: ignore[arg-type]


def look(content: bytes, place: int, budget: Budget, *, whole: bool = True) -> Looked:
    """One object, from its first bracket to its last; with `whole=False` as far as it goes."""
    found = Looked(start=place, end=place)
    try:
        _look(found, content, place, budget)
    except NotClosed:
        if whole:
            raise
    return found


def _look(found: Looked, content: bytes, place: int, budget: Budget) -> None:
    place = _behind_blanks(content, place, budget)
    if stray := STRAY.match(content, place):
        place = _behind_blanks(content, stray.end(), budget)
    found.start = found.end = place
    token = TOKEN.match(content, place)
    if not token and (elsewhere := REFERENCE.match(content, place)):
        found.refers.add(int(elsewhere[1]))
    open_brackets: list[bytes] = []
    links = False
    while token:
        what, end = token[0], token.end()
        kind = what[:1]
        if kind == b"/":
            if b"#" in what:
                what = DISGUISED.sub(lambda code: bytes([int(code[1], 16)]), what).partition(b"\0")[0]
            found.names.add(what)
            if len(open_brackets) == 1:
                found.own.add(what)
                found.file = found.file or (what == b"/F" and not NO_FILE.match(content, end))
            if what in LINKS:
                found.refers.update(_referred_to(content, end, budget))
        elif what in CLOSED_BY:
            open_brackets.append(CLOSED_BY[what])
        elif kind in (b">", b"]"):
            if open_brackets and open_brackets[-1] == what:
                open_brackets.pop()
        elif kind != b"%":
            end = _end_of_string(content, token.start(), budget)
            if not open_brackets:
                found.text = _said(content[token.start() : end], budget)
            elif links:
                found.links.append(_said(content[token.start() : end], budget))
            if kind == b"<":
                found.names.update(NAME.findall(content, token.start(), end))
        budget.step(1 + (end - place) // BYTES_A_STEP)
        place = found.end = end
        if not open_brackets:
            return
        links = what in LINKS or (links and kind == b"%")
        token = TOKEN.search(content, place)
    if open_brackets:
        budget.step((len(content) - place) // BYTES_A_STEP)
        raise NotClosed(place)


def _referred_to(content: bytes, place: int, budget: Budget) -> set[int]:
    place = _behind_blanks(content, place, budget)
    if elsewhere := REFERENCE.match(content, place):
        return {int(elsewhere[1])}
    return set() if NO_REFERENCE.match(content, place) else {ANY}


def _behind_blanks(content: bytes, place: int, budget: Budget) -> int:
    blanks = BLANKS.match(content, place)
    end = blanks.end() if blanks else place
    budget.step(1 + (end - place) // BYTES_A_STEP)
    return end


def _end_of_string(content: bytes, place: int, budget: Budget) -> int:
    """A hexadecimal string ends at the first “>”, whatever stands in it."""
    if content[place : place + 1] == b"<":
        closed = content.find(b">", place)
        budget.step(1 + ((closed if closed >= 0 else len(content)) - place) // SOUGHT_BYTES_A_STEP)
        if closed < 0:
            raise NotClosed(place)
        return closed + 1
    if whole := STRING.match(content, place):
        return whole.end()
    depth, before = 0, place
    for one in PARENTHESIS.finditer(content, place):
        budget.step(1 + (one.end() - before) // BYTES_A_STEP)
        before = one.end()
        depth += {b"(": 1, b")": -1}.get(one[0], 0)
        if not depth:
            return one.end()
    budget.step((len(content) - before) // BYTES_A_STEP)
    raise NotClosed(place)


def _said(string: bytes, budget: Budget) -> str:
    """How it begins, as readers understand it; "" where they cannot."""
    begins = string[:1] + string[1:-1].lstrip()[:LONGEST_LINK]
    budget.step(len(begins))
    try:
        return str(read_object(BytesIO(begins + string[:1].translate(CLOSING)), None))
    except Exception:  # noqa: BLE001 – what the library raises over no string is of many kinds
        return ""
