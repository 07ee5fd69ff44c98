"""A PDF looked through object by object, whatever way it writes its names and wherever it packs them: is it locked,
does it hold anything that acts."""

import zlib
from enum import StrEnum

from pypdf.errors import DependencyError, PyPdfError

from emulation.core.intake.bounds import TooMuch
from emulation.core.intake.pdf_looks import ANY, Looked
from emulation.core.intake.pdf_objects import PdfObjects

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
    LEADS_INSIDE = "leads_inside"
    TOO_MUCH = "too_much"


def fault_of_pdf(content: bytes) -> PdfFault | None:
    """Every object that stands in the file, also one that the document itself does not lead to. `TOO_MUCH`: it takes
    more to look through than the bounds of `pdf_objects` allow."""
    try:
        return _fault(PdfObjects(content))
    except TooMuch:
        return PdfFault.TOO_MUCH
    except BROKEN:  # what the library raises over a damaged file is of many kinds
        return PdfFault.LOCKED if b"/Encrypt" in content else PdfFault.BROKEN


def _fault(objects: PdfObjects) -> PdfFault | None:
    rooted = acts = leads = False
    packing = []
    texts = _Texts()
    for one in objects.standing():
        if b"/Encrypt" in one.own:
            return PdfFault.LOCKED
        rooted = rooted or b"/Root" in one.own
        if one.stream and b"/First" in one.own:
            packing.append(one)
        acts, leads = _acts(one) or acts, one.leads_inside or leads
        texts.add(one)
    if not rooted:
        return PdfFault.BROKEN
    for stream in packing:
        for one in objects.packed(stream):
            acts, leads = _acts(one) or acts, one.leads_inside or leads
            texts.add(one)
    if acts:
        return PdfFault.ACTIVE
    return PdfFault.LEADS_INSIDE if leads or texts.lead_inside() else None


def _acts(found: Looked) -> bool:
    """Names within one object, as keys or as values; what it refers to is an object of its own. A stream whose content
    lies in another file, and a thread or a page of another file, act too."""
    elsewhere = found.file and found.stream is not None
    return elsewhere or bool(found.names) or (found.is_of_a_file and found.names_a_file)


class _Texts:
    """Objects that are nothing but a string: a link by reference, or what a paper is called (“File: …”)."""

    def __init__(self) -> None:
        self.referred_to: set[int] = set()
        self.leading: set[int] = set()
        self.is_any_leading = self.is_one_without_number = False

    def add(self, found: Looked) -> None:
        self.referred_to |= found.refers
        if found.is_text_inside:
            self.leading |= found.numbers
            self.is_any_leading = True
            self.is_one_without_number = self.is_one_without_number or not found.numbers

    def lead_inside(self) -> bool:
        """A text without a number, and a reference that cannot be read, count as the worst."""
        if ANY in self.referred_to:
            return self.is_any_leading
        return self.is_one_without_number or not self.leading.isdisjoint(self.referred_to)
