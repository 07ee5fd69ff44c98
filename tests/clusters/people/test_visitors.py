"""Which pages are there for whom."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.clusters.membership.make import make_cluster, make_cluster_year, make_membership, make_post
from tests.clusters.people.make import make_mandate
from tests.clusters.people.visitors import a_headed_year, a_nobody, an_officer

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer(db):
    return an_officer()


@pytest.fixture
def nobody(db):
    return a_nobody()


@pytest.fixture
def year(db):
    return a_headed_year()


def pages_of(year):
    """Every page of this app that reads."""
    organisation = year.posts.get().organisation
    return [
        reverse("clusters:clusters"),
        year.cluster.get_absolute_url(),
        year.get_absolute_url(),
        reverse("clusters:organisations"),
        organisation.get_absolute_url(),
        reverse("clusters:campaigns"),
    ]


def deeds_on(year):
    """Every page of this app that writes or shows accounts."""
    code, number = year.cluster.code, year.year
    post, person = year.posts.get(), make_mandate()
    membership = year.cluster.memberships.get()
    return [
        reverse("clusters:cluster-create"),
        reverse("clusters:cluster-change", args=[code]),
        reverse("clusters:member-add", args=[code]),
        reverse("clusters:year-open", args=[code]) + "?nam-khac=1",
        reverse("clusters:year-open-next", args=[code, number]),
        reverse("clusters:year-supervisor", args=[code, number]),
        reverse("clusters:year-close", args=[code, number]),
        reverse("clusters:post-appoint", args=[code, number]),
        reverse("clusters:membership-end", args=[membership.pk]),
        reverse("clusters:membership-correct", args=[membership.pk]),
        reverse("clusters:post-end", args=[post.pk]),
        reverse("clusters:post-correct", args=[post.pk]),
        reverse("clusters:accounts"),
        reverse("clusters:account-create"),
        reverse("clusters:account", args=[person.user_id]),
        reverse("clusters:mandate-grant", args=[person.user_id]),
        reverse("clusters:account-suspend", args=[person.user_id]),
        reverse("clusters:account-restore", args=[person.user_id]),
        reverse("clusters:mandate-end", args=[person.pk]),
    ]


def test_whoever_has_a_mandate_reads_and_only_an_administrator_finds_the_deeds(officer, visiting_administrator, year):
    for url in pages_of(year):
        assert officer.get(url).status_code == 200, url
        assert visiting_administrator.get(url).status_code == 200, url
    for url in deeds_on(year):
        assert visiting_administrator.get(url).status_code == 200, url
        assert officer.get(url).status_code == 404, url
        assert officer.post(url).status_code == 404, url


def test_without_a_mandate_there_is_nothing_to_see(officer, nobody, year):
    for url in (year.cluster.get_absolute_url(), year.get_absolute_url()):
        assert officer.get(url).status_code == 200
        assert nobody.get(url).status_code == 404
    listed = reverse("clusters:clusters") + "?nam=2023"
    assert year.cluster.name in officer.get(listed).content.decode()
    assert year.cluster.name not in nobody.get(listed).content.decode()


def test_nobody_reads_without_logging_in(year):
    for url in pages_of(year) + deeds_on(year):
        assert Client().get(url).status_code == 302, url


def test_an_officer_is_offered_no_deed(officer, visiting_administrator, year):
    adding = reverse("clusters:member-add", args=[year.cluster.code])
    assert adding in visiting_administrator.get(year.cluster.get_absolute_url()).content.decode()
    assert adding not in officer.get(year.cluster.get_absolute_url()).content.decode()
    appointing = reverse("clusters:post-appoint", args=[year.cluster.code, year.year])
    assert appointing in visiting_administrator.get(year.get_absolute_url()).content.decode()
    assert appointing not in officer.get(year.get_absolute_url()).content.decode()


@pytest.mark.parametrize(
    ("listed", "queries"),
    [("clusters", 9), ("cluster", 9), ("year", 9), ("organisation", 15), ("organisations", 7)],
)
def test_a_longer_list_asks_no_more(officer, year, listed, queries, django_assert_num_queries):
    organisation = year.posts.get().organisation
    url = {
        "clusters": reverse("clusters:clusters") + "?nam=2023",
        "cluster": year.cluster.get_absolute_url(),
        "year": year.get_absolute_url(),
        "organisation": organisation.get_absolute_url(),
        "organisations": reverse("clusters:organisations"),
    }[listed]
    with django_assert_num_queries(queries):
        officer.get(url)
    for kind in ("deputy", "host_mid_year"):
        member = make_membership(cluster=year.cluster).organisation
        make_post(cluster_year=year, kind=kind, organisation=member)
        make_membership(organisation=organisation, cluster=make_cluster())
        make_post(cluster_year=make_cluster_year(), organisation=organisation)
        make_membership()
    with django_assert_num_queries(queries):
        officer.get(url)
