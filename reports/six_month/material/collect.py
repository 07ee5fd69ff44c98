"""Asks for everything a six-month report says, and what a year-end report says of the whole year; freezes it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from django.db.models import BooleanField, Count, ExpressionWrapper, Q

from awards.catalogue.rules.terms import ProvinceKind
from awards.models import Honour, ReportLine
from clusters.figures.models.table import figure_table
from clusters.indicators.rules.cluster_figure import ClusterFigure
from clusters.indicators.rules.plan_reach import PlanReach
from clusters.indicators.rules.terms import Derivation, Direction, FigurePart, ValueKind
from clusters.membership.rules.half_years import Days, span
from clusters.models import ClusterLevel, ClusterYear, FigureRow, FigureSheet, Membership, OrganisationKind, Pact
from clusters.organisations.models.names import told_apart
from clusters.organisations.rules.units_of_today import Units
from emulation.core.period import Period
from emulation.core.quantity import Quantity
from emulation.core.text import sort_key
from reports.document.rules.issuer import FOR_REPORT, Issuer
from reports.document.rules.issuer import Paper as PaperKind
from reports.document.rules.wording import OfCluster
from reports.followed.material import Followed, followed_in
from reports.runs.models.heads import head_of
from reports.runs.models.issuers import issuer_of
from reports.runs.models.passage import Passage
from reports.six_month.material.declared import declared_figures
from reports.six_month.material.held import HeldActivity, HeldConference, activities_held, conferences_held
from reports.six_month.material.unit_lines import Today, read_by_today
from reports.six_month.rules import CountedHonours, DeclaredFigure, Tally


@dataclass(frozen=True)
class Member:
    """`during`: the days of the reporting period on which it was a member."""

    id: int
    name: str
    official_name: str
    during: Period

    def is_whole(self, period: Period) -> bool:
        return self.during == period


@dataclass(frozen=True)
class IndicatorLine:
    """One indicator as the head accepted it: {member: figure}, {member: share of the annual plan as printed}.
    `by_head_share`: that of the head's own figure; `weighted_by`: the indicator its average is weighted by."""

    name: str
    unit: str
    value_kind: ValueKind
    derivation: Derivation
    declared: bool
    values: Mapping[int, Quantity]
    plan_shares: Mapping[int, str]
    cluster: ClusterFigure
    by_head: Quantity | None
    by_head_share: str = ""
    plan: PlanReach | None = None
    weighted_by: str = ""
    direction: Direction = Direction.HIGHER
    key: int | None = None

    @property
    def without_plan_shares(self) -> "IndicatorLine":
        """For tables that have a column of their own for them."""
        return replace(self, plan_shares={})


@dataclass(frozen=True)
class Material(OfCluster):
    """Everything one six-month report is made of, or what a year-end report (`half` 0) says in the same words; `lines`
    are (code, printed name) in their order. `before` counts the same period of the year before; `figures_before`: its
    accepted figures, by indicator. `cluster_year`, `year_before`: by their ids, 0 for none. `reporting`: members whose
    figures of the period were accepted. `campaigns`: of the pact in force; `followed`: what
    members made of campaigns and tasks. `passages`: what the head wrote, by
    place. `today`: how the members are read by the units of the report's day; None: by those of the time. `head`,
    `owner`: by their full names. `is_of_a_province`: a province organises it, of units whose dossiers it decides on."""

    cluster: str
    cluster_code: str
    year: int
    half: int
    period: Period
    as_of: date
    head: str
    issuer: Issuer
    owner: str
    province_kind: ProvinceKind
    members: tuple[Member, ...]
    lines: tuple[tuple[str, str], ...]
    counted: CountedHonours
    declared: tuple[DeclaredFigure, ...] = ()
    before: CountedHonours = CountedHonours(())
    cluster_year: int = 0
    year_before: int = 0
    figures_before: Mapping[int, "IndicatorLine"] = field(default_factory=dict)
    reporting: frozenset[int] = frozenset()
    indicators: tuple[IndicatorLine, ...] = ()
    passages: Mapping[str, str] = field(default_factory=dict)
    conferences: tuple[HeldConference, ...] = ()
    activities: tuple[HeldActivity, ...] = ()
    campaigns: tuple[str, ...] = ()
    followed: Followed = Followed()
    today: Today | None = None
    is_block: bool = False
    is_of_a_province: bool = False

    @property
    def register_filters(self) -> Mapping[str, str | int]:
        return {"cum": self.cluster_code}

    @property
    def reported_to(self) -> str:
        """Whom the report addresses first, without what it is sent for."""
        return self.issuer.recipients[0].removesuffix(FOR_REPORT)

    days: Days = Days.CALENDAR


