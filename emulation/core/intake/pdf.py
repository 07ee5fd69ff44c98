"""A PDF looked through object by object, whatever way it writes its names and wherever it packs them: is it locked,
does it hold anything that acts."""

import zlib
from enum import StrEnum
from typing import Any

from pypdf.errors import DependencyError, PyPdfError
from pypdf.generic import NameObject, StreamObject

from emulation.core.intake.pdf_objects import PdfObjects

ACTIVE = {
    "/JavaScript",
    "/JS",
    "/OnInstantiate",
    "/Launch",
    "/EF",
    "/EmbeddedFile",
    "/EmbeddedFiles",
    "/FileAttachment",
    "/GoToE",
    "/GoToR",
    "/Movie",
    "/Rendition",
    "/RichMedia",
    "/XFA",
    "/SubmitForm",
    "/ImportData",
}
ON_THE_READERS_MACHINE = ("\\\\", "//", "file:")
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
    """Every object that stands in the file, also one that the document itself does not lead to. A file that takes more
    to look through than the bounds of `pdf_objects` allow counts as broken."""
    try:
        return _fault(PdfObjects(content))
    except BROKEN:  # what the library raises over a damaged file is of many kinds
        return PdfFault.LOCKED if b"/Encrypt" in content else PdfFault.BROKEN


def _fault(objects: PdfObjects) -> PdfFault | None:
    rooted = acts = False
    packing = []
    for one in objects.standing():
        if isinstance(one, dict):
            if "/Encrypt" in one:
                return PdfFault.LOCKED
            rooted = rooted or "/Root" in one
        if isinstance(one, StreamObject) and "/First" in one:
            packing.append(one)
        acts = acts or _acts(one)
    if not rooted:
        return PdfFault.BROKEN
    acts = acts or any(_acts(one) for stream in packing for one in objects.packed(stream))
    return PdfFault.ACTIVE if acts else None


def _acts(found: Any) -> bool:
    """Names within one object, as keys or as values; what it refers to is an object of its own. A stream whose content
    lies in another file, and a link into the reader's own machine or network, act too."""
    if isinstance(found, StreamObject) and "/F" in found:
        return True
    waiting = [found]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            if not ACTIVE.isdisjoint(one.keys()) or _leads_inside(one):
                return True
            waiting += dict.values(one)
        elif isinstance(one, list):
            waiting += list.__iter__(one)
        elif isinstance(one, NameObject) and one in ACTIVE:
            return True
    return False


def _leads_inside(found: dict[Any, Any]) -> bool:
    link = dict.get(found, "/URI", "")
    return isinstance(link, str) and link.strip().lower().startswith(ON_THE_READERS_MACHINE)
