"""The file of a list is read: which sheet it is, where its headings stand, what its columns seem to mean."""

from django.db import transaction
from django.utils.translation import gettext as _

from awards.lists.actions.memory import recalled
from awards.lists.actions.rights import case_of, hand_to_worker, locked, refuse_stranger, refuse_unless_open
from awards.lists.intake.list_file import ListReading, read_list
from awards.lists.intake.mending import mended_from, own_headings
from awards.lists.models.batch import HonourBatch
from awards.lists.rules.flow import FLOW
from emulation.core.actions.audit import record
from emulation.core.actor import Actor
from emulation.core.errors import Refusal


@transaction.atomic
def order_reading(batch: HonourBatch, *, actor: Actor) -> HonourBatch:
    refuse_stranger(actor, batch.organisation_id)
    batch = locked(batch.pk)
    refuse_unless_open("read", batch, case_of(batch))
    return hand_to_worker(batch, "awards.read_list", title=_("Reading of the list %(file)s"), actor=actor)


def read_received(batch_id: int, *, actor: Actor, hold=lambda: None) -> HonourBatch:
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
    headings = own_headings(reading.headings)
    mapping = {str(place): str(field) for place, field in reading.guess.mapping.items()}
    kept = recalled(seen.organisation_id, headings)
    mended = mended_from(reading.headings, seen.organisation_id)
    with transaction.atomic():
        batch = locked(batch_id)
        batch.state = refuse_unless_open("read", batch, case_of(batch))
        batch.sheet = reading.sheet[:120]
        batch.header_row = reading.guess.header + 1
        batch.headings = headings
        batch.mapping = kept.mapping if kept else mapping
        batch.columns_kept_at = kept.kept_at if kept else None
        batch.given = said_above(reading) | (mended.given if mended else {})
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


def said_above(reading: ListReading) -> dict:
    above = reading.above
    said = {
        "decision_number": above.decision_number,
        "decision_date": above.decision_date.isoformat() if above.decision_date else None,
        "achievement_year": above.achievement_year,
        "signer_office": above.signer_office,
    }
    return {name: value for name, value in said.items() if value}
