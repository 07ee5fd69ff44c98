"""Small inputs that went wrong once: rows that vanished, columns that nobody could map, awards that stood in the title."""

import io
from collections import Counter
from datetime import date

import pytest
import xlsxwriter

from awards.rows.rules.reading import GivenForList
from tests.awards.lists.dry_runs import REGULAR, account_of, dry_run, left_out, read_names
from tests.awards.lists.workbooks import WORKER, book, numbered

pytestmark = pytest.mark.django_db
HEADINGS = (
    "STT",
    "Họ và tên",
    "Ngày sinh",
    "Đơn vị công tác",
    "Danh hiệu thi đua/Hình thức khen thưởng",
    "Phân loại khen thưởng",
    "Phương thức khen thưởng",
    "Năm thành tích",
    "Số quyết định",
    "Ngày quyết định",
    "Số CCCD",
)


def individual(name):
    return (name, "05/03/1985", "Sở Minh Họa 1", "Chiến sĩ thi đua cấp cơ sở", "Cá nhân", *DECIDED)


def collective(name):
    return (name, "", "Sở Minh Họa 1", "Tập thể Lao động xuất sắc", "Tập thể", *DECIDED)


DECIDED = ("Thường xuyên", 2022, "11/QĐ-UBND", "15/03/2023", "")
PEOPLE = ("Tống Công Minh", "Nguyễn Minh Họa", "Tòng Vi Minh", "Tống Vi", "TỐNG SỐ", "Tống Công Ty", "Cộng")
BODIES = (
    "Tổng Công đoàn Minh Họa",
    "Tổng cộng đồng Minh Họa",
    "Tổng Công an Minh Họa",
    "Công ty X Minh Họa",
    "Cống 3 tháng 2 Minh Họa",
    "Tổ dân phố Tống Số 5",
    "Công 3 Minh Họa",
)


def test_people_called_tong_are_read_and_only_the_total_is_left_out_by_name(city):
    rows = [*map(individual, PEOPLE), individual("Tổng cộng: 7 người")]
    batch = dry_run(book({"Danh sách": [HEADINGS, *numbered(rows)]}), city)
    assert (read_names(batch), batch.good) == (list(PEOPLE), 7)
    assert left_out(batch) == [("Danh sách", "heading", "1"), ("Danh sách", "total", "9")]
    assert account_of(batch).left[1].texts == ("Tổng cộng: 7 người",)
    assert not batch.problems.exists()


def test_bodies_that_begin_like_totals_are_read(city):
    batch = dry_run(book({"Danh sách": [HEADINGS, *numbered(map(collective, BODIES))]}), city)
    assert (read_names(batch), batch.good) == (list(BODIES), 7)


def test_two_sheets_are_both_read(city):
    people = [individual(f"Phạm Minh Họa {letter}") for letter in "ABCDE"]
    bodies = [collective(f"Phòng Minh Họa {number}") for number in range(1, 4)]
    content = book({"Cá nhân": [HEADINGS, *numbered(people)], "Tập thể": [HEADINGS, *numbered(bodies)]})
    batch = dry_run(content, city)
    assert (batch.good, batch.counts["subjects"]) == (8, {"individual": 5, "collective": 3})
    assert (account_of(batch).held, account_of(batch).left_out) == (10, 2)
    assert batch.rows.filter(sheet="Tập thể", row=4).get().name == "Phòng Minh Họa 3"


def given_names_book(*, headed: bool) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as workbook:
        sheet = workbook.add_worksheet("Danh sách")
        sheet.write_row(0, 0, ("STT", "Họ và tên đệm" if headed else "", "Tên" if headed else "", *HEADINGS[2:]))
        if not headed:
            sheet.merge_range(0, 1, 0, 2, "Họ và tên")
        for row, (family, given) in enumerate((("Ngô Minh", "An"), ("Trịnh Minh", "Bình"), ("Lương", "Châu")), 1):
            sheet.write_row(row, 0, (row, family, given, *individual("")[1:]))
    return out.getvalue()


@pytest.mark.parametrize("headed", [True, False], ids=["two headings", "one merged heading"])
def test_a_name_in_two_columns_is_joined(city, headed):
    batch = dry_run(given_names_book(headed=headed), city)
    assert read_names(batch) == ["Ngô Minh An", "Trịnh Minh Bình", "Lương Châu"]
    assert batch.good == 3


