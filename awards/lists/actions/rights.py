"""How a list walks its flow: who may, what hinders it, and the work that is handed to a worker."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from awards.lists.models.batch import BatchStep, HonourBatch
from awards.lists.rules.flow import FLOW, BatchCase, BatchHindrance
from awards.lists.rules.terms import BatchState
from awards.rows.rules.fields import Field
from emulation.core.access import Record
from emulation.core.actions import jobs
from emulation.core.actions.walk import Course, Told, Walked
from emulation.core.actor import Actor
from emulation.core.errors import Refusal
from emulation.core.flow import Step

HINDRANCES = {
    BatchHindrance.WORK_GOES_ON: gettext_lazy("Work on this list is going on. Wait until it ends, or cancel it."),
    BatchHindrance.COLUMNS_NOT_CONFIRMED: gettext_lazy("Say first which column holds the name."),
    BatchHindrance.NOTHING_TO_TAKE: gettext_lazy(
        "No row of this list can be taken into the register. Correct the file and send it in again."
    ),
    BatchHindrance.REFUSED_NOT_SEEN: gettext_lazy("Confirm that the refused rows stay out of the register."),
    BatchHindrance.REPEATED_NOT_SEEN: gettext_lazy(
        "Confirm that you have looked at the repeated rows, for they may be the same recipient twice."
    ),
    BatchHindrance.FILE_TAKEN: gettext_lazy("This very file is already in the register."),
}


class BuiltUpon(Refusal):
    """`sentences` name what stands in the way, one by one."""

    def __init__(self, sentences: Sequence[str]):
        super().__init__(" ".join([_("This list cannot be undone."), *sentences]))
        self.sentences = list(sentences)


def refuse_stranger(actor: Actor, whose: Record) -> None:
    """`whose`: a list, or the organisation for which one is sent in."""
    if not actor.may("write", whose, subject="honour_batch"):
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
    built_upon: Sequence[str] = (),
    **context: Any,
) -> BatchCase:
    """`working`: said by the worker whose work on the list it is."""
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
        built_upon=tuple(built_upon),
    )


def is_working(batch: HonourBatch) -> bool:
    return batch.job is not None and not batch.job.is_finished


def state_refusal(batch: HonourBatch) -> str:
    return _("The list is in the state “%(state)s”, so this is no longer possible. Look at the list again.") % {
        "state": batch.get_state_display()
    }


def hindrance_in_words(hindrance: str, case: BatchCase, batch: HonourBatch) -> str | Refusal:
    if hindrance == BatchHindrance.BUILT_UPON:
        return BuiltUpon(case.built_upon)
    return str(HINDRANCES[BatchHindrance(hindrance)])


def not_yours(batch: HonourBatch) -> str:
    if batch.state == BatchState.ACCEPTED:
        return _("Only an officer or an approver of this organisation may undo its lists.")
    return _("Only an officer of this organisation may work on its lists.")


def nothing_besides(batch: HonourBatch, walked: Walked) -> dict[str, Any]:
    return {}


def _entered(batch: HonourBatch, step: Step, walked: Walked) -> Mapping[str, Any] | Told:
    """Each deed brings what its step does to the list, as `entered`."""
    return walked.context.get("entered", nothing_besides)(batch, walked)


BATCH = Course[HonourBatch](
    flow=FLOW,
    steps=BatchStep,
    thing="batch",
    verb="awards.{}_list",
    locked=lambda batch: locked(batch.pk),
    in_state=state_refusal,
    in_words=hindrance_in_words,
    case_of=case_of,
    effect=_entered,
    not_yours=not_yours,
)
