"""What an office reported before: the period a figure is held against, and how far a change goes unexplained."""

from clusters.figures.models.figure import Figure, FigureSheet
from clusters.figures.rules.jump import jumps
from clusters.figures.rules.terms import SheetState
from clusters.indicators.rules.terms import FigurePart
from clusters.membership.models.cluster import ClusterYear
from clusters.regulation.models.scheme import Scheme
from emulation.core.quantity import Quantity

USUAL_JUMP = Scheme._meta.get_field("jump_percent").default
Before = dict[int, tuple[str, Quantity | None]]


def year_before(cluster_year: ClusterYear, half: int, organisation_id: int | None) -> Before:
    """{indicator: (as printed, as a quantity)} of the same span of the year before, of the same office or the same
    cluster, once accepted."""
    sheets = FigureSheet.objects.filter(
        cluster_year__cluster=cluster_year.cluster_id,
        cluster_year__year=cluster_year.year - 1,
        half=half,
        organisation=organisation_id,
        state=SheetState.ACCEPTED,
    )
    rows = Figure.objects.filter(sheet__in=sheets)
    return {one.indicator_id: (one.said_of(FigurePart.VALUE), one.value) for one in rows}


def jump_percent(cluster_year: ClusterYear) -> int:
    """As the adopted regulation of the year says; else the usual."""
    said = Scheme.objects.adopted().filter(cluster_year=cluster_year).values_list("jump_percent", flat=True).first()
    return USUAL_JUMP if said is None else said


def is_unexplained(figure: Figure, before: Before, percent: int) -> bool:
    """Far from the period before, and no note says why."""
    _text, earlier = before.get(figure.indicator_id, ("", None))
    return not figure.note and jumps(figure.value, earlier, percent)
