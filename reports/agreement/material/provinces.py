"""Asks for what is compared before a report of a province is signed, as the register stands now."""

from collections.abc import Iterator

from django.db.models import Q, QuerySet

from awards.catalogue.rules.terms import Level, Way
from awards.models import Honour
from awards.register.models.honour import HonourQuerySet
from awards.register.models.tally import count_honours
from awards.register.rules.register import RegisterFilter
from clusters.figures.rules.terms import SheetState
from clusters.membership.rules.half_years import WHOLE_YEAR, Days, span
from clusters.models import Cluster, ClusterYear, Indicator, Membership, Organisation, YearResult, standings
from clusters.organisations.models.names import told_apart
from reports.agreement.material.register import beside_earlier, campaigns_of, levels_of_lines, people, printed_total
from reports.agreement.rules.counted import (
    clusters_without_results,
    kinds_and_all,
    members_without_figures,
    members_without_honours,
    parts_and_totals,
)
from reports.agreement.rules.declared import (
    campaigns_twice,
    declared_and_counted,
    declared_kinds_and_all,
    declared_with_units,
)
from reports.agreement.rules.terms import About, Compared
from reports.province.material.collect import ProvinceMaterial, collect
from reports.runs.models.provinces import bodies_of
from reports.runs.models.report import Report
from reports.six_month.material.declared import declared_figures
from reports.six_month.rules import DeclaredFigure


def compared_of_province(report: Report) -> Iterator[Compared]:
    """Its honours are those of its own lists and of its units'; its members are those of the clusters it keeps."""
    material = collect(report.subject, report.half, as_of=report.day, days=Days(report.days))
    counted, bodies = material.counted, bodies_of(report.province)
    figures = _declared(material, bodies)
    rows = _honours(bodies, report)
    asked = RegisterFilter(organisation=report.province_id, with_units=True, period=material.period)
    listed = count_honours(rows.in_force(), asked)
    yield from parts_and_totals(
        counted, _known(material), listed=listed.total, is_bound=listed.more, drafted=printed_total(report)
    )
    yield from people(counted, rows.in_force())
    yield from kinds_and_all(counted)
    yield from declared_kinds_and_all(figures)
    yield from declared_and_counted(counted, figures, levels_of_lines(), half=material.half, days=material.days)
    yield from campaigns_twice(
        figures,
        campaigns_of([line for seat in material.seats for line in seat.lines]),
        half=material.half,
        days=material.days,
    )
    yield from declared_with_units(counted, figures, report.province_id)
    yield from beside_earlier(report, counted, lambda earlier: _honours(bodies, earlier))
    yield from _of_own_clusters(report, material, bodies)


def _honours(bodies: list[int], report: Report) -> HonourQuerySet:
    return Honour.objects.decided_during(report.during).of_organisations(bodies)


def _known(material: ProvinceMaterial) -> dict[About, tuple[str, set]]:
    return {
        About.BY_LEVEL: ("level", set(Level)),
        About.BY_LINE: ("line", {code for code, _name in material.lines}),
        About.BY_WAY: ("way", set(Way)),
        About.BY_UNIT: ("organisation", {material.province, *material.units}),
    }


def _declared(material: ProvinceMaterial, bodies: list[int]) -> tuple[DeclaredFigure, ...]:
    return declared_figures(
        material.year,
        material.half,
        material.days,
        names=told_apart(Organisation.objects.filter(pk__in=bodies).sorted()),
        kind=material.province_kind,
        counted=material.counted,
        every=True,
    )


def _of_own_clusters(report: Report, material: ProvinceMaterial, bodies: list[int]) -> Iterator[Compared]:
    """Members of its clusters and blocks without honours or figures; for a whole year, clusters without a result."""
    clusters = sorted(Cluster.objects.filter(owner=report.province).in_year(report.year), key=lambda one: one.list_key)
    years = list(ClusterYear.objects.filter(cluster__in=clusters, year=report.year))
    sat = standings(years, report.year, report.half)
    names = told_apart(_members(clusters, report))
    yield from members_without_honours(material.counted, _within(names, set(bodies)))
    own = {one.cluster_id: one for one in years}
    opened = {own[one.pk].pk: one.name for one in clusters if one.pk in own}
    asking = _asked_by(clusters, report)
    for cluster in clusters:
        year = own.get(cluster.pk)
        if year is not None and asking & {None, cluster.pk}:
            members = {one.member.pk: f"{names[one.member.pk]} ({cluster.name})" for one in sat[year.pk]}
            accepted = {one.member.pk for one in sat[year.pk] if one.state is SheetState.ACCEPTED}
            yield from members_without_figures(members, accepted, year.pk)
    frozen = set(YearResult.objects.standing().filter(cluster_year__in=opened).values_list("cluster_year", flat=True))
    yield from clusters_without_results(
        opened if report.half == WHOLE_YEAR else {},
        unopened={one.pk: one.name for one in clusters if one.pk not in own},
        frozen=frozen,
    )


def _members(clusters: list[Cluster], report: Report) -> QuerySet[Organisation]:
    """Of all of them, of clusters whose year is not opened too."""
    memberships = Membership.objects.filter(cluster__in=clusters).overlapping(span(report.year, report.half))
    return Organisation.objects.filter(pk__in=memberships.values("organisation")).sorted()


def _asked_by(clusters: list[Cluster], report: Report) -> set[int | None]:
    """Clusters that ask for figures of their own in the period, with None where figures are asked of all."""
    asked = Indicator.objects.overlapping(span(report.year, report.half))
    own = asked.filter(Q(cluster__isnull=True) | Q(cluster__in=clusters))
    return set(own.order_by().values_list("cluster", flat=True).distinct())


def _within(names: dict[int, str], bodies: set[int]) -> dict[int, str]:
    return {pk: name for pk, name in names.items() if pk in bodies}
