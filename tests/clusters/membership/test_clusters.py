"""Clusters of a year, one cluster, its members."""

import pytest
from django.urls import reverse

from clusters.models import Membership
from emulation.core import clock
from emulation.core.period import Period
from tests.clusters.membership.make import make_cluster, make_membership
from tests.clusters.organisations.make import make_organisation
from tests.clusters.people.visitors import a_headed_year, an_officer
from tests.periods import FIRST_HALF_2023, YEAR_2023

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer(db):
    return an_officer()


@pytest.fixture
def year(db):
    return a_headed_year()


def test_the_list_of_a_year_counts_members_and_names_the_head(officer, year):
    cluster = year.cluster
    make_membership(cluster=cluster, during=FIRST_HALF_2023)
    make_membership(cluster=cluster, during=Period.year(2024))
    page = officer.get(reverse("clusters:clusters"), {"nam": "2023"})
    row = next(one for one in page.context["rows"] if one.pk == cluster.pk)
    assert row.member_count == 2
    assert year.posts.get().organisation.name in page.content.decode()


def test_the_list_may_be_of_one_owner(officer, year):
    other = make_cluster()
    page = officer.get(reverse("clusters:clusters"), {"nam": "2023", "don-vi": str(other.owner_id)})
    assert [row.pk for row in page.context["rows"]] == [other.pk]


@pytest.mark.parametrize("asked", ["", "abc", "0001", "99999", "-1"])
def test_a_year_that_is_none_means_this_year(officer, asked):
    page = officer.get(reverse("clusters:clusters"), {"nam": asked})
    assert page.context["year"] == clock.today().year


def test_a_year_without_clusters_leads_to_one_that_has_some(officer):
    page = officer.get(reverse("clusters:clusters"), {"nam": "2150"})
    assert page.context["rows"] == []
    assert 'href="?nam=2023"' in page.content.decode()


def test_unverified_rows_are_marked(officer):
    sure, unsure = make_membership(), make_membership(verified=False)
    said = "Not yet checked"
    assert said not in officer.get(sure.cluster.get_absolute_url()).content.decode()
    assert said in officer.get(unsure.cluster.get_absolute_url()).content.decode()


def test_an_administrator_adds_a_member_through_the_page(visiting_administrator):
    cluster, unit = make_cluster(), make_organisation()
    url = reverse("clusters:member-add", args=[cluster.code])
    said = {"organisation": unit.pk, "first_day": "1/1/2023", "last_day": "31/12/2023", "verified": "on"}
    answer = visiting_administrator.post(url, said)
    assert answer.url == cluster.get_absolute_url()
    assert Membership.objects.get(cluster=cluster).during == YEAR_2023


def test_a_refusal_is_a_sentence_on_the_page_and_typing_is_kept(visiting_administrator):
    first = make_membership()
    second = make_cluster(owner=first.cluster.owner)
    url = reverse("clusters:member-add", args=[second.code])
    answer = visiting_administrator.post(
        url, {"organisation": first.organisation_id, "first_day": "01/01/2023", "source": "Quyết định thử"}
    )
    assert answer.status_code == 422
    assert first.cluster.name in answer.content.decode()
    assert "Quyết định thử" in answer.content.decode()
    assert not second.memberships.exists()


@pytest.mark.parametrize("last", ["31/12/2023", "31/12/9999"])
def test_days_upside_down_or_without_end_are_said_at_the_last_day(visiting_administrator, last):
    cluster, unit = make_cluster(), make_organisation()
    answer = visiting_administrator.post(
        reverse("clusters:member-add", args=[cluster.code]),
        {"organisation": unit.pk, "first_day": "01/01/2024", "last_day": last},
    )
    assert answer.status_code == 422
    assert "last_day" in answer.context["form"].errors
