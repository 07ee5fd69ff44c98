"""What the minutes of a conference say, read from the database into one frozen value."""

from dataclasses import dataclass
from datetime import date, time

from clusters.ballots.models import ballots_of
from clusters.conferences.rules.terms import ConferenceKind, ConferenceState
from clusters.models import Conference
from emulation.core.ballot_flow import BallotState
from reports.ballot_count.material import CountedBallot, counted_in
from reports.document.rules.issuer import Issuer
from reports.document.rules.issuer import Paper as PaperKind
from reports.document.rules.wording import OfCluster
from reports.runs.models.issuers import issuer_of


@dataclass(frozen=True)
class Delegation:
    """`office` at its head; `people` is 0 for who is absent, `is_present` None where nothing was recorded."""

    name: str
    is_present: bool | None
    office: str = ""
    people: int = 0
    why_absent: str = ""


@dataclass(frozen=True)
class Point:
    title: str
    presenter: str
    conclusion: str


@dataclass(frozen=True)
class MinutesMaterial(OfCluster):
    """`signs_year`: the next year, where its pact is signed at the same meeting. `ballots`: those counted, in
    order."""

    cluster: str
    issuer: Issuer
    kind: ConferenceKind
    subject: str
    year: int
    signs_year: int | None
    is_closed: bool
    held_on: date
    place: str
    host: str
    chair: str
    secretary: str
    quorum: int
    members: tuple[Delegation, ...]
    guests: tuple[Delegation, ...]
    points: tuple[Point, ...]
    papers: tuple[str, ...]
    conclusion: str
    checksum: str
    began_at: time | None = None
    ended_at: time | None = None
    ballots: tuple[CountedBallot, ...] = ()
    is_block: bool = False


def minutes_material(conference: Conference) -> MinutesMaterial:
    """`conference.cluster_year.cluster.owner`, `host` and `signs_year` are at hand. The number of
    questions grows with the ballots only."""
    year = conference.cluster_year
    attendance = list(conference.attendance.all())
    kept = {one.organisation_id: one for one in attendance if one.organisation_id}
    return MinutesMaterial(
        is_block=year.cluster.is_block,
        cluster=year.cluster.name,
        issuer=issuer_of(PaperKind.MINUTES, cluster_year=year, on=conference.held_on, met_with=conference.host),
        kind=ConferenceKind(conference.kind),
        subject=conference.subject,
        year=year.year,
        signs_year=conference.signs_year.year if conference.signs_year else None,
        is_closed=conference.state == ConferenceState.CLOSED,
        held_on=conference.held_on,
        place=conference.place,
        host=conference.host.official_name if conference.host else "",
        chair=conference.chair,
        secretary=conference.secretary,
        quorum=conference.quorum,
        members=tuple(_delegation(member.official_name, kept.get(member.pk)) for member in conference.members),
        guests=tuple(_delegation(one.office, one) for one in attendance if one.organisation_id is None),
        points=tuple(Point(one.title, one.presenter, one.conclusion) for one in conference.items.all()),
        papers=tuple(conference.papers.filter(withdrawn_at__isnull=True).values_list("title", flat=True)),
        conclusion=conference.conclusion,
        checksum=conference.checksum,
        began_at=conference.began_at,
        ended_at=conference.ended_at,
        ballots=tuple(counted_in(one) for one in ballots_of(conference) if one.ballot.state == BallotState.COUNTED),
    )


def _delegation(name: str, one) -> Delegation:
    if one is None:
        return Delegation(name, None)
    return Delegation(name, one.is_present, one.office, one.people, one.why_absent)
