"""A dossier with four papers in a real browser, each click counted: begun, its subject found, saved, sent, taken up."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.people import log_in, overheard
from tests.clusters.attachments.make import small_pdf

pytestmark = pytest.mark.browser
MOST_CLICKS = 6
PAPERS = ("Tờ trình.pdf", "Báo cáo thành tích.pdf", "Biên bản họp Hội đồng.pdf", "Danh sách.pdf")


@pytest.fixture
def site(start_site):
    """Of this story's own: it adds dossiers."""
    return start_site()


class Clicks:
    """Presses in the main part of the page, counted."""

    def __init__(self):
        self.number = 0

    def on(self, place):
        self.number += 1
        place.click()


def test_one_collective_dossier_with_four_papers_in_six_clicks(site, page, browser):
    clicks = Clicks()
    with overheard(page, site) as (foreign, complaints):
        log_in(page, site, "cantho.noivu")
        page.goto(site.url + "ho-so/")
        clicks.on(page.get_by_role("link", name="Lập hồ sơ mới"))
        clicks.on(page.get_by_role("button", name="Tập thể: Bằng khen của Chủ tịch UBND thành phố"))
        expect(page.locator("#next-step")).to_contain_text("Vui lòng ghi đối tượng đề nghị.")
        page.wait_for_load_state()  # what is typed before the scripts listen finds nothing
        page.get_by_label("Tìm trong sổ khen thưởng và hồ sơ trước đây").press_sequentially("so noi vu")
        clicks.on(page.locator("#subjects-found button").first)
        expect(page.get_by_label("Tên ghi trong quyết định")).to_have_value("Sở Nội vụ thành phố Cần Thơ")
        page.locator("#text-summary").fill("Hoàn thành vượt mức kế hoạch năm 2022")
        expect(page.locator("#state-summary")).to_contain_text("Đã lưu lúc")
        expect(page.get_by_role("button", name="Trình lãnh đạo duyệt")).to_be_enabled()
        clicks.number += 1  # four files dropped at once
        page.locator("#file").set_input_files(
            [
                {"name": name, "mimeType": "application/pdf", "buffer": small_pdf(trailer=b"/Place %d" % place)}
                for place, name in enumerate(PAPERS)
            ]
        )
        expect(page.locator("[data-told] li").filter(has_text="đã nộp vào hồ sơ")).to_have_count(4)
        expect(page.locator("#papers")).to_contain_text("loại đoán theo tên tệp")
        assert (foreign, complaints) == ([], [])
    approver, reviewer = (browser.new_context(locale="vi-VN").new_page() for _machine in range(2))
    log_in(approver, site, "cantho.noivu.duyet")
    approver.goto(page.url)
    clicks.on(approver.get_by_role("link", name="Nộp hồ sơ"))
    clicks.on(approver.get_by_role("button", name="Nộp hồ sơ"))
    expect(approver.get_by_role("main")).to_contain_text("Đã nộp hồ sơ.")
    assert clicks.number <= MOST_CLICKS
    log_in(reviewer, site, "cantho")
    reviewer.locator("summary").filter(has_text="Tiếp nhận hồ sơ").click()
    reviewer.get_by_role("link", name=re.compile("^Tiếp nhận hồ sơ: Sở Nội vụ")).click()
    reviewer.get_by_role("button", name="Tiếp nhận hồ sơ").click()
    expect(reviewer.get_by_role("main")).to_contain_text("Đã tiếp nhận hồ sơ")
    for machine in (approver, reviewer):
        machine.context.close()


def test_two_tabs_never_overwrite_each_other(site, page, browser):
    log_in(page, site, "cantho.noivu")
    page.goto(site.url + "ho-so/1/")
    other = page.context.new_page()
    other.goto(page.url)
    page.locator("#text-unit").fill("Phòng A")
    page.locator("#text-unit").press("Tab")
    expect(page.locator("#state-unit")).to_contain_text("Đã lưu lúc")
    other.locator("#text-unit").fill("Phòng B")
    other.locator("#text-unit").press("Tab")
    expect(other.locator("#state-unit")).to_contain_text("Người khác vừa sửa mục này")
    other.get_by_role("button", name="Giữ nội dung đang ghi").click()
    expect(other.locator("#text-unit")).to_have_value("Phòng A")
