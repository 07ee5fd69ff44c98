"""Proofs of tasks that a person may see."""

from django.db.models import QuerySet

from clusters.tasks.models import Assignment
from emulation.core.actor import Actor


def papers_shown(actor: Actor) -> QuerySet:
    return Assignment.objects.visible_to(actor).filter(proof__isnull=False).order_by().values("proof")
