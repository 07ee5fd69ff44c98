"""By what a dossier is appraised, and what the opinions on it say of that."""

from datetime import date

from awards.nominations.models.standing import procedure_of
from awards.procedures.models.criteria import ProcedureCriterion
from awards.procedures.models.holding import HeldProcedure
from awards.review.models.appraisals import Appraisal
from awards.review.models.review import Review
from awards.review.rules.comparing import Comparison, Criterion, Mark, Opinion, compare


def criteria_of(review: Review, *, on: date, held: HeldProcedure | None = None) -> list[ProcedureCriterion]:
    """Of the procedure by which the dossier was taken up, or the first opinion begun, else of that of the day; none
    where the award has no procedure. `held`: that of the day, where it was asked already."""
    procedure = review.procedure_id
    if procedure is None:
        found = (held or procedure_of(review.nomination, on=on)).procedure
        procedure = found.pk if found else None
    return list(ProcedureCriterion.objects.filter(procedure=procedure).order_by("position")) if procedure else []


def as_criterion(row: ProcedureCriterion) -> Criterion:
    return Criterion(row.pk, row.points)


def opinion_of(appraisal: Appraisal) -> Opinion:
    marks = {row.criterion_id: Mark(row.met, row.points, row.reason) for row in appraisal.marks.all()}
    return Opinion(appraisal.conclusion, marks)


def compared(review: Review, criteria: list[ProcedureCriterion], appraisals: list[Appraisal]) -> Comparison:
    """`appraisals`: such as may be read, with their marks."""
    return compare([as_criterion(row) for row in criteria], [opinion_of(one) for one in appraisals])
