"""How punctual a member was: the first time it sent, against the day to be on time."""

from datetime import UTC, date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from clusters.figures.actions.dates import extend_sheet
from clusters.figures.models.punctuality import punctuality_of
from emulation.core.score_figures import Asked, shares_of
from tests.clusters.figures.days import DUE, make_term, sent_on
from tests.clusters.figures.make import make_city
from tests.clusters.figures.visiting import at, signed_in

pytestmark = pytest.mark.django_db


def test_punctuality_counts_the_first_sending_against_the_day(cluster):
    year, head, member = cluster
    make_term(year, half=1)
    make_term(year, half=0, due_on=date(2023, 12, 31), locks_on=date(2024, 1, 15))
    sent_on(year, head, DUE)
    sent_on(year, head, date(2023, 8, 20))
    sent_on(year, member, date(2023, 7, 16))
    ids = [head.organisation.pk, member.organisation.pk]
    assert punctuality_of(year, ids, on=date(2023, 7, 20)) == {ids[0]: (1, 1), ids[1]: (0, 1)}
    assert punctuality_of(year, ids, on=date(2024, 1, 1)) == {ids[0]: (1, 2), ids[1]: (0, 2)}
    assert punctuality_of(year, ids[:1], on=DUE) == {ids[0]: (1, 1)}
    asked = Asked(year.pk, 2023, frozenset(ids), date(2023, 7, 20))
    assert shares_of("punctuality", asked) == {ids[0]: 100, ids[1]: 0}


def test_the_day_of_sending_is_that_of_viet_nam(cluster):
    year, head, _member = cluster
    make_term(year)
    step = sent_on(year, head, date(2023, 7, 16), at=0)
    assert step.taken_at.astimezone(UTC).date() == DUE
    assert punctuality_of(year, [head.organisation.pk], on=date(2023, 7, 20)) == {head.organisation.pk: (0, 1)}


def test_what_is_not_due_yet_counts_for_nobody_unless_sent(cluster):
    year, head, member = cluster
    make_term(year)
    assert punctuality_of(year, [head.organisation.pk], on=DUE) == {}
    assert punctuality_of(year, [head.organisation.pk], on=date(2023, 7, 16)) == {head.organisation.pk: (0, 1)}


@pytest.mark.parametrize("members", [1, 3])
def test_punctuality_and_the_page_with_days_ask_the_same_number_of_questions(cluster, members):
    year, head, member = cluster
    make_term(year)
    cities = [member, *(make_city(cluster_year=year) for _ in range(members - 1))]
    for city in cities:
        sent_on(year, city, DUE)
        extend_sheet(year, 1, city.organisation, until=date(2023, 8, 9), why="Bão", actor=head.officer)
    with CaptureQueriesContext(connection) as asked:
        punctuality_of(year, [city.organisation.pk for city in cities], on=DUE)
    assert len(asked) == 3
    client = signed_in(head.officer)
    client.get(at("cluster-figures", year))
    with CaptureQueriesContext(connection) as asked:
        client.get(at("cluster-figures", year))
    assert len(asked) == 16
