"""Asking for a batch, making it part by part in a worker, taking it up again, breaking it off."""

import logging

from django.db import transaction
from django.utils.translation import gettext as _

from clusters.membership.rules.half_years import Days, span
from clusters.models import ClusterLevel, ClusterYear, Organisation
from clusters.organisations.models.names import told_apart
from clusters.organisations.rules.units_of_today import Units
from emulation.core import clock
from emulation.core.access import Door, allows
from emulation.core.actions.audit import record
from emulation.core.actions.jobs import cancel, enqueue, reason_of
from emulation.core.actor import CENTRAL, Actor
from emulation.core.errors import Refusal
from emulation.core.jobs import LeaseLost
from reports.batches.models import ROW, BatchPart, BatchScope, PartState, ReportBatch
from reports.batches.rules import to_read
from reports.runs.actions.files import file_away
from reports.runs.actions.making import RENDERERS
from reports.runs.actions.subjects import is_told_of
from reports.runs.models.kinds import DoesNotAddUp, FileFormat, reading_of
from reports.runs.models.report import Report, ReportState
from reports.signing.models import SignedPaper

logger = logging.getLogger(__name__)
LONGEST_WHY = 500


@transaction.atomic
def ask_for_batch(
    scope: BatchScope, year: int, half: int, *, days=Days.CALENDAR, form: FileFormat, actor: Actor, on
) -> ReportBatch:
    """Of every cluster of the Central Council that has that year, or of every province that stood in the period."""
    _require_central(actor)
    batch = ReportBatch(
        scope=scope,
        year=year,
        half=half,
        days=days,
        format=form,
        day=on,
        created_by_id=actor.user_id,
        created_at=clock.real_now(),
    )
    period = span(year, half, days)
    if period.start is not None and on < period.start:
        raise Refusal(str(batch.entry.not_begun), field="half")
    parts = _provinces(batch) if scope == BatchScope.PROVINCES else _clusters(batch)
    if not parts:
        raise Refusal(_("There is nobody to report of in this year. Choose another year."), field="year")
    batch.save()
    BatchPart.objects.bulk_create(parts)
    _put_to_work(batch, actor)
    record(
        actor,
        "reports.ask_batch",
        batch,
        after={"scope": scope, "year": year, "half": half, "days": days, "format": form, "parts": len(parts)},
        organisation_id=actor.body_of(CENTRAL),
    )
    return batch


@transaction.atomic
def retry_batch(batch: ReportBatch, *, actor: Actor) -> ReportBatch:
    """Takes up what is not made, after it ended or was broken off. What is made stays."""
    _require_central(actor)
    batch = ReportBatch.objects.select_for_update(of=("self",)).select_related("job").get(pk=batch.pk)
    if batch.job is not None and not batch.job.is_finished:
        raise Refusal(_("This batch is being made already. Wait until it ends, or cancel it."))
    left = batch.parts.exclude(state__in=[PartState.MADE, PartState.LEFT_OUT])
    number = left.update(state=PartState.WAITING, why="")
    if not number:
        raise Refusal(_("Every report of this batch is made."))
    _put_to_work(batch, actor)
    record(actor, "reports.retry_batch", batch, after={"parts": number}, organisation_id=actor.body_of(CENTRAL))
    return batch


def cancel_batch(batch: ReportBatch, *, actor: Actor) -> None:
    """By who asked for it. What is made until then stays, and is given out once the batch is taken up again."""
    _require_central(actor)
    if batch.job is None:
        raise Refusal(_("This work has already ended, so it cannot be cancelled."))
    cancel(batch.job, actor=actor)


def make_batch(batch: ReportBatch, *, run) -> None:
    """Each part is filed by itself, so that a worker that is killed leaves what it made to the next one."""
    parts = list(batch.parts.select_related("cluster_year__cluster__owner", "province", "batch"))
    for done, part in enumerate(parts):
        run.progress(done, len(parts), part.name)
        if part.state == PartState.WAITING:
            _make_part(part, batch, run)
    run.progress(len(parts), len(parts), _("Filing"))
    with transaction.atomic():
        run.hold()


