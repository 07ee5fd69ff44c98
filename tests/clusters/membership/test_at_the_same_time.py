"""Two administrators at one record: one deed holds, the other is a sentence, never a broken page."""

from datetime import timedelta
from functools import partial

import pytest

from clusters.membership.actions.memberships import add_member
from clusters.membership.actions.posts import appoint_post
from clusters.membership.actions.years import open_cluster_year
from clusters.models import ClusterYear, Mandate, MandateRole, Membership, OrganisationKind, Post, PostKind
from clusters.people.actions import end_mandate, suspend_person
from emulation.core.actor import Role
from tests.at_once import at_once
from tests.clusters.membership.make import make_cluster, make_cluster_year, make_membership
from tests.clusters.organisations.make import make_organisation
from tests.clusters.people.make import actor_for, make_administrator, make_mandate
from tests.periods import DAY, EVER, YEAR_2023


def test_a_unit_added_to_two_clusters_at_once_sits_in_one(own_database):
    administrator, unit, first = make_administrator(), make_organisation(), make_cluster()
    second = make_cluster(owner=first.owner)
    given = at_once(
        *(
            lambda cluster=cluster: add_member(cluster, organisation=unit, during=EVER, actor=administrator)
            for cluster in (first, second)
        )
    )
    assert Membership.objects.filter(organisation=unit).count() == 1
    assert sorted(type(one) is str for one in given) == [False, True]


def test_two_heads_recorded_at_once_are_one(own_database):
    administrator, year = make_administrator(), make_cluster_year()
    units = [make_membership(cluster=year.cluster).organisation for _ in range(2)]
    given = at_once(
        *(
            lambda unit=unit: appoint_post(
                year, kind=PostKind.HEAD, organisation=unit, during=YEAR_2023, actor=administrator
            )
            for unit in units
        )
    )
    assert Post.objects.filter(cluster_year=year).count() == 1
    assert sorted(type(one) is str for one in given) == [False, True]


def test_a_year_opened_twice_at_once_is_one(own_database):
    administrator, cluster = make_administrator(), make_cluster()
    given = at_once(*[lambda: open_cluster_year(cluster, year=2023, actor=administrator)] * 2)
    assert ClusterYear.objects.filter(cluster=cluster).count() == 1
    assert sorted(type(one) is str for one in given) == [False, True]


def suspend(held, actor):
    return suspend_person(held.user, why="thử", on=DAY, actor=actor)


def end(held, actor):
    return end_mandate(held, last_day=DAY, why="thử", on=DAY, actor=actor)


@pytest.mark.parametrize(("first", "second"), [(suspend, suspend), (end, end), (suspend, end)])
def test_two_administrators_never_send_each_other_home(own_database, first, second):
    """Several rounds: who comes first, and by how much, is the machine's choice."""
    board = make_organisation(kind=OrganisationKind.CENTRAL_BOARD)
    for _ in range(5):
        here, there = (make_mandate(organisation=board, role=Role.SYSTEM_ADMINISTRATOR) for _ in range(2))
        given = at_once(
            partial(first, there, actor_for(user=here.user)), partial(second, here, actor_for(user=there.user))
        )
        left = Mandate.objects.filter(role=MandateRole.SYSTEM_ADMINISTRATOR, user__is_active=True)
        assert left.on(DAY + timedelta(days=1)).count() == 1
        assert sorted(type(one) is str for one in given) == [False, True]
        left.delete()
