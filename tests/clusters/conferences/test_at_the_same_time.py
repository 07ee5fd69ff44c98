"""Two officers at one conference in the same moment: one deed holds, the other is a sentence."""

from functools import partial

from clusters.conferences.actions.conferences import plan_conference
from clusters.conferences.actions.parts import drop_item
from clusters.models import Conference, ConferenceItem
from tests.at_once import at_once
from tests.clusters.conferences.make import FACTS, planned
from tests.clusters.figures.make import make_two_cities
from tests.periods import DAY


def test_two_officers_planning_at_once_plan_one(own_database, settings):
    settings.DEMONSTRATION_DAY = DAY
    year, head, _member = make_two_cities()
    given = at_once(*[partial(plan_conference, year, actor=head.officer, **FACTS)] * 2)
    assert sorted(type(one) is str for one in given) == [False, True]
    assert Conference.objects.count() == 1


def test_two_officers_taking_the_same_point_off_take_it_once(own_database, settings):
    settings.DEMONSTRATION_DAY = DAY
    year, head, _member = make_two_cities()
    item = planned(year, head).items.select_related("conference__cluster_year").get()
    given = at_once(*[partial(drop_item, item, actor=head.officer)] * 2)
    assert [one for one in given if type(one) is str] != []
    assert not ConferenceItem.objects.exists()
