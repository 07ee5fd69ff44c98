"""Asking for a report, making it in a worker, and signing it."""

import hashlib
import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from clusters.membership.rules.half_years import Days, span
from clusters.models import ClusterYear, Organisation
from clusters.organisations.rules.units_of_today import Units
from emulation.core import clock
from emulation.core.actions.audit import record
from emulation.core.actions.jobs import enqueue
from emulation.core.actions.walk import Course, Told, Walked, keep_beginning, walk
from emulation.core.actor import Actor
from emulation.core.errors import Refusal
from emulation.core.flow import Step
from emulation.core.jobs import JobRefused
from emulation.core.period import Period
from reports.document.render import docx, pdf, xlsx
from reports.document.rules.document import Document
from reports.document.rules.snapshot import checksum, freeze
from reports.runs.models.counted import counts_an_undone_list
from reports.runs.models.kinds import DoesNotAddUp, FileFormat, entry_of, kind_of_period, reading_of
from reports.runs.models.provinces import days_of
from reports.runs.models.report import Report, ReportFile, ReportState, ReportStep
from reports.runs.models.subject import ProvinceYear, Subject, columns_of, kind_of_subject, maker_of
from reports.runs.rules.flow import FLOW, ReportCase, ReportHindrance
from reports.runs.rules.unmade import Unmade, why_unmade
from reports.runs.words import HINDRANCES, UNMADE

logger = logging.getLogger(__name__)

RENDERERS: dict[Any, Callable[[Document], bytes]] = {
    FileFormat.DOCX: docx.render,
    FileFormat.PDF: pdf.render,
    FileFormat.XLSX: xlsx.render,
}


def require_maker(kind: str, subject: Subject, actor: Actor) -> None:
    """Of a report of this kind of that subject."""
    entry = entry_of(kind)
    if not actor.may("write", subject, subject=entry.draft_row):
        raise Refusal(str(entry.not_yours))


def require_units(kind: str, units: Units, days: Days = Days.CALENDAR) -> None:
    if units not in entry_of(kind).units:
        raise Refusal(_("This report is made by the units of the time only. Choose those."), field="units")
    if days not in entry_of(kind).days:
        raise Refusal(_("This report is made by other days. Choose those."), field="days")


@transaction.atomic
def ask_for_report(subject: Subject, half: int, *, units=Units.THEN, days=Days.CALENDAR, actor: Actor, on) -> Report:
    """Writes the report as "being made" and hands it to a worker. One is made at a time for a period, its days and its
    units."""
    kind = kind_of_period(half, kind_of_subject(subject))
    entry = entry_of(kind)
    require_maker(kind, subject, actor)
    require_units(kind, units, days)
    subject = _locked_subject(subject)
    period = period_of(subject, half, days)
    if period.start is not None and on < period.start:
        raise Refusal(str(entry.not_begun), field="half")
    same = Report.objects.of_subject(subject).filter(half=half, units=units, days=days)
    for underway in same.filter(state=ReportState.MAKING):
        if not underway.is_given_up:
            return underway
        give_up(underway, actor=actor, why=_ending_of(underway.job))
    try:
        maker = maker_of(subject, on)
    except LookupError as error:
        raise Refusal(_("Nobody holds the post of head in this cluster year; have it recorded first.")) from error
    now = clock.now()
    report = Report.objects.create(
        kind=kind,
        **columns_of(subject),
        organisation=maker,
        during=period,
        half=half,
        units=units,
        days=days,
        as_of=now,
        day=on,
        created_by_id=actor.user_id,
        created_at=clock.real_now(),
    )
    report.job = enqueue(
        "reports.make_report",
        actor=actor,
        parameters={"report": report.pk},
        title=str(report),
        organisation_id=maker.pk,
        return_url=report.get_absolute_url(),
    )
    report.save(update_fields=["job"])
    keep_beginning(REPORT, report, "ask", actor=actor)
    record(actor, "reports.ask", report, after={"half": half, "units": units, "days": days, "day": on})
    return report


def _locked_subject(subject: Subject) -> Subject:
    if isinstance(subject, ProvinceYear):
        kept = Organisation.objects.select_for_update(of=("self",)).get(pk=subject.province.pk)
        return ProvinceYear(kept, subject.year)
    return ClusterYear.objects.select_for_update(of=("self",)).select_related("cluster").get(pk=subject.pk)


def period_of(subject: Subject, half: int, days: Days) -> Period:
    """What it is to count; a province, on the days on which it existed."""
    if not isinstance(subject, ProvinceYear):
        return span(subject.year, half, days)
    existed = days_of(subject.province, subject.year, half, days)
    if existed is None:
        raise Refusal(
            _("%(province)s did not exist in this period. Choose another year.") % {"province": subject.province},
            field="year",
        )
    return existed


