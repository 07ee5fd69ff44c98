"""Cells that say several things, titles that say them once, and words that only begin like others. No database."""

from datetime import date

import pytest

from awards.catalogue.rules.recognise import AliasRow, AliasTable, alias_key
from awards.lists.intake.one_line import one_line
from awards.lists.rules.apart import decision_apart, person_apart, post_and_unit
from awards.lists.rules.award_names import AwardNames
from awards.lists.rules.columns import guess, meaning_of
from awards.lists.rules.contents import held_by, refined
from awards.lists.rules.given_names import completes
from awards.lists.rules.row_values import RowReader
from awards.lists.rules.said_above import read_above
from awards.lists.rules.totals import TotalWords, printed_counts, total_words
from awards.rows.rules.fields import Field, Meanings
from awards.rows.rules.lines import ListLine, RowKind

CODES = {"Bằng khen của Chủ tịch UBND tỉnh": "BK", "Chiến sĩ thi đua cơ sở": "CS", "Lao động tiên tiến": "LD"}
NAMES = AwardNames(
    AliasTable(AliasRow(alias_key(name), code, subject_kinds=frozenset({"individual"})) for name, code in CODES.items())
)


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (
            "Ông Nguyễn Văn Mẫu, sinh năm 1975, Giáo viên, Trường THCS Minh Họa, huyện Ví Dụ",
            ("Ông Nguyễn Văn Mẫu", "1975", "Giáo viên", "Trường THCS Minh Họa, huyện Ví Dụ"),
        ),
        (
            "Trần Thị Mẫu (sinh ngày 05/3/1980) - Trưởng phòng Tổng hợp - Sở Y tế",
            ("Trần Thị Mẫu", "05/3/1980", "Trưởng phòng Tổng hợp", "Sở Y tế"),
        ),
        ("Lê Văn Mẫu, sinh năm 1985 (Ất Sửu), Giáo viên", ("Lê Văn Mẫu", "1985 (Ất Sửu)", "Giáo viên", "")),
        ("Lê Văn Mẫu (1969), Chủ tịch UBND xã Ví Dụ", ("Lê Văn Mẫu", "1969", "Chủ tịch UBND xã Ví Dụ", "")),
        ("Lê Văn Mẫu; Công an tỉnh", ("Lê Văn Mẫu", None, "", "Công an tỉnh")),
    ],
)
def test_a_person_in_one_cell_is_taken_apart(written, told):
    found = person_apart(written, surely=True)
    assert (*(found.told.get(field) for field in (Field.NAME, Field.BIRTH, Field.POSITION, Field.UNIT)),) == told
    assert not found.unclear


@pytest.mark.parametrize(
    ("cell", "read"),
    [
        ("Lê Bình\nLê Cường", "Lê Bình; Lê Cường"),
        ("- Lê Bình\n- Phan Đức", "Lê Bình; Phan Đức"),
        ("Phòng B\nPhòng C", "Phòng B; Phòng C"),
        ("Phòng K,\nvà Phòng L", "Phòng K; Phòng L"),
        ("- Phòng G\n- Trạm Y tế H", "Phòng G; Trạm Y tế H"),
        ("Phan Văn\nĐức", "Phan Văn Đức"),
        ("Nguyễn Thị\nThanh Nhàn", "Nguyễn Thị Thanh Nhàn"),
        ("Phòng Nghiên cứu\nPhát triển", "Phòng Nghiên cứu Phát triển"),
        ("Phòng Y tế\nUBND quận Mẫu", "Phòng Y tế UBND quận Mẫu"),
    ],
)
def test_lines_of_a_cell_that_name_several_stay_apart(cell, read):
    assert one_line(cell) == read


def test_what_cannot_be_told_is_asked_not_guessed():
    assert person_apart("Nguyễn Văn Mẫu, Trần Thị Thử", surely=True).unclear == "Trần Thị Thử"


