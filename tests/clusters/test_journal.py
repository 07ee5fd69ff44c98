"""What the journal says of this app's deeds: in words, with days as offices write them."""

import pytest
from django.utils import translation

from clusters.membership.actions.memberships import correct_membership_period
from clusters.membership.actions.posts import appoint_post
from clusters.models import PostKind
from emulation.core.actor import Actor
from emulation.core.models import AuditEntry
from emulation.desk.journal import told
from tests.clusters.membership.make import make_cluster_year, make_membership
from tests.clusters.people.make import make_administrator
from tests.periods import YEAR_2023


@pytest.mark.django_db
def test_a_post_is_told_without_codes():
    administrator, membership = make_administrator(), make_membership()
    year = make_cluster_year(cluster=membership.cluster)
    appoint_post(
        year,
        kind=PostKind.DEPUTY,
        organisation=membership.organisation,
        during=YEAR_2023,
        source="Biên bản thử",
        actor=administrator,
    )
    with translation.override("en"):
        said = told(AuditEntry.objects.latest("id"), reader=Actor.nobody())
    assert said.changes == (
        "from the day: 01/01/2023",
        "post: Deputy head of the cluster",
        "until before the day: 01/01/2024",
        "source: Biên bản thử",
        f"cluster year: {year}",
    )


@pytest.mark.django_db
def test_yes_and_no_are_words():
    membership = make_membership(verified=False)
    correct_membership_period(
        membership,
        during=membership.during,
        source="",
        verified=True,
        why="Đã đối chiếu",
        actor=make_administrator(),
    )
    with translation.override("en"):
        assert told(AuditEntry.objects.latest("id"), reader=Actor.nobody()).changes == ("verified: no → yes",)
