"""Secret votes at a conference: prepared by the head's officer, held sealed or on paper, annulled where need be."""

from django.db import transaction
from django.utils.translation import gettext as _

from clusters.ballots.actions.tellers import refuse_of_one_member, teller_of
from clusters.ballots.models import adopted_scheme, candidates_for, outcome_in, present_members
from clusters.ballots.words import question_of
from clusters.conferences.actions.conferences import locked_conference, refuse_unless_preparer
from clusters.conferences.models.ballot import ConferenceBallot
from clusters.conferences.models.conference import Conference
from clusters.conferences.rules.ballot_terms import BallotPurpose
from clusters.conferences.rules.terms import ConferenceState
from clusters.organisations.models.organisation import Organisation
from emulation.core.actions import ballot_tellers, ballots
from emulation.core.actions.audit import record
from emulation.core.actions.ballots import Named, Teller
from emulation.core.actions.paper_votes import PaperCount
from emulation.core.actor import Actor
from emulation.core.ballot_flow import BallotWay
from emulation.core.block_words import words_of
from emulation.core.dates import format_date
from emulation.core.errors import Refusal
from emulation.core.text import squash


@transaction.atomic
def prepare(
    conference: Conference,
    *,
    purpose: BallotPurpose,
    way: BallotWay,
    candidates: list[Organisation],
    first_teller,
    second_teller,
    actor: Actor,
) -> ConferenceBallot:
    """`first_teller`, `second_teller`: accounts where votes are sealed, names or offices where they are on paper."""
    refuse_unless_preparer(conference, actor, subject="ballot_draft")
    conference = locked_conference(conference)
    if conference.state != ConferenceState.OPEN:
        raise Refusal(_("A vote is held while the conference is in session. Open the conference first."))
    scheme = adopted_scheme(conference)
    if scheme is None:
        raise Refusal(
            _("The share of votes comes from the regulation, and none is adopted for %(year)s. Have it adopted first.")
            % {"year": conference.cluster_year.year}
        )
    repeats = _last_before(conference, purpose)
    _refuse_unfit(conference, purpose, candidates)
    tellers = (
        _teller(conference, way, first_teller, "first_teller"),
        _teller(conference, way, second_teller, "second_teller"),
    )
    refuse_of_one_member(conference, tellers[1].user_id, tellers[0].user_id, field="second_teller")
    with words_of(is_block=conference.cluster_year.cluster.is_block):
        question = question_of(purpose, conference.cluster_year.year)
    found = ballots.prepare_ballot(
        question=question,
        way=way,
        options=[Named(one.pk, one.name) for one in candidates],
        tellers=tellers,
        quorum=conference.quorum,
        own_excluded=scheme.own_unit_excluded,
        repeats=repeats.ballot if repeats else None,
        actor=actor,
    )
    held = ConferenceBallot.objects.create(conference=conference, purpose=purpose, ballot=found)
    _record(
        actor,
        "prepare_ballot",
        held,
        after={
            "purpose": purpose,
            "options": [one.name for one in candidates],
            "tellers": [one.name for one in found.tellers.all()],
        },
    )
    return held


@transaction.atomic
def open_voting(held: ConferenceBallot, *, actor: Actor) -> ConferenceBallot:
    """Every member recorded as present gets one vote; who comes later has none in this ballot."""
    conference = _locked_conference_of(held, actor)
    there = present_members(conference)
    ballots.open_ballot(
        held.ballot,
        eligible=conference.members.count(),
        voters=[Named(one.pk, one.name) for one in there],
        held_by=held,
        actor=actor,
    )
    _record(actor, "open_ballot", held, after={"voters": [one.name for one in there]})
    return held


@transaction.atomic
def replace_teller(held: ConferenceBallot, *, position: int, by, actor: Actor) -> ConferenceBallot:
    conference = _locked_conference_of(held, actor)
    before = held.ballot.tellers.get(position=position).name
    staying = held.ballot.tellers.exclude(position=position).get()
    new = _teller(conference, BallotWay(held.ballot.way), by, "to")
    refuse_of_one_member(conference, new.user_id, staying.user_id, field="to")
    teller = ballot_tellers.replace_teller(held.ballot, position=position, by=new)
    _record(actor, "replace_teller", held, before={"teller": before}, after={"teller": teller.name})
    return held


