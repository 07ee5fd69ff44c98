"""Organisations and successions for tests: keyword only, plainly invented names, harmless defaults."""

from itertools import count

from clusters.models import (
    Organisation,
    OrganisationKind,
    Succession,
    SuccessionKind,
)
from emulation.core.text import sort_key
from tests.periods import EVER

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
