"""The pages of conferences and activities: shown to whom, entered by whom, and what they keep when they refuse."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from clusters.conferences.rules.terms import ConferenceState
from clusters.models import Activity, Conference
from tests.clusters.attachments.make import PDF, office_file, upload
from tests.clusters.conferences.make import closed, everybody_there, opened, planned
from tests.clusters.figures.make import make_city, make_two_cities
from tests.clusters.figures.visiting import central, signed_in, words
from tests.periods import DAY

pytestmark = pytest.mark.django_db


@pytest.fixture
def cities(settings):
    settings.DEMONSTRATION_DAY = DAY
    return make_two_cities()


def at(name, conference, *more):
    return reverse(f"clusters:conference{name}", args=[conference.cluster_year_id, conference.pk, *more])


def test_a_year_without_conferences_says_what_comes(cities):
    year, _head, member = cities
    page = words(signed_in(member.officer, "vi").get(reverse("clusters:conferences", args=[year.pk])))
    assert "Chưa có hội nghị nào" in page
    assert "Chưa nhập hoạt động nào" in page
    assert "Lên kế hoạch hội nghị" not in page


def test_planned_filled_opened_and_closed_through_its_pages(cities):
    year, head, member = cities
    client = signed_in(head.officer, "vi")
    form = {"kind": "mid_year", "held_on": "6/7/2023", "place": "Cần Thơ", "quorum": "2"}
    refused = client.post(reverse("clusters:conference-plan", args=[year.pk]), form | {"quorum": "5"})
    assert refused.status_code == 422
    assert "cụm có 2 thành viên" in words(refused)
    assert 'value="Cần Thơ"' in words(refused)
    client.post(reverse("clusters:conference-plan", args=[year.pk]), form)
    conference = Conference.objects.get()
    client.post(at("-item-add", conference), {"position": "1", "title": "Sơ kết <b>6 tháng</b>"})
    item = conference.items.get()
    there = {f"present-{city.organisation.pk}": "on" for city in (head, member)}
    missing = client.post(at("-attendance", conference), there)
    assert missing.status_code == 422
    assert "hãy ghi số người dự" in words(missing)
    people = {f"people-{city.organisation.pk}": "3" for city in (head, member)}
    client.post(at("-attendance", conference), there | people)
    client.post(at("-guest", conference), {"office": "Ban Thi đua - Khen thưởng Trung ương", "people": "1"})
    client.post(at("-paper", conference), {"title": "Báo cáo sơ kết", "file": upload()})
    client.post(at("-open", conference))
    page = words(client.get(at("", conference)))
    assert "Đang họp" in page
    assert "2 trên 2 thành viên; phải có ít nhất 2" in page
    assert "Sơ kết &lt;b&gt;6 tháng&lt;/b&gt;" in page
    assert "Báo cáo sơ kết" in page
    client.post(at("-item", conference, item.pk), {"position": "1", "title": "Sơ kết", "conclusion": "Nhất trí."})
    assert client.get(at("-close", conference)).status_code == 404
    approver = signed_in(head.approver, "vi")
    said = {"conclusion": "Hội nghị thành công.", "began_at": "8 giờ 30"}
    for ended_at, why in (("", "Mục này còn trống"), ("25:00", "không phải là giờ"), ("8:15", "phải sau giờ khai mạc")):
        assert why in words(approver.post(at("-close", conference), said | {"ended_at": ended_at}))
    approver.post(at("-close", conference), said | {"ended_at": "11h15"})
    conference.refresh_from_db()
    assert conference.state == ConferenceState.CLOSED
    shown = words(signed_in(member.officer, "vi").get(at("", conference)))
    assert "từ 08:30 đến 11:15" in shown
    assert "Hội nghị thành công." in shown
    assert "Ghi điểm danh" not in shown


def test_a_renamed_file_is_refused_and_the_page_stays(cities):
    year, head, _member = cities
    conference = planned(year, head)
    answer = signed_in(head.officer, "vi").post(
        at("-paper", conference), {"title": "Báo cáo", "file": upload(b"MZ not a paper", "bao-cao.pdf")}
    )
    assert answer.status_code == 422
    assert 'value="Báo cáo"' in words(answer)
    assert not conference.papers.exists()


def test_word_and_excel_are_taken_as_the_form_says(cities):
    year, head, member = cities
    conference = planned(year, head)
    client = signed_in(head.officer)
    for name, part in (("bao-cao.docx", "word/document.xml"), ("so-lieu.xlsx", "xl/workbook.xml")):
        answer = client.post(at("-paper", conference), {"title": name, "file": upload(office_file(part), name)})
        assert answer.status_code == 302, name
    filed = {one.paper.name for one in conference.papers.select_related("paper")}
    assert filed == {"bao-cao.docx", "so-lieu.xlsx"}
    paper = conference.papers.get(title="bao-cao.docx").paper
    opened_paper = signed_in(member.officer).get(reverse("clusters:paper", args=[paper.pk]))
    assert opened_paper["Content-Type"].endswith("wordprocessingml.document")
    assert "attachment" in opened_paper["Content-Disposition"]
    opened_paper.close()


def test_a_document_is_opened_by_members_and_no_stranger(cities):
    year, head, member = cities
    conference = planned(year, head)
    signed_in(head.officer).post(at("-paper", conference), {"title": "Báo cáo", "file": upload()})
    paper = conference.papers.get()
    url = reverse("clusters:paper", args=[paper.paper_id])
    opened_paper = signed_in(member.officer).get(url)
    assert b"".join(opened_paper.streaming_content) == PDF
    assert opened_paper.status_code == 200
    stranger = make_two_cities()[2]
    assert signed_in(stranger.officer).get(url).status_code == 404
    assert signed_in(stranger.officer).get(at("", conference)).status_code == 404
    signed_in(head.officer).post(at("-paper-withdraw", conference, paper.pk))
    assert signed_in(member.officer).get(url).status_code == 404


def test_what_hinders_is_said_instead_of_a_button(cities):
    year, head, _member = cities
    page = words(signed_in(head.officer, "vi").get(at("", planned(year, head))))
    assert "Mới ghi 0 thành viên có mặt; phải có ít nhất 2" in page


def test_an_activity_is_entered_and_struck_out_through_its_pages(cities):
    year, head, member = cities
    client = signed_in(head.officer, "vi")
    add = reverse("clusters:activity-add", args=[year.pk])
    form = {"kind": "exchange", "subject": "Trao đổi", "held_on": "5/5/2023", "place": "Huế", "result": "Tốt"}
    wrong = client.post(add, form | {"held_on": "5/5/2022"})
    assert "không thuộc năm 2023" in words(wrong)
    client.post(add, form)
    listed = reverse("clusters:conferences", args=[year.pk])
    assert "Trao đổi" in words(signed_in(member.officer, "vi").get(listed))
    activity = Activity.objects.get()
    client.post(reverse("clusters:activity-strike-out", args=[year.pk, activity.pk]), {"why": "Nhập nhầm"})
    assert "Chưa nhập hoạt động nào" in words(central().get(listed)) or "No activity" in words(central().get(listed))


def test_minutes_are_the_same_bytes_each_time(cities):
    year, head, member = cities
    conference = closed(year, head)
    client = signed_in(member.officer)
    for form in ("docx", "pdf"):
        url = reverse("reports:conference-minutes", args=[conference.pk, form])
        assert client.get(url).content == client.get(url).content
    assert client.get(reverse("reports:conference-minutes", args=[conference.pk, "xlsx"])).status_code == 404


def test_the_same_number_of_questions_whatever_it_holds(cities):
    year, head, member = cities
    conference = opened(year, head)
    client = signed_in(member.officer)
    client.get(at("", conference))
    with CaptureQueriesContext(
        connection,
    ) as few:
        client.get(at("", conference))
    for _ in range(3):
        make_city(cluster_year=year)
    everybody_there(conference, head)
    with CaptureQueriesContext(connection) as many:
        client.get(at("", conference))
    assert len(many) == len(few)
