"""A later decision names an earlier one: it suspends, revokes, restores or corrects honours of it."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from awards.decisions.actions.course import locked_decision
from awards.decisions.actions.scans import keep_scan
from awards.decisions.models.decision import Decision, DecisionLine, LaterDecision
from awards.decisions.rules.terms import LaterKind
from awards.decisions.words import state_refusal
from awards.register.actions.honours.steps import by_decision
from awards.rows.actions import fitting_number
from emulation.core import clock
from emulation.core.actions.audit import record
from emulation.core.actions.refusals import reason_of
from emulation.core.actor import Actor
from emulation.core.dates import format_date
from emulation.core.errors import Refusal
from emulation.core.models.fields import longest


@transaction.atomic
def record_later(
    decision: Decision,
    kind: LaterKind,
    lines: Sequence[DecisionLine],
    *,
    number: str,
    day: date,
    why: str,
    upload=None,
    actor: Actor,
) -> LaterDecision:
    """A later decision that names this one: what it suspends, revokes, restores or corrects. All of `lines` or none."""
    decision = locked_decision(decision)
    if not actor.may("issue", decision):
        raise Refusal(_("A later decision is recorded by the leader of the body that made this one."))
    if not decision.is_issued or decision.day is None:
        raise Refusal(state_refusal(decision))
    said, today = reason_of(why, needed=True), clock.today()
    number = fitting_number(number, most=longest(LaterDecision, "number"), field="number")
    if not number:
        raise Refusal(_("Write number and symbol of the later decision, for example 200/QĐ-UBND."), field="number")
    if not decision.day <= day <= today:
        raise Refusal(
            _("The later decision is dated %(day)s; it cannot lie before the decision of %(first)s nor ahead of today.")
            % {"day": format_date(day), "first": format_date(decision.day)},
            field="day",
        )
    chosen = [one for one in lines if one.decision_id == decision.pk and one.honour_id is not None]
    if not chosen or len(chosen) != len(lines):
        raise Refusal(_("Tick honours of this decision that stand in the register."))
    later = LaterDecision.objects.create(
        decision=decision,
        kind=kind,
        number=number,
        day=day,
        why=said,
        recorded_by_name=actor.name,
        recorded_at=clock.now(),
    )
    later.lines.set(chosen)
    if upload:
        keep_scan(decision, upload, later=later, actor=actor)
    basis = _("Decision %(number)s of %(day)s") % {"number": number, "day": format_date(day)}
    for line in chosen if kind is not LaterKind.CORRECT else ():
        try:
            by_decision(line.honour, kind.value, day=day, basis=basis, why=said, on=today, actor=actor)
        except Refusal as refusal:
            raise Refusal(f"{line.honour}: {refusal}") from refusal
    record(
        actor,
        f"awards.{kind.value}_by_decision",
        decision,
        after={"number": number, "day": day, "honours": [str(one.honour) for one in chosen]},
        why=said,
        organisation_id=decision.body_id,
    )
    return later
