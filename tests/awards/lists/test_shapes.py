"""The shapes in which offices send their lists (shared notes on spreadsheets): each is read as the same people."""

import io
import unicodedata
import zipfile
from datetime import date

import pytest
import xlsxwriter
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from awards.lists.intake.list_file import read_list
from awards.lists.rules.row_kinds import lines
from awards.rows.rules.fields import Field
from awards.rows.rules.lines import RowKind
from emulation.core.errors import Refusal
from emulation.core.intake.inspect import kind_of_list
from emulation.core.intake.kinds import Kind
from emulation.core.intake.legacy_letters import TCVN3, VNI, Letters, letters_of_word, to_unicode
from tests.awards.lists.old_books import locked_xlsx_book, ods_book, xls_book
from tests.awards.lists.workbooks import book

LIMIT = 20 * 1024 * 1024
HEADINGS = ("STT", "Họ và tên", "Ngày sinh", "Đơn vị công tác", "Danh hiệu thi đua", "Số quyết định", "Ngày ký")
NAMES = ("Nguyễn Văn Mẫu", "Trần Thị Ánh Thử", "Đỗ Quốc Ví Dụ")
ROWS = [
    (str(number), name, "05/3/1975", "Trường Tiểu học Minh Họa", "Lao động tiên tiến", "12/QĐ-UBND", "06/5/2023")
    for number, name in enumerate(NAMES, start=1)
]
TABLE = [HEADINGS, *ROWS]


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


def read(content: bytes):
    stream = io.BytesIO(content)
    kind_of_list(stream, limit=LIMIT)
    stream.seek(0)
    return read_list(stream)


def honours_in(reading):
    return [line for line in lines(reading.rows_under(reading.guess.meanings)) if line.kind is RowKind.HONOUR]


def honours(content: bytes):
    return [line for reading in read(content).tables for line in honours_in(reading)]


def names(content: bytes) -> list[str]:
    return [
        str(line.cells[reading.guess.meanings.places[Field.NAME][0]])
        for reading in read(content).tables
        for line in honours_in(reading)
    ]


def refused(content: bytes) -> str:
    with pytest.raises(Refusal) as caught:
        read(content)
    return str(caught.value)


def text(rows, separator=";", end="\r\n") -> str:
    return end.join(separator.join(str(cell) for cell in row) for row in rows) + end


def in_letters(words: str, table: dict[str, str]) -> str:
    """As somebody typed it under an old font; one that has no capital of a letter is given the small one."""
    back = {letter: sign for sign, letter in sorted(table.items(), key=lambda item: -len(item[0]))}
    return "".join(
        back.get(letter) or back.get(letter.lower(), letter) for letter in unicodedata.normalize("NFC", words)
    )


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (book({"Danh": TABLE}), Kind.XLSX),
        (xls_book(TABLE), Kind.XLS),
        (ods_book(TABLE), Kind.ODS),
        (text(TABLE).encode(), Kind.TEXT),
        (text(TABLE).encode("utf-8-sig"), Kind.TEXT),
        (text(TABLE, ",").encode(), Kind.TEXT),
        (text(TABLE, "\t").encode("utf-16"), Kind.TEXT),
        (text(TABLE, end="\n").encode("cp1258", "ignore"), Kind.TEXT),
    ],
    ids=["xlsx", "xls", "ods", "utf-8", "utf-8 with mark", "comma", "utf-16 with tabs", "windows-1258, bare"],
)
def test_every_kind_of_file_is_known_by_its_content(content, kind):
    assert kind_of_list(io.BytesIO(content), limit=LIMIT) == kind


@pytest.mark.parametrize(
    "content",
    [
        book({"Danh": TABLE}),
        xls_book(TABLE),
        ods_book(TABLE),
        text(TABLE).encode(),
        text(TABLE).encode("utf-8-sig"),
        text(TABLE, ",").encode(),
        text(TABLE, "\t").encode("utf-16"),
        text([[unicodedata.normalize("NFD", cell) for cell in row] for row in TABLE]).encode(),
    ],
    ids=["xlsx", "xls", "ods", "utf-8", "utf-8 with mark", "comma", "utf-16 with tabs", "decomposed"],
)
def test_every_kind_of_file_holds_the_same_people(content):
    assert names(content) == list(NAMES)


def as_windows_1258(words: str) -> bytes:
    """Its tones are signs of their own after the letter, its roofs and horns are not."""
    out = []
    for letter in unicodedata.normalize("NFC", words):
        try:
            out.append(letter.encode("cp1258"))
        except UnicodeEncodeError:
            parts = unicodedata.normalize("NFD", letter)
            tone = next(mark for mark in parts if mark in "\u0300\u0301\u0303\u0309\u0323")
            out.append(unicodedata.normalize("NFC", parts.replace(tone, "")).encode("cp1258") + tone.encode("cp1258"))
    return b"".join(out)


def test_windows_1258_with_its_signs_of_tone():
    assert names(as_windows_1258(text(TABLE))) == list(NAMES)


