"""The year-end conference in the story of a whole year: opened, two secret votes held, closed with its minutes."""

from playwright.sync_api import expect

from tests.browser.person import follow, is_accessible, log_in, press, says
from tests.clusters.ballots.make import FIRST, SECOND
from tests.clusters.pacts.make import OFFICE

BALLOTS = ("Suy tôn đơn vị dẫn đầu", "Bầu cụm trưởng năm sau")
VOTES = {"Suy tôn": (1, 0, 0), "Bầu cụm trưởng": (1, 2, 1)}  # for each member the place of the one it chooses


def the_conference_is_opened(page, site, story):
    """Gives its address."""
    log_in(page, site, story.head.officer)
    page.goto(f"{site.url}cum-nam/{story.year}/hoi-nghi/")
    follow(page, "Lên kế hoạch hội nghị")
    page.get_by_label("Loại").select_option(label="Hội nghị tổng kết")
    page.get_by_label("Ngày*").fill("8/1/2024")
    page.get_by_label("Địa điểm").fill(story.head.name)
    page.get_by_label("Số thành viên phải có mặt").fill("2")
    page.get_by_label("Hội nghị cũng ký giao ước thi đua năm sau").check()
    press(page, "Lên kế hoạch")
    says(page, "Cũng ký giao ước năm")
    follow(page, "Thêm nội dung")
    page.get_by_label("Nội dung*").fill("Tổng kết năm 2023")
    press(page, "Lưu")
    follow(page, "Ghi điểm danh")
    for member in story.members:
        page.get_by_label(f"{member.name} có mặt").check()
        page.get_by_label(f"Chức vụ trưởng đoàn của {member.name}").fill(OFFICE)
        page.get_by_label(f"Số người của {member.name}").fill("3")
    press(page, "Ghi điểm danh")
    says(page, "Đủ số có mặt")
    press(page, "Khai mạc hội nghị")
    says(page, "Đang họp")
    return page.url


def two_ballots_are_made_ready(page, site, story, conference):
    _head, first, second = story.members
    log_in(page, site, story.head.officer)
    for purpose in BALLOTS:
        page.goto(conference)
        follow(page, "Chuẩn bị bỏ phiếu trên máy")
        page.get_by_label("Nội dung bỏ phiếu").select_option(label=purpose)
        page.get_by_label("Kiểm phiếu viên thứ nhất").select_option(label=first.officer_name)
        page.get_by_label("Kiểm phiếu viên thứ hai").select_option(label=second.officer_name)
        press(page, "Chuẩn bị bỏ phiếu")
        says(page, "0/2 kiểm phiếu viên đã đặt mật khẩu kiểm phiếu")
    for teller, passphrase in ((first, FIRST), (second, SECOND)):
        log_in(page, site, teller.officer)
        for ballot in VOTES:
            page.goto(site.url)
            follow(page, f"Đặt mật khẩu kiểm phiếu: {ballot}")
            page.get_by_label("Mật khẩu kiểm phiếu*", exact=True).fill(passphrase)
            page.get_by_label("Nhập lại mật khẩu kiểm phiếu").fill(passphrase)
            press(page, "Đặt mật khẩu kiểm phiếu")
            says(page, "Đã đặt mật khẩu kiểm phiếu.")


def all_vote_in_secret_and_the_tellers_count(page, site, story, conference):
    log_in(page, site, story.head.officer)
    for ballot in VOTES:
        page.goto(conference)
        follow(page, ballot)
        press(page, "Mở bỏ phiếu")
        says(page, "Đã thu 0/3 phiếu.")
    for place, member in enumerate(story.members):
        log_in(page, site, member.approver)
        for ballot, chosen in VOTES.items():
            page.goto(site.url)
            follow(page, f"Bỏ phiếu của {member.name}: {ballot}")
            expect(page.get_by_label(member.name, exact=True), "no member votes for itself").to_have_count(0)
            page.get_by_label(story.members[chosen[place]].name, exact=True).check()
            press(page, "Bỏ phiếu")
            says(page, f"Phiếu của {member.name} đã được niêm phong")
    log_in(page, site, story.members[1].officer)
    for ballot, outcome in zip(VOTES, ("được suy tôn là đơn vị dẫn đầu", "được bầu làm cụm trưởng"), strict=True):
        page.goto(site.url)
        follow(page, f"Mở và kiểm phiếu: {ballot}")
        for teller, passphrase in ((story.members[1], FIRST), (story.members[2], SECOND)):
            page.get_by_label(f"Mật khẩu kiểm phiếu của {teller.officer_name}").fill(passphrase)
        press(page, "Mở và kiểm phiếu")
        winner = story.members[0 if ballot == "Suy tôn" else 1]
        says(page, f"{winner.name} {outcome} với 2/3 phiếu.")
    is_accessible(page)


def the_conference_is_closed_and_its_minutes_taken_away(page, site, story):
    log_in(page, site, story.head.officer)
    follow(page, "Ghi kết luận: Hội nghị tổng kết 2023")
    follow(page, "Sửa: Tổng kết năm 2023")
    page.get_by_label("Kết luận").fill("Nhất trí.")
    press(page, "Lưu")
    log_in(page, site, story.head.approver)
    follow(page, "Bế mạc và chốt biên bản: Hội nghị tổng kết 2023")
    follow(page, "Bế mạc và chốt biên bản")
    page.get_by_label("Khai mạc lúc").fill("8:30")
    page.get_by_label("Bế mạc lúc").fill("11:15")
    page.get_by_label("Kết luận chung").fill("Hội nghị thành công.")
    press(page, "Bế mạc và chốt biên bản")
    says(page, "Đã bế mạc, chốt biên bản")
    with page.expect_download() as minutes:
        follow(page, "Biên bản, PDF")
    assert minutes.value.path().read_bytes().startswith(b"%PDF")
