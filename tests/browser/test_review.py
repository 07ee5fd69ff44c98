"""A reviewer's hour by the keyboard alone: through the list, into a dossier, an opinion given, the next one begun."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.keys import log_in_by_keys
from tests.browser.people import overheard

pytestmark = pytest.mark.browser
MOST_STEPS = 80
TELEX = "jfsrx"


@pytest.fixture
def site(start_site):
    """Of this story's own: it gives opinions."""
    return start_site()


def at(page) -> dict[str, str]:
    """What has the focus."""
    return page.evaluate(
        "() => { const at = document.activeElement; return {name: at.name || '', type: at.type || ''} }"
    )


def fill_by_keys(page, *, until: str):
    """Each criterion met, or 15 points; the first conclusion; the written opinion."""
    for _step in range(MOST_STEPS):
        page.keyboard.press("Tab")
        field = at(page)
        if field["type"] == "radio":
            page.keyboard.press("Space")
        elif field["name"].startswith("mark-"):
            page.keyboard.type("15")
        elif field["name"] == "opinion":
            page.keyboard.type("Đủ tiêu chuẩn, đề nghị trình Hội đồng")
        if field["name"] == until:
            return
    raise AssertionError(f"“{until}” is not reached by Tab")


def test_a_reviewers_hour_by_keyboard_alone(site, page):
    heading = page.locator("#pane-name")
    with overheard(page, site) as (foreign, complaints):
        log_in_by_keys(page, site, "trunguong")
        page.goto(site.url + "tham-dinh/?hop=cho-y-kien")
        rows = page.locator("[data-row]")
        first, second = (rows.nth(place) for place in (0, 1))
        names = [first.inner_text(), second.inner_text()]
        expect(first).to_be_focused()
        page.keyboard.press("ArrowDown")
        expect(second).to_be_focused()
        page.keyboard.press("ArrowUp")
        page.keyboard.press("Enter")
        expect(heading).to_be_focused()
        expect(heading).to_have_text(names[0])
        expect(page).to_have_url(re.compile(r"hop=cho-y-kien&ho-so=\d+"))
        page.keyboard.type(TELEX)
        expect(heading).to_have_text(names[0])
        page.keyboard.press("Escape")
        expect(first).to_be_focused()
        page.keyboard.press("Enter")
        expect(heading).to_be_focused()
        fill_by_keys(page, until="opinion")
        page.keyboard.press("Control+Enter")
        expect(page.get_by_role("main")).to_contain_text(f"Đã gửi ý kiến của đồng chí về hồ sơ {names[0]}.")
        expect(heading).to_have_text(names[1])
        expect(heading).to_be_focused()
        fill_by_keys(page, until="opinion")
        page.keyboard.press("Tab")
        expect(page.locator("[data-kept]")).to_contain_text("Đã lưu lúc")
        page.reload()
        expect(page.locator("[name=opinion]")).to_have_value("Đủ tiêu chuẩn, đề nghị trình Hội đồng")
        assert foreign == []
        assert [one for one in complaints if "422" not in one] == [], "an opinion without a reason is refused"
