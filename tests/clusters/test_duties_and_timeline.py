from datetime import date

import pytest

from clusters.duties import duties
from clusters.membership.rules.timeline import Stay, TimelineChange, timeline
from clusters.models import Cluster, ClusterYear
from emulation.core.period import Period
from tests.clusters.membership.make import make_cluster, make_cluster_year, make_post
from tests.clusters.people.make import actor_for, make_administrator
from tests.clusters.year.whole_years import close_year
from tests.periods import DAY, EVER, FIRST_HALF_2023, YEAR_2023


def changes(*stays, closed_on=None):
    return [(event.day, event.change) for event in timeline(2023, stays, closed_on=closed_on)]


def test_who_sat_there_all_along_changes_nothing():
    assert changes(Stay("A", EVER), Stay("B", Period.year(2021))) == []


def test_changes_stand_in_the_order_of_their_days():
    assert changes(
        Stay("A", FIRST_HALF_2023, post="Cụm trưởng"),
        Stay("B", Period(date(2023, 3, 1), None)),
        closed_on=date(2024, 3, 14),
    ) == [
        (date(2023, 1, 1), TimelineChange.TOOK_POST),
        (date(2023, 3, 1), TimelineChange.JOINED),
        (date(2023, 7, 1), TimelineChange.LEFT_POST),
        (date(2024, 3, 14), TimelineChange.CLOSED),
    ]


def test_what_ends_with_the_year_belongs_to_the_next():
    assert changes(Stay("A", YEAR_2023)) == [(date(2023, 1, 1), TimelineChange.JOINED)]


@pytest.fixture
def past_years_closed(db):
    """Those of the reference, which would wait to be closed."""
    for year in ClusterYear.objects.open():
        close_year(year)


@pytest.mark.usefixtures("past_years_closed")
def test_an_administrator_is_told_of_years_to_open_and_heads_to_record():
    administrator = make_administrator()
    titles = {duty.title for duty in duties(administrator, DAY)}
    make_cluster()
    make_cluster_year(year=2023)
    after = {duty.title for duty in duties(administrator, DAY)}
    assert after != titles
    assert len(after) == 2
    assert all("2023" in title for title in after)


@pytest.mark.usefixtures("past_years_closed")
def test_when_every_cluster_has_its_year_and_head_nothing_waits():
    make_cluster()
    administrator = make_administrator()
    for cluster in Cluster.objects.on(DAY):
        year = cluster.years.filter(year=2023).first() or make_cluster_year(cluster=cluster)
        assert duties(administrator, DAY)
        if not year.posts.filter(kind="head").exists():
            make_post(cluster_year=year)
    assert duties(administrator, DAY) == []


@pytest.mark.usefixtures("past_years_closed")
def test_without_clusters_the_administrator_is_told_to_enter_them():
    (duty,) = duties(make_administrator(), date(2150, 1, 1))
    assert duty.url == "/cum/"
    make_cluster()
    assert all(duty.url != "/cum/" for duty in duties(make_administrator(), date(2150, 1, 1)))


@pytest.mark.django_db
def test_others_have_nothing_to_do_here():
    make_cluster()
    assert duties(actor_for(), DAY) == []
