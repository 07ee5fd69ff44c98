"""Two administrators at one record: one deed holds, the other is a sentence, never a broken page."""

from threading import Barrier, Thread

from django.db import connections

from clusters.actions.memberships import add_member
from clusters.actions.posts import appoint_post
from clusters.actions.years import open_cluster_year
from clusters.models import ClusterYear, Membership, Post, PostKind
from emulation.core.errors import Refusal
from tests.make import (
    make_administrator,
    make_cluster,
    make_cluster_year,
    make_membership,
    make_organisation,
)
from tests.periods import EVER, YEAR_2023


def at_once(*deeds):
    """What each gave: its result, or the sentence it was refused with."""
    start, given = Barrier(len(deeds)), [None] * len(deeds)

    def run(place, deed):
        start.wait()
        try:
            given[place] = deed()
        except Refusal as refusal:
            given[place] = str(refusal)
        finally:
            connections.close_all()

    threads = [Thread(target=run, args=pair) for pair in enumerate(deeds)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return given


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
