"""What bonuses a decision brings: the factor that each award's procedure sets, times the base salary of its day."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from awards.catalogue.rules.terms import SubjectKind
from awards.decisions.models.decision import Decision, DecisionLine
from awards.decisions.rules.terms import PaidBy
from awards.nominations.models.standings import held_of
from awards.procedures.models.salary import BaseSalary
from awards.procedures.rules.bonus import BonusRounding, bonus
from awards.procedures.rules.terms import MeasureKind
from emulation.core.actor import Actor

FACTOR_OF = {
    SubjectKind.INDIVIDUAL: MeasureKind.BONUS_INDIVIDUAL,
    SubjectKind.COLLECTIVE: MeasureKind.BONUS_COLLECTIVE,
}


@dataclass(frozen=True)
class LineBonus:
    """`factor` None: no procedure of the day names one, so no amount can be told. `verified`: of the factor.
    `amounts`: by either reading, in đồng."""

    line: DecisionLine
    factor: Decimal | None
    verified: bool
    amounts: dict[BonusRounding, int]


@dataclass(frozen=True)
class Bonuses:
    """`salary` None: none is entered for the day."""

    rounding: BonusRounding
    salary: BaseSalary | None
    lines: tuple[LineBonus, ...]

    @property
    def untold(self) -> int:
        return sum(1 for one in self.lines if not one.amounts)

    def total(self, rounding: BonusRounding, paid_by: PaidBy | None = None) -> int:
        return sum(
            one.amounts[rounding]
            for one in self.lines
            if one.amounts and (paid_by is None or one.line.paid_by == paid_by)
        )


def bonuses_of(decision: Decision, actor: Actor, *, on: date) -> Bonuses:
    """Of the lines that the person sees; of a draft, by what holds on that day. As many questions as there are
    procedures."""
    day = decision.day or on
    salary = BaseSalary.objects.on(day).first()
    lines = list(decision.lines.not_kept_from(actor).with_names())
    held = held_of([one.nomination for one in lines], day)
    procedures = {one.procedure.pk: one.procedure for one in held.values() if one.procedure is not None}
    measures = {pk: {row.kind: row for row in procedure.measures.all()} for pk, procedure in procedures.items()}

    def of(line: DecisionLine) -> LineBonus:
        procedure = held[line.nomination_id].procedure
        kind = FACTOR_OF.get(SubjectKind(line.nomination.subject_kind))
        measure = measures[procedure.pk].get(kind) if procedure is not None and kind is not None else None
        if measure is None:
            return LineBonus(line, None, verified=False, amounts={})
        amounts = {one: bonus(measure.number, salary.amount, one) for one in BonusRounding} if salary else {}
        return LineBonus(line, measure.number, measure.verified, amounts)

    return Bonuses(BonusRounding(decision.bonus_rounding), salary, tuple(of(one) for one in lines))