def _make_part(part: BatchPart, batch: ReportBatch, run) -> None:
    try:
        made = _signed(part, batch) or _left_out(part, batch) or _read(part, batch)
    except LeaseLost:
        raise
    except LookupError:
        made = {"state": PartState.UNMADE, "why": _("Nobody holds the post of head in this cluster year.")}
    except DoesNotAddUp:
        made = {"state": PartState.UNMADE, "why": _("Its parts do not add up to its total.")}
    except Exception as problem:  # whatever it is, the other reports are made
        logger.exception("batch %s: %s was not made", batch.pk, part.name)
        made = {"state": PartState.UNMADE, "why": reason_of(problem)[:LONGEST_WHY]}
    with transaction.atomic():
        run.keep()
        BatchPart.objects.filter(pk=part.pk, state=PartState.WAITING).update(**made)


def _signed(part: BatchPart, batch: ReportBatch) -> dict | None:
    """The newest signed report of the same period, as it was signed."""
    reports = Report.objects.of_subject(part.subject).by_units_of_then().filter(state=ReportState.SIGNED)
    found = reports.filter(half=batch.half, days=batch.days, kind=batch.kind).order_by("-signed_at", "-pk").first()
    if found is None:
        return None
    paper = SignedPaper.objects.filter(report=found).first()
    kept = (paper or found).files.filter(format=batch.format).first()
    if kept is None:
        return None
    return {
        "state": PartState.MADE,
        "report": found,
        "total": found.total,
        "file": kept.file.name,
        "checksum": kept.checksum,
    }


def _left_out(part: BatchPart, batch: ReportBatch) -> dict | None:
    """A copy of a report of nothing would say that nothing was done, where nobody knows."""
    if is_told_of(part.subject, batch.half, Days(batch.days)):
        return None
    return {"state": PartState.LEFT_OUT, "why": _("Nothing is recorded of it in this period, so there is no report.")}


def _read(part: BatchPart, batch: ReportBatch) -> dict:
    read, form = reading_of(batch.kind), FileFormat(batch.format)
    document, total = read(part.subject, batch.half, as_of=batch.day, units=Units.THEN, days=Days(batch.days))
    kept = file_away(f"reports/batches/{batch.pk}/{part.position}", form, RENDERERS[form](to_read(document)))
    return {"state": PartState.MADE, "total": total, "file": kept["file"], "checksum": kept["checksum"]}


def _clusters(batch: ReportBatch) -> list[BatchPart]:
    years = ClusterYear.objects.filter(year=batch.year, cluster__level=ClusterLevel.CENTRAL).select_related("cluster")
    found = sorted(years, key=lambda one: one.cluster.list_key)
    return [
        BatchPart(batch=batch, position=at, cluster_year=one, name=one.cluster.name) for at, one in enumerate(found, 1)
    ]


def _provinces(batch: ReportBatch) -> list[BatchPart]:
    stood = Organisation.objects.provinces().overlapping(span(batch.year, batch.half, Days(batch.days))).sorted()
    found = list(stood)
    names = told_apart(found)
    return [BatchPart(batch=batch, position=at, province=one, name=names[one.pk]) for at, one in enumerate(found, 1)]


def _put_to_work(batch: ReportBatch, actor: Actor) -> None:
    batch.job = enqueue(
        "reports.make_batch",
        actor=actor,
        parameters={"batch": batch.pk},
        title=str(batch),
        organisation_id=actor.body_of(CENTRAL),
        return_url=batch.get_absolute_url(),
    )
    batch.save(update_fields=["job"])


def _require_central(actor: Actor) -> None:
    if not allows(actor.relations_by_role, Door(ROW, "write")):
        raise Refusal(_("Only the central board has the reports of all clusters or provinces made together."))


def mark_fetched(batch: ReportBatch) -> None:
    """Its maker needs no more notice of it."""
    ReportBatch.objects.filter(pk=batch.pk, fetched_at__isnull=True).update(fetched_at=clock.real_now())
