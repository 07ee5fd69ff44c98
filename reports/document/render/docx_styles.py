"""The styles of an official document in Word, and the pieces of its XML that python-docx has no words for."""

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.enum.text import WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from reports.document import render as page
from reports.document.rules.wording import printable

FACE = "Times New Roman"
BLACK = RGBColor(0, 0, 0)
# name: (size, bold, italic, alignment, first-line indent, space before, space after, line spacing, keep with next)
STYLES = {
    "Body Text": (page.BODY_PT, False, False, ALIGN.JUSTIFY, page.INDENT_MM, 0, 6, 1.15, False),
    "List Bullet": (page.BODY_PT, False, False, ALIGN.JUSTIFY, 0, 0, 6, 1.15, False),
    "Heading 1": (page.BODY_PT, True, False, ALIGN.LEFT, page.INDENT_MM, 6, 6, 1.15, True),
    "Heading 2": (page.BODY_PT, True, False, ALIGN.LEFT, page.INDENT_MM, 6, 6, 1.15, True),
    "Heading 3": (page.BODY_PT, True, True, ALIGN.LEFT, page.INDENT_MM, 6, 6, 1.15, True),
    "Title": (14, True, False, ALIGN.CENTER, 0, 14, 0, 1, True),
    "Subtitle": (14, True, False, ALIGN.CENTER, 0, 0, 0, 1, True),
    "Caption": (13, True, False, ALIGN.CENTER, 0, 8, 6, 1, True),
    "Header": (13, False, False, ALIGN.CENTER, 0, 0, 0, 1, False),
    "Footer": (8, False, False, ALIGN.CENTER, 0, 0, 0, 1, False),
    "Official Superior": (13, False, False, ALIGN.CENTER, 0, 0, 0, 1, False),
    "Official Issuer": (13, True, False, ALIGN.CENTER, 0, 0, 0, 1, False),
    "Official Motto": (14, True, False, ALIGN.CENTER, 0, 0, 0, 1, False),
    "Official Number": (13, False, False, ALIGN.CENTER, 0, 6, 0, 1, False),
    "Official Day": (14, False, True, ALIGN.CENTER, 0, 6, 0, 1, False),
    "Official Line": (2, False, False, ALIGN.CENTER, 0, 0, 0, 1, False),
    "Official Gap": (6, False, False, ALIGN.LEFT, 0, 0, 0, 1, False),
    "Official Cell": (page.TABLE_PT, False, False, ALIGN.LEFT, 0, 2, 2, 1, False),
    "Official Cell Head": (page.TABLE_PT, True, False, ALIGN.CENTER, 0, 2, 2, 1, True),
    "Official Cell Number": (10, False, True, ALIGN.CENTER, 0, 0, 0, 1, True),
    "Official Note": (page.TABLE_PT, False, True, ALIGN.LEFT, 0, 4, 8, 1, False),
    "Official Unit": (page.TABLE_PT, False, True, ALIGN.CENTER, 0, 0, 6, 1, False),
    "Official Picture": (page.BODY_PT, False, False, ALIGN.CENTER, 0, 0, 8, 1, False),
    "Official Recipients": (12, True, True, ALIGN.LEFT, 0, 0, 0, 1, True),
    "Official Recipient": (11, False, False, ALIGN.LEFT, 0, 0, 0, 1, False),
    "Official Signature": (14, True, False, ALIGN.CENTER, 0, 0, 0, 1, False),
    "Official Annex": (14, True, False, ALIGN.CENTER, 0, 0, 0, 1, True),
    "Official Attached": (14, False, True, ALIGN.CENTER, 0, 0, 12, 1, True),
}


def dress(word, language: str):
    """Times, black and the language on every style in use; nothing is left of the template's theme."""
    _defaults(word, language)
    known = {style.name for style in word.styles}
    for name, (size, bold, italic, align, indent, before, after, spacing, keep) in STYLES.items():
        style = word.styles[name] if name in known else word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = word.styles["Normal"]
        for leftover in style.element.findall(qn("w:pPr")) + style.element.findall(qn("w:rPr")):
            if not name.startswith("Heading"):
                style.element.remove(leftover)
        _face(style.element.get_or_add_rPr())
        style.font.size, style.font.bold, style.font.italic = Pt(size), bold, italic
        style.font.color.rgb = BLACK
        layout = style.paragraph_format
        layout.alignment, layout.first_line_indent = align, Mm(indent)
        layout.space_before, layout.space_after = Pt(before), Pt(after)
        layout.line_spacing_rule, layout.line_spacing = WD_LINE_SPACING.MULTIPLE, spacing
        layout.keep_with_next, layout.widow_control = keep, True
    _dashes(word)


