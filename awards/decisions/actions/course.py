"""How a decision walks its flow; issued, it decides on its dossiers and brings their honours into the register."""

from typing import Any

from awards.decisions.models.decision import Decision, DecisionLine, DecisionStep
from awards.decisions.models.wording import OFFERS
from awards.decisions.rules.flow import FLOW, DecisionCase
from awards.decisions.words import hindrance_in_words, state_refusal
from awards.nominations.actions.course import NOMINATION
from awards.nominations.actions.entering import enter_together
from awards.nominations.actions.halting import refuse_halted
from awards.nominations.models.bodies import with_bodies
from awards.nominations.models.nomination import KEEPING, Nomination
from emulation.core.actions.walk import Course, Told, Walked, walk_together
from emulation.core.flow import Step

AT_ONCE = 1000


def locked_decision(decision: Decision) -> Decision:
    rows = Decision.objects.select_for_update(of=("self",)).select_related("body__parent", "signer")
    return rows.get(pk=decision.pk)


def case_of(decision: Decision, **context: Any) -> DecisionCase:
    return DecisionCase(decision.lines.count(), bool(decision.made_by) and not decision.scans.exists())


def _entered(decision: Decision, step: Step, walked: Walked) -> Told:
    before = {"state": walked.source}
    if step.name == "drop":
        decision.lines.update(stands=False)
        return Told(before, {"state": decision.state})
    said = walked.context["said"]
    decision.number, decision.symbol = said.number, said.symbol
    decision.day, decision.year = said.day, said.day.year
    decision.signer, decision.signer_name, decision.signed_as = said.signer, said.signer_name, said.signed_as
    decision.save()
    return Told(
        before, {"state": decision.state, "decision_number": decision.full_number, "honours": _decide(decision, walked)}
    )


def _decide(decision: Decision, walked: Walked) -> int:
    """Every dossier takes its step “award” by this one deed, or none does; each honour enters the register once."""
    lines = {one.nomination_id: one for one in decision.lines.select_for_update()}
    rows = Nomination.objects.filter(pk__in=lines).select_related("award", "subject").order_by("pk")
    nominations = with_bodies(rows.select_for_update(of=("self",)))
    refuse_halted(nominations)
    KEEPING.know(nominations, walked.actor)
    walk_together(
        NOMINATION,
        nominations,
        "award",
        actor=walked.actor,
        decision_number=decision.full_number,
        decision_date=decision.day,
    )
    for pk, honour in enter_together(nominations, actor=walked.actor).items():
        lines[pk].honour = honour
    for one in nominations:
        one.honour = lines[one.pk].honour
    DecisionLine.objects.bulk_update(lines.values(), ["honour"], batch_size=AT_ONCE)
    Nomination.objects.bulk_update(nominations, ["honour"], batch_size=AT_ONCE)
    return len(nominations)


DECISION = Course[Decision](
    flow=FLOW,
    steps=DecisionStep,
    thing="decision",
    verb="awards.{}_decision",
    locked=locked_decision,
    in_state=state_refusal,
    in_words=hindrance_in_words,
    case_of=case_of,
    effect=_entered,
    labels=OFFERS,
    organisation_of=lambda decision: decision.body_id,
)
