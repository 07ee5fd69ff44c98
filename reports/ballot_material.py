"""What the minutes of a counted ballot say, read from the database into one frozen value."""

from dataclasses import dataclass
from datetime import date

from clusters.ballot_words import outcome_in_words
from clusters.models import ConferenceBallot
from clusters.models.ballot_board import adopted_scheme, base_of, outcome_in
from clusters.rules.ballot_terms import BallotPurpose
from emulation.core.ballot_flow import BallotWay
from emulation.core.numbers import format_decimal


@dataclass(frozen=True)
class Counted:
    """`votes`: (unit, votes for), most first. `outcome`: what it decided, in a sentence. `threshold`: per cent, as
    printed, of `base` in words. `marks`: of the sealed votes, sorted; none where votes were on paper."""

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
    outcome: str
    threshold: str
    base: str
    own_excluded: bool
    tellers: tuple[str, ...]
    marks: tuple[str, ...]


@dataclass(frozen=True)
class BallotMaterial:
    cluster: str
    owner: str
    conference: str
    held_on: date
    place: str
    counted: Counted
    number: int


def ballot_material(found: ConferenceBallot) -> BallotMaterial:
    """Of a counted ballot whose `conference.cluster_year.cluster.owner` is at hand."""
    conference = found.conference
    cluster = conference.cluster_year.cluster
    return BallotMaterial(
        cluster=cluster.name,
        owner=str(cluster.owner.official_name),
        conference=str(conference),
        held_on=conference.held_on,
        place=conference.place,
        counted=counted_in(found),
        number=found.pk,
    )


def counted_in(found: ConferenceBallot) -> Counted:
    ballot, scheme, told = found.ballot, adopted_scheme(found.conference), outcome_in(found)
    options = list(ballot.options.all())
    return Counted(
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
        outcome=outcome_in_words(
            told,
            BallotPurpose(found.purpose),
            names={one.key: one.name for one in options},
            of=base_of(ballot, scheme),
            threshold=scheme.ballot_threshold,
        ),
        threshold=format_decimal(scheme.ballot_threshold.normalize() + 0),
        base=str(scheme.get_ballot_base_display()),
        own_excluded=ballot.own_excluded,
        tellers=tuple(one.name for one in ballot.tellers.all()),
        marks=tuple(ballot.marks),
    )
