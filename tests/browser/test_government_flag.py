"""The Government's flag in a real browser: from the frozen result of a closed year until the board holds the dossier."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.people import log_in, overheard
from tests.clusters.attachments.make import small_pdf

pytestmark = pytest.mark.browser
PAPERS = ("Tờ trình.pdf", "Báo cáo thành tích.pdf", "Biên bản họp Hội đồng.pdf")


@pytest.fixture
def site(start_site):
    """Of this story's own: it adds a dossier."""
    return start_site()


def test_the_leader_of_a_closed_year_is_nominated_and_the_board_holds_its_dossier(site, page, browser):
    with overheard(page, site) as (foreign, complaints):
        log_in(page, site, "haiphong")
        page.goto(site.url + "ho-so/")
        main = page.get_by_role("main")
        main.get_by_role("link", name="Lập hồ sơ mới").click()
        main.get_by_role("link", name=re.compile("^Lập hồ sơ: Cụm thi đua 5 thành phố.*năm 2022; hạng 1")).click()
        expect(main.get_by_label("Danh hiệu, hình thức")).to_contain_text("Cờ thi đua của Chính phủ")
        main.get_by_role("button", name="Lập hồ sơ").click()
        main.get_by_role("button", name="Lấy 7 kết quả giao ước").click()
        expect(main).to_contain_text("Đã lấy 7 kết quả.")
        expect(main).to_contain_text("hạng 1; 962,19 điểm; 4 phiếu; được suy tôn đơn vị dẫn đầu")
        expect(page.locator("#next-step")).to_contain_text("Thiếu văn bản")
        page.locator("#file").set_input_files(
            [
                {"name": name, "mimeType": "application/pdf", "buffer": small_pdf(trailer=b"/Place %d" % place)}
                for place, name in enumerate(PAPERS)
            ]
        )
        expect(main.locator("[data-told] li").filter(has_text="đã nộp vào hồ sơ")).to_have_count(3)
        main.get_by_role("button", name="Trình lãnh đạo duyệt").click()
        expect(page.locator("#next-step")).to_contain_text("Chờ lãnh đạo đơn vị duyệt")
        assert (foreign, complaints) == ([], [])
    approver, reviewer = (browser.new_context(locale="vi-VN").new_page() for _machine in range(2))
    log_in(approver, site, "haiphong.duyet")
    approver.goto(page.url)
    approver.get_by_role("link", name="Nộp hồ sơ").click()
    approver.get_by_role("button", name="Nộp hồ sơ").click()
    expect(approver.get_by_role("main")).to_contain_text("Đã nộp hồ sơ.")
    log_in(reviewer, site, "trunguong")
    reviewer.goto(page.url)
    reviewer.get_by_role("button", name="Tiếp nhận hồ sơ").click()
    expect(reviewer.get_by_role("main")).to_contain_text("Đã tiếp nhận hồ sơ")
    expect(reviewer.get_by_role("main")).to_contain_text("Ban Thi đua - Khen thưởng Trung ương")
    for machine in (approver, reviewer):
        machine.context.close()
