import pytest

pytestmark = pytest.mark.browser


def test_the_log_in_page_asks_only_this_host_and_breaks_no_policy(site, page):
    asked, complaints = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on(
        "console", lambda message: complaints.append(message.text) if message.type in ("error", "warning") else None
    )
    page.on("pageerror", lambda error: complaints.append(str(error)))
    answer = page.goto(site.url + "dang-nhap/")
    assert answer.status == 200
    page.wait_for_load_state("networkidle")
    assert len(asked) > 1, "style sheets are asked for, so another host could be seen"
    assert [url for url in asked if not url.startswith((site.url, "data:"))] == []
    assert complaints == []
    assert page.locator("html").get_attribute("lang") == "vi"
