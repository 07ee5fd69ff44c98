"""What a person does on any page: logs in, presses, follows a link, writes into a cell that saves itself, reads."""

import re

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.clusters.people.make import PASSWORD

SECONDS_FOR_A_SAVE = 10_000
_sessions: dict[tuple[str, str], list] = {}


def log_in(page, site, name):
    """At the page of what waits for this person. Who logged in before at the same address comes back to its session."""
    page.context.clear_cookies()
    page.context.add_cookies(_sessions.get((site.url, name), []))
    page.goto(site.url)
    if "dang-nhap" in page.url:
        page.get_by_label("Tên đăng nhập").fill(name)
        page.get_by_label("Mật khẩu").fill(PASSWORD)
        press(page, "Đăng nhập")
        page.wait_for_url(lambda url: "dang-nhap" not in url)
        _sessions[site.url, name] = page.context.cookies()


def press(page, words):
    page.get_by_role("main").get_by_role("button", name=words, exact=True).click()


def follow(page, words):
    """The first link that begins with these words; on the page after logging in, what waits for the person, what can
    wait unfolded first."""
    for fold in page.locator(".duty-fold summary").all():
        fold.click()
    page.get_by_role("main").get_by_role("link", name=re.compile(f"^{re.escape(words)}")).first.click()


def says(page, words):
    expect(page.get_by_role("main")).to_contain_text(words)


def is_accessible(page):
    found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]})
    assert found.violations_count == 0, found.generate_report()


def write_cell(page, words, text, *, saved=1):
    cell = page.get_by_label(words)
    cell.fill(text)
    cell.press("Tab")
    expect(page.locator(".cell-state.is-saved")).to_have_count(saved, timeout=SECONDS_FOR_A_SAVE)
