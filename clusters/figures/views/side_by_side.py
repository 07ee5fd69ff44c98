"""The figures of a half-year side by side: a column for each member, or for each unit that stands today."""

from datetime import date

from clusters.figures.models.table import FigureRow, FigureTable
from clusters.figures.words.units import called, unit_figure_in_words, unit_in_words
from clusters.indicators.rules.terms import Derivation, FigurePart
from clusters.indicators.words import cluster_figure_in_words, figure_in_words, plan_reach_in_words
from clusters.organisations.models.lineage import lineage
from clusters.organisations.models.units_of_today import UnitOfToday, units_of_today
from clusters.organisations.rules.units_of_today import Units

BY_TODAY = "hien-nay"
NOT_ASKED = {"text": "–"}


def side_by_side(table: FigureTable, *, asked: str, on: date, since: date) -> dict:
    """`asked`: what the address says of the units. The choice is only offered where a member is no longer what it was;
    elsewhere both are the same."""
    units = units_of_today(table.members, lineage(), on=on, since=since)
    is_offered = any(one.row.is_changed for one in units)
    is_today = is_offered and asked == BY_TODAY
    if not is_today:
        units = ()
    return {
        "units": Units.TODAY if is_today else Units.THEN,
        "is_offered": is_offered,
        "by_today": BY_TODAY,
        "day": on,
        "headings": [unit_in_words(one) for one in units] if is_today else [one.name for one in table.members],
        "rows": [_row(row, table, units) for row in table.rows],
    }


def _row(row: FigureRow, table: FigureTable, units: tuple[UnitOfToday, ...]) -> dict:
    by_head = row.by_head.value if row.by_head else None
    indicator = row.indicator
    if indicator.derivation == Derivation.BY_HEAD and not any(row.figures):
        figures = [NOT_ASKED] * (len(units) or len(table.members))
    else:
        figures = _of_units(row, table, units) if units else [_figure(one, indicator) for one in row.figures]
    return {
        "indicator": indicator,
        "figures": figures,
        "cluster": figure_in_words(by_head, indicator) if by_head else cluster_figure_in_words(row.cluster, indicator),
        "is_told": bool(by_head) or row.cluster.quantity is not None,
        "plan": _plan(row, table),
    }


def _plan(row: FigureRow, table: FigureTable) -> str:
    """What the members' shares of the plan make for the cluster; of a figure of the head's, what the head wrote."""
    if row.by_head:
        return row.by_head.said_of(FigurePart.PLAN_SHARE)
    return plan_reach_in_words(row.plan, called(table.members)) if row.plan else ""


def _of_units(row: FigureRow, table: FigureTable, units: tuple[UnitOfToday, ...]) -> list[dict]:
    kept = dict(zip((one.pk for one in table.members), row.figures, strict=True))
    return [
        unit_figure_in_words(one, row.indicator, {member.pk: kept[member.pk] for member in one.members})
        if one.row.is_changed
        else _figure(kept[one.unit.pk], row.indicator)
        for one in units
    ]


def _figure(figure, indicator) -> dict:
    if figure is None or figure.value is None:
        return {"text": "", "note": figure.note if figure else ""}
    return {
        "text": figure_in_words(figure.value, indicator),
        "plan_share": figure.said_of(FigurePart.PLAN_SHARE),
        "note": figure.note,
    }
