"""Which steps of its flow a report may take, what its guards look at, and what hinders its signature, in words."""

from datetime import date
from typing import Any

from clusters.membership.rules.half_years import Days
from clusters.organisations.rules.units_of_today import Units
from emulation.core import clock
from emulation.core.dates import format_date
from reports.runs.actions.subjects import is_told_of
from reports.runs.models.counted import counts_an_undone_list
from reports.runs.models.report import Report
from reports.runs.rules.flow import FLOW, ReportCase, ReportHindrance
from reports.runs.words import HINDRANCES, YEAR_IS_CLOSED


def step_of(report: Report, name: str) -> str:
    """Of its flow: a province does for itself what the head does for its cluster."""
    return f"{name}_own" if report.cluster_year_id is None else name


def steps_of(report: Report) -> frozenset[str]:
    """The names of those of its flow that are for a report of such a subject."""
    own = {step.name for step in FLOW.steps if step.name.endswith("_own")}
    others = {step.name.removesuffix("_own") for step in FLOW.steps if step.name in own}
    names = {step.name for step in FLOW.steps}
    return frozenset(names - others if report.cluster_year_id is None else names - own)


def step_of_signing(report: Report) -> str:
    """Of its flow: a closed year has no head that signs."""
    return "sign_correction" if report.is_correction_of_closed_year else step_of(report, "sign")


def case_of(report: Report, *, under_own_seal: bool = False, **context: Any) -> ReportCase:
    before = Report.objects.signed_in_place_of(report).order_by("-signed_at").first()
    return ReportCase(
        Units(report.units),
        under_own_seal,
        counts_an_undone_list(report),
        report.is_correction_of_closed_year,
        is_of_province=report.cluster_year_id is None,
        is_correction=report.corrects_id is not None,
        signed_before=before.heading if before else "",
        is_told_of=is_told_of(report.subject, report.half, Days(report.days)),
        goes_on_until=_goes_on_until(report),
    )


def _goes_on_until(report: Report) -> date | None:
    last = report.during.last_day
    return last if last is not None and clock.today() <= last else None


def why_nobody_signs(report: Report) -> str:
    """Whoever looks at it: in words; empty where an approver may sign it, or where it is no draft."""
    step = FLOW.step_from(report.state, step_of_signing(report))
    if step is None:
        return ""
    if report.is_of_closed_year and not report.is_correction_of_closed_year:
        return str(YEAR_IS_CLOSED)
    case = case_of(report, under_own_seal=True)
    hindrance = step.hindrance(case)
    return "" if hindrance is None else said_of(hindrance, case)


def said_of(hindrance: str, case: ReportCase) -> str:
    last = format_date(case.goes_on_until) if case.goes_on_until else ""
    return str(HINDRANCES[ReportHindrance(hindrance)]) % {"report": case.signed_before, "last": last}
