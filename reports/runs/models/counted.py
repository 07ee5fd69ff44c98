"""Signed reports that count what a list brought into the register."""

from datetime import datetime, timedelta

from django.db.models import Q
from django.utils.translation import gettext as _

from awards.models import Honour
from awards.register.rules.terms import HonourStatus
from clusters.membership.rules.half_years import WHOLE_YEAR
from clusters.models import Membership
from emulation.core.built_upon import Foundation
from emulation.core.dates import format_date
from emulation.core.period import half_of
from reports.runs.models.provinces import bodies_of, provinces_counting
from reports.runs.models.report import Report, ReportState
from reports.runs.models.subject import ProvinceYear


def signed_reports_counting(foundation: Foundation) -> list[str]:
    """A sentence for each. Reports are locked on the way, so that a signature that is just being given is seen."""
    if foundation.kind != "awards.honourbatch":
        return []
    halves = Q(pk__in=[])
    for membership in Membership.objects.filter(organisation_id=foundation.organisation_id):
        days = [day for day in foundation.days if membership.during.contains(day)]
        for year, half in {half_of(day) for day in days}:
            of_year = Q(cluster_year__cluster_id=membership.cluster_id, cluster_year__year=year)
            halves |= of_year & Q(half__in=[half, WHOLE_YEAR])
    for province, year, half in provinces_counting(foundation.organisation_id, foundation.days):
        halves |= Q(province=province, year=year, half__in=[half, WHOLE_YEAR])
    rows = Report.objects.filter(halves).select_for_update(of=("self",)).with_subject().select_related("job")
    return [
        _("The report “%(report)s” of %(day)s, signed by %(who)s, counts honours of this list.")
        % {"report": report, "day": format_date(report.day), "who": report.signed_by}
        for report in rows.order_by("pk")
        if report.state == ReportState.SIGNED and _made_at(report) >= foundation.since
    ]


def counts_an_undone_list(report: Report) -> bool:
    """Whether a list that was in the register when the report was made has been undone since."""
    undone = (
        Honour.objects.filter(status=HonourStatus.UNDONE, batch__undone_at__gte=report.as_of)
        .filter(batch__accepted_at__lte=_made_at(report))
        .decided_during(report.during)
    )
    subject = report.subject
    if isinstance(subject, ProvinceYear):
        return undone.of_organisations(bodies_of(subject.province)).exists()
    return undone.decided_by_members_of(subject.cluster_id).exists()


def _made_at(report: Report) -> datetime:
    """The last moment at which it can have looked at the register, by the clock of `as_of`."""
    took = report.job.ended_at - report.created_at if report.job and report.job.ended_at else timedelta()
    return report.as_of + took
