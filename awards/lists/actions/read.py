"""The file of a list is read: which sheet it is, where its headings stand, what its columns seem to mean."""

from collections.abc import Callable

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from awards.lists.actions.memory import recalled
from awards.lists.actions.rights import BATCH, hand_to_worker, locked, refuse_stranger
from awards.lists.intake.list_file import read_list, table_as_read
from awards.lists.intake.mending import mended_from
from awards.lists.models.batch import HonourBatch
from awards.lists.rules.said_above import SaidAbove
from awards.rows.rules.reading import GivenForList
from emulation.core.actions.walk import Told, Walked, ready_to_walk, walk
from emulation.core.actor import Actor
from emulation.core.errors import Refusal
from emulation.core.intake.inspect import kind_of_list


@transaction.atomic
def order_reading(batch: HonourBatch, *, actor: Actor) -> HonourBatch:
    refuse_stranger(actor, batch)
    batch = ready_to_walk(BATCH, batch, "read", actor=actor, by_itself=True)
    return hand_to_worker(batch, "awards.read_list", title=_("Reading of the list %(file)s"), actor=actor)


def read_received(
    batch_id: int, *, actor: Actor, by_memory: bool = True, hold: Callable[[], None] = lambda: None
) -> HonourBatch:
    """A file that is no list makes the batch unreadable, and the sentence is raised. `by_memory`: the columns mean what
    the office confirmed of the same headings. `hold` is called last before the commit."""
    seen = HonourBatch.objects.get(pk=batch_id)
    refuse_stranger(actor, seen)
    try:
        with seen.file.open("rb") as stream:
            kind_of_list(stream, limit=settings.LIST_UPLOAD_LIMIT)
            reading = read_list(stream)
    except Refusal as refusal:
        _give_up(seen, actor=actor, why=str(refusal))
        raise
    table = table_as_read(reading)
    kept = recalled(seen.organisation_id, table.headings) if by_memory else None
    mended = mended_from(reading.headings, seen.organisation_id)

    def as_read(batch: HonourBatch, walked: Walked) -> Told:
        batch.table = table.meaning(kept.meanings) if kept else table
        batch.columns_kept_at = kept.kept_at if kept else None
        batch.said_once = given_above(reading.above).but(mended.said_once if mended else GivenForList())
        return Told(after={"state": batch.state, "sheet": batch.sheet, "rows": reading.height})

    with transaction.atomic():
        batch = walk(BATCH, seen, "read", actor=actor, by_itself=True, entered=as_read)
        hold()
    return batch


@transaction.atomic
def _give_up(seen: HonourBatch, *, actor: Actor, why: str) -> None:
    if BATCH.flow.leads_from(locked(seen.pk).state, "give_up"):
        walk(BATCH, seen, "give_up", actor=actor, by_itself=True, why=why)


def given_above(above: SaidAbove) -> GivenForList:
    return GivenForList(
        decision_number=above.decision_number,
        decision_date=above.decision_date,
        achievement_year=above.achievement_year,
        signer_office=above.signer_office,
    )
