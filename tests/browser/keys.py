"""A page with the keyboard alone: Tab, Enter, Space and letters."""

from playwright.sync_api import expect

from emulation.desk.demonstration import PASSWORD

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


def log_in_by_keys(page, site, name):
    """The browser gives a page's first field its focus with the first picture, not with the load: wait for it."""
    page.goto(site.url + "dang-nhap/")
    expect(page.get_by_label("Tên đăng nhập"), "the first field has the focus").to_be_focused()
    page.keyboard.type(name)
    tab_to(page, "Mật khẩu")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "dang-nhap" not in url)


def choose_by_keys(page, words, path):
    """The browser is asked to hand over the choosing of files before the walk there, for it answers in its own time."""
    with page.expect_file_chooser() as chooser:
        tab_to(page, words)
        page.keyboard.press("Space")
    chooser.value.set_files(path)
