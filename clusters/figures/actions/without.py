"""Many indicators of a sheet answered at once: there are no figures, and why."""

from collections.abc import Collection

from django.db import transaction

from clusters.figures.actions.figures import (
    keep_figures,
    locked_sheet,
    refuse_unless_all_asked,
    refuse_unless_its_officer,
    refuse_unless_writable,
)
from clusters.figures.models.figure import Figure
from clusters.indicators.models.indicator import Indicator
from clusters.indicators.rules.terms import LONGEST, FigurePart
from clusters.indicators.words import CELL_TOO_LONG
from clusters.membership.models.cluster import ClusterYear
from clusters.organisations.models.organisation import Organisation
from emulation.core.actions.audit import record
from emulation.core.actions.refusals import fitting
from emulation.core.actor import Actor
from emulation.core.text import squash

NO_FIGURES = "Không có số liệu"


@transaction.atomic
def say_without_figures(
    cluster_year: ClusterYear,
    half: int,
    organisation: Organisation | None,
    *,
    indicators: Collection[Indicator],
    why: str = "",
    actor: Actor,
) -> int:
    """How many were answered. The note beside each says it, as a paper would, in Vietnamese whoever writes it; what
    somebody answered meanwhile stays."""
    refuse_unless_its_officer(cluster_year, organisation, actor)
    reason = squash(why)
    note = f"{NO_FIGURES}: {reason}" if reason else NO_FIGURES
    note = fitting(note, most=LONGEST[FigurePart.NOTE], field="why", sentence=CELL_TOO_LONG)
    sheet = locked_sheet(cluster_year, half, organisation)
    refuse_unless_writable(sheet)
    refuse_unless_all_asked(sheet, {one.pk for one in indicators})
    kept = {figure.indicator_id: figure for figure in Figure.objects.filter(sheet=sheet)}
    figures = [kept.get(one.pk) or Figure(sheet=sheet, indicator=one) for one in indicators]
    figures = [figure for figure in figures if not figure.is_answered]
    if figures:
        for figure in figures:
            figure.note = note
        keep_figures(figures)
        names = [figure.indicator.name for figure in figures]
        record(actor, "clusters.say_without_figures", sheet, after={"note": note, "indicators": names})
    return len(figures)