def styled(paragraph, name: str):
    """By id: python-docx looks a style up by name through the whole list, a millisecond for each cell."""
    paragraph._p.style = name.replace(" ", "")
    return paragraph


def _defaults(word, language: str):
    styles = word.styles.element
    face = styles.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    _face(face)
    tongue = face.find(qn("w:lang"))
    for attribute in ("w:val", "w:eastAsia"):
        tongue.set(qn(attribute), language)
    normal = word.styles["Normal"]
    _face(normal.element.get_or_add_rPr())
    normal.font.size = Pt(page.BODY_PT)


def _face(properties):
    fonts = (
        properties.get_or_add_rFonts() if hasattr(properties, "get_or_add_rFonts") else properties.find(qn("w:rFonts"))
    )
    fonts.attrib.clear()
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), FACE)


def _dashes(word):
    """A list of dashes, hanging where the first line of a paragraph begins."""
    numbering = word.part.numbering_part.element
    abstract = OxmlElement("w:abstractNum")
    abstract.set(qn("w:abstractNumId"), "90")
    level = OxmlElement("w:lvl")
    level.set(qn("w:ilvl"), "0")
    for tag, value in (("w:start", "1"), ("w:numFmt", "bullet"), ("w:lvlText", "-"), ("w:lvlJc", "left")):
        child = OxmlElement(tag)
        child.set(qn("w:val"), value)
        level.append(child)
    abstract.append(level)
    numbering.insert(0, abstract)
    identity = numbering.add_num(90).numId
    style = word.styles["List Bullet"]
    link = style.element.get_or_add_pPr()._add_numPr()
    link._add_numId().val = identity
    style.paragraph_format.left_indent, style.paragraph_format.first_line_indent = Mm(page.INDENT_MM + 4), Mm(-4)


def field(paragraph, code: str):
    run = paragraph.add_run()
    for kind in ("begin", None, "separate", "end"):
        if kind is None:
            element = OxmlElement("w:instrText")
            element.set(qn("xml:space"), "preserve")
            element.text = f" {code} "
        else:
            element = OxmlElement("w:fldChar")
            element.set(qn("w:fldCharType"), kind)
        run._r.append(element)


def line_beneath(container, length_mm: float, within_mm: float, *, after=None):
    """A solid line of the given length in the middle: the upper border of a tiny paragraph between indents."""
    paragraph = styled(container.add_paragraph(), "Official Line")
    aside = Mm(max((within_mm - length_mm) / 2, 0))
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = aside
    paragraph.paragraph_format.space_before = Pt(4)
    if after is not None:
        paragraph.paragraph_format.space_after = after
    borders = OxmlElement("w:pBdr")
    top = OxmlElement("w:top")
    for attribute, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
        top.set(qn(f"w:{attribute}"), value)
    borders.append(top)
    paragraph._p.get_or_add_pPr().insert_element_before(
        borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )


def pages_from_one(section):
    numbering = OxmlElement("w:pgNumType")
    numbering.set(qn("w:start"), "1")
    section._sectPr.find(qn("w:pgMar")).addnext(numbering)


def outline_level(paragraph, level: int):
    """Shows the paragraph in Word's navigation and contents without the look of a heading."""
    mark = OxmlElement("w:outlineLvl")
    mark.set(qn("w:val"), str(level))
    paragraph._p.get_or_add_pPr().append(mark)


def picture_text(shape, *, title: str, description: str):
    for side in ("distT", "distB", "distL", "distR"):  # without them LibreOffice pushes the picture aside
        shape._inline.set(side, "0")
    properties = shape._inline.docPr
    properties.set("title", printable(title))
    properties.set("descr", printable(f"{title}. {description}"))
