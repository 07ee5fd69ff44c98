"""A list whose file no longer reads as its columns were confirmed waits for that confirmation once more."""

from collections.abc import Sequence
from dataclasses import replace

from django.utils.translation import gettext as _

from awards.lists.actions.rights import BATCH, refuse_stranger
from awards.lists.actions.unchecked import forget_check
from awards.lists.intake.expectations import award_names_for
from awards.lists.intake.list_file import read_list, tables_as_read
from awards.lists.intake.sheets_once import opened
from awards.lists.intake.silence import with_silence
from awards.lists.models.batch import HonourBatch
from awards.lists.rules.table import ListTable, carried_over
from emulation.core.actions.walk import Told, Walked, walk
from emulation.core.actor import Actor
from emulation.core.errors import Refusal


def ask_again(seen: HonourBatch, *, why: str, actor: Actor) -> HonourBatch:
    """The file is read as it is read now; what was said of columns that are still there stays said, and so does all
    that was said once. `seen`: the list as it was found to read differently; it must still be that one."""
    refuse_stranger(actor, seen)
    with opened(seen) as stream:
        file = read_list(stream, award_names_for(seen.organisation))
    now = with_silence([_answered(table, seen.tables) for table in tables_as_read(file)], file)

    def as_asked(batch: HonourBatch, walked: Walked) -> Told:
        if batch.tables != seen.tables:
            raise Refusal(_("The columns were changed during the check. Start the check again."))
        before = _as_told(batch) | {"state": seen.state}
        batch.tables = now
        batch.columns_kept_at = None
        forget_check(batch)
        return Told(before=before, after=_as_told(batch))

    return walk(BATCH, seen, "ask_again", actor=actor, why=why, by_itself=True, entered=as_asked)


def _answered(table: ListTable, before: Sequence[ListTable]) -> ListTable:
    """With what was said of the table that stood there, else of the first."""
    confirmed = next((other for other in before if (other.sheet, other.row) == (table.sheet, table.row)), before[0])
    table = table.meaning(carried_over(confirmed, table.headings, table.meanings))
    is_the_same = (confirmed.sheet, confirmed.row) == (table.sheet, table.row)
    return replace(table, said=confirmed.said, is_read=confirmed.is_read) if is_the_same else table


def _as_told(batch: HonourBatch) -> dict[str, object]:
    return {
        "state": batch.state,
        "sheet": batch.sheet,
        "header_row": batch.header_row,
        "mapping": batch.mapping,
        "other_tables": batch.other_tables,
    }
