"""Other dossiers of the same subject or for the same achievement, put beside a dossier with the reason."""

from dataclasses import dataclass

from django.db.models import Q

from awards.nominations.models.nomination import Nomination
from awards.nominations.rules.likeness import Likeness, LikeSubject, likeness
from awards.nominations.rules.terms import NominationState
from emulation.core.actor import Actor

MOST_ALIKE = 10


@dataclass(frozen=True)
class AlikeDossier:
    nomination: Nomination
    why: Likeness


def like_subject(nomination: Nomination) -> LikeSubject:
    """`nomination.award` is at hand."""
    return LikeSubject(
        name_key=nomination.name_key,
        unit_key=nomination.unit_key,
        body=nomination.subject_id,
        key=nomination.recipient_key,
        birth_year=nomination.birth_year,
        award=nomination.award_id,
        family=nomination.award.family,
        first_day=nomination.achieved_from,
        last_day=nomination.achieved_to,
    )


def alike_dossiers(nomination: Nomination, *, actor: Actor) -> list[AlikeDossier]:
    """Of those that the person may see, the strongest reason first; withdrawn and declined ones are no duplicates."""
    same = Q(pk__in=[])
    if nomination.subject_id is not None:
        same |= Q(subject=nomination.subject_id)
    if nomination.recipient_key:
        same |= Q(recipient_key=nomination.recipient_key)
    if nomination.name_key:
        same |= Q(name_key=nomination.name_key, subject_kind=nomination.subject_kind)
    rows = Nomination.objects.visible_to(actor).filter(same).exclude(pk=nomination.pk)
    rows = rows.exclude(state__in=[NominationState.WITHDRAWN, NominationState.DECLINED]).with_names()
    own = like_subject(nomination)
    found = [
        AlikeDossier(one, why)
        for one in rows.order_by("-id")[:50]
        if (why := likeness(own, like_subject(one))) is not None
    ]
    order = list(Likeness)
    return sorted(found, key=lambda one: order.index(one.why))[:MOST_ALIKE]
