"""One source given to many indicators of a sheet at once."""

from collections.abc import Collection

from django.db import transaction
from django.utils.translation import gettext as _

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
from emulation.core.errors import Refusal


@transaction.atomic
def give_source(
    cluster_year: ClusterYear,
    half: int,
    organisation: Organisation | None,
    *,
    indicators: Collection[Indicator],
    source: str,
    actor: Actor,
) -> int:
    """To how many it was given: a source that somebody wrote meanwhile stays."""
    refuse_unless_its_officer(cluster_year, organisation, actor)
    given = fitting(source, most=LONGEST[FigurePart.SOURCE], field="source", sentence=CELL_TOO_LONG)
    if not given:
        raise Refusal(_("Write the source."), field="source")
    sheet = locked_sheet(cluster_year, half, organisation)
    refuse_unless_writable(sheet)
    refuse_unless_all_asked(sheet, {one.pk for one in indicators})
    kept = {figure.indicator_id: figure for figure in Figure.objects.filter(sheet=sheet)}
    figures = [kept.get(one.pk) or Figure(sheet=sheet, indicator=one) for one in indicators]
    figures = [figure for figure in figures if not figure.source]
    if figures:
        for figure in figures:
            figure.source = given
        keep_figures(figures)
        names = [one.name for one in indicators if one.pk in {figure.indicator_id for figure in figures}]
        record(actor, "clusters.give_source", sheet, after={"source": given, "indicators": names})
    return len(figures)
