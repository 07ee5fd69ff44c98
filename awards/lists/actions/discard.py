from django.db import transaction

from awards.lists.actions import staging
from awards.lists.actions.rights import case_of, locked, refuse_stranger, refuse_unless_open
from awards.lists.models.batch import HonourBatch
from emulation.core.actions.audit import record
from emulation.core.actor import Actor


@transaction.atomic
def discard_list(batch: HonourBatch, *, actor: Actor) -> HonourBatch:
    """A list that never reached the register is put aside; its file and its line stay, its checked rows go."""
    refuse_stranger(actor, batch.organisation_id)
    batch = locked(batch.pk)
    before = {"state": batch.state}
    batch.state = refuse_unless_open("discard", batch, case_of(batch))
    batch.save(update_fields=["state"])
    staging.clear(batch)
    record(actor, "awards.discard_list", batch, before=before, after={"state": batch.state})
    return batch
