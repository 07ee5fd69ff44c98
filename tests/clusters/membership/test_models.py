"""What the database itself refuses, whoever asks."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from clusters.models import Cluster, ClusterYear, Membership, Organisation, Post, Succession
from clusters.people.models.scope import actor_of
from emulation.core.actor import Role
from emulation.core.period import Period
from tests.clusters.membership.make import make_cluster, make_cluster_year, make_membership, make_post
from tests.clusters.organisations.make import make_organisation, make_succession
from tests.clusters.people.make import make_mandate
from tests.periods import BEFORE_MERGER, DAY, EVER, FIRST_HALF_2023, MERGER, SINCE_MERGER, YEAR_2023

pytestmark = pytest.mark.django_db


def refused(make, constraint):
    def attempt():
        with transaction.atomic():
            make()
            connection.check_constraints()

    with pytest.raises(IntegrityError) as error:
        attempt()
    assert constraint in str(error.value)


def test_a_code_belongs_to_one_body_a_day_and_returns_after_a_merger():
    make_organisation(code="T24", during=BEFORE_MERGER)
    make_organisation(code="T24", during=SINCE_MERGER)
    refused(lambda: make_organisation(code="T24", during=YEAR_2023), "organisation_code_once_a_day")


def test_a_body_sits_in_one_cluster_of_an_owner_at_a_time():
    first = make_membership(during=BEFORE_MERGER)
    second = make_cluster(owner=first.cluster.owner)
    refused(
        lambda: make_membership(cluster=second, organisation=first.organisation, during=YEAR_2023),
        "membership_one_cluster_of_an_owner",
    )
    make_membership(cluster=second, organisation=first.organisation, during=SINCE_MERGER)
    make_membership(organisation=first.organisation, during=YEAR_2023)


def test_a_membership_cannot_lie_about_its_owner():
    cluster, other = make_cluster(), make_organisation()
    refused(
        lambda: Membership.objects.create(cluster=cluster, owner=other, organisation=make_organisation(), during=EVER),
        "membership_owner_is_the_clusters",
    )


def test_one_holder_of_a_post_at_a_time():
    post = make_post()
    refused(lambda: make_post(cluster_year=post.cluster_year), "post_held_by_one")
    make_post(cluster_year=post.cluster_year, kind="deputy")


def test_a_mandate_is_not_held_twice_at_once():
    held = make_mandate()
    refused(lambda: make_mandate(user=held.user, organisation=held.organisation), "mandate_once")
    make_mandate(user=held.user, organisation=held.organisation, role=Role.APPROVER)


@pytest.mark.parametrize(
    ("make", "constraint"),
    [
        (lambda: make_organisation(kind="kingdom"), "organisation_kind_known"),
        (lambda: make_cluster(level="world"), "cluster_level_known"),
        (lambda: make_cluster(kind="heap"), "cluster_kind_known"),
        (lambda: make_post(kind="king"), "post_kind_known"),
        (lambda: make_mandate(role="king"), "mandate_role_known"),
        (lambda: make_cluster_year(year=1234), "cluster_year_in_range"),
    ],
)
def test_keys_outside_the_lists_are_refused(make, constraint):
    refused(make, constraint)


def test_a_body_does_not_succeed_itself():
    body = make_organisation()
    refused(lambda: make_succession(predecessor=body, successor=body, day=MERGER), "succession_between_two")


@pytest.mark.parametrize("model", [Organisation, Membership, Post, ClusterYear, Succession])
def test_what_a_person_can_run_into_has_a_sentence(model):
    spoken = ("organisation_code_once_a_day", "membership_one", "post_held", "cluster_year_once", "between_two")
    messages = [
        str(constraint.get_violation_error_message())
        for constraint in model._meta.constraints
        if any(name in constraint.name for name in spoken)
    ]
    assert messages
    assert not any("Constraint" in message or "%(" in message for message in messages)


def test_the_sentence_reaches_whoever_validates():
    first = make_membership()
    twin = Membership(cluster=first.cluster, owner=first.owner, organisation=first.organisation, during=YEAR_2023)
    with pytest.raises(ValidationError) as error:
        twin.validate_constraints()
    assert "Constraint" not in str(error.value)


def test_clusters_list_and_lineage_reach_the_right_rows():
    old, new = make_organisation(during=BEFORE_MERGER), make_organisation(during=SINCE_MERGER)
    make_succession(predecessor=old, successor=new, day=MERGER)
    year = make_cluster_year(cluster=make_membership(organisation=old, during=BEFORE_MERGER).cluster)
    make_post(cluster_year=year, organisation=old)
    actor = actor_of(make_mandate(organisation=new).user, on=MERGER)
    assert actor.own == {old.pk, new.pk}
    assert year.pk in actor.headed
    assert year.pk in actor.joined
    before = actor_of(make_mandate(organisation=old).user, on=DAY)
    assert before.own == {old.pk}


def test_clusters_with_their_year():
    year = make_cluster_year()
    make_membership(cluster=year.cluster, during=BEFORE_MERGER)
    make_membership(cluster=year.cluster, during=SINCE_MERGER)
    found = Cluster.objects.in_year(2023).with_year(2023).get(pk=year.cluster_id)
    assert (found.member_count, found.opened) == (1, [year])
    assert Cluster.objects.with_year(2025).get(pk=year.cluster_id).member_count == 2
    assert Cluster.objects.with_year(2026).get(pk=year.cluster_id).opened == []


def test_years_without_a_head():
    headed, headless = make_post().cluster_year, make_post(kind="deputy").cluster_year
    waiting = ClusterYear.objects.without_head()
    assert headless in waiting
    assert headed not in waiting


def test_the_cluster_of_a_year_is_where_the_unit_sits_on_its_reference_day():
    unit = make_organisation(during=BEFORE_MERGER)
    first = make_membership(organisation=unit, during=FIRST_HALF_2023)
    second = make_membership(
        cluster=make_cluster(owner=first.cluster.owner),
        organisation=unit,
        during=Period(FIRST_HALF_2023.end, MERGER),
    )
    elsewhere = make_membership(organisation=unit, during=YEAR_2023)
    of_year = Membership.objects.of_year
    assert set(of_year(unit, 2023)) == {second, elsewhere}
    assert set(of_year(unit, 2025)) == {second}
    assert not of_year(unit, 2022).exists()
    assert not of_year(unit, 2026).exists()


def test_posts_stand_by_rank_and_then_by_time():
    year = make_cluster_year()
    second_head = make_post(cluster_year=year, during=Period.half_year(2023, 2))
    host = make_post(cluster_year=year, kind="host_mid_year")
    deputy = make_post(cluster_year=year, kind="deputy")
    first_head = make_post(cluster_year=year, during=FIRST_HALF_2023)
    assert list(year.posts.ranked()) == [first_head, second_head, deputy, host]
