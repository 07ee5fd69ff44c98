"""The same pages in the dark and on paper: legible, whole, and open about what they are."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.people import log_in

pytestmark = pytest.mark.browser

PAGES = ["", "cum/CUM_5TP/2023/", "so-khen-thuong/", "so-khen-thuong/?tu=31/02/2023", "danh-muc/", "nhap-danh-sach/"]
SHORT_LINES = {"width": 390, "height": 844}
CONTRAST = {"runOnly": {"type": "rule", "values": ["color-contrast"]}}


def brightness(page, selector, name) -> float:
    """0 black to 255 white, of a computed colour; what has no colour of its own lies on white paper."""
    colour = page.locator(selector).first.evaluate("(at, name) => getComputedStyle(at)[name]", name)
    parts = [float(part) for part in colour.removeprefix("rgba(").removeprefix("rgb(").rstrip(")").split(",")]
    return 255 if len(parts) == 4 and parts[3] == 0 else sum(parts[:3]) / 3


def test_every_word_is_legible_in_the_dark(site, page):
    page.emulate_media(color_scheme="dark")
    page.goto(site.url + "dang-nhap/")
    assert brightness(page, "body", "backgroundColor") < 64
    assert Axe().run(page, options=CONTRAST).response["violations"] == []
    log_in(page, site, "cantho")
    for path in PAGES:
        page.goto(site.url + path)
        found = Axe().run(page, options=CONTRAST).response["violations"]
        assert [node["html"] for rule in found for node in rule["nodes"]] == [], path


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paper_is_white_with_dark_ink_and_holds_the_whole_table(site, page, scheme):
    log_in(page, site, "cantho")
    page.goto(site.url + "so-khen-thuong/")
    page.emulate_media(media="print", color_scheme=scheme)
    assert brightness(page, "body", "backgroundColor") == 255
    for words in ("h1", ".lead", ".data-table td", ".data-table a"):
        assert brightness(page, words, "color") < 112, words
    region = page.locator(".register-list")
    assert region.evaluate("at => getComputedStyle(at).overflow") == "visible", "a scrolling box is cut off on paper"
    assert region.evaluate("at => getComputedStyle(at).maxHeight") == "none"
    for control in (".places", ".filters", ".pager", ".masthead .aside"):
        assert not page.locator(control).is_visible(), control


def test_paper_says_that_the_data_are_invented(site, page):
    log_in(page, site, "cantho")
    page.emulate_media(media="print")
    assert page.get_by_text("Dữ liệu trình diễn").is_visible()


def test_what_is_said_about_a_field_is_there_to_be_read_out(site, page):
    log_in(page, site, "cantho")
    for path in ("so-khen-thuong/?tu=31/02/2023", "doi-mat-khau/", "nhap-danh-sach/"):
        page.goto(site.url + path)
        missing = page.evaluate(
            """() => [...document.querySelectorAll("[aria-describedby]")]
                .flatMap((at) => at.getAttribute("aria-describedby").split(" "))
                .filter((id) => !document.getElementById(id))"""
        )
        assert missing == [], path


def test_the_register_on_a_phone_keeps_its_words_whole(site, page):
    page.set_viewport_size(SHORT_LINES)
    log_in(page, site, "cantho")
    page.goto(site.url + "so-khen-thuong/")
    narrowest = page.evaluate(
        "() => Math.min(...[...document.querySelectorAll('.data-table thead th')].map((at) => at.offsetWidth))"
    )
    assert narrowest >= 64
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "nothing scrolls sideways"
