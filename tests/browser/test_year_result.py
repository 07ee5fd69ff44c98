"""The result of a year in a real browser: drawn up and voted on by keyboard alone, frozen by the approver, read on a
phone."""

from contextlib import suppress

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth.hashers import Argon2PasswordHasher
from playwright.sync_api import TimeoutError, expect

from clusters.models import YearResult
from emulation.core.models import User
from tests.browser.keys import tab_to
from tests.clusters.membership.make import make_cluster_year, make_post
from tests.clusters.people.make import PASSWORD
from tests.clusters.results.make import MINUTES, OFFICE, make_frozen, make_year_result

pytestmark = pytest.mark.browser


@pytest.fixture
def site(start_site):
    return start_site(reference_only=True)


def log_in(page, site, user_id):
    with site.orm():
        user = User.objects.get(pk=user_id)
        user.password = Argon2PasswordHasher().encode(PASSWORD, "muoi-thu-nghiem")  # the tests' own is another
        user.save(update_fields=["password"])
    page.goto(site.url + "dang-nhap/")
    page.get_by_label("Tên đăng nhập").fill(user.username)
    page.get_by_label("Mật khẩu").fill(PASSWORD)
    page.get_by_role("button", name="Đăng nhập").click()
    page.wait_for_url(lambda url: "dang-nhap" not in url)


def is_accessible(page):
    found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]})
    assert found.violations_count == 0, found.generate_report()


FITS = "document.documentElement.scrollWidth <= window.innerWidth"


def fits(page):
    """Once the page has taken its new width on."""
    with suppress(TimeoutError):
        page.wait_for_function(FITS, timeout=5000)
    return page.evaluate(FITS)


def test_a_result_is_drawn_up_by_keyboard_frozen_and_read_on_a_phone(page, site):
    with site.orm():
        world = make_frozen(found_of=[4])
        units = [city.organisation for city in world.cities]
        for number, year in enumerate((2020, 2021, 2022)):
            earlier = make_cluster_year(cluster=world.year.cluster, year=year)
            make_post(cluster_year=earlier, organisation=units[number % 2])
            places = [(unit, 90 if unit == units[number % 2] else 80 - at) for at, unit in enumerate(units)]
            make_year_result(cluster_year=earlier, places=places, acclaimed=units[number % 2])
    address = f"{site.url}cum-nam/{world.year.pk}/ket-qua/"
    log_in(page, site, world.head.officer.user_id)
    page.goto(address)
    is_accessible(page)
    tab_to(page, "Lập kết quả")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Đã lập kết quả từ điểm đã khóa.")).to_be_visible()
    tab_to(page, "Nhập kết quả bỏ phiếu, bầu cử")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Biên bản bỏ phiếu")).to_be_visible()
    is_accessible(page)
    page.get_by_label("Biên bản bỏ phiếu").focus()
    page.keyboard.type(MINUTES)
    for number in ("5", "5", "4", "1", "0", "0", "0"):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.classList.contains('table-region')"):
            page.keyboard.press("Tab")
        page.keyboard.type(number)
    page.get_by_label("Đơn vị được suy tôn dẫn đầu").select_option(str(units[0].pk))
    page.get_by_label("Đơn vị được bầu làm cụm trưởng năm sau").select_option(str(units[1].pk))
    tab_to(page, "Lưu")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Đã ghi kết quả bỏ phiếu và bầu cử.")).to_be_visible()
    expect(page.get_by_text("4/5 phiếu")).to_be_visible()
    is_accessible(page)

    page.context.clear_cookies()
    log_in(page, site, world.head.approver.user_id)
    page.goto(address)
    page.get_by_role("link", name="Chốt kết quả").click()
    page.get_by_label("Chức danh khi ký").fill(OFFICE)
    page.get_by_role("button", name="Chốt kết quả").click()
    expect(page.get_by_text("Đã chốt kết quả.")).to_be_visible()
    with site.orm():
        assert YearResult.objects.get(cluster_year=world.year).is_frozen

    page.context.clear_cookies()
    page.set_viewport_size({"width": 390, "height": 844})
    log_in(page, site, world.cities[2].officer.user_id)
    page.goto(address)
    expect(page.get_by_text("Được suy tôn").first).to_be_visible()
    assert fits(page)
    page.get_by_role("link", name="Xếp hạng qua các năm").click()
    expect(page.get_by_role("heading", name="Điểm chung giữa các năm")).to_be_visible()
    expect(page.get_by_text("đơn vị được suy tôn lần lượt là")).to_have_count(0)
    assert fits(page)
    is_accessible(page)