@pytest.mark.parametrize(("table", "letters"), [(TCVN3, Letters.TCVN3), (VNI, Letters.VNI)])
def test_the_letters_of_old_fonts_become_unicode_and_it_is_said(table, letters):
    rows = [HEADINGS, *[[in_letters(cell, table) for cell in row] for row in ROWS]]
    for content in (xls_book(rows), book({"Danh": rows})):
        assert names(content) == list(NAMES)
        assert letters in read(content).tables[0].letters.values()


def test_a_heading_in_an_old_font_is_known_too():
    assert names(xls_book([[in_letters(cell, TCVN3) for cell in row] for row in TABLE])) == list(NAMES)


SYLLABLES = st.sampled_from(
    ["nguyễn", "trần", "thị", "đỗ", "quốc", "phường", "huyện", "thưởng", "xuất", "sắc", "khuyến", "mừng", "giỏi"]
)


@given(st.lists(SYLLABLES, min_size=1, max_size=8))
def test_what_is_typed_in_an_old_font_comes_back(words):
    said = " ".join(words)
    assert to_unicode(in_letters(said, VNI), Letters.VNI) == said
    assert to_unicode(in_letters(said, TCVN3), Letters.TCVN3) == said


@pytest.mark.parametrize("word", ["Nguyễn", "café", "Müller", "Đỗ", "François", "thưởng"])
def test_real_unicode_is_never_taken_for_an_old_font(word):
    assert letters_of_word(word) in (None, Letters.UNICODE)


def test_title_lines_and_a_row_of_column_numbers():
    rows = [("DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG",), ("(Kèm theo Tờ trình)",), (), HEADINGS]
    rows += [tuple(f"({number})" for number in range(1, 8)), *ROWS]
    assert names(book({"Danh": rows})) == list(NAMES)