@pytest.mark.parametrize(
    ("written", "surely", "says_more"),
    [
        ("Phòng Kế hoạch, Sở Y tế", False, False),
        ("Lớp học sinh năm 2005", False, False),
        ("Đội K5, K6", False, False),
        ("Nguyễn Văn Sinh", False, False),
        ("Cán bộ, công chức phường Thử", True, True),
        ("Đoàn TNCS Hồ Chí Minh - Sở Thử", True, True),
        ("Khoa Nội, Bệnh viện Thử", True, True),
        ("Lớp 12A1, Trường THPT Thử", False, True),
        ("Nhân dân, lực lượng vũ trang xã Thử", False, True),
    ],
)
def test_a_name_with_a_comma_is_no_person_unless_the_words_say_so(written, surely, says_more):
    assert person_apart(written, surely=surely, says_more=says_more) is None


def test_a_person_of_a_family_that_bodies_and_posts_are_called_like_is_taken_apart():
    for name in ("Đoàn Văn Mẫu", "Phó Đức Thử"):
        assert person_apart(f"{name}, Sở Y tế", surely=True).told[Field.NAME] == name


def test_post_and_unit_in_one_cell():
    assert post_and_unit("Giáo viên, Trường Minh Họa", is_body=False) == ("Giáo viên", "Trường Minh Họa")
    assert post_and_unit("huyện Ví Dụ, tỉnh Minh Họa", is_body=True) == ("", "huyện Ví Dụ, tỉnh Minh Họa")
    assert post_and_unit("Đặc trách, hỗ trợ", is_body=False) == ("", "Đặc trách, hỗ trợ")


def test_a_decisions_number_and_day_in_one_cell():
    assert decision_apart("Số 11/QĐ-UBND ngày 15/3/2023") == ("11/QĐ-UBND", date(2023, 3, 15))
    assert decision_apart("11/QĐ-UBND, ngày 05 tháng 3 năm 2023") == ("11/QĐ-UBND", date(2023, 3, 5))
    assert decision_apart("9/QĐ-SYT, 05/01/2023") == ("9/QĐ-SYT", date(2023, 1, 5))
    assert decision_apart("9/QĐ-SYT - 05/01/2023") == ("9/QĐ-SYT", date(2023, 1, 5))
    assert decision_apart("15/3/2023") is None
    assert decision_apart("11/QĐ-UBND") is None


SUBMITTED = "(Kèm theo Tờ trình số 45/TTr-SNV ngày 01 tháng 6 năm 2023 của Giám đốc Sở Nội vụ)"


@pytest.mark.parametrize(
    ("lines", "number", "day"),
    [
        ([SUBMITTED], "", None),
        (["(Kèm theo Tờ trình số 45/TTr-SNV ngày 1/6/2023 đề nghị quyết định khen thưởng)"], "", None),
        (
            ["(Tờ trình số 45/TTr-SNV ngày 1/6/2023; Quyết định số 12/QĐ-UBND ngày 9/6/2023)"],
            "12/QĐ-UBND",
            date(2023, 6, 9),
        ),
        (["(Kèm theo Quyết định số 12/QĐ-UBND", "ngày 09 tháng 6 năm 2023)"], "12/QĐ-UBND", date(2023, 6, 9)),
        (["(Kèm theo Quyết định số 12/QĐ-UBND ngày … tháng … năm 2023)"], "12/QĐ-UBND", None),
        (["Số: 1187/QĐ-UBND"], "1187/QĐ-UBND", None),
        (["Căn cứ Luật số 06/2022/QH15 ngày 15/6/2022"], "", None),
    ],
)
def test_only_a_decision_gives_its_number_and_day(lines, number, day):
    above = read_above(lines)
    assert (above.decision_number, above.decision_date) == (number, day)


