"""Who may be given dossiers in a body, and how much each of them has."""

from collections.abc import Collection, Iterable
from datetime import date

from django.db.models import Count

from awards.nominations.models.desk_people import LOOKS_INTO
from awards.nominations.models.nomination import Nomination
from awards.review.models.appraisals import Appraisal
from awards.review.models.review import Review
from awards.review.rules.terms import WAITING
from clusters.models import Mandate, MandateRole
from clusters.organisations.models.lineage import lineage
from clusters.organisations.rules.lineage import successors_on
from clusters.people.models.scope import actor_of
from emulation.core.actor import Actor
from emulation.core.models import User
from emulation.core.text import person_sort_key

DECIDES = (MandateRole.APPROVER, MandateRole.CENTRAL_LEADER)


def colleagues(body: int, *, on: date) -> list[User]:
    """Who looks into dossiers for the body on that day, and does not decide there: whoever decides sees how far
    opinions are, so gives none."""
    where = successors_on(body, on, lineage()) | {body}
    mandates = Mandate.objects.on(on).filter(organisation__in=where).order_by()
    people = User.objects.filter(pk__in=mandates.filter(role__in=LOOKS_INTO).values("user"), is_active=True)
    found = people.exclude(pk__in=mandates.filter(role__in=DECIDES).values("user")).order_by()
    return sorted(found, key=lambda user: (person_sort_key(user.full_name), user.pk))


def load_of(people: Iterable[User], body: int, *, reader: Actor | None = None) -> dict[int, int]:
    """{person: dossiers in charge of and opinions still to give}. Two queries. `reader`: for whose eyes, without what
    is kept from that person."""
    found = {one.pk: 0 for one in people}
    in_charge = Review.objects.filter(body=body, standing__in=WAITING, handler__in=found).order_by()
    opinions = Appraisal.objects.still_to_give().filter(review__body=body, review__standing__in=WAITING)
    opinions = opinions.filter(appraiser__in=found).order_by()
    if reader is not None:
        seen = Review.objects.visible_to(reader).order_by()
        in_charge, opinions = in_charge.filter(pk__in=seen), opinions.filter(review__in=seen)
    for column, rows in (("handler", in_charge), ("appraiser", opinions)):
        for person, number in rows.values_list(column).annotate(Count("pk")):
            found[person] += number
    return found


def may_not_get(people: Iterable[User], nominations: Collection[int], *, on: date) -> dict[int, set[int]]:
    """{dossier: people who do not see it, so that it is not given to them}. A few queries for each person."""
    barred: dict[int, set[int]] = {one: set() for one in nominations}
    for person in people:
        for one in set(nominations) - seen_by(actor_of(person, on=on), nominations):
            barred[one].add(person.pk)
    return barred


def seen_by(actor: Actor, nominations: Collection[int]) -> set[int]:
    rows = Nomination.objects.visible_to(actor).filter(pk__in=nominations).order_by()
    return set(rows.values_list("pk", flat=True))
