"""What waits for a person in this app: reports to make, and to sign, of the cluster whose head one is and of one's own
province."""

from datetime import date

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from clusters.membership.models.heads import own_open_years
from clusters.membership.rules.half_years import Days
from clusters.models import ClusterYear, Organisation
from emulation.core.actor import Actor
from emulation.core.block_words import words_of
from emulation.core.duty import Duty, DutyKind, about
from reports.batches.duties import batch_duties
from reports.runs.actions.subjects import is_told_of
from reports.runs.models.kinds import Due, entries_of
from reports.runs.models.provinces import days_of, provinces_to_report
from reports.runs.models.report import Report, ReportState
from reports.runs.models.subject import SubjectKind
from reports.schedule.duties import schedule_duties


class ReportDuty(DutyKind):
    MAKE = "reports.make"
    MAKE_OF_PROVINCE = "reports.make_of_province"
    SIGN = "reports.sign"


PERIOD = ("cluster_year_id", "province_id", "year", "half", "days")


def duties(actor: Actor, on: date) -> list[Duty]:
    found = _to_make(actor, on) + _of_provinces(actor, on) if actor.is_officer else []
    found += [*batch_duties(actor), *schedule_duties(actor, on)]
    return found + _to_sign(actor, on) if actor.is_approver else found


def _to_make(actor: Actor, on: date) -> list[Duty]:
    """Of each year headed the reports that are due, until one of the period is made that can be signed."""
    if not actor.headed:
        return []
    made = set(
        Report.objects.filter(cluster_year__in=actor.headed)
        .by_units_of_then()
        .standing()
        .values_list("cluster_year", "half")
    )
    years = [one for one in own_open_years(actor, on) if one.pk in actor.headed]
    return [
        _making(year, entry.due, on)
        for entry in entries_of(SubjectKind.CLUSTER_YEAR).values()
        for year in years
        if entry.due.waits_on(on, year=year.year) and (year.pk, entry.due.half) not in made
    ]


def _of_provinces(actor: Actor, on: date) -> list[Duty]:
    """Of each province that the person makes reports of, as long as it stands: those that are due on the day."""
    due = [
        (year, entry.due)
        for entry in entries_of(SubjectKind.PROVINCE_YEAR).values()
        for year in (on.year - 1, on.year)
        if entry.due.waits_on(on, year=year)
    ]
    provinces = list(provinces_to_report(actor).on(on).sorted()) if due else []
    if not provinces:
        return []
    made = set(Report.objects.filter(province__in=provinces).standing().values_list("province", "year", "half"))
    return [
        _making_of_province(province, year, one)
        for year, one in due
        for province in provinces
        if (province.pk, year, one.half) not in made and days_of(province, year, one.half, Days.CALENDAR)
    ]


def _making_of_province(province: Organisation, year: int, due: Due) -> Duty:
    return Duty(
        kind=ReportDuty.MAKE_OF_PROVINCE,
        title=due.title % {"province": province.official_name, "year": year},
        url=reverse("reports:new-of-province") + f"?tinh={province.pk}&nam={year}&ky={due.half}",
        why=_("The period is over, and no report of the province is made of it yet."),
        subject=about(province),
        organisation=province.pk,
    )


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


def _to_sign(actor: Actor, on: date) -> list[Duty]:
    """Of each period that is over, of which no report is signed and anything is recorded, the newest draft; and of each
    correction, also once the year is closed."""
    years, of_closed_year = Q(cluster_year__in=actor.headed_approved), Q(cluster_year__closed_on__isnull=False)
    drafts = Report.objects.by_units_of_then().filter(
        years | Q(corrects__isnull=False) & of_closed_year | Q(province__in=actor.approved),
        organisation__in=actor.approved,
        state=ReportState.DRAFT,
        during__endswith__lte=on,
    )
    newest = {}
    for report in drafts.with_subject().order_by("pk"):
        newest[(*(getattr(report, name) for name in PERIOD), report.corrects_id)] = report
    if not newest:
        return []
    of_these = Q(cluster_year__in={key[0] for key in newest}) | Q(province__in={key[1] for key in newest})
    signed = set(Report.objects.filter(of_these, state=ReportState.SIGNED).values_list(*PERIOD, "corrects"))
    signed |= {(*key[:-1], None) for key in signed}
    return [
        _signing(report)
        for key, report in newest.items()
        if key not in signed and is_told_of(report.subject, report.half, Days(report.days))
    ]


def _signing(report: Report) -> Duty:
    of_cluster = report.cluster_year
    with words_of(is_block=of_cluster is not None and of_cluster.cluster.is_block):
        return Duty(
            kind=ReportDuty.SIGN,
            title=_("Read and sign: %(report)s") % {"report": report},
            url=report.get_absolute_url(),
            why=_("The draft is made; every member may read it once it is signed.")
            if of_cluster
            else _("The draft is made; the central board may read it as it is."),
            subject=about(report),
            organisation=report.organisation_id,
        )
