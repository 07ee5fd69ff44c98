"""Asking for a report, making it in a worker, and signing it."""

import hashlib
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from clusters.models import ClusterYear
from clusters.rules.units_of_today import Units
from emulation.core import clock
from emulation.core.actions.audit import record
from emulation.core.actions.jobs import enqueue
from emulation.core.errors import Refusal
from emulation.core.jobs import JobRefused
from emulation.core.one_moment import one_moment
from emulation.core.period import Period
from reports.collect import collect, head_of
from reports.compose import DoesNotAddUp, compose
from reports.counted import counts_an_undone_list
from reports.document import Document
from reports.models import FileFormat, Report, ReportFile, ReportKind, ReportState
from reports.render import docx, pdf, xlsx
from reports.report_words import HINDRANCES
from reports.rules.report_flow import FLOW, ReportCase
from reports.snapshot import checksum, freeze

RENDERERS = {FileFormat.DOCX: docx.render, FileFormat.PDF: pdf.render, FileFormat.XLSX: xlsx.render}
STEPS = 2 + len(RENDERERS)


def require_head(cluster_year: ClusterYear, actor) -> None:
    if cluster_year.pk not in actor.headed:
        raise Refusal(_("Only the officers and the approver of the head of this cluster year may make its report."))


@transaction.atomic
def ask_for_report(cluster_year: ClusterYear, half: int, *, units=Units.THEN, actor, on) -> Report:
    """Writes the report as "being made" and hands it to a worker. One is made at a time for a half-year and its
    units."""
    require_head(cluster_year, actor)
    cluster_year = ClusterYear.objects.select_for_update(of=("self",)).select_related("cluster").get(pk=cluster_year.pk)
    period = Period.half_year(cluster_year.year, half)
    if on < period.start:
        raise Refusal(_("This half-year has not begun yet, so there is nothing to report."), field="half")
    same = Report.objects.filter(cluster_year=cluster_year, half=half, units=units)
    for underway in same.filter(state=ReportState.MAKING):
        if not underway.is_given_up:
            return underway
        give_up(underway, actor=actor, why=_ending_of(underway.job))
    try:
        head = head_of(cluster_year, on)
    except LookupError as error:
        raise Refusal(_("Nobody holds the post of head in this cluster year; have it recorded first.")) from error
    now = clock.now()
    report = Report.objects.create(
        kind=ReportKind.CLUSTER_SIX_MONTH,
        cluster_year=cluster_year,
        organisation=head,
        during=period,
        half=half,
        units=units,
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
        organisation_id=head.pk,
        return_url=report.get_absolute_url(),
    )
    report.save(update_fields=["job"])
    record(actor, "reports.ask", report, after={"half": half, "units": units, "day": on})
    return report


def read_document(cluster_year: ClusterYear, half: int, *, as_of, units=Units.THEN) -> tuple[Document, int]:
    """(the document, honours counted), all of it from one moment of the register."""
    with one_moment():
        material = collect(cluster_year, half, as_of=as_of, units=units)
    return compose(material), material.counted.total


def make_report(report: Report, *, actor, run) -> None:
    """Files are written under passing names and renamed when whole; the rows that offer them come last, at once."""
    if report.state != ReportState.MAKING:
        return
    run.progress(0, STEPS, _("Counting the register"))
    try:
        document, total = read_document(report.cluster_year, report.half, as_of=report.day, units=Units(report.units))
    except DoesNotAddUp as error:
        raise JobRefused(
            _("The parts of the report do not add up to its total, so it was not made. Tell the system administrator.")
        ) from error
    frozen = freeze(document)
    files = []
    for done, (form, render) in enumerate(RENDERERS.items(), 1):
        run.progress(done, STEPS, _("Writing %(format)s") % {"format": form.label})
        files.append(_write(report, form, render(document)))
    run.progress(STEPS - 1, STEPS, _("Filing"))
    with transaction.atomic():
        kept = Report.objects.select_for_update().get(pk=report.pk)
        if not FLOW.leads_from(kept.state, "finish"):
            return
        ReportFile.objects.bulk_create(files)
        kept.state = FLOW.step("finish").target
        kept.document = frozen
        kept.checksum = checksum(frozen)
        kept.total = total
        kept.save(update_fields=["state", "document", "checksum", "total"])
        record(actor, "reports.finish", kept, after={"total": total, "checksum": kept.checksum})
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
def give_up(report: Report, *, actor, why: str, run=None) -> None:
    """The work ended without a report: it says so instead of standing "being made" for ever.

    `run`: the worker that gives up; one whose job has passed to another gives nothing up.
    """
    kept = Report.objects.select_for_update().get(pk=report.pk)
    if run is not None:
        run.keep()
    if not FLOW.leads_from(kept.state, "give_up"):
        return
    before, kept.state = kept.state, FLOW.step("give_up").target
    kept.save(update_fields=["state"])
    record(actor, "reports.give_up", kept, before={"state": before}, after={"state": kept.state}, why=why)


def _ending_of(job) -> str:
    return (job and job.reason) or _("The work was cancelled or broken off.")


@transaction.atomic
def sign_report(report: Report, *, actor) -> Report:
    """By the approver of the head, once; what is signed never changes."""
    require_head(report.cluster_year, actor)
    if report.cluster_year_id not in actor.headed_approved:
        raise Refusal(_("Only the approver of the head signs the report."))
    report = Report.objects.select_for_update(of=("self",)).select_related("cluster_year", "job").get(pk=report.pk)
    if report.organisation_id not in actor.approved:
        raise Refusal(
            _("The cluster has another head since this draft was made; make the report anew under the head's name.")
        )
    if not FLOW.leads_from(report.state, "sign"):
        raise Refusal(
            _("Only a draft can be signed; this report is: %(state)s.") % {"state": report.get_state_display()}
        )
    hindrance = FLOW.step("sign").hindrance(ReportCase(Units(report.units)))
    if hindrance is not None:
        raise Refusal(HINDRANCES[hindrance])
    if counts_an_undone_list(report):
        raise Refusal(_("A list that this draft counts was undone since then. Make the report again, then sign."))
    report.state = FLOW.step("sign").target
    report.signed_at = clock.real_now()
    report.signed_by = actor.name
    report.save(update_fields=["state", "signed_at", "signed_by"])
    record(actor, "reports.sign", report, after={"checksum": report.checksum})
    return report
