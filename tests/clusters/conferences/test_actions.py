"""A conference from its plan to its minutes: each step, by whom, and what stands in its way."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import DatabaseError, transaction

from clusters.conferences.actions.activities import set_activity, strike_out_activity
from clusters.conferences.actions.conferences import change_conference, plan_conference, take_step
from clusters.conferences.actions.parts import record_attendance, set_item
from clusters.conferences.rules.flow import FLOW, usual_quorum
from clusters.conferences.rules.terms import ActivityKind, ConferenceKind, ConferenceState
from clusters.models import Activity, Attendance, Conference
from emulation.core.errors import Refusal
from tests.clusters.conferences.make import FACTS, POINT, closed, everybody_there, opened, planned
from tests.clusters.figures.make import make_two_cities
from tests.clusters.membership.make import make_cluster_year
from tests.periods import DAY

pytestmark = pytest.mark.django_db
ACTIVITY = {
    "kind": ActivityKind.INSPECTION,
    "subject": "Kiểm tra chéo",
    "held_on": date(2023, 5, 4),
    "place": "Cần Thơ",
    "organiser": None,
    "result": "Đã kiểm tra 3 đơn vị.",
}


@pytest.fixture
def cities(settings):
    settings.DEMONSTRATION_DAY = DAY
    return make_two_cities()


@pytest.mark.parametrize(("members", "quorum"), [(0, 0), (1, 1), (2, 2), (3, 2), (4, 3), (12, 8), (13, 9)])
def test_two_thirds_rounded_up_are_suggested(members, quorum):
    assert usual_quorum(members) == quorum


def test_planned_opened_and_closed_with_minutes(cities):
    year, head, _member = cities
    conference = closed(year, head)
    assert conference.state == ConferenceState.CLOSED
    assert len(conference.checksum) == 64
    assert list(conference.steps.values_list("name", flat=True)) == ["close", "open", "plan"]


def test_only_the_heads_officer_prepares_it(cities):
    year, head, member = cities
    for actor in (member.officer, head.approver):
        with pytest.raises(Refusal, match="Chỉ chuyên viên của cụm trưởng"):
            plan_conference(year, actor=actor, **FACTS)
    conference = planned(year, head)
    with pytest.raises(Refusal, match="Chỉ chuyên viên của cụm trưởng"):
        set_item(conference, None, actor=member.officer, **POINT)


@pytest.mark.parametrize("name", dict.fromkeys(step.name for step in FLOW.steps))
def test_a_stranger_takes_no_step(cities, name):
    year, head, member = cities
    with pytest.raises(Refusal, match="không"):
        take_step(planned(year, head), name, why="Thử", actor=member.approver)


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"quorum": 3}, "cụm có 2 thành viên"),
        ({"kind": ConferenceKind.THEMATIC}, "phải ghi chủ đề"),
        ({"held_on": date(2025, 1, 1)}, "nằm ngoài năm 2023"),
        ({"secretary": "phó chủ tịch  UBND Thành phố"}, "không đồng thời làm thư ký của biên bản"),
        ({"signs_next": True}, "Năm 2024 của cụm chưa được mở"),
    ],
)
def test_a_wrong_plan_is_told(cities, facts, said):
    year, head, _member = cities
    with pytest.raises(Refusal, match=said):
        plan_conference(year, actor=head.officer, **(FACTS | facts))
    assert not Conference.objects.exists()


def test_without_a_quorum_it_is_neither_opened_nor_closed(cities):
    year, head, member = cities
    conference = everybody_there(planned(year, head), head, but=[member.organisation])
    with pytest.raises(Refusal, match="Mới ghi 1 thành viên có mặt; phải có ít nhất 2"):
        take_step(conference, "open", actor=head.officer)
    conference = opened(year, head, held_on=date(2023, 7, 7))
    set_item(conference, conference.items.get(), actor=head.officer, **(POINT | {"conclusion": "Nhất trí."}))
    everybody_there(conference, head, but=[member.organisation])
    with pytest.raises(Refusal, match="phải có ít nhất 2"):
        take_step(conference, "close", actor=head.approver)


def test_an_empty_agenda_and_a_missing_conclusion_are_named(cities):
    year, head, _member = cities
    empty = everybody_there(plan_conference(year, actor=head.officer, **FACTS | {"held_on": date(2023, 7, 7)}), head)
    with pytest.raises(Refusal, match="Chương trình còn trống"):
        take_step(empty, "open", actor=head.officer)
    with pytest.raises(Refusal, match="Còn 1 nội dung chưa có kết luận"):
        take_step(opened(year, head), "close", actor=head.approver)


def test_who_is_present_comes_with_somebody(cities):
    year, head, member = cities
    conference = planned(year, head)
    row = {"organisation": member.organisation, "is_present": True, "office": "", "people": 0, "why_absent": ""}
    with pytest.raises(Refusal, match="hãy ghi số người dự"):
        record_attendance(conference, [row], actor=head.officer)
    assert not Attendance.objects.exists()


def test_one_meeting_closes_a_year_and_signs_the_next(cities):
    year, head, _member = cities
    following = make_cluster_year(cluster=year.cluster, year=2024)
    conference = planned(year, head, signs_next=True, held_on=date(2024, 1, 30))
    assert conference.signs_year == following
    assert list(Conference.objects.of_year(following)) == list(Conference.objects.of_year(year)) == [conference]


def test_whoever_heads_only_the_next_year_reads_the_meeting_that_signs_its_pact_and_prepares_nothing(cities):
    year, head, member = cities
    following = make_cluster_year(cluster=year.cluster, year=2024)
    conference = planned(year, head, signs_next=True)
    headed = frozenset({following.pk})
    next_head = replace(member.officer, joined=frozenset(), headed=headed, headed_entered=headed)
    assert next_head.may("read", conference)
    assert list(Conference.objects.visible_to(next_head)) == [conference]
    with pytest.raises(Refusal, match="Chỉ chuyên viên của cụm trưởng"):
        set_item(conference, None, actor=next_head, **POINT)
    with pytest.raises(Refusal, match="không thuộc nhiệm vụ"):
        take_step(conference, "cancel", why="Thử", actor=next_head)


def test_a_closed_one_never_changes(cities):
    year, head, _member = cities
    conference = closed(year, head)
    with pytest.raises(Refusal, match="không thay đổi gì được nữa"):
        change_conference(conference, actor=head.officer, **FACTS)
    rows = (
        (Conference.objects.all(), "place"),
        (conference.items.all(), "title"),
        (conference.attendance.all(), "office"),
    )
    for kept, field in rows:
        with pytest.raises(DatabaseError, match="does not change"), transaction.atomic():
            kept.update(**{field: "Khác"})
    with pytest.raises(DatabaseError), transaction.atomic():
        conference.steps.all().delete()


def test_one_not_held_says_why(cities):
    year, head, _member = cities
    conference = planned(year, head)
    with pytest.raises(Refusal):
        take_step(conference, "cancel", why=" ", actor=head.officer)
    cancelled = take_step(conference, "cancel", why="Hoãn do bão", actor=head.officer)
    assert cancelled.steps.first().why == "Hoãn do bão"


def test_an_activity_is_entered_changed_and_struck_out(cities):
    year, head, member = cities
    with pytest.raises(Refusal, match="Chỉ chuyên viên của cụm trưởng"):
        set_activity(year, None, actor=member.officer, **ACTIVITY)
    with pytest.raises(Refusal, match="không thuộc năm 2023"):
        set_activity(year, None, actor=head.officer, **(ACTIVITY | {"held_on": date(2024, 5, 4)}))
    activity = set_activity(year, None, actor=head.officer, **ACTIVITY)
    set_activity(year, activity, actor=head.officer, **(ACTIVITY | {"result": "Xong."}))
    strike_out_activity(activity, why="Nhập nhầm", actor=head.officer)
    assert Activity.objects.get().result == "Xong."
    assert not Activity.objects.standing().exists()
    with pytest.raises(Refusal, match="đã bị hủy"):
        set_activity(year, activity, actor=head.officer, **ACTIVITY)
