"""A conference in a real browser: planned, its agenda and attendance entered by keyboard alone, opened, closed by the
approver, its minutes taken away as PDF and Word."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth.hashers import Argon2PasswordHasher
from playwright.sync_api import expect

from clusters.conferences.rules.terms import ConferenceState
from clusters.models import Conference
from emulation.core.models import User
from tests.browser.keys import focused, tab_to
from tests.clusters.figures.make import make_two_cities
from tests.clusters.people.make import PASSWORD
from tests.periods import DAY

pytestmark = pytest.mark.browser


@pytest.fixture
def site(start_site):
    return start_site(reference_only=True, DEMONSTRATION_DAY=DAY.isoformat())


def log_in(page, site, user_id):
    page.context.clear_cookies()
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


def fits(page, width):
    page.set_viewport_size({"width": width, "height": 844})
    return page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def press(page, words):
    """A link or a button that leads to another page."""
    tab_to(page, words)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def write(page, words, text):
    """Into a field that may hold something already."""
    tab_to(page, words)
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type(text)


def test_a_conference_by_keyboard_from_its_plan_to_its_minutes(page, site):
    with site.orm():
        year, head, member = make_two_cities()
    log_in(page, site, head.officer.user_id)
    page.goto(f"{site.url}cum-nam/{year.pk}/hoi-nghi/")
    is_accessible(page)
    press(page, "Lên kế hoạch hội nghị")
    expect(page.get_by_label("Địa điểm")).to_be_visible()
    press(page, "Lên kế hoạch")
    expect(page.get_by_text("Hãy sửa các điểm sau.")).to_be_visible()
    is_accessible(page)
    write(page, "Ngày*", "10/7/2023")
    write(page, "Địa điểm*", "Cần Thơ")
    write(page, "Số thành viên phải có mặt*", "2")
    press(page, "Lên kế hoạch")
    expect(page.get_by_text("Đã lên kế hoạch hội nghị")).to_be_visible()
    assert fits(page, 390)

    press(page, "Thêm nội dung")
    write(page, "Nội dung*", "Sơ kết 6 tháng đầu năm")
    press(page, "Lưu")
    expect(page.get_by_role("heading", name="Chương trình")).to_be_visible()
    press(page, "Ghi điểm danh")
    expect(page.get_by_role("columnheader", name="Lý do vắng mặt")).to_be_visible()
    assert fits(page, 390)
    page.set_viewport_size({"width": 1440, "height": 900})
    is_accessible(page)
    for city in (head, member):
        tab_to(page, f"{city.organisation} có mặt")
        page.keyboard.press("Space")
        page.keyboard.press("Tab")
        page.keyboard.type("Phó Chủ tịch UBND")
        page.keyboard.press("Tab")
        assert str(city.organisation) in focused(page)
        page.keyboard.type("3")
    press(page, "Ghi điểm danh")
    expect(page.get_by_text("Đủ số có mặt")).to_be_visible()
    press(page, "Khai mạc hội nghị")
    expect(page.get_by_text("Đang họp")).to_be_visible()
    press(page, "Sửa: Sơ kết 6 tháng đầu năm")
    write(page, "Kết luận", "Nhất trí.")
    press(page, "Lưu")
    expect(page.get_by_text("Nhất trí.")).to_be_visible()
    is_accessible(page)

    with site.orm():
        conference = Conference.objects.get()
    log_in(page, site, head.approver.user_id)
    page.goto(site.url + conference.get_absolute_url().lstrip("/"))
    press(page, "Bế mạc và chốt biên bản")
    write(page, "Khai mạc lúc", "8:30")
    write(page, "Bế mạc lúc", "11:15")
    write(page, "Kết luận chung", "Hội nghị thành công.")
    press(page, "Bế mạc và chốt biên bản")
    expect(page.get_by_text("Đã bế mạc, chốt biên bản").first).to_be_visible()
    is_accessible(page)
    for words, beginning in (("Biên bản, PDF", b"%PDF"), ("Biên bản, Word", b"PK")):
        tab_to(page, words)
        with page.expect_download() as download:
            page.keyboard.press("Enter")
        assert download.value.path().read_bytes().startswith(beginning)
    with site.orm():
        assert Conference.objects.get().state == ConferenceState.CLOSED
