"""Through the house with the keyboard alone: Tab, Enter, Space and letters."""

import pytest
from playwright.sync_api import expect

from tests.browser.keys import choose_by_keys, focused, log_in_by_keys, tab_to

pytestmark = pytest.mark.browser


def test_log_in_filter_the_register_and_make_a_report(site, page):
    log_in_by_keys(page, site, "cantho")

    page.keyboard.press("Tab")
    assert focused(page) == "Đến phần nội dung", "the first stop skips to the content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"

    page.reload()
    tab_to(page, "Sổ khen thưởng")
    page.keyboard.press("Enter")
    page.wait_for_url("**/so-khen-thuong/")
    tab_to(page, "Tên hoặc số quyết định")
    page.keyboard.type("tieu hoc")
    page.keyboard.press("Enter")
    page.wait_for_url("**tim=tieu**")
    assert "lượt khen thưởng" in page.locator(".lead").inner_text()
    lines = page.locator("[data-line]")
    tab_to(page, lines.first.inner_text())
    page.keyboard.press("Enter")
    page.locator("#beside").get_by_role("heading", name=lines.first.inner_text()).wait_for()
    page.keyboard.press("ArrowDown")
    page.locator("#beside").get_by_role("heading", name=lines.nth(1).inner_text()).wait_for()
    page.keyboard.press("Escape")
    assert focused(page) == lines.nth(1).inner_text()
    assert not page.locator("#beside").is_visible()
    tab_to(page, "Trang sau")
    page.keyboard.press("Enter")
    page.wait_for_url("**trang=**")

    tab_to(page, "Báo cáo")
    page.keyboard.press("Enter")
    page.wait_for_url("**/bao-cao/")
    tab_to(page, "Lập báo cáo")
    page.keyboard.press("Enter")
    page.wait_for_url("**/bao-cao/lap/")
    tab_to(page, "Lập báo cáo")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Tải PDF").wait_for()


def test_the_account_menu_opens_closes_and_lets_out(site, page):
    log_in_by_keys(page, site, "hanoi")
    tab_to(page, "Tài khoản của bạn")
    page.keyboard.press("Enter")
    assert page.get_by_role("button", name="Đăng xuất").is_visible()
    page.keyboard.press("Escape")
    assert not page.get_by_role("button", name="Đăng xuất").is_visible()
    assert focused(page).startswith("Tài khoản của bạn")
    page.keyboard.press("Enter")
    tab_to(page, "Đăng xuất")
    page.keyboard.press("Enter")
    page.wait_for_url("**/dang-nhap/")


def test_a_list_is_sent_in_and_accepted(start_site, page):
    site = start_site()
    log_in_by_keys(page, site, "cantho")
    page.goto(site.url + "nhap-danh-sach/")
    choose_by_keys(page, "Chọn tệp", next((site.folder / "trinh-dien").glob("*.xlsx")))
    tab_to(page, "Gửi danh sách")
    page.keyboard.press("Enter")
    page.wait_for_url("**/cot/")
    page.get_by_role("button", name="Kiểm tra danh sách").wait_for()
    tab_to(page, "Kiểm tra danh sách")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Đưa 2.409 lượt").wait_for()
    tab_to(page, "Đưa 2.409 lượt")
    page.keyboard.press("Enter")
    page.get_by_text("Đã vào sổ").first.wait_for()


def test_from_home_into_the_figures_and_to_their_submission(start_site, page):
    """Handing in leads to each gap in turn; what is typed there is read as it is."""
    site = start_site()
    log_in_by_keys(page, site, "cantho")
    tab_to(page, "Nhập số liệu")
    page.keyboard.press("Enter")
    page.wait_for_url("**/chi-tieu/**")
    for text in ("15.000 tỷ đồng", "75,1%", "73,2%", "12/36", "2/36", "21", "130", "400/500"):
        tab_to(page, "Trình lãnh đạo duyệt")
        gap = page.locator("[data-gap]").get_attribute("data-gap")
        page.keyboard.press("Enter")
        assert page.locator(":focus").get_attribute("data-cell") == gap
        page.keyboard.type(text)
        page.keyboard.press("Tab")
        page.wait_for_function("gap => document.querySelector('[data-gap]')?.dataset.gap !== gap", arg=gap)
    tab_to(page, "Trình lãnh đạo duyệt")
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_contain_text("Chờ lãnh đạo duyệt")
