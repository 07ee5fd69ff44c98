"""A session that ends while somebody types: nothing typed is lost, and nothing of it reaches anybody else."""

import pytest
from playwright.sync_api import expect

from clusters.models import ClusterYear, Mandate
from emulation.desk.demonstration import PASSWORD
from tests.browser.people import log_in, overheard
from tests.browser.test_figures import cell, open_sheet

pytestmark = pytest.mark.browser
NEW_HONOUR = "so-khen-thuong/ghi/"
KEPT = "chưa được gửi"


def end_session(page):
    page.context.clear_cookies(name="sessionid")


def type_and_come_back_logged_in(page, site, box, text):
    """The session ends before `text` is typed; the person logs in again in another tab."""
    end_session(page)
    box.fill(text)
    box.press("Tab")
    state = page.locator(f"#{box.get_attribute('aria-describedby')}")
    expect(state).to_contain_text("đăng nhập")
    other = page.context.new_page()
    log_in(other, site, "cantho")
    page.bring_to_front()
    page.evaluate("window.dispatchEvent(new Event('focus'))")
    expect(state).to_contain_text("Đã lưu lúc")
    other.close()
    page.reload()
    expect(box).to_have_value(text)


def test_figures_words_of_a_report_and_points_save_once_the_person_has_logged_in_in_another_tab(start_site, page):
    site = start_site()
    with site.orm():
        year = ClusterYear.objects.get(cluster__code="CUM_5TP", year=2023)
        members = Mandate.objects.filter(user__username__in=["cantho", "hanoi"]).values_list(
            "user__username", "organisation"
        )
        places = dict(members)
    scoring = f"{site.url}cum-nam/{year.pk}/cham-diem/"
    log_in(page, site, "cantho")
    open_sheet(page, "Cần Thơ")
    type_and_come_back_logged_in(page, site, cell(page, "Tổng vốn đầu tư"), "43.000 tỷ đồng")

    page.goto(f"{site.url}bao-cao/loi-van/{year.pk}/1/")
    type_and_come_back_logged_in(page, site, page.locator("#text-tasks"), "Tập trung cải cách hành chính.")

    page.goto(scoring)
    page.get_by_role("button", name="Mở đợt chấm điểm").click()
    page.goto(f"{scoring}tu-cham/{places['cantho']}/")
    type_and_come_back_logged_in(page, site, page.get_by_label("Điểm: II.2. Cải cách hành chính"), "7,5")


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
