"""The dry run: every row checked, the result kept in the staging tables, nothing in the register."""

import logging
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Count, QuerySet
from django.utils.translation import gettext as _
from xlsxwriter.exceptions import FileCreateError

from awards.lists.actions import staging
from awards.lists.actions.ask_again import ask_again
from awards.lists.actions.memory import keep_columns
from awards.lists.actions.refused_file import forget_refused, kept_when_committed
from awards.lists.actions.refused_workbook import RefusedRows
from awards.lists.actions.rights import BATCH, hand_to_worker, refuse_stranger
from awards.lists.actions.unchecked import forget_check
from awards.lists.intake.check_list import open_list
from awards.lists.intake.confirmed import ReadsDifferently
from awards.lists.models.batch import HonourBatch, ImportRow
from awards.lists.rules.problems import ListProblem, ProblemLines, problems_of
from awards.lists.rules.table import ListTable
from awards.lists.rules.terms import RowState
from awards.rows.rules.fields import Field
from awards.rows.rules.reading import GivenForList, RowTrouble
from emulation.core.actions.walk import Told, Walked, walk
from emulation.core.actor import Actor
from emulation.core.errors import Refusal

logger = logging.getLogger(__name__)


def confirm_columns(
    batch: HonourBatch,
    *,
    tables: Sequence[ListTable],
    given: GivenForList,
    actor: Actor,
    seen_by_person: bool = True,
) -> HonourBatch:
    """Which tables are read, what their columns mean and what holds for all rows; an earlier dry run no longer counts.
    `tables` are the list's own, in their order. The office's memory keeps only what a person has seen."""

    def as_confirmed(batch: HonourBatch, walked: Walked) -> Told:
        if any(Field.NAME not in table.meanings.places for table in tables if table.is_read):
            raise Refusal(_("Say which column holds the name."), field="columns")
        if not any(table.is_read for table in tables):
            raise Refusal(_("Choose at least one table to read."), field="columns")
        before = _as_told(batch)
        batch.tables = tables
        batch.said_once = given
        forget_check(batch)
        if seen_by_person:
            keep_columns(batch)
        return Told(before=before, after=_as_told(batch))

    return walk(BATCH, batch, "map", actor=actor, entered=as_confirmed)


def _as_told(batch: HonourBatch) -> dict[str, Any]:
    others = {"other_tables": batch.other_tables} if batch.other_tables else {}
    return {"mapping": batch.mapping, "given": batch.given, **others}


@transaction.atomic
def order_check(batch: HonourBatch, *, tables: Sequence[ListTable], given: GivenForList, actor: Actor) -> HonourBatch:
    """Confirms the columns and sends the dry run to the worker."""
    batch = confirm_columns(batch, tables=tables, given=given, actor=actor)
    return hand_to_worker(batch, "awards.check_list", title=_("Check of the list %(file)s"), actor=actor)


def check_list(
    batch_id: int,
    *,
    actor: Actor,
    on: date,
    progress: Callable[[int, int], None] = lambda done, total: None,
    hold: Callable[[], None] = lambda: None,
) -> HonourBatch:
    """`on` is today: nothing is decided after it. `hold` is called last before the commit. A list that no longer reads
    as it was confirmed waits for its columns again, and `ReadsDifferently` is raised."""
    seen = HonourBatch.objects.select_related("organisation").get(pk=batch_id)
    refuse_stranger(actor, seen)
    try:
        return _checked(seen, actor=actor, on=on, progress=progress, hold=hold)
    except ReadsDifferently as refusal:
        ask_again(seen, why=str(refusal), actor=actor)
        raise
    except (OSError, FileCreateError) as problem:
        logger.exception("list %s was not checked", batch_id)
        raise Refusal(
            _(
                "The server could not read or write its files, so the list was not checked; nothing was changed. "
                "Tell the system administrator, then start the check again."
            )
        ) from problem


def _checked(
    seen: HonourBatch,
    *,
    actor: Actor,
    on: date,
    progress: Callable[[int, int], None],
    hold: Callable[[], None],
) -> HonourBatch:
    listing = open_list(seen, on=on)
    tables = seen.tables
    lines, kinds, sections = ProblemLines(), Counter[str](), 0

    def gather(found: list[ListProblem]) -> None:
        for problem in found:
            lines.add(problem)
            kinds[str(problem.trouble)] += 1

    with staging.spooled(seen, listing.expected) as spool, RefusedRows(seen) as refused:
        for under_check, line, row in listing.checked(progress):
            found = problems_of(line, row, under_check.table)
            spool.take(line, row)
            refused.take(under_check, line, row, found)
            gather(found)
            sections += row is None
        gather([*listing.counts.closed(), *listing.columns])
        account = listing.account.closed().as_json()
        del listing

        def as_checked(batch: HonourBatch, walked: Walked) -> Told:
            if (batch.tables, batch.said_once) != (tables, seen.said_once):
                raise Refusal(_("The columns were changed during the check. Start the check again."))
            forget_refused(batch)
            batch.refused_file, batch.refused_checksum = kept
            spool.replace_rows()
            staging.keep_problems(batch, lines.closed())
            staging.mark_known(batch)
            batch.warned = staging.warn_of_repeated(batch, tables[0].text_above(Field.NAME))
            if any(Field.IDENTITY in table.meanings.places for table in tables):
                column = next(filter(None, (table.text_above(Field.IDENTITY) for table in tables)), "")
                shared = staging.warn_of_shared_numbers(batch, column)
                kinds.update({str(RowTrouble.IDENTITY_SHARED): shared} if shared else {})
            states = dict(ImportRow.objects.filter(batch=batch).values_list("state").annotate(Count("pk")))
            batch.good = states.get(RowState.GOOD, 0)
            batch.known = states.get(RowState.KNOWN, 0)
            batch.refused = states.get(RowState.REFUSED, 0)
            batch.counts = _counts(batch, sections, kinds) | {"account": account}
            return Told(after=outcome(batch))

        with kept_when_committed(refused.path) as kept, transaction.atomic():
            batch = walk(BATCH, seen, "check", actor=actor, working=False, entered=as_checked)
            hold()
    return batch


def outcome(batch: HonourBatch) -> dict[str, int]:
    return {"good": batch.good, "refused": batch.refused, "known": batch.known, "repeated": batch.warned}


def _counts(batch: HonourBatch, sections: int, problems: Counter[str]) -> dict[str, Any]:
    """Of the rows that can be taken: by award code, subject kind, and target group of individuals ("" unknown)."""
    good = ImportRow.objects.filter(batch=batch, state=RowState.GOOD).order_by()

    def by(column: str, rows: QuerySet[ImportRow] = good) -> dict[str, int]:
        return dict(rows.values_list(column).annotate(Count("pk")))

    return {
        "awards": by("award__code"),
        "subjects": by("subject_kind"),
        "groups": by("target_group", good.filter(subject_kind="individual")),
        "problems": dict(problems),
        "sections": sections,
    }
