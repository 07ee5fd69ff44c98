"""The file of a list is read: which sheet it is, where its headings stand, what its columns seem to mean."""

from collections.abc import Callable

from django.db import transaction
from django.utils.translation import gettext as _

from awards.lists.actions.memory import recalled
from awards.lists.actions.rights import case_of, hand_to_worker, locked, refuse_stranger, refuse_unless_open
from awards.lists.intake.list_file import read_list, table_as_read
from awards.lists.intake.mending import mended_from
from awards.lists.models.batch import HonourBatch
from awards.lists.rules.flow import FLOW
from awards.lists.rules.said_above import SaidAbove
from awards.rows.rules.reading import Given
from emulation.core.actions.audit import record
from emulation.core.actor import Actor
from emulation.core.errors import Refusal


@transaction.atomic
def order_reading(batch: HonourBatch, *, actor: Actor) -> HonourBatch:
    refuse_stranger(actor, batch.organisation_id)
    batch = locked(batch.pk)
    refuse_unless_open("read", batch, case_of(batch))
    return hand_to_worker(batch, "awards.read_list", title=_("Reading of the list %(file)s"), actor=actor)


def read_received(batch_id: int, *, actor: Actor, hold: Callable[[], None] = lambda: None) -> HonourBatch:
    """A file that is no list makes the batch unreadable, and the sentence is raised. `hold` is called last before the
    commit."""
    seen = HonourBatch.objects.get(pk=batch_id)
    refuse_stranger(actor, seen.organisation_id)
    try:
        with seen.file.open("rb") as stream:
            reading = read_list(stream)
    except Refusal as refusal:
        _give_up(batch_id, actor=actor, why=str(refusal))
        raise
    table = table_as_read(reading)
    kept = recalled(seen.organisation_id, table.headings)
    mended = mended_from(reading.headings, seen.organisation_id)
    with transaction.atomic():
        batch = locked(batch_id)
        batch.state = refuse_unless_open("read", batch, case_of(batch))
        batch.table = table.meaning(kept.meanings) if kept else table
        batch.columns_kept_at = kept.kept_at if kept else None
        batch.said_once = given_above(reading.above).but(mended.said_once if mended else Given())
        batch.save()
        record(
            actor, "awards.read_list", batch, after={"state": batch.state, "sheet": batch.sheet, "rows": reading.height}
        )
        hold()
    return batch


@transaction.atomic
def _give_up(batch_id: int, *, actor: Actor, why: str) -> None:
    batch = locked(batch_id)
    if not FLOW.leads_from(batch.state, "give_up"):
        return
    before = {"state": batch.state}
    batch.state = refuse_unless_open("give_up", batch, case_of(batch))
    batch.save(update_fields=["state"])
    record(actor, "awards.give_up_list", batch, before=before, after={"state": batch.state}, why=why)


def given_above(above: SaidAbove) -> Given:
    return Given(
        decision_number=above.decision_number,
        decision_date=above.decision_date,
        achievement_year=above.achievement_year,
        signer_office=above.signer_office,
    )
