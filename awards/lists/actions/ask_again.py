"""A list whose file no longer reads as its columns were confirmed waits for that confirmation once more."""

from django.utils.translation import gettext as _

from awards.lists.actions.rights import BATCH, refuse_stranger
from awards.lists.actions.unchecked import forget_check
from awards.lists.intake.list_file import read_list, table_as_read
from awards.lists.models.batch import HonourBatch
from awards.lists.rules.table import carried_over
from emulation.core.actions.walk import Told, Walked, walk
from emulation.core.actor import Actor
from emulation.core.errors import Refusal


def ask_again(seen: HonourBatch, *, why: str, actor: Actor) -> HonourBatch:
    """The file is read as it is read now; what was said of columns that are still there stays said, and so does all
    that was said once. `seen`: the list as it was found to read differently; it must still be that one."""
    refuse_stranger(actor, seen)
    with seen.file.open("rb") as stream:
        now = table_as_read(read_list(stream))

    def as_asked(batch: HonourBatch, walked: Walked) -> Told:
        if batch.table != seen.table:
            raise Refusal(_("The columns were changed during the check. Start the check again."))
        before = _as_told(batch) | {"state": seen.state}
        batch.table = now.meaning(carried_over(seen.table, now.headings, now.meanings))
        batch.columns_kept_at = None
        forget_check(batch)
        return Told(before=before, after=_as_told(batch))

    return walk(BATCH, seen, "ask_again", actor=actor, why=why, by_itself=True, entered=as_asked)


def _as_told(batch: HonourBatch) -> dict[str, object]:
    return {
        "state": batch.state,
        "sheet": batch.sheet,
        "header_row": batch.header_row,
        "mapping": batch.mapping,
    }
