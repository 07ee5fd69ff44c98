"""Which papers a person may open: those of its own office, and those shown beside something the person may see."""

from django.db.models import Q

from clusters.models.conference import Conference, ConferencePaper
from clusters.models.figure import FigureEvidence, FigureSheet
from clusters.models.pact import Pact, PactSignature
from clusters.models.paper import Paper
from clusters.models.score import ScoreEvidence, ScoringRound, ScoringTask
from clusters.rules.score_terms import RoundState


def papers_seen_by(actor):
    if not actor.has_scope:
        return Paper.objects.none()
    sheets = FigureSheet.objects.visible_to(actor)
    figures = FigureEvidence.objects.filter(withdrawn_at__isnull=True, figure__sheet__in=sheets).values("paper")
    scans = PactSignature.objects.filter(pact__in=Pact.objects.visible_to(actor)).values("scan")
    documents = ConferencePaper.objects.filter(
        withdrawn_at__isnull=True, conference__in=Conference.objects.visible_to(actor)
    ).values("paper")
    return Paper.objects.filter(
        Q(organisation_id__in=actor.own)
        | Q(pk__in=figures)
        | Q(pk__in=scans)
        | Q(pk__in=documents)
        | Q(pk__in=_beside_scores(actor).values("paper"))
    )


def _beside_scores(actor):
    """Shown to who scores: the head's panel, the central board, assigned members once they score each other; to all
    members once frozen."""
    shown = ScoreEvidence.objects.filter(withdrawn_at__isnull=True)
    if actor.is_central:
        return shown
    tasks = ScoringTask.objects.filter(scorer_id__in=actor.own).exclude(scoring__state=RoundState.SELF)
    seen = Q(score__scoring__cluster_year_id__in=actor.headed | actor.kept)
    seen |= Q(score__scoring__in=ScoringRound.objects.filter(cluster_year_id__in=actor.joined, state=RoundState.FROZEN))
    for scoring, scored in tasks.values_list("scoring", "scored"):
        seen |= Q(score__scoring_id=scoring, score__scored_id=scored)
    return shown.filter(seen)
