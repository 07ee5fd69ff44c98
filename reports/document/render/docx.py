"""DOCX by python-docx, on the page of Decree 30/2020/NĐ-CP: real headings, repeated table heads, a real page number.

Reproducible to the byte: created and modified are the document's `as_of`, the archive's members are sorted and undated.
"""

import io
import zipfile
from datetime import datetime
from functools import cache
from math import ceil

import docx
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.shared import Mm, Pt

from reports.document import render as page
from reports.document.render import pdf
from reports.document.render.docx_styles import (
    dress,
    field,
    line_beneath,
    outline_level,
    pages_from_one,
    picture_text,
    styled,
)
from reports.document.render.docx_tables import add_table, plain_grid
from reports.document.render.lines import bold_width_mm, short_line_mm
from reports.document.rules.document import (
    Annex,
    Block,
    BulletList,
    Chart,
    Document,
    Heading,
    Paragraph,
    Signature,
    Table,
)
from reports.document.rules.wording import printable

TEXT_WIDTH_MM = page.PAGE_MM[0] - page.MARGIN_LEFT_MM - page.MARGIN_RIGHT_MM
LANDSCAPE_WIDTH_MM = page.PAGE_MM[1] - page.MARGIN_LEFT_MM - page.MARGIN_RIGHT_MM
LEFT_MM, RIGHT_MM = 64, 101
KEPT_WITH_SIGNATURES = 2
ROWS_OF_SIGNERS = 4
NOBODY = Signature(("",))
UNDATED = (1980, 1, 1, 0, 0, 0)


def render(document: Document) -> bytes:
    word = docx.Document(io.BytesIO(_blank(document.language)))
    _properties(word, document)
    _paper(word.sections[0], document, landscape=False)
    _letterhead(word, document)
    _title(word, document)
    for block in document.body:
        _block(word, block, TEXT_WIDTH_MM)
    _closing(word, document)
    for annex in document.annexes:
        _annex(word, document, annex)
    packed = io.BytesIO()
    word.save(packed)
    return _undated(packed.getvalue())


@cache
def _blank(language: str) -> bytes:
    """An empty paper in its styles: dressing costs more than most papers' text."""
    word = docx.Document()
    dress(word, language)
    packed = io.BytesIO()
    word.save(packed)
    return packed.getvalue()


def _properties(word, document: Document):
    properties = word.core_properties
    moment = datetime(document.as_of.year, document.as_of.month, document.as_of.day)
    properties.title = printable(document.title)[:255]
    properties.author = properties.last_modified_by = printable(" ".join(document.letterhead.issuer.split()))[:255]
    properties.identifier = printable(document.identifier)[:255]
    properties.language = document.language
    properties.comments = properties.keywords = ""
    properties.created = properties.modified = moment
    properties.revision = 1


def _paper(section, document: Document, *, landscape: bool, is_annex: bool = False):
    """The first page of the text bears no number; an annex, numbered for itself, bears one on each page."""
    width, height = page.PAGE_MM
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (Mm(height), Mm(width)) if landscape else (Mm(width), Mm(height))
    section.top_margin, section.bottom_margin = Mm(page.MARGIN_TOP_MM), Mm(page.MARGIN_BOTTOM_MM)
    section.left_margin, section.right_margin = Mm(page.MARGIN_LEFT_MM), Mm(page.MARGIN_RIGHT_MM)
    section.header_distance = section.footer_distance = Mm(10)
    section.different_first_page_header_footer = not is_annex
    if section.header.is_linked_to_previous:
        section.header.is_linked_to_previous = False
        number = section.header.paragraphs[0]
        field(styled(number, "Header"), "PAGE")
    if document.check_line and not is_annex:
        for footer in (section.footer, section.first_page_footer):
            footer.is_linked_to_previous = False
            styled(footer.paragraphs[0], "Footer").add_run(printable(document.check_line))


PARAGRAPHS = {"": "Body Text", "basis": "Official Basis", "order": "Official Order", "article": "Body Text"}


def _line(container, text: str, style: str):
    return styled(container.add_paragraph(printable(text)), style)


def _letterhead(word, document: Document):
    (left, right), (numbered, dated) = plain_grid(word, (LEFT_MM, RIGHT_MM), rows=2)
    head = document.letterhead
    if head.superior:
        _line(left, head.superior, "Official Superior")
    _line(left, head.issuer, "Official Issuer")
    line_beneath(left, short_line_mm(head.issuer, 13, LEFT_MM), LEFT_MM)
    _line(numbered, document.number_line, "Official Number")
    if document.draft:
        _line(numbered, document.draft, "Official Issuer")
    _line(right, page.NATION, "Official Issuer")
    _line(right, page.MOTTO, "Official Motto")
    line_beneath(right, bold_width_mm(page.MOTTO, 14), RIGHT_MM)
    _line(dated, document.day_line, "Official Day")


