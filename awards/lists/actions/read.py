"""The file of a list is read: its tables, where their headings stand, what the columns seem to mean."""

from collections.abc import Callable

from django.db import transaction
from django.utils.translation import gettext as _

from awards.catalogue.models.award import Award
from awards.lists.actions.memory import recalled
from awards.lists.actions.rights import BATCH, hand_to_worker, locked, refuse_stranger
from awards.lists.intake.expectations import award_names_for
from awards.lists.intake.list_file import list_on, tables_as_read
from awards.lists.intake.mending import mended_from
from awards.lists.intake.sheets_once import forget_sheets, read_once
from awards.lists.intake.silence import with_silence
from awards.lists.models.batch import HonourBatch
from awards.lists.rules.said_above import SaidAbove
from awards.lists.rules.table import said_by_titles
from awards.rows.rules.reading import GivenForList
from emulation.core.actions.walk import Told, Walked, ready_to_walk, walk
from emulation.core.actor import Actor
from emulation.core.errors import Refusal


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
    seen = HonourBatch.objects.select_related("organisation").get(pk=batch_id)
    refuse_stranger(actor, seen)
    try:
        names = award_names_for(seen.organisation)
        with read_once(seen, names) as sheets:
            file = list_on(sheets, names)
    except Refusal as refusal:
        forget_sheets(seen)
        _give_up(seen, actor=actor, why=str(refusal))
        raise
    tables, kept_at = tables_as_read(file), None
    if by_memory:
        tables, kept_at = recalled(seen.organisation_id, tables)
    tables = with_silence(tables, file)
    given, tables = said_by_titles(tables, [given_above(reading.above) for reading in file.tables])
    headings = [heading for reading in file.tables for heading in reading.headings]
    mended = mended_from(headings, seen.organisation_id)

    def as_read(batch: HonourBatch, walked: Walked) -> Told:
        batch.tables = tables
        batch.columns_kept_at = kept_at
        batch.said_once = given.but(mended.said_once if mended else GivenForList())
        return Told(after={"state": batch.state, "sheet": batch.sheet, "rows": file.height})

    with transaction.atomic():
        batch = walk(BATCH, seen, "read", actor=actor, by_itself=True, entered=as_read)
        hold()
    return batch


@transaction.atomic
def _give_up(seen: HonourBatch, *, actor: Actor, why: str) -> None:
    if BATCH.flow.leads_from(locked(seen.pk).state, "give_up"):
        walk(BATCH, seen, "give_up", actor=actor, by_itself=True, why=why)


def given_above(above: SaidAbove) -> GivenForList:
    award = Award.objects.coded(above.award).first() if above.award else None
    return GivenForList(
        award=award.pk if award else None,
        subject_kind=above.subject_kind,
        way=above.way,
        decision_number=above.decision_number,
        decision_date=above.decision_date,
        achievement_year=above.achievement_year or None,
        signer_office=above.signer_office,
    )