@pytest.mark.parametrize(
    ("lines", "award", "year"),
    [
        (["DANH SÁCH CÁ NHÂN ĐƯỢC TẶNG BẰNG KHEN CỦA CHỦ TỊCH UBND TỈNH NĂM 2022"], "BK", 2022),
        (["DANH SÁCH", "công nhận danh hiệu “Chiến sĩ thi đua cơ sở”", "năm học 2021 - 2022"], "CS", 2022),
        (["DANH SÁCH LAO ĐỘNG TIÊN TIẾN", "(Kèm theo Quyết định số 1/QĐ ngày 5/3/2023)"], "LD", None),
        (["DANH SÁCH ĐƯỢC TẶNG BẰNG KHEN", "CỦA CHỦ TỊCH UBND TỈNH"], "BK", None),
        (["DANH SÁCH TẶNG LAO ĐỘNG TIÊN TIẾN VÀ CHIẾN SĨ THI ĐUA CƠ SỞ NĂM 2022"], "", 2022),
        (["DANH SÁCH TẶNG LAO ĐỘNG TIÊN TIẾN, CHIẾN SĨ THI ĐUA CƠ SỞ"], "", None),
        (["DANH SÁCH KHEN THƯỞNG"], "", None),
        (["DANH SÁCH KHEN THƯỞNG CÁC NĂM 2021, 2022", "Báo cáo năm 2023"], "", 0),
        (["DANH SÁCH KHEN THƯỞNG", "đã có thành tích năm 2021 và năm 2022"], "", 0),
        (["DANH SÁCH KHEN THƯỞNG", "từ năm 2018 đến năm 2022"], "", 0),
        (["DANH SÁCH KHEN THƯỞNG", "từ 2018 đến 2022"], "", None),
        (["DANH SÁCH KHEN THƯỞNG", "giai đoạn 5 năm 2018 - 2022"], "", 0),
        (["DANH SÁCH KHEN THƯỞNG NĂM 2021, 2022"], "", 0),
        (["DANH SÁCH ĐƯỢC TẶNG BẰNG KHEN CỦA CHỦ TỊCH UBND TỈNH CÁC NĂM 2021, 2022"], "BK", 0),
    ],
)
def test_award_and_year_of_the_title(lines, award, year):
    above = read_above(lines, NAMES)
    assert (above.award, above.achievement_year) == (award, year)


@pytest.mark.parametrize(
    ("left", "lack_it"),
    [(("Tòng Quốc", "Thạch Văn", "Lê Thị"), True), (("Tòng Quốc Ty", "Thạch Văn", "Lê Thị"), False)],
)
def test_the_same_given_name_again_and_again_completes_names_that_all_lack_one(left, lack_it):
    assert completes([(name, "An") for name in left], 1, "Họ và tên") is lack_it


def test_the_subject_of_a_title_that_speaks_of_one_kind():
    assert read_above(["DANH SÁCH CÁ NHÂN ĐƯỢC KHEN"]).subject_kind == "individual"
    assert read_above(["DANH SÁCH TẬP THỂ, CÁ NHÂN"]).subject_kind == ""
    assert read_above(["DANH SÁCH", "II. TẬP THỂ (15)"]).subject_kind == "collective"
    assert read_above(["DANH SÁCH"], sheet="Tập thể").subject_kind == "collective"


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Tên phòng ban/ khối, tổ công tác", None),
        ("Ông/Bà", Field.HONORIFIC),
        ("Chức danh, đơn vị", Field.POSITION_AND_UNIT),
        ("Danh hiệu đã đạt được năm trước", "-"),
        ("Hình thức đề nghị khen thưởng", Field.AWARD),
        ("Nơi ở", "-"),
    ],
)
def test_headings_are_read_by_whole_words(heading, field):
    assert meaning_of(heading)[0] == field


