"""One honour by hand in a real Chromium: awards follow the day, two people at one line, nothing serious for axe."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.keys import tab_to
from tests.browser.people import log_in, overheard

pytestmark = pytest.mark.browser
SERIOUS = ("serious", "critical")


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


def test_enter_correct_and_revoke_one_honour(site, page, context):
    with overheard(page, site) as (foreign, complaints):
        log_in(page, site, "hanoi")
        page.goto(site.url + "so-khen-thuong/")
        page.get_by_role("link", name="Thêm khen thưởng").click()
        looked_at(page, "enter")

        page.get_by_label("Ngày quyết định").fill("15/03/2023")
        with page.expect_response(lambda answer: "danh-hieu" in answer.url) as asked:
            page.get_by_label("Loại").select_option("title")
        assert "name=" not in asked.value.url, "particulars stay out of addresses"
        expect(page.locator("#id_award option[value=HC_LD_1]")).to_have_count(0)
        page.locator("#id_award").select_option("LDTT")
        page.get_by_label("Phương thức khen thưởng").select_option("regular")
        page.get_by_label("Số quyết định").fill("123/QĐ-UBND")
        page.locator("#id_subject_kind").select_option("individual")
        page.get_by_label("Họ tên, tên gọi theo quyết định").fill("Bùi Thị Kiểm Thử")
        page.get_by_label("Ngày sinh hoặc năm sinh").fill("31/02/1975")
        page.get_by_role("button", name="Ghi vào sổ").click()
        looked_at(page, "enter with an error")
        page.locator("#id_birth").fill("05/03/1975")
        page.locator("#id_unit").fill("Trường Tiểu học Kiểm Thử")
        page.get_by_role("button", name="Ghi vào sổ").click()
        page.wait_for_url(lambda url: "ghi" not in url.rsplit("so-khen-thuong/")[1])
        address = page.url
        looked_at(page, "honour")

        page.get_by_role("link", name="Sửa").click()
        looked_at(page, "correct")
        second = context.new_page()
        second.goto(address + "sua/")
        second.locator("#id_unit").fill("Trường Khác")
        second.get_by_label("Lý do").fill("theo bản gốc")
        second.get_by_role("button", name="Lưu nội dung sửa").click()
        second.wait_for_url(address)
        second.close()
        page.locator("#id_unit").fill("Trường Của Tôi")
        page.locator("#id_position").fill("Giáo viên")
        page.get_by_label("Lý do").fill("ghi nhầm")
        page.get_by_role("button", name="Lưu nội dung sửa").click()
        looked_at(page, "conflict")
        page.get_by_label("Bạn vừa nhập Trường Của Tôi").check()
        page.get_by_role("button", name="Lưu nội dung sửa").click()
        page.wait_for_url(address)
        assert page.locator("ins", has_text="Trường Của Tôi").count() == 1
        looked_at(page, "corrected")
        page.get_by_role("link", name="Toàn bộ khen thưởng").click()
        looked_at(page, "recipient")

        page.get_by_label("Tài khoản").click()
        page.get_by_role("button", name="Đăng xuất").click()
        log_in(page, site, "hanoi.duyet")
        page.goto(address)
        page.get_by_role("link", name="Hủy bỏ").click()
        looked_at(page, "revoke")
        page.get_by_label("Theo văn bản").fill("Quyết định số 45/QĐ-UBND ngày 01/6/2023")
        page.get_by_label("Lý do").fill("khai man thành tích")
        page.get_by_role("button", name="Hủy bỏ khen thưởng").click()
        page.wait_for_url(address)
        looked_at(page, "revoked")
        page.get_by_role("link", name="Phục hồi").click()
        looked_at(page, "restore")
    assert foreign == []
    assert [line for line in complaints if "409" not in line and "422" not in line] == []


def test_enter_one_honour_with_the_keyboard_alone(site, page):
    log_in(page, site, "danang")
    page.goto(site.url + "so-khen-thuong/ghi/")
    tab_to(page, "Số quyết định")
    page.keyboard.type("7/QĐ-UBND")
    tab_to(page, "Ngày quyết định")
    page.keyboard.type("20/04/2023")
    with page.expect_response(lambda answer: "danh-hieu" in answer.url):
        tab_to(page, "Loại")
    with page.expect_response(lambda answer: "danh-hieu" in answer.url):
        page.keyboard.type("Hình")
    expect(page.locator("#id_award optgroup")).to_have_count(1)
    tab_to(page, "Danh hiệu, hình thức")
    page.keyboard.type("Huân chương Sao vàng")
    tab_to(page, "Phương thức khen thưởng")
    page.keyboard.type("Thường")
    tab_to(page, "Đối tượng")
    page.keyboard.type("Tập")
    tab_to(page, "Họ tên")
    page.keyboard.type("Trường Tiểu học Bàn Phím")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "ghi" not in url.rsplit("so-khen-thuong/")[1])
    assert page.locator("h1").inner_text() == "Trường Tiểu học Bàn Phím"
