"""How many different recipients stand behind honours: asked apart from the list, within a time of its own."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeVar

from django.db import OperationalError, connection, transaction
from psycopg2.errors import QueryCanceled

from awards.catalogue.rules.terms import SubjectKind
from awards.register.models.honour import HonourQuerySet

BUDGET = 3.0
Answer = TypeVar("Answer")


class TooLong(Exception):
    """The answer was not found within its time."""


@dataclass(frozen=True)
class Recipients:
    """`people` are told apart by the key of the person alone, so `unknown_people` honours belong to nobody known.

    A collective is one name (capitals and punctuation aside, accents kept) in one unit of one organisation.
    `households` are honours: nothing in a list tells one household from another of the same name.
    """

    honours: int
    people: int
    known_people: int
    unknown_people: int
    collectives: int
    collective_honours: int
    households: int

    @property
    def by_kind(self) -> dict[str, int]:
        people = self.known_people + self.unknown_people
        counted = {
            SubjectKind.INDIVIDUAL: people,
            SubjectKind.COLLECTIVE: self.collective_honours,
            SubjectKind.HOUSEHOLD: self.households,
        }
        return {kind.value: count for kind, count in counted.items() if count}


def distinct_recipients(rows: HonourQuerySet, *, budget: float = BUDGET) -> Recipients:
    """All of it within `budget` seconds, or `TooLong`."""
    until = time.monotonic() + budget
    people = rows.filter(subject_kind=SubjectKind.INDIVIDUAL).order_by()
    collectives = rows.filter(subject_kind=SubjectKind.COLLECTIVE).order_by()
    with _answered_by(until) as in_time:
        by_kind = in_time(rows.counted_by_subject)
        unknown = in_time(people.filter(recipient_key="").count)
        known = in_time(people.exclude(recipient_key="").values("recipient_key").distinct().count)
        bodies = in_time(collectives.values("organisation_id", "sort_key", "unit_key").distinct().count)
    persons = by_kind.get(SubjectKind.INDIVIDUAL, 0)
    return Recipients(
        honours=sum(by_kind.values()),
        people=known,
        known_people=persons - unknown,
        unknown_people=unknown,
        collectives=bodies,
        collective_honours=by_kind.get(SubjectKind.COLLECTIVE, 0),
        households=by_kind.get(SubjectKind.HOUSEHOLD, 0),
    )


@contextmanager
def _answered_by(until: float) -> Iterator[Callable[[Callable[[], Answer]], Answer]]:
    """Within, what is asked through the function given must be answered before the moment `until`."""

    def in_time(ask: Callable[[], Answer]) -> Answer:
        left = int((until - time.monotonic()) * 1000)
        if left <= 0:
            raise TooLong
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL statement_timeout = %s", [left])
        return ask()

    try:
        with transaction.atomic():
            yield in_time
            with connection.cursor() as cursor:
                cursor.execute("SET LOCAL statement_timeout TO DEFAULT")
    except OperationalError as error:
        if isinstance(error.__cause__, QueryCanceled):
            raise TooLong from error
        raise
