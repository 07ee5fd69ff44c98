"""Small whole papers, and papers already filed."""

import hashlib
import struct
import zlib

from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile

from clusters.models import FigureEvidence, Paper
from emulation.core import clock

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + b"\x00" * 20 + b"\xff\xd9"


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


PNG = (
    b"\x89PNG\r\n\x1a\n"
    + _chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    + _chunk(b"IDAT", zlib.compress(b"\x00\x00"))
    + _chunk(b"IEND", b"")
)


def upload(content=PDF, name="minh-chung.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def make_paper(*, organisation, filed_by, content=PDF, name="minh-chung.pdf") -> Paper:
    paper = Paper(
        organisation=organisation,
        name=name,
        size=len(content),
        checksum=hashlib.sha256(content).hexdigest(),
        content_type="application/pdf",
        filed_by=filed_by,
        filed_at=clock.now(),
    )
    paper.file.save("thu.pdf", ContentFile(content), save=False)
    paper.save()
    return paper


def make_figure_evidence(*, figure, filed_by) -> FigureEvidence:
    """Its sheet must still be open."""
    paper = make_paper(organisation=figure.sheet.organisation, filed_by=filed_by)
    return FigureEvidence.objects.create(figure=figure, paper=paper)
