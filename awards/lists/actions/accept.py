"""The good rows of a checked list go into the register: all of them in one transaction, or none."""

from collections.abc import Callable

from django.db import transaction
from django.utils.translation import gettext as _

from awards.lists.actions import staging
from awards.lists.actions.check import outcome
from awards.lists.actions.rights import case_of, hand_to_worker, locked, refuse_stranger, refuse_unless_open
from awards.lists.models.batch import HonourBatch
from awards.register.actions.same import lock_register_of
from emulation.core import clock
from emulation.core.actions.audit import record
from emulation.core.actor import Actor
from emulation.core.errors import Refusal


@transaction.atomic
def order_acceptance(
    batch: HonourBatch, *, refused_seen: int | None, repeated_seen: int | None, actor: Actor
) -> HonourBatch:
    """`*_seen`: the numbers the person confirmed; they must be the list's own when the worker writes, too."""
    refuse_stranger(actor, batch.organisation_id)
    batch = locked(batch.pk)
    case = case_of(batch, refused_seen=refused_seen, repeated_seen=repeated_seen)
    refuse_unless_open("accept", batch, case)
    if case.working:
        return batch
    return hand_to_worker(
        batch,
        "awards.accept_list",
        title=_("Acceptance of the list %(file)s"),
        actor=actor,
        refused_seen=refused_seen,
        repeated_seen=repeated_seen,
    )


@transaction.atomic
def accept_list(
    batch_id: int,
    *,
    actor: Actor,
    refused_seen: int | None,
    repeated_seen: int | None,
    hold: Callable[[], None] = lambda: None,
) -> HonourBatch:
    """`hold` is called last before the commit."""
    batch = locked(batch_id)
    refuse_stranger(actor, batch.organisation_id)
    lock_register_of(batch.organisation_id)
    case = case_of(batch, refused_seen=refused_seen, repeated_seen=repeated_seen)
    target = refuse_unless_open("accept", batch, case)
    if come_in := staging.mark_known(batch):
        raise Refusal(
            _(
                "Since the check, %(count)s rows of this list have come into the register by another way. "
                "Check the list again."
            )
            % {"count": come_in}
        )
    taken = staging.take(batch)
    before = {"state": batch.state}
    batch.state, batch.accepted_at = target, clock.now()
    batch.save(update_fields=["state", "accepted_at"])
    record(
        actor,
        "awards.accept_list",
        batch,
        before=before,
        after={"state": batch.state, "taken": taken, "checksum": batch.checksum, **outcome(batch)},
    )
    hold()
    return batch
