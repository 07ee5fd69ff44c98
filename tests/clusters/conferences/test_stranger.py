"""What a stranger tries: two at one conference, a host from elsewhere, the same meeting twice, a day that has not come."""

from datetime import date
from functools import partial

import pytest
from django.db import IntegrityError, connection, transaction

from clusters.conferences.actions.activities import set_activity
from clusters.conferences.actions.conferences import FORM_FACTS, change_conference, plan_conference, take_step
from clusters.conferences.actions.parts import (
    ITEM_FACTS,
    attendance_mark,
    drop_guest,
    drop_item,
    invite_guest,
    record_attendance,
    set_item,
)
from clusters.conferences.duties import conference_duties
from clusters.conferences.rules.flow import FLOW, ConferenceCase, ConferenceHindrance
from clusters.conferences.rules.terms import ActivityKind, ConferenceKind
from clusters.models import Attendance, Conference, ConferenceItem
from clusters.year.actions.closing import close_cluster_year
from emulation.core.actions.marks import mark_of
from emulation.core.errors import Refusal
from emulation.core.period import Period
from tests.clusters.conferences.make import FACTS, POINT, closed, everybody_there, opened, planned
from tests.clusters.figures.make import make_city, make_two_cities
from tests.clusters.figures.visiting import signed_in, words
from tests.clusters.membership.make import all_with_heads, make_cluster_year, make_membership
from tests.clusters.organisations.make import make_organisation
from tests.clusters.people.make import make_administrator
from tests.periods import DAY

pytestmark = pytest.mark.django_db


@pytest.fixture
def cities(settings):
    settings.DEMONSTRATION_DAY = DAY
    return make_two_cities()


def refused(deed, *args, **kwargs) -> Refusal:
    with pytest.raises(Refusal) as caught, transaction.atomic():
        deed(*args, **kwargs)
    return caught.value


def test_a_meeting_is_planned_once_unless_it_is_not_held(cities):
    year, head, _member = cities
    first = planned(year, head)
    assert "đã có hội nghị loại này" in str(refused(plan_conference, year, actor=head.officer, **FACTS))
    other = planned(year, head, held_on=date(2023, 7, 7))
    assert "đã có hội nghị loại này" in str(refused(change_conference, other, actor=head.officer, **FACTS))
    take_step(first, "cancel", why="Hoãn", actor=head.officer)
    assert planned(year, head).pk != first.pk
    two_themes = [planned(year, head, kind=ConferenceKind.THEMATIC, subject=f"Chủ đề {name}") for name in "ab"]
    assert len({one.pk for one in two_themes}) == 2


def test_the_host_and_who_organises_are_members(cities):
    year, head, member = cities
    elsewhere = make_organisation()
    refusal = refused(plan_conference, year, actor=head.officer, **FACTS | {"host": elsewhere})
    assert (refusal.field, "không là thành viên" in str(refusal)) == ("host", True)
    assert planned(year, head, host=member.organisation).host == member.organisation
    activity = {"kind": ActivityKind.EXCHANGE, "subject": "Thử", "held_on": DAY, "place": "Huế", "result": ""}
    refusal = refused(set_activity, year, None, actor=head.officer, organiser=elsewhere, **activity)
    assert (refusal.field, "không là thành viên" in str(refusal)) == ("organiser", True)


def test_it_is_not_opened_before_its_day(cities, settings):
    year, head, _member = cities
    conference = everybody_there(planned(year, head, held_on=date(2023, 7, 11)), head)
    assert "Chưa đến ngày họp" in str(refused(take_step, conference, "open", actor=head.officer))
    settings.DEMONSTRATION_DAY = date(2023, 7, 11)
    assert take_step(conference, "open", actor=head.officer).state == "open"


