"""Through the house with the keyboard alone: Tab, Enter, Space and letters."""

import pytest

from emulation.desk.demonstration import PASSWORD

pytestmark = pytest.mark.browser
MOST = 150


def focused(page) -> str:
    """The words of what has the focus: its text, its label or its name."""
    return page.evaluate(
        """() => {
            const at = document.activeElement;
            const label = at.labels && at.labels.length ? at.labels[0].textContent : "";
            return (at.getAttribute("aria-label") || label || at.textContent || at.name || "").trim().replace(/\\s+/g, " ");
        }"""
    )


def tab_to(page, words):
    """Walks on until the focus stands on these words; the focus is to be seen all the way."""
    for _ in range(MOST):
        page.keyboard.press("Tab")
        outline = page.evaluate(
            "() => { const s = getComputedStyle(document.activeElement); return s.outlineStyle + s.boxShadow }"
        )
        if page.evaluate("document.activeElement !== document.body"):
            assert outline != "nonenone", f"the focus on “{focused(page)}” cannot be seen"
        if focused(page).startswith(words):
            return
    raise AssertionError(f"“{words}” is not reached by Tab; the focus is on “{focused(page)}”")


def test_log_in_filter_the_register_and_make_a_report(site, page):
    page.goto(site.url + "dang-nhap/")
    assert focused(page).startswith("Tên đăng nhập"), "the first field has the focus"
    page.keyboard.type("cantho")
    tab_to(page, "Mật khẩu")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "dang-nhap" not in url)

    page.keyboard.press("Tab")
    assert focused(page) == "Đến phần nội dung", "the first stop skips to the content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"

    page.reload()
    tab_to(page, "Sổ khen thưởng")
    page.keyboard.press("Enter")
    page.wait_for_url("**/so-khen-thuong/")
    tab_to(page, "Tên có chữ")
    page.keyboard.type("tieu hoc")
    page.keyboard.press("Enter")
    page.wait_for_url("**tim=tieu**")
    assert "lượt khen thưởng" in page.locator(".lead").inner_text()
    tab_to(page, "Trang sau")
    page.keyboard.press("Enter")
    page.wait_for_url("**trang=**")

    tab_to(page, "Báo cáo")
    page.keyboard.press("Enter")
    page.wait_for_url("**/bao-cao/")
    tab_to(page, "Lập báo cáo")
    page.keyboard.press("Enter")
    page.wait_for_url("**/bao-cao/lap/")
    tab_to(page, "Lập báo cáo")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Tải PDF").wait_for()


def test_the_account_menu_opens_closes_and_lets_out(site, page):
    page.goto(site.url + "dang-nhap/")
    page.keyboard.type("hanoi")
    tab_to(page, "Mật khẩu")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "dang-nhap" not in url)
    tab_to(page, "Tài khoản của bạn")
    page.keyboard.press("Enter")
    assert page.get_by_role("button", name="Đăng xuất").is_visible()
    page.keyboard.press("Escape")
    assert not page.get_by_role("button", name="Đăng xuất").is_visible()
    assert focused(page).startswith("Tài khoản của bạn")
    page.keyboard.press("Enter")
    tab_to(page, "Đăng xuất")
    page.keyboard.press("Enter")
    page.wait_for_url("**/dang-nhap/")


def test_a_list_is_sent_in_and_accepted(start_site, page):
    site = start_site()
    page.goto(site.url + "dang-nhap/")
    page.keyboard.type("cantho")
    tab_to(page, "Mật khẩu")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "dang-nhap" not in url)
    page.goto(site.url + "nhap-danh-sach/")
    tab_to(page, "Chọn tệp")
    with page.expect_file_chooser() as chooser:
        page.keyboard.press("Space")
    chooser.value.set_files(next((site.folder / "trinh-dien").glob("*.xlsx")))
    tab_to(page, "Gửi danh sách")
    page.keyboard.press("Enter")
    page.wait_for_url("**/cot/")
    page.get_by_role("button", name="Kiểm tra danh sách").wait_for()
    tab_to(page, "Kiểm tra danh sách")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Đưa 2.409 dòng").wait_for()
    tab_to(page, "Đưa 2.409 dòng")
    page.keyboard.press("Enter")
    page.get_by_text("Đã vào sổ").first.wait_for()
