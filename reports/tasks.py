from django.utils.translation import gettext_lazy as _

from emulation.core.actor import Actor
from emulation.core.jobs import LeaseLost, job_kind
from reports.actions.making import give_up
from reports.actions.making import make_report as make
from reports.models import Report


@job_kind("reports.make_report", label=_("Making a report"), unit=_("steps"))
def make_report(run) -> dict:
    report = Report.objects.select_related("cluster_year__cluster__owner").get(pk=run.parameters["report"])
    actor = Actor(user_id=run.job.created_by_id, name=run.parameters["by"])
    try:
        make(report, actor=actor, run=run)
    except LeaseLost:
        raise
    except BaseException:
        give_up(report.pk)
        raise
    return {"report": report.pk}
