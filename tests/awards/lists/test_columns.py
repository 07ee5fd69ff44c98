"""Headings of real lists, and what stands above and between the rows. No database."""

from datetime import date

import pytest

from awards.catalogue.rules.terms import SubjectKind
from awards.lists.rules.columns import NOTHING, guess, is_column_numbers, meaning_of
from awards.lists.rules.row_kinds import TableRows, lines
from awards.lists.rules.said_above import read_above
from awards.rows.rules.fields import Field, Meanings
from awards.rows.rules.lines import RowKind
from tests.awards.lists.workbooks import L1

MEANINGS_OF_L1 = Meanings(
    {
        1: Field.HONORIFIC,
        2: Field.NAME,
        3: Field.POSITION,
        4: Field.UNIT,
        5: Field.SUBJECT_KIND,
        6: Field.AWARD,
        7: Field.TARGET_GROUP,
    }
)


def test_layout_l1_with_line_breaks_in_its_headings():
    assert guess([L1]).meanings == MEANINGS_OF_L1


def test_titles_above_and_numbers_beneath_the_headings_are_passed_over():
    rows = [["DANH SÁCH KHEN THƯỞNG"], [""], list(L1), [f"({n})" for n in range(1, 10)], ["1", "Ông", "Mẫu"]]
    reading = guess(rows)
    assert (reading.header, reading.first) == (2, 4)
    assert reading.meanings == MEANINGS_OF_L1


def test_a_second_row_of_headings():
    reading = guess(
        [["STT", "Họ và tên", "Ngày sinh", "", "Đơn vị"], ["", "", "Nam", "Nữ", ""], ["1", "Mẫu", "1/2/1980"]]
    )
    assert reading.first == 2
    assert reading.meanings == Meanings({1: Field.NAME, 2: Field.BIRTH, 3: Field.BIRTH, 4: Field.UNIT})


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Họ và tên", Field.NAME),
        ("HỌ TÊN", Field.NAME),
        ("Đơn vị/Họ và tên", Field.NAME),
        ("Đơn vị, cá nhân", Field.NAME),
        ("Họ tên/ tập thể", Field.NAME),
        ("Số QĐ", Field.DECISION_NUMBER),
        ("Ngày ký Quyết định", Field.DECISION_DATE),
        ("Hạng", Field.AWARD_CLASS),
        ("Số CCCD/CMND", Field.IDENTITY),
        ("Phương thức\nkhen thưởng", Field.WAY),
        ("Hình thức khen thưởng", Field.AWARD),
        ("Mã số thuế", None),
        ("Đệm", Field.NAME),
        ("Ngày vào Đảng", NOTHING),
        ("Nhập ngũ", NOTHING),
        ("Ngày mất", NOTHING),
        ("Ngày nộp hồ sơ", NOTHING),
        ("Ngày xác nhận", NOTHING),
        ("Năm vào ngành", NOTHING),
        ("Ngày ký hợp đồng", NOTHING),
        ("Ngày, tháng, năm", None),
        ("Thành tích đạt được", NOTHING),
        ("Danh hiệu 2 năm liền", NOTHING),
        ("Ngày trao tặng", None),
    ],
)
def test_headings(heading, field):
    assert meaning_of(heading)[0] == field


@pytest.mark.parametrize(
    "rows", [[], [["a", "b"]], [["Mã", "Tên danh hiệu"]], [["Họ và tên", ""]], [["1", "Mẫu", "2"]]]
)
def test_no_headings(rows):
    assert guess(rows) is None


def test_column_numbers():
    assert is_column_numbers(["(1)", "(2)", "(3)"])
    assert is_column_numbers(["A", "B", "1", "2"])
    assert not is_column_numbers(["1", "Nguyễn Văn Mẫu"])
    assert not is_column_numbers(["1", "1975"])


def test_said_above():
    above = read_above(
        [
            "UBND THÀNH PHỐ",
            "DANH SÁCH TẬP THỂ, CÁ NHÂN có thành tích năm 2022",
            "(Kèm theo Quyết định số 1234/QĐ-UBND ngày 05 tháng 6 năm 2023 của Chủ tịch UBND thành phố)",
        ]
    )
    assert (above.decision_number, above.decision_date) == ("1234/QĐ-UBND", date(2023, 6, 5))
    assert (above.achievement_year, above.signer_office) == (2022, "Chủ tịch UBND thành phố")


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("(Hủy bỏ Quyết định số 400/QĐ-UBND ngày 1/4/2023)", ""),
        ("(Đính chính Quyết định số 400/QĐ-UBND ngày 1/4/2023)", ""),
        ("(Sửa đổi, bổ sung Quyết định số 400/QĐ-UBND ngày 1/4/2023)", ""),
        ("Căn cứ Quyết định số 100/QĐ-TTg ngày 1/1/2020 của Thủ tướng", ""),
        ("(Theo Biên bản họp, Quyết định thành lập Hội đồng số 10/QĐ-UBND ngày 1/1/2023)", ""),
        ("(Quyết định số 10/QĐ-UBND ngày 1/1/2023 về việc thành lập Hội đồng)", ""),
        ("(Kèm theo Quyết định số 5/QĐ-UBND ngày 1/4/2023, thay thế Quyết định số 4/QĐ-UBND)", "5/QĐ-UBND"),
        ("(Quyết định khen thưởng bổ sung số 5/QĐ-UBND ngày 1/4/2023)", "5/QĐ-UBND"),
    ],
)
def test_a_decision_of_another_matter_is_not_the_list_s(line, number):
    above = read_above([line])
    assert (above.decision_number, above.decision_date is None) == (number, not number)


def test_a_day_without_a_decision_is_nobodys_decision_date():
    assert read_above(["Cần Thơ, ngày 05 tháng 6 năm 2023"]).decision_date is None


MEANINGS = Meanings({1: "name", 2: "unit", 3: "award"})
SHEET = [
    ["I", "TẬP THỂ", "", ""],
    ["1", "Trường Minh Họa", "", "BK"],
    ["", "", "", ""],
    ["II. CÁ NHÂN", "", "", ""],
    ["", "Quận Minh Họa", "", ""],
    ["2", "Nguyễn Văn Mẫu", "", "BK"],
    ["", "Tổng cộng: 125", "", ""],
    ["STT", "Họ và tên", "Đơn vị", "Hình thức"],
]


def test_sections_totals_and_blank_rows():
    found = list(lines(TableRows(SHEET, 0, len(SHEET), MEANINGS, 0)))
    kinds = [line.kind for line in found]
    assert kinds == [
        RowKind.SECTION,
        RowKind.HONOUR,
        RowKind.BLANK,
        RowKind.SECTION,
        RowKind.SECTION,
        RowKind.HONOUR,
        RowKind.TOTAL,
        RowKind.HEADING,
    ]
    assert (found[1].subject, found[1].unit) == (SubjectKind.COLLECTIVE, "")
    assert (found[5].subject, found[5].unit, found[5].number) == (SubjectKind.INDIVIDUAL, "Quận Minh Họa", 6)
    assert [line.doubtful for line in found if line.kind is RowKind.SECTION] == [False, False, True]


def test_a_row_with_a_number_and_only_a_name_is_an_honour():
    (line,) = lines(TableRows([["7", "Nguyễn Văn Mẫu", "", ""]], 0, 1, MEANINGS, 0))
    assert line.kind is RowKind.HONOUR
