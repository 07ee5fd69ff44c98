"""Half-year figures in a real browser: a cell that saves itself, two editors, a lost line, and the round trip from the
officer to the head's acceptance, the officer by keyboard alone."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.people import log_in, overheard
from tests.clusters.figures.make import make_indicator

pytestmark = pytest.mark.browser
FIGURES = "Số liệu"
COUNTS_CLICKS = "addEventListener('click', () => sessionStorage.clicks = 1 + Number(sessionStorage.clicks || 0), true)"


@pytest.fixture
def site(start_site):
    """Of these stories' own: they change the figures."""
    return start_site()


@pytest.fixture
def another(browser):
    """A second person at a second machine."""
    context = browser.new_context(locale="vi-VN")
    yield context.new_page()
    context.close()


def open_sheet(page, city):
    page.get_by_role("link", name=FIGURES, exact=True).click()
    page.get_by_role("link", name=city, exact=True).click()


def cell(page, indicator, part="Kết quả 6 tháng"):
    return page.get_by_label(re.compile(f"^{re.escape(indicator)}.*: {re.escape(part)}$"))


def state_of(box):
    return box.locator("xpath=following-sibling::div")


def test_a_cell_saves_itself_says_what_it_cannot_read_and_survives_a_lost_line(site, page):
    with overheard(page, site) as (foreign, complaints):
        log_in(page, site, "cantho")
        open_sheet(page, "Cần Thơ")
        money = cell(page, "Tổng vốn đầu tư")
        money.fill("1,092,000")
        money.press("Enter")
        expect(state_of(money)).to_contain_text("có thể là hàng nghìn hoặc số lẻ")
        expect(money).to_have_attribute("aria-invalid", "true")
        money.fill("43.000")
        money.press("Enter")
        expect(state_of(money)).to_contain_text("Hiểu là bốn mươi ba nghìn tỷ đồng.")
        expect(money).to_have_attribute("aria-invalid", "false")
        money.fill("43.000 tỷ đồng")
        money.press("Tab")
        expect(state_of(money)).to_contain_text("Đã lưu lúc")
        expect(page.locator("#figures-progress")).to_contain_text("7/14")
        assert complaints == []
        page.context.set_offline(True)
        money.fill("44.000 tỷ đồng")
        money.press("Tab")
        expect(state_of(money)).to_contain_text("mất kết nối")
        page.context.set_offline(False)
        expect(state_of(money)).to_contain_text("Đã lưu lúc", timeout=15_000)
        page.reload()
        expect(cell(page, "Tổng vốn đầu tư")).to_have_value("44.000 tỷ đồng")
    assert foreign == []


def test_a_block_from_excel_is_shown_before_it_is_written_and_a_phone_shows_one_indicator(site, page):
    log_in(page, site, "cantho")
    open_sheet(page, "Cần Thơ")
    first, second = cell(page, "Tổng vốn đầu tư"), cell(page, "Tỷ lệ giải ngân")
    first.fill("43.000 tỷ đồng")
    first.evaluate(
        """at => {
            const data = new DataTransfer();
            data.setData("text/plain", "44.000 tỷ đồng\\t\\tSở Kế hoạch\\r\\nnhiều");
            at.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
        }"""
    )
    page.wait_for_url("**/dan/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Thay đổi từ các ô đã dán")
    expect(page.get_by_role("row", name=re.compile("44.000 tỷ đồng"))).to_contain_text("43.000 tỷ đồng")
    expect(page.get_by_role("row", name=re.compile("nhiều"))).to_contain_text("không phải số liệu")
    page.get_by_role("button", name="Ghi 2 thay đổi").click()
    expect(first).to_have_value("44.000 tỷ đồng")
    expect(cell(page, "Tổng vốn đầu tư", "Nguồn")).to_have_value("Sở Kế hoạch")

    page.set_viewport_size({"width": 390, "height": 844})
    expect(page.locator("tbody tr:visible")).to_have_count(1)
    for _ in range(3):
        page.get_by_role("button", name="Tiếp").click()
    expect(second).to_be_visible()
    expect(first).to_be_hidden()


def test_twenty_lines_without_figures_are_answered_and_handed_in_with_three_clicks(site, page):
    with site.orm():
        for number in range(20):
            make_indicator(name=f"Chỉ tiêu chưa có số {number:02}")
    log_in(page, site, "cantho")
    open_sheet(page, "Cần Thơ")
    page.add_init_script(COUNTS_CLICKS)
    page.reload()
    page.get_by_role("link", name=re.compile(r"Không có số liệu cho \d+ chỉ tiêu còn trống")).click()
    assert page.get_by_role("checkbox", checked=True).count() >= 20
    page.get_by_role("button", name="Ghi không có số liệu").click()
    expect(page.locator("#figures-progress")).not_to_contain_text("còn trống")
    page.get_by_role("button", name="Trình lãnh đạo duyệt").click()
    expect(page.locator(".lead")).to_contain_text("Chờ lãnh đạo duyệt")
    assert page.evaluate("sessionStorage.clicks") == "3"


