"""What titles say: of tables that hold names and nothing more, and between the rows of a table."""

from datetime import date

import pytest

from awards.lists.rules.sections import Sections
from awards.rows.rules.reading import GivenForList
from tests.awards.lists.dry_runs import dry_run
from tests.awards.lists.workbooks import book

pytestmark = pytest.mark.django_db
FIGHTER = "Chiến sĩ thi đua cơ sở"
TITLE = ["DANH SÁCH ĐƯỢC TẶNG BẰNG KHEN CỦA CHỦ TỊCH UBND THÀNH PHỐ NĂM 2022"]
DECISION = ["(Kèm theo Quyết định số 21/QĐ-UBND ngày 10/01/2023)"]
DECISION_OF_22 = "(Kèm theo Quyết định số 22/QĐ-UBND ngày 11/01/2023)"
COLLECTIVES = [["DANH SÁCH TẬP THỂ LAO ĐỘNG XUẤT SẮC"], [DECISION_OF_22]]
MERIT_OF_21, TITLE_OF_22 = ("BK_TINH", "21/QĐ-UBND", "good"), ("TTLDXS", "22/QĐ-UBND", "good")
BODY_ROW = (1, "Phòng Tổng hợp", "")
UNNUMBERED, UNNUMBERED_ROW = ("Họ và tên", "Ngày sinh", "Đơn vị"), ("Nguyễn Văn Mẫu", "05/03/1985", "Sở Thử")
ASKED = (None, "", "refused")
PERSON_HEADS, PERSON_ROW = ("TT", "Họ và tên", "Ngày sinh", "Đơn vị"), (1, "Nguyễn Văn Mẫu", "05/03/1985", "Sở Thử")


@pytest.mark.parametrize(
    ("sheets", "read"),
    [
        *(
            (
                {"DS": [TITLE, DECISION, ["I. TẬP THỂ"], heads, BODY_ROW, ["II. CÁ NHÂN"], PERSON_HEADS, PERSON_ROW]},
                [MERIT_OF_21, MERIT_OF_21],
            )
            for heads in (("TT", "Tên tập thể", ""), ("TT", "Tên đơn vị", "Ghi chú"), ("TT", "Tập thể", "Số tiền"))
            + (("TT", "Tập thể/cá nhân", ""), ("TT", "Tên doanh nghiệp", "Địa chỉ"), ("TT", "Tên ấp, khu vực", ""))
        ),
        (
            {
                "DS": [
                    TITLE,
                    DECISION,
                    PERSON_HEADS,
                    PERSON_ROW,
                    *COLLECTIVES,
                    ("TT", "Tên tập thể", "Ghi chú"),
                    BODY_ROW,
                ]
            },
            [MERIT_OF_21, TITLE_OF_22],
        ),
        (
            {
                "A": [*COLLECTIVES, ("TT", "Đơn vị", "Ghi chú"), BODY_ROW],
                "B": [TITLE, DECISION, PERSON_HEADS, PERSON_ROW],
            },
            [TITLE_OF_22, MERIT_OF_21],
        ),
        (
            {"DS": [TITLE, DECISION, PERSON_HEADS, PERSON_ROW, ["DANH SÁCH ĐỀ NGHỊ"], PERSON_HEADS, PERSON_ROW]},
            [MERIT_OF_21, ASKED],
        ),
        (
            {"DS": [TITLE, DECISION, PERSON_HEADS, PERSON_ROW, ["DS tặng giấy khen"], PERSON_HEADS, PERSON_ROW]},
            [MERIT_OF_21, ASKED],
        ),
        (
            {
                "DS": [
                    ["BK UBND TP (QĐ 21/QĐ-UBND ngày 10/01/2023)"],
                    PERSON_HEADS,
                    PERSON_ROW,
                    ["TTLĐXS (QĐ số 22/QĐ-UBND, 11/01/2023)"],
                    ("TT", "Tên tập thể", "Ghi chú"),
                    BODY_ROW,
                ]
            },
            [MERIT_OF_21, TITLE_OF_22],
        ),
        *(
            (
                {"DS": [TITLE, DECISION, PERSON_HEADS, PERSON_ROW, ["NGƯỜI TỐT VIỆC TỐT"], heads, BODY_ROW]},
                [MERIT_OF_21, ASKED],
            )
            for heads in (("TT", "Tên tập thể", "Ghi chú"), ("TT", "Họ và tên", "Đơn vị"))
        ),
        *(
            (
                {"DS": [TITLE, DECISION, UNNUMBERED, UNNUMBERED_ROW, title, heads, ("Trần Thị Thử", "", "")]},
                [MERIT_OF_21, read],
            )
            for title, heads, read in (
                (["Khen thưởng đột xuất", "", "Năm 2022"], UNNUMBERED, (*MERIT_OF_21[:2], "refused")),
                (["NGƯỜI TỐT VIỆC TỐT"], UNNUMBERED, (*MERIT_OF_21[:2], "refused")),
                (["Gương điển hình"], ("Họ và tên", "Đơn vị", "Ghi chú"), ASKED),
            )
        ),
        ({"Không đạt": [TITLE, DECISION, PERSON_HEADS, PERSON_ROW]}, [(None, "21/QĐ-UBND", "refused")]),
        (
            {
                "DS": [
                    *(TITLE, DECISION, PERSON_HEADS, PERSON_ROW),
                    ("TT", "Chủ hộ", "Thành tích", "Địa chỉ"),
                    (1, "Trần Văn Thử", "Hiến đất", "Phường Một"),
                ]
            },
            [MERIT_OF_21, (*MERIT_OF_21[:2], "refused")],
        ),
        (
            {
                "DS": [
                    DECISION,
                    ("STT", "Họ và tên", "Ngày sinh", "Danh hiệu"),
                    (*PERSON_ROW[:3], FIGHTER),
                    ("", "", "", "Bằng khen của Chủ tịch UBND thành phố"),
                    (2, "Trần Thị Thử", "05/03/1985", ""),
                ]
            },
            [("CSTDCS", "21/QĐ-UBND", "good"), (*MERIT_OF_21[:2], "refused"), (None, "21/QĐ-UBND", "refused")],
        ),
    ],
)
def test_a_table_of_names_alone_is_no_title_and_each_table_has_its_own(city, sheets, read):
    batch = dry_run(book(sheets), city, given=GivenForList(way="regular"))
    assert list(batch.rows.order_by("id").values_list("award__code", "decision_number", "state")) == read


