"""The cities score themselves and each other in a real browser: Hà Nội by keyboard alone, Hải Phòng tries to peek at
others' points, Cần Thơ leads as head."""

import re
from decimal import Decimal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from clusters.models import ClusterYear, Criterion, Mandate, Score, ScoringFinish, ScoringRound
from clusters.regulation.rules.terms import FunctionKind
from clusters.scores.rules.terms import ScoreKind
from emulation.core import clock
from tests.browser.keys import focused, log_in_by_keys, tab_to
from tests.browser.people import log_in, overheard

pytestmark = pytest.mark.browser
CITIES = ("cantho", "hanoi", "haiphong", "danang", "hochiminh")
LEFT_OPEN = "II.2. Cải cách hành chính"
SECRET = Decimal("7.77")
SECONDS_FOR_A_SAVE = 10_000


@pytest.fixture
def site(start_site):
    """Of this story's own: it opens a scoring."""
    return start_site()


@pytest.fixture
def machine(browser):
    """Another machine each time it is called."""
    contexts = []

    def another():
        contexts.append(browser.new_context(locale="vi-VN"))
        return contexts[-1].new_page()

    yield another
    for context in contexts:
        context.close()


def places(site) -> dict:
    with site.orm():
        found = {name: Mandate.objects.get(user__username=name).organisation_id for name in CITIES}
        year = ClusterYear.objects.get(cluster__code="CUM_5TP", year=2023)
    return {"year": f"{site.url}cum-nam/{year.pk}/cham-diem/", **found}


def scoring_of_the_cities() -> ScoringRound:
    return ScoringRound.objects.get(cluster_year__year=2023, cluster_year__cluster__code="CUM_5TP")


def everybody_scored_itself(site, cities) -> None:
    """Hà Nội but for one line."""
    with site.orm():
        scoring = scoring_of_the_cities()
        for name in CITIES:
            for line in Criterion.objects.filter(scheme__cluster_year=scoring.cluster_year_id):
                if name == "hanoi" and str(line) == LEFT_OPEN:
                    continue
                Score.objects.create(
                    scoring=scoring,
                    kind=ScoreKind.SELF,
                    criterion=line,
                    scored_id=cities[name],
                    scorer_id=cities[name],
                    points=SECRET if line.function == FunctionKind.PANEL else 0,
                    reason="Theo báo cáo của đơn vị",
                )
            if name != "hanoi":
                ScoringFinish.objects.create(
                    scoring=scoring,
                    kind=ScoreKind.SELF,
                    organisation_id=cities[name],
                    finished_by_name="Người Thử",
                    finished_at=clock.real_now(),
                )


def saved(page):
    return page.locator(".cell-state.is-saved")


def score_oneself_by_keys(page, scoring):
    page.goto(scoring)
    tab_to(page, "Hà Nội tự chấm")
    page.keyboard.press("Enter")
    page.wait_for_url("**/tu-cham/**")
    tab_to(page, f"Điểm: {LEFT_OPEN}")
    page.keyboard.type("61")
    page.keyboard.press("Tab")
    expect(page.locator(".cell-state.is-stuck")).to_contain_text("61 vượt điểm tối đa của tiêu chí")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("7,77")
    page.keyboard.press("Tab")
    expect(saved(page)).to_have_count(1, timeout=SECONDS_FOR_A_SAVE)
    tab_to(page, "Xác nhận tự chấm xong")
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_contain_text("Đơn vị bạn đã tự chấm xong")


def score_others_by_keys(page, scoring):
    page.goto(scoring)
    tab_to(page, "Hà Nội chấm chéo các đơn vị khác")
    page.keyboard.press("Enter")
    page.wait_for_url("**/cham-cheo/**")
    pages = page.locator(".score-lines li").count()
    for number in range(1, pages + 1):
        expect(page.locator(".lead")).to_contain_text(f"Tiêu chí {number} trên {pages}")
        expect(page.locator("input:focus"), "the first cell has the focus").to_have_count(1)
        assert focused(page).startswith("Điểm: ")
        assert "7,77" not in page.locator("main").inner_text()
        page.keyboard.type("1" if number == 1 else "0")
        page.keyboard.press("Enter")
        assert focused(page).startswith("Điểm: ")
        page.keyboard.type("0")
        page.keyboard.press("Enter")
    expect(page.locator("#score-progress")).to_contain_text(f"{2 * pages}/{2 * pages}", timeout=SECONDS_FOR_A_SAVE)
    tab_to(page, "Xác nhận chấm chéo xong")
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_contain_text("Đơn vị bạn đã chấm chéo xong")
    expect(page.get_by_role("columnheader", name="Điểm tự chấm")).to_be_visible()
    assert "7,77" in page.locator("main").inner_text()


FORGED = """async ([url, name]) => {
    const token = document.querySelector("#autosave [name=csrfmiddlewaretoken]").value;
    const body = new URLSearchParams({[`text-${name}-points`]: "0", [`seen-${name}-points`]: ""});
    const answer = await fetch(url, {method: "POST", body, headers: {"X-CSRFToken": token, "HX-Request": "true"}});
    return [answer.status, await answer.text()];
}"""


def peek(page, scoring, cities):
    own = f"{scoring}cham-cheo/{cities['haiphong']}/"
    others = [
        f"{scoring}{part}/{cities[name]}/"
        for part in ("tu-cham", "cham-cheo")
        for name in ("hanoi", "cantho", "danang")
    ]
    for url in (*others, f"{scoring}tham-dinh/"):
        assert page.goto(url).status == 404, url
    page.goto(f"{scoring}bang-diem/")
    expect(page.locator("main")).to_contain_text("Bảng điểm cụm chưa mở")
    page.goto(own)
    assert "7,77" not in page.content()
    save = page.url + "luu/"
    for name in (cities["haiphong"], cities["scorer of haiphong"]):
        status, said = page.evaluate(FORGED, [save, str(name)])
        assert status == 409
        assert re.search("không đơn vị nào chấm chính mình|không được phân công chấm đơn vị này", said)


def test_three_cities_one_by_keyboard_one_that_tries_to_peek(site, machine):
    head, keys, peeker = machine(), machine(), machine()
    cities = places(site)
    scoring = cities["year"]
    with overheard(keys, site) as (foreign, complaints):
        log_in(head, site, "cantho")
        head.goto(scoring)
        head.get_by_role("button", name="Mở đợt chấm điểm").click()
        expect(head.locator("main")).to_contain_text("trước hết từng đơn vị tự chấm")
        everybody_scored_itself(site, cities)
        with site.orm():
            tasks = scoring_of_the_cities().tasks.filter(scored=cities["haiphong"])
            cities["scorer of haiphong"] = tasks.values_list("scorer", flat=True)[0]

        log_in_by_keys(keys, site, "hanoi")
        score_oneself_by_keys(keys, scoring)
        assert [one for one in complaints if "409" not in one] == []

        head.goto(scoring)
        assert Axe().run(head).response["violations"] == []
        head.get_by_role("button", name="Mở chấm chéo").click()
        expect(head.locator("main")).to_contain_text("Mở chấm chéo.")

        log_in(peeker, site, "haiphong")
        peek(peeker, scoring, cities)
        assert Axe().run(peeker).response["violations"] == []

        score_others_by_keys(keys, scoring)
        assert foreign == []
        peek(peeker, scoring, cities)
