"""How long dossiers usually stay where one is now: the median of those that left the same state at the same body."""

from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median

from django.db.models import OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils import timezone

from awards.nominations.models.nomination import REACH, Nomination, NominationStep
from awards.nominations.rules.terms import UNDOING, NominationState
from emulation.core.actor import Actor

LEAST_STAYS = 5
LOOKED_AT = 200
LOOKED_BACK = timedelta(days=730)


@dataclass(frozen=True)
class UsualDays:
    """`days` is None while fewer than `LEAST_STAYS` dossiers have passed."""

    stays: int
    days: int | None


def usual_days(nomination: Nomination, *, on: date, reader: Actor) -> UsualDays:
    """Of awards of the same level, in the two years before, without dossiers that a conflict of interest keeps from the
    reader, and as if what was undone had not been; one query over at most `LOOKED_AT` steps."""
    holder = Q(holder_name=str(nomination.holder))
    if nomination.state == NominationState.DRAFT:
        holder |= Q(name="begin", nomination__organisation=nomination.organisation_id)
    stood = _stood()
    left = stood.filter(nomination=OuterRef("nomination"), pk__gt=OuterRef("pk")).order_by("pk")
    rows = stood.filter(
        holder,
        target=nomination.state,
        taken_at__date__gte=on - LOOKED_BACK,
        nomination__award__level=nomination.award.level,
    ).exclude(nomination=nomination)
    rows = rows.exclude(nomination__in=Nomination.objects.filter(REACH.kept_from(reader)).order_by())
    came = rows.order_by("-pk").annotate(left_at=Subquery(left.values("taken_at")[:1]))
    stays = [
        (timezone.localtime(until).date() - timezone.localtime(since).date()).days
        for since, until in came.values_list("taken_at", "left_at")[:LOOKED_AT]
        if until is not None
    ]
    if len(stays) < LEAST_STAYS:
        return UsualDays(len(stays), None)
    return UsualDays(len(stays), round(median(stays)))


def _stood() -> QuerySet[NominationStep]:
    """Steps that neither undo another nor were undone: an undoing comes right after what it undoes."""
    after = NominationStep.objects.filter(nomination=OuterRef("nomination"), pk__gt=OuterRef("pk")).order_by("pk")
    rows = NominationStep.objects.exclude(name__in=UNDOING)
    return rows.annotate(undone_by=Coalesce(Subquery(after.values("name")[:1]), Value(""))).exclude(
        undone_by__in=UNDOING
    )
