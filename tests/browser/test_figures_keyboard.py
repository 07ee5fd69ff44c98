"""The grid of half-year figures with the keyboard alone: from cell to cell, what comes back beside it, its evidence."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.keys import choose_by_keys, focused, tab_to
from tests.browser.people import log_in, overheard
from tests.clusters.attachments.make import PDF

pytestmark = pytest.mark.browser
VALUE, SHARE, SOURCE, NOTE = "Kết quả 6 tháng", "So với kế hoạch năm (%)", "Nguồn", "Ghi chú"
FIRST, SECOND, THIRD = "Tốc độ tăng tổng sản phẩm", "Tổng thu ngân sách", "Tổng vốn đầu tư"


@pytest.fixture
def grid(start_site, page):
    """Cần Thơ's figures of the first half of 2023, as nobody has touched them yet."""
    site = start_site()
    log_in(page, site, "cantho")
    page.goto(site.url + "chi-tieu/")
    page.get_by_role("link", name="Cần Thơ", exact=True).click()
    page.wait_for_load_state()
    page.locator("[data-cell]").first.focus()
    with overheard(page, site) as (foreign, complaints):
        yield page
    assert (foreign, complaints) == ([], [])


def stands_at(page, indicator, part):
    """The focus is on this cell, and nothing covers the cell."""
    assert re.match(f"{re.escape(indicator)}.*: {re.escape(part)}$", focused(page)), focused(page)
    page.wait_for_function(
        """() => {
            const at = document.activeElement, box = at.getBoundingClientRect();
            return document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2) === at;
        }""",
        timeout=5_000,
    )


def about(page, indicator):
    """What stands beside the grid of this row, shown while the row has the focus."""
    return page.locator(".pane").filter(has=page.get_by_role("heading", name=indicator, include_hidden=True))


def test_enter_and_the_arrows_walk_a_column_and_stop_at_its_ends(grid):
    stands_at(grid, FIRST, VALUE)
    grid.keyboard.press("ArrowUp")
    stands_at(grid, FIRST, VALUE)
    for key, indicator in (("Enter", SECOND), ("ArrowDown", THIRD), ("ArrowUp", SECOND)):
        grid.keyboard.press(key)
        stands_at(grid, indicator, VALUE)
    grid.keyboard.press("Tab")
    stands_at(grid, SECOND, SHARE)
    grid.keyboard.press("ArrowDown")
    stands_at(grid, THIRD, SHARE)
    walked = {focused(grid)}
    for _ in range(grid.locator("tbody tr").count() - 3):
        grid.keyboard.press("ArrowDown")
        stands_at(grid, "", SHARE)
        walked.add(focused(grid))
    assert len(walked) == grid.locator("tbody tr").count() - 2
    last = focused(grid)
    grid.keyboard.press("Enter")
    assert focused(grid) == last


def test_left_and_right_leave_a_cell_only_at_the_ends_of_its_text(grid):
    grid.keyboard.press("End")
    grid.keyboard.press("ArrowRight")
    stands_at(grid, FIRST, SHARE)
    grid.keyboard.press("ArrowRight")
    stands_at(grid, FIRST, SOURCE)
    grid.keyboard.press("ArrowRight")
    stands_at(grid, FIRST, SOURCE)
    grid.keyboard.press("End")
    grid.keyboard.press("Shift+ArrowRight")
    stands_at(grid, FIRST, SOURCE)
    grid.keyboard.press("ArrowRight")
    grid.keyboard.press("ArrowRight")
    stands_at(grid, FIRST, NOTE)
    grid.keyboard.press("ArrowLeft")
    stands_at(grid, FIRST, SOURCE)
    grid.keyboard.type("!")
    assert grid.locator(":focus").input_value().endswith("!")
    grid.keyboard.press("Control+A")
    grid.keyboard.press("ArrowLeft")
    stands_at(grid, FIRST, SOURCE)
    for _ in range(3):
        grid.keyboard.press("ArrowLeft")
    stands_at(grid, FIRST, VALUE)


