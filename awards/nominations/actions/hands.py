"""Who had a hand in a dossier, and for which body: whoever did may not judge it for another one."""

from collections.abc import Iterable

from awards.conflicts.models.parts import NominationHand
from awards.nominations.models.nomination import Nomination, NominationStep
from awards.nominations.models.readings import tell_of_reading
from emulation.core import clock
from emulation.core.access import ITS_OWN, Relation
from emulation.core.actor import Actor
from emulation.core.flow import Step


def keep_hand(nomination: Nomination, actor: Actor, *, body: int | None = None) -> None:
    """In the transaction of the deed; for whoever holds the dossier, or another `body`."""
    if actor.user_id is not None:
        of = body or nomination.holder_id
        _keep([NominationHand(nomination=nomination, user_id=actor.user_id, body_id=of)])
    if body is None:
        tell_of_reading(nomination, actor, writes=True)


def keep_hands(steps: Iterable[NominationStep]) -> None:
    """Of steps that were taken: for the desk, or for the nominator."""
    _keep(
        NominationHand(
            nomination_id=step.nomination_id,
            user_id=step.taken_by_id,
            body_id=step.desk_id or step.nomination.organisation_id,
        )
        for step in steps
        if step.taken_by_id is not None
    )


def _keep(hands: Iterable[NominationHand]) -> None:
    now = clock.now()
    kept = list(hands)
    for hand in kept:
        hand.first_at = now
    NominationHand.objects.bulk_create(kept, ignore_conflicts=True)


def desk_of_step(nomination: Nomination, step: Step) -> int | None:
    """The body whose desk takes the step; None where the nominator does, also while a desk has the dossier."""
    if Relation.SENDER_APPROVER in step.by:
        return nomination.province_id
    return None if ITS_OWN.issuperset(step.by) else nomination.holder_id
