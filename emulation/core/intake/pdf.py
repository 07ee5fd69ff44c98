"""A PDF looked through object by object, whatever way it writes its names and wherever it packs them: is it locked,
does it hold anything that acts."""

import zlib
from collections.abc import Iterator
from enum import StrEnum
from io import BytesIO
from typing import Any

from pypdf import PdfReader
from pypdf.errors import DependencyError, PyPdfError
from pypdf.generic import IndirectObject

MOST_OBJECTS = 200_000
ACTIVE = {
    "/JavaScript",
    "/JS",
    "/Launch",
    "/EmbeddedFile",
    "/EmbeddedFiles",
    "/FileAttachment",
    "/RichMedia",
    "/XFA",
    "/SubmitForm",
    "/ImportData",
}
BROKEN = (
    PyPdfError,
    DependencyError,
    zlib.error,
    ValueError,
    KeyError,
    IndexError,
    TypeError,
    AttributeError,
    AssertionError,
    RecursionError,
    OSError,
)


class PdfFault(StrEnum):
    """What keeps a PDF from being a paper."""

    BROKEN = "broken"
    LOCKED = "locked"
    ACTIVE = "active"


def fault_of_pdf(content: bytes) -> PdfFault | None:
    """Every object is looked at, also one that the document itself does not lead to: readers mend files each in its own
    way. A file with more objects than `MOST_OBJECTS` is not looked through and counts as broken."""
    try:
        reader = PdfReader(BytesIO(content), strict=False)
        if reader.is_encrypted:
            return PdfFault.LOCKED
        if "/Root" not in reader.trailer:
            return PdfFault.BROKEN
        return PdfFault.ACTIVE if any(_acts(one) for one in _objects(reader)) else None
    except BROKEN:  # what the library raises over a damaged file is of many kinds
        return PdfFault.LOCKED if b"/Encrypt" in content else PdfFault.BROKEN


def _objects(reader: PdfReader) -> Iterator[Any]:
    numbers = {(number, generation) for generation, table in reader.xref.items() for number in table}
    numbers |= {(number, 0) for number in reader.xref_objStm}
    if len(numbers) > MOST_OBJECTS:
        raise ValueError(len(numbers))
    yield reader.trailer
    for number, generation in sorted(numbers):
        yield reader.get_object(IndirectObject(number, generation, reader))


def _acts(found: Any) -> bool:
    """Names within one object, as keys or as values; what it refers to is an object of its own."""
    waiting = [found]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            if not ACTIVE.isdisjoint(one.keys()):
                return True
            waiting += dict.values(one)
        elif isinstance(one, list):
            waiting += list.__iter__(one)
        elif isinstance(one, str) and one in ACTIVE:
            return True
    return False
