"""Which papers a person may open: those of its own office, and those that a room shows beside something it may see."""

from collections.abc import Callable

from django.db.models import Q, QuerySet

from clusters.attachments.models import REACH, ROW, Paper
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
    seen = REACH.seen_by(actor, {ROW: Q()})
    for papers_shown in _SHOWN:
        seen |= Q(pk__in=papers_shown(actor))
    return Paper.objects.filter(seen)
