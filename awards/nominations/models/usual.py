"""How long dossiers usually stay where one is now: the median of those that left the same state at the same body."""

from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median

from django.db.models import OuterRef, Q, Subquery
from django.utils import timezone

from awards.nominations.models.nomination import Nomination, NominationStep
from awards.nominations.rules.terms import NominationState

LEAST_STAYS = 5
LOOKED_AT = 200
LOOKED_BACK = timedelta(days=730)


@dataclass(frozen=True)
class UsualDays:
    """`days` is None while fewer than `LEAST_STAYS` dossiers have passed."""

    stays: int
    days: int | None


def usual_days(nomination: Nomination, *, on: date) -> UsualDays:
    """Of awards of the same level, in the two years before; one query over at most `LOOKED_AT` steps."""
    holder = Q(holder_name=str(nomination.holder))
    if nomination.state == NominationState.DRAFT:
        holder |= Q(name="begin", nomination__organisation=nomination.organisation_id)
    left = NominationStep.objects.filter(nomination=OuterRef("nomination"), pk__gt=OuterRef("pk")).order_by("pk")
    rows = NominationStep.objects.filter(
        holder,
        target=nomination.state,
        taken_at__date__gte=on - LOOKED_BACK,
        nomination__award__level=nomination.award.level,
    ).exclude(nomination=nomination)
    came = rows.order_by("-pk").annotate(left_at=Subquery(left.values("taken_at")[:1]))
    stays = [
        (timezone.localtime(until).date() - timezone.localtime(since).date()).days
        for since, until in came.values_list("taken_at", "left_at")[:LOOKED_AT]
        if until is not None
    ]
    if len(stays) < LEAST_STAYS:
        return UsualDays(len(stays), None)
    return UsualDays(len(stays), round(median(stays)))
