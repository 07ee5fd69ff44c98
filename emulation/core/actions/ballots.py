"""Sealed ballots: prepared, opened, cast, counted, annulled. Each deed in one transaction under the ballot's lock.

People stand in relations to `held_by`, the record of the app that holds the ballot; that app also keeps the deed in
the journal, without any choice.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from emulation.core.access import Record
from emulation.core.actions import third_parts
from emulation.core.actions.paper_votes import PaperCount, enter_paper_count
from emulation.core.actions.walk import Course, Walked, keep_beginning, walk
from emulation.core.actor import Actor
from emulation.core.ballot_box import (
    BrokenEnvelope,
    OpenedVote,
    WrongPassphrase,
    mark_in_words,
    new_ballot_key,
    opened_votes,
    sealed_vote,
    shuffled,
)
from emulation.core.ballot_flow import FLOW, BallotCase, BallotHindrance, BallotState, BallotWay
from emulation.core.ballot_words import hindrance_in_words
from emulation.core.errors import Refusal
from emulation.core.flow import Step
from emulation.core.models import BallotEnvelope, BallotOption, BallotStep, BallotTeller, BallotVoter, SealedBallot
from emulation.core.models.ballot import OFFERED


@dataclass(frozen=True)
class Named:
    """An option or a voter: what the holding app calls it, and its name on paper."""

    key: int
    name: str


@dataclass(frozen=True)
class Teller:
    """`user_id` is None where votes are on paper."""

    name: str
    user_id: int | None = None


@transaction.atomic
def prepare_ballot(
    *,
    question: str,
    way: BallotWay,
    options: Iterable[Named],
    tellers: tuple[Teller, Teller],
    quorum: int,
    own_excluded: bool,
    most_choices: int = 1,
    repeats: SealedBallot | None = None,
    actor: Actor,
) -> SealedBallot:
    if way is BallotWay.SEALED and tellers[0].user_id == tellers[1].user_id:
        raise Refusal(_("The two tellers are two persons. Choose another second teller."), field="second_teller")
    ballot = SealedBallot.objects.create(
        question=question,
        way=way,
        quorum=quorum,
        own_excluded=own_excluded,
        most_choices=most_choices,
        repeats=repeats,
    )
    BallotOption.objects.bulk_create(
        BallotOption(ballot=ballot, position=at, key=one.key, name=one.name) for at, one in enumerate(options)
    )
    BallotTeller.objects.bulk_create(
        BallotTeller(ballot=ballot, position=at, name=one.name, user_id=one.user_id)
        for at, one in enumerate(tellers, 1)
    )
    keep_beginning(BALLOT, ballot, "prepare", actor=actor)
    return ballot


def open_ballot(
    ballot: SealedBallot, *, eligible: int, voters: Iterable[Named], held_by: Record, actor: Actor
) -> SealedBallot:
    """`voters`: the present ones, each with one vote. The ballot's key is made now; its private half is at once parted
    between the tellers and a file, and never written whole."""
    return walk(BALLOT, ballot, "open", actor=actor, held_by=held_by, eligible=eligible, voters=tuple(voters))


@transaction.atomic
def cast_vote(ballot: SealedBallot, *, voter: int, choices: Iterable[int]) -> str:
    """The mark of the vote, for its voter's eyes only. `voter` and `choices` by the holding app's numbers; no choice is
    a blank vote, counted as invalid. All sealed votes are written anew in an order of chance, so that neither place nor
    transaction tells which came when."""
    ballot = locked_ballot(ballot)
    if ballot.state != BallotState.OPEN:
        raise Refusal(
            _("The ballot is in the state “%(state)s”; votes are taken only while it is open.")
            % {"state": ballot.get_state_display()}
        )
    if lost := third_part_lost_in_words(ballot):
        raise Refusal(lost)
    found = ballot.voters.filter(key=voter).first()
    if found is None:
        raise Refusal(_("This member got no vote: it was not recorded as present when the ballot was opened."))
    if found.has_voted:
        raise Refusal(_("%(voter)s has voted already; a vote is cast once and does not change.") % {"voter": found})
    places = {one.key: one.position for one in ballot.options.all()}
    choices = frozenset(choices)
    _refuse_wrong_choices(ballot, places, choices, voter)
    envelope, mark = sealed_vote(bytes(ballot.public_key), (places[key] for key in choices), of=len(places))
    kept = [bytes(one) for one in ballot.envelopes.values_list("contents", flat=True)]
    ballot.envelopes.all().delete()
    BallotEnvelope.objects.bulk_create(
        BallotEnvelope(ballot=ballot, contents=one) for one in shuffled([*kept, envelope])
    )
    found.has_voted = True
    found.save(update_fields=["has_voted"])
    return mark_in_words(mark)


def count_votes(ballot: SealedBallot, *, passphrases: tuple[str, str], held_by: Record, actor: Actor) -> SealedBallot:
    """Opens all votes with both passphrases, keeps totals and sorted marks, drops the sealed votes and every key."""
    return walk(BALLOT, ballot, "count", actor=actor, held_by=held_by, passphrases=passphrases)


def enter_paper_votes(ballot: SealedBallot, *, count: PaperCount, held_by: Record, actor: Actor) -> SealedBallot:
    return walk(BALLOT, ballot, "enter_paper", actor=actor, held_by=held_by, count=count)


def annul_ballot(ballot: SealedBallot, *, why: str, held_by: Record, actor: Actor) -> SealedBallot:
    """Sealed votes and keys are dropped unread."""
    return walk(BALLOT, ballot, "annul", actor=actor, why=why, held_by=held_by)


def locked_ballot(ballot: SealedBallot) -> SealedBallot:
    return SealedBallot.objects.select_for_update(of=("self",)).get(pk=ballot.pk)


def case_of(ballot: SealedBallot, *, voters: Iterable[Any] = (), **context: Any) -> BallotCase:
    """`voters`: those that would get a vote if the ballot opened now."""
    is_open = ballot.state == BallotState.OPEN
    return BallotCase(
        way=BallotWay(ballot.way),
        quorum=ballot.quorum,
        options=ballot.options.count(),
        ready=ballot.tellers.filter(public_key__isnull=False).count(),
        voters=len(tuple(voters)),
        cast=ballot.voters.filter(has_voted=True).count() if is_open else 0,
        third_part_lost=third_parts.is_lost(ballot),
    )


def third_part_lost_in_words(ballot: SealedBallot) -> str:
    """Empty while it is there, and where there is none to lose."""
    lost = third_parts.is_lost(ballot)
    return hindrance_in_words(BallotHindrance.THIRD_PART_LOST, case_of(ballot)) if lost else ""


def state_refusal(ballot: SealedBallot) -> str:
    return _("The ballot is in the state “%(state)s”, so this is no longer possible. Look at it again.") % {
        "state": ballot.get_state_display()
    }


def _opened(ballot: SealedBallot, given: Mapping[str, Any]) -> None:
    voters = given["voters"]
    tellers = list(ballot.tellers.select_for_update().order_by("position"))
    key = new_ballot_key((bytes(tellers[0].public_key), bytes(tellers[1].public_key)))
    ballot.public_key, ballot.third_part = key.public, third_parts.keep(key.third)
    for teller, part in zip(tellers, key.for_tellers, strict=True):
        teller.part = part
        teller.save(update_fields=["part"])
    BallotVoter.objects.bulk_create(BallotVoter(ballot=ballot, key=one.key, name=one.name) for one in voters)
    ballot.eligible, ballot.present, ballot.issued = given["eligible"], len(voters), len(voters)


def _counted(ballot: SealedBallot, given: Mapping[str, Any]) -> None:
    cast = ballot.voters.filter(has_voted=True).count()
    options = list(ballot.options.select_for_update().order_by("position"))
    papers = _papers_in(ballot, given["passphrases"], of=len(options))
    if len(papers) != cast or len({paper.mark for paper in papers}) != cast:
        raise Refusal(
            _(
                "%(sealed)s sealed votes are kept, but %(cast)s members have voted: votes were tampered with. "
                "Annul the ballot and hold it anew."
            )
            % {"sealed": len({paper.mark for paper in papers}), "cast": cast}
        )
    valid = [paper for paper in papers if 1 <= len(paper.choices) <= ballot.most_choices]
    for option in options:
        option.votes_for = sum(option.position in paper.choices for paper in valid)
    BallotOption.objects.bulk_update(options, ["votes_for"])
    ballot.collected, ballot.valid, ballot.invalid = cast, len(valid), cast - len(valid)
    ballot.marks = sorted(mark_in_words(paper.mark) for paper in papers)


def _paper_entered(ballot: SealedBallot, given: Mapping[str, Any]) -> None:
    enter_paper_count(ballot, given["count"])


EFFECTS = {"open": _opened, "count": _counted, "enter_paper": _paper_entered}


def _entered(ballot: SealedBallot, step: Step, walked: Walked) -> dict[str, Any]:
    """What a step changes besides the state; with its last one the ballot keeps no sealed vote and no key."""
    if step.name in EFFECTS:
        EFFECTS[step.name](ballot, walked.context)
    if step.target in FLOW.final:
        ballot.envelopes.all().delete()
        ballot.tellers.update(public_key=None, salt=None, locked_key=None, part=None)
        third_parts.remove_once_committed(ballot.third_part)
        ballot.public_key, ballot.third_part = None, ""
    return {}


def _refuse_wrong_choices(ballot: SealedBallot, places, choices, voter: int) -> None:
    if not choices <= places.keys():
        raise Refusal(_("The vote names somebody who is not on the ballot. Open the page again."), field="choice")
    if ballot.own_excluded and voter in choices:
        raise Refusal(_("By the regulation no member votes for itself. Choose another member."), field="choice")
    if len(choices) > ballot.most_choices:
        raise Refusal(
            _("A vote names at most %(most)s; this one names %(number)s.")
            % {"most": ballot.most_choices, "number": len(choices)},
            field="choice",
        )


def _papers_in(ballot: SealedBallot, passphrases: tuple[str, str], *, of: int) -> list[OpenedVote]:
    tellers = list(ballot.tellers.select_for_update().order_by("position"))
    first, second = (
        (teller.key, bytes(teller.part), passphrase) for teller, passphrase in zip(tellers, passphrases, strict=True)
    )
    envelopes = [bytes(one) for one in ballot.envelopes.values_list("contents", flat=True)]
    third = third_parts.kept(ballot.third_part) if ballot.third_part else None
    try:
        return opened_votes(envelopes, (first, second), third=third, of=of)
    except WrongPassphrase as error:
        raise wrong_passphrase(tellers[error.position - 1], field=f"passphrase_{error.position}") from None
    except BrokenEnvelope:
        raise Refusal(
            _("A sealed vote cannot be opened: votes were tampered with. Annul the ballot and hold it anew.")
        ) from None


def wrong_passphrase(teller: BallotTeller, *, field: str) -> Refusal:
    return Refusal(
        _("This is not the passphrase of the teller %(teller)s. Nothing was opened; type it again.")
        % {"teller": teller},
        field=field,
    )


BALLOT = Course[SealedBallot](
    flow=FLOW,
    steps=BallotStep,
    thing="ballot",
    verb="",
    locked=locked_ballot,
    in_state=state_refusal,
    in_words=lambda hindrance, case, ballot: hindrance_in_words(BallotHindrance(hindrance), case),
    case_of=case_of,
    effect=_entered,
    labels=OFFERED,
)
