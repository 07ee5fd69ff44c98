"""A list with errors in a real browser with a real worker: told, downloaded, corrected, taken, undone."""

import io
import re

import openpyxl
import pytest
from axe_playwright_python.sync_playwright import Axe

from awards.models import HonourBatch
from tests.awards.lists.workbooks import book, collective, l1_book, person
from tests.browser.people import log_in, overheard

pytestmark = pytest.mark.browser
SERIOUS = ("serious", "critical")
WRONG = "Bằng khen vũ trụ"
NO_LIST = book({"Công văn": [("Kính gửi: Ban Thi đua", ""), ("Một", "hai")]})
ROWS = [
    person("Nguyễn Văn Kiểm Thử"),
    person("Trần Thị Kiểm Thử", award=WRONG),
    person("", award="Chiến sĩ thi đua cơ sở"),
    collective("Trường Kiểm Thử"),
]


@pytest.fixture
def site(start_site):
    """Of this story's own: it changes the register."""
    return start_site()


def looked_at(page, name):
    """No serious finding, one heading, no sideways scroll, at both widths."""
    for width, height in ((1440, 900), (390, 844)):
        page.set_viewport_size({"width": width, "height": height})
        found = [rule for rule in Axe().run(page).response["violations"] if rule["impact"] in SERIOUS]
        assert [(rule["id"], [node["html"] for node in rule["nodes"]][:3]) for rule in found] == [], name
        assert page.locator("h1").count() == 1, name
        wide = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
        assert not wide, f"{name} scrolls sideways at {width}"
    page.set_viewport_size({"width": 1440, "height": 900})


def send(page, content, name="danh-sach.xlsx"):
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    page.locator("input[type=file]").set_input_files({"name": name, "mimeType": kind, "buffer": content})
    page.get_by_role("button", name="Gửi danh sách").click()


def check(page):
    page.get_by_label("Phương thức khen thưởng").last.select_option("regular")
    page.get_by_role("button", name="Kiểm tra danh sách").click()


def corrected(content: bytes) -> bytes:
    workbook = openpyxl.load_workbook(io.BytesIO(content))
    sheet = workbook.active
    assert [cell.value for cell in sheet[3]][-2] == "Cần sửa"
    sheet["G4"], sheet["C5"] = "Chiến sĩ thi đua cơ sở", "Phạm Thị Kiểm Thử"
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()


def register_count(page, site) -> str:
    page.goto(site.url + "so-khen-thuong/?tim=Ki%E1%BB%83m+Th%E1%BB%AD")
    return page.locator(".lead").inner_text()


def test_errors_are_seen_downloaded_corrected_taken_and_undone(site, page):
    with overheard(page, site) as (foreign, complaints):
        log_in(page, site, "cantho")
        before = register_count(page, site)
        page.goto(site.url + "nhap-danh-sach/moi/")
        send(page, NO_LIST, "cong-van.xlsx")
        page.get_by_text("Không đọc được tệp này như một danh sách").wait_for()
        looked_at(page, "unreadable")

        send(page, l1_book(ROWS))
        check(page)
        page.get_by_role("link", name="Tải các dòng chưa nhận").wait_for()
        first = page.url
        assert WRONG in page.get_by_role("region", name="Các vấn đề").inner_text()
        looked_at(page, "checked")
        with page.expect_download() as coming:
            page.get_by_role("link", name="Tải các dòng chưa nhận").click()
        mended = corrected(coming.value.path().read_bytes())
        assert coming.value.suggested_filename == "can-sua-danh-sach.xlsx"
        page.get_by_role("button", name=re.compile("Nhận 2 lượt khen thưởng, để lại 2 lượt")).click()
        page.get_by_text("Đã vào sổ").first.wait_for()

        page.goto(site.url + "nhap-danh-sach/")
        send(page, mended, "da-sua.xlsx")
        page.get_by_text("theo lần đơn vị xác nhận").wait_for()
        looked_at(page, "columns remembered")
        check(page)
        page.get_by_role("button", name=re.compile("Đưa 2 lượt")).click()
        page.get_by_text("Đã vào sổ").first.wait_for()
        second = page.url
        assert register_count(page, site).startswith("4 lượt")

        for address in (second, first):
            page.goto(address)
            page.get_by_role("link", name="Thu hồi danh sách").click()
            looked_at(page, "undo")
            page.get_by_label("Lý do thu hồi danh sách").fill("gửi nhầm danh sách")
            page.get_by_role("button", name="Thu hồi danh sách").click()
            page.get_by_text("gửi nhầm danh sách").wait_for()
        looked_at(page, "undone")
        assert register_count(page, site) == before
    assert foreign == []
    assert complaints == []
    with site.orm():
        assert HonourBatch.objects.filter(state="undone").count() == 2


def test_without_scripts_the_list_is_read_too(site, browser):
    context = browser.new_context(java_script_enabled=False, locale="vi-VN")
    page = context.new_page()
    log_in(page, site, "cantho")
    page.goto(site.url + "nhap-danh-sach/moi/")
    send(page, l1_book(ROWS[:1], catalogue=False))
    for _patience in range(50):
        if page.get_by_role("button", name="Kiểm tra danh sách").count():
            break
        page.reload()
    assert page.get_by_text("Nguyễn Văn Kiểm Thử").count() == 1
    context.close()