def test_two_columns_of_awards_give_one_honour_each(city):
    headings = (
        "STT",
        "Họ và tên",
        "Giới tính",
        "Ngày sinh",
        "Chức vụ",
        "Tên phòng ban/ khối, tổ \ncông tác",
        "Tên đơn vị/tập thể\ncông tác",
        "Địa chỉ / Nơi ở",
        "Phân loại cán bộ",
        "Hình thức khen thưởng",
        "Danh hiệu thi đua\n(nếu có)",
    )
    heads = "Các cấp lãnh đạo từ phó phòng trở lên"
    merit, fighter = "Bằng khen của Chủ tịch UBND tỉnh", "Chiến sĩ thi đua cơ sở"

    def row(number):
        awards = (merit, fighter) if number == 7 else ("", fighter) if number % 3 == 0 else (merit, "")
        group = heads if number % 5 == 0 else WORKER
        born = date(1970 + number, 1, 1)
        named = f"Ngô Văn Thử {'ABCDEFGHIKLM'[number]}"
        return (number + 1, named, "Nam", born, "Chuyên viên", "Phòng Tổng hợp", "Sở Thử", "", group, *awards)

    catalogue = [("STT", "Mã số", "Hình thức khen thưởng"), (1, "1650359884", "Huân chương Sao vàng")]
    content = book(
        {"DANHSACH": [("DANH SÁCH",), headings, *[row(number) for number in range(12)]], "DANHMUC": catalogue}
    )
    given = GivenForList(way="regular", decision_date=date(2023, 3, 1))
    batch = dry_run(content, city, given=given)
    assert (batch.good, batch.refused, batch.counts["awards"]) == (13, 0, {"BK_TINH": 8, "CSTDCS": 5})
    assert batch.counts["groups"] == {"direct_worker": 10, "other_executive": 3}
    assert set(batch.rows.values_list("unit", flat=True)) == {"Sở Thử"}
    assert [(row.nth, row.award.code) for row in batch.rows.filter(row=10)] == [(0, "BK_TINH"), (1, "CSTDCS")]
    assert (account_of(batch).honour_rows, account_of(batch).honours, account_of(batch).held) == (12, 13, 16)
    assert ("DANHMUC", "unread_sheet", "1–2") in left_out(batch)


def test_x_marks_under_awards(city):
    headings = [
        ("STT", "Họ và tên", "Đơn vị", "Danh hiệu thi đua", "", "Bằng khen của Chủ tịch UBND tỉnh"),
        ("", "", "", "CSTĐCS", "LĐTT", ""),
    ]
    rows = [
        (1, "Nguyễn Văn Mẫu", "Sở Thử", "x", "", "X"),
        (2, "Trần Thị Mẫu", "Sở Thử", "", "x", "-"),
        (3, "Lê Văn Mẫu", "Sở Thử", "", "", ""),
    ]
    given = GivenForList(way="regular", decision_date=date(2023, 3, 1), subject_kind="individual")
    batch = dry_run(book({"DS": [*headings, *rows]}), city, given=given)
    found = [(row.name, row.award and row.award.code) for row in batch.rows.order_by("id").select_related("award")]
    assert found == [
        ("Nguyễn Văn Mẫu", "CSTDCS"),
        ("Nguyễn Văn Mẫu", "BK_TINH"),
        ("Trần Thị Mẫu", "LDTT"),
        ("Lê Văn Mẫu", None),
    ]
    assert batch.problems.get(refuses=True).code == "award_missing"


TITLED = [
    ("UỶ BAN NHÂN DÂN TỈNH",),
    ("DANH SÁCH TẬP THỂ, CÁ NHÂN ĐƯỢC TẶNG BẰNG KHEN CỦA CHỦ TỊCH UBND TỈNH",),
    ("(Kèm theo Quyết định số 1187/QĐ-UBND ngày 07 tháng 5 năm 2023)",),
    (),
    ("TT", "Họ và tên/ Tên tập thể", "Chức danh, đơn vị", "Ghi chú"),
    ("(1)", "(2)", "(3)", "(4)"),
    ("I", "TẬP THỂ", "", ""),
    (1, "Trường Tiểu học Thử nghiệm số 1", "huyện Ví Dụ", ""),
    (2, "Trường Tiểu học Thử nghiệm số 2", "huyện Ví Dụ", ""),
    ("II", "CÁ NHÂN", "", ""),
    (1, "BÙI QUỐC HOÀ", "Giáo viên, Trường Tiểu học Thử nghiệm", ""),
    (2, "Ông  Hoàng Hữu Đượm", "Trường Tiểu học Thử nghiệm", ""),
    (3, "Đặng Hữu Thử", "Giáo viên", ""),
]


