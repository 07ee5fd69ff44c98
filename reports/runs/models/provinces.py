"""Whose honours count in a province's report, and of which provinces a person makes reports."""

from django.db.models import Q, QuerySet

from awards.models import DeclaredTotal, Honour
from clusters.membership.rules.half_years import Days, span
from clusters.models import (
    ClusterYear,
    Membership,
    Organisation,
    Participation,
    ProvinceConference,
    Task,
)
from clusters.organisations.models.lineage import lineage, with_units_beneath
from clusters.organisations.rules.lineage import descendants
from emulation.core.actor import Actor
from emulation.core.models.reach import Reach
from emulation.core.period import Period
from reports.runs.models.passage import Passage

PROVINCES = Reach(organisations=("pk",))


def provinces_to_report(actor: Actor) -> QuerySet[Organisation]:
    """Those of which the person may make a report."""
    return Organisation.objects.provinces().filter(
        PROVINCES.seen_by(actor, {"province_report_draft": Q()}, deed="write")
    )


def days_of(province: Organisation, year: int, half: int, days: Days) -> Period | None:
    """The days of the period on which the province existed; None where it did not."""
    return span(year, half, days).intersection(province.during)


def bodies_of(province: Organisation) -> list[int]:
    """Whose honours count in its reports, on the days on which the province existed: its own and its units'."""
    return with_units_beneath(province.pk)


def has_records(province: Organisation, year: int, half: int, days: Days) -> bool:
    """Whether anything is recorded of the period that a report of the province could tell. That a cluster's year was
    opened tells nothing."""
    during = days_of(province, year, half, days)
    if during is None:
        return False
    bodies, within = bodies_of(province), (during.start, during.last_day)
    clusters = Membership.objects.filter(organisation=province).overlapping(during).values("cluster")
    years = ClusterYear.objects.filter(Q(cluster__owner=province) | Q(cluster__in=clusters), year=year)
    told_by = ("pacts", "results", "conferences", "activities", "figure_sheets")
    return any(
        rows.exists()
        for rows in (
            Honour.objects.of_organisations(bodies).decided_during(during),
            *(years.filter(**{f"{told}__isnull": False}) for told in told_by),
            DeclaredTotal.objects.in_force().filter(organisation__in=bodies, year=year),
            ProvinceConference.objects.standing().filter(organisation=province, year=year),
            Passage.objects.filter(province=province, year=year).written(),
            Participation.objects.standing().filter(organisation__in=bodies, joined_on__range=within),
            Task.objects.standing()
            .filter(given_on__range=within)
            .filter(Q(organisation=province) | Q(assignments__organisation=province)),
        )
    )


def provinces_counting(organisation_id: int) -> QuerySet[Organisation]:
    """Whose reports count honours of the organisation, each on the days on which it existed."""
    parent = Organisation.objects.filter(pk=organisation_id).values_list("parent", flat=True).first()
    line = {organisation_id} if parent is None else descendants([parent], lineage())
    return Organisation.objects.provinces().filter(pk__in=line)
