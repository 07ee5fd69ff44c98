"""Secret votes of a sitting: prepared together, opened, voted in, counted by two tellers, annulled where need be."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from awards.nominations.actions.halting import refuse_halted
from awards.nominations.models.nomination import Nomination
from awards.sittings.actions.course import changed, locked_sitting, locked_whole_for
from awards.sittings.actions.tellers import tellers_of
from awards.sittings.models.agenda import (
    IN_MOTION,
    SittingBallot,
    SittingItem,
    against_key,
    for_key,
    kept_from_seats,
)
from awards.sittings.models.casting import ballots_to_cast, kept_from_ballot
from awards.sittings.models.sitting import Sitting, SittingSeat
from awards.sittings.models.wording import AGREES, DISAGREES
from awards.sittings.rules.terms import BY_TELLERS, VOTING, Attendance
from awards.sittings.rules.voting import quorum_without, votes_are_awaited
from awards.sittings.words import withheld_in_words
from emulation.core import clock
from emulation.core.actions import ballot_tellers, ballots
from emulation.core.actions.audit import record
from emulation.core.actions.ballots import Named, wrong_passphrase
from emulation.core.actor import Actor
from emulation.core.ballot_box import fits
from emulation.core.ballot_flow import BallotState, BallotWay
from emulation.core.dates import format_date
from emulation.core.errors import Refusal
from emulation.core.models import BallotOption, BallotVoter, User
from emulation.core.models.fields import longest


@transaction.atomic
def prepare_ballots(sitting: Sitting, *, first_teller: User, second_teller: User, actor: Actor) -> int:
    """For every dossier of the agenda that has no counted vote and none on its way: those that all may judge share one
    ballot, each other has its own. How many ballots."""
    sitting = locked_whole_for(sitting, actor)
    if not sitting.is_open:
        raise Refusal(_("A vote is held while the sitting is in session. Open it first."))
    waiting = sitting.items.pending().exclude(ballot__ballot__state__in=[*IN_MOTION, BallotState.COUNTED])
    items = list(waiting.select_for_update(of=("self",)).select_related("nomination").order_by("position", "pk"))
    if not items:
        raise Refusal(_("Every dossier of the agenda has its ballot. Put others on the agenda first."))
    refuse_halted(one.nomination for one in items)
    tellers = tellers_of(sitting, first_teller, second_teller)
    seats = list(sitting.seats.all())
    kept = kept_from_seats(items, seats, sitting.council.body_id)
    groups: dict[int, list[SittingItem]] = defaultdict(list)
    for one in items:
        groups[one.pk if kept.get(one.pk) else 0].append(one)
    made = []
    for own, group in sorted(groups.items()):
        out = len(kept.get(own, ()))
        ballot = ballots.prepare_ballot(
            question=_question(sitting, group),
            way=BallotWay.SEALED,
            options=[
                Named(key, f"{name[:180]}: {said}")
                for one in group
                for name in [str(one.nomination)]
                for key, said in ((for_key(one), AGREES), (against_key(one), DISAGREES))
            ],
            tellers=tellers,
            quorum=quorum_without(sitting.quorum, len(seats), out, sitting.council.quorum_share),
            own_excluded=False,
            most_choices=len(group),
            actor=actor,
        )
        held = SittingBallot.objects.create(sitting=sitting, ballot=ballot, kept_out=out)
        sitting.items.filter(pk__in=[one.pk for one in group]).update(ballot=held)
        made.append(held)
    changed(sitting)
    said = {"ballots": len(made), "dossiers": len(items), "tellers": [one.name for one in tellers]}
    _record(actor, "prepare_votes", sitting, after=said, tells_of=[one.nomination for one in items])
    return len(made)


@transaction.atomic
def set_passphrases(sitting: Sitting, *, passphrase: str, actor: Actor) -> None:
    """By a teller, once for all ballots that are prepared."""
    sitting = locked_sitting(sitting)
    for held in _in(sitting, BallotState.PREPARED, actor):
        ballot_tellers.set_passphrase(held.ballot, passphrase=passphrase, actor=actor)
    changed(sitting)
    _record(actor, "set_passphrase", sitting, after={"teller": actor.name})


@transaction.atomic
def open_votes(sitting: Sitting, *, actor: Actor) -> int:
    """All that are prepared. Each member present, and each absent one who votes in writing, gets a ballot, but for
    dossiers that the member may not judge. Refused where the sitting has no quorum any more. How many ballots."""
    sitting = locked_whole_for(sitting, actor)
    seats = list(sitting.seats.all())
    there = sum(one.attendance == Attendance.PRESENT for one in seats)
    if there < sitting.quorum and not sitting.is_in_writing:
        raise Refusal(
            _("%(present)s members are recorded as present; at least %(quorum)s must be. Record the attendance.")
            % {"present": there, "quorum": sitting.quorum}
        )
    prepared = list(sitting.ballots.filter(ballot__state=BallotState.PREPARED).select_related("ballot"))
    if not prepared:
        raise Refusal(_("No ballot is prepared. Prepare the vote first."))
    refuse_halted(_dossiers_in(prepared).only("halted_at", "halted_why", "name"))
    for held in prepared:
        held.sitting = sitting
        kept = kept_from_ballot(held, seats)
        if len(kept) != held.kept_out:
            raise Refusal(
                _(
                    "Who may not judge a dossier has changed since the ballots were prepared. "
                    "Annul them and prepare anew."
                )
            )
        voters = [Named(one.pk, one.name) for one in seats if one.attendance in VOTING and one.pk not in kept]
        if kept and len(voters) < held.ballot.quorum:
            raise Refusal(
                _(
                    "On a dossier that some may not judge, %(voters)s members can vote; at least %(quorum)s must. "
                    "Annul the ballots and put it on another sitting, or record who votes in writing."
                )
                % {"voters": len(voters), "quorum": held.ballot.quorum}
            )
        ballots.open_ballot(
            held.ballot,
            eligible=len(seats) - len(kept),
            voters=voters,
            held_by=held,
            actor=actor,
        )
    changed(sitting)
    names = [one.name for one in seats if one.attendance in VOTING]
    said = {"ballots": len(prepared), "voters": names}
    _record(actor, "open_votes", sitting, after=said, tells_of=_dossiers_in(prepared))
    return len(prepared)


@transaction.atomic
def cast_votes(seat: SittingSeat, said: Mapping[int, bool], *, actor: Actor) -> list[str]:
    """`said`: whether the member agrees, for each dossier of the ballots that are the member's to cast. The marks of
    the votes, in the order of the ballots, for the member's eyes only."""
    if not actor.may("write", seat):
        raise Refusal(_("A member votes from the own account."))
    sitting = locked_sitting(seat.sitting)
    if sitting.votes_until is not None and clock.today() > sitting.votes_until:
        raise Refusal(
            _("Votes were taken until %(day)s; the tellers count them now.") % {"day": format_date(sitting.votes_until)}
        )
    return _cast(sitting, seat, said, "cast_council_vote", actor)