def merged_book() -> bytes:
    """The unit merged over both rows, the heading "Danh hiệu" over two columns, a title over all."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as workbook:
        sheet, plain = workbook.add_worksheet(), workbook.add_format()
        sheet.merge_range(0, 0, 0, 4, "DANH SÁCH KHEN THƯỞNG", plain)
        sheet.write_row(1, 0, ("STT", "Họ và tên", "Đơn vị công tác"))
        sheet.merge_range(1, 3, 1, 4, "Danh hiệu", plain)
        for row, name in enumerate(NAMES[:2], start=2):
            sheet.write_row(row, 0, (str(row - 1), name))
            sheet.write(row, 3, "Lao động tiên tiến")
        sheet.merge_range(2, 2, 3, 2, "Trường Tiểu học Minh Họa", plain)
    return out.getvalue()


def test_a_cell_merged_over_rows_holds_for_each_of_them():
    content = merged_book()
    assert names(content) == list(NAMES[:2])
    assert [line.cells[2] for line in honours(content)] == ["Trường Tiểu học Minh Họa"] * 2


def test_capitals_double_and_no_break_blanks_are_one_name():
    rows = [HEADINGS, ("1", "NGUYỄN  VĂN\u00a0MẪU", *ROWS[0][2:])]
    assert names(book({"Danh": rows})) == ["NGUYỄN VĂN MẪU"]


def test_double_headings():
    upper = ("TT", "Họ và tên", "Ngày sinh", "", "Đơn vị", "Danh hiệu")
    lower = ("", "", "Nam", "Nữ", "", "")
    rows = [
        upper,
        lower,
        ("1", NAMES[0], "1975", "", "Trường A", "LĐTT"),
        ("2", NAMES[1], "", "1980", "Trường B", "LĐTT"),
    ]
    assert names(book({"Danh": rows})) == list(NAMES[:2])


def test_section_rows_set_subject_unit_and_award():
    rows = [
        ("STT", "Họ và tên", "Chức vụ"),
        ("", "A. Bằng khen của Chủ tịch UBND thành phố", ""),
        ("", "I. TẬP THỂ", ""),
        ("1", "Trường Tiểu học Minh Họa", "x"),
        ("", "II. CÁ NHÂN (2 người)", ""),
        ("", "Quận Minh Họa", ""),
        ("1", NAMES[0], "Giáo viên"),
    ]
    first, second = honours(book({"Danh": rows}))
    assert (first.subject, second.subject) == ("collective", "individual")
    assert second.unit == "Quận Minh Họa"
    assert first.award.startswith("Bằng khen")


@pytest.mark.parametrize("total", ["Tổng cộng: 125", "Tổng số", "Ấn định danh sách này có 3 người", "Cộng"])
def test_total_rows_do_not_become_people(total):
    assert names(book({"Danh": [*TABLE, ("", total)]})) == list(NAMES)


def test_signatures_beneath_do_not_become_people():
    rows = [*TABLE, (), ("", "Người lập biểu"), ("", "TM. ỦY BAN NHÂN DÂN")]
    assert names(book({"Danh": rows})) == list(NAMES)


def test_catalogues_on_other_sheets_and_blank_formatted_rows():
    other = [("Mã", "Tên danh hiệu"), ("CSTĐCS", "Chiến sĩ thi đua cơ sở")] * 30
    blank = [("",) * 7] * 550
    assert names(book({"Danh mục": other, "file nhận": [*TABLE, *blank]})) == list(NAMES)


def test_days_numbers_and_missing_numbers_of_rows():
    rows = [HEADINGS, (15.0, NAMES[0], date(1975, 3, 5), "Trường", "LĐTT", 12.0, date(2023, 5, 6)), ("", *ROWS[1][1:])]
    assert names(book({"Danh": rows})) == list(NAMES[:2])


def test_formulas_typed_as_text_stay_text():
    rows = [HEADINGS, ("1", "=cmd|' /C calc'!A0", *ROWS[0][2:])]
    assert names(book({"Danh": rows})) == ["=cmd|' /C calc'!A0"]
    assert names(text(rows).encode()) == ["=cmd|' /C calc'!A0"]


def test_quoted_cells_hold_separators_and_quotation_marks():
    quoted = 'STT;Họ và tên;Đơn vị\r\n1;Nguyễn Văn Mẫu;"Trường ""Minh Họa""; cơ sở 2"\r\n'
    assert str(honours(quoted.encode())[0].cells[2]) == 'Trường "Minh Họa"; cơ sở 2'


@pytest.mark.parametrize(
    "content",
    [locked_xlsx_book(), xls_book(TABLE, locked=True), ods_book(TABLE, locked=True)],
    ids=["xlsx", "xls", "ods"],
)
def test_a_workbook_under_a_password(content):
    assert "password" in refused(content)


def test_a_binary_workbook():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("xl/workbook.bin", b"\x83\x01\x00")
    assert ".xlsb" in refused(out.getvalue())


def test_a_damaged_old_workbook():
    assert "damaged" in refused(xls_book(TABLE)[:700])


def test_an_ods_that_says_it_has_millions_of_rows():
    wide = [*TABLE, tuple("x" for _ in range(200))]
    assert "larger than any list" in refused(ods_book(wide, repeated=1_000_000))


def test_two_hundred_columns():
    wide = [tuple(f"Cột {number}" for number in range(200)), tuple(str(number) for number in range(200))]
    wide[0] = (*HEADINGS, *wide[0][7:])
    assert "columns" in refused(book({"Danh": wide}))


def test_no_headings():
    assert "No row of headings" in refused(book({"Danh": ROWS}))


def test_two_tables_one_beneath_the_other_are_both_read():
    second = [("TT", "Tên tập thể", "Hình thức khen thưởng", "Ghi chú"), ("1", "Trường Minh Họa", "Bằng khen", "")]
    content = book({"Danh": [*TABLE, (), ("II. TẬP THỂ",), *second]})
    assert names(content) == [*NAMES, "Trường Minh Họa"]
    first, other = read(content).tables
    assert (first.last, other.title, other.guess.header, other.above.subject_kind) == (5, 5, 6, "collective")


def test_after_the_signatures_the_same_headings_begin_another_table():
    signed = [(), ("", "Người lập biểu"), ("", "Phạm Văn Ký"), (), ("DANH SÁCH KHEN THƯỞNG",)]
    content = book({"Danh": [*TABLE, *signed, *TABLE]})
    assert names(content) == [*NAMES, *NAMES]
    assert [(table.title, table.last) for table in read(content).tables] == [(0, 8), (8, 13)]


def test_two_tables_side_by_side():
    double = [(*row[1:5], *row[1:5]) for row in TABLE]
    assert names(book({"Danh": double})) == [*NAMES, *NAMES]
    entwined = [(row[1], row[1], row[3], row[3], row[4], row[4]) for row in TABLE]
    assert "side by side" in refused(book({"Danh": entwined}))


def test_a_sheet_that_mixes_old_letters_with_new_ones_is_refused_with_its_row():
    old = [in_letters(cell, TCVN3) for cell in ROWS[0]]
    mixed = [old[0], f"{old[1]} Đỗ Quốc", *old[2:]]
    assert "row 2" in refused(book({"Danh": [HEADINGS, mixed, *ROWS[1:]]}))


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"<html><table><tr><td>STT</td></tr></table></html>", "web page"),
        (
            'STT;Họ và tên;Đơn vị\n1;"Nguyễn Văn Mẫu;Trường A\n2;Trần Thử;Trường B\n3;Đỗ Dụ;Trường C\n'.encode(),
            "never closed",
        ),
        ("STT;Họ và tên;Đơn vị\n".encode(), "Beneath the headings of this file"),
        (b"{\\rtf1 STT}", "not a list that can be read"),
        (b"\xff\xd8\xff\xe0 JFIF", "not a list that can be read"),
    ],
    ids=["web page", "open quotation mark", "headings alone", "rtf", "picture"],
)
def test_what_only_looks_like_a_list(content, sentence):
    assert sentence in refused(content)


def test_letters_that_cannot_be_told():
    assert "CSV UTF-8" in refused(text(TABLE).encode() + b"4;\xff\n")
