"""Papers that prove years and declared honours, to whoever may see those."""

from django.db.models import Q, QuerySet

from awards.records.models.declared import DeclaredHonour
from awards.records.models.year import YearRecord
from clusters.models import Paper
from emulation.core.actor import Actor


def papers_shown(actor: Actor) -> QuerySet:
    proofs = YearRecord.objects.visible_to(actor).filter(proof__isnull=False).values("proof")
    scans = DeclaredHonour.objects.visible_to(actor).values("scan")
    return Paper.objects.filter(Q(pk__in=proofs) | Q(pk__in=scans)).values("pk")
