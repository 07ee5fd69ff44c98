"""What each page shows, and to whom."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from clusters.models import Campaign, CampaignAlias, ClusterYear, Mandate, Membership, Post
from emulation.core import clock
from emulation.core.actor import Role
from emulation.core.models import AuditEntry, User
from emulation.core.period import Period
from tests.make import (
    PASSWORD,
    make_cluster,
    make_cluster_year,
    make_mandate,
    make_membership,
    make_organisation,
    make_post,
    make_succession,
    make_user,
)
from tests.periods import BEFORE_MERGER, FIRST_HALF_2023, MERGER, SINCE_MERGER, YEAR_2023

pytestmark = pytest.mark.django_db


def signed_in(role, organisation=None):
    client = Client(headers={"accept-language": "en"})
    client.force_login(
        make_mandate(role=role, organisation=organisation).user, "django.contrib.auth.backends.ModelBackend"
    )
    return client


@pytest.fixture
def officer(db):
    return signed_in(Role.OFFICER)


@pytest.fixture
def administrator(db):
    return signed_in(Role.SYSTEM_ADMINISTRATOR, make_organisation(kind="central_board"))


@pytest.fixture
def nobody(db):
    client = Client(headers={"accept-language": "en"})
    client.force_login(make_user(), "django.contrib.auth.backends.ModelBackend")
    return client


@pytest.fixture
def year(db):
    membership = make_membership()
    found = make_cluster_year(cluster=membership.cluster)
    make_post(cluster_year=found, organisation=membership.organisation)
    return found


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
        reverse("clusters:year-open", args=[code]),
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


def test_whoever_has_a_mandate_reads_and_only_an_administrator_finds_the_deeds(officer, administrator, year):
    for url in pages_of(year):
        assert officer.get(url).status_code == 200, url
        assert administrator.get(url).status_code == 200, url
    for url in deeds_on(year):
        assert administrator.get(url).status_code == 200, url
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


def test_an_officer_is_offered_no_deed(officer, administrator, year):
    adding = reverse("clusters:member-add", args=[year.cluster.code])
    assert adding in administrator.get(year.cluster.get_absolute_url()).content.decode()
    assert adding not in officer.get(year.cluster.get_absolute_url()).content.decode()
    appointing = reverse("clusters:post-appoint", args=[year.cluster.code, year.year])
    assert appointing in administrator.get(year.get_absolute_url()).content.decode()
    assert appointing not in officer.get(year.get_absolute_url()).content.decode()


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


def test_the_year_shows_who_came_and_who_left(officer, year):
    leaving = make_membership(cluster=year.cluster, during=Period(None, date(2023, 7, 1))).organisation
    page = officer.get(year.get_absolute_url())
    assert [(event.change, event.who) for event in page.context["events"]] == [
        ("took_post", year.posts.get().organisation.name),
        ("left", leaving.name),
    ]
    assert "01/07/2023" in page.content.decode()


def test_a_post_not_recorded_leads_to_its_form_already_filled(administrator, year):
    appointing = reverse("clusters:post-appoint", args=[year.cluster.code, year.year]) + "?chuc-vu=deputy"
    assert appointing in administrator.get(year.get_absolute_url()).content.decode()
    form = administrator.get(appointing).context["form"]
    assert form["kind"].value() == "deputy"
    assert form["first_day"].value() == "01/01/2023"


def test_a_closed_year_offers_no_deed(administrator, year):
    ClusterYear.objects.filter(pk=year.pk).update(closed_on=date(2024, 3, 14))
    page = administrator.get(year.get_absolute_url()).content.decode()
    assert "14/03/2024" in page
    assert reverse("clusters:post-appoint", args=[year.cluster.code, year.year]) not in page


def test_a_province_through_time_shows_what_came_before_and_after(officer):
    old, new = make_organisation(during=BEFORE_MERGER), make_organisation(during=SINCE_MERGER)
    make_succession(predecessor=old, successor=new, day=MERGER, legal_basis="Nghị quyết số 1/THU")
    membership = make_membership(organisation=old, during=BEFORE_MERGER)
    for one in (old, new):
        page = officer.get(one.get_absolute_url()).content.decode()
        assert old.name in page
        assert new.name in page
        assert "Nghị quyết số 1/THU" in page
    assert membership.cluster.name in officer.get(new.get_absolute_url()).content.decode()


def test_organisations_of_a_day_are_found_without_accents_and_by_code(officer):
    old = make_organisation(name="Xứ Đoài Thử", code="X9", during=BEFORE_MERGER)
    listed = reverse("clusters:organisations")
    for search in ("xu doai", "X9", "ĐOÀI"):
        page = officer.get(listed, {"q": search, "ngay": "30/06/2025"})
        assert [row.pk for row in page.context["rows"]] == [old.pk], search
    page = officer.get(listed, {"q": "xu doai", "ngay": "01/07/2025"})
    assert page.context["rows"] == []
    assert "01/07/2025" in page.content.decode()


def test_a_day_that_is_none_is_said_and_nothing_is_lost(officer):
    page = officer.get(reverse("clusters:organisations"), {"q": "ha", "ngay": "31/02/2025"})
    assert page.status_code == 200
    assert "31/02/2025" in page.content.decode()
    assert page.context["day"] == clock.today()


def test_a_campaign_is_found_under_any_of_its_names(officer):
    campaign = Campaign.objects.create(
        name="Phong trào Thử", name_key="phong trao thu", initiator="Đơn vị thử", during=YEAR_2023
    )
    CampaignAlias.objects.create(campaign=campaign, name="Tên Khác Hẳn", name_key="ten khac han")
    for search in ("Phong trào thử", "ten khac"):
        page = officer.get(reverse("clusters:campaigns"), {"q": search})
        assert campaign in page.context["rows"]
    assert campaign not in officer.get(reverse("clusters:campaigns"), {"q": "không có"}).context["rows"]


@pytest.mark.parametrize(
    ("listed", "queries"),
    [("clusters", 10), ("cluster", 10), ("year", 10), ("organisation", 13), ("organisations", 8)],
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


def test_more_accounts_ask_no_more(administrator, django_assert_num_queries):
    listed = reverse("clusters:accounts")
    for _ in range(2):
        with django_assert_num_queries(6):
            administrator.get(listed)
        for _ in range(2):
            make_mandate()


def test_an_administrator_adds_a_member_through_the_page(administrator):
    cluster, unit = make_cluster(), make_organisation()
    url = reverse("clusters:member-add", args=[cluster.code])
    said = {"organisation": unit.pk, "first_day": "1/1/2023", "last_day": "31/12/2023", "verified": "on"}
    answer = administrator.post(url, said)
    assert answer.url == cluster.get_absolute_url()
    assert Membership.objects.get(cluster=cluster).during == YEAR_2023


def test_a_refusal_is_a_sentence_on_the_page_and_typing_is_kept(administrator):
    first = make_membership()
    second = make_cluster(owner=first.cluster.owner)
    url = reverse("clusters:member-add", args=[second.code])
    answer = administrator.post(
        url, {"organisation": first.organisation_id, "first_day": "01/01/2023", "source": "Quyết định thử"}
    )
    assert answer.status_code == 422
    assert first.cluster.name in answer.content.decode()
    assert "Quyết định thử" in answer.content.decode()
    assert not second.memberships.exists()


def test_days_upside_down_are_said_at_the_last_day(administrator):
    cluster, unit = make_cluster(), make_organisation()
    answer = administrator.post(
        reverse("clusters:member-add", args=[cluster.code]),
        {"organisation": unit.pk, "first_day": "01/01/2024", "last_day": "31/12/2023"},
    )
    assert answer.status_code == 422
    assert "last_day" in answer.context["form"].errors


def test_an_administrator_gives_a_year_its_head_through_the_pages(administrator):
    membership = make_membership()
    cluster = membership.cluster
    opened = administrator.post(reverse("clusters:year-open", args=[cluster.code]), {"year": "2023"})
    assert opened.url == reverse("clusters:cluster-year", args=[cluster.code, 2023])
    administrator.post(
        reverse("clusters:post-appoint", args=[cluster.code, 2023]),
        {
            "kind": "head",
            "organisation": membership.organisation_id,
            "first_day": "01/01/2023",
            "last_day": "31/12/2023",
        },
    )
    assert Post.objects.get(cluster_year__cluster=cluster).during == YEAR_2023


def test_a_named_account_and_its_mandate_through_the_pages(administrator):
    unit = make_organisation()
    made = administrator.post(
        reverse("clusters:account-create"),
        {"full_name": "Người Thử Mới", "username": "thumoi", "password": "mot-mat-khau-dai"},
    )
    person = User.objects.get(username="thumoi")
    assert made.url == reverse("clusters:account", args=[person.pk])
    assert person.check_password("mot-mat-khau-dai")
    administrator.post(
        reverse("clusters:mandate-grant", args=[person.pk]),
        {"role": "officer", "organisation": unit.pk, "first_day": "01/01/2023", "legal_basis": "QĐ thử"},
    )
    mandate = Mandate.objects.get(user=person)
    assert (mandate.role, mandate.organisation_id) == ("officer", unit.pk)
    administrator.post(
        reverse("clusters:mandate-end", args=[mandate.pk]), {"last_day": "31/12/2023", "why": "Chuyển công tác"}
    )
    mandate.refresh_from_db()
    assert mandate.during == YEAR_2023
    assert PASSWORD not in str(list(AuditEntry.objects.values_list("after", flat=True)))
    assert "mot-mat-khau-dai" not in str(list(AuditEntry.objects.values_list("after", flat=True)))
