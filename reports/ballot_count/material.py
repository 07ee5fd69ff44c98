"""What the minutes of a counted ballot say, read from the database into one frozen value."""

from dataclasses import dataclass
from datetime import date

from clusters.ballots.models import adopted_scheme, base_of, outcome_in
from clusters.ballots.rules import OutcomeKind
from clusters.conferences.rules.ballot_terms import BallotPurpose
from clusters.conferences.rules.terms import ConferenceKind
from clusters.models import ConferenceBallot
from emulation.core.ballot_flow import BallotWay
from emulation.core.numbers import format_decimal
from reports.document.rules.issuer import Issuer
from reports.document.rules.issuer import Paper as PaperKind
from reports.document.rules.wording import OfCluster
from reports.runs.models.issuers import issuer_of


@dataclass(frozen=True)
class CountedBallot(OfCluster):
    """`votes`: (unit, votes for), most first. `kind`, `leading`, `chosen`, `most`: what it decided, by names; `of` so
    many voters. `threshold`: per cent, as printed, of `base` in words. `marks`: of the sealed votes, sorted; none where
    votes were on paper."""

    question: str
    is_on_paper: bool
    is_repeated: bool
    eligible: int
    present: int
    issued: int
    collected: int
    valid: int
    invalid: int
    votes: tuple[tuple[str, int], ...]
    purpose: BallotPurpose
    kind: OutcomeKind
    leading: tuple[str, ...]
    chosen: str
    most: int
    of: int
    threshold: str
    base: str
    own_excluded: bool
    tellers: tuple[str, ...]
    marks: tuple[str, ...]
    is_block: bool = False


@dataclass(frozen=True)
class BallotMaterial(OfCluster):
    """`kind`, `subject`, `year` and `signs_year` name the conference."""

    cluster: str
    issuer: Issuer
    kind: ConferenceKind
    subject: str
    year: int
    signs_year: int | None
    held_on: date
    place: str
    counted: CountedBallot
    number: int
    is_block: bool = False


def ballot_material(found: ConferenceBallot) -> BallotMaterial:
    """Of a counted ballot whose `conference.cluster_year.cluster.owner` is at hand."""
    conference = found.conference
    cluster = conference.cluster_year.cluster
    return BallotMaterial(
        is_block=cluster.is_block,
        cluster=cluster.name,
        issuer=issuer_of(
            PaperKind.BALLOT_COUNT,
            cluster_year=conference.cluster_year,
            on=conference.held_on,
            met_with=conference.host,
        ),
        kind=ConferenceKind(conference.kind),
        subject=conference.subject,
        year=conference.cluster_year.year,
        signs_year=conference.signs_year.year if conference.signs_year else None,
        held_on=conference.held_on,
        place=conference.place,
        counted=counted_in(found),
        number=found.pk,
    )


def counted_in(found: ConferenceBallot) -> CountedBallot:
    ballot, scheme, told = found.ballot, adopted_scheme(found.conference), outcome_in(found)
    options = sorted(ballot.options.all(), key=lambda one: (-one.votes_for, one.position))
    return CountedBallot(
        is_block=found.conference.cluster_year.cluster.is_block,
        question=ballot.question,
        is_on_paper=ballot.way == BallotWay.ON_PAPER,
        is_repeated=ballot.repeats_id is not None,
        eligible=ballot.eligible,
        present=ballot.present,
        issued=ballot.issued,
        collected=ballot.collected,
        valid=ballot.valid,
        invalid=ballot.invalid,
        votes=tuple(
            (one.name, one.votes_for) for one in sorted(options, key=lambda one: (-one.votes_for, one.position))
        ),
        purpose=BallotPurpose(found.purpose),
        kind=told.kind,
        leading=tuple(one.name for one in options if one.key in told.leading),
        chosen=next((one.name for one in options if one.key == told.chosen), ""),
        most=told.votes,
        of=base_of(ballot, scheme),
        threshold=format_decimal(scheme.ballot_threshold.normalize() + 0),
        base=str(scheme.get_ballot_base_display()),
        own_excluded=ballot.own_excluded,
        tellers=tuple(one.name for one in ballot.tellers.all()),
        marks=tuple(ballot.marks),
    )
