"""The central board's home: what waits, what is late and with whom, the weeks; without what is kept from who reads it."""

import re
from datetime import date, timedelta
from html import unescape
from urllib.parse import urlsplit

import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from awards.models import Review
from awards.nominations.actions.steps import take_step
from awards.review.forms import asked_for
from awards.review.models.board import glance_of, weeks_of
from awards.review.views.week_chart import week_chart
from clusters.people.models.scope import actor_of
from emulation.core import clock
from emulation.core.actor import Role
from emulation.core.models import User
from emulation.core.period import Period
from tests.awards.review.make import arrived, in_charge_of, make_board
from tests.clusters.people.make import make_mandate
from tests.periods import DAY
from tests.reading import client_in

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def day(settings):
    settings.DEMONSTRATION_DAY = DAY


def home_of(actor):
    client = client_in("vi")
    client.force_login(User.objects.get(pk=actor.user_id), "django.contrib.auth.backends.ModelBackend")
    with CaptureQueriesContext(
        connection,
    ) as asked:
        page = client.get(reverse("desk:home"))
    return re.sub(r"\s+", " ", page.content.decode()), len(asked)


def test_what_waits_what_is_late_and_with_whom_stand_on_the_board_s_home():
    board = make_board()
    city = board.offices.city.organisation
    late = in_charge_of(arrived(board, "Trường Quá Hạn"), board.first)
    Review.objects.filter(pk=late.pk).update(due=DAY - timedelta(days=3))
    arrived(board, "Trường Còn Hạn")
    declined = in_charge_of(arrived(board, "Trường Không Đủ"), board.second)
    take_step(declined.nomination, "decline", why="Chưa đủ tiêu chuẩn", actor=board.leader)

    glance = glance_of(board.leader, DAY)
    table, found = glance.table, glance.late
    assert [(row.name, waiting.number, waiting.late) for row, waiting in table.rows] == [(city.name, 2, 1)]
    assert (table.all.number, table.all.late) == (2, 1)
    assert [(one.person, one.number) for one in found.people] == [(late.handler_name, 1)]
    weeks = weeks_of(board.leader, clock.today())
    assert (weeks[-1].received, weeks[-1].finished, len(weeks)) == (3, 1, 12)
    drawn = week_chart(weeks)
    assert 'role="img"' in drawn
    assert "style=" not in drawn
    page, few = home_of(board.leader)
    assert "Trong 12 tuần: nhận 3 hồ sơ, giải quyết 1 hồ sơ" in page
    [link] = re.findall(r'<td class="number"><a href="(/tham-dinh/[^"]*danh-hieu=[^"]*)">2</a></td>', page)[:1]
    asked = asked_for(QueryDict(urlsplit(unescape(link)).query))
    assert (asked.organisation, asked.award) == (city.pk, late.nomination.award_id), "a number leads to its rows"
    assert "Trường Quá Hạn" in page.partition('id="board-late"')[2].partition('id="board-weeks"')[0]

    once_there = make_mandate(
        organisation=city, role=Role.OFFICER, during=Period(date(2001, 1, 1), date(2002, 1, 1))
    ).user
    make_mandate(user=once_there, organisation=board.offices.board.organisation, role=Role.CENTRAL_REVIEWER)
    kept_from = actor_of(once_there, on=DAY)
    assert glance_of(kept_from, DAY).table.rows == []
    assert glance_of(kept_from, DAY).late.number == 0
    assert {(week.received, week.finished) for week in weeks_of(kept_from, DAY)} == {(0, 0), (1, 1)}

    for number in range(6):
        arrived(board, f"Trường Thêm {number}")
    assert home_of(board.leader)[1] == few
