"""Who of a desk may not judge a dossier, as whoever decides there reads it."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from awards.conflicts.models.conflict import Conflict
from awards.conflicts.models.parts import Recusal
from awards.conflicts.rules.terms import BY_NAME, Ground
from awards.nominations.models.nomination import Nomination
from clusters.models import Mandate
from emulation.core.models import User
from emulation.core.text import person_sort_key


@dataclass(frozen=True)
class LeftOut:
    """`recusal`: the standing one, which may be lifted. `by_name`: whether it may be a namesake."""

    user: User
    grounds: tuple[Ground, ...]
    recusal: Recusal | None = None

    @property
    def by_name(self) -> bool:
        return not BY_NAME.isdisjoint(self.grounds)


def people_of(bodies: frozenset[int], *, on: date) -> QuerySet[User]:
    there = Mandate.objects.on(on).filter(organisation__in=bodies).order_by()
    return User.objects.filter(pk__in=there.values("user"))


def left_out(nomination: Nomination, bodies: frozenset[int], *, on: date) -> list[LeftOut]:
    """Of the people who work in these bodies on that day, at the desk that holds the dossier."""
    there = people_of(bodies, on=on).order_by()
    rows = Conflict.objects.filter(matter=nomination, desk=nomination.holder_id, user__in=there.values("pk"))
    found: dict[User, set[Ground]] = {}
    for row in sorted(rows.select_related("user"), key=lambda row: (person_sort_key(row.user.full_name), row.user_id)):
        found.setdefault(row.user, set()).add(Ground(row.ground))
    recusals = {one.user_id: one for one in Recusal.objects.standing().filter(nomination=nomination)}
    return [
        LeftOut(user, tuple(ground for ground in Ground if ground in grounds), recusals.get(user.pk))
        for user, grounds in found.items()
    ]
