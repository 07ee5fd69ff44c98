"""Papers made as they stand whenever they are asked for: the same contents give the same bytes."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404

from emulation.core.text import search_key
from emulation.core.views.files import download
from reports.document.render import docx, pdf
from reports.document.rules.document import Document
from reports.document.rules.snapshot import thaw
from reports.document.rules.wording import VIETNAMESE
from reports.runs.models.kinds import FileFormat
from reports.runs.rules.formats import ORIGINAL

__all__ = ["CONTENT_TYPES", "RENDERERS", "VIETNAMESE", "as_signed_response", "file_name", "paper_response"]
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


def as_signed_response(request, thing: Any, form: str, *, back, name: str = ""):
    """The file of a thing once it is signed, as it was filed then, or its original; None of what is not signed yet.
    `name`: what the paper is, in words; by its own title where nothing is given."""
    signed = getattr(thing, "signed_paper", None)
    if signed is None:
        if form == ORIGINAL:
            raise Http404
        return None
    if form == ORIGINAL:
        original = signed.original
        if original is None:
            raise Http404
        paper = original.paper
        return download(
            request,
            paper.file,
            checksum=paper.checksum,
            name=paper.name,
            back=back,
            content_type=paper.content_type,
        )
    kept = get_object_or_404(signed.files, format=form)
    number = file_name(f"số {signed.number_and_symbol}")
    name = f"{file_name(name or thaw(signed.document).title)[: LONGEST_NAME - len(number)]}-{number}"
    return download(
        request,
        kept.file,
        checksum=kept.checksum,
        name=f"{name}.{form}",
        back=back,
        content_type=CONTENT_TYPES[FileFormat(form)],
    )
