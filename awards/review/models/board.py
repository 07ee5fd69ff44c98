"""What a body's desk has to do at a glance: by province and award, late and with whom, week by week. All of it is asked
of what the person sees, so no two of its numbers tell of a dossier that is kept from the person."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from django.db.models import BooleanField, Count, ExpressionWrapper, F, Max, Min, Q
from django.db.models.functions import Coalesce
from django.utils import timezone

from awards.nominations.models.nomination import Nomination, NominationStep
from awards.review.models.queue import desks_of, judged_apart
from awards.review.models.review import Review, ReviewQuerySet
from awards.review.rules.terms import WAITING
from clusters.models import Organisation
from emulation.core.actor import Actor

WEEKS = 12
MOST_AWARDS = 6
MOST_LATE = 8
SENT, DECIDED = ("submit", "forward"), ("award", "decline")


@dataclass(frozen=True)
class Waiting:
    """Dossiers that wait, of one province or of all. `by_award`: {award: number}."""

    number: int = 0
    late: int = 0
    by_award: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True)
class WaitingTable:
    """`awards`: the most frequent first, at most `MOST_AWARDS`; `others`: whether there are more. `rows`: provinces,
    the most late first."""

    awards: list[int]
    others: bool
    rows: list[tuple[Organisation, Waiting]]
    all: Waiting


@dataclass(frozen=True)
class LateWith:
    """`person`: who is in charge, empty where nobody is. `judged_apart`: who that is, or whether anybody is, is not
    told to the reader, whose opinion is asked."""

    person: str
    number: int
    since: date
    judged_apart: bool = False


@dataclass(frozen=True)
class Late:
    people: list[LateWith]
    reviews: list[Review]
    number: int


@dataclass(frozen=True)
class Week:
    """`monday`: its first day."""

    monday: date
    received: int
    finished: int


@dataclass(frozen=True)
class Glance:
    """What waits at a person's desks."""

    table: WaitingTable
    late: Late


def glance_of(actor: Actor, on: date) -> Glance:
    """Three queries. Provinces as in `WaitingTable`; of what is late the longest first."""
    apart = ExpressionWrapper(judged_apart(actor), output_field=BooleanField())
    waiting = Review.objects.visible_to(actor).filter(body__in=desks_of(actor), standing__in=WAITING)
    rows = waiting.annotate(
        judged_apart=apart,
        province=Coalesce("nomination__organisation__parent", "nomination__organisation"),
        award=F("nomination__award"),
    )
    is_late = Q(due__lt=on)
    counted = rows.order_by().values_list("province", "award", "judged_apart", "handler", "handler_name")
    counted = counted.annotate(number=Count("pk"), overdue=Count("pk", filter=is_late), since=Min("due"))
    by_province: dict[int, Counter[int]] = defaultdict(Counter)
    late: Counter[int] = Counter()
    by_person: dict[tuple[bool, int | None, str], list[tuple[int, date]]] = defaultdict(list)
    for province, award, is_apart, who, name, number, overdue, since in counted:
        by_province[province][award] += number
        late[province] += overdue
        if overdue:
            by_person[(True, None, "") if is_apart else (False, who, name)].append((overdue, since))
    return Glance(_table(by_province, late), _late(by_person, rows.filter(is_late)))


def _table(by_province: Mapping[int, Counter[int]], late: Counter[int]) -> WaitingTable:
    bodies = Organisation.objects.in_bulk(by_province)
    found = [(bodies[key], Waiting(counts.total(), late[key], dict(counts))) for key, counts in by_province.items()]
    found.sort(key=lambda row: (-row[1].late, -row[1].number, row[0].sort_key, row[0].pk))
    in_all: Counter[int] = sum(by_province.values(), Counter())
    awards = [award for award, _number in sorted(in_all.items(), key=lambda row: (-row[1], row[0]))]
    whole = Waiting(in_all.total(), late.total(), dict(in_all))
    return WaitingTable(awards[:MOST_AWARDS], len(awards) > MOST_AWARDS, found, whole)


def _late(by_person: Mapping[tuple[bool, int | None, str], list[tuple[int, date]]], rows: ReviewQuerySet) -> Late:
    people = [
        LateWith(name, sum(number for number, _since in theirs), min(since for _number, since in theirs), is_apart)
        for (is_apart, _who, name), theirs in by_person.items()
    ]
    people.sort(key=lambda one: (one.since, one.person, one.judged_apart))
    longest = rows.select_related("nomination__organisation").order_by("due", "id")
    reviews = list(longest[:MOST_LATE]) if people else []
    return Late(people, reviews, sum(one.number for one in people))


def weeks_of(actor: Actor, on: date) -> list[Week]:
    """The last `WEEKS` weeks, this one too: dossiers that first came to the desks, and those decided there. One
    query."""
    this = on - timedelta(days=on.weekday())
    mondays = [this - timedelta(weeks=back) for back in range(WEEKS - 1, -1, -1)]
    since = timezone.make_aware(datetime.combine(mondays[0], datetime.min.time()))
    came = _came_to(desks_of(actor))
    ended = Q(name__in=DECIDED, taken_at__gte=since) & _at_the_end(desks_of(actor))
    steps = NominationStep.objects.filter(came | ended, nomination__in=Nomination.objects.visible_to(actor).order_by())
    moments = (
        steps.order_by()
        .values_list("nomination")
        .annotate(came=Min("taken_at", filter=Q(name__in=SENT)), ended=Max("taken_at", filter=Q(name__in=DECIDED)))
    )
    within = moments.filter(Q(came__gte=since) | Q(ended__isnull=False))
    received: Counter[date] = Counter()
    finished: Counter[date] = Counter()
    for _dossier, first, last in within:
        if first is not None and first >= since:
            received[_monday(first)] += 1
        if last is not None:
            finished[_monday(last)] += 1
    return [Week(monday, received[monday], finished[monday]) for monday in mondays]


def _came_to(desks: frozenset[int]) -> Q:
    """Steps by which a dossier comes to the board, to a province, or before the nominator's own Council."""
    at_the_board = Q(nomination__board__in=desks) & (
        Q(name="forward") | Q(name="submit", nomination__province__isnull=True)
    )
    at_a_province = Q(name="submit", nomination__province__in=desks)
    own = Q(name="submit", nomination__organisation__in=desks)
    return at_the_board | at_a_province | (own & Q(nomination__province__isnull=True, nomination__board__isnull=True))


def _at_the_end(desks: frozenset[int]) -> Q:
    """Of dossiers that ended at these desks, whose holder stays the one that decided."""
    return Q(nomination__holder__in=desks)


def _monday(at: datetime) -> date:
    day = timezone.localtime(at).date()
    return day - timedelta(days=day.weekday())
