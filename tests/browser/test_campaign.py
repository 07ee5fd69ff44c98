"""A campaign of a cluster in a real browser, from its draft to its final review: two provinces join, one of them
sleeps."""

from datetime import date

import pytest
from playwright.sync_api import expect

from clusters.models import Participation
from tests.browser.make_story import make_story
from tests.browser.people import overheard
from tests.browser.person import follow, is_accessible, log_in, press, says

pytestmark = pytest.mark.browser
NAME, LONG_AGO = "Thi đua cải cách thủ tục của Cụm", date(2023, 3, 1)
GOAL = {
    "text": "Hồ sơ giải quyết đúng hạn",
    "amount": "từ 98%",
    "unit": "%",
    "source": "Cổng dịch vụ công",
    "checked_on": "15/12/2023",
}


@pytest.fixture
def site(start_site):
    return start_site(reference_only=True, DEMONSTRATION_DAY="2023-07-10")


def test_a_campaign_lives_in_one_province_and_sleeps_in_another(site, page):
    with site.orm():
        head, awake, asleep = make_story().members
    with overheard(page, site) as (foreign, complaints):
        log_in(page, site, head.officer)
        page.goto(site.url + "phong-trao/them/")
        page.locator("#id_name").fill(NAME)
        page.locator("#id_level").select_option("cluster")
        page.locator("#id_cluster").select_option(index=1)
        page.locator("#id_last_day").fill("31/12/2023")
        press(page, "Lưu")
        says(page, "Còn thiếu: mục tiêu đo được")
        campaign = page.url
        follow(page, "Thêm mục tiêu")
        for field, text in GOAL.items():
            page.locator(f"#id_{field}").fill(text)
        press(page, "Lưu mục tiêu")
        says(page, GOAL["text"])
        log_in(page, site, head.approver)
        page.goto(campaign)
        press(page, "Phát động phong trào")
        says(page, "Đã phát động phong trào.")
        for member in (asleep, awake):
            log_in(page, site, member.officer)
            page.goto(campaign)
            press(page, "Tham gia")
            says(page, "chưa có tin")
        follow(page, "Báo cáo tiến độ")
        page.locator("#id_text").fill("Ra quân ở 30 huyện")
        press(page, "Báo cáo")
        says(page, "Ra quân ở 30 huyện")
        with site.orm():
            Participation.objects.filter(organisation__name=asleep.name).update(joined_on=LONG_AGO)
        log_in(page, site, asleep.officer)
        says(page, f"Báo cáo tiến độ: {NAME}")
        log_in(page, site, head.officer)
        page.goto(campaign)
        says(page, "2 đơn vị tham gia; 1 đơn vị chưa có tin")
        is_accessible(page)
        follow(page, "Ghi sơ kết, tổng kết")
        page.locator("#id_kind").select_option("final")
        page.locator("#id_document").fill("Báo cáo 15/BC-CTĐ")
        page.locator("#id_conclusion").fill("Một tỉnh chưa có tin.")
        press(page, "Ghi nhận sơ kết, tổng kết")
        bar = page.get_by_role("list", name=f"Vòng đời: {NAME}")
        expect(bar.locator(".life-done")).to_have_count(4)
        expect(bar).to_contain_text("Báo cáo 15/BC-CTĐ")
        page.set_viewport_size({"width": 390, "height": 844})
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert (foreign, complaints) == ([], [])
