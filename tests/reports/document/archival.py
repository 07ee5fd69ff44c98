"""What a PDF lacks to be PDF/A-2a (ISO 19005-2, level A) as far as its own objects say; no validator is installed."""

import io
import re
from collections.abc import Iterator

import pypdf
from pypdf.generic import DictionaryObject


def faults_of(packed: bytes) -> list[str]:
    read = pypdf.PdfReader(io.BytesIO(packed))
    return [*_of_marks(read), *_of_structure(read), *_of_fonts(read), *_of_what_is_forbidden(read)]


def tags_of(packed: bytes) -> list[str]:
    """Of the structure tree, in its order."""
    root = pypdf.PdfReader(io.BytesIO(packed)).trailer["/Root"]["/StructTreeRoot"]
    return [str(one["/S"])[1:] for one in _elements(root)]


def _of_marks(read: pypdf.PdfReader) -> Iterator[str]:
    root = read.trailer["/Root"]
    marks = root["/Metadata"].get_object().get_data().decode() if "/Metadata" in root else ""
    said = dict(re.findall(r"<(pdfaid:\w+)>([^<]*)<", marks))
    if (said.get("pdfaid:part"), said.get("pdfaid:conformance")) != ("2", "A"):
        yield f"says of itself {said}"
    intents = [one.get_object() for one in root.get("/OutputIntents", ())]
    if [one.get("/S") for one in intents if "/DestOutputProfile" in one] != ["/GTS_PDFA1"]:
        yield "no output intent with its profile"
    if not read.metadata.title or f"{read.metadata.title}</rdf:li>" not in marks:
        yield "title and metadata differ"


def _of_structure(read: pypdf.PdfReader) -> Iterator[str]:
    root = read.trailer["/Root"]
    if not root.get("/MarkInfo", {}).get("/Marked"):
        yield "not marked"
    if root.get("/Lang") != "vi-VN":
        yield f"language {root.get('/Lang')}"
    elements = list(_elements(root["/StructTreeRoot"])) if "/StructTreeRoot" in root else []
    if not elements or elements[0]["/S"] != "/Document":
        yield "no structure"
    for one in elements:
        if one["/S"] == "/Figure" and not one.get("/Alt"):
            yield "a picture without words"
    for number, page in enumerate(read.pages, 1):
        if "/StructParents" not in page:
            yield f"page {number} is not in the structure"


def _of_fonts(read: pypdf.PdfReader) -> Iterator[str]:
    for page in read.pages:
        for font in page["/Resources"].get("/Font", {}).values():
            font = font.get_object()
            inner = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font
            name = font["/BaseFont"]
            if not {"/FontFile", "/FontFile2", "/FontFile3"} & set(inner["/FontDescriptor"].get_object()):
                yield f"{name} is not embedded"
            if "/ToUnicode" not in font:
                yield f"{name} does not say its letters"


def _of_what_is_forbidden(read: pypdf.PdfReader) -> Iterator[str]:
    if read.is_encrypted:
        yield "encrypted"
    if "/ID" not in read.trailer:
        yield "no identifier of the file"
    for key in ("/AcroForm", "/AA", "/OpenAction"):
        if key in read.trailer["/Root"]:
            yield f"{key} in the catalogue"
    if "/JavaScript" in read.trailer["/Root"].get("/Names", {}):
        yield "scripts"


def _elements(node) -> Iterator[DictionaryObject]:
    kids = node.get("/K", [])
    kids = kids.get_object() if hasattr(kids, "get_object") else kids
    for kid in kids if isinstance(kids, list) else [kids]:
        kid = kid.get_object() if hasattr(kid, "get_object") else kid
        if isinstance(kid, DictionaryObject) and "/S" in kid:
            yield kid
            yield from _elements(kid)
