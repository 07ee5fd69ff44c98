"""From the Council's room to the paper and a stranger's look at it: the secretary, three members at their own screens at
once, one of them kept from a dossier, one on a telephone; the decision, the printed certificate, its code."""

import io
import re

import pypdf
import pytest
from django.contrib.auth.hashers import Argon2PasswordHasher
from playwright.sync_api import expect

from awards.models import Decision
from awards.sittings.actions.ballots import prepare_ballots
from emulation.core.models import User
from tests.awards.conflicts.make import make_kin
from tests.awards.sittings.make import FIRST, SECOND, before_the_council, in_session, make_room
from tests.browser.people import overheard
from tests.browser.person import is_accessible, press, says
from tests.clusters.people.make import PASSWORD
from tests.periods import DAY

pytestmark = pytest.mark.browser
BY_ITSELF = 10_000
"""Milliseconds in which a screen that asks every two seconds has what is new."""
PHONE = {"width": 390, "height": 844}
OWN = "Người Nhà Thử"


@pytest.fixture
def site(start_site, settings):
    settings.DEMONSTRATION_DAY = DAY  # what is built here is of the same day as what is done there
    return start_site(reference_only=True, DEMONSTRATION_DAY=DAY.isoformat())


@pytest.fixture
def screen(browser, browser_context_args, site):
    """screen(account=None, **context) -> the page of somebody at a computer of their own, logged in."""
    opened = []

    def sit_down(user_id=None, **said):
        context = browser.new_context(**browser_context_args | said)
        opened.append(context)
        page = context.new_page()
        if user_id is not None:
            log_in(page, site, user_id)
        return page

    yield sit_down
    for context in opened:
        context.close()


def log_in(page, site, user_id):
    with site.orm():
        user = User.objects.get(pk=user_id)
        user.password = Argon2PasswordHasher().encode(PASSWORD, "muoi-thu-nghiem")  # the tests' own is another
        user.save(update_fields=["password"])
    page.goto(site.url + "dang-nhap/")
    page.get_by_label("Tên đăng nhập").fill(user.username)
    page.get_by_label("Mật khẩu").fill(PASSWORD)
    page.get_by_role("button", name="Đăng nhập").click()
    page.wait_for_url(lambda url: "dang-nhap" not in url)


def moment(page):
    return page.locator("#moment")


