"""A list whose file no longer reads as its columns were confirmed waits for that confirmation once more."""

from django.db import transaction
from django.utils.translation import gettext as _

from awards.lists.actions.rights import case_of, locked, refuse_stranger, refuse_unless_open
from awards.lists.actions.unchecked import forget_check
from awards.lists.intake.list_file import read_list, table_as_read
from awards.lists.models.batch import HonourBatch
from awards.lists.rules.table import carried_over
from emulation.core.actions.audit import record
from emulation.core.actor import Actor
from emulation.core.errors import Refusal


@transaction.atomic
def ask_again(seen: HonourBatch, *, why: str, actor: Actor) -> HonourBatch:
    """The file is read as it is read now; what was said of columns that are still there stays said, and so does all
    that was said once. `seen`: the list as it was found to read differently; it must still be that one."""
    refuse_stranger(actor, seen.organisation_id)
    with seen.file.open("rb") as stream:
        now = table_as_read(read_list(stream))
    batch = locked(seen.pk)
    if batch.table != seen.table:
        raise Refusal(_("The columns were changed during the check. Start the check again."))
    target = refuse_unless_open("ask_again", batch, case_of(batch))
    before = _as_told(batch)
    batch.table = now.meaning(carried_over(seen.table, now.headings, now.meanings))
    batch.state, batch.columns_kept_at = target, None
    forget_check(batch)
    batch.save()
    record(actor, "awards.ask_again_list", batch, before=before, after=_as_told(batch), why=why)
    return batch


def _as_told(batch: HonourBatch) -> dict[str, object]:
    return {
        "state": batch.state,
        "sheet": batch.sheet,
        "header_row": batch.header_row,
        "mapping": batch.mapping,
    }