def test_it_is_not_closed_while_somebodys_attendance_is_not_said(cities):
    year, head, _member = cities
    conference = opened(year, head, quorum=1)
    set_item(conference, conference.items.get(), actor=head.officer, **POINT | {"conclusion": "Nhất trí."})
    newcomer = make_membership(cluster=year.cluster).organisation
    refusal = refused(take_step, conference, "close", actor=head.approver)
    assert "Còn 1 thành viên chưa ghi điểm danh" in str(refusal)
    everybody_there(conference, head)
    newcomer.memberships.update(during=Period(date(2023, 12, 1), None))
    conference = take_step(conference, "close", actor=head.approver)
    assert newcomer not in conference.members
    assert not conference.attendance.filter(organisation=newcomer).exists()


def test_an_agenda_emptied_in_session_is_not_closed():
    close = FLOW.step("close")
    assert close.hindrance(ConferenceCase(quorum=1, present=1)) == ConferenceHindrance.NO_AGENDA


def titles(conference):
    return list(conference.items.values_list("position", "title"))


def test_points_stand_where_they_are_put_and_are_numbered_without_gaps(cities):
    year, head, _member = cities
    conference = planned(year, head)
    put = partial(set_item, conference, actor=head.officer, presenter="", conclusion="")
    second = put(None, title="B", position=2)
    put(None, title="C", position=99)
    assert titles(conference) == [(1, "Tổng kết năm"), (2, "B"), (3, "C")]
    put(None, title="A", position=1)
    assert titles(conference) == [(1, "A"), (2, "Tổng kết năm"), (3, "B"), (4, "C")]
    put(second, title="B", position=4)
    drop_item(conference.items.get(title="A"), actor=head.officer)
    assert titles(conference) == [(1, "Tổng kết năm"), (2, "C"), (3, "B")]


def test_the_database_keeps_one_point_at_each_place(cities):
    year, head, _member = cities
    conference = planned(year, head)
    ConferenceItem.objects.create(conference=conference, position=1, title="Khác")
    with pytest.raises(IntegrityError, match="conference_item_own_place"):
        connection.check_constraints()


def test_the_later_of_two_writers_is_told(cities):
    year, head, _member = cities
    conference = planned(year, head)
    item = conference.items.get()
    seen = mark_of(item, ITEM_FACTS)
    set_item(conference, item, seen=seen, actor=head.officer, **POINT | {"conclusion": "Của người trước."})
    later = refused(
        set_item, conference, item, seen=seen, actor=head.officer, **POINT | {"conclusion": "Của người sau."}
    )
    assert "đã được người khác sửa" in str(later)
    assert conference.items.get().conclusion == "Của người trước."
    seen = mark_of(Conference.objects.get(pk=conference.pk), FORM_FACTS)
    change_conference(conference, seen=seen, actor=head.officer, **FACTS | {"place": "Huế"})
    assert refused(change_conference, conference, seen=seen, actor=head.officer, **FACTS)
    seen = attendance_mark(conference)
    everybody_there(conference, head)
    assert "người khác ghi" in str(refused(record_attendance, conference, [], seen=seen, actor=head.officer))


def test_a_page_that_grew_old_keeps_the_typing_and_can_be_sent_again(cities):
    year, head, member = cities
    conference = planned(year, head)
    url = f"{conference.get_absolute_url()}diem-danh/"
    client = signed_in(head.officer, "vi")
    seen = attendance_mark(conference)
    everybody_there(conference, head)
    form = {"seen": seen, f"present-{member.organisation.pk}": "on", f"people-{member.organisation.pk}": "7"}
    answer = client.post(url, form)
    assert answer.status_code == 422
    assert "người khác ghi" in words(answer)
    assert 'value="7"' in words(answer)
    assert client.post(url, form | {"seen": attendance_mark(conference)}).status_code == 302
    assert Attendance.objects.get(conference=conference, organisation=member.organisation).people == 7


def test_what_another_took_out_is_a_sentence(cities):
    year, head, _member = cities
    conference = planned(year, head)
    item, guest = conference.items.get(), invite_guest(conference, office="Báo Thử", people=1, actor=head.officer)
    old_item, old_guest = ConferenceItem.objects.get(pk=item.pk), Attendance.objects.get(pk=guest.pk)
    drop_item(item, actor=head.officer)
    drop_guest(guest, actor=head.officer)
    for deed, *args in ((drop_item, old_item), (drop_guest, old_guest)):
        assert "đã bị người khác bỏ" in str(refused(deed, *args, actor=head.officer))
    assert "đã bị người khác bỏ" in str(refused(set_item, conference, old_item, actor=head.officer, **POINT))


