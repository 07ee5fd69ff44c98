from django.utils.translation import gettext_lazy as _

from clusters.models.scope import actor_of
from emulation.core import clock
from emulation.core.jobs import LeaseLost, job_kind
from reports.actions.making import give_up, require_head
from reports.actions.making import make_report as make
from reports.models import Report


@job_kind("reports.make_report", label=_("Making a report"), unit=_("steps"))
def make_report(run) -> dict:
    """Rights are judged on the day the work is done, not on the day it was asked for."""
    report = Report.objects.select_related("cluster_year__cluster__owner").get(pk=run.parameters["report"])
    try:
        actor = actor_of(run.job.created_by, on=clock.today())
        require_head(report.cluster_year, actor)
        make(report, actor=actor, run=run)
    except LeaseLost:
        raise
    except BaseException:
        give_up(report.pk)
        raise
    return {"report": report.pk}
