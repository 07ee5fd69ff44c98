"""What is asked the same way of a cluster's register and of a province's: people, levels of lines, earlier reports."""

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from urllib.parse import parse_qsl

from awards.catalogue.rules.terms import Level, SubjectKind
from awards.models import Award, HonourCorrection
from awards.register.models.distinct import TooLong, distinct_recipients
from awards.register.models.honour import HonourQuerySet
from awards.register.rules.register import WITH_UNITS
from clusters.membership.rules.half_years import WHOLE_YEAR
from emulation.core.dates import format_date
from reports.agreement.rules.counted import Signed, this_and_last, times_and_people
from reports.agreement.rules.terms import REGISTER, About, Check, Compared, Verdict
from reports.document.rules.cells import worded_places
from reports.document.rules.hand_figures import said_by
from reports.document.rules.snapshot import thaw
from reports.runs.models.report import Report, ReportState
from reports.six_month.material.collect import IndicatorLine
from reports.six_month.rules import OF_CAMPAIGNS, CountedHonours


def people(counted: CountedHonours, rows: HonourQuerySet) -> Iterator[Compared]:
    """`rows`: the honours in force that the report counts."""
    try:
        found = distinct_recipients(rows)
    except TooLong:
        times = counted.where(subject_kind=SubjectKind.INDIVIDUAL).total
        yield Compared(Check.PEOPLE, About.PEOPLE_TOO_LONG, Verdict.CANNOT_TELL, times, rows=REGISTER)
        return
    yield from times_and_people(counted, known_people=found.people, known_times=found.known_people)


def printed_total(report: Report) -> int:
    """Of all its honours, as the report prints it: what was written by hand where that is an exact number."""
    places = worded_places(thaw(report.document), year=report.subject.year)
    figures = [(figure, dict(parse_qsl(figure.source))) for place in places for figure in place.figures]
    whole = next((each for each in _of_everything(report) if any(each == source for _one, source in figures)), None)
    for figure, source in figures:
        quantity = said_by(figure) if figure.computed and source == whole else None
        if quantity is not None and quantity.exact and quantity.low is not None:
            return int(quantity.low)
    return report.total or 0


def _of_everything(report: Report) -> list[dict[str, str]]:
    """Of the register, the filters that leave exactly the honours of the report; of a province, those with its units
    first."""
    days = {"tu": format_date(report.during.start), "den": format_date(report.during.last_day)}
    if report.cluster_year is not None:
        return [{"cum": report.cluster_year.cluster.code, **days}]
    own = {"don-vi": str(report.province_id), **days}
    return [own | {"truc-thuoc": WITH_UNITS}, own]


def levels_of_lines() -> dict[str, frozenset[Level]]:
    """Of which levels the awards of each report line are."""
    found: dict[str, set[Level]] = {}
    for code, level in Award.objects.order_by().values_list("report_line__code", "level").distinct():
        found.setdefault(code, set()).add(Level(level))
    return {code: frozenset(levels) for code, levels in found.items()}


def campaigns_of(lines: Iterable[IndicatorLine]) -> dict[int, Decimal]:
    """The number of campaigns that accepted figures say exactly, by their bodies, where one indicator counts them."""
    counting = [line for line in lines if line.unit == OF_CAMPAIGNS]
    values = counting[0].values if len(counting) == 1 else {}
    return {body: value.low for body, value in values.items() if value.exact and value.low is not None}


def beside_earlier(
    report: Report, counted: CountedHonours, rows_of: Callable[[Report], HonourQuerySet]
) -> Iterator[Compared]:
    """Beside the signed reports of the same cluster or province. `rows_of`: every honour of an earlier report's days
    and bodies, in force or not."""
    signed = _signed_beside(report)
    last = signed.filter(**_of_year(report, report.subject.year - 1), half=report.half).first()
    of_year = signed.filter(**_of_year(report, report.subject.year))
    halves = [of_year.filter(half=half).first() for half in (1, 2)] if report.half == WHOLE_YEAR else []
    same = list(_corrected_by(report)) or list(of_year.filter(half=report.half)[:1])
    return this_and_last(
        counted,
        last=_told(last, rows_of(last)) if last else None,
        same_period=[_told(one, rows_of(one)) for one in same],
        halves=[_told(half, rows_of(half)) for half in halves if half is not None] if all(halves) else [],
    )


def _corrected_by(report: Report) -> Iterator[Report]:
    """The signed report that this one corrects, the one which that corrects, back to the first."""
    while report.corrects is not None:
        report = report.corrects
        yield report


def _signed_beside(report: Report):
    """Newest first, so that a correction stands before what it corrects."""
    signed = Report.objects.filter(state=ReportState.SIGNED, days=report.days).exclude(pk=report.pk)
    whose = (
        {"province": report.province_id}
        if report.cluster_year is None
        else {"cluster_year__cluster": report.cluster_year.cluster_id}
    )
    return signed.filter(**whose).with_subject().order_by("-signed_at", "-pk")


def _of_year(report: Report, year: int) -> dict[str, int]:
    return {"year" if report.cluster_year is None else "cluster_year__year": year}


def _told(earlier: Report, rows: HonourQuerySet) -> Signed:
    return Signed(
        key=earlier.pk,
        name=earlier.heading,
        said=printed_total(earlier),
        now=rows.in_force().count(),
        corrections=HonourCorrection.objects.filter(honour__in=rows, taken_at__gt=earlier.as_of).count(),
    )