def test_an_award_in_the_title_with_its_decision(city):
    total = ("", "Tổng cộng: 5 (02 tập thể, 3 cá nhân)", "", "")
    batch = dry_run(book({"Sheet1": [*TITLED, total]}), city)
    assert (batch.good, batch.counts["awards"]) == (5, {"BK_TINH": 5})
    assert batch.counts["subjects"] == {"individual": 3, "collective": 2}
    decisions = set(batch.rows.values_list("decision_number", "decision_date"))
    assert decisions == {("1187/QĐ-UBND", date(2023, 5, 7))}
    people = list(batch.rows.filter(subject_kind="individual").order_by("row").values_list("position", "unit"))
    assert people == [
        ("Giáo viên", "Trường Tiểu học Thử nghiệm"),
        ("", "Trường Tiểu học Thử nghiệm"),
        ("Giáo viên", ""),
    ]
    assert set(batch.rows.filter(subject_kind="collective").values_list("unit", flat=True)) == {"huyện Ví Dụ"}
    assert not batch.problems.exists()


def test_a_printed_count_that_differs_is_a_warning(city):
    batch = dry_run(book({"Sheet1": [*TITLED, ("", "Tổng cộng: 6 (02 tập thể, 4 cá nhân)", "", "")]}), city)
    assert batch.good == 5
    told = list(batch.problems.values_list("code", "row", "expected", "refuses"))
    assert told == [("count_differs", 14, "5", False), ("count_differs", 14, "3", False)]


def test_codes_for_the_subject_and_the_class_apart(city):
    headings = (
        "STT",
        "Phân loại khen thưởng",
        "Tên tập thể/cá nhân/hộ gia đình",
        "Chức vụ",
        "Đơn vị công tác",
        "Danh hiệu thi đua/Hình thức khen thưởng",
        "Hạng",
        "Phân loại đối tượng",
        "Số QĐ",
        "Ngày QĐ",
    )
    order, decided = "Huân chương Lao động", ("55/QĐ-CTN", "15/01/2023")
    good = [
        ("TAPTHE", "Công ty TNHH Thử 0", "", "tỉnh Ví Dụ", order, "Nhất", "", *decided),
        ("CANHAN", "Phạm Minh Uyên", "Giám đốc", "tỉnh Ví Dụ", order, "hạng nhì", "Doanh nhân", *decided),
        ("CN", "Đặng Ngọc Giả", "Giám đốc", "tỉnh Ví Dụ", order, "III", "Doanh nhân", *decided),
        ("HOGIADINH", "Hộ ông Trần Thử", "", "tỉnh Ví Dụ", "Gia đình văn hóa", "", "", *decided),
    ]
    bad = [
        ("CANHAN", "   ", "", "", "Lao động tiên tiến", "", "", *decided),
        ("CANHAN", "Đặng Quốc Đượm", "", "", "Huân chương Mặt trời", "", "", *decided),
        ("CANHAN", "Trần Minh Mẫu", "", "", "Lao động tiên tiến", "", "", "1/QĐ", "31/02/2023"),
        ("CANHAN", "Bùi Quốc Hoà", "", "", "Tập thể lao động xuất sắc", "", "", *decided),
        ("CANHAN", "Đặng Minh Giả", "", "", "Lao động tiên tiến", "", "", "1/QĐ", "15/01/2063"),
    ]
    batch = dry_run(book({"DS": [headings, *numbered([*good, *bad])]}), city)
    assert (batch.good, batch.refused) == (4, 5)
    assert batch.counts["awards"] == {"HC_LD_1": 1, "HC_LD_2": 1, "HC_LD_3": 1, "GDVH": 1}
    assert sorted(batch.rows.filter(state="refused").values_list("row", flat=True)) == [6, 7, 8, 9, 10]


def test_an_order_in_the_title_whose_class_stands_in_a_column(city):
    above = [("DANH SÁCH CÁ NHÂN ĐƯỢC TẶNG THƯỞNG HUÂN CHƯƠNG LAO ĐỘNG",), ("(Quyết định số 5/QĐ-CTN ngày 5/3/2023)",)]
    rows = [(1, "Nguyễn Văn Mẫu", "Sở Thử", "hạng Nhì"), (2, "Trần Thị Mẫu", "Sở Thử", "III")]
    batch = dry_run(book({"DS": [*above, ("TT", "Họ và tên", "Đơn vị", "Hạng"), *rows]}), city)
    assert (batch.good, batch.counts["awards"]) == (2, {"HC_LD_2": 1, "HC_LD_3": 1})


def test_bare_headings_are_known_by_what_stands_beneath(city):
    rows = [f"Trần Thị {name};Phường Thử;LĐTT;2022;12/QĐ-UBND;0{day}/12/2022" for day, name in enumerate("ABC", 1)]
    content = "\n".join(["Họ tên;Đơn vị;Danh hiệu;Năm;Số quyết định;Ngày", *rows]).encode("utf-8-sig")
    batch = dry_run(content, city, given=REGULAR, name="danh-sach.csv")
    assert (batch.good, Counter(batch.rows.values_list("award__code", "achievement_year"))) == (3, {("LDTT", 2022): 3})
    assert batch.rows.get(row=3).decision_date == date(2022, 12, 2)
