"""Campaigns and their names."""

import pytest
from django.urls import reverse

from clusters.models import Campaign, CampaignAlias
from tests.clusters.people.visitors import an_officer
from tests.periods import YEAR_2023

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer(db):
    return an_officer()


def test_a_campaign_is_found_under_any_of_its_names(officer):
    campaign = Campaign.objects.create(
        name="Phong trào Thử", name_key="phong trao thu", initiator="Đơn vị thử", during=YEAR_2023
    )
    CampaignAlias.objects.create(campaign=campaign, name="Tên Khác Hẳn", name_key="ten khac han")
    for search in ("Phong trào thử", "ten khac"):
        page = officer.get(reverse("clusters:campaigns"), {"q": search})
        assert campaign in page.context["rows"]
    assert campaign not in officer.get(reverse("clusters:campaigns"), {"q": "không có"}).context["rows"]
