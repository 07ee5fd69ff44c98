"""Clusters, memberships, years and posts for tests: keyword only, harmless defaults."""

from datetime import date
from itertools import count

from clusters.membership.models.heads import with_heads
from clusters.models import (
    Cluster,
    ClusterKind,
    ClusterLevel,
    ClusterYear,
    Membership,
    OrganisationKind,
    Post,
    PostKind,
)
from emulation.core.period import Period
from tests.clusters.organisations.make import make_organisation
from tests.periods import EVER

_numbers = count(1)


def make_cluster(
    *,
    name=None,
    code=None,
    owner=None,
    level=ClusterLevel.CENTRAL,
    kind=ClusterKind.CUM,
    during=EVER,
    verified=True,
) -> Cluster:
    number = next(_numbers)
    return Cluster.objects.create(
        code=f"CUM_{number}" if code is None else code,
        name=f"Cụm thi đua thử {number}" if name is None else name,
        owner=owner or make_organisation(kind=OrganisationKind.CENTRAL_COUNCIL),
        level=level,
        kind=kind,
        during=during,
        verified=verified,
    )


def all_with_heads(on: date) -> dict[int, ClusterYear]:
    """Every open year with who heads it on that day, as duties are asked with."""
    years = ClusterYear.objects.open().select_related("cluster")
    return {one.pk: one for one in with_heads(years, on)}


def make_membership(*, cluster=None, organisation=None, during=EVER, verified=True) -> Membership:
    cluster = cluster or make_cluster()
    return Membership.objects.create(
        cluster=cluster,
        owner_id=cluster.owner_id,
        organisation=organisation or make_organisation(),
        during=during,
        verified=verified,
    )


def make_cluster_year(*, cluster=None, year=2023, supervisor_office="", closed_on=None) -> ClusterYear:
    return ClusterYear.objects.create(
        cluster=cluster or make_cluster(), year=year, supervisor_office=supervisor_office, closed_on=closed_on
    )


def make_post(*, cluster_year=None, kind=PostKind.HEAD, organisation=None, during=None) -> Post:
    """Held the whole calendar year unless `during` is given; makes no membership."""
    cluster_year = cluster_year or make_cluster_year()
    return Post.objects.create(
        cluster_year=cluster_year,
        kind=kind,
        organisation=organisation or make_organisation(),
        during=during or Period.year(cluster_year.year),
    )
