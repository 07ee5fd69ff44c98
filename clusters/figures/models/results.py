"""What is known of the members of a cluster year for each line of its scheme."""

from datetime import date

from clusters.figures.models.figure import Figure
from clusters.membership.models.cluster import ClusterYear
from clusters.pacts.models.pact import PactTarget
from clusters.regulation.models.scheme import Scheme
from clusters.regulation.rules.scoring.terms import Evidence
from clusters.regulation.rules.terms import FunctionKind
from emulation.core.quantity import Quantity
from emulation.core.score_figures import Asked, shares_of

Results = dict[int, dict[int, Evidence]]


def results_of(
    cluster_year: ClusterYear, half: int, *, scheme: Scheme, members, sheets, shares_on: date | None
) -> Results:
    """{organisation: {line: evidence}} for the ids `members`; `sheets` are those that count, such as
    `FigureSheet.objects.accepted()`; `shares_on`: the day by which the register's shares are taken, None without them.
    What people judge is not here. Two queries, and those of the shares asked for."""
    members = tuple(members)
    lines = [line for group in scheme.listed for line in group.lines]
    values = _values(cluster_year, half, lines, sheets)
    targets = _targets(cluster_year, lines)
    shares = _shares(cluster_year, lines, members, shares_on) if shares_on is not None else {}
    return {
        member: {
            line.pk: Evidence(
                value=values.get((member, line.indicator_id)),
                target=targets.get((member, line.indicator_id)),
                others=_others(line, member, members, values),
                share=shares.get(line.register_figure, {}).get(member),
            )
            for line in lines
        }
        for member in members
    }


def _values(cluster_year, half, lines, sheets) -> dict[tuple[int, int], Quantity]:
    rows = Figure.objects.filter(
        sheet__in=sheets.of_half(cluster_year, half).filter(organisation__isnull=False),
        indicator__in={line.indicator_id for line in lines if line.indicator_id},
        value__isnull=False,
    )
    return {
        (organisation, indicator): value
        for organisation, indicator, value in rows.values_list("sheet__organisation", "indicator", "value")
    }


def _targets(cluster_year, lines) -> dict[tuple[int, int], Quantity]:
    wanted = {line.indicator_id for line in lines if line.indicator_id}
    rows = PactTarget.objects.standing(cluster_year).filter(indicator__in=wanted)
    return {
        (organisation, indicator): value
        for organisation, indicator, value in rows.values_list("organisation", "indicator", "value")
    }


def _shares(cluster_year, lines, members, on: date):
    asked = Asked(cluster_year.pk, cluster_year.year, frozenset(members), on)
    return {name: shares_of(name, asked) for name in {line.register_figure for line in lines if line.register_figure}}


def _others(line, member, members, values) -> tuple[Quantity | None, ...]:
    if line.function != FunctionKind.RANK:
        return ()
    return tuple(values.get((other, line.indicator_id)) for other in members if other != member)
