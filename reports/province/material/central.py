"""What a province promised and reached in the central clusters that it sits in, and how it was ranked there."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from clusters.figures.models.table import figure_table
from clusters.indicators.rules.terms import Direction
from clusters.membership.rules.half_years import WHOLE_YEAR
from clusters.models import ClusterLevel, ClusterYear, FigureSheet, Membership, Organisation, PactTarget, YearResult
from reports.six_month.material.collect import IndicatorLine, line_of
from reports.year_end.material import PromisedTarget, SignedPact, signed_pact
from reports.year_end.rules import reach_of


@dataclass(frozen=True)
class OwnPlace:
    """In the frozen result that stands, of `ranked` members. `votes`: None where none were counted; `leading`: who was
    acclaimed, empty where nobody was; `proposed`: codes of the awards it is proposed for."""

    rank: int
    is_shared: bool
    ranked: int
    points: Decimal
    votes: int | None
    is_acclaimed: bool
    leading: str
    proposed: tuple[str, ...]


@dataclass(frozen=True)
class CentralSeat:
    """One such cluster. `lines`: its indicators with the province's own figures of the period, those its approver sent;
    `targets` and `before` (the same period of the year before) by indicator. `cluster_year`, `year_before`: by their
    ids, 0 for none."""

    cluster: str
    is_block: bool
    pact: SignedPact | None
    has_figures: bool
    lines: tuple[IndicatorLine, ...]
    cluster_year: int = 0
    year_before: int = 0
    targets: Mapping[int, PromisedTarget] = field(default_factory=dict)
    before: Mapping[int, IndicatorLine] = field(default_factory=dict)
    place: OwnPlace | None = None


def central_seats(province: Organisation, year: int, half: int) -> tuple[CentralSeat, ...]:
    """In the order of the clusters; the same questions for each, whatever it holds."""
    seats = Membership.objects.of_year(province, year).filter(cluster__level=ClusterLevel.CENTRAL)
    clusters = [seat.cluster for seat in seats.select_related("cluster").order_by("cluster__position", "cluster")]
    years = {
        (one.cluster_id, one.year): one
        for one in ClusterYear.objects.filter(cluster__in=clusters, year__in=(year - 1, year)).select_related("cluster")
    }
    return tuple(
        _seat(province, years[one.pk, year], years.get((one.pk, year - 1)), half)
        for one in clusters
        if (one.pk, year) in years
    )


def _seat(province: Organisation, year: ClusterYear, earlier: ClusterYear | None, half: int) -> CentralSeat:
    lines = _own_lines(province, year, half)
    return CentralSeat(
        cluster=year.cluster.name,
        cluster_year=year.pk,
        year_before=earlier.pk if earlier else 0,
        is_block=year.cluster.is_block,
        pact=signed_pact(year),
        has_figures=any(line.values for line in lines),
        lines=lines,
        targets=_targets(province, year, lines),
        before={line.key: line for line in _own_lines(province, earlier, half) if line.key and line.values}
        if earlier
        else {},
        place=_place(province, year) if half == WHOLE_YEAR else None,
    )


def _own_lines(province: Organisation, year: ClusterYear, half: int) -> tuple[IndicatorLine, ...]:
    table = figure_table(year, half, sheets=FigureSheet.objects.sent().filter(organisation=province))
    return tuple(line_of(row, table.members) for row in table.rows)


def _targets(province: Organisation, year: ClusterYear, lines: tuple[IndicatorLine, ...]) -> dict[int, PromisedTarget]:
    values = {line.key: line.values.get(province.pk) for line in lines}
    standing = PactTarget.objects.standing(year).filter(organisation=province).select_related("indicator")
    return {
        target.indicator_id: PromisedTarget(
            target.text,
            reach_of(values.get(target.indicator_id), target.value, Direction(target.indicator.direction)),
            target.value,
        )
        for target in standing
    }


def _place(province: Organisation, year: ClusterYear) -> OwnPlace | None:
    result = YearResult.objects.standing().filter(cluster_year=year).first()
    if result is None:
        return None
    places = list(result.places.select_related("organisation"))
    own = next((place for place in places if place.organisation_id == province.pk), None)
    if own is None:
        return None
    return OwnPlace(
        rank=own.rank,
        is_shared=sum(place.rank == own.rank for place in places) > 1,
        ranked=len(places),
        points=own.points,
        votes=own.votes_for,
        is_acclaimed=own.is_acclaimed,
        leading=next((place.organisation.name for place in places if place.is_acclaimed), ""),
        proposed=tuple(result.proposals.filter(organisation=province).values_list("award", flat=True)),
    )
