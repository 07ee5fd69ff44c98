from celery import shared_task
from celery.signals import worker_ready
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from emulation.core.actions import audit, jobs, strays, third_parts
from emulation.core.jobs import job_kind
from emulation.core.tracing import traced

CHECK_WORKER = "core.check_worker"


@shared_task(name="core.run_job")
def run_job(job_id, asked_by=""):
    with traced(asked_by), translation.override("vi"):
        jobs.run(job_id)


@shared_task(name="core.sweep_jobs")
def sweep_jobs():
    jobs.sweep()


@shared_task(name="core.seal_audit")
def seal_audit():
    audit.seal()


@shared_task(name="core.sweep_third_parts")
def sweep_third_parts():
    third_parts.sweep()


@shared_task(name="core.sweep_strays")
def sweep_strays():
    strays.sweep()


@worker_ready.connect
def sweep_at_start(**_named):
    jobs.sweep()
    strays.sweep_passing()


@worker_ready.connect
def tell_of_the_kept_seal_at_start(**_named):
    audit.tell_of_the_kept_seal()


@job_kind(CHECK_WORKER, label=_("Check of the worker"))
def check_worker(run) -> dict:
    """Does nothing: that it ends as done is the answer."""
    return {"attempt": run.job.attempt}
