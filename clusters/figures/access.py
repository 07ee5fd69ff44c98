"""Papers shown with the figures of sheets that a person may see."""

from django.db.models import QuerySet

from clusters.figures.models.figure import FigureEvidence, FigureSheet
from emulation.core.actor import Actor


def papers_shown(actor: Actor) -> QuerySet:
    sheets = FigureSheet.objects.visible_to(actor)
    return FigureEvidence.objects.filter(withdrawn_at__isnull=True, figure__sheet__in=sheets).values("paper")