@pytest.mark.parametrize(
    ("between", "read"),
    [
        ([["DANH SÁCH TẬP THỂ LAO ĐỘNG XUẤT SẮC"], [DECISION_OF_22]], [("TTLDXS", "22/QĐ-UBND", 11)]),
        ([[DECISION_OF_22]], [("BK_TINH", "22/QĐ-UBND", 11)]),
        ([["A. Sở Thử"], ["(Theo Quyết định số 22/QĐ-UBND)"]], [("BK_TINH", "22/QĐ-UBND", None)]),
        ([[DECISION_OF_22], ["DANH SÁCH KHÁC"]], [("BK_TINH", "21/QĐ-UBND", 10)]),
        ([["II. Sở Thử (Quyết định số 22/QĐ-UBND ngày 11/01/2023)"], ["II. Sở Mẫu"]], [("BK_TINH", "21/QĐ-UBND", 10)]),
        ([[DECISION_OF_22], TITLE, DECISION], [("BK_TINH", "22/QĐ-UBND", 11)]),
        ([["DANH SÁCH ĐỀ NGHỊ TẶNG GIẤY KHEN"]], [(None, "21/QĐ-UBND", 10)]),
        ([["", "II. Đề nghị tặng Giấy khen"]], [(None, "21/QĐ-UBND", 10)]),
        ([["", "II. Sở Lao động Thử"]], [("BK_TINH", "21/QĐ-UBND", 10)]),
        ([["", "TTLĐXS (QĐ số 22/QĐ-UBND, 11/01/2023)"]], [("TTLDXS", "22/QĐ-UBND", 11)]),
        ([["II", "TTLĐXS (QĐ 22/QĐ-UBND ngày 11/01/2023)"]], [("TTLDXS", "22/QĐ-UBND", 11)]),
        ([["II. TẬP THỂ (Quyết định ngày 11/01/2023)"]], [("BK_TINH", "", 11)]),
        ([["II. TẬP THỂ (Quyết định ngày 10/01/2023)"]], [("BK_TINH", "21/QĐ-UBND", 10)]),
    ],
)
def test_a_title_between_the_rows_speaks_for_those_beneath_it(city, between, read):
    heads = ("TT", "Tên tập thể", "Địa bàn", "Đơn vị")
    rows = [TITLE, DECISION, heads, BODY_ROW, *between, (2, "Phòng Tài chính", "", "Sở Thử")]
    batch = dry_run(book({"DS": rows}), city, given=GivenForList(way="regular"))
    first, *found = batch.rows.order_by("id").values_list("award__code", "decision_number", "decision_date")
    assert first == ("BK_TINH", "21/QĐ-UBND", date(2023, 1, 10))
    assert [(award, number, day and day.day) for award, number, day in found] == read
    mixed = batch.problems.filter(code="decisions_mixed").values_list("row", "seen", "expected", "refuses")
    assert list(mixed) == ([(6, "11/01/2023", "10/01/2023", True)] if read == [("BK_TINH", "", 11)] else [])


