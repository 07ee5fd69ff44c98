import pytest

from emulation.core.actor import Role
from tests.clusters.organisations.make import make_organisation, make_succession
from tests.clusters.people.make import actor_for, make_mandate, make_user
from tests.periods import MERGER

pytestmark = pytest.mark.django_db


def test_who_approves_for_one_office_and_enters_for_another_approves_for_the_first_and_what_it_came_from():
    predecessor, approved, entered = (make_organisation() for _ in range(3))
    make_succession(predecessor=predecessor, successor=approved, day=MERGER)
    user = make_user()
    make_mandate(user=user, organisation=approved, role=Role.APPROVER)
    make_mandate(user=user, organisation=entered, role=Role.OFFICER)
    actor = actor_for(user=user)
    assert actor.own == {predecessor.pk, approved.pk, entered.pk}
    assert actor.approved == {predecessor.pk, approved.pk}
