"""Papers shown beside the scores that a person may see."""

from django.db.models import Q, QuerySet

from clusters.scores.models.score import ScoreEvidence, ScoringRound, ScoringTask
from clusters.scores.rules.terms import RoundState
from emulation.core.actor import Actor


def papers_shown(actor: Actor) -> QuerySet:
    """Of rounds of which the person may open all; besides, of the members that one of its own was assigned to score,
    once they score each other. An assignment is no relation of the table."""
    seen = Q(score__scoring__in=ScoringRound.objects.with_all_papers_for(actor))
    tasks = ScoringTask.objects.filter(scorer_id__in=actor.own).exclude(scoring__state=RoundState.SELF)
    for scoring, scored in tasks.values_list("scoring", "scored"):
        seen |= Q(score__scoring_id=scoring, score__scored_id=scored)
    return ScoreEvidence.objects.filter(seen, withdrawn_at__isnull=True).values("paper")
