"""Accounts, mandates and actors for tests: keyword only, harmless defaults."""

from itertools import count

from clusters.models import (
    Mandate,
    OrganisationKind,
)
from clusters.people.models.scope import actor_of
from emulation.core.actor import Actor, Role
from emulation.core.models import User
from tests.clusters.organisations.make import make_organisation
from tests.periods import DAY, EVER

PASSWORD = "mat-khau-thu-nghiem-1"
_numbers = count(1)


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
