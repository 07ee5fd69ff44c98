"""Papers that lists of years rest on, to whoever may see those."""

from django.db.models import QuerySet

from awards.year_lists.models.year_list import YearList
from clusters.models import Paper
from emulation.core.actor import Actor


def papers_shown(actor: Actor) -> QuerySet:
    proofs = YearList.objects.visible_to(actor).filter(proof__isnull=False).values("proof")
    return Paper.objects.filter(pk__in=proofs).values("pk")
