"""Opinions side by side, line by line, once they may be read."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from awards.conflicts.models.conflict import Conflict
from awards.procedures.models.criteria import ProcedureCriterion
from awards.procedures.models.holding import HeldProcedure
from awards.review.models.appraisals import Appraisal, ModeratedMark
from awards.review.models.criteria import compared, criteria_of
from awards.review.models.review import Review
from awards.review.models.wording import CONCLUSIONS
from awards.review.rules.comparing import Mark
from awards.review.rules.terms import Conclusion
from emulation.core import clock
from emulation.core.numbers import format_decimal, format_integer


@dataclass(frozen=True)
class LineShown:
    criterion: ProcedureCriterion
    most: str
    said: list[dict[str, str]]
    differs: bool
    is_far: bool
    moderated: ModeratedMark | None
    stands: str


def compared_shown(review: Review, *, held: HeldProcedure | None = None, leads: bool = False) -> dict[str, Any]:
    """`held`: the procedure of the day, where it was asked already. `leads`: for who decides, who reads as well whose
    conflict of interest came after the opinion."""
    appraisals = list(Appraisal.objects.compared(review).prefetch_related("marks"))
    criteria = criteria_of(review, on=clock.today(), held=held)
    found = compared(review, criteria, appraisals)
    out = set(
        Conflict.objects.filter(matter=review.nomination_id, desk=review.body_id).values_list("user", flat=True)
        if leads
        else ()
    )
    moderated = {row.criterion_id: row for row in review.moderated.all()}
    returned = review.returned_at
    return {
        "appraisals": [
            {
                "row": one,
                "conclusion": CONCLUSIONS[Conclusion(one.conclusion)] if one.conclusion else "",
                "is_out": one.appraiser_id in out,
                "returned_since": returned if returned and one.done_at and one.done_at < returned else None,
            }
            for one in appraisals
        ],
        "conclusions_differ": found.conclusions_differ,
        "lines": [
            LineShown(
                criterion=row,
                most=format_integer(row.points) if row.points is not None else "",
                said=[{"value": in_words(mark), "reason": mark.reason} for mark in line.marks],
                differs=line.differs,
                is_far=line.is_far,
                moderated=moderated.get(row.pk),
                stands=value_in_words(moderated[row.pk].met, moderated[row.pk].points) if row.pk in moderated else "",
            )
            for row, line in zip(criteria, found.lines, strict=True)
        ],
    }


def in_words(mark: Mark) -> str:
    return value_in_words(mark.met, mark.points)


def value_in_words(met: bool | None, points: Decimal | None) -> str:
    if points is not None:
        return format_decimal(points.normalize() + 0)
    if met is None:
        return "–"
    return _("met") if met else _("not met")