def make_report(report: Report, *, actor: Actor, run) -> None:
    """Files are written under passing names and renamed when whole; the rows that offer them come last, at once."""
    if report.state != ReportState.MAKING:
        return
    steps = 2 + len(report.entry.formats)
    run.progress(0, steps, _("Counting the register"))
    try:
        read = reading_of(report.kind)
        document, total = read(
            report.subject, report.half, as_of=report.day, units=Units(report.units), days=Days(report.days)
        )
    except DoesNotAddUp as error:
        raise JobRefused(
            _("The parts of the report do not add up to its total, so it was not made. Tell the system administrator.")
        ) from error
    frozen = freeze(document)
    files: list[ReportFile] = []
    unmade: dict[str, Unmade] = {}
    for done, form in enumerate(report.entry.formats, 1):
        run.progress(done, steps, _("Writing %(format)s") % {"format": form.label})
        try:
            files.append(_write(report, form, RENDERERS[form](document)))
        except Exception as error:  # whatever it is, the other formats are made
            logger.exception("report %s: %s was not made", report.pk, form.value)
            unmade[form.value] = why_unmade(error)
    if not files:
        raise JobRefused(
            _("No format of the report could be made: %(why)s")
            % {"why": " ".join(str(UNMADE[why]) for why in set(unmade.values()))}
        )
    run.progress(steps - 1, steps, _("Filing"))
    with transaction.atomic():
        if not FLOW.leads_from(locked(report).state, "finish"):
            return
        ReportFile.objects.bulk_create(files)
        walk(REPORT, report, "finish", actor=actor, by_itself=True, document=frozen, total=total, unmade=unmade)
        run.hold()


def _write(report: Report, form: FileFormat, content: bytes) -> ReportFile:
    name = f"reports/{report.pk}/{form.value}-{hashlib.sha256(content).hexdigest()[:12]}.{form.value}"
    path = Path(settings.MEDIA_ROOT) / name
    path.parent.mkdir(parents=True, exist_ok=True)
    passing = path.with_suffix(".writing")
    passing.write_bytes(content)
    passing.replace(path)
    return ReportFile(
        report=report, format=form, file=name, size=len(content), checksum=hashlib.sha256(content).hexdigest()
    )


@transaction.atomic
def give_up(report: Report, *, actor: Actor, why: str, run=None) -> None:
    """The work ended without a report: it says so instead of standing "being made" for ever.

    `run`: the worker that gives up; one whose job has passed to another gives nothing up.
    """
    kept = locked(report)
    if run is not None:
        run.keep()
    if FLOW.leads_from(kept.state, "give_up"):
        walk(REPORT, kept, "give_up", actor=actor, by_itself=True, why=why)


def _ending_of(job) -> str:
    return (job and job.reason) or _("The work was cancelled or broken off.")


def sign_report(report: Report, *, actor: Actor) -> Report:
    """By the approver of the head, or of the province, once; what is signed never changes."""
    return walk(REPORT, report, "sign", actor=actor, under_own_seal=is_under_seal_of(actor, report))


def is_under_seal_of(actor: Actor, report: Report) -> bool:
    """Whether the organisation in whose name the report was made is one that the person signs for."""
    return actor.may("sign", report.organisation, subject=report.entry.seal_row)


def locked(report: Report) -> Report:
    rows = Report.objects.select_for_update(of=("self",)).with_subject()
    return rows.select_related("organisation", "job").get(pk=report.pk)


def state_refusal(report: Report) -> str:
    return _("Only a draft can be signed; this report is: %(state)s.") % {"state": report.get_state_display()}


def case_of(report: Report, *, under_own_seal: bool, **context: Any) -> ReportCase:
    return ReportCase(Units(report.units), under_own_seal, counts_an_undone_list(report))


def _entered(report: Report, step: Step, walked: Walked) -> Told | dict[str, Any]:
    """What a step changes besides the state: the document it became, or who signed it."""
    if step.name == "finish":
        report.document, report.total = walked.context["document"], walked.context["total"]
        report.unmade = walked.context["unmade"]
        report.checksum = checksum(report.document)
        return Told(after={"total": report.total, "checksum": report.checksum})
    if step.name == "sign":
        report.signed_at, report.signed_by = clock.real_now(), walked.actor.name
        return Told(after={"checksum": report.checksum})
    return {}


REPORT = Course[Report](
    flow=FLOW,
    steps=ReportStep,
    thing="report",
    verb="reports.{}",
    locked=locked,
    in_state=state_refusal,
    in_words=lambda hindrance, case, report: str(HINDRANCES[ReportHindrance(hindrance)]),
    case_of=case_of,
    effect=_entered,
    not_yours=lambda report: str(report.entry.not_yours_to_sign),
)
