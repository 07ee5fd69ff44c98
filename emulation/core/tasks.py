from celery import shared_task
from celery.signals import worker_ready
from django.utils import translation

from emulation.core.actions import audit, jobs


@shared_task(name="core.run_job")
def run_job(job_id):
    with translation.override("vi"):
        jobs.run(job_id)


@shared_task(name="core.sweep_jobs")
def sweep_jobs():
    jobs.sweep()


@shared_task(name="core.seal_audit")
def seal_audit():
    audit.seal()


@worker_ready.connect
def sweep_at_start(**_):
    jobs.sweep()
