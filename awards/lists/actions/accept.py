"""The good rows of a checked list go into the register: all of them in one transaction, or none."""

from collections.abc import Callable

from django.db import transaction
from django.utils.translation import gettext as _

from awards.lists.actions import staging
from awards.lists.actions.check import outcome
from awards.lists.actions.rights import BATCH, hand_to_worker, is_working
from awards.lists.intake.sheets_once import forget_sheets
from awards.lists.models.batch import HonourBatch
from awards.register.actions.same import lock_register_of
from emulation.core.actions.walk import Walked, ready_to_walk, walk
from emulation.core.actor import Actor
from emulation.core.errors import Refusal


@transaction.atomic
def order_acceptance(
    batch: HonourBatch, *, refused_seen: int | None, repeated_seen: int | None, actor: Actor
) -> HonourBatch:
    """`*_seen`: the numbers the person confirmed; they must be the list's own when the worker writes, too."""
    batch = ready_to_walk(BATCH, batch, "accept", actor=actor, refused_seen=refused_seen, repeated_seen=repeated_seen)
    if is_working(batch):
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
    batch = HonourBatch.objects.get(pk=batch_id)
    lock_register_of(batch.organisation_id)
    batch = walk(
        BATCH,
        batch,
        "accept",
        actor=actor,
        refused_seen=refused_seen,
        repeated_seen=repeated_seen,
        entered=taken_in,
    )
    hold()
    return batch


def taken_in(batch: HonourBatch, walked: Walked) -> dict[str, object]:
    """Its good rows stand in the register; under the register's lock."""
    if come_in := staging.mark_known(batch):
        raise Refusal(
            _(
                "Since the check, %(count)s rows of this list have come into the register by another way. "
                "Check the list again."
            )
            % {"count": come_in}
        )
    taken = staging.take(batch)
    transaction.on_commit(lambda: forget_sheets(batch), robust=True)
    batch.accepted_at = walked.at
    return {"taken": taken, "checksum": batch.checksum, **outcome(batch)}
