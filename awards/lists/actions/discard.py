from django.db import transaction

from awards.lists.actions import staging
from awards.lists.actions.rights import BATCH
from awards.lists.intake.sheets_once import forget_sheets
from awards.lists.models.batch import HonourBatch
from emulation.core.actions.walk import Walked, walk
from emulation.core.actor import Actor


def discard_list(batch: HonourBatch, *, actor: Actor) -> HonourBatch:
    """A list that never reached the register is put aside; its file and its line stay, its checked rows go."""
    return walk(BATCH, batch, "discard", actor=actor, entered=put_aside)


def put_aside(batch: HonourBatch, walked: Walked) -> dict[str, object]:
    staging.clear(batch)
    transaction.on_commit(lambda: forget_sheets(batch), robust=True)
    return {}
