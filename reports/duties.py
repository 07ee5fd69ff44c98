"""What waits for a person in this app: reports to make, and to sign, of the cluster whose head one is."""

from datetime import date

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from clusters.membership.models.heads import with_heads
from clusters.models import ClusterYear
from emulation.core.actor import Actor
from emulation.core.block_words import words_of
from emulation.core.duty import Duty, DutyKind, about
from reports.runs.models.kinds import ENTRIES, Due
from reports.runs.models.report import Report, ReportState


class ReportDuty(DutyKind):
    MAKE = "reports.make"
    SIGN = "reports.sign"


def duties(actor: Actor, on: date) -> list[Duty]:
    found = _to_make(actor, on) if actor.headed and actor.is_officer else []
    return found + _to_sign(actor) if actor.is_approver else found


def _to_make(actor: Actor, on: date) -> list[Duty]:
    """Of each year headed the reports that are due, until one of the period is made that can be signed."""
    made = set(
        Report.objects.filter(cluster_year__in=actor.headed)
        .by_units_of_then()
        .standing()
        .values_list("cluster_year", "half")
    )
    years = list(with_heads(ClusterYear.objects.filter(pk__in=actor.headed).select_related("cluster"), on))
    return [
        _making(year, entry.due, on)
        for entry in ENTRIES.values()
        for year in years
        if entry.due.waits_on(on, year=year.year) and (year.pk, entry.due.half) not in made
    ]


def _making(year: ClusterYear, due: Due, on: date) -> Duty:
    """`year` with its head. Of a year gone by the link opens the form with year and period chosen."""
    is_of_this_year = year.year == on.year
    with words_of(is_block=year.cluster.is_block):
        why = (
            _("Your organisation is head of the cluster this year.")
            if is_of_this_year
            else _("Your organisation was head of the cluster in %(year)s, which is not closed yet.")
            % {"year": year.year}
        )
        return Duty(
            kind=ReportDuty.MAKE,
            title=due.title % {"cluster": year.cluster, "year": year.year},
            url=reverse("reports:new") + ("" if is_of_this_year else f"?nam={year.pk}&ky={due.half}"),
            why=why,
            subject=about(year),
            organisation=year.head_id,
        )


def _to_sign(actor: Actor) -> list[Duty]:
    """The newest draft of each period that has no signed report, and of each correction; a correction also once the
    year is closed."""
    years, of_closed_year = Q(cluster_year__in=actor.headed_approved), Q(cluster_year__closed_on__isnull=False)
    drafts = Report.objects.by_units_of_then().filter(
        years | Q(corrects__isnull=False) & of_closed_year, organisation__in=actor.approved, state=ReportState.DRAFT
    )
    newest = {}
    for report in drafts.select_related("cluster_year__cluster").order_by("pk"):
        newest[report.cluster_year_id, report.half, report.corrects_id] = report
    if not newest:
        return []
    signed = set(
        Report.objects.filter(cluster_year__in={key[0] for key in newest}, state=ReportState.SIGNED).values_list(
            "cluster_year", "half", "corrects"
        )
    )
    signed |= {(year, half, None) for year, half, _corrected in signed}
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
