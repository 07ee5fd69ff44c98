"""Papers shown beside the scores that a person may see."""

from django.db.models import Q, QuerySet

from clusters.scores.models.score import ScoreEvidence, ScoringRound, ScoringTask
from clusters.scores.rules.terms import RoundState
from emulation.core.actor import Actor


def papers_shown(actor: Actor) -> QuerySet:
    """Shown to who scores: the head's panel, the central board, assigned members once they score each other; to all
    members once frozen."""
    shown = ScoreEvidence.objects.filter(withdrawn_at__isnull=True)
    if actor.is_central:
        return shown.values("paper")
    tasks = ScoringTask.objects.filter(scorer_id__in=actor.own).exclude(scoring__state=RoundState.SELF)
    seen = Q(score__scoring__cluster_year_id__in=actor.headed | actor.kept)
    seen |= Q(score__scoring__in=ScoringRound.objects.filter(cluster_year_id__in=actor.joined, state=RoundState.FROZEN))
    for scoring, scored in tasks.values_list("scoring", "scored"):
        seen |= Q(score__scoring_id=scoring, score__scored_id=scored)
    return shown.filter(seen).values("paper")
