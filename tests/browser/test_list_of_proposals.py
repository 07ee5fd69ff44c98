"""A list of 300 proposals in a real browser, each click counted: sent in, read and judged row by row, sent together."""

import re

import pytest
from playwright.sync_api import expect

from tests.awards.lists.workbooks import book
from tests.browser.people import log_in, overheard
from tests.browser.test_dossier import Clicks

pytestmark = pytest.mark.browser
MOST_CLICKS_OF_THE_OFFICER, MOST_CLICKS_OF_THE_APPROVER = 6, 3
ROWS, LACKING = 300, 20
HEADINGS = ("TT", "Họ và tên", "Ngày sinh", "Chức vụ", "Đơn vị công tác", "Tóm tắt thành tích")
WORDS = ["Mây", "Nắng", "Gió", "Suối", "Sóng", "Đồi", "Rừng", "Trăng", "Sương", "Mưa"]
WAIT = 120_000


@pytest.fixture
def site(start_site):
    """Of this story's own: it adds dossiers."""
    return start_site()


def three_hundred() -> bytes:
    """The last rows tell nothing of an achievement; one day of birth is none, one row stands twice."""
    rows = [
        (
            number,
            f"Nguyễn {WORDS[number // 100]} {WORDS[number // 10 % 10]} {WORDS[number % 10]}",
            "31/02/1985" if number == 7 else "12/04/1985",
            "Chuyên viên",
            "Phòng Minh Họa",
            "Hoàn thành vượt mức kế hoạch năm 2022" if number <= ROWS - LACKING else "",
        )
        for number in range(1, ROWS)
    ]
    return book({"Danh sách": [HEADINGS, *rows, (ROWS, *rows[0][1:])]})


def test_a_list_of_three_hundred_is_sent_in_nine_clicks(site, page, browser):
    clicks = Clicks()
    with overheard(page, site) as (foreign, complaints):
        log_in(page, site, "cantho.noivu")
        page.goto(site.url + "ho-so/")
        clicks.on(page.get_by_role("link", name="Lập hồ sơ mới"))
        clicks.on(page.get_by_role("link", name="Lập nhiều hồ sơ từ bảng"))
        page.get_by_label("Danh hiệu, hình thức").select_option(label="Bằng khen của Chủ tịch UBND thành phố")
        page.get_by_label("Đối tượng đề nghị").select_option(label="Cá nhân")
        clicks.number += 1  # the file is dropped
        page.locator("input[type=file]").set_input_files(
            {"name": "de-nghi.xlsx", "mimeType": "application/octet-stream", "buffer": three_hundred()}
        )
        clicks.on(page.get_by_role("button", name="Đọc danh sách"))
        expect(page.get_by_role("table").first).to_be_visible(timeout=WAIT)
        main = page.get_by_role("main")
        kept, good = LACKING - 1, ROWS - LACKING - 1
        expect(main).to_contain_text(
            f"300 dòng có đối tượng đề nghị: {good} đủ điều kiện nộp, {kept} giữ lại để bổ sung, 2 không nhận."
        )
        expect(main).to_contain_text("Vui lòng nhập thành tích hoặc viết tóm tắt.")
        expect(main).to_contain_text("Trùng với dòng trước trong bảng.")
        assert clicks.number <= MOST_CLICKS_OF_THE_OFFICER
        assert (foreign, complaints) == ([], [])
    clicks.number = 0
    approver = browser.new_context(locale="vi-VN").new_page()
    log_in(approver, site, "cantho.noivu.duyet")
    clicks.on(approver.get_by_role("link", name="Nộp danh sách đề nghị “de-nghi.xlsx”").first)
    send = approver.get_by_role("button", name=f"Nộp {good} hồ sơ đủ điều kiện")
    clicks.number += 1
    send.dblclick()
    expect(approver.get_by_text(f"{good} đã nộp").first).to_be_visible(timeout=WAIT)
    expect(approver.get_by_role("main")).to_contain_text(
        f"300 dòng có đối tượng đề nghị: {good} đã nộp, {kept} giữ lại để bổ sung, 2 không nhận."
    )
    assert clicks.number <= MOST_CLICKS_OF_THE_APPROVER
    approver.goto(site.url + "ho-so/?trang-thai=submitted")
    expect(approver.locator(".lead")).to_have_text(re.compile(rf"^{good + 2} hồ sơ"))  # two of the demonstration's own
    approver.context.close()