@pytest.mark.parametrize(
    ("values", "held"),
    [
        (["LĐTT", "Lao động tiên tiến", "Chiến sĩ thi đua cơ sở", "khác"], Field.AWARD),
        (["TAPTHE", "CN", "HOGIADINH"], Field.SUBJECT_KIND),
        (["Ông", "Bà", "Bà"], Field.HONORIFIC),
        (["01/12/2022", date(2022, 12, 5), "22/12/2022"], Field.DECISION_DATE),
        (["01/12/1962", date(1985, 12, 5), "22/12/1999"], Field.BIRTH),
        (["1962", "1985", "1999"], Field.BIRTH),
        (["Sinh năm 1985", "SN 1986", "1987 (Đinh Mão)"], Field.BIRTH),
        (["2022", "2022", "2021"], Field.ACHIEVEMENT_YEAR),
        (["Người trực tiếp công tác", "Các cấp lãnh đạo từ phó phòng trở lên"], Field.TARGET_GROUP),
        (["Sở Y tế", "Trường Minh Họa", "Công ty Thử"], Field.UNIT),
        (["12/QĐ-UBND", "13/QĐ-UBND"], Field.DECISION_NUMBER),
        (["Thường xuyên", "Đột xuất"], Field.WAY),
        (["hạng Nhất", "III"], Field.AWARD_CLASS),
        (["Nguyễn Văn Mẫu", "Trần Thị Thử"], Field.NAME),
        (["x", "", "X"], "marked"),
        (["Nguyễn Văn Mẫu, sinh năm 1985", "Trần Thị Thử, SN 1986"], None),
        (["hoa", "quả"], None),
    ],
)
def test_what_columns_hold(values, held):
    knows = AwardNames(
        AliasTable(
            [*(AliasRow(alias_key(name), code) for name, code in CODES.items()), AliasRow("lao dong tien tien", "LD")]
        )
    )
    assert held_by([value for value in values if value], knows.knows) == held


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Tổng cộng: 7 người", TotalWords.STATED),
        ("Tổng cộng: 60 (15 tập thể, 45 cá nhân)", TotalWords.STATED),
        ("Danh sách này có 05 tập thể và 45 cá nhân./.", TotalWords.STATED),
        ("Tong cong: 7", TotalWords.STATED),
        ("Cộng", TotalWords.BARE),
        ("Tổng (I+II)", TotalWords.BARE),
        ("TONG SO", TotalWords.BARE),
        ("Tống Số", None),
        ("Tổng cộng đồng Minh Họa", None),
        ("Danh Sách", None),
        ("Cộng Hòa", None),
    ],
)
def test_words_that_add_up(text, words):
    assert total_words(text) == words


def test_counts_that_a_list_prints():
    def told(text, kind):
        return [(count.number, count.subject) for count in printed_counts(text, kind)]

    assert told("(Gồm 05 tập thể và 1.250 cá nhân)", RowKind.TITLE) == [(5, "collective"), (1250, "individual")]
    assert told("DANH SÁCH NĂM 2022", RowKind.TITLE) == []
    assert told("II. CÁ NHÂN (25)", RowKind.SECTION) == [(25, "individual")]
    assert told("Trường Tiểu học số 5", RowKind.SECTION) == []
    assert told("Tổng cộng: 60 (15 tập thể, 45 cá nhân)", RowKind.TOTAL) == [
        (60, ""),
        (15, "collective"),
        (45, "individual"),
    ]
    assert told("Tổng số tiền: 60.000.000 đồng", RowKind.TOTAL) == []


def test_beside_the_award_that_is_proposed_the_one_of_years_past_is_not_read():
    headings = ["STT", "Họ và tên", "Danh hiệu năm 2021", "Danh hiệu đề nghị năm 2022"]
    body = [["1", "Nguyễn Văn Mẫu", "LĐTT", "Chiến sĩ thi đua cơ sở"]]
    assert refined(guess([headings]), body, NAMES.knows).meanings.of == {1: Field.NAME, 3: Field.AWARD}


def test_beside_a_result_neither_the_proposal_nor_what_tells_of_no_stage_is_read():
    headings = ["STT", "Họ và tên", "Đơn vị", "Bình bầu", "Danh hiệu đề nghị", "Danh hiệu được tặng"]
    body = [["1", "Nguyễn Văn Mẫu", "Sở Thử", "LĐTT", "Chiến sĩ thi đua cơ sở", "LĐTT"]]
    read = {1: Field.NAME, 2: Field.UNIT, 5: Field.AWARD}
    assert refined(guess([headings]), body, NAMES.knows).meanings.of == read


def test_the_year_in_the_heading_of_an_award_is_its_own():
    reader = RowReader(Meanings({0: Field.NAME, 1: Field.AWARD, 2: Field.AWARD}), years={1: "2021", 2: "2022"})
    found = reader.honours(ListLine(1, RowKind.HONOUR, ["Nguyễn Văn Mẫu", "LĐTT", "CSTĐCS"]))
    assert [(one.nth, one.said["award"], one.said["achievement_year"]) for one in found] == [
        (0, "LĐTT", "2021"),
        (1, "CSTĐCS", "2022"),
    ]


