"""A workbook of three sheets in a real browser: each shown, all taken in three clicks; a thousand like problems in one line."""

import pytest

from tests.awards.lists.workbooks import book, numbered
from tests.browser.people import log_in
from tests.browser.test_import_with_errors import looked_at, send

pytestmark = pytest.mark.browser
HEADINGS = ("STT", "Họ và tên", "Năm sinh", "Đơn vị", "Danh hiệu")
BODIES = ("TT", "Tên tập thể", "Cơ quan", "Hình thức khen thưởng")
LETTERS = "ABCDEGHIKL"


@pytest.fixture
def site(start_site):
    """Of this story's own: it changes the register."""
    return start_site()


def above(number):
    return [("DANH SÁCH KHEN THƯỞNG NĂM 2022",), (f"(Kèm theo Quyết định số {number}/QĐ-UBND ngày 0{number}/03/2023)",)]


def people(many, unit):
    named = [f"Nguyễn Văn {first}{second}{third}" for first in LETTERS for second in LETTERS for third in LETTERS]
    return numbered([(name, 1975, unit, "Lao động tiên tiến") for name in named[:many]])


def test_three_sheets_in_three_clicks(site, page):
    bodies = numbered([(f"Phòng Minh Họa {letter}", "Sở Minh Họa", "Tập thể lao động xuất sắc") for letter in LETTERS])
    content = book(
        {
            "Cá nhân": [*above(1), HEADINGS, *people(200, "Sở Minh Họa"), ("", "Tổng cộng: 201 người")],
            "Cá nhân bổ sung": [*above(2), HEADINGS, *people(90, "Sở Thử Nghiệm")],
            "Tập thể": [*above(3), BODIES, *bodies, (), ("", "Nơi nhận:", "", "CHỦ TỊCH"), ("", "- Như trên;")],
            "Danh mục": [("Mã", "Tên danh hiệu"), ("LĐTT", "Lao động tiên tiến")],
        }
    )
    log_in(page, site, "cantho")
    page.goto(site.url + "nhap-danh-sach/moi/")
    send(page, content)
    page.get_by_text("trang tính “Tập thể”").first.wait_for()
    looked_at(page, "columns of three sheets")
    page.get_by_role("button", name="Kiểm tra danh sách").click()
    page.get_by_text("Toàn bộ các dòng của tệp").wait_for()
    looked_at(page, "result of three sheets")
    assert "300 dòng khen thưởng" in page.locator("main").inner_text()
    page.get_by_role("button", name="Đưa 300 lượt").click()
    page.get_by_text("Đã vào sổ").first.wait_for()


def test_a_thousand_like_problems_are_one_line(site, page):
    rows = [(*cells[:4], "Danh hiệu lạ") for cells in people(1000, "Sở Minh Họa")]
    log_in(page, site, "cantho")
    page.goto(site.url + "nhap-danh-sach/moi/")
    send(page, book({"Danh sách": [*above(1), HEADINGS, *rows]}))
    page.get_by_role("button", name="Kiểm tra danh sách").click()
    page.get_by_text("Các vấn đề và những dòng gặp phải").wait_for()
    looked_at(page, "a thousand like problems")
    lines = page.get_by_role("region", name="Các vấn đề và những dòng gặp phải").locator("tbody tr")
    assert lines.count() == 1
    assert "4–1003" in lines.inner_text()