@transaction.atomic
def enter_paper_count(held: ConferenceBallot, *, count: PaperCount, actor: Actor) -> ConferenceBallot:
    _locked_conference_of(held, actor)
    held.ballot = ballots.enter_paper_votes(held.ballot, count=count, held_by=held, actor=actor)
    record_count(held, "enter_paper_count", actor)
    return held


@transaction.atomic
def annul(held: ConferenceBallot, *, why: str, actor: Actor) -> ConferenceBallot:
    """Votes are dropped unread; then the vote can be prepared anew."""
    _locked_conference_of(held, actor)
    held.ballot = ballots.annul_ballot(held.ballot, why=why, held_by=held, actor=actor)
    _record(actor, "annul_ballot", held, why=why)
    return held


def record_count(held: ConferenceBallot, verb: str, actor: Actor) -> None:
    ballot = held.ballot
    counts = ("eligible", "present", "issued", "collected", "valid", "invalid")
    votes = [f"{one.name}: {one.votes_for}" for one in ballot.options.all()]
    _record(actor, verb, held, after={name: getattr(ballot, name) for name in counts} | {"votes": votes})


def _locked_conference_of(held: ConferenceBallot, actor: Actor) -> Conference:
    refuse_unless_preparer(held, actor, subject="ballot_draft")
    return locked_conference(held.conference)


def _last_before(conference: Conference, purpose: BallotPurpose) -> ConferenceBallot | None:
    """The one to hold anew; refused where one is on its way or has decided."""
    earlier = list(conference.ballots.filter(purpose=purpose).select_related("ballot").order_by("pk"))
    for one in earlier:
        one.conference = conference
    if conference.ballots.filter(purpose=purpose).in_motion().exists():
        raise Refusal(_("This vote is already on its way. Count or annul it first."), field="purpose")
    decided = next((one for one in earlier if (told := outcome_in(one)) and told.chosen is not None), None)
    if decided is not None:
        raise Refusal(_("This vote was held and has decided; it is not held a second time."), field="purpose")
    return earlier[-1] if earlier else None


def _refuse_unfit(conference: Conference, purpose: BallotPurpose, candidates) -> None:
    if not candidates:
        raise Refusal(_("Choose at least one unit to vote on."), field="candidates")
    fit = {one.pk for one in candidates_for(purpose, conference)}
    for one in candidates:
        if one.pk not in fit:
            raise Refusal(unfit_in_words(one, conference, purpose), field="candidates")


def unfit_in_words(unit: Organisation, conference: Conference, purpose: BallotPurpose) -> str:
    """Why the unit cannot be voted on."""
    if not unit.during.contains(conference.held_on):
        return _("%(unit)s does not exist on %(day)s, the day of the vote. Choose a member that does.") % {
            "unit": unit,
            "day": format_date(conference.held_on),
        }
    if not conference.members.filter(pk=unit.pk).exists():
        return _("%(unit)s is no member on the day of the conference.") % {"unit": unit}
    if purpose is BallotPurpose.ACCLAIM:
        return _("%(unit)s is knocked out by the points of the year, so it is not acclaimed.") % {"unit": unit}
    return _("%(unit)s ends before %(year)s, so it cannot hold a post in that year.") % {
        "unit": unit,
        "year": conference.cluster_year.year + 1,
    }


def _teller(conference: Conference, way: BallotWay, said, field: str) -> Teller:
    if way is BallotWay.ON_PAPER:
        name = squash(said or "")
        if not name:
            raise Refusal(_("Name the office of both tellers, as their minutes do."), field=field)
        return Teller(name)
    return teller_of(conference, said, field=field)


def _record(actor: Actor, verb: str, held: ConferenceBallot, **said) -> None:
    record(actor, f"clusters.{verb}", held, organisation_id=held.conference.cluster_year.cluster.owner_id, **said)
