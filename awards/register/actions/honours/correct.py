from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from awards.register.actions.honours.lines import PERSONAL, changes, line_of, without_personal
from awards.register.actions.honours.rights import NotNewest, locked, refuse_same, refuse_stranger, refuse_unless_open
from awards.register.actions.honours.said import LINE, Said, written
from awards.register.models.honour import Honour
from awards.register.models.register import HonourCorrection
from emulation.core import clock
from emulation.core.actions.audit import record
from emulation.core.actor import Actor
from emulation.core.errors import Refusal

TOLD_APART_BY = frozenset(
    {"subject_kind", "name", "unit", "award", "decision_number", "decision_date", "birth", "identity"}
)


class Changed(NotNewest):
    """`theirs` is the line as it is, `mine` as it was typed; `before_theirs` is what each field they changed said when
    the page was opened, `last` the newest of those changes."""

    def __init__(self, honour: Honour, *, mine: dict, seen: int):
        super().__init__()
        self.honour = honour
        self.theirs, self.mine = line_of(honour), mine
        since = list(honour.corrections.all()[: max(honour.version - seen, 0)])
        self.before_theirs: dict = {}
        for correction in since:
            self.before_theirs |= correction.before
        self.last = since[0] if since else None


@transaction.atomic
def correct_honour(
    honour: Honour, said: Said, *, version: int, why: str, same_seen: int | None = None, on: date, actor: Actor
) -> Honour:
    """`version` is the one the person looked at. The organisation stays; a wrong one is revoked and entered anew."""
    refuse_stranger(actor, honour.organisation_id)
    refuse_without_reason(why)
    kept = locked(honour)
    refuse_unless_open("correct", kept)
    line = written(kept, said, on=on)
    before, after = changes(kept, line)
    if kept.version != version:
        raise Changed(kept, mine=line_of(line), seen=version)
    if not before:
        raise Refusal(_("Nothing was changed. Change what is wrong, or cancel."))
    if TOLD_APART_BY & before.keys():
        refuse_same(line, same_seen=same_seen)
    keep_change(line, before, after, why=why, actor=actor, columns=LINE)
    record(
        actor,
        "awards.correct_honour",
        line,
        before=without_personal(before),
        after=without_personal(after) | ({"personal": True} if before.keys() & set(PERSONAL) else {}),
        why=why,
    )
    return line


def refuse_without_reason(why: str) -> None:
    if not why.strip():
        raise Refusal(_("Say why: the register keeps the reason of every change."), field="why")


def keep_change(honour: Honour, before: dict, after: dict, *, why: str, actor: Actor, columns: Iterable[str]) -> None:
    """The line and, beside it, one entry of its history."""
    honour.version += 1
    honour.save(update_fields=[*columns, "version"])
    HonourCorrection.objects.create(
        honour=honour, at=clock.now(), by_name=actor.name, why=why, before=before, after=after
    )
