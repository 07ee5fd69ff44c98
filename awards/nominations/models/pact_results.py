"""What a member reached of its pact in a year: the accepted figures beside the targets that stand."""

from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet

from awards.nominations.models.nomination import Nomination
from clusters.figures.models.figure import FigureEvidence, FigureSheet
from clusters.indicators.rules.terms import FigurePart
from clusters.membership.rules.half_years import WHOLE_YEAR
from clusters.models import Figure, PactTarget


@dataclass(frozen=True)
class PactResult:
    figure: Figure
    text: str
    target: str
    result: str
    source: str


def figures_with_evidence() -> QuerySet[Figure]:
    """Each with `papers_beside`: evidence that was not withdrawn."""
    shown = FigureEvidence.objects.filter(withdrawn_at__isnull=True).select_related("paper")
    return Figure.objects.prefetch_related(Prefetch("evidence", shown, to_attr="papers_beside"))


def pact_results(nomination: Nomination) -> list[PactResult]:
    """Of the place the dossier was begun from; none without one. Only what the head accepted for the whole year, or
    where that is not there for its last half with a figure."""
    if nomination.place is None:
        return []
    place = nomination.place
    year = place.result.cluster_year
    sheets = FigureSheet.objects.accepted().filter(cluster_year=year, organisation=place.organisation_id)
    halves = dict(sheets.values_list("half", "pk"))
    chosen = next((halves[half] for half in (WHOLE_YEAR, 2, 1) if half in halves), None)
    if chosen is None:
        return []
    targets = {
        one.indicator_id: one for one in PactTarget.objects.standing(year).filter(organisation=place.organisation_id)
    }
    figures = Figure.objects.filter(sheet=chosen, indicator__in=targets).exclude(value_text="")
    return [
        PactResult(
            one,
            str(one.indicator.name),
            targets[one.indicator_id].text,
            one.said_of(FigurePart.VALUE),
            one.source,
        )
        for one in figures.select_related("indicator").order_by("indicator__position", "indicator_id")
    ]
