from celery import shared_task
from django.utils import translation
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from clusters.people.models.scope import actor_of
from emulation.core import clock
from emulation.core.actions.jobs import reason_of
from emulation.core.actor import Actor
from emulation.core.jobs import LeaseLost, job_kind
from reports.batches.actions import make_batch as make_parts
from reports.batches.models import ReportBatch
from reports.runs.actions.drafts import carry_to_new_draft
from reports.runs.actions.making import give_up, require_maker_of
from reports.runs.actions.making import make_report as make
from reports.runs.models.report import Report
from reports.schedule.actions import draft_what_is_due


@job_kind("reports.make_report", label=_("Making a report"), unit=_("steps"))
def make_report(run) -> dict:
    """A report is given up only on what also ends its job: a worker that is told to exit (`SystemExit`) leaves both to
    the worker that takes the job up again.
    """
    related = ("cluster_year__cluster__owner", "province", "corrects__signed_paper")
    report = Report.objects.select_related(*related).get(pk=run.parameters["report"])
    try:
        make(report, actor=_maker_of(report, run), run=run, worded=carry_to_new_draft)
    except LeaseLost:
        raise
    except Exception as problem:
        give_up(report, actor=Actor.system(gettext("The worker")), why=reason_of(problem), run=run)
        raise
    return {"report": report.pk}


def _maker_of(report: Report, run) -> Actor:
    """Rights are judged on the day the work is done, not on the day it was asked for; what a set day asks for nobody
    did, and nobody's rights are judged."""
    if run.job.created_by is None:
        return Actor.system(gettext("The schedule of reports"))
    actor = actor_of(run.job.created_by, on=clock.today())
    require_maker_of(report, actor)
    return actor


@shared_task(name="reports.draft_by_schedule")
def draft_by_schedule():
    """Rung by the beat several times an hour: a day that has come is done once."""
    with translation.override("vi"):
        draft_what_is_due(clock.today())


@job_kind("reports.make_batch", label=_("Making reports of all together"), unit=_("reports"))
def make_batch(run) -> dict:
    batch = ReportBatch.objects.get(pk=run.parameters["batch"])
    make_parts(batch, run=run)
    return {"batch": batch.pk}
