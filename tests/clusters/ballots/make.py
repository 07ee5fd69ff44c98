"""Builders of sealed ballots: a world of members with people, a conference in session, a ballot voted on."""

from dataclasses import dataclass

from clusters.ballots.actions.ballots import open_voting, prepare
from clusters.ballots.actions.votes import cast, count, set_passphrase
from clusters.conferences.rules.ballot_terms import BallotPurpose
from clusters.models import ClusterYear, Conference, ConferenceBallot, Scheme
from emulation.core.actor import Actor
from emulation.core.ballot_flow import BallotState, BallotWay
from emulation.core.models import SealedBallot, User
from tests.clusters.conferences.make import opened
from tests.clusters.figures.make import City, make_city
from tests.clusters.membership.make import make_cluster_year
from tests.clusters.regulation.make import adopt, make_scheme

FIRST = "mot cau dai de nho"
SECOND = "cau khac cung kha dai"


@dataclass(frozen=True)
class Meeting:
    """`cities[0]` heads the cluster; tellers are the officers of the second and the third."""

    year: ClusterYear
    conference: Conference
    cities: tuple[City, ...]

    @property
    def head(self) -> City:
        return self.cities[0]

    @property
    def tellers(self) -> tuple[Actor, Actor]:
        return self.cities[1].officer, self.cities[2].officer

    @property
    def teller_accounts(self) -> dict:
        first, second = self.tellers
        return {
            "first_teller": User.objects.get(pk=first.user_id),
            "second_teller": User.objects.get(pk=second.user_id),
        }

    @property
    def units(self):
        return [city.organisation for city in self.cities]


def make_meeting(*, members=5, quorum=3, adopted=True, **scheme_fields) -> Meeting:
    """In session with everybody there, under a regulation that is adopted unless `adopted` is False."""
    year = make_cluster_year()
    cities = tuple(make_city(cluster_year=year, is_head=not at) for at in range(members))
    made = make_scheme(cluster_year=year)
    if scheme_fields:
        Scheme.objects.filter(pk=made.scheme.pk).update(**scheme_fields)
    if adopted:
        adopt(Scheme.objects.get(pk=made.scheme.pk))
    return Meeting(year, opened(year, cities[0], quorum=quorum), cities)


def prepared(meeting: Meeting, *, purpose=BallotPurpose.ACCLAIM, candidates=None, **said) -> ConferenceBallot:
    return prepare(
        meeting.conference,
        purpose=purpose,
        candidates=meeting.units if candidates is None else candidates,
        actor=meeting.head.officer,
        **({"way": BallotWay.SEALED} | meeting.teller_accounts | said),
    )


def with_passphrases(meeting: Meeting, held: ConferenceBallot) -> ConferenceBallot:
    for teller, passphrase in zip(meeting.tellers, (FIRST, SECOND), strict=True):
        set_passphrase(held, passphrase=passphrase, actor=teller)
    return held


def voting(meeting: Meeting, **said) -> ConferenceBallot:
    held = open_voting(with_passphrases(meeting, prepared(meeting, **said)), actor=meeting.head.officer)
    held.ballot.refresh_from_db()
    return held


def vote_all(meeting: Meeting, held: ConferenceBallot, choices) -> list[str]:
    """`choices`: for each city the place of the chosen one, None for a blank vote, "-" for who does not vote."""
    return [
        cast(
            held,
            member=city.organisation,
            choice=None if choice is None else meeting.units[choice],
            actor=city.approver,
        )
        for city, choice in zip(meeting.cities, choices, strict=True)
        if choice != "-"
    ]


def counted(meeting: Meeting, choices=(1, 0, 0, 0, 0), **said) -> ConferenceBallot:
    held = voting(meeting, **said)
    vote_all(meeting, held, choices)
    return count(held, passphrases=(FIRST, SECOND), actor=meeting.tellers[0])


def fresh(held: ConferenceBallot) -> SealedBallot:
    return SealedBallot.objects.get(pk=held.ballot_id)


def make_counted_ballot(*, conference: Conference, options, tellers) -> ConferenceBallot:
    """Without walking there: for tests of what may be seen. `tellers`: two accounts."""
    ballot = SealedBallot.objects.create(question="Câu hỏi thử", way=BallotWay.SEALED, quorum=1)
    for at, one in enumerate(options):
        ballot.options.create(position=at, key=one.pk, name=one.name, votes_for=0)
    for at, one in enumerate(tellers, 1):
        ballot.tellers.create(position=at, name=one.full_name, user=one)
    made = ConferenceBallot.objects.create(conference=conference, purpose=BallotPurpose.ACCLAIM, ballot=ballot)
    SealedBallot.objects.filter(pk=ballot.pk).update(
        state=BallotState.COUNTED, eligible=1, present=1, issued=1, collected=1, valid=0, invalid=1
    )
    return made
