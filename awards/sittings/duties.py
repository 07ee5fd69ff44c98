"""What waits for a person of a Council: a vote that is open, a passphrase before it."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from awards.sittings.models.sitting import Sitting, SittingSeat
from awards.sittings.rules.terms import SittingState
from emulation.core.actor import Actor
from emulation.core.ballot_flow import BallotState
from emulation.core.duty import Duty, DutyKind, about


class SittingDuty(DutyKind):
    VOTE = "sittings.vote"
    PASSPHRASE = "sittings.passphrase"


def sitting_duties(actor: Actor) -> Iterator[Duty]:
    """Of sittings in session: two questions for most people, who sit in none."""
    if actor.user_id is None:
        return
    body = min((where for _role, where in actor.mandates), default=None)
    voting = {"sitting__ballots__ballot__state": BallotState.OPEN, "sitting__state": SittingState.OPEN}
    seats = SittingSeat.objects.filter(user=actor.user_id, **voting).select_related("sitting__council__body").distinct()
    for seat in seats.order_by("pk"):
        if seat.has_votes_to_cast:
            yield Duty(
                kind=SittingDuty.VOTE,
                title=_("Vote in secret: %(sitting)s") % {"sitting": seat.sitting},
                url=reverse("awards:sitting-vote", args=[seat.sitting_id]),
                why=str(seat.sitting.council),
                due=seat.sitting.held_on,
                subject=about(seat.sitting),
                organisation=body,
            )
    waiting = {"ballots__ballot__state": BallotState.PREPARED, "ballots__ballot__tellers__user": actor.user_id}
    rows = Sitting.objects.filter(**waiting, ballots__ballot__tellers__public_key__isnull=True)
    for sitting in rows.select_related("council__body").distinct().order_by("pk"):
        if sitting.ballots.filter(ballot__tellers__user=actor.user_id, ballot__tellers__public_key=None).exists():
            yield Duty(
                kind=SittingDuty.PASSPHRASE,
                title=_("Set your passphrase as teller: %(sitting)s") % {"sitting": sitting},
                url=reverse("awards:sitting-passphrase", args=[sitting.pk]),
                why=str(sitting.council),
                due=sitting.held_on,
                subject=about(sitting),
                organisation=body,
            )
