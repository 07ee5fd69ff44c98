"""The main job in a real browser: a list in, the register, the head's report out, and the figures that were printed."""

import io
import re

import docx
import openpyxl
import pypdf
import pytest

from tests.browser.people import log_in, overheard

pytestmark = pytest.mark.browser

TOTAL = "23.735"
LINES = ["1.092", "3.013", "329", "3", "19.117", "58", "39", "84"]


@pytest.fixture
def site(start_site):
    """Of this story's own: it changes the register."""
    return start_site()


def download(page, words) -> bytes:
    with page.expect_download() as coming:
        page.get_by_role("link", name=words).click()
    return coming.value.path().read_bytes()


def test_cantho_sends_its_list_and_its_report_counts_what_was_printed(site, page):
    with overheard(page, site) as (foreign, complaints):
        log_in(page, site, "cantho")
        page.get_by_role("link", name="Sổ khen thưởng", exact=True).first.click()
        page.get_by_role("link", name="Danh sách khen thưởng", exact=True).click()
        workbook = next((site.folder / "trinh-dien").glob("*.xlsx"))
        page.locator("input[type=file]").set_input_files(workbook)
        page.get_by_role("button", name="Gửi danh sách").click()
        page.get_by_role("button", name="Kiểm tra danh sách").click()
        page.get_by_role("button", name=re.compile("Đưa 2.409 lượt")).click()
        page.get_by_text("Đã vào sổ").first.wait_for()

        page.get_by_role("link", name="Sổ khen thưởng", exact=True).first.click()
        page.get_by_label("Đơn vị", exact=True).select_option(label="Cần Thơ")
        page.get_by_label("Quyết định từ ngày").fill("01/01/2023")
        page.get_by_label("Quyết định đến hết ngày").fill("30/06/2023")
        page.get_by_role("button", name="Lọc").click()
        assert page.locator(".lead").inner_text().startswith("2.409 lượt khen thưởng")

        page.get_by_role("link", name="Báo cáo", exact=True).click()
        page.get_by_role("link", name="Lập báo cáo của cụm").click()
        page.get_by_role("button", name="Lập báo cáo").click()
        page.get_by_role("link", name="Tải PDF").wait_for()
        assert TOTAL in page.locator(".lead").inner_text()
        honours = page.locator("table").filter(has_text="Cờ thi đua của UBND thành phố").first
        rows = honours.locator("tbody tr").all()
        assert [row.locator("td, th").last.inner_text() for row in rows] == [*LINES, TOTAL]

        paper = docx.Document(io.BytesIO(download(page, "Tải DOCX")))
        table = next(
            each for each in paper.tables if "Cờ thi đua của UBND thành phố" in each._element.xpath("string()")
        )
        assert [row.cells[-1].text for row in table.rows][-9:] == [*LINES, TOTAL]

        text = "".join(leaf.extract_text() for leaf in pypdf.PdfReader(io.BytesIO(download(page, "Tải PDF"))).pages)
        assert all(figure in text for figure in [*LINES, TOTAL])

        book = openpyxl.load_workbook(io.BytesIO(download(page, "Tải XLSX")))
        numbers = {cell.value for sheet in book for row in sheet.iter_rows() for cell in row}
        assert {1092, 3013, 329, 3, 19117, 58, 39, 84, 23735} <= numbers

        behind = honours.locator("tbody tr").first.get_by_role("link").last
        assert behind.inner_text() == "1.092"
        behind.click()
        assert page.locator(".lead").inner_text().startswith("1.092 lượt khen thưởng")
    assert foreign == []
    assert complaints == []


def test_the_same_file_again_is_told_so(site, page):
    log_in(page, site, "cantho")
    workbook = next((site.folder / "trinh-dien").glob("*.xlsx"))
    for _ in range(2):
        page.goto(site.url + "nhap-danh-sach/")
        page.locator("input[type=file]").set_input_files(workbook)
        page.get_by_role("button", name="Gửi danh sách").click()
        page.get_by_role("button", name="Kiểm tra danh sách").or_(page.get_by_role("alert")).first.wait_for()
        if page.get_by_role("button", name="Kiểm tra danh sách").count():
            page.get_by_role("button", name="Kiểm tra danh sách").click()
            page.get_by_role("button", name=re.compile("Đưa 2.409 lượt")).click()
            page.get_by_text("Đã vào sổ").first.wait_for()
    assert "đã nhập" in page.locator("main").inner_text().lower()
