"""The list of dossiers on a body's desk: its trays with their counts, its filters, its order. As many questions however
many dossiers there are."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.db.models import Count, Exists, OuterRef, Q

from awards.review.models.appraisals import Appraisal
from awards.review.models.review import Review, ReviewQuerySet
from awards.review.rules.terms import AT_THE_DESK, WAITING, Standing
from emulation.core.actor import Actor
from emulation.core.models.keyset import KeysetOrder
from emulation.core.text import search_key

MOST_COME_BACK, COUNTED_AT_ONCE = 20, 5_000


class Tray(StrEnum):
    """As it stands in the address."""

    WAITING = "cho-xu-ly"
    MINE = "cua-toi"
    OPINION = "cho-y-kien"
    FREE = "chua-phan-cong"
    OVERDUE = "qua-han"
    WARNED = "co-luu-y"
    CLEAN = "khong-luu-y"
    DISCUSS = "can-thao-luan"
    RETURNED = "cho-bo-sung"
    COUNCIL = "truoc-hoi-dong"


class Order(StrEnum):
    DUE = "han"
    ARRIVED = "den-truoc"


ORDERS = {Order.DUE: KeysetOrder(("due", "id")), Order.ARRIVED: KeysetOrder(("arrived_at", "id"))}


@dataclass(frozen=True)
class QueueFilter:
    """`award`, `organisation`: ids, None for all; a province stands for its units too."""

    tray: Tray = Tray.WAITING
    order: Order = Order.DUE
    text: str = ""
    award: int | None = None
    organisation: int | None = None


def desks_of(actor: Actor) -> frozenset[int]:
    """Bodies for which the person looks into dossiers, or decides on them."""
    return actor.reviewed | actor.decided


def queue_of(actor: Actor, asked: QueueFilter) -> ReviewQuerySet:
    """What of the desk is asked for, in every tray, so that trays can be counted beside it."""
    rows = Review.objects.visible_to(actor).filter(body__in=desks_of(actor)).exclude(standing=Standing.LEFT)
    for word in search_key(asked.text).split():
        rows = rows.filter(nomination__name_key__contains=word)
    if asked.award is not None:
        rows = rows.filter(nomination__award=asked.award)
    if asked.organisation is not None:
        of = asked.organisation
        rows = rows.filter(Q(nomination__organisation=of) | Q(nomination__organisation__parent=of))
    return rows


def judged_apart(actor: Actor) -> Q:
    """Reviews for which the person's own opinion is asked while opinions are not open to each other. Whoever else is in
    charge of one gives an opinion too, so the person does not learn who that is, nor whether anybody is."""
    own = Appraisal.objects.asked().filter(review=OuterRef("pk"), appraiser=actor.user_id)
    return Q(Exists(own), is_compared=False) & ~Q(handler=actor.user_id)


def is_apart(review: Review, actor: Actor) -> bool:
    """The same of one that the person is asked about."""
    return not review.is_compared and review.handler_id != actor.user_id


def judges_apart(review: Review, actor: Actor) -> bool:
    return Review.objects.filter(judged_apart(actor), pk=review.pk).exists()


def is_taken(review: Review, actor: Actor) -> bool:
    """In charge of somebody who is still at the desk."""
    return Review.objects.with_handler_there(actor).filter(pk=review.pk, handler_there=True).exists()


def trays(actor: Actor, today: date) -> dict[Tray, Q]:
    waiting = Q(standing__in=WAITING)
    own = Appraisal.objects.still_to_give().filter(review=OuterRef("pk"), appraiser=actor.user_id)
    warned = Q(not_met__gt=0) | Q(cannot_tell__gt=0) | Q(missing__gt=0)
    return {
        Tray.WAITING: waiting,
        Tray.MINE: waiting & Q(handler=actor.user_id),
        Tray.OPINION: Q(Exists(own), standing=Standing.REVIEW),
        Tray.FREE: waiting & Q(handler__isnull=True) & ~judged_apart(actor),
        Tray.OVERDUE: waiting & Q(due__lt=today),
        Tray.WARNED: waiting & warned,
        Tray.CLEAN: waiting & Q(judged_on__isnull=False) & ~warned,
        Tray.DISCUSS: waiting & Q(to_discuss=True),
        Tray.RETURNED: Q(standing=Standing.RETURNED),
        Tray.COUNCIL: Q(standing=Standing.COUNCIL),
    }


def is_long(actor: Actor) -> bool:
    """Whether counting the desk would keep its first page waiting. Decides that alone, so it looks past who may see
    what."""
    rows = Review.objects.filter(body__in=desks_of(actor), standing__in=[*AT_THE_DESK, Standing.RETURNED])
    return rows.order_by()[COUNTED_AT_ONCE : COUNTED_AT_ONCE + 1].exists()


def counts_of(rows: ReviewQuerySet, actor: Actor, today: date) -> dict[Tray, int]:
    """One query."""
    counted = {tray.name.lower(): Count("pk", filter=condition) for tray, condition in trays(actor, today).items()}
    found = rows.order_by().aggregate(**counted)
    return {tray: found[tray.name.lower()] for tray in Tray}


def in_the_tray(rows: ReviewQuerySet, tray: Tray, actor: Actor, today: date) -> ReviewQuerySet:
    return rows.filter(trays(actor, today)[tray])


def come_back(rows: ReviewQuerySet, asked: QueueFilter, actor: Actor) -> ReviewQuerySet:
    """What this person had asked to be completed and that was sent again: first in line, whatever its day."""
    if asked.tray is not Tray.WAITING:
        return rows.none()
    mine = rows.filter(standing__in=WAITING, came_back=True, returned_by=actor.user_id)
    return mine.order_by("due", "id")[:MOST_COME_BACK]


def own_states(reviews: list[Review], actor: Actor) -> dict[int, str]:
    """{review: how far the person's own opinion is}. Nothing of anybody else's."""
    rows = Appraisal.objects.asked().filter(review__in=[one.pk for one in reviews], appraiser=actor.user_id)
    return dict(rows.values_list("review", "state"))


def neighbours(
    rows: ReviewQuerySet, review: Review, asked: QueueFilter, actor: Actor, today: date
) -> tuple[int | None, int | None]:
    """The numbers of the one before it and the one after it as the list shows them, though this one may have left the
    list meanwhile. `rows`: of `queue_of`."""
    first = list(come_back(rows, asked, actor).values_list("due", "pk"))
    others = in_the_tray(rows, asked.tray, actor, today).exclude(pk__in=[pk for _due, pk in first])
    keys = ORDERS[asked.order]
    if not _stood_first(review, first, asked, actor):
        before = _beyond(others, review, keys.reversed())
        return (first[-1][1] if before is None and first else before), _beyond(others, review, keys)
    place = (review.due, review.pk)
    earlier = [pk for due, pk in first if (due, pk) < place]
    later = [pk for due, pk in first if (due, pk) > place]
    after = later[0] if later else others.order_by(*keys.fields).values_list("pk", flat=True).first()
    return (earlier[-1] if earlier else None), after


def _stood_first(review: Review, first: list[tuple[date, int]], asked: QueueFilter, actor: Actor) -> bool:
    is_gone = review.standing not in WAITING
    mine = asked.tray is Tray.WAITING and review.came_back and review.returned_by_id == actor.user_id
    return any(pk == review.pk for _due, pk in first) or (is_gone and mine)


def _beyond(rows: ReviewQuerySet, review: Review, keys: KeysetOrder) -> int | None:
    others = rows.filter(keys.after(keys.values_of(review))).exclude(pk=review.pk)
    return others.order_by(*keys.fields).values_list("pk", flat=True).first()
