"""How a sitting walks its flow."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from awards.sittings.models.agenda import IN_MOTION, SittingItem
from awards.sittings.models.results import ItemResult, results_of, seen_as
from awards.sittings.models.sitting import Sitting, SittingStep
from awards.sittings.models.wording import OFFERS
from awards.sittings.models.writing import provisions_of_writing
from awards.sittings.rules.flow import FLOW, SittingCase
from awards.sittings.rules.terms import ItemOutcome
from awards.sittings.words import PART_HIDDEN, hindrance_in_words, state_refusal
from emulation.core import clock
from emulation.core.actions.walk import Course, Told, Walked
from emulation.core.actor import Actor
from emulation.core.ballot_flow import BallotState
from emulation.core.errors import Refusal
from emulation.core.flow import Step


def locked_sitting(sitting: Sitting) -> Sitting:
    rows = Sitting.objects.select_for_update(of=("self",)).select_related("council__body", "presides", "secretary")
    return rows.get(pk=sitting.pk)


def locked_for(sitting: Sitting, actor: Actor) -> Sitting:
    """Under lock, for who keeps it, while it is not over."""
    sitting = locked_sitting(sitting)
    if not actor.may("write", sitting):
        raise Refusal(not_yours(sitting))
    if sitting.is_over:
        raise Refusal(state_refusal(sitting))
    return sitting


def locked_whole_for(sitting: Sitting, actor: Actor) -> Sitting:
    """The same where all that is still on its agenda is the person's to judge."""
    sitting = locked_for(sitting, actor)
    if not sitting.items.pending().are_whole_for(actor):
        raise Refusal(str(PART_HIDDEN))
    return sitting


def changed(sitting: Sitting) -> None:
    """Members' screens ask for it anew."""
    Sitting.objects.filter(pk=sitting.pk).update(version=sitting.version + 1)
    sitting.version += 1


def not_yours(sitting: Sitting) -> str:
    return _("A sitting is kept by the secretary of its Council.")


def case_of(
    sitting: Sitting,
    *,
    seen: str | None = None,
    by: Actor | None = None,
    until: date | None = None,
    **context: Any,
) -> SittingCase:
    """`seen`: the results as the person confirmed them; `by`: who takes the step; `until`: a new last day
    of votes."""
    pending = sitting.items.pending()
    there = sitting.seats.voting() if sitting.is_in_writing else sitting.seats.present()
    return SittingCase(
        items=pending.count(),
        present=there.count(),
        quorum=sitting.quorum,
        is_presided=sitting.presides_id is not None and sitting.secretary_id is not None,
        uncounted=pending.exclude(ballot__ballot__state=BallotState.COUNTED).count(),
        voting=sitting.ballots.filter(ballot__state__in=IN_MOTION).count(),
        is_as_seen=seen is None or seen == seen_as(results_of(sitting)),
        is_whole=by is None or pending.are_whole_for(by),
        is_ahead=sitting.held_on > clock.today(),
        need_meeting=_need_meeting(sitting) if sitting.is_in_writing else 0,
        is_in_writing=sitting.is_in_writing,
        is_past=sitting.agreed_on < clock.today(),
        is_later=until is None or until > sitting.agreed_on,
    )


def _need_meeting(sitting: Sitting) -> int:
    dossiers = [one.nomination for one in sitting.items.pending().select_related("nomination")]
    return len(dossiers) - len(provisions_of_writing(dossiers, sitting.council, on=clock.today()))


def _entered(sitting: Sitting, step: Step, walked: Walked) -> Told:
    before = {"state": walked.source}
    sitting.version += 1
    if step.name == "prolong":
        last, sitting.votes_until = sitting.votes_until, walked.context["until"]
        return Told({"votes_until": last}, {"votes_until": sitting.votes_until}, {"until": sitting.votes_until})
    sitting.current = None
    if step.name == "conclude":
        results = results_of(sitting)
        sitting.conclusion = walked.context["conclusion"]
        if sitting.votes_until is not None:
            sitting.votes_until = max(sitting.held_on, min(sitting.votes_until, clock.today()))
        concluded = {"state": sitting.state, **_conclude(results)}
        return Told(before, concluded, tells_of=[one.item.nomination for one in results])
    if step.name == "open" and not sitting.is_in_writing and sitting.held_on < clock.today():
        before["held_on"], sitting.held_on = sitting.held_on, clock.today()
        return Told(before, {"state": sitting.state, "held_on": sitting.held_on, "present": _present(sitting)})
    if step.name == "cancel":
        sitting.items.pending().update(outcome=ItemOutcome.LEFT_OUT)
    return Told(before, {"state": sitting.state, "present": _present(sitting)})


def _present(sitting: Sitting) -> int:
    return sitting.seats.present().count()


def _conclude(results: Sequence[ItemResult]) -> dict[str, int]:
    """Each dossier gets its outcome with the numbers it rests on; from now on they stand by themselves."""
    items, agreed = [], 0
    for one in results:
        item = one.item
        item.outcome = ItemOutcome.AGREED if one.result.is_agreed else ItemOutcome.NOT_AGREED
        item.agreed_votes, item.against_votes = one.agreed, one.against
        item.needed, item.of = one.result.needed, one.result.of
        item.share, item.base = one.wanted.share, one.wanted.base or ""
        agreed += one.result.is_agreed
        items.append(item)
    columns = ["outcome", "agreed_votes", "against_votes", "needed", "of", "share", "base"]
    SittingItem.objects.bulk_update(items, columns)
    return {"agreed": agreed, "not_agreed": len(items) - agreed}


SITTING = Course[Sitting](
    flow=FLOW,
    steps=SittingStep,
    thing="sitting",
    verb="awards.{}_sitting",
    locked=locked_sitting,
    in_state=state_refusal,
    in_words=hindrance_in_words,
    case_of=case_of,
    effect=_entered,
    not_yours=not_yours,
    labels=OFFERS,
    organisation_of=lambda sitting: sitting.council.body_id,
)
