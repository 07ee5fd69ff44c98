"""Who heads a cluster year when the head is replaced within it (docs/adr/0007): one at a time, never nobody."""

from datetime import date

import pytest

from clusters.figures.actions.sheets import SHEET
from clusters.membership.actions.posts import appoint_post, end_post
from clusters.membership.models.heads import head_on
from clusters.models import FigureSheet, PostKind
from clusters.people.models.scope import actor_of
from emulation.core.actions.walk import may_walk
from emulation.core.actor import Role
from emulation.core.period import Period
from tests.clusters.membership.make import make_cluster_year, make_membership, make_post
from tests.clusters.people.make import make_mandate
from tests.periods import DAY, FIRST_HALF_2023, YEAR_2023

pytestmark = pytest.mark.django_db
SECOND_HALF_2023 = Period.half_year(2023, 2)


def appoint(year, unit, administrator, during=YEAR_2023):
    return appoint_post(year, kind=PostKind.HEAD, organisation=unit, during=during, actor=administrator)


def test_a_replaced_head_has_no_more_rights_than_any_member(administrator, membership, year):
    first, other = membership.organisation, make_membership(cluster=membership.cluster).organisation
    post = appoint(year, first, administrator)
    officers = [make_mandate(organisation=one).user for one in (first, other)]

    def heads(on):
        actors = [actor_of(officer, on=on) for officer in officers]
        assert all(year.pk in actor.joined for actor in actors)
        held = [one for one, actor in zip((first, other), actors, strict=True) if year.pk in actor.headed]
        assert held == [head_on(year, on)]
        return held

    end_post(post, last_day=date(2023, 6, 30), why="Chuyển giao", actor=administrator)
    assert heads(date(2023, 7, 20)) == [first]  # nobody follows yet
    appoint(year, other, administrator, during=Period(date(2023, 8, 1), date(2024, 1, 1)))
    assert heads(date(2023, 6, 30)) == [first]
    assert heads(date(2023, 7, 31)) == [first]
    assert heads(date(2023, 8, 1)) == [other]
    assert heads(date(2024, 2, 1)) == [other]


def test_before_its_first_term_a_year_is_prepared_by_the_head_to_come(administrator, membership, year):
    later = make_membership(cluster=membership.cluster).organisation
    appoint(year, later, administrator, during=SECOND_HALF_2023)
    appoint(year, membership.organisation, administrator, during=FIRST_HALF_2023)
    assert head_on(year, date(2022, 12, 20)) == membership.organisation
    assert head_on(make_cluster_year(), DAY) is None


def test_a_term_without_a_first_day_counts_as_begun(membership, year):
    make_post(cluster_year=year, organisation=membership.organisation, during=Period(None, date(2023, 7, 1)))
    assert head_on(year, date(2022, 1, 1)) == membership.organisation
    assert head_on(year, date(2023, 9, 1)) == membership.organisation


def test_who_enters_for_the_new_head_and_approves_for_the_old_one_approves_nothing_as_head(membership, year):
    old, new = membership.organisation, make_membership(cluster=membership.cluster).organisation
    make_post(cluster_year=year, organisation=old, during=FIRST_HALF_2023)
    make_post(cluster_year=year, organisation=new, during=SECOND_HALF_2023)
    person = make_mandate(organisation=new, role=Role.OFFICER).user
    make_mandate(user=person, organisation=old, role=Role.APPROVER)
    approving = {on: year.pk in actor_of(person, on=on).headed_approved for on in (date(2023, 6, 1), DAY)}
    assert approving == {date(2023, 6, 1): True, DAY: False}
    now = actor_of(person, on=DAY)
    assert year.pk in now.headed
    sheet_of_the_cluster = FigureSheet.objects.create(cluster_year=year, half=1)
    assert may_walk(SHEET, sheet_of_the_cluster, "submit", actor=now)
    assert not may_walk(SHEET, sheet_of_the_cluster, "approve", actor=now)
    own_approver = make_mandate(organisation=new, role=Role.APPROVER).user
    assert may_walk(SHEET, sheet_of_the_cluster, "approve", actor=actor_of(own_approver, on=DAY))
