"""A cluster's year and its posts."""

from datetime import date

import pytest
from django.urls import reverse

from clusters.models import ClusterYear, Post
from emulation.core.period import Period
from tests.clusters.membership.make import make_membership
from tests.clusters.people.visitors import a_headed_year, an_officer
from tests.periods import YEAR_2023

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer(db):
    return an_officer()


@pytest.fixture
def year(db):
    return a_headed_year()


def test_the_year_shows_who_came_and_who_left(officer, year):
    leaving = make_membership(cluster=year.cluster, during=Period(None, date(2023, 7, 1))).organisation
    page = officer.get(year.get_absolute_url())
    assert [(event.change, event.who) for event in page.context["events"]] == [
        ("took_post", year.posts.get().organisation.name),
        ("left", leaving.name),
    ]
    assert "01/07/2023" in page.content.decode()


def test_a_post_not_recorded_leads_to_its_form_already_filled(visiting_administrator, year):
    appointing = reverse("clusters:post-appoint", args=[year.cluster.code, year.year]) + "?chuc-vu=deputy"
    assert appointing in visiting_administrator.get(year.get_absolute_url()).content.decode()
    form = visiting_administrator.get(appointing).context["form"]
    assert form["kind"].value() == "deputy"
    assert form["first_day"].value() == "01/01/2023"


def test_a_closed_year_offers_no_deed(visiting_administrator, year):
    ClusterYear.objects.filter(pk=year.pk).update(closed_on=date(2024, 3, 14))
    page = visiting_administrator.get(year.get_absolute_url()).content.decode()
    assert "14/03/2024" in page
    assert reverse("clusters:post-appoint", args=[year.cluster.code, year.year]) not in page


def test_an_administrator_gives_a_year_its_head_through_the_pages(visiting_administrator):
    membership = make_membership()
    cluster = membership.cluster
    opened = visiting_administrator.post(reverse("clusters:year-open", args=[cluster.code]), {"year": "2023"})
    assert opened.url == reverse("clusters:cluster-year", args=[cluster.code, 2023])
    visiting_administrator.post(
        reverse("clusters:post-appoint", args=[cluster.code, 2023]),
        {
            "kind": "head",
            "organisation": membership.organisation_id,
            "first_day": "01/01/2023",
            "last_day": "31/12/2023",
        },
    )
    assert Post.objects.get(cluster_year__cluster=cluster).during == YEAR_2023