def _title(word, document: Document):
    _line(word, document.kind, "Title")
    _line(word, document.subject, "Subtitle")
    line_beneath(word, short_line_mm(document.subject, 14, TEXT_WIDTH_MM), TEXT_WIDTH_MM, after=Pt(14))


def _block(word, block: Block, width_mm: float):
    match block:
        case Heading():
            _line(word, block.text, f"Heading {block.level}")
        case Paragraph():
            line = _line(word, block.lead or block.text, PARAGRAPHS[block.style])
            if block.lead:
                line.runs[0].bold = True
                line.add_run(printable(block.text.removeprefix(block.lead)))
            line.paragraph_format.keep_with_next = block.introduces or None
        case BulletList():
            for item in block.items:
                _line(word, item.text, "List Bullet")
        case Chart():
            _chart(word, block, width_mm)
        case Table():
            add_table(word, block, width_mm)


def _chart(word, chart: Chart, width_mm: float):
    _line(word, chart.title, "Caption")
    if chart.unit:
        _line(word, f"Đơn vị tính: {chart.unit}", "Official Unit").paragraph_format.keep_with_next = True
    paragraph = styled(word.add_paragraph(), "Official Picture")
    shape = paragraph.add_run().add_picture(io.BytesIO(pdf.picture(chart)), width=Mm(min(width_mm, 165)))
    picture_text(shape, title=chart.title, description=chart.description)


def _closing(word, document: Document):
    for paragraph in word.paragraphs[-KEPT_WITH_SIGNATURES:]:
        paragraph.paragraph_format.keep_with_next = True
    styled(word.add_paragraph(), "Official Gap").paragraph_format.keep_with_next = True
    if document.signers:
        _signers(word, document)
        if document.recipients:
            _recipients(word, document)
        return
    ((left, right),) = plain_grid(word, (70, 95))
    _recipients(left, document)
    for line in document.signature.lines:
        _line(right, line, "Official Signature")
    _line(right, "", "Official Signature").paragraph_format.space_before = Mm(26)
    if document.signature.name:
        _line(right, document.signature.name, "Official Signature")
    styled(word.add_paragraph(), "Official Gap")


def _recipients(place, document: Document):
    _line(place, page.RECIPIENTS if document.recipients else "", "Official Recipients")
    last = len(document.recipient_lines) - 1
    for at, recipient in enumerate(document.recipient_lines):
        _line(place, recipient, "Official Recipient").paragraph_format.keep_with_next = at < last


def _signers(word, document: Document):
    """Two in a row, their names at one height. Rows that fit a page stay on one, with the last words above them and the
    recipients below; more are shared out evenly over pages."""
    half = TEXT_WIDTH_MM / 2
    pairs = [document.signers[at : at + 2] for at in range(0, len(document.signers), 2)]
    of_a_page = ceil(len(pairs) / ceil(len(pairs) / ROWS_OF_SIGNERS))
    for number, pair in enumerate(pairs, 1):
        capacities, names = plain_grid(word, (half, half), rows=2)
        keeps = bool(document.recipients) if number == len(pairs) else bool(number % of_a_page)
        room = Mm(26 if any(signer.by_hand for signer in pair) else 14)
        for at, signer in enumerate((*pair, NOBODY)[:2]):
            for line in signer.lines:
                _line(capacities[at], line, "Official Signature")
            if signer.note:
                _line(capacities[at], signer.note, "Official Attached")
            _line(names[at], "", "Official Signature").paragraph_format.space_before = room
            _line(names[at], signer.name, "Official Signature")
            for paragraph in (*capacities[at].paragraphs, *(names[at].paragraphs if keeps else ())):
                paragraph.paragraph_format.keep_with_next = True
        styled(word.add_paragraph(), "Official Gap").paragraph_format.keep_with_next = keeps


def _annex(word, document: Document, annex: Annex):
    section = word.add_section(WD_SECTION.NEW_PAGE)
    _paper(section, document, landscape=annex.landscape, is_annex=True)
    pages_from_one(section)
    number = _line(word, annex.number, "Official Annex")
    outline_level(number, 0)
    _line(word, annex.title.upper(), "Official Annex")
    _line(word, document.attachment_line(annex), "Official Attached")
    for block in annex.blocks:
        _block(word, block, LANDSCAPE_WIDTH_MM if annex.landscape else TEXT_WIDTH_MM)


def _undated(packed: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            member = zipfile.ZipInfo(name, UNDATED)
            member.compress_type, member.create_system = zipfile.ZIP_DEFLATED, 3
            new.writestr(member, old.read(name))
    return out.getvalue()
