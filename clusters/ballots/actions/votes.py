"""What members and tellers do in a sealed ballot: cast the one vote, set a passphrase, hand over, count."""

from django.db import transaction
from django.utils.translation import gettext as _

from clusters.ballots.actions.ballots import record_count, unfit_in_words
from clusters.ballots.actions.tellers import refuse_of_one_member, teller_of
from clusters.ballots.models import MemberVote
from clusters.conferences.actions.conferences import locked_conference
from clusters.conferences.models.ballot import ConferenceBallot
from clusters.conferences.rules.ballot_terms import BallotPurpose
from clusters.organisations.models.organisation import Organisation
from emulation.core.actions import ballot_tellers, ballots
from emulation.core.actions.audit import record
from emulation.core.actor import Actor
from emulation.core.errors import Refusal


@transaction.atomic
def cast(held: ConferenceBallot, *, member: Organisation, choice: Organisation | None, actor: Actor) -> str:
    """By the member's approver; the mark of the vote, which is kept nowhere with the voter. `choice` None: blank."""
    if not actor.may("write", MemberVote(member.pk)):
        raise Refusal(_("A member's vote is cast by its own approver."))
    conference = locked_conference(held.conference)
    if choice is not None and not choice.during.contains(conference.held_on):
        raise Refusal(unfit_in_words(choice, conference, BallotPurpose(held.purpose)), field="choice")
    mark = ballots.cast_vote(held.ballot, voter=member.pk, choices=[] if choice is None else [choice.pk])
    record(actor, "clusters.cast_vote", held, after={"voter": member.name}, organisation_id=member.pk)
    return mark


@transaction.atomic
def set_passphrase(held: ConferenceBallot, *, passphrase: str, actor: Actor) -> None:
    conference = locked_conference(held.conference)
    teller = ballot_tellers.set_passphrase(held.ballot, passphrase=passphrase, actor=actor)
    _record(actor, "set_passphrase", held, conference, after={"teller": teller.name})


@transaction.atomic
def hand_over(held: ConferenceBallot, *, to, passphrase: str, new_passphrase: str, actor: Actor) -> None:
    conference = locked_conference(held.conference)
    new = teller_of(conference, to, field="to")
    for staying in held.ballot.tellers.exclude(user=actor.user_id):
        refuse_of_one_member(conference, new.user_id, staying.user_id, field="to")
    teller = ballot_tellers.hand_over(
        held.ballot,
        to=new,
        passphrase=passphrase,
        new_passphrase=new_passphrase,
        actor=actor,
    )
    _record(actor, "hand_over_ballot", held, conference, before={"teller": actor.name}, after={"teller": teller.name})


@transaction.atomic
def count(held: ConferenceBallot, *, passphrases: tuple[str, str], actor: Actor) -> ConferenceBallot:
    """By either teller, the other beside; both passphrases at once."""
    locked_conference(held.conference)
    now = ConferenceBallot.objects.select_related("conference", "ballot").get(pk=held.pk)
    if not actor.may("write", now, subject="ballot_teller"):
        raise Refusal(_("Only a teller of this ballot may do this."))
    held.ballot = ballots.count_votes(now.ballot, passphrases=passphrases, held_by=now, actor=actor)
    record_count(held, "count_votes", actor)
    return held


def _record(actor: Actor, verb: str, held: ConferenceBallot, conference, **said) -> None:
    record(actor, f"clusters.{verb}", held, organisation_id=conference.cluster_year.cluster.owner_id, **said)
