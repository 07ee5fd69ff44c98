"""How much an organisation keeps, and that it keeps no more than it may. Counted is what people send in, each file
once; what the house makes of it, as reports, is not. Two that send at one moment may together go over by one file: a
quota guards a disk."""

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal

from django.apps import apps
from django.db import transaction
from django.db.models import Max, Q
from django.utils.translation import gettext as _

from emulation.core.actions.audit import record
from emulation.core.actor import Actor
from emulation.core.errors import Refusal
from emulation.core.models.quota import StorageQuota
from emulation.core.numbers import format_decimal

GIGABYTE = 1000**3
EVERYBODY = 50 * GIGABYTE  # where the operator has said nothing


@dataclass(frozen=True)
class Kept:
    """Rows of `model` (app.Model) that name a file of `size` bytes, kept for `organisation` (columns)."""

    model: str
    organisation: str
    size: str = "size"


COUNTED: list[Kept] = []


def count_in(*kept: Kept) -> None:
    """Each app says at start what is kept in it."""
    COUNTED.extend(kept)


def held(organisation_id: int | None = None) -> dict[int, int]:
    """{organisation: bytes} of those that keep any, or of this one; one question for each kind of row."""
    bytes_of: Counter[int] = Counter()
    for kept in COUNTED:
        rows = apps.get_model(kept.model)._base_manager.exclude(file="")
        if organisation_id is not None:
            rows = rows.filter(**{kept.organisation: organisation_id})
        for whose, _file, size in rows.order_by().values_list(kept.organisation, "file").annotate(Max(kept.size)):
            bytes_of[whose] += size
    return dict(bytes_of)


def most_of(organisation_id: int) -> int:
    rows = StorageQuota.objects.filter(Q(organisation_id=organisation_id) | Q(organisation_id=None))
    said = {row.organisation_id: row.most for row in rows}
    return said.get(organisation_id, said.get(None, EVERYBODY))


def require_room(organisation_id: int, size: int, *, field: str | None = None) -> None:
    """Refuses a file of `size` bytes that the organisation has no room for."""
    most, present = most_of(organisation_id), held(organisation_id).get(organisation_id, 0)
    if present + size > most:
        raise Refusal(
            _(
                "Your organisation keeps %(held)s GB of files of the %(most)s GB that it may keep, so there is no room "
                "for this one and nothing was saved. Ask the system administrator for more room."
            )
            % {"held": in_gigabytes(present), "most": in_gigabytes(most)},
            field=field,
        )


@transaction.atomic
def set_quota(most: int, *, organisation_id: int | None, actor: Actor) -> StorageQuota:
    """For one organisation, or for each that has none of its own. What is kept already stays, however much it is."""
    if most <= 0:
        raise Refusal(_("A quota is more than nothing."))
    quota = StorageQuota.objects.select_for_update().filter(organisation_id=organisation_id).first()
    before = quota.most if quota else None
    quota = quota or StorageQuota(organisation_id=organisation_id)
    quota.most = most
    quota.save()
    record(
        actor, "core.set_quota", quota, before={"bytes": before}, after={"bytes": most}, organisation_id=organisation_id
    )
    return quota


def in_gigabytes(number: int) -> str:
    """As printed: 1,25."""
    return format_decimal(Decimal(number) / GIGABYTE, 2)
