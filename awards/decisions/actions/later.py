"""A later decision names an earlier one: it suspends, revokes, restores or corrects honours of it."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from awards.decisions.actions.course import locked_decision
from awards.decisions.actions.numbers import (
    fitting_number_of_later,
    hold_numbers_of,
    is_of_the_same,
    issued_by_the_same,
    key_of_number,
    later_by_the_same,
)
from awards.decisions.actions.scans import keep_scan
from awards.decisions.models.decision import Decision, DecisionLine, LaterDecision
from awards.decisions.rules.terms import LaterKind
from awards.decisions.words import state_refusal
from awards.register.actions.honours.steps import by_decision
from emulation.core import clock
from emulation.core.actions.audit import record
from emulation.core.actions.refusals import reason_of
from emulation.core.actor import Actor
from emulation.core.dates import format_date
from emulation.core.errors import Refusal


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
    number = fitting_number_of_later(number)
    if not decision.day <= day <= today:
        raise Refusal(
            _("The later decision is dated %(day)s; it cannot lie before the decision of %(first)s nor ahead of today.")
            % {"day": format_date(day), "first": format_date(decision.day)},
            field="day",
        )
    chosen = [one for one in lines if one.decision_id == decision.pk and one.honour_id is not None]
    if not chosen or len(chosen) != len(lines):
        raise Refusal(_("Tick honours of this decision that stand in the register."))
    hold_numbers_of(decision)
    _refuse_wrong_number(decision, number, day, chosen)
    _refuse_before_the_last(day, chosen)
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


def _refuse_wrong_number(decision: Decision, number: str, day: date, lines: Sequence[DecisionLine]) -> None:
    """A number is of one paper: not of a decision that is issued, of one day only, and each honour is in it once."""
    wanted = key_of_number(number)
    for other in issued_by_the_same(decision).filter(year=day.year):
        if key_of_number(other.full_number) == wanted and is_of_the_same(other, decision):
            raise Refusal(
                _("The number %(number)s of %(year)s was given to: %(other)s. Write the number of the later decision.")
                % {"number": number, "year": day.year, "other": other},
                field="number",
            )
    for other in later_by_the_same(decision).filter(day__year=day.year):
        if key_of_number(other.number) != wanted or not is_of_the_same(other.decision, decision):
            continue
        if other.day != day:
            raise Refusal(
                _("The later decision %(number)s is recorded of %(day)s already. Look at its number and day again.")
                % {"number": other.number, "day": format_date(other.day)},
                field="day",
            )
        if again := other.lines.filter(pk__in=[one.pk for one in lines]).select_related("honour").first():
            raise Refusal(
                _("%(honour)s: the decision %(number)s is recorded of this honour already. Look at its number again.")
                % {"honour": again.honour, "number": other.number},
                field="number",
            )


def _refuse_before_the_last(day: date, lines: Sequence[DecisionLine]) -> None:
    named = LaterDecision.objects.filter(lines__in=[one.pk for one in lines], day__gt=day).order_by("-day", "-pk")
    if last := named.first():
        raise Refusal(
            _("The later decision is dated %(day)s, before %(number)s of %(last)s that names the same honour.")
            % {"day": format_date(day), "number": last.number, "last": format_date(last.day)},
            field="day",
        )
