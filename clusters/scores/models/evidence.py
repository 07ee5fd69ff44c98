"""The papers beside the scores of a line, and beside the figures it is scored from."""

from collections.abc import Iterable

from clusters.attachments.models import Paper
from clusters.figures.models.figure import FigureEvidence, FigureSheet
from clusters.membership.rules.half_years import WHOLE_YEAR
from clusters.regulation.models.criterion import Criterion
from clusters.scores.models.score import ScoreEvidence, ScoringRound
from clusters.scores.rules.terms import ScoreKind


def papers_beside(scoring: ScoringRound, criterion: Criterion, members: Iterable[int]) -> dict[int, list[Paper]]:
    """{member: papers}, what was withdrawn left out. Two queries."""
    members = tuple(members)
    found: dict[int, list[Paper]] = {member: [] for member in members}
    given = ScoreEvidence.objects.filter(
        score__scoring=scoring,
        score__kind=ScoreKind.SELF,
        score__criterion=criterion,
        score__scored__in=members,
        withdrawn_at__isnull=True,
    )
    for one in given.select_related("paper", "score"):
        found[one.score.scored_id].append(one.paper)
    if criterion.indicator_id is not None:
        sheets = FigureSheet.objects.accepted().of_half(scoring.cluster_year_id, WHOLE_YEAR)
        reported = FigureEvidence.objects.filter(
            figure__indicator=criterion.indicator_id,
            figure__sheet__in=sheets.filter(organisation__in=members),
            withdrawn_at__isnull=True,
        )
        for one in reported.select_related("paper", "figure__sheet"):
            found[one.figure.sheet.organisation_id].append(one.paper)
    return found
