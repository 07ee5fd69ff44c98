"""A year is closed by keyboard alone, the next one opened as its copy, and the differences read on a phone."""

import os
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.keys import tab_to
from tests.browser.test_year_result import fits, is_accessible, log_in
from tests.clusters.people.make import make_administrator
from tests.clusters.results.make import frozen, make_frozen

pytestmark = pytest.mark.browser
SHOTS = os.environ.get("SCREENS")


@pytest.fixture
def site(start_site):
    return start_site(reference_only=True)


def look(page, name):
    """At both widths; kept only when somebody wants to see them."""
    for width in (390, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        assert fits(page), f"{name} at {width}"
        if SHOTS:
            page.screenshot(path=Path(SHOTS) / f"{name}-{width}.png", full_page=True)


def test_a_year_is_closed_and_the_next_one_opened(page, site):
    with site.orm():
        world = make_frozen()
        frozen(world)
        administrator = make_administrator()
        year, code = world.year.year, world.year.cluster.code
    address = f"{site.url}cum/{code}/{year}/"
    log_in(page, site, administrator.user_id)
    page.goto(address + "dong/")
    is_accessible(page)
    look(page, "closing")
    page.get_by_label("Ngày khóa năm").focus()
    tab_to(page, "Lý do")
    page.keyboard.type("Năm đầu dùng hệ thống")
    page.get_by_label("Tôi biết năm này sẽ không bao giờ có báo cáo tổng kết năm được ký").check()
    tab_to(page, "Khóa năm")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Năm đã khóa; từ nay chỉ xem, không sửa.")).to_be_visible()
    expect(page.get_by_text("Còn bỏ ngỏ:")).to_be_visible()
    is_accessible(page)
    look(page, "closed")
    page.goto(address + "mo-nam-sau/")
    is_accessible(page)
    look(page, "opening")
    tab_to(page, f"Mở năm thi đua {year + 1}")
    page.keyboard.press("Enter")
    expect(page.get_by_text(f"Đã mở năm thi đua {year + 1}.")).to_be_visible()
    page.goto(f"{site.url}cum/{code}/{year + 1}/khac-nam-truoc/")
    is_accessible(page)
    look(page, "differences")
