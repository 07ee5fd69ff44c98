"""Papers filed as evidence or as scans: what they really are, judged by their bytes, never by their name."""

import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

from emulation.core.errors import Refusal
from emulation.core.numbers import format_integer

MEGABYTE = 1024 * 1024
TAIL = 2048
ACTIVE = re.compile(rb"/(?:JavaScript|JS|Launch|EmbeddedFile|RichMedia|XFA)\b")
LOCKED = re.compile(rb"/Encrypt\b")


@dataclass(frozen=True)
class PaperKind:
    name: str
    content_type: str


PDF = PaperKind("pdf", "application/pdf")
JPEG = PaperKind("jpg", "image/jpeg")
PNG = PaperKind("png", "image/png")
ENDS = {JPEG: b"\xff\xd9", PNG: b"IEND\xaeB\x60\x82"}


def kind_of_paper(content: bytes, *, limit: int, field="file") -> PaperKind:
    """PDF, JPEG or PNG, whole and without anything that acts. `limit` in bytes; `Refusal` says what to do instead."""
    if not content:
        raise Refusal(_("The file is empty. Scan or export it again, and choose the new file."), field=field)
    if len(content) > limit:
        raise Refusal(too_large_a_paper(limit), field=field)
    kind = _by_its_start(content)
    if kind is None:
        raise Refusal(
            _(
                "The file is neither a PDF nor a picture (JPG, PNG), whatever its name says. "
                "Export it as PDF, and choose the new file."
            ),
            field=field,
        )
    if not _is_whole(kind, content):
        raise Refusal(
            _("The file is broken off and cannot be opened whole. Scan or export it again, and choose the new file."),
            field=field,
        )
    if kind is PDF and LOCKED.search(content):
        raise Refusal(
            _("The PDF is protected by a password. Export it without one, and choose the new file."), field=field
        )
    if kind is PDF and ACTIVE.search(content):
        raise Refusal(
            _("The PDF holds programs or other files. Print it to a plain PDF, and choose that one."), field=field
        )
    return kind


def too_large_a_paper(limit: int) -> str:
    return _("The file is larger than %(limit)s MB. Scan it in a lower resolution, and choose the new file.") % {
        "limit": format_integer(limit // MEGABYTE)
    }


def _by_its_start(content: bytes) -> PaperKind | None:
    if content.startswith(b"%PDF-"):
        return PDF
    if content.startswith(b"\xff\xd8\xff"):
        return JPEG
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG
    return None


def _is_whole(kind: PaperKind, content: bytes) -> bool:
    if kind is PDF:
        return b"%%EOF" in content[-TAIL:]
    return ENDS[kind] in content[-TAIL:]
