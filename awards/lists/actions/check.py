"""The dry run: every row checked, the result kept in the staging tables, nothing in the register."""

import logging
from collections import Counter

from django.db import transaction
from django.db.models import Count
from django.utils.translation import gettext as _
from xlsxwriter.exceptions import FileCreateError

from awards.lists.actions import staging
from awards.lists.actions.memory import keep_columns
from awards.lists.actions.refused import RefusedRows
from awards.lists.actions.refused_file import forget_refused, kept_when_committed
from awards.lists.actions.rights import case_of, hand_to_worker, locked, refuse_stranger, refuse_unless_open
from awards.lists.intake.check_list import column_headings, open_list, problems_of
from awards.lists.models.batch import HonourBatch, ImportRow
from awards.lists.rules.terms import RowState
from awards.rows.rules.fields import Field
from emulation.core.actions.audit import record
from emulation.core.actor import Actor
from emulation.core.errors import Refusal

logger = logging.getLogger(__name__)


@transaction.atomic
def confirm_columns(batch: HonourBatch, *, mapping: dict[int, str], given: dict, actor: Actor) -> HonourBatch:
    """What the columns mean and what holds for all rows; an earlier dry run no longer counts."""
    refuse_stranger(actor, batch.organisation_id)
    batch = locked(batch.pk)
    target = refuse_unless_open("map", batch, case_of(batch))
    if Field.NAME not in mapping.values():
        raise Refusal(_("Say which column holds the name."), field="columns")
    before = {"mapping": batch.mapping, "given": batch.given}
    batch.mapping = {str(place): str(field) for place, field in sorted(mapping.items())}
    batch.given, batch.state = given, target
    batch.good = batch.refused = batch.known = batch.warned = 0
    batch.counts = {}
    forget_refused(batch)
    batch.save()
    keep_columns(batch)
    staging.clear(batch)
    record(actor, "awards.map_list", batch, before=before, after={"mapping": batch.mapping, "given": batch.given})
    return batch


@transaction.atomic
def order_check(batch: HonourBatch, *, mapping: dict[int, str], given: dict, actor: Actor) -> HonourBatch:
    """Confirms the columns and sends the dry run to the worker."""
    batch = confirm_columns(batch, mapping=mapping, given=given, actor=actor)
    return hand_to_worker(batch, "awards.check_list", title=_("Check of the list %(file)s"), actor=actor)


def check_list(batch_id: int, *, actor: Actor, on, progress=lambda done, total: None, hold=lambda: None) -> HonourBatch:
    """`on` is today: nothing is decided after it. `hold` is called last before the commit."""
    try:
        return _checked(batch_id, actor=actor, on=on, progress=progress, hold=hold)
    except (OSError, FileCreateError) as problem:
        logger.exception("list %s was not checked", batch_id)
        raise Refusal(
            _(
                "The server could not read or write its files, so the list was not checked; nothing was changed. "
                "Tell the system administrator, then start the check again."
            )
        ) from problem


def _checked(batch_id: int, *, actor: Actor, on, progress, hold) -> HonourBatch:
    seen = HonourBatch.objects.select_related("organisation").get(pk=batch_id)
    refuse_stranger(actor, seen.organisation_id)
    listing = open_list(seen, on=on)
    headings = column_headings(seen)
    sections, problems = 0, Counter()
    with (
        staging.spooled(seen, listing.awards) as spool,
        RefusedRows(seen, listing.reading, listing.mapping) as refused,
    ):
        for line, row in listing.checked(progress):
            found = problems_of(line, row, headings)
            spool.take(row, found)
            refused.take(line, row, found)
            problems.update(str(problem[2]) for problem in found)
            sections += row is None
        del listing
        with kept_when_committed(refused.path) as kept, transaction.atomic():
            batch = locked(batch_id)
            if (batch.mapping, batch.given) != (seen.mapping, seen.given):
                raise Refusal(_("The columns were changed during the check. Start the check again."))
            batch.state = refuse_unless_open("check", batch, case_of(batch, working=False))
            forget_refused(batch)
            batch.refused_file, batch.refused_checksum = kept
            spool.replace_rows()
            staging.mark_known(batch)
            batch.warned = staging.warn_of_repeated(batch, headings.get(Field.NAME, ""))
            states = dict(ImportRow.objects.filter(batch=batch).values_list("state").annotate(Count("pk")))
            batch.good = states.get(RowState.GOOD, 0)
            batch.known = states.get(RowState.KNOWN, 0)
            batch.refused = states.get(RowState.REFUSED, 0)
            batch.counts = _counts(batch, sections, problems)
            batch.save()
            record(actor, "awards.check_list", batch, after=outcome(batch))
            hold()
    return batch


def outcome(batch: HonourBatch) -> dict:
    return {"good": batch.good, "refused": batch.refused, "known": batch.known, "repeated": batch.warned}


def _counts(batch: HonourBatch, sections: int, problems: Counter) -> dict:
    """Of the rows that can be taken: by award code, subject kind, and target group of individuals ("" unknown)."""
    good = ImportRow.objects.filter(batch=batch, state=RowState.GOOD).order_by()

    def by(column, rows=good):
        return dict(rows.values_list(column).annotate(Count("pk")))

    return {
        "awards": by("award__code"),
        "subjects": by("subject_kind"),
        "groups": by("target_group", good.filter(subject_kind="individual")),
        "problems": dict(problems),
        "sections": sections,
    }