def test_from_the_council_s_room_to_the_certificate_that_a_stranger_checks(screen, site):
    with site.orm():
        room = make_room()
        city = room.offices.city
        dossiers = [before_the_council(room, OWN, kind="individual"), before_the_council(room, "Phòng B")]
        make_kin(room.account(4))
        sitting = in_session(room, *dossiers)
    url = site.url + sitting.get_absolute_url().lstrip("/")
    keeper = screen(room.secretary.user_id)
    chair, deputy = screen(room.members[0].user_id), screen(room.members[1].user_id, viewport=PHONE)
    kin, other = screen(room.members[4].user_id), screen(room.members[3].user_id)
    members = (chair, deputy, kin)
    with overheard(kin, site) as (foreign, complaints):
        for page in (keeper, *members):
            page.goto(url)
        is_accessible(chair)
        assert OWN not in kin.content()

        # the dossier of the moment comes by itself, but not to whom it is kept from
        keeper.get_by_role("button", name=f"Đưa lên màn hình: {OWN}").click()
        for page in (chair, deputy):
            expect(moment(page)).to_contain_text(OWN, timeout=BY_ITSELF)
        with site.orm():
            prepare_ballots(sitting, first_teller=room.account(3), second_teller=room.account(4), actor=room.secretary)
        for teller, passphrase in ((other, FIRST), (kin, SECOND)):
            teller.goto(f"{url}mat-khau-kiem-phieu/")
            for field in teller.locator("input[type=password]").all():
                field.fill(passphrase)
            press(teller, "Đặt mật khẩu kiểm phiếu")
            teller.goto(url)
        keeper.reload()
        press(keeper, "Mở bỏ phiếu")
        for page in members:
            expect(moment(page).get_by_role("link", name="Bỏ phiếu")).to_be_visible(timeout=BY_ITSELF)
        expect(moment(kin)).to_contain_text("Chưa có hồ sơ nào")

        # each votes from the own screen; the one kept out votes on the other dossier alone
        for page, groups in ((chair, 2), (deputy, 2), (kin, 1)):
            moment(page).get_by_role("link", name="Bỏ phiếu").click()
            expect(page.get_by_role("radio", name="Đồng ý", exact=True)).to_have_count(groups)
            for at in range(groups):
                page.get_by_role("radio", name="Đồng ý", exact=True).nth(at).check()
        is_accessible(deputy)
        assert deputy.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
        for at, page in enumerate(members, 1):
            press(page, "Bỏ phiếu")
            expect(page.locator(".marks code")).to_have_count(1 if page is kin else 2)
            page.get_by_role("link", name="Về phiên họp").click()
            expect(moment(chair)).to_contain_text(f"{at}/5 thành viên đã bỏ phiếu", timeout=BY_ITSELF)
        assert OWN not in kin.content()
    assert (foreign, complaints) == ([], [])

    for page in (other, screen(room.members[2].user_id)):
        page.goto(url)
        moment(page).get_by_role("link", name="Bỏ phiếu").click()
        for at, choice in enumerate(("Đồng ý", "Không đồng ý")):
            page.get_by_role("radio", name=choice, exact=True).nth(at).check()
        press(page, "Bỏ phiếu")
        expect(page.locator(".marks code")).to_have_count(2)
    kin.goto(url)
    kin.get_by_role("link", name="Mở và kiểm phiếu").click()
    kin.get_by_label("Mật khẩu kiểm phiếu của Ủy viên Một").fill(FIRST)
    kin.get_by_label("Mật khẩu kiểm phiếu của Ủy viên Hai").fill(SECOND)
    press(kin, "Mở và kiểm phiếu")
    says(kin, "Dự kiến: không đạt")
    assert OWN not in kin.content()
    keeper.goto(url)
    keeper.get_by_role("link", name="Chốt kết quả…").click()
    says(keeper, "4/5 phiếu đồng ý")
    says(keeper, "3/6 phiếu đồng ý")
    press(keeper, "Chốt kết quả này")
    expect(moment(chair)).to_contain_text("Phiên họp đã kết thúc", timeout=BY_ITSELF)

    officer, leader = screen(city.officer.user_id), screen(city.approver.user_id)
    officer.goto(f"{site.url}quyet-dinh/lap/")
    officer.get_by_label("Trích yếu").fill("Về việc tặng Bằng khen")
    press(officer, "Lập dự thảo")
    officer.get_by_role("link", name="Đưa hồ sơ vào quyết định").click()
    press(officer, "Đưa hồ sơ đã chọn vào quyết định")
    with site.orm():
        decision = Decision.objects.get()
    paper = site.url + decision.get_absolute_url().lstrip("/")
    leader.goto(paper)
    leader.get_by_role("link", name="Ban hành quyết định").click()
    leader.get_by_label("Số quyết định").fill("45")
    leader.get_by_label("Người ký").select_option(index=1)
    leader.get_by_label("Mật khẩu của bạn").fill(PASSWORD)
    expect(leader.get_by_role("region", name="Toàn văn quyết định sẽ ban hành")).to_contain_text("Điều 1.")
    press(leader, "Ban hành quyết định")
    says(leader, "Quyết định 45/QĐ-")
    is_accessible(leader)

    officer.goto(paper)
    officer.get_by_role("main").get_by_role("link", name="Bằng khen", exact=True).click()
    officer.get_by_role("link", name="Lập bằng khen").first.click()
    officer.get_by_label("Lời in dưới tên").fill("Đã hoàn thành xuất sắc nhiệm vụ năm 2022")
    press(officer, "Lập bằng khen")
    with officer.expect_download() as printed:
        officer.get_by_role("link", name="In trọn trang (PDF)").click()
    pages = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(printed.value.path().read_bytes())).pages]
    certificate = next(one for one in pages if OWN in one)
    code = re.search(r"(?:\w{4}-){2}\w{4}", certificate)[0]

    stranger = screen(viewport=PHONE)
    stranger.goto(f"{site.url}tra-bang-khen/")
    stranger.get_by_role("textbox").fill(code.lower().replace("-", " "))
    press(stranger, "Tra cứu")
    says(stranger, "là thật và đang có hiệu lực")
    says(stranger, OWN)
    is_accessible(stranger)
