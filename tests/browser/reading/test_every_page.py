"""Every page as each role sees it: no serious finding of axe, no other host, nothing beside the policy, no sideways scroll."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.people import log_in, overheard

pytestmark = pytest.mark.browser

PHONE = {"width": 390, "height": 844}

EVERYBODY = [
    "",
    "cum/",
    "cum/CUM_5TP/",
    "cum/CUM_5TP/2023/",
    "don-vi/",
    "phong-trao/",
    "so-khen-thuong/",
    "danh-muc/",
    "quy-trinh/",
    "quy-trinh/1/?nhan=10/03/2025",
    "ngay-nghi/",
    "ngay-nghi/2023/",
    "danh-muc/quy-tac/",
    "danh-muc/quy-tac/?ngay=01/06/2023",
    "danh-muc/ty-le/",
    "bao-cao/",
]
A_DRAFT, IN_REVIEW = 1, 7  # of the demonstration's dossiers, in their order
ASKED, APART = 33, 37  # of its reviews: an opinion is asked for; opinions differ
PAGES = {
    "cantho": [
        *EVERYBODY,
        "chi-thi/",
        "chi-thi/nhap-tep/",
        "nhiem-vu/",
        "nhiem-vu/giao/",
        "nhiem-vu/nhap-tep/",
        "so-khen-thuong/?tim=khong+co+ai",
        "so-khen-thuong/?tu=31/02/2023",
        "so-tong/",
        "so-tong/ghi/",
        "so-khen-thuong/theo-doi/",
        "so-khen-thuong/theo-doi/them/",
        "danh-muc/ty-le/dat/",
        "nhap-danh-sach/",
        "so-khen-thuong/ban-trich/",
        "so-khen-thuong/so-nguoi/",
        "so-khen-thuong/ban-trich/",
        "so-khen-thuong/so-nguoi/",
        "ho-so/?trang-thai=tat-ca",
        "ho-so/?tim=khong+co+ai",
        "ho-so/lap/",
        "ho-so/lap/danh-sach/",
        "ho-so/danh-sach/",
        "so-khen-thuong/theo-doi/danh-sach/",
        "so-khen-thuong/theo-doi/danh-sach/moi/",
        "so-khen-thuong/theo-doi/danh-sach/1/",
        "so-khen-thuong/theo-doi/1/",
        f"ho-so/{IN_REVIEW}/",
        f"ho-so/{IN_REVIEW}/y-kien/summary/",
        "bao-cao/lap/",
        "doi-mat-khau/",
    ],
    "cantho.duyet": ["", "so-khen-thuong/theo-doi/cho-xac-nhan/", "nhap-danh-sach/", "nhat-ky/"],
    "cantho.noivu": [
        "",
        "ho-so/",
        "ho-so/danh-sach/",
        "ho-so/danh-sach/1/",
        f"ho-so/{A_DRAFT}/",
        f"ho-so/{A_DRAFT}/doi-tuong/?q=minh+hoa",
    ],
    "cantho.noivu.duyet": ["", "ho-so/danh-sach/1/", f"ho-so/{A_DRAFT}/", f"ho-so/{A_DRAFT}/lanh-dao/nop/"],
    "trunguong": [
        "tham-dinh/",
        "tham-dinh/?tim=khong+co+ai",
        f"tham-dinh/?hop=cho-y-kien&ho-so={ASKED}",
        f"tham-dinh/{APART}/",
        f"tham-dinh/hai-ho-so/?a={ASKED}&b={APART}",
        f"tham-dinh/hai-ho-so/?a={ASKED}",
        "tham-dinh/cung-danh-hieu/?nam=2022",
    ],
    "trunguong.lanhdao": [
        "",
        "ho-so/",
        "bao-cao/",
        "nhat-ky/",
        "tham-dinh/",
        f"tham-dinh/{APART}/",
        f"tham-dinh/{ASKED}/moi-y-kien/",
        f"tham-dinh/{APART}/thao-luan/",
    ],
    "baocao": ["", "bao-cao/", "bao-cao/lap/", "bao-cao/1/so-sanh/", "khong-co-trang-nay/"],
    "quantri": [
        "",
        "cum/them/",
        "cum/CUM_5TP/2023/them-chuc-vu/",
        "quy-trinh/1/",
        "quy-trinh/1/ngay-quyet-dinh/1/sua/",
        "quy-trinh/phien-ban/them/",
        "ngay-nghi/them/",
        "sap-nhap/",
        "sap-nhap/lap/",
        "sap-nhap/theo-ngay/?ngay=01/07/2025",
        "tai-khoan/",
        "tai-khoan/them/",
        "nhat-ky/",
    ],
}
WIDTHS = {1440: 900, 390: 844}
SERIOUS = ("serious", "critical")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("username", PAGES)
def test_every_page(site, page, username, width):
    page.set_viewport_size({"width": width, "height": WIDTHS[width]})
    with overheard(page, site) as (foreign, complaints):
        log_in(page, site, username)
        for path in PAGES[username]:
            answer = page.goto(site.url + path)
            assert answer.status == (404 if "khong-co" in path and "tim" not in path else 200), path
            assert page.locator("h1").count() == 1, path
            found = Axe().run(page).response["violations"]
            grave = [
                (rule["id"], [node["html"] for node in rule["nodes"]][:3])
                for rule in found
                if rule["impact"] in SERIOUS
            ]
            assert grave == [], path
            wide = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
            assert not wide, f"{path} scrolls sideways at {width}"
    assert foreign == []
    assert [line for line in complaints if "404" not in line] == []


@pytest.mark.parametrize("path", ["so-khen-thuong/", "ho-so/", "tham-dinh/", "phong-trao/", "nhiem-vu/"])
def test_a_list_begins_on_the_first_screen_of_a_phone_and_its_filters_open(site, page, path):
    page.set_viewport_size(PHONE)
    log_in(page, site, "cantho")
    page.goto(site.url + path)
    first = page.locator("main :is(tbody tr td, .campaigns > li, .duties > li)").first.bounding_box()
    assert first["y"] < PHONE["height"] - 100
    for button in page.locator(".phone-fold > summary").all():
        assert not page.locator(".filters").is_visible()
        button.click()
        assert page.locator(".filters").is_visible()
