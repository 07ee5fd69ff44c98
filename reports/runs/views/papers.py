"""Papers made as they stand whenever they are asked for: the same contents give the same bytes."""

from django.http import HttpResponse

from emulation.core.text import search_key
from reports.document.render import docx, pdf
from reports.document.rules.document import Document
from reports.runs.models.kinds import FileFormat

VIETNAMESE = "vi"
LONGEST_NAME = 150
RENDERERS = {FileFormat.DOCX: docx.render, FileFormat.PDF: pdf.render}


def paper_response(document: Document, form: str, *, name: str) -> HttpResponse:
    """`form`: one of `RENDERERS`; `name`: what the paper is, in words, without its ending."""
    return HttpResponse(
        RENDERERS[FileFormat(form)](document),
        content_type=CONTENT_TYPES[FileFormat(form)],
        headers={"Content-Disposition": f'attachment; filename="{file_name(name)}.{form}"'},
    )


def file_name(words: str) -> str:
    """Giao ước năm 2023 → giao-uoc-nam-2023: letters that every machine's folders take."""
    return search_key(words).replace(" ", "-")[:LONGEST_NAME].rstrip("-")


CONTENT_TYPES = {
    FileFormat.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    FileFormat.PDF: "application/pdf",
    FileFormat.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
