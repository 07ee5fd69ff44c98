"""What waits for a person of a Council: a sitting of these days, a vote that is open, a passphrase before it."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from awards.sittings.models.casting import ballots_to_cast
from awards.sittings.models.sitting import Sitting, SittingSeat
from awards.sittings.rules.terms import Attendance
from emulation.core.actor import Actor
from emulation.core.ballot_flow import BallotState
from emulation.core.dates import format_date
from emulation.core.duty import Duty, DutyKind, about
from emulation.core.models import BallotTeller

SOON = timedelta(days=7)
TAKES_PART = (Attendance.UNKNOWN, Attendance.PRESENT)


class SittingDuty(DutyKind):
    ATTEND = "sittings.attend"
    VOTE = "sittings.vote"
    PASSPHRASE = "sittings.passphrase"


def sitting_duties(actor: Actor, on: date) -> Iterator[Duty]:
    """Of sittings not over; one question for most people, who are called to none."""
    if actor.user_id is None:
        return
    mine = Q(seats__user=actor.user_id) | Q(ballots__ballot__tellers__user=actor.user_id)
    if actor.secretaried:
        mine |= Q(council__body__in=actor.secretaried)
    rows = Sitting.objects.in_motion().filter(mine).select_related("council__body").distinct()
    for sitting in rows.order_by("pk"):
        seat = sitting.seats.filter(user=actor.user_id).first()
        if sitting.is_open and _has_votes_to_cast(seat, actor):
            title = _("Vote in secret: %(sitting)s") % {"sitting": sitting}
            yield _duty(SittingDuty.VOTE, title, "awards:sitting-vote", sitting, actor)
        elif _is_called(sitting, seat, actor, on):
            yield _to_attend(sitting, actor, on)
        own = BallotTeller.objects.filter(user=actor.user_id, public_key=None, ballot__state=BallotState.PREPARED)
        if sitting.is_open and own.filter(ballot__sitting_ballot__sitting=sitting).exists():
            title = _("Set your passphrase as teller: %(sitting)s") % {"sitting": sitting}
            yield _duty(SittingDuty.PASSPHRASE, title, "awards:sitting-passphrase", sitting, actor)


def _has_votes_to_cast(seat: SittingSeat | None, actor: Actor) -> bool:
    """Ballots that the member may cast; one with a dossier kept from the member is nobody's duty."""
    return seat is not None and seat.has_votes_to_cast and bool(ballots_to_cast(seat, actor).ballots)


def _is_called(sitting: Sitting, seat: SittingSeat | None, actor: Actor, on: date) -> bool:
    """To a meeting in session or of these days: its secretary, until it is concluded; members who are not absent."""
    if sitting.is_in_writing or (not sitting.is_open and sitting.held_on > on + SOON):
        return False
    if sitting.council.body_id in actor.secretaried:
        return True
    is_missed = not sitting.is_open and sitting.held_on < on
    return seat is not None and seat.attendance in TAKES_PART and not is_missed


def _to_attend(sitting: Sitting, actor: Actor, on: date) -> Duty:
    said = {"council": sitting.council, "day": format_date(sitting.held_on)}
    if sitting.is_open:
        title = _("%(council)s sits: in session now") % said
    elif sitting.held_on == on:
        title = _("%(council)s sits: today") % said
    else:
        title = _("%(council)s sits: %(day)s") % said
    is_now = sitting.is_open or sitting.held_on == on
    return _duty(SittingDuty.ATTEND, title, "awards:sitting", sitting, actor, why=sitting.place, is_now=is_now)


def _duty(
    kind: SittingDuty, title: str, page: str, sitting: Sitting, actor: Actor, *, why: str = "", is_now: bool = False
) -> Duty:
    return Duty(
        kind=kind,
        title=title,
        url=reverse(page, args=[sitting.pk]),
        why=why or str(sitting.council),
        due=None if is_now else sitting.agreed_on,
        subject=about(sitting),
        organisation=min((where for _role, where in actor.mandates), default=None),
        is_now=is_now,
    )
