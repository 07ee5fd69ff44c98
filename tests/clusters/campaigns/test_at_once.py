"""Two officers at the campaigns of one office in the same moment, with real connections."""

import pytest

from clusters.campaigns.actions.campaigns import set_campaign
from tests.at_once import second_while_first
from tests.clusters.campaigns.make import facts, make_office, recorded

pytestmark = pytest.mark.usefixtures("own_database")


def test_two_campaigns_do_not_put_each_other_into_concrete_form():
    city = make_office()
    one, other = recorded(city, name="Phong trào Một"), recorded(city, name="Phong trào Hai")

    def beneath(campaign, parent):
        said = facts(name=campaign.name, parent=parent)
        return lambda: set_campaign(city.organisation, campaign, actor=city.officer, **said)

    assert "cụ thể hóa chính nó" in second_while_first(beneath(one, other), beneath(other, one))
