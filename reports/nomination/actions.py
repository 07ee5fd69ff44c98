"""Names leave the house in a file: the journal keeps who took which paper of a dossier."""

from django.db import transaction

from awards.models import Nomination
from emulation.core.actions.audit import record
from emulation.core.actor import Actor


@transaction.atomic
def note_export(nomination: Nomination, paper: str, form: str, *, actor: Actor) -> None:
    """`paper`: "letter", "extract" of the minutes, "dossier" whole."""
    record(
        actor,
        f"reports.export_{paper}",
        nomination,
        after={"format": form.upper()},
        organisation_id=nomination.holder_id,
        tells_of=[nomination],
    )
