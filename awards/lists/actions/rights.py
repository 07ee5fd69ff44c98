"""Who may work on a list, and whether the flow lets them now."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from awards.lists.models.batch import HonourBatch
from awards.lists.rules.flow import FLOW, BatchCase, Hindrance
from awards.lists.rules.terms import BatchState
from awards.register.access import may_write
from awards.rows.rules.fields import Field
from emulation.core.actions import jobs
from emulation.core.actor import Actor
from emulation.core.errors import Refusal

HINDRANCES = {
    Hindrance.WORK_GOES_ON: gettext_lazy("Work on this list is going on. Wait until it ends, or cancel it."),
    Hindrance.COLUMNS_NOT_CONFIRMED: gettext_lazy("Say first which column holds the name."),
    Hindrance.NOTHING_TO_TAKE: gettext_lazy(
        "No row of this list can be taken into the register. Correct the file and send it in again."
    ),
    Hindrance.REFUSED_NOT_SEEN: gettext_lazy("Confirm that the refused rows stay out of the register."),
    Hindrance.REPEATED_NOT_SEEN: gettext_lazy(
        "Confirm that you have looked at the repeated rows, for they may be the same recipient twice."
    ),
    Hindrance.FILE_TAKEN: gettext_lazy("This very file is already in the register."),
    Hindrance.BUILT_UPON: gettext_lazy("Something was built on this list, so it cannot be undone."),
}


def refuse_stranger(actor: Actor, organisation_id: int) -> None:
    if not may_write(actor, organisation_id):
        raise Refusal(_("Only an officer of this organisation may work on its lists."))


def hand_to_worker(batch: HonourBatch, kind: str, *, title: str, actor: Actor, **parameters: Any) -> HonourBatch:
    """One work on a list at a time. `title` has a place for the file's name; `parameters` go to the job beside the
    list's number."""
    batch.job = jobs.enqueue(
        kind,
        actor=actor,
        parameters={"batch": batch.pk, **parameters},
        title=title % {"file": batch.file_name},
        key=f"awards.batch.{batch.pk}",
        organisation_id=batch.organisation_id,
        return_url=batch.get_absolute_url(),
    )
    batch.save(update_fields=["job"])
    return batch


def locked(batch_id: int) -> HonourBatch:
    """The row under lock until the end of the transaction."""
    return HonourBatch.objects.select_for_update(of=("self",)).select_related("organisation", "job").get(pk=batch_id)


def case_of(
    batch: HonourBatch,
    *,
    working: bool | None = None,
    refused_seen: int | None = None,
    repeated_seen: int | None = None,
    built_upon: bool = False,
) -> BatchCase:
    taken = HonourBatch.objects.of_same_file(batch.organisation_id, batch.checksum).accepted().exclude(pk=batch.pk)
    return BatchCase(
        is_mapped=Field.NAME in batch.table.meanings.places,
        good=batch.good,
        refused=batch.refused,
        repeated=batch.warned,
        working=is_working(batch) if working is None else working,
        refused_seen=refused_seen,
        repeated_seen=repeated_seen,
        file_taken=taken.exists(),
        built_upon=built_upon,
    )


def is_working(batch: HonourBatch) -> bool:
    return batch.job is not None and not batch.job.is_finished


def refuse_unless_open(step: str, batch: HonourBatch, case: BatchCase) -> BatchState:
    """The state that the step leads to."""
    if not FLOW.leads_from(batch.state, step):
        raise Refusal(
            _("The list is in the state “%(state)s”, so this is no longer possible. Look at the list again.")
            % {"state": batch.get_state_display()}
        )
    reason = FLOW.step(step).hindrance(case)
    if reason is not None:
        raise Refusal(HINDRANCES[Hindrance(reason)])
    return BatchState(FLOW.step(step).target)
