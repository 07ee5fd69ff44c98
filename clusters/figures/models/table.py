"""The figures of a cluster's members side by side, with what they make for the cluster."""

from collections.abc import Iterable
from dataclasses import dataclass

from clusters.figures.models.figure import Figure, FigureSheet
from clusters.figures.rules.terms import SheetState
from clusters.indicators.models.indicator import Indicator
from clusters.indicators.rules.cluster_figure import ClusterFigure, cluster_figure
from clusters.indicators.rules.plan_reach import PlanReach, plan_reach
from clusters.indicators.rules.terms import Derivation, Direction, FigurePart
from clusters.membership.models.cluster import ClusterYear, Membership
from clusters.membership.models.members import sat_in
from clusters.membership.rules.half_years import span
from clusters.organisations.models.organisation import Organisation
from emulation.core.quantity import Quantity


@dataclass(frozen=True)
class FigureRow:
    """`figures` stand in the order of the table's members, None where a member's sheet is not among those asked for.
    `by_head` is what the head entered for the cluster, if the indicator wants that. `plan`: how many members have
    reached their share of the plan, None where nobody reported one."""

    indicator: Indicator
    figures: tuple[Figure | None, ...]
    cluster: ClusterFigure
    by_head: Figure | None = None
    plan: PlanReach | None = None


@dataclass(frozen=True)
class FigureTable:
    members: tuple[Organisation, ...]
    rows: tuple[FigureRow, ...]
    sheets: dict[int | None, FigureSheet]

    @property
    def has_figures(self) -> bool:
        return any(row.by_head or any(row.figures) for row in self.rows)


def figure_table(cluster_year: ClusterYear, half: int, *, sheets) -> FigureTable:
    """`sheets`: those that count, such as `FigureSheet.objects.accepted()`. Four queries, whatever their number."""
    period = span(cluster_year.year, half)
    members = tuple(sat_in(cluster_year, half))
    kept = {sheet.organisation_id: sheet for sheet in sheets.of_half(cluster_year, half).with_figures()}
    lines = {key: {figure.indicator_id: figure for figure in sheet.kept} for key, sheet in kept.items()}
    asked = Indicator.objects.asked_of(cluster_year.cluster_id, period).select_related("weighted_by")
    reported = {figure.indicator_id: figure.indicator for sheet in kept.values() for figure in sheet.kept}
    found = reported | {one.pk: one for one in asked}
    indicators = sorted(found.values(), key=lambda one: (one.position, one.pk))
    return FigureTable(members, tuple(_row(one, members, lines, half) for one in indicators), kept)


@dataclass(frozen=True)
class MemberSheetState:
    """One member in one cluster year and how far its sheet is; a sheet not begun is a draft and has no id."""

    member: Organisation
    state: SheetState
    sheet_id: int | None


def standings(
    cluster_years: Iterable[ClusterYear], year: int, half: int, *, sheets: Iterable[FigureSheet] | None = None
) -> dict[int, list[MemberSheetState]]:
    """{cluster year: its members of the half-year, by name}, in two queries; all are of `year`. `sheets`: theirs, and
    perhaps others, where the caller has asked for them already; then it is one."""
    years = {one.cluster_id: one.pk for one in cluster_years}
    if sheets is None:
        sheets = FigureSheet.objects.filter(cluster_year__in=years.values(), half=half)
    kept = [one for one in sheets if one.half == half]
    begun = {(one.cluster_year_id, one.organisation_id): (SheetState(one.state), one.pk) for one in kept}
    sat = Membership.objects.filter(cluster__in=years).overlapping(span(year, half))
    found: dict[int, dict[int, MemberSheetState]] = {pk: {} for pk in years.values()}
    for row in sat.select_related("organisation").order_by("organisation__sort_key", "organisation"):
        pk, member = years[row.cluster_id], row.organisation
        found[pk][member.pk] = MemberSheetState(member, *begun.get((pk, member.pk), (SheetState.DRAFT, None)))
    return {pk: list(members.values()) for pk, members in found.items()}


def _row(indicator: Indicator, members, lines, half: int) -> FigureRow:
    figures = _of_members(indicator.pk, members, lines)
    found = cluster_figure(
        Derivation(indicator.derivation),
        Direction(indicator.direction),
        [_quantity(one, FigurePart.VALUE) for one in figures],
        unit=indicator.unit,
        weights=[_quantity(one, FigurePart.VALUE) for one in _of_members(indicator.weighted_by_id, members, lines)],
    )
    reach = plan_reach([_quantity(one, FigurePart.PLAN_SHARE) for one in figures], half)
    return FigureRow(indicator, figures, found, lines.get(None, {}).get(indicator.pk), reach)


def _of_members(indicator: int | None, members, lines) -> tuple[Figure | None, ...]:
    return tuple(lines.get(member.pk, {}).get(indicator) for member in members)


def _quantity(figure: Figure | None, part: FigurePart) -> Quantity | None:
    return None if figure is None else figure.quantity_of(part)