def test_several_years_above_the_rows_are_asked(city):
    heads, title = ("TT", "Họ và tên", "Ngày sinh", "Đơn vị"), [f"{TITLE[0]} (năm học 2021 - 2022)"]
    section = ["", "II. Sở Thử, các năm 2021, 2022"]
    rows = [title, DECISION, heads, PERSON_ROW, section, (2, "Trần Thị Thử", "05/03/1985", "Sở Thử")]
    batch = dry_run(book({"DS": rows}), city, given=GivenForList(way="regular"))
    assert list(batch.rows.order_by("id").values_list("achievement_year", flat=True)) == [2022, None]


@pytest.mark.parametrize(
    "title",
    [
        "DANH SÁCH KHÔNG ĐỦ ĐIỀU KIỆN XÉT KHEN THƯỞNG",
        "II. DANH SÁCH RÚT HỒ SƠ",
        "Không đạt 80% số phiếu",
        "CÁC TRƯỜNG HỢP KHÔNG ĐẠT SỐ PHIẾU TÍN NHIỆM",
        "Xin rút",
        "DỰ PHÒNG",
        "DỪNG XÉT",
        "Các trường hợp chờ bổ sung hồ sơ",
        "Danh sách loại",
        "DANH SÁCH TRẢ LẠI HỒ SƠ",
        "Danh sách bảo lưu",
        "DANH SÁCH XIN RÚT",
        "Chưa hợp lệ",
        "CÁC TRƯỜNG HỢP KHÔNG ĐƯỢC HỘI ĐỒNG THÔNG QUA",
        "Trường hợp vướng mắc",
        "II. Các trường hợp còn vướng mắc",
        "CAC TRUONG HOP CON VUONG MAC",
        "CÁ NHÂN CÒN Ý KIẾN KHÁC NHAU",
    ],
)
def test_a_no_above_the_rows_refuses_them(city, title):
    heads = ("TT", "Họ và tên", "Ngày sinh", "Danh hiệu")
    first, last = ((number, name, "05/03/1985", FIGHTER) for number, name in enumerate(("Nguyễn Văn A", "Lê Văn B"), 1))
    given = GivenForList(way="regular", decision_date=date(2023, 3, 1))
    batch = dry_run(book({"DS": [heads, first, ["", title], last]}), city, given=given)
    assert list(batch.rows.order_by("id").values_list("state", flat=True)) == ["good", "refused"]
    assert set(batch.problems.filter(refuses=True).values_list("code", flat=True)) == {"denied"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("HỘ GIA ĐÌNH: 02 (hai) hộ", ("household", "", "")),
        ("CÁ NHÂN: Bốn người", ("individual", "", "")),
        ("CÁ NHÂN: gồm 04 ông, bà", ("individual", "", "")),
        ("CÁ NHÂN - 02 người", ("individual", "", "")),
        ("CÁ NHÂN CÓ THÀNH TÍCH XUẤT SẮC", ("individual", "", "")),
        ("SỞ TÀI CHÍNH (02 đ/c)", ("", "SỞ TÀI CHÍNH", "")),
        ("Tập thể lao động xuất sắc: 02 (hai) tập thể", ("", "", "Tập thể lao động xuất sắc")),
        ("Cá nhân, hộ gia đình", ("", "Cá nhân, hộ gia đình", "")),
        ("Năm 2021", ("", "", "")),
        ("BK UBND TP (QĐ 21/QĐ-UBND ngày 10/01/2023)", ("", "", "BK UBND TP")),
        ("Sở Thử (theo Quyết định số 21/QĐ-UBND)", ("", "Sở Thử", "")),
        ("1 UBND quận Thử", ("", "UBND quận Thử", "")),
        ("30 giáo viên Trường Thử", ("", "30 giáo viên Trường Thử", "")),
        ("Công ty Số 5", ("", "Công ty Số 5", "")),
    ],
)
def test_a_section_says_its_subject_however_it_counts(text, said):
    sections = Sections()
    sections.enter(text, "I")
    assert sections.said == said
