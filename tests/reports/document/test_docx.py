"""The Word file measured: page, margins, faces, sizes, numbering, heads of tables (Decree 30/2020, Appendix I)."""

import io
import zipfile
from dataclasses import replace
from datetime import datetime

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml.ns import qn

from reports.document.render.docx import render
from reports.document.rules.document import Column, Paragraph, Row, Signature, Table
from tests.reports.document.sample import FORMULA, HOSTILE, LETTERS, report


@pytest.fixture(scope="module")
def packed():
    return render(report())


@pytest.fixture(scope="module")
def word(packed):
    return docx.Document(io.BytesIO(packed))


def everything(word):
    return "\n".join(node.text or "" for node in word.element.body.iter(qn("w:t")))


def paragraph_of(word, words):
    return next(
        p for p in word.element.body.iter(qn("w:p")) if words in "".join(t.text or "" for t in p.iter(qn("w:t")))
    )


def style_of(word, words):
    identity = paragraph_of(word, words).style
    return next(style for style in word.styles if style.style_id == identity)


def test_the_page_is_a4_with_the_margins_of_the_decree(word):
    for section in word.sections:
        landscape = section.orientation == WD_ORIENT.LANDSCAPE
        size = (round(section.page_width.mm), round(section.page_height.mm))
        assert size == ((297, 210) if landscape else (210, 297))
        assert [round(side.mm) for side in (section.top_margin, section.bottom_margin)] == [20, 20]
        assert [round(side.mm) for side in (section.left_margin, section.right_margin)] == [30, 15]
    assert [section.orientation for section in word.sections] == [WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE]


def test_page_numbers_stand_above_and_not_on_the_first_page_but_on_each_of_an_annex(word):
    for at, section in enumerate(word.sections):
        assert section.different_first_page_header_footer == (at == 0)
        number = section.header.paragraphs[0]
        assert [code.text.strip() for code in number._p.iter(qn("w:instrText"))] == ["PAGE"]
        assert number.style.paragraph_format.alignment == ALIGN.CENTER
        assert number.style.font.size.pt == 13
        assert not list(section.first_page_header._element.iter(qn("w:instrText")))
    starts = [node.get(qn("w:start")) for node in word.element.body.iter(qn("w:pgNumType"))]
    assert starts == ["1"]


@pytest.mark.parametrize(
    ("words", "size", "bold", "italic", "alignment"),
    [
        ("CỘNG HÒA XÃ HỘI", 13, True, False, ALIGN.CENTER),
        ("Độc lập - Tự do", 14, True, False, ALIGN.CENTER),
        ("ỦY BAN NHÂN DÂN", 13, True, False, ALIGN.CENTER),
        ("15/BC-CTĐ", 13, False, False, ALIGN.CENTER),
        ("Cần Thơ, ngày 04", 14, False, True, ALIGN.CENTER),
        ("BÁO CÁO", 14, True, False, ALIGN.CENTER),
        ("Sơ kết 6 tháng", 14, True, False, ALIGN.CENTER),
        ("Thực hiện Chỉ thị", 14, False, False, ALIGN.JUSTIFY),
        ("I. KẾT QUẢ", 14, True, False, ALIGN.LEFT),
        ("1. Kết quả chung", 14, True, False, ALIGN.LEFT),
        ("a) Theo thành viên", 14, True, True, ALIGN.LEFT),
        ("Nơi nhận:", 12, True, True, ALIGN.LEFT),
        ("- Lưu: VT", 11, False, False, ALIGN.LEFT),
        ("TM. CỤM THI ĐUA", 14, True, False, ALIGN.CENTER),
        ("Phụ lục I", 14, True, False, ALIGN.CENTER),
        ("(Kèm theo Báo cáo", 14, False, True, ALIGN.CENTER),
    ],
)
def test_each_part_has_the_size_and_face_of_the_decree(word, words, size, bold, italic, alignment):
    style = style_of(word, words)
    assert (style.font.size.pt, style.font.bold, style.font.italic) == (size, bold, italic)
    assert style.paragraph_format.alignment == alignment
    assert str(style.font.color.rgb) == "000000"


def test_only_times_is_named(packed):
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        for part in ("word/styles.xml", "word/document.xml"):
            root = docx.oxml.parse_xml(archive.read(part))
            used = {value for fonts in root.iter(qn("w:rFonts")) for value in fonts.attrib.values()}
            assert used <= {"Times New Roman"} | unused_faces(root, part)


def unused_faces(root, part):
    """Faces in styles of the template that no paragraph of ours has (macro text and the like)."""
    if part != "word/styles.xml":
        return set()
    ours = {"Normal", "BodyText", "Heading1", "Heading2", "Heading3", "Title", "Subtitle", "Caption", "ListBullet"}
    others = [
        style
        for style in root.iter(qn("w:style"))
        if style.get(qn("w:styleId")) not in ours and not style.get(qn("w:styleId")).startswith("Official")
    ]
    return {value for style in others for fonts in style.iter(qn("w:rFonts")) for value in fonts.attrib.values()}


def test_the_body_is_indented_and_spaced(word):
    layout = word.styles["Body Text"].paragraph_format
    assert round(layout.first_line_indent.mm, 1) == 12.7
    assert layout.space_after.pt == 6
    assert layout.line_spacing == 1.15


def test_headings_are_headings_and_the_annex_shows_in_the_contents(word):
    headings = [(p.style.name, p.text) for p in word.paragraphs if p.style.name.startswith("Heading")]
    assert headings[:2] == [("Heading 1", "I. KẾT QUẢ KHEN THƯỞNG"), ("Heading 2", "1. Kết quả chung")]
    annex = paragraph_of(word, "Phụ lục I")
    assert [level.get(qn("w:val")) for level in annex.iter(qn("w:outlineLvl"))] == ["0"]