def collect(
    cluster_year: ClusterYear, half: int, *, as_of: date, units: Units = Units.THEN, days: Days = Days.CALENDAR
) -> Material:
    """The same few queries whatever the number of members and honours. An honour counts when its decision falls in
    the period by the `days` chosen and its organisation was a member that day."""
    cluster = cluster_year.cluster
    period, before = (span(year, half, days) for year in (cluster_year.year, cluster_year.year - 1))
    memberships = list(
        Membership.objects.in_cluster(cluster)
        .overlapping(period)
        .select_related("organisation")
        .order_by("organisation__sort_key", "during")
    )
    names = told_apart(row.organisation for row in memberships)
    head = head_of(cluster_year, as_of)
    figures = figure_table(cluster_year, half, sheets=FigureSheet.objects.accepted())
    kind = _province_kind(memberships)
    counted, counted_before = _counted(cluster, period, before)
    earlier = ClusterYear.objects.filter(cluster=cluster, year=cluster_year.year - 1).select_related("cluster").first()
    return Material(
        is_block=cluster.is_block,
        is_of_a_province=cluster.level == ClusterLevel.PROVINCE,
        days=days,
        cluster=cluster.name,
        cluster_code=cluster.code,
        year=cluster_year.year,
        half=half,
        period=period,
        as_of=as_of,
        head=head.on_paper.full_name,
        issuer=issuer_of(PaperKind.REPORT, cluster_year=cluster_year, organisation=head, on=as_of),
        owner=cluster.owner.on_paper.full_name,
        province_kind=kind,
        members=tuple(
            Member(
                row.organisation_id,
                names[row.organisation_id],
                row.organisation.official_name,
                row.during.intersection(period),
            )
            for row in memberships
        ),
        lines=tuple((line.code, line.name_for(kind)) for line in ReportLine.objects.all()),
        counted=counted,
        declared=declared_figures(cluster_year.year, half, days, names=names, kind=kind, counted=counted),
        before=counted_before,
        cluster_year=cluster_year.pk,
        year_before=earlier.pk if earlier else 0,
        figures_before=figures_of(earlier, half),
        reporting=frozenset(figures.sheets) & {member.pk for member in figures.members},
        indicators=tuple(line_of(row, figures.members) for row in figures.rows),
        passages=dict(Passage.objects.of_half(cluster_year, half).written().values_list("place", "text")),
        conferences=tuple(conferences_held(cluster_year, half, period)),
        activities=tuple(activities_held(cluster_year, period)),
        campaigns=_campaigns(cluster_year),
        followed=followed_in(
            names,
            during=period,
            of_tasks=Q(cluster_year__cluster=cluster),
            as_of=as_of,
            cluster=cluster.pk,
        ),
        today=None
        if units is Units.THEN
        else read_by_today(
            cluster, [row.organisation for row in memberships], period=period, before=before, as_of=as_of
        ),
    )


def figures_of(cluster_year: ClusterYear | None, half: int) -> dict[int, IndicatorLine]:
    """The accepted ones, by indicator; none of no year."""
    if cluster_year is None:
        return {}
    table = figure_table(cluster_year, half, sheets=FigureSheet.objects.accepted())
    return {row.indicator.pk: line_of(row, table.members) for row in table.rows}


def _campaigns(cluster_year: ClusterYear) -> tuple[str, ...]:
    in_force = Pact.objects.of_year(cluster_year).in_force()
    names = in_force.filter(campaigns__isnull=False).values_list("campaigns__name", flat=True)
    return tuple(sorted(set(names), key=sort_key))


def line_of(row: FigureRow, members) -> IndicatorLine:
    kept = {member.pk: figure for member, figure in zip(members, row.figures, strict=True) if figure is not None}
    return IndicatorLine(
        name=row.indicator.name,
        unit=row.indicator.unit,
        derivation=Derivation(row.indicator.derivation),
        declared=row.indicator.declared,
        values={pk: figure.value for pk, figure in kept.items() if figure.value is not None},
        plan_shares={pk: share for pk, figure in kept.items() if (share := figure.said_of(FigurePart.PLAN_SHARE))},
        cluster=row.cluster,
        by_head=row.by_head.value if row.by_head else None,
        by_head_share=row.by_head.said_of(FigurePart.PLAN_SHARE) if row.by_head else "",
        plan=row.plan,
        weighted_by=row.indicator.weighted_by.name if row.indicator.weighted_by else "",
        direction=Direction(row.indicator.direction),
        value_kind=ValueKind(row.indicator.value_kind),
        key=row.indicator.pk,
    )


def _counted(cluster, period: Period, before: Period) -> tuple[CountedHonours, CountedHonours]:
    """Of the period, and of the same period of the year before. Two queries."""
    rows = Honour.objects.in_force().order_by()
    rows = (rows.decided_during(period) | rows.decided_during(before)).decided_by_members_of(cluster.pk)
    tallied = rows.values_list(
        ExpressionWrapper(Q(decision_date__gte=period.start), output_field=BooleanField()),
        "organisation_id",
        "award__report_line__code",
        "award__level",
        "subject_kind",
        "way",
        "target_group",
    ).annotate(Count("pk"))
    found: dict[bool, list[Tally]] = {True: [], False: []}
    for is_now, *row in tallied:
        found[is_now].append(Tally(*row))
    return CountedHonours.of(found[True]), CountedHonours.of(found[False])


def _province_kind(memberships) -> ProvinceKind:
    kinds = {row.organisation.kind for row in memberships}
    if kinds == {OrganisationKind.CITY}:
        return ProvinceKind.CITY
    return ProvinceKind.PROVINCE if kinds == {OrganisationKind.PROVINCE} else ProvinceKind.ANY
