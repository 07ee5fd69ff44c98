"""Asking for a report, making it in a worker, putting a draft away. How one is signed: `reports.signing`."""

import logging
from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from clusters.membership.rules.half_years import Days
from clusters.organisations.rules.units_of_today import Units
from emulation.core import clock
from emulation.core.actions.audit import record
from emulation.core.actions.jobs import enqueue
from emulation.core.actions.refusals import fitting, require_reason
from emulation.core.actions.walk import Course, Told, Walked, keep_beginning, walk
from emulation.core.actor import Actor
from emulation.core.errors import Refusal
from emulation.core.flow import Step
from emulation.core.jobs import JobRefused
from emulation.core.models.fields import longest
from reports.document.render import docx, pdf, xlsx
from reports.document.rules.document import Document
from reports.document.rules.snapshot import checksum, freeze
from reports.runs.actions.files import file_away
from reports.runs.actions.marks import paper_of_draft
from reports.runs.actions.steps import case_of, said_of, step_of
from reports.runs.actions.subjects import begun_period, locked_subject, maker_or_refusal
from reports.runs.models.kept import ReportFile, ReportStep
from reports.runs.models.kinds import DoesNotAddUp, FileFormat, ReadDocument, entry_of, kind_of_period, reading_of
from reports.runs.models.report import Report, ReportState
from reports.runs.models.subject import Subject, columns_of, kind_of_subject
from reports.runs.rules.flow import FLOW
from reports.runs.rules.unmade import Unmade, why_unmade
from reports.runs.words import OFFERED, UNMADE

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
    require_maker(kind, subject, actor)
    require_units(kind, units, days)
    subject = locked_subject(subject)
    period = begun_period(kind, subject, half, days, on)
    asked = Report(kind=kind, **columns_of(subject), during=period, half=half, units=units, days=days, day=on)
    underway = _underway(asked, actor)
    if underway is not None:
        return underway
    asked.organisation = maker_or_refusal(subject, on)
    return begin_report(asked, actor=actor)


@transaction.atomic
def ask_for_correction(report: Report, *, why: str, actor: Actor, on) -> Report:
    """A new report of the same period, by the register as it stands now, that names the signed one it corrects. By the
    makers; once the year is closed, by those of the organisation that signed it. `why`: as it is printed."""
    if report.state != ReportState.SIGNED:
        raise Refusal(_("Only a signed report is corrected; a draft is made again."))
    subject = locked_subject(report.subject)
    asked = Report(
        kind=report.kind,
        **columns_of(subject),
        organisation=report.organisation,
        during=report.during,
        half=report.half,
        units=report.units,
        days=report.days,
        day=on,
        corrects=report,
        corrects_why=fitting(why, most=longest(Report, "corrects_why"), field="why"),
    )
    require_maker_of(asked, actor)
    require_reason(why)
    if Report.objects.filter(pk=report.pk).corrected_by_signed().exists():
        raise Refusal(_("This report is corrected already. Correct the correction."))
    if _underway(asked, actor) is not None:
        raise Refusal(_("A report of this period is being made. Wait until it is done."))
    if not report.is_of_closed_year:
        asked.organisation = maker_or_refusal(subject, on)
    return begin_report(asked, actor=actor)


def require_maker_of(report: Report, actor: Actor) -> None:
    if not actor.may("write", report, subject=report.row_of_work):
        raise Refusal(str(report.entry.not_yours))


def _underway(asked: Report, actor: Actor) -> Report | None:
    """What is being made of the same period by the same units; whose work has ended is given up."""
    for underway in Report.objects.of_the_same_period(asked).filter(state=ReportState.MAKING):
        if not underway.is_given_up:
            return underway
        give_up(underway, actor=actor, why=_ending_of(underway.job))
    return None


