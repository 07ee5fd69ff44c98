"""Which papers a person may open: those of its own office, and those that a room shows beside something it may see."""

from collections.abc import Callable

from django.db.models import Q, QuerySet

from clusters.attachments.models import Paper
from emulation.core.actor import Actor

PapersShown = Callable[[Actor], QuerySet]
_SHOWN: list[PapersShown] = []


def shown_by(papers_shown: PapersShown) -> None:
    """A room that shows papers says which, as ids of `Paper`, for an actor with scope."""
    if papers_shown not in _SHOWN:
        _SHOWN.append(papers_shown)


def papers_seen_by(actor: Actor) -> QuerySet[Paper]:
    if not actor.has_scope:
        return Paper.objects.none()
    seen = Q(organisation_id__in=actor.own)
    for papers_shown in _SHOWN:
        seen |= Q(pk__in=papers_shown(actor))
    return Paper.objects.filter(seen)
