"""Every object that stands in the bytes of a PDF, and what it holds, within one bound for the whole file.

The file's own table of places is not asked: readers mend files each in its own way, and some of them show an object
that the table leaves out. So each place is looked at where an object could begin, then each object that is packed into
a stream. An object is not understood but looked over from its first bracket to its last: a key that is there twice, or
a value that no reader agrees on, hides nothing, and a stream ends at its “endstream” whatever length it states.
"""

import re
import zlib
from collections.abc import Iterator
from io import BytesIO
from itertools import zip_longest
from typing import Any

from pypdf import apply_configuration
from pypdf.filters import FlateDecode
from pypdf.generic import NullObject, read_object

from emulation.core.intake.bounds import PdfBudget
from emulation.core.intake.pdf_looks import BLANK, SOUGHT_BYTES_A_STEP, Looked, NotClosed, behind_blanks, look

STEPS_A_BEGINNING = 6
STEPS_A_PREDICTED_BYTE = 8
STEPS_A_PACKED_STREAM = 200
FLATE = ["/FlateDecode"]
BEGINNING = re.compile(rb"(?<!end)obj|trailer")
NUMBER = re.compile(rb"([0-9]+)[" + BLANK + rb"]+[0-9]+[" + BLANK + rb"]*\Z")
LONGEST_NUMBER = 40
LOOKED_AT_UNCLOSED = 256 * 1024  # bytes
PACKED_NUMBERS = re.compile(rb"[0-9" + BLANK + rb"]*+")
DIGITS = re.compile(rb"[0-9]++")
STREAM = re.compile(rb"stream *(?:\r\n|\n|\r)?")


class PdfObjects:
    """`strict` and `get_object` are what the library asks of a document while it reads a dictionary."""

    strict = True

    def __init__(self, content: bytes):
        self.content = content
        self.budget = PdfBudget(len(content))

    def standing(self) -> Iterator[Looked]:
        """What stands in the file itself, trailers too. What begins inside another, as in a picture, or without a
        number, need not be an object; any other that does not end makes the file broken. Some readers show even those:
        what they would find at their beginning is looked at."""
        within = 0
        for one in BEGINNING.finditer(self.content):
            self.budget.step(STEPS_A_BEGINNING)
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
        if found.is_dictionary and (
            head := STREAM.match(self.content, behind_blanks(self.content, found.end, self.budget))
        ):
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
