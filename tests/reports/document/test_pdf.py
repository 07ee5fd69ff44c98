"""The PDF measured: pages, faces, letters, tags, and that no text of a user is ever typst."""

import io
import os
import subprocess
import sys
from dataclasses import replace

import pypdf
import pytest

from reports.document.render import fonts, pdf
from reports.document.rules.document import Column, Paragraph, Row, Table
from tests.databases import PROJECT
from tests.reports.document.archival import faults_of, tags_of
from tests.reports.document.sample import FORMULA, HOSTILE, LETTERS, report

MM = 72 / 25.4


@pytest.fixture(scope="module")
def packed():
    return pdf.render(report())


@pytest.fixture(scope="module")
def read(packed):
    return pypdf.PdfReader(io.BytesIO(packed))


def faces(read):
    found = {}
    for page in read.pages:
        for font in page["/Resources"].get("/Font", {}).values():
            descended = font.get_object()["/DescendantFonts"][0].get_object()
            found[font.get_object()["/BaseFont"].split("+")[1]] = (
                "/FontFile2" in descended["/FontDescriptor"].get_object()
            )
    return found


def test_pages_are_a4_and_the_annex_lies_on_its_side(read):
    sizes = [(round(float(p.mediabox.width) / MM), round(float(p.mediabox.height) / MM)) for p in read.pages]
    assert sizes[:3] == [(210, 297)] * 3
    assert len(sizes) > 4
    assert set(sizes[3:]) == {(297, 210)}


def test_numbers_begin_on_the_second_page_and_anew_on_the_first_of_the_annex(read):
    first_words = [page.extract_text().split("\n")[0].strip() for page in read.pages]
    assert first_words[1:3] == ["2", "3"]
    assert first_words[3:5] == ["1", "2"]
    assert first_words[0] != "1"


def test_every_letter_is_there_in_the_face_of_times(read):
    assert fonts.fonts_available()
    text = "".join(page.extract_text() for page in read.pages)
    assert set(LETTERS + LETTERS.upper()) <= set(text)
    assert set(faces(read)) == {
        "LiberationSerif",
        "LiberationSerif-Bold",
        "LiberationSerif-Italic",
        "LiberationSerif-BoldItalic",
    }
    assert all(faces(read).values())


def test_the_figures_and_hostile_text_stand_as_written(read):
    text = " ".join(" ".join(page.extract_text().split()) for page in read.pages).replace("\u00a0", " ")
    for words in (HOSTILE, FORMULA, "23.735 lượt", "79,92%", "19.117", "chỉ đạo./.", "Số: 15/BC-CTĐ"):
        assert " ".join(words.split()) in text


def test_it_is_pdf_a_2a_tagged_by_headings_lists_tables_and_pictures(packed):
    assert faults_of(packed) == []
    tags = tags_of(packed)
    assert tags[0] == "Document"
    assert {"H1", "H2", "H3", "P", "L", "LI", "Table", "TH", "TD", "Figure"} <= set(tags)
    assert tags.index("H1") < tags.index("H2") < tags.index("H3")


def test_it_is_titled_and_dated_by_the_document(read):
    assert read.metadata.title.startswith("Báo cáo sơ kết 6 tháng")
    assert f"{read.metadata.creation_date:%Y-%m-%d}" == "2023-07-01"
    marks = read.xmp_metadata.stream.get_data().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in marks


def test_the_bookmarks_are_the_headings_and_the_annexes(read):
    names = [item.title for item in read.outline if not isinstance(item, list)]
    assert names == ["I. KẾT QUẢ KHEN THƯỞNG", "II. TỒN TẠI, HẠN CHẾ", "III. NHIỆM VỤ 6 THÁNG CUỐI NĂM", "Phụ lục I"]


def test_the_same_document_is_the_same_file(packed):
    assert pdf.render(report()) == packed
    assert pdf.render(replace(report(), number="16")) != packed


def test_another_process_in_another_time_zone_makes_the_same_file(packed):
    """What is signed is kept by its checksum, whichever worker makes it anew."""
    words = "import sys;from tests.reports.document.sample import report;from reports.document.render import pdf;"
    words += "sys.stdout.buffer.write(pdf.render(report()))"
    elsewhere = {**os.environ, "TZ": "Pacific/Auckland", "LANG": "C", "PYTHONHASHSEED": "7"}
    made = subprocess.run([sys.executable, "-c", words], capture_output=True, check=True, cwd=PROJECT, env=elsewhere)
    assert made.stdout == packed


def test_the_smallest_document_can_be_printed():
    bare = replace(report(), blocks=(Paragraph.of("Không có nội dung"),), annexes=(), recipients=())
    assert len(pypdf.PdfReader(io.BytesIO(pdf.render(bare))).pages) == 1
    assert pypdf.PdfReader(io.BytesIO(pdf.render(replace(bare, blocks=())))).pages


def test_unprintable_signs_do_not_stop_the_press():
    dirty = replace(report(), blocks=(Paragraph.of("trước\x00\x0b\ud800 sau"),), annexes=())
    text = pypdf.PdfReader(io.BytesIO(pdf.render(dirty))).pages[0].extract_text()
    assert "trước sau./." in text


def test_without_a_face_of_times_the_page_can_say_so(monkeypatch, tmp_path):
    monkeypatch.setattr(fonts, "FOLDERS", (tmp_path,))
    fonts.fonts.cache_clear()
    try:
        assert not fonts.fonts_available()
        read = pypdf.PdfReader(io.BytesIO(pdf.render(report())))
        assert all(name.startswith("Libertinus") for name in faces(read))
    finally:
        fonts.fonts.cache_clear()


def test_the_name_of_a_section_is_not_left_at_the_foot_of_a_page():
    rows = [row for n in range(60) for row in (Row.section(f"Nhóm {n}"), *[Row.of("Đơn vị", "1")] * (1 + n % 3))]
    table = Table("Bảng thử", (Column("Đơn vị"), Column("Số", "integer")), tuple(rows))
    read = pypdf.PdfReader(io.BytesIO(pdf.render(replace(report(), blocks=(table,), annexes=()))))
    lines = [page.extract_text().strip().splitlines() for page in read.pages]
    assert len(lines) > 2
    assert [page[-1] for page in lines if page[-1].startswith("Nhóm")] == []
