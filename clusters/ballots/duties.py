"""What waits for a person in a secret vote: a passphrase to set, a vote to cast, votes to count."""

from collections.abc import Iterator

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from clusters.conferences.models.ballot import ConferenceBallot
from emulation.core.actor import PROVINCIAL, Actor
from emulation.core.ballot_flow import BallotState, BallotWay
from emulation.core.duty import Duty, DutyKind, about
from emulation.core.models import BallotTeller, BallotVoter


class BallotDuty(DutyKind):
    PASSPHRASE = "ballots.passphrase"
    COUNT = "ballots.count"
    VOTE = "ballots.vote"


def ballot_duties(actor: Actor) -> list[Duty]:
    """Three questions, none for who has no vote and no ballot to see."""
    if actor.user_id is None or not actor.joined:
        return []
    held = {
        one.ballot_id: one
        for one in ConferenceBallot.objects.visible_to(actor)
        .in_motion()
        .filter(ballot__way=BallotWay.SEALED, conference__cluster_year__closed_on__isnull=True)
        .select_related("ballot", "conference")
        .annotate(missing=Count("ballot__voters", filter=Q(ballot__voters__has_voted=False)))
    }
    return [*_of_teller(actor, held), *_of_voters(actor, held)] if held else []


def _of_teller(actor: Actor, held) -> Iterator[Duty]:
    for teller in BallotTeller.objects.filter(ballot__in=held, user=actor.user_id):
        one = held[teller.ballot_id]
        if one.ballot.state == BallotState.PREPARED and not teller.is_ready:
            yield Duty(
                kind=BallotDuty.PASSPHRASE,
                title=_("Set your passphrase for the count: %(question)s") % {"question": one},
                url=_at("ballot-passphrase", one),
                why=_("You are one of the two tellers; voting waits for your passphrase."),
                subject=about(one),
                organisation=actor.body_of(PROVINCIAL),
                due=one.conference.held_on,
                is_now=True,
            )
        if one.ballot.state == BallotState.OPEN and not one.missing:
            yield Duty(
                kind=BallotDuty.COUNT,
                title=_("Open and count the votes: %(question)s") % {"question": one},
                url=_at("ballot-count", one),
                why=_("All votes are in; both tellers count them together."),
                subject=about(one),
                organisation=actor.body_of(PROVINCIAL),
                due=one.conference.held_on,
                is_now=True,
            )


def _of_voters(actor: Actor, held) -> Iterator[Duty]:
    """Voters of many ballots are chosen by ids: the table judges a record that is at hand."""
    opened = [pk for pk, one in held.items() if one.ballot.state == BallotState.OPEN]
    for voter in BallotVoter.objects.filter(ballot__in=opened, key__in=actor.approved, has_voted=False):
        one = held[voter.ballot_id]
        yield Duty(
            kind=BallotDuty.VOTE,
            title=_("Cast the vote of %(member)s: %(question)s") % {"member": voter, "question": one},
            url=_at("ballot-vote", one, voter.key),
            why=_("Voting is open at the conference."),
            subject=about(one),
            organisation=voter.key,
            due=one.conference.held_on,
            is_now=True,
        )


def _at(name: str, one: ConferenceBallot, *more) -> str:
    conference = one.conference
    return reverse(f"clusters:{name}", args=[conference.cluster_year_id, conference.pk, one.pk, *more])
