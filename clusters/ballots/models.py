"""What a conference's ballots are prepared from, and what they decided."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.contrib.auth import get_user_model

from clusters.ballots.rules import BallotOutcome, outcome_of
from clusters.conferences.models.ballot import ConferenceBallot
from clusters.conferences.models.conference import Attendance, Conference
from clusters.conferences.rules.ballot_terms import BallotPurpose
from clusters.organisations.models.organisation import Organisation
from clusters.people.models.mandate import Mandate
from clusters.regulation.models.scheme import Scheme
from clusters.regulation.rules.terms import BallotBase, SchemeState
from clusters.results.models.board import drawn_places, may_be_elected, places_in_order
from clusters.scores.models.board import board_of
from clusters.scores.models.score import Score, ScoringRound
from clusters.scores.rules.terms import RoundState
from emulation.core.access import Whose
from emulation.core.actor import PROVINCIAL
from emulation.core.ballot_flow import BallotState
from emulation.core.models import SealedBallot


@dataclass(frozen=True)
class StandingByPoints:
    """Where a member stands by the frozen points: its place, and the knock-outs that hold, in words."""

    place: int
    knocked_out: str


@dataclass(frozen=True)
class MemberVote:
    """The one vote of a member, as a record that its people stand to. `member`: the organisation's id, which is also
    the voter's key in the ballot."""

    member: int

    @property
    def whose(self) -> Whose:
        return Whose(organisations=frozenset({self.member}))

    @property
    def table_row(self) -> str:
        return "ballot_vote"


def adopted_scheme(conference: Conference) -> Scheme | None:
    return Scheme.objects.filter(cluster_year=conference.cluster_year_id, state=SchemeState.ADOPTED).first()


def standings_by_points(conference: Conference) -> dict[int, StandingByPoints]:
    """{member: where it stands}; empty while the points of the year are not frozen."""
    scoring = ScoringRound.objects.filter(cluster_year=conference.cluster_year_id, state=RoundState.FROZEN).first()
    if scoring is None:
        return {}
    scoring.cluster_year = conference.cluster_year
    board = board_of(scoring, scores=Score.objects.all(), on=conference.held_on)
    drawn = drawn_places(board)
    order = places_in_order(drawn, board.scheme)
    return {one.organisation_id: StandingByPoints(order[one.organisation_id].number, one.knocked_out) for one in drawn}


def candidates_for(purpose: BallotPurpose, conference: Conference) -> list[Organisation]:
    """Members that exist: on the day of the conference, or still in the next year where a post of it is voted on. Who
    is knocked out by the frozen points is not acclaimed."""
    members = list(conference.members.on(conference.held_on))
    if purpose is not BallotPurpose.ACCLAIM:
        return may_be_elected(conference.cluster_year, members)
    known = standings_by_points(conference)
    return [one for one in members if one.pk not in known or not known[one.pk].knocked_out]


def present_members(conference: Conference) -> list[Organisation]:
    there = Attendance.objects.filter(conference=conference, is_present=True, organisation__isnull=False)
    return list(conference.members.filter(pk__in=there.values("organisation")))


def possible_tellers(conference: Conference):
    """Accounts of the members' people on the day of the conference."""
    return get_user_model().objects.filter(pk__in=_mandates_at(conference).values("user"), is_active=True)


def members_of_both(conference: Conference, one: int, other: int) -> list[Organisation]:
    """Members for which both accounts work on the day of the conference."""
    held = _mandates_at(conference)
    of_one, of_other = (held.filter(user=user).values("organisation") for user in (one, other))
    return list(conference.members.filter(pk__in=of_one).filter(pk__in=of_other))


def _mandates_at(conference: Conference):
    return Mandate.objects.on(conference.held_on).filter(organisation__in=conference.members, role__in=PROVINCIAL)


def votes_in(ballot) -> dict[int, int]:
    return {one.key: one.votes_for for one in ballot.options.all()}


def outcome_in(found: ConferenceBallot) -> BallotOutcome | None:
    """By the adopted regulation; None until the votes are counted. Places by points part equals where a unit is
    acclaimed."""
    ballot, scheme = found.ballot, adopted_scheme(found.conference)
    if ballot.state != BallotState.COUNTED or scheme is None:
        return None
    of = base_of(ballot, scheme)
    votes = votes_in(ballot)
    told = _told(votes, scheme.ballot_threshold, of)
    if len(told.leading) < 2 or found.purpose != BallotPurpose.ACCLAIM:
        return told
    places = {key: one.place for key, one in standings_by_points(found.conference).items()}
    return _told(votes, scheme.ballot_threshold, of, places)


def base_of(ballot: SealedBallot, scheme: Scheme) -> int:
    """Of how many voters the share of votes is taken."""
    return ballot.eligible if scheme.ballot_base == BallotBase.ELIGIBLE else ballot.present


def _told(votes, threshold: Decimal, of: int, places=None) -> BallotOutcome:
    return outcome_of(votes, threshold=threshold, of=of, places=places)


def last_counted(conference: Conference) -> dict[BallotPurpose, ConferenceBallot]:
    """For each purpose the ballot that decides."""
    return {BallotPurpose(one.purpose): one for one in _with_ballots(conference.ballots.counted())}


def ballots_of(conference: Conference) -> Iterable[ConferenceBallot]:
    return _with_ballots(conference.ballots.all())


def _with_ballots(found) -> list[ConferenceBallot]:
    return list(
        found.select_related("ballot", "conference__cluster_year").prefetch_related("ballot__options").order_by("pk")
    )