def test_a_guest_has_an_office(cities):
    year, head, _member = cities
    assert refused(invite_guest, planned(year, head), office="  ", people=1, actor=head.officer).field == "office"


def test_nothing_is_written_in_a_closed_year(cities):
    year, head, _member = cities
    conference = planned(year, head)
    close_cluster_year(year, on=DAY, why="Xong", actor=make_administrator())
    for deed in (
        partial(plan_conference, year, **FACTS | {"held_on": date(2023, 7, 8)}),
        partial(set_item, conference, None, **POINT),
        partial(take_step, conference, "cancel", why="Thử"),
        partial(invite_guest, conference, office="Báo", people=1),
    ):
        assert "đã khóa ngày" in str(refused(deed, actor=head.officer))
    page = words(signed_in(head.officer, "vi").get(conference.get_absolute_url()))
    assert "Thêm nội dung" not in page
    assert "Khai mạc hội nghị" not in page


def test_who_joins_with_the_next_year_is_led_to_its_own_list(cities):
    year, head, _member = cities
    following = make_cluster_year(cluster=year.cluster, year=2024)
    conference = planned(year, head, signs_next=True)
    other = make_city(cluster_year=make_cluster_year())
    assert signed_in(other.officer).get(conference.get_absolute_url()).status_code == 404
    page = words(signed_in(head.officer, "vi").get(conference.get_absolute_url()))
    assert f"/{year.pk}/hoi-nghi/" in page
    assert list(Conference.objects.of_year(following)) == [conference]


def duties_of(actor, on=DAY):
    years = all_with_heads(on)
    return [duty.title.split(":")[0] for duty in conference_duties(actor, years, on)(years)]


def test_what_is_due_before_at_and_after_a_conference(cities):
    year, head, member = cities
    conference = planned(year, head)
    assert duties_of(head.officer) == ["Chuẩn bị, khai mạc"]
    assert duties_of(head.officer, date(2023, 6, 1)) == []
    assert duties_of(head.approver) == duties_of(member.officer) == []
    everybody_there(conference, head)
    take_step(conference, "open", actor=head.officer)
    assert duties_of(head.officer) == ["Ghi kết luận"]
    assert duties_of(head.approver) == ["Bế mạc và chốt biên bản"]
    set_item(conference, conference.items.get(), actor=head.officer, **POINT | {"conclusion": "Nhất trí."})
    assert duties_of(head.officer) == []
    take_step(conference, "close", actor=head.approver)
    assert duties_of(head.approver) == duties_of(head.officer) == []


@pytest.mark.parametrize("number", [1, 3])
def test_duties_of_many_conferences_are_asked_once(cities, number, django_assert_num_queries):
    year, head, _member = cities
    for day in range(number):
        opened(year, head, held_on=date(2023, 7, 1 + day))
    years = all_with_heads(DAY)
    with django_assert_num_queries(1):
        assert len(list(conference_duties(head.officer, years, DAY)(years))) == number


def test_the_office_that_waits_is_told_for_whom(cities):
    year, head, member = cities
    conference = opened(year, head)
    said = "Lãnh đạo ký duyệt của cụm trưởng bế mạc hội nghị và chốt biên bản."
    page = words(signed_in(head.officer, "vi").get(conference.get_absolute_url()))
    assert said in page
    assert "Còn 1 nội dung chưa có kết luận" in page
    assert "Dự thảo biên bản, PDF" in page
    assert said not in words(signed_in(member.officer, "vi").get(conference.get_absolute_url()))


def test_closed_by_its_words(cities):
    year, head, member = cities
    page = words(signed_in(member.officer, "vi").get(closed(year, head).get_absolute_url()))
    assert "> Biên bản, PDF" in page
    assert "Dự thảo biên bản" not in page
