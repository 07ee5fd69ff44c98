"""Signed reports that count what a list brought into the register."""

from collections import defaultdict
from datetime import datetime, timedelta

from django.db.models import Q
from django.utils.translation import gettext as _

from awards.models import Honour
from awards.register.rules.terms import HonourStatus
from clusters.models import Membership
from emulation.core.built_upon import Foundation
from emulation.core.dates import format_date
from emulation.core.period import Period
from reports.runs.models.report import Report, ReportState


def signed_reports_counting(foundation: Foundation) -> list[str]:
    """A sentence for each. Reports are locked on the way, so that a signature that is just being given is seen."""
    if foundation.kind != "awards.honourbatch":
        return []
    around, days_in = Q(pk__in=[]), defaultdict(set)
    for membership in Membership.objects.filter(organisation_id=foundation.organisation_id):
        if days := [day for day in foundation.days if membership.during.contains(day)]:
            days_in[membership.cluster_id].update(days)
            stretch = Period.of_days(min(days), max(days))
            around |= Q(cluster_year__cluster_id=membership.cluster_id, during__overlap=stretch)
    rows = Report.objects.filter(around).select_for_update(of=("self",)).select_related("cluster_year__cluster", "job")
    return [
        _("The report “%(report)s” of %(day)s, signed by %(who)s, counts honours of this list.")
        % {"report": report, "day": format_date(report.day), "who": report.signed_by}
        for report in rows.order_by("pk")
        if report.state == ReportState.SIGNED
        and _made_at(report) >= foundation.since
        and any(report.during.contains(day) for day in days_in[report.cluster_year.cluster_id])
    ]


def counts_an_undone_list(report: Report) -> bool:
    """Whether a list that was in the register when the report was made has been undone since."""
    return (
        Honour.objects.filter(status=HonourStatus.UNDONE, batch__undone_at__gte=report.as_of)
        .filter(batch__accepted_at__lte=_made_at(report))
        .decided_during(report.during)
        .decided_by_members_of(report.subject.cluster_id)
        .exists()
    )


def _made_at(report: Report) -> datetime:
    """The last moment at which it can have looked at the register, by the clock of `as_of`."""
    took = report.job.ended_at - report.created_at if report.job and report.job.ended_at else timedelta()
    return report.as_of + took
