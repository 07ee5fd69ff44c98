"""A member of the Council asks to be left out of a dossier of the agenda."""

from django.db import transaction

from awards.conflicts.models.conflict import FACTS
from awards.conflicts.models.parts import Recusal
from awards.nominations.actions.course import locked_nomination
from awards.nominations.rules.terms import ENDED
from awards.sittings.actions.course import changed, locked_sitting, state_refusal
from awards.sittings.models.agenda import SittingItem
from awards.sittings.models.sitting import SittingSeat
from emulation.core import clock
from emulation.core.actions.audit import record
from emulation.core.actions.refusals import refusing_conflicts
from emulation.core.actor import Actor
from emulation.core.errors import Refusal


@transaction.atomic
def stand_aside(item: SittingItem, seat: SittingSeat, *, actor: Actor) -> Recusal:
    """At once and without a reason. A ballot that holds the dossier takes no vote of the member any more: its secretary
    prepares it anew, with a ballot of its own for the dossier."""
    sitting = locked_sitting(item.sitting)
    nomination = locked_nomination(item.nomination)
    if sitting.is_over or nomination.state in ENDED or not actor.may("write", seat):
        raise Refusal(state_refusal(sitting))
    with refusing_conflicts():
        recusal = Recusal.objects.create(
            nomination=nomination, user_id=actor.user_id, body=sitting.council.body, asked_at=clock.now()
        )
    actor.forget(FACTS)
    changed(sitting)
    record(actor, "awards.recuse", nomination, organisation_id=sitting.council.body_id)
    return recusal
