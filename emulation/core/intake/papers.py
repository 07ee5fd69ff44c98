"""Papers filed as evidence or as scans: what they really are, judged by their bytes, never by their name."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from emulation.core.errors import Refusal
from emulation.core.intake.kinds import ZIP
from emulation.core.intake.office_faults import OfficeFault
from emulation.core.intake.office_files import PROGRAMS, kind_of_office_file
from emulation.core.intake.pdf import PdfFault, fault_of_pdf
from emulation.core.numbers import format_integer

MEGABYTE = 1024 * 1024
TAIL = 2048
MOST_BEFORE_A_PDF = 1024
FILLING = b"\x00\t\n\x0c\r "  # some scanners fill a PDF up with it


@dataclass(frozen=True)
class PaperKind:
    name: str
    content_type: str


PDF = PaperKind("pdf", "application/pdf")
JPEG = PaperKind("jpg", "image/jpeg")
PNG = PaperKind("png", "image/png")
OFFICE = "application/vnd.openxmlformats-officedocument."
DOCX = PaperKind("docx", OFFICE + "wordprocessingml.document")
XLSX = PaperKind("xlsx", OFFICE + "spreadsheetml.sheet")
ENDS = {JPEG: b"\xff\xd9", PNG: b"IEND\xaeB\x60\x82"}


def kind_of_paper(content: bytes, *, limit: int, field="file", takes_office_files=False) -> PaperKind:
    """PDF, JPEG or PNG, and where `takes_office_files` Word or Excel; whole and without anything that acts. `limit` in
    bytes; `Refusal` says what to do instead."""
    if not content:
        raise Refusal(_("The file is empty. Scan or export it again, and choose the new file."), field=field)
    if len(content) > limit:
        raise Refusal(too_large_a_paper(limit), field=field)
    kind = _by_its_start(content)
    if kind is None and takes_office_files and content.startswith(ZIP):
        return _office_file(content, field)
    if kind is None:
        raise Refusal(_office_files_too() if takes_office_files else _pdf_or_picture(), field=field)
    if not _is_whole(kind, content):
        raise Refusal(_broken_off(), field=field)
    if kind is PDF and (fault := fault_of_pdf(content)) is not None:
        raise Refusal(_of_a_pdf(fault), field=field)
    return kind


def _office_file(content: bytes, field: str) -> PaperKind:
    found = kind_of_office_file(content)
    if isinstance(found, OfficeFault):
        raise Refusal(_of_an_office_file(found), field=field)
    return DOCX if found == DOCX.name else XLSX


def _of_an_office_file(fault: OfficeFault) -> str:
    if fault is OfficeFault.ACTIVE:
        return _("The file holds macros or programs. Save it without them (.docx, .xlsx), and choose the new file.")
    if fault is OfficeFault.LINKED:
        return _(
            "The file takes content from other files or addresses (a template, a picture, another workbook). "
            "Break these links or export it as PDF, and choose the new file."
        )
    if fault is OfficeFault.LEADS_INSIDE:
        return _leads_inside()
    if fault is OfficeFault.TOO_MUCH:
        return _(
            "The file holds too much to be looked through. Split it into several files or export it as PDF, and choose "
            "the new file."
        )
    return _office_files_too() if fault is OfficeFault.ANOTHER_KIND else _broken_off()


def _leads_inside() -> str:
    return _(
        "The file has a link to a program, or to a file of a computer or a shared folder. Remove it (links to websites "
        "and e-mail addresses may stay), and choose the new file."
    )


def _pdf_or_picture() -> str:
    return _(
        "The file is neither a PDF nor a picture (JPG, PNG), whatever its name says. "
        "Export it as PDF, and choose the new file."
    )


def _office_files_too() -> str:
    return _(
        "The file is neither a PDF, Word (.docx), Excel (.xlsx) nor a picture (JPG, PNG), whatever its name says. "
        "Save it as one of these, and choose the new file."
    )


def _broken_off() -> str:
    return _("The file is broken off and cannot be opened whole. Scan or export it again, and choose the new file.")


def _of_a_pdf(fault: PdfFault) -> str:
    if fault is PdfFault.LOCKED:
        return _(
            "The PDF is protected by a password, or against printing and copying, so nobody can tell what it holds. "
            "Export it again without protection, and choose the new file."
        )
    if fault is PdfFault.ACTIVE:
        return _("The PDF holds programs or other files. Print it to a plain PDF, and choose that one.")
    if fault is PdfFault.LEADS_INSIDE:
        return _leads_inside()
    if fault is PdfFault.TOO_MUCH:
        return _(
            "The PDF holds too much to be looked through. Split it into several files, or print it to PDF as images, "
            "and choose that one."
        )
    return _broken_off()


def too_large_a_paper(limit: int) -> str:
    return _("The file is larger than %(limit)s MB. Scan it in a lower resolution, and choose the new file.") % {
        "limit": format_integer(limit // MEGABYTE)
    }


def _by_its_start(content: bytes) -> PaperKind | None:
    if content.startswith(b"\xff\xd8\xff"):
        return JPEG
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG
    return PDF if _is_pdf(content) else None


def _is_pdf(content: bytes) -> bool:
    """Readers, and some scanners, put up with something before it; no page of the web and no program is let in so."""
    begins = content.find(b"%PDF-", 0, MOST_BEFORE_A_PDF)
    return begins >= 0 and b"<" not in content[:begins] and not content.startswith((*PROGRAMS, ZIP))


def _is_whole(kind: PaperKind, content: bytes) -> bool:
    if kind is PDF:
        return b"%%EOF" in content.rstrip(FILLING)[-TAIL:]
    return ENDS[kind] in content[-TAIL:]
