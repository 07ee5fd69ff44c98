"""Documents of conferences that a person may see."""

from django.db.models import QuerySet

from clusters.conferences.models.conference import Conference, ConferencePaper
from emulation.core.actor import Actor


def papers_shown(actor: Actor) -> QuerySet:
    return ConferencePaper.objects.filter(
        withdrawn_at__isnull=True, conference__in=Conference.objects.visible_to(actor)
    ).values("paper")
