"""An accepted list is taken back: its lines stay, undone, and count nowhere; unless something was built on it."""

from collections.abc import Callable

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from awards.lists.actions.rights import case_of, hand_to_worker, locked, refuse_unless_open
from awards.lists.models.batch import HonourBatch
from awards.lists.rules.flow import FLOW, Hindrance
from awards.lists.rules.terms import BatchState
from awards.register.access import may_undo
from awards.register.actions.same import lock_register_of
from awards.register.models.honour import Honour
from awards.register.models.register import HonourCorrection
from awards.register.rules.terms import HonourStatus
from emulation.core import clock
from emulation.core.actions.audit import record
from emulation.core.actor import Actor
from emulation.core.built_upon import Foundation, built_upon
from emulation.core.dates import format_date
from emulation.core.errors import Refusal
from emulation.core.numbers import format_integer

NAMED = 20


class BuiltUpon(Refusal):
    """`sentences` name what stands in the way, one by one."""

    def __init__(self, sentences: list[str]):
        super().__init__(" ".join([_("This list cannot be undone."), *sentences]))
        self.sentences = sentences


@transaction.atomic
def order_undoing(batch: HonourBatch, *, why: str, seen: int, actor: Actor) -> HonourBatch:
    """`seen`: how many honours the person was told of; as many they must be when the worker undoes them, too."""
    batch = _refuse_unless_undoable(batch.pk, why=why, seen=seen, actor=actor)
    return hand_to_worker(
        batch, "awards.undo_list", title=_("Undoing of the list %(file)s"), actor=actor, why=why.strip(), seen=seen
    )


@transaction.atomic
def undo_list(
    batch_id: int,
    *,
    why: str,
    seen: int,
    actor: Actor,
    working: bool | None = None,
    hold: Callable[[], None] = lambda: None,
) -> HonourBatch:
    """`working` is False for the worker whose work it is; `hold` is called last before the commit."""
    batch = _refuse_unless_undoable(batch_id, why=why, seen=seen, actor=actor, working=working)
    before = {"state": batch.state}
    undone = Honour.objects.filter(batch=batch).update(status=HonourStatus.UNDONE)
    batch.state = FLOW.step("undo").target
    batch.undone_at, batch.undone_by, batch.undone_why = clock.now(), actor.name, why.strip()
    batch.save(update_fields=["state", "undone_at", "undone_by", "undone_why"])
    record(
        actor,
        "awards.undo_list",
        batch,
        before=before,
        after={"state": batch.state, "undone": undone, "checksum": batch.checksum},
        why=why.strip(),
    )
    hold()
    return batch


def _refuse_unless_undoable(
    batch_id: int, *, why: str, seen: int, actor: Actor, working: bool | None = None
) -> HonourBatch:
    """The list under lock, and the register of its organisation with it, so that nothing is corrected meanwhile."""
    batch = locked(batch_id)
    if not may_undo(actor, batch.organisation_id):
        raise Refusal(_("Only an officer or an approver of this organisation may undo its lists."))
    if not why.strip():
        raise Refusal(_("Say why: the register keeps the reason of every change."), field="why")
    lock_register_of(batch.organisation_id)
    sentences = standing_upon(batch) if batch.state == BatchState.ACCEPTED else []
    case = case_of(batch, working=working, built_upon=bool(sentences))
    if sentences and FLOW.step("undo").hindrance(case) == Hindrance.BUILT_UPON:
        raise BuiltUpon(sentences)
    refuse_unless_open("undo", batch, case)
    if seen != batch.honours.count():
        raise Refusal(_("The list has changed since you looked at it. Look at it again, then decide."))
    return batch


@transaction.atomic
def standing_upon(batch: HonourBatch) -> list[str]:
    """What was built on the list, a sentence each: corrections and revocations of its honours, signed reports."""
    return [*_corrections(batch), *_revocations(batch), *built_upon(_foundation(batch))]


def _corrections(batch: HonourBatch) -> list[str]:
    rows = HonourCorrection.objects.filter(honour__batch=batch, honour__status=HonourStatus.IN_FORCE)
    newest = rows.order_by("honour_id", "-id").distinct("honour_id").select_related("honour")
    found = [
        _("The honour of %(name)s (row %(row)s) was corrected on %(day)s by %(who)s.")
        % {
            "name": correction.honour.name,
            "row": correction.honour.batch_row,
            "day": format_date(timezone.localtime(correction.taken_at)),
            "who": correction.taken_by_name,
        }
        for correction in newest[:NAMED]
    ]
    return found + _and_more(newest.count() - len(found))


def _revocations(batch: HonourBatch) -> list[str]:
    rows = batch.honours.filter(status=HonourStatus.REVOKED).order_by("batch_row")
    found = [
        _("The honour of %(name)s (row %(row)s) was revoked on %(day)s.")
        % {"name": honour.name, "row": honour.batch_row, "day": format_date(honour.revoked_on)}
        for honour in rows[:NAMED]
    ]
    return found + _and_more(rows.count() - len(found))


def _and_more(left: int) -> list[str]:
    said = ngettext("And %(count)s more.", "And %(count)s more.", left)
    return [said % {"count": format_integer(left)}] if left > 0 else []


def _foundation(batch: HonourBatch) -> Foundation:
    days = batch.honours.order_by().values_list("decision_date", flat=True).distinct()
    return Foundation(batch._meta.label_lower, batch.pk, batch.organisation_id, frozenset(days), batch.accepted_at)
