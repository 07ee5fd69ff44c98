from collections import Counter
from datetime import date

import pytest

from clusters.campaigns.actions.campaigns import set_campaign
from clusters.campaigns.actions.striking_out import strike_out_campaign
from clusters.campaigns.rules.terms import CampaignLevel
from clusters.models import (
    Campaign,
    CampaignAlias,
    Cluster,
    ClusterYear,
    Mandate,
    Membership,
    Organisation,
    Post,
    Succession,
    SuccessionKind,
)
from clusters.organisations.models.lineage import lineage
from clusters.organisations.rules.lineage import ancestors
from clusters.reference.actions import load_reference, rows
from emulation.core.actor import Actor, Role
from emulation.core.models import AuditEntry
from emulation.core.period import Period
from tests.clusters.campaigns.make import facts
from tests.clusters.people.make import actor_for
from tests.periods import MERGER

pytestmark = pytest.mark.django_db
LAST_DAY_OF_63 = date(2025, 6, 30)
MEMBERS_2023 = {
    "CUM_5TP": 5,
    "CUM_BGPB": 7,
    "CUM_TDMNPB": 7,
    "CUM_DBSH": 9,
    "CUM_BTB": 6,
    "CUM_TNDHMT": 10,
    "CUM_DNB": 7,
    "CUM_TNB": 12,
}


@pytest.fixture
def loaded(db):
    """Into an empty house, whatever the test database was born with."""
    for model in (
        Post,
        ClusterYear,
        Membership,
        Cluster,
        CampaignAlias,
        Campaign,
        Succession,
        Mandate,
        Organisation,
    ):
        model.objects.all().delete()
    return load_reference(Actor.system("test"))


def test_every_province_of_the_63_sat_in_one_of_eight_clusters(loaded):
    on = date(2023, 7, 10)
    sizes = Counter(Membership.objects.on(on).values_list("cluster__code", flat=True))
    assert sizes == MEMBERS_2023
    assert sum(sizes.values()) == 63
    seated = set(Membership.objects.on(on).values_list("organisation_id", flat=True))
    assert seated == set(Organisation.objects.provinces().on(on).values_list("pk", flat=True))


def test_63_provinces_until_the_merger_and_34_from_that_day(loaded):
    provinces = Organisation.objects.provinces()
    assert provinces.on(LAST_DAY_OF_63).count() == 63
    assert provinces.on(MERGER).count() == 34


def test_a_code_means_another_province_after_the_merger(loaded):
    assert Organisation.objects.coded("24", LAST_DAY_OF_63).get().name == "Bắc Giang"
    assert Organisation.objects.coded("24", MERGER).get().name == "Bắc Ninh"
    assert Organisation.objects.coded("27", LAST_DAY_OF_63).get().name == "Bắc Ninh"
    assert not Organisation.objects.coded("27", MERGER).exists()


def test_52_provinces_merged_and_hue_was_raised(loaded):
    assert Succession.objects.filter(kind=SuccessionKind.MERGE).count() == 52
    raised = Succession.objects.get(kind=SuccessionKind.RENAME)
    assert (raised.predecessor.name, raised.successor.name) == ("Thừa Thiên Huế", "Huế")


def test_a_province_of_the_34_descends_from_those_it_merged(loaded):
    can_tho = Organisation.objects.coded("92", MERGER).get()
    names = Organisation.objects.filter(pk__in=ancestors([can_tho.pk], lineage())).values_list("name", flat=True)
    assert sorted(names) == ["Cần Thơ", "Cần Thơ", "Hậu Giang", "Sóc Trăng"]


def test_every_province_that_ended_has_a_successor_that_began_that_day(loaded):
    ended = Organisation.objects.provinces().filter(during__endswith__isnull=False)
    assert ended.count() == 53
    for province in ended.prefetch_related("succeeded_by__successor"):
        (link,) = province.succeeded_by.all()
        assert province.during.end == link.day == link.successor.during.start


def test_what_no_paper_lists_is_marked_unverified(loaded):
    unsure = Membership.objects.on(date(2023, 7, 10)).filter(verified=False)
    assert Counter(unsure.values_list("cluster__code", flat=True)) == {
        "CUM_DBSH": 7,
        "CUM_TNB": 8,
        "CUM_DNB": 1,
    }
    assert not unsure.filter(source="").exists()


def test_hue_is_left_to_an_administrator_because_two_papers_disagree(loaded):
    hue = Organisation.objects.coded("46", date(2025, 3, 1)).get()
    assert hue.name == "Huế"
    assert not hue.memberships.exists()
    assert "Huế" in Cluster.objects.get(code="CUM_TPTTTW").source


