"""Names leave the house in a file: the journal keeps who took the minutes of a sitting."""

from django.db import transaction

from awards.models import Nomination, Sitting
from emulation.core.actions.audit import record
from emulation.core.actor import Actor


@transaction.atomic
def note_export(sitting: Sitting, form: str, *, actor: Actor) -> None:
    record(
        actor,
        "reports.export_minutes",
        sitting,
        after={"format": form.upper(), "dossiers": sitting.items.count()},
        organisation_id=sitting.council.body_id,
        tells_of=Nomination.objects.filter(sitting_items__sitting=sitting).only("pk").order_by("pk"),
    )