def begin_report(report: Report, *, actor: Actor) -> Report:
    """Writes it as being made and hands it to a worker."""
    report.draft_number = Report.objects.of_the_same_period(report).filter(corrects=report.corrects).count() + 1
    report.as_of, report.created_by_id, report.created_at = clock.now(), actor.user_id, clock.real_now()
    report.save()
    report.job = enqueue(
        "reports.make_report",
        actor=actor,
        parameters={"report": report.pk},
        title=str(report),
        organisation_id=report.organisation_id,
        return_url=report.get_absolute_url(),
    )
    report.save(update_fields=["job"])
    keep_beginning(REPORT, report, "ask", actor=actor)
    asked = {"half": report.half, "units": report.units, "days": report.days, "day": report.day}
    if report.corrects:
        asked["corrects"] = str(report.corrects.mark or report.corrects)
    record(actor, "reports.ask", report, after=asked, why=report.corrects_why)
    return report


def make_report(
    report: Report,
    *,
    actor: Actor,
    run,
    read: ReadDocument | None = None,
    worded: Callable[..., Document] = lambda report, computed, actor: computed,
) -> None:
    """Files are written under passing names and renamed when whole; the rows that offer them come last, at once.
    `read`: of whoever makes it within a transaction, where nothing is read of one moment; else as its kind reads.
    `worded`: gives the computed document in the words of the office."""
    if report.state != ReportState.MAKING:
        return
    steps = 2 + len(report.entry.formats)
    run.progress(0, steps, _("Counting the register"))
    try:
        read = read or reading_of(report.kind)
        document, total = read(
            report.subject, report.half, as_of=report.day, units=Units(report.units), days=Days(report.days)
        )
    except DoesNotAddUp as error:
        raise JobRefused(
            _("The parts of the report do not add up to its total, so it was not made. Tell the system administrator.")
        ) from error
    computed = paper_of_draft(report, document)
    document = worded(report, computed, actor=actor)
    frozen = freeze(document)
    files: list[ReportFile] = []
    unmade: dict[str, Unmade] = {}
    for done, form in enumerate(report.entry.formats, 1):
        run.progress(done, steps, _("Writing %(format)s") % {"format": form.label})
        try:
            content = RENDERERS[form](document)
            files.append(ReportFile(report=report, format=form, **file_away(f"reports/{report.pk}", form, content)))
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
        made = {"document": frozen, "computed": freeze(computed), "total": total, "unmade": unmade}
        walk(REPORT, report, "finish", actor=actor, by_itself=True, **made)
        run.hold()


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


def put_away(report: Report, *, why: str, actor: Actor) -> Report:
    """A draft of which nothing comes: kept with all its files, out of the way of the others."""
    return walk(REPORT, report, step_of(report, "put_away"), actor=actor, why=why)


def bring_back(report: Report, *, actor: Actor) -> Report:
    return walk(REPORT, report, step_of(report, "bring_back"), actor=actor)


def is_under_seal_of(actor: Actor, report: Report) -> bool:
    """Whether the organisation in whose name the report was made is one that the person signs for."""
    return actor.may("sign", report.organisation, subject=report.entry.seal_row)


def locked(report: Report) -> Report:
    rows = Report.objects.select_for_update(of=("self",)).with_subject()
    return rows.select_related("organisation", "job", "corrects").get(pk=report.pk)


def state_refusal(report: Report) -> str:
    return _("The report is in the state “%(state)s”, so this is no longer possible. Look at it again.") % {
        "state": report.get_state_display()
    }


def _entered(report: Report, step: Step, walked: Walked) -> Told | dict[str, Any]:
    """What a step changes besides the state: the document it became, or who signed it."""
    if step.name == "finish":
        report.document, report.computed = walked.context["document"], walked.context["computed"]
        report.total = walked.context["total"]
        report.unmade = walked.context["unmade"]
        report.checksum = checksum(report.document)
        return Told(after={"total": report.total, "checksum": report.checksum})
    if step.target == ReportState.SIGNED:
        report.signed_at, report.signed_by = clock.real_now(), walked.actor.name
        return Told(after=walked.context.get("told", {}))
    return {}


REPORT = Course[Report](
    flow=FLOW,
    steps=ReportStep,
    thing="report",
    verb="reports.{}",
    locked=locked,
    in_state=state_refusal,
    in_words=lambda hindrance, case, report: said_of(hindrance, case),
    case_of=case_of,
    effect=_entered,
    labels=OFFERED,
    not_yours=lambda report: str(report.entry.not_yours_to_sign),
)
