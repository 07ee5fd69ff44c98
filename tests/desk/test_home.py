"""The home page: what waits, when it is due, where each role begins, and nothing of anybody else's."""

import re
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from awards.lists.duties import ListDuty
from awards.lists.rules.terms import BatchState
from clusters.models import OrganisationKind
from emulation.core import clock
from emulation.core.actor import Role
from emulation.core.duty import Duty
from emulation.desk.agenda import end_of_half_year, sorted_by_day
from reports.models import Report
from tests.awards.register.make import make_batch, make_honour
from tests.clusters.membership.make import make_cluster_year, make_membership, make_post
from tests.clusters.organisations.make import make_organisation
from tests.clusters.people.make import make_mandate, make_user
from tests.periods import FIRST_HALF_2023
from tests.reading import client_in

MONDAY = date(2023, 7, 10)
CENTRAL = {Role.CENTRAL_REVIEWER, Role.CENTRAL_LEADER, Role.REPORT_READER, Role.SYSTEM_ADMINISTRATOR}


@pytest.fixture(autouse=True)
def demonstration_day(settings):
    settings.DEMONSTRATION_DAY = MONDAY


def signed_in(user):
    client = client_in("en")
    client.force_login(user, "django.contrib.auth.backends.ModelBackend")
    return client


def home(client):
    response = client.get(reverse("desk:home"))
    assert response.status_code == 200
    return re.sub(r"\s+", " ", response.content.decode())


def officer_of(organisation):
    return signed_in(make_mandate(organisation=organisation, role=Role.OFFICER).user)


def test_duties_fall_into_overdue_this_week_and_later():
    due = {
        name: MONDAY + timedelta(days=days) for name, days in [("past", -1), ("today", 0), ("sunday", 6), ("next", 7)]
    }
    duties = [Duty(ListDuty.SEND, name, "/", due=day) for name, day in reversed(due.items())]
    found = sorted_by_day([Duty(ListDuty.SEND, "some day", "/"), *duties], MONDAY)
    assert [duty.title for duty in found.overdue] == ["past"]
    assert [duty.title for duty in found.this_week] == ["today", "sunday"]
    assert [duty.title for duty in found.later] == ["next", "some day"]
    assert found.number == 5


@pytest.mark.parametrize(
    ("day", "end"),
    [(date(2023, 6, 30), date(2023, 6, 30)), (date(2023, 7, 1), date(2023, 12, 31))],
)
def test_the_half_year_ends_on_its_last_day(day, end):
    assert end_of_half_year(day) == end


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("role", "begins", "not_this"),
    [
        (Role.OFFICER, "Send in a list of honours", "Keep accounts and mandates"),
        (Role.APPROVER, "Read the journal", "Send in a list of honours"),
        (Role.CENTRAL_REVIEWER, "Read the reports", "Read the journal"),
        (Role.CENTRAL_LEADER, "Read the journal", "Send in a list of honours"),
        (Role.REPORT_READER, "Read the reports", "Read the journal"),
        (Role.SYSTEM_ADMINISTRATOR, "Keep accounts and mandates", "Send in a list of honours"),
    ],
)
def test_each_role_begins_where_it_may(role, begins, not_this):
    kind = OrganisationKind.CENTRAL_BOARD if role in CENTRAL else OrganisationKind.PROVINCE
    client = signed_in(make_mandate(role=role, organisation=make_organisation(kind=kind)).user)
    told = home(client)
    assert begins in told
    assert not_this not in told


@pytest.mark.django_db
def test_the_head_s_officer_is_offered_the_report():
    member = make_membership()
    client = officer_of(member.organisation)
    assert "Make a report of the cluster" not in home(client)
    make_post(cluster_year=make_cluster_year(cluster=member.cluster), organisation=member.organisation)
    assert "Make a report of the cluster" in home(client)


@pytest.mark.django_db
def test_a_waiting_list_is_a_duty_until_it_is_accepted():
    city = make_organisation()
    client = officer_of(city)
    assert "No list of honours yet for the first six months of 2023" in home(client)
    batch = make_batch(city, make_user(), state=BatchState.CHECKED, file_name="thang-3.xlsx", good=2409)
    told = home(client)
    assert "Accept the list “thang-3.xlsx” into the register" in told
    assert "2.409 honours can be taken" in told
    assert batch.get_absolute_url() in told


@pytest.mark.django_db
def test_with_nothing_to_do_the_page_says_what_comes_next():
    city = make_organisation()
    make_honour(city)
    now = clock.now()
    Report.objects.create(
        kind="province-six-month",
        province=city,
        year=MONDAY.year,
        organisation=city,
        during=FIRST_HALF_2023,
        half=1,
        as_of=now,
        day=MONDAY,
        created_by=make_user(),
        created_at=now,
    )
    told = home(officer_of(city))
    assert "Nothing waits for you" in told
    assert "31/12/2023" in told


@pytest.mark.django_db
def test_another_s_list_is_not_to_be_seen():
    city = make_organisation()
    make_batch(city, make_user(), file_name="rieng.xlsx")
    assert "rieng.xlsx" in home(officer_of(city))
    assert "rieng.xlsx" not in home(officer_of(make_organisation()))


@pytest.mark.django_db
def test_without_a_mandate_one_is_told_whom_to_ask():
    told = home(signed_in(make_user()))
    assert "You hold no role today" in told
    assert "Where to begin" not in told


@pytest.mark.django_db
def test_a_stranger_is_sent_to_the_log_in():
    response = Client().get(reverse("desk:home"))
    assert response.status_code == 302
    assert response.url.startswith(reverse("core:log-in"))


@pytest.mark.django_db
def test_the_same_queries_for_one_list_and_for_three(django_assert_num_queries):
    city, user = make_organisation(), make_user()
    client = officer_of(city)
    make_batch(city, user)
    home(client)
    with CaptureQueriesContext(connection) as one:
        home(client)
    make_batch(city, user)
    make_batch(city, user)
    with django_assert_num_queries(len(one)):
        home(client)