def test_posts_that_papers_name(loaded):
    posts = Post.objects.values_list("cluster_year__cluster__code", "cluster_year__year", "kind", "organisation__name")
    assert set(posts) == {
        ("CUM_5TP", 2023, "head", "Cần Thơ"),
        ("CUM_5TP", 2023, "host_mid_year", "Cần Thơ"),
        ("CUM_5TP", 2019, "deputy", "Hà Nội"),
        ("CUM_5TP", 2019, "host_mid_year", "Hà Nội"),
        ("CUM_TNDHMT", 2022, "host_year_end", "Đắk Lắk"),
        ("CUM_TNB", 2019, "host_mid_year", "Kiên Giang"),
    }
    assert ClusterYear.objects.count() == 4


def test_campaigns_with_the_names_papers_print(loaded):
    assert Campaign.objects.count() == len(rows("campaigns.csv")) == 21
    countryside = Campaign.objects.get(name__startswith="Cả nước chung sức")
    assert countryside.aliases.count() == 2
    assert Campaign.objects.get(name="Chính quyền số").initiator_organisation.name == "Thành phố Hồ Chí Minh"


def test_a_campaign_under_a_short_name_gets_the_full_one_and_keeps_the_short_as_an_alias(loaded):
    campaign = Campaign.objects.get(name__startswith="Cả nước chung sức")
    full, key = campaign.name, campaign.name_key
    Campaign.objects.filter(pk=campaign.pk).update(name="Xây dựng nông thôn mới", name_key="xay dung nong thon moi")
    load_reference(Actor.system("test"))
    campaign.refresh_from_db()
    assert (campaign.name, campaign.name_key) == (full, key)
    assert campaign.aliases.filter(name_key="xay dung nong thon moi").count() == 1


def test_a_name_that_the_board_put_right_stays_and_brings_no_second_campaign(loaded):
    campaign = Campaign.objects.get(name__startswith="Cả nước chung sức")
    official, number = campaign.name, Campaign.objects.count()
    for name in ("Tên do Ban sửa", "xây dựng nông thôn mới"):
        said = facts(name=name, aliases=[official], level=CampaignLevel.STATE, why="Tên đúng")
        set_campaign(None, campaign, actor=actor_for(role=Role.CENTRAL_REVIEWER), **said)
        load_reference(Actor.system("test"))
        campaign.refresh_from_db()
        assert (campaign.name, Campaign.objects.count()) == (name, number)
        assert campaign.aliases.filter(name=official).exists()
        assert not campaign.aliases.filter(name=name).exists()


def test_a_campaign_that_was_struck_out_does_not_come_back_and_may_be_recorded_anew(loaded):
    campaign, central = Campaign.objects.filter(level="state").first(), actor_for(role=Role.CENTRAL_REVIEWER)
    strike_out_campaign(campaign, why="Nhầm", actor=central)
    load_reference(Actor.system("test"))
    named = Campaign.objects.filter(name_key=campaign.name_key)
    assert not named.standing().exists()
    set_campaign(None, None, actor=central, **facts(name=campaign.name, level=CampaignLevel.STATE))
    load_reference(Actor.system("test"))
    assert (named.standing().count(), named.count()) == (1, 2)


def test_a_campaign_of_a_province_without_days_bears_the_period_its_paper_speaks_of_once_loaded_again_too(loaded):
    undated = Campaign.objects.filter(initiator_organisation__isnull=False, during=Period(None, None))
    days = dict(undated.values_list("pk", "recorded_on"))
    assert len(days) == 12
    assert all(days.values())
    undated.update(recorded_on=None)
    corrected = undated.first()
    undated.filter(pk=corrected.pk).update(recorded_on=date(2022, 5, 4))
    assert load_reference(Actor.system("test")) == {"campaign_first_told": 11}
    assert dict(undated.values_list("pk", "recorded_on")) == days | {corrected.pk: date(2022, 5, 4)}


def test_a_second_load_adds_nothing_and_says_nothing_in_the_journal(loaded):
    assert loaded["organisations"] == 89
    entries = AuditEntry.objects.filter(verb="clusters.load_reference")
    assert entries.latest("id").after["added"] == loaded
    before = entries.count()
    assert load_reference(Actor.system("test")) == {}
    assert entries.count() == before


def test_what_an_administrator_corrected_stays_corrected(loaded):
    Cluster.objects.filter(code="CUM_TNB").update(name="Cụm đã sửa tên")
    load_reference(Actor.system("test"))
    assert Cluster.objects.get(code="CUM_TNB").name == "Cụm đã sửa tên"
