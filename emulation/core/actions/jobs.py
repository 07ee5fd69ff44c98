"""The life of a job: asked for, rung for, taken under a lease, reported on, ended. The row is the truth."""

import logging
import uuid

from celery import current_app
from django.db import IntegrityError, transaction
from django.db.models import F, Q
from django.utils.translation import gettext as _
from kombu.exceptions import OperationalError

from emulation.core import clock
from emulation.core.actions.audit import record
from emulation.core.actions.job_run import LEASE, JobRun
from emulation.core.actor import Actor
from emulation.core.errors import Refusal
from emulation.core.jobs import KINDS, LeaseLost
from emulation.core.models import Job, JobState
from emulation.core.models.job import is_dead
from emulation.core.room import is_out_of_room, out_of_room_in_words
from emulation.core.storage import is_silent_store, silent_store_in_words
from emulation.core.tracing import request_id

logger = logging.getLogger(__name__)

ATTEMPTS = 4


def enqueue(kind, *, actor: Actor, parameters, title, key=None, organisation_id=None, return_url="") -> Job:
    """Writes the job and, once that is committed, rings the bell. The same unfinished `key` gives the job there is."""
    if kind not in KINDS:
        raise LookupError(f"no job kind {kind}")
    now = clock.real_now()
    try:
        with transaction.atomic():
            job = Job.objects.create(
                kind=kind,
                title=title,
                key=key,
                parameters=parameters,
                created_by_id=actor.user_id,
                organisation_id=organisation_id,
                return_url=return_url,
                created_at=now,
                rung_at=now,
            )
    except IntegrityError:
        return Job.objects.unfinished().get(key=key)
    transaction.on_commit(lambda: ring(job.pk))
    return job


def ring(job_id: int) -> None:
    """A lost bell is no harm: the sweeper rings again."""
    try:
        current_app.send_task("core.run_job", args=[job_id, request_id()], retry=False)
    except (OperationalError, OSError) as problem:
        logger.warning("the broker did not take the bell for job %s: %s", job_id, problem)


def take(job_id: int) -> JobRun | None:
    """Compare-and-set: a waiting job, or a running one whose lease ran out, becomes ours; anything else is not."""
    now = clock.real_now()
    token = uuid.uuid4()
    taken = (
        Job.objects.filter(pk=job_id)
        .filter(_takeable(now))
        .update(
            state=JobState.RUNNING,
            lease_token=token,
            lease_until=now + LEASE,
            attempt=F("attempt") + 1,
            started_at=now,
            done=0,
            total=None,
            stage="",
        )
    )
    return JobRun(Job.objects.get(pk=job_id), token) if taken else None


def _takeable(now):
    return Q(state=JobState.QUEUED) | (Q(state=JobState.RUNNING) & is_dead("lease_until", now))


def run(job_id: int) -> None:
    """Does the work of a job if it is to be had; every way of ending is written on the row."""
    taken = take(job_id)
    if taken is None:
        return
    if taken.job.attempt > ATTEMPTS:
        taken.end(JobState.FAILED, reason=_("The work was broken off several times. Tell the system administrator."))
        return
    logger.info("job %s (%s), attempt %s", job_id, taken.job.kind, taken.job.attempt)
    try:
        with taken.kept_alive():
            result = KINDS[taken.job.kind].work(taken)
    except LeaseLost:
        logger.info("job %s is no longer ours", job_id)
    except Refusal as refusal:
        taken.end(JobState.FAILED, reason=reason_of(refusal))
    except Exception as problem:  # whatever the work raised must end on the row, or the person waits for ever
        logger.exception("job %s failed", job_id)
        taken.end(JobState.FAILED, reason=reason_of(problem))
    else:
        taken.end(JobState.DONE, result=result)
    finally:
        taken.close()


def reason_of(problem: Exception) -> str:
    """What the person reads who asked for the work."""
    if isinstance(problem, Refusal):
        return str(problem)
    if is_out_of_room(problem):
        return out_of_room_in_words()
    if is_silent_store(problem):
        return silent_store_in_words()
    return _("The work stopped on an error of the software. Nothing was changed. Tell the system administrator.")


def sweep() -> list[int]:
    """Rings again for work whose worker died or whose bell was lost; the ids."""
    now = clock.real_now()
    abandoned = list(Job.objects.abandoned(now).values_list("pk", flat=True))
    Job.objects.filter(pk__in=abandoned).update(rung_at=now)
    for job_id in abandoned:
        ring(job_id)
    return abandoned


@transaction.atomic
def cancel(job: Job, *, actor: Actor) -> None:
    """By who asked for it, the machine too, which stands to no record. The worker notices at its next report and rolls
    back."""
    kept = Job.objects.unfinished().select_for_update().filter(pk=job.pk, created_by_id=actor.user_id).first()
    if kept is None:
        raise Refusal(_("This work has already ended, so it cannot be cancelled."))
    before, kept.state = kept.state, JobState.CANCELLED
    kept.lease_token = kept.lease_until = None
    kept.ended_at = clock.real_now()
    kept.save(update_fields=["state", "lease_token", "lease_until", "ended_at"])
    record(actor, "core.cancel_job", kept, before={"state": before}, after={"state": kept.state})