def test_under_a_heading_that_says_more_than_a_name_what_cannot_be_told_is_asked():
    reader = RowReader(Meanings({0: Field.NAME}), says_more=True)
    (line,) = reader.honours(ListLine(1, RowKind.HONOUR, ["Lê Thử, ABC, Sở Y tế, XYZ"]))
    assert (line.said["unit"], line.unclear) == ("Sở Y tế, XYZ", "")
    (line,) = reader.honours(ListLine(1, RowKind.HONOUR, ["Lê Thử, ABC, XYZ"]))
    assert line.unclear == "ABC"


def test_two_whole_names_in_two_columns_are_asked():
    reader = RowReader(Meanings({0: Field.NAME, 1: Field.NAME}))
    (line,) = reader.honours(ListLine(1, RowKind.HONOUR, ["Nguyễn Văn Mẫu", "Trần Thị Thử"]))
    assert line.unclear == "Nguyễn Văn Mẫu | Trần Thị Thử"
    (line,) = reader.honours(ListLine(1, RowKind.HONOUR, ["Nguyễn Văn", "Mẫu"]))
    assert line.said == {Field.NAME: "Nguyễn Văn Mẫu"}


GIVEN_BY = "DANH SÁCH ĐƯỢC TẶNG BẰNG KHEN"


@pytest.mark.parametrize(
    ("lines", "number", "day"),
    [
        (["(Kèm theo Quyết định số 12/QĐ—UBND ngày 01 — 3 — 2023)"], "12/QĐ-UBND", date(2023, 3, 1)),
        (["(Quyết định số 12/QÐ‑UBND, ngày 01∕3∕2023)"], "12/QĐ-UBND", date(2023, 3, 1)),
        (
            ["Căn cứ Quyết định số 5/QĐ-TTg ngày 02/01/2023", "(Kèm theo Quyết định số 12/QĐ-UBND ngày 01/3/2023)"],
            "12/QĐ-UBND",
            date(2023, 3, 1),
        ),
        (["(Kèm theo Quyết định số 12/QĐ-UBND ngày 01/3/2023 và Quyết định số 15/QĐ-UBND ngày 05/3/2023)"], "", None),
    ],
    ids=["long dashes", "other dashes and slashes", "the one that the list goes with", "two: a person is asked"],
)
def test_the_decision_of_a_title(lines, number, day):
    above = read_above([GIVEN_BY, *lines])
    assert (above.decision_number, above.decision_date) == (number, day)


@pytest.mark.parametrize(
    "headings",
    [
        ("Danh hiệu", "Số QĐ", "Ngày QĐ", "Hình thức khen thưởng", "Số QĐ", "Ngày QĐ"),
        ("Số QĐ", "Ngày QĐ", "Danh hiệu", "Số QĐ", "Ngày QĐ", "Hình thức khen thưởng"),
    ],
)
def test_each_award_has_the_decision_that_stands_beside_it(headings):
    own = {"Danh hiệu": ("LĐTT", "1/QĐ-SNV", date(2023, 1, 5)), "Hình thức khen thưởng": ("CSTĐCS", "", "")}
    order = {"Danh hiệu": 0, "Hình thức khen thưởng": 0, "Số QĐ": 1, "Ngày QĐ": 2}
    of = [*["Danh hiệu"] * 3, *["Hình thức khen thưởng"] * 3]
    cells = ["Nguyễn Văn Mẫu", *(own[award][order[heading]] for award, heading in zip(of, headings, strict=True))]
    read = refined(guess([["Họ và tên", *headings]]), [cells], NAMES.knows).meanings
    honours = list(RowReader(read).honours(ListLine(1, RowKind.HONOUR, cells)))
    said = [tuple(one.said[field] for field in ("award", "decision_number", "decision_date")) for one in honours]
    assert said == list(own.values())
