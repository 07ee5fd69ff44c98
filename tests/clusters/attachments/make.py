"""Small whole papers, and papers already filed."""

import hashlib
import io
import struct
import zipfile
import zlib

from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile

from clusters.models import FigureEvidence, Paper
from emulation.core import clock


def small_pdf(catalog=b"", trailer=b"") -> bytes:
    """Whole, with places that are true. `catalog`, `trailer`: what these hold besides."""
    objects = (b"<</Type/Catalog/Pages 2 0 R%s>>" % catalog, b"<</Type/Pages/Kids[]/Count 0>>")
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj%sendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(out)
    out += b"xref\n0 3\n0000000000 65535 f \n" + table
    return out + b"trailer<</Root 1 0 R/Size 3%s>>\nstartxref\n%d\n%%%%EOF\n" % (trailer, start)


PDF = small_pdf()


def office_file(*parts: str, **contents: bytes | str) -> bytes:
    """`contents`: of parts that hold something, by their name; `types` is the list of the parts' types."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("[Content_Types].xml", contents.pop("types", "<x/>"))
        for part, content in {**dict.fromkeys(parts, "<x/>"), **contents}.items():
            archive.writestr(part, content)
    return file.getvalue()


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
