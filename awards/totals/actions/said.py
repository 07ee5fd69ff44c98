"""What was typed of a total, judged: whether it may stand beside the register and beside the others."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from awards.catalogue.models.award import ReportLine
from awards.totals import words
from awards.totals.models.named import named_rows, query_of
from awards.totals.models.total import DeclaredTotal
from awards.totals.rules.terms import MOST, OF_AWARDS, Measure, TotalSubject
from awards.totals.rules.weigh import weigh
from emulation.core.dates import format_date
from emulation.core.errors import Refusal
from emulation.core.numbers import format_decimal, format_integer, rounded


@dataclass(frozen=True)
class SaidTotal:
    """One line of the table; `value` as a number, whole but for a share."""

    measure: Measure
    value: Decimal
    report_line: ReportLine | None = None
    level: str = ""
    subject: str = ""


class Smaller(Refusal):
    """The register names more than the total declares; `query` opens those rows."""

    def __init__(self, message, *, query: str):
        super().__init__(message, field="value")
        self.query = query


class Twice(Refusal):
    """The same total is in force: `total`."""

    def __init__(self, message, *, total: DeclaredTotal):
        super().__init__(message, field="measure")
        self.total = total


def refuse_unfit_source(during, day: date, *, on: date) -> None:
    if during.start > on:
        raise Refusal(words.NOT_BEGUN, field="half")
    if day > on:
        raise Refusal(words.AFTER_TODAY % {"day": format_date(on)}, field="day")
    if day < during.start:
        said = {"day": format_date(day), "first": format_date(during.start)}
        raise Refusal(words.BEFORE_PERIOD % said, field="day")


def number_of(measure: Measure, value: Decimal) -> Mapping[str, Any]:
    """{"count": …} or {"share": …}, the other one None."""
    seen = {"seen": format_decimal(value)}
    if measure is Measure.DIRECT_SHARE:
        if not 0 <= value <= 100 or value != rounded(value, 2):
            raise Refusal(words.NO_SHARE % seen, field="value")
        return {"count": None, "share": value}
    if value < 0:
        raise Refusal(words.NEGATIVE % seen, field="value")
    if value > MOST:
        raise Refusal(words.ABSURD % {**seen, "most": format_integer(MOST)}, field="value")
    return {"count": int(value), "share": None}


def refuse_unfit_content(said: SaidTotal) -> None:
    if said.measure in OF_AWARDS:
        if not said.subject:
            raise Refusal(words.WANTS_SUBJECT, field="subject")
        return
    if said.subject:
        raise Refusal(words.WANTS_NO_SUBJECT, field="subject")
    if said.measure is Measure.CAMPAIGNS and (said.report_line or said.level):
        raise Refusal(words.WANTS_NO_AWARD, field="of_what")
    if said.measure is Measure.DIRECT_SHARE and said.report_line:
        raise Refusal(words.SHARE_BY_LEVEL, field="of_what")


def refuse_beside_others(total: DeclaredTotal) -> None:
    """Not declared twice, and no smaller than the honours that the register names of it. `total` need not be saved."""
    others = list(DeclaredTotal.objects.beside(total).select_related("source", "report_line"))
    same = next((one for one in others if one.subject == total.subject), None)
    if same is not None:
        said = {"content": same.content, "period": same.period, "number": same.number, "source": same.source}
        raise Twice(words.TWICE % said, total=same)
    if total.measure != Measure.GIVEN or total.count is None:
        return
    declared = {TotalSubject(one.subject): one.count or 0 for one in (*others, total)}
    rows = named_rows(total)
    concerned = (total.subject, TotalSubject.TOGETHER if total.subject != TotalSubject.TIMES else total.subject)
    for one in weigh(declared, {} if rows is None else rows.counted_by_subject()):
        if one.is_smaller and one.subject in concerned:
            said = {
                "declared": format_integer(one.declared),
                "named": format_integer(one.named),
                "content": total.content,
                "organisation": total.organisation,
                "period": total.period,
            }
            raise Smaller(words.SMALLER % said, query=query_of(total))