def test_tab_goes_through_a_row_its_evidence_and_on_to_the_next_row_and_back(grid):
    for part in (VALUE, SHARE, SOURCE, NOTE):
        stands_at(grid, FIRST, part)
        grid.keyboard.press("Tab")
    assert re.match(f"Thêm minh chứng: {FIRST}", focused(grid))
    grid.keyboard.press("Tab")
    stands_at(grid, SECOND, VALUE)
    grid.keyboard.press("Shift+Tab")
    assert re.match(f"Thêm minh chứng: {FIRST}", focused(grid))
    grid.keyboard.press("Shift+Tab")
    stands_at(grid, FIRST, NOTE)


def test_share_and_points_come_back_beside_what_is_typed_and_the_focus_stays_where_it_went(grid):
    grid.keyboard.press("Enter")
    stands_at(grid, SECOND, VALUE)
    beside, foot = about(grid, SECOND), grid.locator("#figures-progress")
    before = foot.get_by_text("Điểm tạm tính").inner_text()
    grid.keyboard.press("Control+A")
    grid.keyboard.type("5.700 tỷ đồng")
    grid.keyboard.press("Enter")
    expect(about(grid, THIRD)).to_be_visible()
    expect(beside).to_be_hidden()
    expect(beside).to_contain_text("Tỷ lệ đạt chỉ tiêu: 50%")
    expect(beside).to_contain_text("Điểm tạm tính: 40")
    expect(foot).not_to_contain_text(before)
    stands_at(grid, THIRD, VALUE)
    grid.keyboard.press("ArrowUp")
    grid.keyboard.press("Control+A")
    grid.keyboard.type("trên 5.700 tỷ đồng")
    grid.keyboard.press("Tab")
    expect(beside).not_to_contain_text("Tỷ lệ đạt chỉ tiêu")
    expect(beside).to_contain_text("còn thiếu kết quả chính xác")
    stands_at(grid, SECOND, SHARE)


def test_evidence_is_filed_and_withdrawn_by_keyboard(grid, tmp_path):
    paper = tmp_path / "quyết định.pdf"
    paper.write_bytes(PDF)
    tab_to(grid, f"Thêm minh chứng: {FIRST}")
    grid.keyboard.press("Enter")
    grid.wait_for_url("**/minh-chung/**")
    choose_by_keys(grid, "Tệp văn bản", paper)
    tab_to(grid, "Thêm văn bản")
    grid.keyboard.press("Enter")
    expect(grid.get_by_role("link", name="quyết định.pdf")).to_be_visible()
    tab_to(grid, "Cần Thơ")
    grid.keyboard.press("Enter")
    expect(about(grid, FIRST).get_by_role("link", name="quyết định.pdf")).to_be_visible()
    tab_to(grid, f"Sửa minh chứng: {FIRST}")
    grid.keyboard.press("Enter")
    grid.wait_for_url("**/minh-chung/**")
    tab_to(grid, "Rút: quyết định.pdf")
    grid.keyboard.press("Enter")
    expect(grid.get_by_text("Chưa có")).to_be_visible()


def test_ctrl_d_fills_down_and_handing_in_leads_to_the_first_gap(grid):
    grid.keyboard.press("Enter")
    grid.keyboard.press("Enter")
    stands_at(grid, THIRD, VALUE)
    above = grid.get_by_label(re.compile(f"^{SECOND}.*: {VALUE}$")).input_value()
    grid.keyboard.press("Control+d")
    assert grid.locator(":focus").input_value() == above
    expect(grid.locator(".entry-said")).to_contain_text("Đã lưu lúc")
    gap = grid.locator("[data-gap]").get_attribute("data-gap")
    tab_to(grid, "Trình lãnh đạo duyệt")
    grid.keyboard.press("Enter")
    assert grid.locator(":focus").get_attribute("data-cell") == gap
    assert grid.locator(":focus").input_value() == ""
    stands_at(grid, "", VALUE)
    expect(grid.locator(".entry-said")).to_contain_text("Còn chỉ tiêu chưa có kết quả")
