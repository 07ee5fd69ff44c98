"""Builders for tests: keyword only, one row each, plainly invented names. What is not said gets a harmless default."""

from itertools import count

from clusters.models import (
    Cluster,
    ClusterKind,
    ClusterLevel,
    ClusterYear,
    Mandate,
    Membership,
    Organisation,
    OrganisationKind,
    Post,
    PostKind,
    Succession,
    SuccessionKind,
)
from clusters.people.models.scope import actor_of
from emulation.core.actor import Actor, Role
from emulation.core.models import User
from emulation.core.period import Period
from emulation.core.text import sort_key
from tests.periods import DAY, EVER

PASSWORD = "mat-khau-thu-nghiem-1"
_numbers = count(1)


def make_organisation(
    *,
    name=None,
    code=None,
    kind=OrganisationKind.PROVINCE,
    during=EVER,
    parent=None,
    legal_basis="",
    verified=True,
) -> Organisation:
    number = next(_numbers)
    name = f"Đơn Vị Thử {number}" if name is None else name
    return Organisation.objects.create(
        code=f"T{number}" if code is None else code,
        name=name,
        kind=kind,
        during=during,
        parent=parent,
        legal_basis=legal_basis,
        sort_key=sort_key(name),
        verified=verified,
    )


def make_succession(
    *, predecessor, successor, day, kind=SuccessionKind.MERGE, legal_basis="Nghị quyết thử"
) -> Succession:
    return Succession.objects.create(
        predecessor=predecessor, successor=successor, day=day, kind=kind, legal_basis=legal_basis
    )


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


def make_user(*, username=None, full_name=None, password=PASSWORD, is_active=True, is_staff=False) -> User:
    number = next(_numbers)
    return User.objects.create_user(
        username or f"thu{number}",
        full_name or f"Người Thử {number}",
        password,
        is_active=is_active,
        is_staff=is_staff,
    )


def make_mandate(*, user=None, organisation=None, role=Role.OFFICER, during=EVER) -> Mandate:
    return Mandate.objects.create(
        user=user or make_user(),
        organisation=organisation or make_organisation(),
        role=role,
        during=during,
        legal_basis="Quyết định thử",
    )


def actor_for(*, user=None, role=Role.OFFICER, organisation=None, on=DAY) -> Actor:
    """The Actor of a person who holds `role` for `organisation`; with `user`, of whatever that account holds."""
    if user is None:
        user = make_mandate(organisation=organisation, role=role).user
    return actor_of(user, on=on)


def make_administrator(*, on=DAY) -> Actor:
    board = make_organisation(kind=OrganisationKind.CENTRAL_BOARD)
    return actor_for(role=Role.SYSTEM_ADMINISTRATOR, organisation=board, on=on)
