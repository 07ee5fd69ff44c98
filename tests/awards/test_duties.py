"""What the home page hears from the awards: lists that wait, and a half-year with nothing in it."""

from datetime import date

import pytest

from awards.duties import duties
from awards.lists.rules.terms import BatchState
from clusters.membership.rules.half_years import half_in_question
from emulation.core.actor import Role
from tests.awards.register.make import make_batch, make_honour
from tests.clusters.organisations.make import make_organisation
from tests.clusters.people.make import actor_for, make_user

DAY = date(2023, 7, 10)


@pytest.mark.parametrize(
    ("day", "half"),
    [
        (date(2023, 1, 1), (2022, 2)),
        (date(2023, 3, 31), (2022, 2)),
        (date(2023, 4, 1), (2023, 1)),
        (date(2023, 6, 30), (2023, 1)),
        (date(2023, 7, 1), (2023, 1)),
        (date(2023, 9, 30), (2023, 1)),
        (date(2023, 10, 1), (2023, 2)),
        (date(2023, 12, 31), (2023, 2)),
    ],
)
def test_half_year_in_question(day, half):
    assert half_in_question(day) == half


@pytest.mark.django_db
def test_an_officer_hears_of_an_empty_half_year_until_something_stands_in_it():
    city = make_organisation()
    officer = actor_for(organisation=city)
    make_honour(city, decision_date=date(2022, 12, 31))
    assert len(duties(officer, DAY)) == 1
    make_honour(city, decision_date=date(2023, 1, 1))
    assert duties(officer, DAY) == []


@pytest.mark.django_db
def test_lists_that_wait_are_named_and_taken_ones_are_not():
    city = make_organisation()
    officer, user = actor_for(organisation=city), make_user()
    for state in BatchState:
        make_batch(city, user, state=state, file_name=f"{state}.xlsx")
    make_batch(make_organisation(), user, file_name="other.xlsx")
    titles = [duty.title for duty in duties(officer, DAY)]
    assert len(titles) == 2
    assert "checked.xlsx" in titles[0]
    assert "uploaded.xlsx" in titles[1]


@pytest.mark.django_db
def test_others_than_officers_hear_nothing():
    city = make_organisation()
    make_batch(city, make_user())
    assert duties(actor_for(organisation=city, role=Role.APPROVER), DAY) == []


@pytest.mark.django_db
def test_the_same_queries_for_one_list_and_for_three(django_assert_num_queries):
    city = make_organisation()
    officer, user = actor_for(organisation=city), make_user()
    make_batch(city, user)
    with django_assert_num_queries(8):
        duties(officer, DAY)
    make_batch(city, user)
    make_batch(city, user)
    with django_assert_num_queries(7):  # what keeps a person from dossiers is asked once
        duties(officer, DAY)
