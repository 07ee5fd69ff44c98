"""How a decision walks its flow; issued, it decides on its dossiers and brings their honours into the register."""

from collections.abc import Mapping
from typing import Any

from django.db import connection
from django.db.models import OuterRef

from awards.decisions.models.decision import Decision, DecisionStep
from awards.decisions.models.wording import OFFERS
from awards.decisions.rules.flow import FLOW, DecisionCase
from awards.decisions.words import PART_HIDDEN, hindrance_in_words, state_refusal
from awards.nominations.actions.course import NOMINATION
from awards.nominations.actions.entering import enter_together
from awards.nominations.actions.halting import refuse_halted
from awards.nominations.models.bodies import with_bodies
from awards.nominations.models.nomination import KEEPING, Nomination
from emulation.core.actions.walk import Course, Told, Walked, walk_together
from emulation.core.actor import Actor
from emulation.core.errors import Refusal
from emulation.core.flow import Step

HONOURS = """
UPDATE awards_nomination SET honour_id = given.honour
FROM unnest(%(dossiers)s::bigint[], %(honours)s::bigint[]) AS given (dossier, honour)
WHERE awards_nomination.id = given.dossier
"""


def locked_decision(decision: Decision) -> Decision:
    rows = Decision.objects.select_for_update(of=("self",)).select_related("body__parent", "signer")
    return rows.get(pk=decision.pk)


def whole_for(decision: Decision, actor: Actor) -> Decision:
    """Under lock, for who may judge all of it."""
    decision = locked_decision(decision)
    if not decision.is_whole_for(actor):
        raise Refusal(str(PART_HIDDEN))
    return decision


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
    dossiers = list(decision.lines.select_for_update().values_list("nomination", flat=True))
    rows = Nomination.objects.filter(pk__in=dossiers).select_related("award", "subject").order_by("pk")
    nominations = with_bodies(rows.select_for_update(of=("self",)))
    refuse_halted(nominations)
    KEEPING.know(nominations, walked.actor)
    walk_together(
        NOMINATION,
        nominations,
        "award",
        actor=walked.actor,
        why=walked.why,
        decision_number=decision.full_number,
        decision_date=decision.day,
    )
    _keep_honours({pk: honour.pk for pk, honour in enter_together(nominations, actor=walked.actor).items()})
    decision.lines.update(honour=Nomination.objects.filter(pk=OuterRef("nomination")).values("honour"))
    return len(nominations)


def _keep_honours(honours: Mapping[int, int]) -> None:
    """{dossier: its honour}, in one statement."""
    with connection.cursor() as cursor:
        cursor.execute(HONOURS, {"dossiers": list(honours), "honours": list(honours.values())})


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
