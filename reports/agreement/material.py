"""Asks for what is compared before a report of a cluster is signed, as the register stands now."""

from awards.catalogue.rules.terms import Level, SubjectKind, Way
from awards.models import Award, Honour, HonourCorrection
from awards.register.models.distinct import TooLong, distinct_recipients
from awards.register.models.tally import count_honours
from awards.register.rules.register import RegisterFilter
from clusters.membership.rules.half_years import WHOLE_YEAR, Days
from reports.agreement.rules.counted import (
    Signed,
    kinds_and_all,
    members_without_results,
    parts_and_totals,
    this_and_last,
    times_and_people,
)
from reports.agreement.rules.declared import declared_and_counted, declared_kinds_and_all
from reports.agreement.rules.terms import REGISTER, About, Check, Compared, Verdict
from reports.runs.models.kinds import ReportKind
from reports.runs.models.report import Report, ReportState
from reports.six_month.material.collect import Material, collect
from reports.six_month.material.declared import declared_figures

OF_CLUSTERS = (ReportKind.CLUSTER_SIX_MONTH, ReportKind.CLUSTER_YEAR_END)


def compared_of(report: Report) -> tuple[Compared, ...]:
    """All that is laid beside each other for the report, in the order of `Check`; empty for a kind without a register
    of its own cluster. What the register says is of this moment, not of the draft's."""
    if report.kind not in OF_CLUSTERS:
        return ()
    material = collect(report.subject, report.half, as_of=report.day, days=Days(report.days))
    counted = material.counted
    figures = declared_figures(
        material.year,
        material.half,
        material.days,
        names={member.id: member.name for member in material.members},
        kind=material.province_kind,
        counted=counted,
        every=True,
    )
    listed = count_honours(
        _rows(report, material.period), RegisterFilter(cluster=report.subject.cluster_id, period=material.period)
    )
    return (
        *parts_and_totals(
            counted, _known(material), listed=listed.total, is_bound=listed.more, drafted=report.total or 0
        ),
        *_people(report, material),
        *kinds_and_all(counted),
        *declared_kinds_and_all(figures),
        *declared_and_counted(counted, figures, _levels(), half=material.half, days=material.days),
        *_last(report, material),
        *members_without_results(
            counted,
            {member.id: member.name for member in material.members},
            reporting=material.reporting,
            are_asked=bool(material.indicators),
        ),
    )


def _rows(report: Report, period):
    return Honour.objects.in_force().decided_during(period).decided_by_members_of(report.subject.cluster_id)


def _known(material: Material) -> dict[About, tuple[str, set]]:
    return {
        About.BY_LINE: ("line", {code for code, _name in material.lines}),
        About.BY_WAY: ("way", set(Way)),
        About.BY_MEMBER: ("organisation", {member.id for member in material.members}),
    }


def _people(report: Report, material: Material):
    try:
        found = distinct_recipients(_rows(report, material.period))
    except TooLong:
        times = material.counted.where(subject_kind=SubjectKind.INDIVIDUAL).total
        yield Compared(Check.PEOPLE, About.PEOPLE_TOO_LONG, Verdict.CANNOT_TELL, times, rows=REGISTER)
        return
    yield from times_and_people(material.counted, known_people=found.people, known_times=found.known_people)


def _levels() -> dict[str, Level]:
    """Of report lines whose awards are all of one level."""
    found: dict[str, set[str]] = {}
    for code, level in Award.objects.order_by().values_list("report_line__code", "level").distinct():
        found.setdefault(code, set()).add(level)
    return {code: Level(min(levels)) for code, levels in found.items() if len(levels) == 1}


def _last(report: Report, material: Material):
    signed = (
        Report.objects.filter(
            state=ReportState.SIGNED, days=report.days, cluster_year__cluster=report.subject.cluster_id
        )
        .exclude(pk=report.pk)
        .select_related("cluster_year__cluster")
        .order_by("-signed_at")
    )
    last = signed.filter(half=report.half, cluster_year__year=material.year - 1).first()
    same = signed.filter(half=report.half, cluster_year=report.cluster_year_id).first()
    halves = []
    if material.half == WHOLE_YEAR:
        of_year = signed.filter(cluster_year=report.cluster_year_id)
        halves = [half for half in (of_year.filter(half=each).first() for each in (1, 2)) if half is not None]
    return this_and_last(
        material.counted,
        last=_signed(last) if last else None,
        same_period=_signed(same) if same else None,
        halves=[_signed(half) for half in halves] if len(halves) == len((1, 2)) else [],
    )


def _signed(last: Report) -> Signed:
    rows = Honour.objects.decided_during(last.during).decided_by_members_of(last.subject.cluster_id)
    return Signed(
        key=last.pk,
        name=last.heading,
        said=last.total or 0,
        now=rows.in_force().count(),
        corrections=HonourCorrection.objects.filter(honour__in=rows, taken_at__gt=last.as_of).count(),
    )