def test_heads_repeat_and_rows_do_not_break(word):
    tables = {len(table.columns): table for table in word.tables if table.style.name == "Table Grid"}
    marks = [len(list(row._tr.iter(qn("w:tblHeader")))) for row in tables[6].rows]
    assert marks == [1, 1, 1] + [0] * 11
    for table in tables.values():
        assert all(len(list(row._tr.iter(qn("w:cantSplit")))) == 1 for row in table.rows)
        widths = [column.width.mm for column in table.columns]
        assert sum(widths) == pytest.approx(252 if len(widths) == 8 else 165, abs=0.5)


def test_the_language_and_the_properties(word, packed):
    tongue = word.styles.element.find(qn("w:docDefaults")).find(".//" + qn("w:lang"))
    assert tongue.get(qn("w:val")) == "vi-VN"
    properties = word.core_properties
    assert properties.title.startswith("Báo cáo sơ kết 6 tháng đầu năm 2023")
    assert properties.created.replace(tzinfo=None) == properties.modified.replace(tzinfo=None) == datetime(2023, 7, 1)
    assert properties.author == "ỦY BAN NHÂN DÂN THÀNH PHỐ CẦN THƠ"


def test_the_chart_has_words_for_those_who_do_not_see_it(word):
    (picture,) = word.element.body.iter(qn("wp:docPr"))
    assert "19.117 lượt" in picture.get("descr")
    (shape,) = word.inline_shapes
    assert shape.width.mm == pytest.approx(165, abs=0.1)


def test_hostile_text_stands_as_written(word):
    text = everything(word)
    for words in (HOSTILE, FORMULA, LETTERS, LETTERS.upper(), "23.735", "79,92%", "chỉ đạo./."):
        assert words in text


@pytest.mark.parametrize(
    ("annexes", "signers"),
    [((), ()), (report().annexes, ()), ((), tuple(Signature((f"NGƯỜI {at}",)) for at in range(3)))],
    ids=["bare", "annexes", "three"],
)
def test_word_can_open_it_whatever_is_missing(annexes, signers):
    """Word refuses a cell, and distrusts a body, that does not end in a paragraph; two tables in a row become one."""
    bare = replace(report(), recipients=(), signature=Signature(()), annexes=annexes, signers=signers)
    body = docx.Document(io.BytesIO(render(bare))).element.body
    assert all(cell[-1].tag == qn("w:p") for cell in body.iter(qn("w:tc")))
    tags = [child.tag for child in body if child.tag != qn("w:sectPr")]
    assert tags[-1] == qn("w:p")
    assert (qn("w:tbl"), qn("w:tbl")) not in zip(tags, tags[1:], strict=False)


def test_the_same_document_is_the_same_file(packed):
    assert render(report()) == packed
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        assert archive.testzip() is None
        assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.namelist()[0] == "[Content_Types].xml"


def keeps(cell) -> set:
    return {paragraph.paragraph_format.keep_with_next for paragraph in cell.paragraphs}


def test_last_rows_stay_together_and_signatures_with_the_last_words_and_the_recipients():
    rows = (*(Row.of(f"Dòng {at}", at) for at in range(1, 40)), Row.total("Tổng số", 39))
    table = Table("Bảng thử", (Column("Đơn vị"), Column("Số", "integer")), rows)
    hands = tuple(Signature((f"NGƯỜI {at}",), f"Người Thử {at}") for at in range(1, 6))
    text = (Paragraph.of("Câu một."), table, Paragraph.of("Câu hai."), Paragraph.of("Câu ba."))
    made = docx.Document(io.BytesIO(render(replace(report(), blocks=text, annexes=(), signers=hands, check="ab" * 32))))
    of_rows, *of_hands = made.tables[1:]
    assert [keeps(row.cells[0]) for row in of_rows.rows[-4:]] == [{None}, {True}, {True}, {None}]
    assert [[keeps(row.cells[0]) for row in grid.rows] for grid in of_hands] == [[{True}, {True}]] * 3
    said = {one.text: one.paragraph_format.keep_with_next for one in made.paragraphs}
    assert said["Câu hai."]
    assert said["Câu ba./."]
    assert not said["Câu một."]
    for footer in (made.sections[0].footer, made.sections[0].first_page_footer):
        assert "abababab abababab" in footer.paragraphs[0].text


def test_words_that_introduce_what_follows_are_kept_with_it():
    words = "Các đơn vị được đề nghị khen thưởng:"
    blocks = (
        Paragraph.of(words),
        Paragraph.of("Một."),
        Paragraph.of("Hai."),
        Paragraph.of("Ba."),
        Paragraph.of("Bốn."),
    )
    made = docx.Document(io.BytesIO(render(replace(report(), blocks=blocks, annexes=()))))
    kept = {p.text: p.paragraph_format.keep_with_next for p in made.paragraphs if p.text in (words, "Một.", "Hai.")}
    assert kept == {words: True, "Một.": None, "Hai.": None}


def test_the_number_of_an_article_stands_in_bold():
    article = replace(report(), blocks=(Paragraph(("Điều 1. Tặng Bằng khen. Kèm theo.",), "article"),), annexes=())
    printed = docx.Document(io.BytesIO(render(article))).paragraphs
    found = next(one for one in printed if one.text.startswith("Điều 1."))
    assert [(run.text, bool(run.bold)) for run in found.runs] == [
        ("Điều 1.", True),
        (" Tặng Bằng khen. Kèm theo./.", False),
    ]
