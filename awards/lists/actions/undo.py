"""An accepted list is taken back: its lines stay, undone, and count nowhere; unless something was built on it."""

from collections.abc import Callable

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from awards.lists.actions.rights import BATCH, hand_to_worker
from awards.lists.models.batch import HonourBatch
from awards.lists.rules.terms import BatchState
from awards.register.actions.same import lock_register_of
from awards.register.models.honour import Honour
from awards.register.models.register import HonourCorrection
from awards.register.rules.terms import HonourStatus
from emulation.core.actions.walk import Walked, ready_to_walk, walk
from emulation.core.actor import Actor
from emulation.core.built_upon import Foundation, built_upon, keep_standing, what_outlives
from emulation.core.dates import format_date
from emulation.core.errors import Refusal
from emulation.core.numbers import format_integer

NAMED = 20


@transaction.atomic
def order_undoing(batch: HonourBatch, *, why: str, seen: int, actor: Actor) -> HonourBatch:
    """`seen`: how many honours the person was told of; as many they must be when the worker undoes them, too."""
    batch = ready_to_walk(BATCH, batch, "undo", actor=actor, why=why, built_upon=_built_upon(batch))
    _refuse_unless_all_seen(batch, seen)
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
    batch = HonourBatch.objects.get(pk=batch_id)
    batch = walk(
        BATCH,
        batch,
        "undo",
        actor=actor,
        why=why,
        working=working,
        built_upon=_built_upon(batch),
        seen=seen,
        entered=taken_back,
    )
    hold()
    return batch


def taken_back(batch: HonourBatch, walked: Walked) -> dict[str, object]:
    """Its lines stand undone in the register; what was decided without it stands by itself."""
    _refuse_unless_all_seen(batch, walked.context["seen"])
    undone = Honour.objects.filter(batch=batch).update(status=HonourStatus.UNDONE)
    keep_standing(_foundation(batch), actor=walked.actor, why=walked.why)
    batch.undone_at, batch.undone_by, batch.undone_why = walked.at, walked.actor.name, walked.why
    return {"undone": undone, "checksum": batch.checksum}


def _built_upon(batch: HonourBatch) -> list[str]:
    """Under the lock of the organisation's register, so that nothing of it is corrected meanwhile."""
    lock_register_of(batch.organisation_id)
    return standing_upon(batch) if HonourBatch.objects.get(pk=batch.pk).state == BatchState.ACCEPTED else []


def _refuse_unless_all_seen(batch: HonourBatch, seen: int) -> None:
    if seen != batch.honours.count():
        raise Refusal(_("The list has changed since you looked at it. Look at it again, then decide."))


@transaction.atomic
def standing_upon(batch: HonourBatch) -> list[str]:
    """What was built on the list, a sentence each: corrections and revocations of its honours, signed reports."""
    return [*_corrections(batch), *_revocations(batch), *built_upon(_foundation(batch))]


def outliving(batch: HonourBatch) -> list[str]:
    """What stays in the register without the list, a sentence each."""
    return what_outlives(_foundation(batch))


def _corrections(batch: HonourBatch) -> list[str]:
    rows = HonourCorrection.objects.filter(honour__batch=batch, honour__status=HonourStatus.IN_FORCE)
    newest = rows.order_by("honour_id", "-id").distinct("honour_id").select_related("honour")
    found = [
        _("The honour of %(name)s (row %(row)s) was corrected on %(day)s by %(who)s.")
        % {
            "name": correction.honour.name,
            "row": correction.honour.place_in_list,
            "day": format_date(timezone.localtime(correction.taken_at)),
            "who": correction.taken_by_name,
        }
        for correction in newest[:NAMED]
    ]
    return found + _and_more(newest.count() - len(found))


NO_LONGER = {
    HonourStatus.REVOKED: gettext_lazy("The honour of %(name)s (row %(row)s) was revoked on %(day)s."),
    HonourStatus.SUSPENDED: gettext_lazy("The honour of %(name)s (row %(row)s) was suspended on %(day)s."),
}


def _revocations(batch: HonourBatch) -> list[str]:
    rows = batch.honours.filter(status__in=NO_LONGER).order_by("id")
    found = [
        NO_LONGER[HonourStatus(honour.status)]
        % {"name": honour.name, "row": honour.place_in_list, "day": format_date(honour.revoked_on)}
        for honour in rows[:NAMED]
    ]
    return found + _and_more(rows.count() - len(found))


def _and_more(left: int) -> list[str]:
    said = ngettext("And %(count)s more.", "And %(count)s more.", left)
    return [said % {"count": format_integer(left)}] if left > 0 else []


def _foundation(batch: HonourBatch) -> Foundation:
    days = batch.honours.order_by().values_list("decision_date", flat=True).distinct()
    return Foundation(batch._meta.label_lower, batch.pk, batch.organisation_id, frozenset(days), batch.accepted_at)
