"""How bonuses of a decision are rounded, and whose budget pays them."""

from collections.abc import Iterable

from django.db import transaction
from django.utils.translation import gettext as _

from awards.decisions.actions.course import locked_decision, whole_for
from awards.decisions.models.decision import Decision, DecisionLine
from awards.decisions.rules.terms import DecisionState, PaidBy
from awards.decisions.words import state_refusal
from awards.procedures.rules.bonus import BonusRounding
from emulation.core.actions.audit import record
from emulation.core.actions.refusals import reason_of
from emulation.core.actor import Actor
from emulation.core.errors import Refusal


@transaction.atomic
def set_rounding(decision: Decision, rounding: BonusRounding, *, why: str, actor: Actor) -> Decision:
    decision = _of_the_body(whole_for(decision, actor), actor)
    said, before = reason_of(why, needed=True), decision.bonus_rounding
    decision.bonus_rounding = rounding
    decision.save(update_fields=["bonus_rounding"])
    record(
        actor,
        "awards.set_bonus_rounding",
        decision,
        before={"bonus_rounding": before},
        after={"bonus_rounding": rounding},
        why=said,
        organisation_id=decision.body_id,
    )
    return decision


@transaction.atomic
def set_payer(decision: Decision, lines: Iterable[DecisionLine], paid_by: PaidBy, *, actor: Actor) -> int:
    decision = _of_the_body(decision, actor)
    chosen = list(lines)
    if not chosen:
        raise Refusal(_("No honour is ticked. Tick those whose bonus that budget pays."))
    changed = DecisionLine.objects.filter(decision=decision, pk__in=[one.pk for one in chosen]).update(paid_by=paid_by)
    record(
        actor,
        "awards.set_bonus_payer",
        decision,
        after={"honours": changed, "paid_by": paid_by},
        organisation_id=decision.body_id,
        tells_of=[one.nomination for one in chosen],
    )
    return changed


def _of_the_body(decision: Decision, actor: Actor) -> Decision:
    decision = locked_decision(decision)
    if not actor.may("write", decision):
        raise Refusal(_("Bonuses are kept by an officer of the body that makes the decision."))
    if decision.state == DecisionState.DROPPED:
        raise Refusal(state_refusal(decision))
    return decision
