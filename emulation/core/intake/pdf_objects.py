"""Every object that stands in the bytes of a PDF, read by a kept library within one bound for the whole file.

The file's own table of places is not asked: readers mend files each in its own way, and some of them show an object
that the table leaves out. So each place is looked at where an object could begin, then each object that is packed into
a stream. What all of this may cost is bounded together: what is unpacked, and how often the library reads on.
"""

import re
from collections.abc import Iterator
from io import BytesIO
from itertools import islice
from typing import Any

from pypdf import apply_configuration
from pypdf.errors import LimitReachedError
from pypdf.generic import EncodedStreamObject, IndirectObject, NullObject, StreamObject, read_object

MOST_OBJECTS = 200_000
MOST_UNPACKED = 16 * 1024 * 1024  # bytes, all packed objects of one file together
MOST_STEPS = 4_000_000  # reads of the library; each 64 bytes of a longer one count as one more
BYTES_A_STEP = 64
FLATE = ["/FlateDecode"]
BEGINNING = re.compile(rb"((?<!end)obj|trailer)[\x00\t\n\x0c\r ]*")
NUMBER = re.compile(rb"([0-9]{1,10})[\x00\t\n\x0c\r ]+([0-9]{1,10})[\x00\t\n\x0c\r ]*obj\Z")
LONGEST_NUMBER = 40


class PdfObjects:
    """`strict` and `get_object` are what the library asks of a document while it reads an object."""

    strict = False

    def __init__(self, content: bytes):
        self.budget = Budget()
        self.file = Steps(content, self.budget)
        found = list(islice(BEGINNING.finditer(content), MOST_OBJECTS + 1))
        if len(found) > MOST_OBJECTS:
            raise LimitReachedError(len(found))
        self.places = [one.end() for one in found]
        self.numbered = dict(_numbers(content, found))

    def standing(self) -> Iterator[Any]:
        """What stands in the file itself, trailers too. What begins inside another, as in a picture, or without a
        number, need not be an object; any other that cannot be read makes the file broken."""
        within, numbered = 0, set(self.numbered.values())
        for place in self.places:
            try:
                found = self._read(place)
            except LimitReachedError:
                raise
            except Exception:  # what the library raises over no object is of many kinds
                if place < within or place not in numbered:
                    continue
                raise
            within = max(within, self.file.tell())
            yield found

    def packed(self, stream: StreamObject) -> Iterator[Any]:
        """The objects packed into a stream; nothing of it is kept."""
        content = self._unpacked(stream)
        first = int(stream["/First"])
        heads = content[:first].split(maxsplit=2 * MOST_OBJECTS)[: 2 * MOST_OBJECTS]
        within = Steps(content, self.budget)
        for offset in sorted({int(one) for one in heads[1::2]}):
            within.seek(first + offset)
            yield read_object(within, self)  # type: ignore[arg-type]

    def _unpacked(self, stream: StreamObject) -> bytes:
        if not isinstance(stream, EncodedStreamObject):
            return self.budget.unpack(stream.get_data())
        filters = stream.get("/Filter")
        if (filters if isinstance(filters, list) else [filters]) != FLATE:
            raise LimitReachedError("packed objects are packed in one way only")
        left = self.budget.unpacked
        if left <= 0:
            raise LimitReachedError(left)
        with apply_configuration(
            zlib_maximum_output_length=left, zlib_maximum_recovery_input_length=0, flate_maximum_row_length=left
        ):
            content = self.budget.unpack(stream.get_data())
        stream.decoded_self = None
        return content

    def get_object(self, reference: IndirectObject) -> Any:
        """A number that a stream refers to, as its length."""
        place = self.numbered.get((reference.idnum, reference.generation))
        if place is None:
            return NullObject()
        before = self.file.tell()
        try:
            return self._read(place)
        finally:
            self.file.seek(before)

    def _read(self, place: int) -> Any:
        self.file.seek(place)
        return read_object(self.file, self)  # type: ignore[arg-type]


def _numbers(content: bytes, beginnings: list[re.Match[bytes]]) -> Iterator[tuple[tuple[int, int], int]]:
    for one in beginnings:
        if found := NUMBER.search(content, max(0, one.end(1) - LONGEST_NUMBER), one.end(1)):
            yield (int(found[1]), int(found[2])), one.end()


class Budget:
    """What is left for one file."""

    def __init__(self) -> None:
        self.steps = MOST_STEPS
        self.unpacked = MOST_UNPACKED

    def step(self, count: int) -> None:
        self.steps -= count
        if self.steps < 0:
            raise LimitReachedError("steps")

    def unpack(self, content: bytes) -> bytes:
        self.unpacked -= len(content)
        if self.unpacked < 0:
            raise LimitReachedError("unpacked")
        return content


class Steps(BytesIO):
    """Bytes of which each reading counts."""

    def __init__(self, content: bytes, budget: Budget):
        super().__init__(content)
        self._budget = budget

    def read(self, size: int | None = -1) -> bytes:
        found = super().read(size)
        self._budget.step(1 + len(found) // BYTES_A_STEP)
        return found
