"""Names leave the house in a file: the journal keeps who took which."""

from django.db import transaction

from awards.models import Decision, Nomination
from emulation.core.actions.audit import record
from emulation.core.actor import Actor


@transaction.atomic
def note_export(decision: Decision, form: str, *, honours: int, verb: str = "export_decision", actor: Actor) -> None:
    """`honours`: how many the file names."""
    record(
        actor,
        f"reports.{verb}",
        decision,
        after={"format": form.upper(), "honours": honours},
        organisation_id=decision.body_id,
        tells_of=Nomination.objects.filter(decision_lines__decision=decision).only("pk"),
    )
