"""Who had a hand in a dossier, and for which body: whoever did may not judge it for another one."""

from awards.conflicts.models.parts import NominationHand
from awards.nominations.models.nomination import Nomination
from emulation.core import clock
from emulation.core.access import ITS_OWN
from emulation.core.actor import Actor
from emulation.core.flow import Step


def keep_hand(nomination: Nomination, actor: Actor, *, body_id: int | None = None) -> None:
    """In the transaction of the deed. `body_id`: for which body; whoever holds the dossier where it is not said."""
    if actor.user_id is None:
        return
    hand = NominationHand(
        nomination=nomination,
        user_id=actor.user_id,
        body_id=body_id or nomination.holder_id,
        first_at=clock.now(),
    )
    NominationHand.objects.bulk_create([hand], ignore_conflicts=True)


def desk_of_step(nomination: Nomination, step: Step) -> int | None:
    """The body whose desk takes the step; None where the nominator does, also while a desk has the dossier."""
    return None if ITS_OWN.issuperset(step.by) else nomination.holder_id
