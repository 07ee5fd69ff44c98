"""The minutes of a conference on paper, and part IV of the report: what the cluster did together."""

import io
from datetime import date

import docx
import pytest
from pypdf import PdfReader

from clusters.conferences.actions.activities import set_activity
from clusters.conferences.actions.parts import invite_guest
from clusters.conferences.rules.terms import ActivityKind, ConferenceKind
from clusters.models import ClusterYear, Conference
from emulation.core.period import Period
from reports.document.render import docx as to_docx
from reports.document.render import html, pdf
from reports.document.rules.conferences import called
from reports.document.rules.document import Heading, Paragraph, Table
from reports.minutes.compose import compose
from reports.minutes.material import minutes_material
from reports.six_month.material.held import activities_held, conferences_held
from tests.clusters.conferences.make import closed, everybody_there, planned
from tests.clusters.figures.make import make_two_cities
from tests.clusters.membership.make import make_cluster_year
from tests.periods import DAY

pytestmark = pytest.mark.django_db


@pytest.fixture
def cities(settings):
    settings.DEMONSTRATION_DAY = DAY
    return make_two_cities()


def whole(conference):
    return Conference.objects.select_related("cluster_year__cluster__owner", "host", "signs_year").get(pk=conference.pk)


def test_minutes_say_who_what_and_how_it_ended(cities):
    year, head, member = cities
    document = compose(minutes_material(whole(closed(year, head))))
    said = " ".join(block.text for block in document.blocks if isinstance(block, Heading | Paragraph))
    assert document.kind == "BIÊN BẢN"
    assert "Có mặt 2/2 thành viên; quy định phải có ít nhất 2 thành viên, đủ điều kiện tiến hành hội nghị." in said
    assert "Nhất trí." in said
    assert "Hội nghị thành công." in said
    table = next(block for block in document.blocks if isinstance(block, Table))
    named = [one.official_name for one in whole(Conference.objects.get()).members]
    assert {head.organisation.official_name, member.organisation.official_name} == set(named)
    assert [row.cells[1] for row in table.rows][:-1] == [name.replace("tỉnh", "Tỉnh", 1) for name in named]
    assert table.rows[-1].cells[-1] == 6
    assert [box.lines[0] for box in document.signers] == ["THƯ KÝ", "CHỦ TRÌ"]


def test_minutes_of_a_meeting_not_over_are_a_draft(cities):
    year, head, _member = cities
    document = compose(minutes_material(whole(planned(year, head))))
    assert document.kind == "BIÊN BẢN (DỰ THẢO)"
    assert document.blocks[-1].text.startswith("Dự thảo: hội nghị chưa bế mạc")


def paper_words(document) -> str:
    pages = PdfReader(io.BytesIO(pdf.render(document))).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def test_the_paper_names_both_years_its_seat_who_was_absent_and_who_gets_it(cities):
    year, head, member = cities
    make_cluster_year(cluster=year.cluster, year=2024)
    facts = {"signs_next": True, "host": member.organisation, "place": "Nhà văn hóa, số 1 đường Thử", "quorum": 1}
    conference = planned(year, head, **facts)
    everybody_there(conference, head, but=[member.organisation])
    invite_guest(conference, office="Báo Thử", people=2, actor=head.officer)
    document = compose(minutes_material(whole(conference)))
    words = paper_words(document)
    assert "Hội nghị tổng kết năm 2023 và ký giao ước thi đua năm 2024" in words
    assert document.day_line == f"{member.organisation.name}, ngày 06 tháng 7 năm 2023"
    assert "Địa điểm: Nhà văn hóa, số 1 đường Thử." in words
    assert "Vắng: Bận công tác" in words
    assert "Có mặt 1/2 thành viên; quy định phải có ít nhất 1 thành viên, đủ điều kiện" in words
    assert "Đại biểu mời: 2 người." in words
    assert "Báo Thử: 2 người;" in words
    assert "/BB-CTĐ" in words
    assert "Nơi nhận:" in words
    assert "- Lưu: VT, hồ sơ hội nghị." in words
    letters = docx.Document(io.BytesIO(to_docx.render(document)))
    assert [one.text for one in letters.paragraphs if one.text.startswith("- ")][-1] == "- Lưu: VT, hồ sơ hội nghị."
    assert "Lưu: VT, hồ sơ hội nghị" in html.render(document)


def test_minutes_stay_the_same_when_a_membership_is_corrected_later(cities):
    year, head, member = cities
    conference = closed(year, head)
    before = pdf.render(compose(minutes_material(whole(conference))))
    assert member.organisation.memberships.update(during=Period(date(2023, 12, 1), None)) == 1
    assert pdf.render(compose(minutes_material(whole(conference)))) == before


def test_the_report_counts_what_was_closed_in_its_half_year(cities, settings):
    year, head, _member = cities
    settings.DEMONSTRATION_DAY = date(2024, 2, 1)
    closed(year, head, kind=ConferenceKind.MID_YEAR)
    planned(year, head, held_on=date(2023, 7, 7))
    activity = {
        "kind": ActivityKind.EXCHANGE,
        "subject": "Trao đổi",
        "held_on": date(2023, 5, 5),
        "place": "Huế",
        "organiser": head.organisation,
        "result": "",
    }
    set_activity(year, None, actor=head.officer, **activity)
    year = ClusterYear.objects.get(pk=year.pk)
    following = make_cluster_year(cluster=year.cluster, year=2024)
    late = closed(year, head, held_on=date(2024, 1, 30), signs_next=True)
    opening = Period.half_year(2024, 1)
    assert [called(one) for one in conferences_held(following, 1, opening)] == [
        "Hội nghị tổng kết năm 2023 và ký giao ước thi đua năm 2024"
    ]
    assert late.cluster_year == year
    first, second = Period.half_year(2023, 1), Period.half_year(2023, 2)
    assert [one.subject for one in activities_held(year, first)] == ["Trao đổi"]
    assert list(activities_held(year, second)) == []
    assert [(one.present, one.members) for one in conferences_held(year, 1, first)] == [(2, 2)]
    assert [called(one) for one in conferences_held(year, 2, second)] == [
        "Hội nghị tổng kết năm 2023 và ký giao ước thi đua năm 2024"
    ]
