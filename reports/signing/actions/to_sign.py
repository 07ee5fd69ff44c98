"""What is signed: a draft report, the minutes of a closed conference, a frozen result, each with whose paper it is."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override

from clusters.membership.models.heads import head_on
from clusters.models import Conference, Organisation, YearResult
from emulation.core import clock
from emulation.core.dates import format_date
from emulation.core.errors import Refusal
from reports.document.rules.document import Document
from reports.document.rules.issuer import CapacityCode, Issuer, Paper
from reports.document.rules.snapshot import thaw
from reports.document.rules.wording import VIETNAMESE
from reports.minutes.compose import compose as compose_minutes
from reports.minutes.material import minutes_material
from reports.runs.models.drafts import day_of_figures
from reports.runs.models.issuers import issuer_of
from reports.runs.models.kinds import FileFormat
from reports.runs.models.report import Report
from reports.signing.words import FINAL_MINUTES, FINAL_RESULT
from reports.year_result.compose import compose as compose_result
from reports.year_result.material import result_material

ON_REQUEST = (FileFormat("docx"), FileFormat("pdf"))


@dataclass(frozen=True)
class PaperToSign:
    """`of`: the thing by the foreign key of `SignedPaper`. `too_early`: why it bears no day before `not_before`.
    `final`: what its signature changes besides what every signature does. `offices`: by the form's field, what is known
    of the signers' offices."""

    of: dict[str, Any]
    document: Document
    issuer: Issuer
    organisation: Organisation
    not_before: date
    too_early: str
    final: str
    offices: dict[str, str] = field(default_factory=dict)
    formats: tuple[FileFormat, ...] = ON_REQUEST

    @property
    def thing(self) -> Any:
        return next(iter(self.of.values()))


def report_to_sign(report: Report) -> PaperToSign:
    """One that has a document."""
    not_before, too_early = _first_day_of(report)
    return PaperToSign(
        of={"report": report},
        document=thaw(report.document),
        issuer=issuer_of(
            Paper.REPORT, on=report.day, cluster_year=report.cluster_year, organisation=report.organisation
        ),
        organisation=report.organisation,
        not_before=not_before,
        too_early=too_early,
        final=str(report.entry.final),
        formats=report.entry.formats,
    )


def minutes_to_sign(conference: Conference) -> PaperToSign:
    """Of a closed conference."""
    return PaperToSign(
        of={"conference": conference},
        document=_in_vietnamese(lambda: compose_minutes(minutes_material(conference))),
        issuer=issuer_of(
            Paper.MINUTES, on=conference.held_on, cluster_year=conference.cluster_year, met_with=conference.host
        ),
        organisation=_head_today(conference),
        not_before=conference.held_on,
        too_early=_("The conference was held on %(day)s; its minutes are not signed before that day.")
        % {"day": format_date(conference.held_on)},
        final=str(FINAL_MINUTES),
        offices={
            f"office_{CapacityCode.SECRETARY}": conference.secretary,
            f"office_{CapacityCode.CHAIR}": conference.chair,
        },
    )


def result_to_sign(result: YearResult) -> PaperToSign:
    """A frozen one. Its paper is not older than the conference that voted, or than the year itself."""
    held_on = result.conference.held_on if result.conference else date(result.cluster_year.year, 1, 1)
    return PaperToSign(
        of={"result": result},
        document=_in_vietnamese(lambda: compose_result(result_material(result))),
        issuer=issuer_of(Paper.RESULT, on=clock.today(), cluster_year=result.cluster_year),
        organisation=_head_today(result),
        not_before=held_on,
        too_early=_("What this paper tells was decided on %(day)s or later; it is not signed before that day.")
        % {"day": format_date(held_on)},
        final=str(FINAL_RESULT),
    )


def _first_day_of(report: Report) -> tuple[date, str]:
    """(the first day it may bear, why none before)"""
    last_day, figures, corrected = _last_day_of(report), day_of_figures(report), report.corrects
    days = [
        (
            last_day,
            _("The period of the report ends on %(day)s; a report of it is not signed before that day.")
            % {"day": format_date(last_day)},
        ),
        (
            figures,
            _("The figures of this report stand as of %(day)s; it is not dated before that day.")
            % {"day": format_date(figures)},
        ),
    ]
    if corrected is not None:
        paper = getattr(corrected, "signed_paper", None)
        day = paper.dated if paper else corrected.day
        told = _("The report that it corrects bears %(day)s; a correction is not dated before that day.")
        days.insert(0, (day, told % {"day": format_date(day)}))
    return max(days, key=lambda one: one[0])


def _last_day_of(report: Report) -> date:
    end = report.during.end
    if end is None:
        raise ValueError(f"{report} has a period without end")
    return end - timedelta(days=1)


def _head_today(thing: Conference | YearResult) -> Organisation:
    head = head_on(thing.cluster_year, clock.today())
    if head is None:
        raise Refusal(_("Nobody holds the post of head in this cluster year; have it recorded first."))
    return head


def _in_vietnamese(compose: Callable[[], Document]) -> Document:
    with override(VIETNAMESE):
        return compose()