def test_two_editors_never_overwrite_each_other_silently(site, page, another):
    for each in (page, another):
        log_in(each, site, "cantho")
        open_sheet(each, "Cần Thơ")
    mine, theirs = cell(page, "Tỷ lệ đô thị hóa"), cell(another, "Tỷ lệ đô thị hóa")
    theirs.fill("71%")
    theirs.press("Tab")
    expect(state_of(theirs)).to_contain_text("Đã lưu lúc")
    mine.fill("72%")
    mine.press("Tab")
    expect(state_of(mine)).to_contain_text("71%")
    expect(state_of(mine)).to_contain_text("72%")
    page.get_by_role("button", name="Giữ nội dung đang ghi").click()
    expect(mine).to_have_value("71%")
    mine.fill("73%")
    mine.press("Tab")
    expect(state_of(mine)).to_contain_text("Đã lưu lúc")
    theirs.fill("74%")
    theirs.press("Tab")
    another.get_by_role("button", name="Ghi nội dung của tôi").click()
    expect(state_of(theirs)).to_contain_text("Đã lưu lúc")
    page.reload()
    expect(mine).to_have_value("74%")


def test_what_is_typed_before_the_script_has_come_is_saved(site, page):
    held = []
    script = re.compile(r"/autosave[^/]*\.js$")
    page.route(script, lambda route: held.append(route))
    log_in(page, site, "cantho")
    with page.expect_request(script):
        open_sheet(page, "Cần Thơ")
    early = cell(page, "Tỷ lệ đô thị hóa")
    early.fill("71%")
    early.press("Tab")
    held[0].continue_()
    expect(state_of(early)).to_contain_text("Đã lưu lúc")


def fill_by_keyboard(page):
    """Down the column of results with Enter, an answer in each line that has none."""
    page.locator("[data-cell]").first.focus()
    rows = page.locator("tbody tr").count()
    for _ in range(rows):
        here = page.locator(":focus")
        if not here.input_value():
            unit = here.locator("xpath=ancestor::tr").locator(".unit").inner_text()
            page.keyboard.type("3/4" if "xã" in unit or "lượt" in unit else "12%" if "%" in unit else "12")
        page.keyboard.press("Enter")
    page.keyboard.press("Tab")


def test_from_the_officers_keyboard_to_the_heads_acceptance(site, page, another):
    log_in(page, site, "cantho")
    open_sheet(page, "Cần Thơ")
    fill_by_keyboard(page)
    submit = page.get_by_role("button", name="Trình lãnh đạo duyệt")
    expect(page.locator("[data-gap]")).to_have_count(0)
    assert Axe().run(page).response["violations"] == []
    submit.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".lead")).to_contain_text("Chờ lãnh đạo duyệt")

    log_in(another, site, "cantho.duyet")
    another.get_by_role("link", name=re.compile("Duyệt số liệu của Cần Thơ")).click()
    another.get_by_role("button", name="Duyệt và gửi").click()
    expect(another.locator(".lead")).to_contain_text("Đã gửi cụm trưởng")

    page.goto(site.url)
    page.get_by_role("link", name=re.compile("Tiếp nhận số liệu của Đà Nẵng")).click()
    page.get_by_text("12 chỉ tiêu không có cảnh báo").click()
    page.get_by_label(re.compile("^Nhận xét: Số phong trào")).fill("Tách số phong trào của cấp xã")
    page.get_by_role("button", name="Trả lại để sửa").click()
    expect(page.get_by_role("status")).to_contain_text("Đã trả lại số liệu")

    another.context.clear_cookies()
    log_in(another, site, "danang")
    another.get_by_role("link", name=re.compile("Sửa số liệu bị trả lại của Đà Nẵng")).click()
    expect(another.get_by_text("Tách số phong trào của cấp xã")).to_be_visible()
    campaigns = cell(another, "Số phong trào")
    campaigns.fill("70")
    campaigns.press("Tab")
    expect(state_of(campaigns)).to_contain_text("Đã lưu lúc")
    another.get_by_role("button", name="Trình lãnh đạo duyệt").click()
    another.context.clear_cookies()
    log_in(another, site, "danang.duyet")
    another.get_by_role("link", name=re.compile("Duyệt số liệu của Đà Nẵng")).click()
    another.get_by_role("button", name="Duyệt và gửi").click()

    for city in ("Đà Nẵng", "Cần Thơ"):
        page.goto(site.url)
        page.get_by_role("link", name=re.compile(f"Tiếp nhận số liệu của {city}")).click()
        page.get_by_role("button", name="Tiếp nhận số liệu").click()
        expect(page.locator(".lead")).to_contain_text("Đã tiếp nhận")

    another.context.clear_cookies()
    log_in(another, site, "hanoi")
    another.get_by_role("link", name=FIGURES, exact=True).click()
    another.get_by_role("link", name=re.compile("5 thành phố")).click()
    expect(another.get_by_role("row", name=re.compile("Số phong trào"))).to_contain_text("70")


@pytest.mark.parametrize("width", [1440, 390])
def test_the_pages_are_whole_at_both_widths(site, page, width):
    page.set_viewport_size({"width": width, "height": 900})
    with overheard(page, site) as (foreign, complaints):
        log_in(page, site, "cantho")
        for name in ("figures", "sheet", "cluster"):
            page.goto(site.url + "chi-tieu/")
            if name != "figures":
                link = {"sheet": re.compile("^Cần Thơ$"), "cluster": re.compile("5 thành phố")}[name]
                with page.expect_navigation():
                    page.get_by_role("link", name=link).click()
            serious = [
                one for one in Axe().run(page).response["violations"] if one["impact"] in ("serious", "critical")
            ]
            assert serious == [], name
            assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), name
    assert foreign == []
    assert complaints == []
