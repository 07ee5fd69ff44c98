"""What the minutes of a sitting say, read from the database into one frozen value."""

from collections.abc import Set
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from awards.models import Sitting
from awards.nominations.models.names import award_names
from awards.procedures.models.wording import RULES
from awards.procedures.rules.rule_codes import RuleCode
from awards.procedures.rules.terms import Base
from awards.sittings.models.agenda import SittingItem
from awards.sittings.models.results import ItemResult, results_of
from awards.sittings.models.sitting import SittingSeat
from awards.sittings.rules.terms import Attendance, ItemOutcome, SittingState
from awards.sittings.rules.voting import Wanted
from emulation.core.ballot_flow import BallotState
from emulation.core.models import BallotVoter
from reports.document.rules.issuer import Issuer, Paper
from reports.runs.models.issuers import issuer_of


@dataclass(frozen=True)
class SeatLine:
    """`attendance` as at the vote; `why_absent` of one who was there: why not any more afterwards."""

    name: str
    office: str
    position: str
    attendance: Attendance
    why_absent: str


@dataclass(frozen=True)
class VoteLine:
    """`agreed` and `against` None: not voted on. `led`: the cluster or block that the nominated unit led, with its year
    (the minutes must name it). `overrides`: (rule, why, whether the Council accepted it). `is_final`: concluded.
    `in_writing_by`: the provision that lets the Council be asked without a meeting, where it was."""

    name: str
    award: str
    nominator: str
    led: str
    overrides: tuple[tuple[str, str, bool], ...]
    agreed: int | None
    against: int | None
    needed: int
    of: int
    wanted: Wanted
    kept_out: int
    is_agreed: bool
    is_final: bool
    in_writing_by: str


@dataclass(frozen=True)
class BallotLine:
    """Numbers of one secret vote on `dossiers`."""

    dossiers: int
    eligible: int
    present: int
    collected: int
    valid: int
    invalid: int
    tellers: tuple[str, ...]
    marks: tuple[str, ...]


@dataclass(frozen=True)
class Prolonged:
    """When its last day of votes was put off, until when, and why. `until` None: of before that was kept."""

    on: date
    until: date | None
    why: str


@dataclass(frozen=True)
class SittingMaterial:
    """`told_until`: the last day of votes that the members were first told; `votes_until`: the one that holds,
    concluded earlier that day."""

    number: int
    issuer: Issuer
    held_on: date
    votes_until: date | None
    told_until: date | None
    prolonged: tuple[Prolonged, ...]
    place: str
    began_at: datetime | None
    ended_at: datetime | None
    presides: str
    secretary: str
    quorum: int
    seats: tuple[SeatLine, ...]
    votes: tuple[VoteLine, ...]
    ballots: tuple[BallotLine, ...]
    conclusion: str
    is_concluded: bool


def sitting_material(sitting: Sitting) -> SittingMaterial:
    """`council__body`, `presides`, `secretary` are at hand. The same number of questions however long the agenda."""
    items = list(
        sitting.items.exclude(outcome=ItemOutcome.LEFT_OUT)
        .with_names()
        .select_related("nomination__place__result__cluster_year__cluster")
        .prefetch_related("nomination__overrides")
    )
    counted = {} if sitting.is_over else {one.item.pk: one for one in results_of(sitting)}
    names = award_names([one.nomination for one in items], on=sitting.held_on)
    steps = list(sitting.steps.order_by("pk"))
    taken = {one.name: one.taken_at for one in steps}
    given = BallotVoter.objects.filter(ballot__sitting_ballot__sitting=sitting, ballot__state=BallotState.COUNTED)
    voters = set(given.values_list("key", flat=True))
    told = next((one.until for one in steps if one.name == "convene"), None)
    return SittingMaterial(
        number=sitting.pk,
        issuer=issuer_of(Paper.COUNCIL_MINUTES, organisation=sitting.council.body, on=sitting.held_on),
        held_on=sitting.held_on,
        votes_until=sitting.votes_until,
        told_until=told or sitting.votes_until,
        prolonged=tuple(
            Prolonged(timezone.localtime(one.taken_at).date(), one.until, one.why)
            for one in steps
            if one.name == "prolong"
        ),
        place=sitting.place,
        began_at=taken.get("open"),
        ended_at=taken.get("conclude"),
        presides=sitting.presides.name if sitting.presides else "",
        secretary=sitting.secretary.name if sitting.secretary else "",
        quorum=sitting.quorum,
        seats=tuple(
            SeatLine(one.name, str(one.get_office_display()), one.position, _at_the_vote(one, voters), one.why_absent)
            for one in sitting.seats.in_order()
        ),
        votes=tuple(_vote(one, names[one.nomination_id], counted.get(one.pk)) for one in items),
        ballots=tuple(_ballots(sitting)),
        conclusion=sitting.conclusion,
        is_concluded=sitting.state == SittingState.CONCLUDED,
    )


def _at_the_vote(seat: SittingSeat, voters: Set[int]) -> Attendance:
    """Who got a ballot was there, also where recorded as absent afterwards."""
    said = Attendance(seat.attendance)
    if said is not Attendance.ABSENT or seat.pk not in voters:
        return said
    return Attendance.PRESENT if seat.user_id else Attendance.WRITTEN


def _vote(item: SittingItem, award: str, counted: ItemResult | None) -> VoteLine:
    nomination, place = item.nomination, item.nomination.place
    final = item.outcome in (ItemOutcome.AGREED, ItemOutcome.NOT_AGREED)
    wanted = counted.wanted if counted else Wanted(item.share, Base(item.base) if item.base else None)
    led = ""
    if place is not None and place.is_acclaimed:
        year = place.result.cluster_year
        led = f"{year.cluster.name} năm {year.year}"
    beside = ", ".join(filter(None, (nomination.position, nomination.unit)))
    return VoteLine(
        name=f"{nomination.name} ({beside})" if beside else nomination.name,
        award=award,
        nominator=str(nomination.organisation),
        led=led,
        overrides=tuple(
            (str(RULES[RuleCode(one.code)]), one.why, one.by_council)
            for one in nomination.overrides.all()
            if one.stands_in(nomination) or (final and one.by_council)
        ),
        agreed=counted.agreed if counted else item.agreed_votes,
        against=counted.against if counted else item.against_votes,
        needed=counted.result.needed if counted else item.needed or 0,
        of=counted.result.of if counted else item.of or 0,
        wanted=wanted,
        kept_out=item.ballot.kept_out if item.ballot else 0,
        is_agreed=counted.result.is_agreed if counted else item.outcome == ItemOutcome.AGREED,
        is_final=final,
        in_writing_by=item.in_writing_by,
    )


def _ballots(sitting: Sitting):
    rows = sitting.ballots.filter(ballot__state=BallotState.COUNTED).select_related("ballot")
    for held in rows.prefetch_related("items", "ballot__tellers"):
        ballot = held.ballot
        yield BallotLine(
            dossiers=len(held.items.all()),
            eligible=ballot.eligible or 0,
            present=ballot.present or 0,
            collected=ballot.collected or 0,
            valid=ballot.valid or 0,
            invalid=ballot.invalid or 0,
            tellers=tuple(one.name for one in ballot.tellers.all()),
            marks=tuple(ballot.marks),
        )
