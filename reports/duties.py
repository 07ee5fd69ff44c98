"""What waits for a person in this app: a report to make, and one to sign, of the cluster whose head one is."""

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from clusters.membership.models.heads import with_heads
from clusters.models import ClusterYear
from emulation.core.actor import Actor
from emulation.core.block_words import words_of
from emulation.core.duty import Duty, DutyKind, about
from reports.runs.models.report import Report, ReportState

FIRST_HALF_ENDED = 7


class ReportDuty(DutyKind):
    MAKE = "reports.make"
    SIGN = "reports.sign"


def duties(actor: Actor, on: date) -> list[Duty]:
    if not actor.headed:
        return []
    found = _to_make(actor, on) if actor.is_officer and on.month >= FIRST_HALF_ENDED else []
    return found + _to_sign(actor) if actor.is_approver else found


def _to_make(actor: Actor, on: date) -> list[Duty]:
    """From July on: the first half-year of each year headed, until a report of it is made that can be signed."""
    made = Report.objects.filter(cluster_year__in=actor.headed, half=1).by_units_of_then().standing()
    waiting = ClusterYear.objects.filter(pk__in=actor.headed, year=on.year).exclude(pk__in=made.values("cluster_year"))
    return [_making(year) for year in with_heads(waiting.select_related("cluster"), on)]


def _making(year: ClusterYear) -> Duty:
    with words_of(is_block=year.cluster.is_block):
        return Duty(
            kind=ReportDuty.MAKE,
            title=_("Make the six-month report: %(cluster)s, first half of %(year)s")
            % {"cluster": year.cluster, "year": year.year},
            url=reverse("reports:new"),
            why=_("Your organisation is head of the cluster this year."),
            subject=about(year),
            organisation=year.head_id,
        )


def _to_sign(actor: Actor) -> list[Duty]:
    """The newest draft of each half-year that has no signed report."""
    headed = actor.headed_approved
    signed = set(
        Report.objects.filter(cluster_year__in=headed, state=ReportState.SIGNED).values_list("cluster_year", "half")
    )
    drafts = Report.objects.by_units_of_then().filter(
        cluster_year__in=headed, organisation__in=actor.approved, state=ReportState.DRAFT
    )
    newest = {}
    for report in drafts.select_related("cluster_year__cluster").order_by("pk"):
        newest[report.cluster_year_id, report.half] = report
    return [_signing(report) for key, report in newest.items() if key not in signed]


def _signing(report: Report) -> Duty:
    with words_of(is_block=report.cluster_year.cluster.is_block):
        return Duty(
            kind=ReportDuty.SIGN,
            title=_("Read and sign: %(report)s") % {"report": report},
            url=report.get_absolute_url(),
            why=_("The draft is made; every member may read it once it is signed."),
            subject=about(report),
            organisation=report.organisation_id,
        )
