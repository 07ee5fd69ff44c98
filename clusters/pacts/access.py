"""Scans of signatures, shown with the pacts that a person may see."""

from django.db.models import QuerySet

from clusters.pacts.models.pact import Pact, PactSignature
from emulation.core.actor import Actor


def papers_shown(actor: Actor) -> QuerySet:
    return PactSignature.objects.filter(pact__in=Pact.objects.visible_to(actor)).values("scan")
