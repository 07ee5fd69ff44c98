"""Signed reports that count what a list brought into the register."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db.models import Q
from django.utils.translation import gettext as _

from awards.models import Honour
from awards.register.rules.terms import HonourStatus
from clusters.models import Membership
from emulation.core.built_upon import Foundation
from emulation.core.dates import format_date
from emulation.core.period import Period
from reports.runs.models.provinces import bodies_of, provinces_counting
from reports.runs.models.report import Report, ReportState
from reports.runs.models.subject import ProvinceYear

CLUSTER, PROVINCE = "cluster_year__cluster_id", "province_id"


def signed_reports_counting(foundation: Foundation) -> list[str]:
    """A sentence for each. Reports are locked on the way, so that a signature that is just being given is seen."""
    if foundation.kind != "awards.honourbatch":
        return []
    around, days_in = Q(pk__in=[]), defaultdict(set)
    for whose, during in _counting(foundation.organisation_id):
        if days := [day for day in foundation.days if during.contains(day)]:
            days_in[whose].update(days)
            stretch = Period.of_days(min(days), max(days))
            column, pk = whose
            around |= Q(**{column: pk}, during__overlap=stretch)
    rows = Report.objects.filter(around).select_for_update(of=("self",)).with_subject().select_related("job")
    return [
        _("The report “%(report)s” of %(day)s, signed by %(who)s, counts honours of this list.")
        % {"report": report, "day": format_date(report.day), "who": report.signed_by}
        for report in rows.order_by("pk")
        if report.state == ReportState.SIGNED
        and _made_at(report) >= foundation.since
        and any(report.during.contains(day) for day in days_in[_whose(report)])
    ]


def _counting(organisation_id: int) -> Iterator[tuple[tuple[str, int], Period]]:
    """((column of reports, id), the days of which they count honours of the organisation)"""
    for membership in Membership.objects.filter(organisation_id=organisation_id):
        yield (CLUSTER, membership.cluster_id), membership.during
    for province in provinces_counting(organisation_id):
        yield (PROVINCE, province.pk), province.during


def _whose(report: Report) -> tuple[str, int]:
    return (PROVINCE, report.province_id) if report.cluster_year is None else (CLUSTER, report.cluster_year.cluster_id)


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
