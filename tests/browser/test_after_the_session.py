"""A session that ends while somebody types: nothing typed is lost, and nothing of it reaches anybody else."""

import pytest
from playwright.sync_api import expect

from emulation.desk.demonstration import PASSWORD
from tests.browser.people import log_in, overheard
from tests.browser.test_figures import cell, open_sheet, state_of

pytestmark = pytest.mark.browser
NEW_HONOUR = "so-khen-thuong/ghi/"
KEPT = "chưa được gửi"


def end_session(page):
    page.context.clear_cookies(name="sessionid")


def test_a_grid_saves_once_the_person_has_logged_in_in_another_tab(site, page):
    log_in(page, site, "cantho")
    open_sheet(page, "Cần Thơ")
    box = cell(page, "Tổng vốn đầu tư")
    end_session(page)
    box.fill("43.000 tỷ đồng")
    box.press("Tab")
    expect(state_of(box)).to_contain_text("đăng nhập")
    other = page.context.new_page()
    log_in(other, site, "cantho")
    page.bring_to_front()
    page.evaluate("window.dispatchEvent(new Event('focus'))")
    expect(state_of(box)).to_contain_text("Đã lưu lúc")
    page.reload()
    expect(cell(page, "Tổng vốn đầu tư")).to_have_value("43.000 tỷ đồng")


def test_a_form_sent_too_late_is_offered_again_to_the_same_person_only(site, page):
    with overheard(page, site) as (_foreign, complaints):
        log_in(page, site, "cantho")
        page.goto(site.url + NEW_HONOUR)
        name = page.locator("[name=name]")
        name.fill("Ngô Thử Nghiệm")
        end_session(page)
        page.locator("form.office-form button[type=submit]").click()

        log_in_here(page, "haiphong")
        expect(page.get_by_text(KEPT)).to_have_count(0)
        end_session(page)
        page.goto(site.url + NEW_HONOUR)
        log_in_here(page, "cantho")
        expect(page.get_by_text(KEPT)).to_be_visible()
        page.get_by_role("button", name="Điền lại").click()
        expect(name).to_have_value("Ngô Thử Nghiệm")
        assert complaints == []


def test_the_page_for_an_old_form_leads_back_to_what_was_typed(site, page):
    log_in(page, site, "cantho")
    page.goto(site.url + NEW_HONOUR)
    name = page.locator("[name=name]")
    name.fill("Ngô Thử Nghiệm")
    page.context.clear_cookies(name="csrftoken")
    page.locator("form.office-form button[type=submit]").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("đã cũ")
    page.get_by_role("link", name="Mở lại biểu mẫu").click()
    page.get_by_role("button", name="Điền lại").click()
    expect(name).to_have_value("Ngô Thử Nghiệm")


def log_in_here(page, username):
    """On the page that asks for it, so that the address asked for comes next."""
    page.get_by_label("Tên đăng nhập").fill(username.capitalize())
    page.get_by_label("Mật khẩu").fill(PASSWORD)
    page.get_by_role("button", name="Đăng nhập").click()
    page.wait_for_url(lambda url: "dang-nhap" not in url)
