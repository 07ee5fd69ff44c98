"""Newer data offered to a draft, one place after the other: the new is taken, or the old kept."""

from collections.abc import Collection
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from emulation.core import clock
from emulation.core.actions.audit import record
from emulation.core.actor import Actor
from emulation.core.errors import Refusal
from reports.document.rules.comparison import Change, changes, merged
from reports.document.rules.snapshot import freeze
from reports.runs.actions.drafts import computed_of, draft_in_hand, redress
from reports.runs.models.drafts import LONGEST_PART, Choice, DraftDecision
from reports.runs.models.report import Report
from reports.versions.actions.newer import NewerData, newer_data
from reports.versions.words import in_short, told

LONGEST_TOLD = 200


def take(report: Report, keys: Collection[str], *, seen: str, actor: Actor, on) -> Report:
    """The new of these places; where nothing differs any more, the draft is one of today, and nothing
    of it is newer than it. `seen`: the checksum of the
    draft that the person had before them."""
    newer = newer_data(report, on=on)
    with transaction.atomic():
        kept = draft_in_hand(report, actor)
        chosen = _chosen(kept, newer, keys, seen)
        computed = merged(computed_of(kept), newer.document, {change.key for change in chosen})
        if changes(computed, newer.document):
            _decide(kept, chosen, Choice.TAKE, newer, actor)
        else:
            computed = newer.document
            kept.as_of, kept.day, kept.total = newer.at, newer.day, newer.total
            kept.save(update_fields=["as_of", "day", "total"])
            kept.decisions.filter(choice=Choice.TAKE).delete()
        kept.computed = freeze(computed)
        redress(kept)
        record(actor, "reports.take_changes", kept, after=_for_the_journal(chosen))
    return kept


def keep(report: Report, key: str, *, seen: str, actor: Actor, on) -> Report:
    """The old of this place; it is not offered again unless the data change once more."""
    newer = newer_data(report, on=on)
    with transaction.atomic():
        kept = draft_in_hand(report, actor)
        chosen = _chosen(kept, newer, [key], seen)
        _decide(kept, chosen, Choice.KEEP, newer, actor)
        record(actor, "reports.keep_old", kept, after=_for_the_journal(chosen))
    return kept


def _chosen(report: Report, newer: NewerData, keys: Collection[str], seen: str) -> list[Change]:
    if report.checksum != seen:
        raise Refusal(_("The draft was changed in the meantime. Look at what is offered now."))
    found = [change for change in changes(computed_of(report), newer.document) if change.key in set(keys)]
    if not found or len(found) != len(set(keys)):
        raise Refusal(_("The data changed once more in the meantime. Look at what is offered now."))
    return found


def _decide(report: Report, chosen: list[Change], choice: Any, newer: NewerData, actor: Actor) -> None:
    for change in chosen:
        DraftDecision.objects.update_or_create(
            report=report,
            key=change.key,
            defaults={
                "part": told(change).part[:LONGEST_PART],
                "told": in_short(change, most=LONGEST_TOLD),
                "choice": choice,
                "day": newer.day,
                "decided_at": clock.real_now(),
                "decided_by_name": actor.name,
            },
        )


def _for_the_journal(chosen: list[Change]) -> dict:
    return {"changed_places": [f"{told(change).part}: {in_short(change, most=LONGEST_TOLD)}" for change in chosen]}