@transaction.atomic
def enter_written_votes(
    seat: SittingSeat, said: Mapping[int, bool], *, passphrases: tuple[str, str], actor: Actor
) -> list[str]:
    """The vote on paper of a member who is absent or asked without a meeting, entered by both tellers together: each
    types the own passphrase. One that came in time may be entered after the last day."""
    sitting = locked_sitting(seat.sitting)
    if seat.attendance not in BY_TELLERS:
        raise Refusal(_("This member is not recorded as voting in writing. Record the attendance first."))
    for held in _in(sitting, BallotState.OPEN, actor):
        for teller, passphrase in zip(held.ballot.tellers.order_by("position"), passphrases, strict=True):
            if not fits(passphrase, teller.key):
                raise wrong_passphrase(teller, field=f"passphrase_{teller.position}")
        break
    return _cast(sitting, seat, said, "enter_written_vote", actor)


def _cast(sitting: Sitting, seat: SittingSeat, said: Mapping[int, bool], verb: str, actor: Actor) -> list[str]:
    to_cast = ballots_to_cast(seat, actor)
    if not to_cast.ballots:
        if to_cast.is_part_withheld:
            raise Refusal(withheld_in_words(to_cast))
        raise Refusal(_("Nothing is open that this member has not voted on. Open the page again."))
    marks = []
    for held in to_cast.ballots:
        items = list(held.items.all())
        if missing := [str(one) for one in items if one.pk not in said]:
            raise Refusal(
                _("Tick “agrees” or “does not agree” for each dossier; missing: %(names)s.")
                % {"names": ", ".join(missing)}
            )
        choices = [for_key(one) if said[one.pk] else against_key(one) for one in items]
        marks.append(ballots.cast_vote(held.ballot, voter=seat.pk, choices=choices))
    changed(sitting)
    _record(actor, verb, sitting, after={"voter": seat.name})
    return marks


