"""Tables that stand side by side on one sheet: each is read with its own layout, and every row of each is accounted for."""

import io
from datetime import date

import pytest
import xlsxwriter
from django.utils import translation

from awards.lists.words import sum_of_file
from awards.rows.rules.reading import GivenForList
from tests.awards.lists.dry_runs import account_of, dry_run, left_out
from tests.awards.lists.workbooks import book

pytestmark = pytest.mark.django_db
DECIDED = GivenForList(way="regular", decision_date=date(2023, 3, 1))
FIGHTER, COLLECTIVE = "Chiến sĩ thi đua cơ sở", "Tập thể lao động xuất sắc"


def read(batch) -> list[tuple]:
    return [
        (row.sheet, row.row, row.name, row.subject_kind, row.award and row.award.code)
        for row in batch.rows.order_by("id").select_related("award")
    ]


def test_people_and_collectives_beside_each_other(city):
    rows = [
        ("(Kèm theo Quyết định số 12/QĐ-UBND ngày 01/3/2023)",),
        ("CÁ NHÂN", "", "", "", "", "TẬP THỂ"),
        ("STT", "Họ và tên", "Đơn vị", "Danh hiệu", "", "TT", "Tên tập thể", "Hình thức khen thưởng"),
        (1, "Nguyễn Văn Mẫu", "Sở Thử", FIGHTER, "", 1, "Phòng Tổng hợp", COLLECTIVE),
        (2, "Trần Thị Mẫu", "Sở Thử", FIGHTER),
    ]
    batch = dry_run(book({"DS": rows}), city)
    assert read(batch) == [
        ("DS (cột A–D)", 4, "Nguyễn Văn Mẫu", "individual", "CSTDCS"),
        ("DS (cột A–D)", 5, "Trần Thị Mẫu", "individual", "CSTDCS"),
        ("DS (cột F–H)", 4, "Phòng Tổng hợp", "collective", "TTLDXS"),
    ]
    assert set(batch.rows.values_list("decision_number", "decision_date")) == {("12/QĐ-UBND", date(2023, 3, 1))}
    account = account_of(batch)
    assert (account.held, account.honour_rows, account.left_out) == (8, 3, 5)
    assert ("DS (cột F–H)", "heading", "3") in left_out(batch)
    with translation.override("vi"):
        told = sum_of_file(account)
    assert told.startswith("Tệp có 5 dòng. Các bảng đứng cạnh nhau được tính riêng, thành 8 dòng: 3 dòng khen thưởng")


def test_one_list_in_two_columns_under_one_title(city):
    head = ("STT", "Họ và tên", "Đơn vị")
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as workbook:
        sheet = workbook.add_worksheet("DS")
        sheet.merge_range(0, 0, 0, 5, "DANH SÁCH LAO ĐỘNG TIÊN TIẾN")
        sheet.merge_range(1, 0, 1, 5, "(Kèm theo Quyết định số 12/QĐ-UBND ngày 01/3/2023)")
        sheet.write_row(2, 0, (*head, *head))
        sheet.write_row(3, 0, (1, "Nguyễn Văn Mẫu", "Sở Thử", 3, "Lê Thị Mẫu", "Sở Ví Dụ"))
        sheet.write_row(4, 0, (2, "Trần Văn Mẫu", "Sở Thử"))
    batch = dry_run(out.getvalue(), city)
    assert [(name, award) for _sheet, _row, name, _kind, award in read(batch)] == [
        ("Nguyễn Văn Mẫu", "LDTT"),
        ("Trần Văn Mẫu", "LDTT"),
        ("Lê Thị Mẫu", "LDTT"),
    ]
    assert set(batch.rows.values_list("decision_number", "decision_date")) == {("12/QĐ-UBND", date(2023, 3, 1))}


@pytest.mark.parametrize(("total", "section", "told"), [(5, 4, []), (2, 9, ["I. SỞ THỬ (9)", "Tổng cộng: 2 người"])])
def test_a_printed_count_may_be_that_of_all_tables_side_by_side(city, total, section, told):
    head = ("STT", "Họ và tên", "Danh hiệu", "")
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as workbook:
        for name in ("A", "B"):
            sheet = workbook.add_worksheet(name)
            sheet.write(0, 4, "DANH SÁCH 05 CÁ NHÂN")
            sheet.write_row(1, 0, (*head, *head[:3]))
            sheet.merge_range(2, 0, 2, 6, f"I. SỞ THỬ ({section})")
            for number in (0, 1):
                left, right = f"Nguyễn Văn Mẫu {'AB'[number]}{name}", f"Trần Văn Mẫu {'AB'[number]}{name}"
                sheet.write_row(3 + number, 0, (number + 1, left, FIGHTER, "", number + 3, right, FIGHTER))
            sheet.merge_range(5, 0, 5, 6, "II. SỞ VÍ DỤ (1)")
            sheet.write_row(6, 0, (5, f"Lê Văn Mẫu {name}", FIGHTER))
            sheet.merge_range(7, 0, 7, 6, f"Tổng cộng: {total} người")
    batch = dry_run(out.getvalue(), city, given=DECIDED)
    assert batch.rows.count() == 10
    assert sorted({problem.seen for problem in batch.problems.filter(code="count_differs")}) == told


def test_a_name_in_two_columns_and_one_that_signs_are_no_tables_beside(city):
    head = ("STT", "Họ và tên đệm", "Tên", "Đơn vị", "Danh hiệu", "", "Họ và tên người ký")
    batch = dry_run(book({"DS": [head, (1, "Ngô Minh", "An", "Sở Thử", FIGHTER, "", "Lê Ký")]}), city, given=DECIDED)
    assert [(row.sheet, row.name) for row in batch.rows.all()] == [("", "Ngô Minh An")]
