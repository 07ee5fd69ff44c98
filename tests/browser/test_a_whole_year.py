"""A whole year of three members in a real browser, from the pact to the handing over: whatever a person does is done on
the pages, by the person's own account. The world they live in is made beforehand."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.make_story import CRITERION, INDICATOR, make_story
from tests.browser.person import follow, is_accessible, log_in, press, says, write_cell
from tests.browser.year_end import (
    all_vote_in_secret_and_the_tellers_count,
    the_conference_is_closed_and_its_minutes_taken_away,
    the_conference_is_opened,
    two_ballots_are_made_ready,
)
from tests.clusters.pacts.make import OFFICE
from tests.clusters.people.make import PASSWORD

pytestmark = pytest.mark.browser
SPRING, JANUARY = "2023-03-06", "2024-01-08"
POINTS = ("9", "8", "7")


def the_head_drafts_the_pact(page, site, story):
    log_in(page, site, story.head.officer)
    follow(page, "Soạn giao ước thi đua")
    press(page, "Soạn giao ước")
    says(page, "Đã lập dự thảo")
    follow(page, "Thêm cam kết")
    page.get_by_label("Cam kết*").fill("Phát động ít nhất 3 phong trào thi đua chuyên đề trong năm")
    press(page, "Lưu cam kết")
    says(page, "Phát động ít nhất 3 phong trào")
    press(page, "Lấy ý kiến thành viên")
    says(page, "Đã gửi lấy ý kiến các thành viên.")


def every_member_agrees(page, site, story):
    for member in story.members:
        log_in(page, site, member.officer)
        follow(page, "Cho ý kiến về dự thảo")
        follow(page, "Cho ý kiến")
        page.get_by_label("Đồng ý", exact=True).check()
        press(page, "Gửi ý kiến")
        says(page, "Đã gửi ý kiến đến cụm trưởng.")


def all_sign_the_head_first(page, site, story):
    log_in(page, site, story.head.approver)
    follow(page, "Mở ký kết: Giao ước thi đua")
    press(page, "Mở ký kết")
    says(page, "Đã mở ký kết. Cụm trưởng ký trước.")
    for member in story.members:
        log_in(page, site, member.approver)
        follow(page, "Ký: Giao ước thi đua")
        follow(page, "Ký giao ước")
        page.get_by_label("Chức danh khi ký").fill(OFFICE)
        page.get_by_label("Mật khẩu của bạn").fill(PASSWORD)
        press(page, "Ký giao ước")
        says(page, f"Đã ký cho {member.name}.")
    says(page, "Đang có hiệu lực")
    is_accessible(page)


def figures_of_the_year_are_sent_and_accepted(page, site, story):
    cluster_figures = f"{site.url}chi-tieu/{story.year}/0/"
    log_in(page, site, story.head.officer)
    page.goto(cluster_figures)
    follow(page, "Đặt thời hạn")
    page.get_by_label("Ngày cuối để nộp đúng hạn").fill("15/1/2024")
    page.get_by_label("Ngày khóa số liệu").fill("31/1/2024")
    press(page, "Lưu thời hạn")
    says(page, "Nộp đến hết ngày 15/01/2024 là đúng hạn.")
    for member, number in zip(story.members, "543", strict=True):
        log_in(page, site, member.officer)
        follow(page, f"Nhập số liệu của {member.name}, cả năm 2023")
        write_cell(page, f"{INDICATOR}: Kết quả cả năm", number)
        press(page, "Trình lãnh đạo duyệt")
        says(page, "Chờ lãnh đạo duyệt")
        log_in(page, site, member.approver)
        follow(page, f"Duyệt số liệu của {member.name}, cả năm 2023")
        press(page, "Duyệt và gửi")
        says(page, "Đã gửi cụm trưởng")
    log_in(page, site, story.head.officer)
    page.goto(cluster_figures)
    press(page, "Tiếp nhận tất cả đơn vị không có cảnh báo")
    press(page, "Tiếp nhận số liệu")
    says(page, "Đã tiếp nhận: ")
    says(page, "12 phong trào")


def members_score_themselves_and_each_other(page, site, story):
    log_in(page, site, story.head.officer)
    page.goto(f"{site.url}cum-nam/{story.year}/cham-diem/")
    press(page, "Mở đợt chấm điểm")
    says(page, "trước hết từng đơn vị tự chấm")
    for member, points in zip(story.members, POINTS, strict=True):
        log_in(page, site, member.officer)
        follow(page, "Tự chấm điểm đơn vị mình")
        write_cell(page, f"Điểm: {CRITERION}", points)
        press(page, "Xác nhận tự chấm xong")
        says(page, "Đơn vị bạn đã tự chấm xong")
    log_in(page, site, story.head.officer)
    follow(page, "Chuyển bước chấm điểm")
    press(page, "Mở chấm chéo")
    for member in story.members:
        log_in(page, site, member.officer)
        follow(page, "Chấm chéo các đơn vị được phân công")
        write_cell(page, re.compile("^Điểm: "), "8")
        press(page, "Xác nhận chấm chéo xong")
        says(page, "Đơn vị bạn đã chấm chéo xong")


def points_are_appraised_accepted_and_frozen(page, site, story):
    log_in(page, site, story.head.officer)
    follow(page, "Chuyển bước chấm điểm")
    press(page, "Mở thẩm định")
    follow(page, "Thẩm định")
    for place, (member, points) in enumerate(zip(story.members, POINTS, strict=True), start=1):
        write_cell(page, f"Điểm: {member.name}", points, saved=place)
    page.goto(f"{site.url}cum-nam/{story.year}/cham-diem/")
    press(page, "Mở xác định điểm chính thức")
    follow(page, "Mở bảng điểm cụm")
    press(page, "Nhận điểm hệ thống tính, trừ phần cần thảo luận")
    says(page, "Đã chốt 3 điểm theo kết quả hệ thống tính.")
    log_in(page, site, story.head.approver)
    follow(page, "Chốt điểm chính thức")
    press(page, "Chốt điểm")
    says(page, "Đã chốt điểm")


def the_next_year_is_opened(page, site, story):
    log_in(page, site, story.administrator)
    page.goto(f"{site.url}cum/{story.code}/2023/")
    follow(page, "Mở năm sau")
    press(page, "Mở năm thi đua 2024")
    says(page, "Đã mở năm thi đua 2024. Quy định của năm là dự thảo sao chép từ năm trước.")


def the_result_is_drawn_up_and_frozen(page, site, story):
    log_in(page, site, story.head.officer)
    follow(page, "Lập kết quả bình xét")
    press(page, "Lập kết quả")
    press(page, "Lấy kết quả bỏ phiếu của hội nghị ngày 08/01/2024")
    says(page, f"{story.head.name} (2/3 phiếu)")
    log_in(page, site, story.head.approver)
    follow(page, "Chốt kết quả bình xét")
    follow(page, "Chốt kết quả")
    page.get_by_label("Chức danh khi ký").fill(OFFICE)
    press(page, "Chốt kết quả")
    says(page, "Đã chốt kết quả.")
    expect(page.get_by_role("row", name=story.head.name)).to_contain_text("Được suy tôn")
    is_accessible(page)


def the_elected_take_their_posts_and_the_year_is_closed(page, site, story):
    log_in(page, site, story.administrator)
    page.goto(f"{site.url}cum-nam/{story.year}/ket-qua/")
    says(page, f"Cụm trưởng: {story.members[1].name}.")
    press(page, "Ghi vai trò")
    says(page, "Đã ghi vai trò năm sau cho các đơn vị trúng cử.")
    page.goto(site.url)
    follow(page, "Khóa năm thi đua: Cụm thi đua thử")
    says(page, "Còn 2 việc bỏ ngỏ.")
    page.get_by_label("Lý do").fill("Năm đầu dùng hệ thống")
    page.get_by_label("Tôi biết năm này sẽ không bao giờ có báo cáo tổng kết năm được ký").check()
    press(page, "Khóa năm")
    says(page, "Năm đã khóa; từ nay chỉ xem, không sửa.")


def the_new_head_begins_and_the_old_one_does_not(page, site, story):
    old, new, _member = story.members
    log_in(page, site, old.officer)
    expect(page.get_by_role("main").get_by_role("link", name="Soạn giao ước")).to_have_count(0)
    log_in(page, site, new.officer)
    follow(page, "Soạn giao ước thi đua")
    press(page, "Soạn giao ước")
    says(page, "Đã lập dự thảo")
    says(page, "2024")
    drafted = page.url
    log_in(page, site, old.officer)
    assert page.goto(drafted).status == 404


def nobody_changes_the_closed_year(page, site, story, conference):
    year = f"{site.url}cum-nam/{story.year}/"
    pages = [year + part for part in ("giao-uoc/0/", "cham-diem/", "ket-qua/")]
    pages += [conference, f"{site.url}chi-tieu/{story.year}/0/"]
    for name in (*(member.officer for member in story.members), story.head.approver):
        log_in(page, site, name)
        for address in pages:
            assert page.goto(address).status == 200, address
            expect(page.get_by_role("main").locator("form"), f"{name} at {address}").to_have_count(0)


def test_a_year_from_the_pact_to_the_handing_over(page, start_site):
    site = start_site(reference_only=True, DEMONSTRATION_DAY=SPRING)
    with site.orm():
        story = make_story()
    the_head_drafts_the_pact(page, site, story)
    every_member_agrees(page, site, story)
    all_sign_the_head_first(page, site, story)
    site.environment["DEMONSTRATION_DAY"] = JANUARY
    site.start_again()
    figures_of_the_year_are_sent_and_accepted(page, site, story)
    members_score_themselves_and_each_other(page, site, story)
    points_are_appraised_accepted_and_frozen(page, site, story)
    the_next_year_is_opened(page, site, story)
    conference = the_conference_is_opened(page, site, story)
    two_ballots_are_made_ready(page, site, story, conference)
    all_vote_in_secret_and_the_tellers_count(page, site, story, conference)
    the_conference_is_closed_and_its_minutes_taken_away(page, site, story)
    the_result_is_drawn_up_and_frozen(page, site, story)
    the_elected_take_their_posts_and_the_year_is_closed(page, site, story)
    the_new_head_begins_and_the_old_one_does_not(page, site, story)
    nobody_changes_the_closed_year(page, site, story, conference)