@transaction.atomic
def count_votes(sitting: Sitting, *, passphrases: tuple[str, str], actor: Actor) -> int:
    """All that are open, by either teller, the other beside. How many ballots."""
    sitting = locked_sitting(sitting)
    opened = _in(sitting, BallotState.OPEN, actor)
    _refuse_too_early(sitting)
    for held in opened:
        held.sitting = sitting
        ballot = ballots.count_votes(held.ballot, passphrases=passphrases, held_by=held, actor=actor)
        votes = [f"{one.name}: {one.votes_for}" for one in BallotOption.objects.filter(ballot=ballot)]
        numbers = {name: getattr(ballot, name) for name in ("eligible", "present", "collected", "valid", "invalid")}
        said = numbers | {"votes": votes}
        _record(actor, "count_council_votes", sitting, after=said, tells_of=_dossiers_in([held]))
    changed(sitting)
    return len(opened)


def _refuse_too_early(sitting: Sitting) -> None:
    """Without a number: a teller may be kept from one of the dossiers voted on."""
    if votes_are_awaited(sitting.votes_until, clock.today(), is_missing=_somebody_is_missing(sitting)):
        raise Refusal(
            _("Not all members have voted yet; votes are taken until %(day)s. Count after it, or when all have voted.")
            % {"day": format_date(sitting.votes_until)}
        )


def _somebody_is_missing(sitting: Sitting) -> bool:
    waiting = BallotVoter.objects.filter(ballot__sitting_ballot__sitting=sitting, ballot__state=BallotState.OPEN)
    return waiting.filter(has_voted=False).exists()


@transaction.atomic
def annul_votes(sitting: Sitting, *, why: str, actor: Actor) -> int:
    """All on their way: votes are dropped unread, then they can be prepared anew. How many ballots."""
    sitting = locked_whole_for(sitting, actor)
    moving = list(sitting.ballots.filter(ballot__state__in=IN_MOTION).select_related("ballot"))
    if not moving:
        raise Refusal(_("No vote is on its way."))
    for held in moving:
        held.sitting = sitting
        ballots.annul_ballot(held.ballot, why=why, held_by=held, actor=actor)
    changed(sitting)
    said = {"ballots": len(moving)}
    _record(actor, "annul_votes", sitting, after=said, why=why, tells_of=_dossiers_in(moving))
    return len(moving)


def _in(sitting: Sitting, state: BallotState, actor: Actor) -> list[SittingBallot]:
    """Ballots in the state of which the person is a teller."""
    rows = sitting.ballots.filter(ballot__state=state, ballot__tellers__user=actor.user_id)
    found = list(rows.select_related("ballot").order_by("pk")) if actor.user_id is not None else []
    if not found:
        raise Refusal(_("You are teller of no ballot that waits for this. Open the page again."))
    return found


def _question(sitting: Sitting, group: list[SittingItem]) -> str:
    if len(group) == 1:
        return f"{sitting}: {group[0]}"[: longest(ballots.SealedBallot, "question")]
    said = ngettext("%(sitting)s: %(number)s dossier", "%(sitting)s: %(number)s dossiers", len(group))
    return said % {"sitting": sitting, "number": len(group)}


def _dossiers_in(ballots_held: Iterable[SittingBallot]) -> QuerySet[Nomination]:
    return Nomination.objects.filter(sitting_items__ballot__in=ballots_held).only("pk").order_by("pk")


def _record(actor: Actor, verb: str, sitting: Sitting, **said) -> None:
    record(actor, f"awards.{verb}", sitting, organisation_id=sitting.council.body_id, **said)
