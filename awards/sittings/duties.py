"""What waits for a person of a Council: a vote that is open, a passphrase before it."""

from collections.abc import Iterator

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from awards.sittings.models.sitting import Sitting
from awards.sittings.rules.terms import SittingState
from emulation.core.actor import Actor
from emulation.core.ballot_flow import BallotState
from emulation.core.duty import Duty, DutyKind, about
from emulation.core.models import BallotTeller


class SittingDuty(DutyKind):
    VOTE = "sittings.vote"
    PASSPHRASE = "sittings.passphrase"


def sitting_duties(actor: Actor) -> Iterator[Duty]:
    """Of sittings in session; one question for most people, who are called to none."""
    if actor.user_id is None:
        return
    mine = Q(seats__user=actor.user_id) | Q(ballots__ballot__tellers__user=actor.user_id)
    rows = Sitting.objects.filter(mine, state=SittingState.OPEN).select_related("council__body").distinct()
    for sitting in rows.order_by("pk"):
        seat = sitting.seats.filter(user=actor.user_id).first()
        if seat is not None and seat.has_votes_to_cast:
            title = _("Vote in secret: %(sitting)s") % {"sitting": sitting}
            yield _duty(SittingDuty.VOTE, title, "awards:sitting-vote", sitting, actor)
        own = BallotTeller.objects.filter(user=actor.user_id, public_key=None, ballot__state=BallotState.PREPARED)
        if own.filter(ballot__sitting_ballot__sitting=sitting).exists():
            title = _("Set your passphrase as teller: %(sitting)s") % {"sitting": sitting}
            yield _duty(SittingDuty.PASSPHRASE, title, "awards:sitting-passphrase", sitting, actor)


def _duty(kind: SittingDuty, title: str, page: str, sitting: Sitting, actor: Actor) -> Duty:
    return Duty(
        kind=kind,
        title=title,
        url=reverse(page, args=[sitting.pk]),
        why=str(sitting.council),
        due=sitting.agreed_on,
        subject=about(sitting),
        organisation=min((where for _role, where in actor.mandates), default=None),
    )
