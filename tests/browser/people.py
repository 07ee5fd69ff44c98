"""Logging in as somebody of the demonstration."""

from contextlib import contextmanager

from emulation.desk.demonstration import PASSWORD


def log_in(page, site, username):
    page.goto(site.url + "dang-nhap/")
    page.get_by_label("Tên đăng nhập").fill(username)
    page.get_by_label("Mật khẩu").fill(PASSWORD)
    page.get_by_role("button", name="Đăng nhập").click()
    page.wait_for_url(lambda url: "dang-nhap" not in url)


@contextmanager
def overheard(page, site):
    """Within, whatever leaves this host and whatever the browser complains of is kept: (foreign addresses, complaints)."""
    foreign, complaints = [], []

    def asked(request):
        if not request.url.startswith((site.url, "data:", "blob:")):
            foreign.append(request.url)

    def said(message):
        if message.type in ("error", "warning"):
            complaints.append(message.text)

    page.on("request", asked)
    page.on("console", said)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield foreign, complaints
