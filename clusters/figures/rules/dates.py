"""The two days of a span's figures: until `due_on` they are on time, after `locks_on` they are locked. Pure.

Both days count themselves. An extension moves the lock for one member; it never shortens, and what is sent after
`due_on` is late with it too."""

from datetime import date
from enum import StrEnum
from typing import Protocol


class Term(Protocol):
    @property
    def due_on(self) -> date: ...

    @property
    def locks_on(self) -> date: ...


class When(StrEnum):
    NOT_SET = "not_set"
    ON_TIME = "on_time"
    LATE = "late"
    LOCKED = "locked"


class DatesFault(StrEnum):
    """Why a day may not be set."""

    LOCKS_BEFORE_DUE = "locks_before_due"
    IS_OVER = "is_over"
    IN_THE_PAST = "in_the_past"
    OTHER_YEAR = "other_year"
    SHORTENS = "shortens"


def standing(day: date, term: Term | None, extension: date | None) -> When:
    """What sending on `day` would be; `extension` is the last day of the member's newest one."""
    if term is None:
        return When.NOT_SET
    if day > last_day(term, extension):
        return When.LOCKED
    return When.LATE if is_late(day, term.due_on) else When.ON_TIME


def last_day(term: Term, extension: date | None) -> date:
    return term.locks_on if extension is None else max(term.locks_on, extension)


def is_late(sent_on: date, due_on: date) -> bool:
    return sent_on > due_on


def days_late(sent_on: date, due_on: date) -> int:
    return max((sent_on - due_on).days, 0)


def fault_in_term(
    due_on: date, locks_on: date, *, before: Term | None, today: date, year: int
) -> tuple[str, DatesFault] | None:
    """(which day, why) of the first that may not be set: a day that is over stays as it is, and none is set back."""
    if locks_on < due_on:
        return "locks_on", DatesFault.LOCKS_BEFORE_DUE
    for name, day in (("due_on", due_on), ("locks_on", locks_on)):
        stood = None if before is None else getattr(before, name)
        if day == stood:
            continue
        if stood is not None and stood < today:
            return name, DatesFault.IS_OVER
        if day < today:
            return name, DatesFault.IN_THE_PAST
        if day.year not in (year, year + 1):
            return name, DatesFault.OTHER_YEAR
    return None


def fault_in_extension(until: date, *, term: Term, newest: date | None, today: date) -> DatesFault | None:
    if until < today:
        return DatesFault.IN_THE_PAST
    return DatesFault.SHORTENS if until <= last_day(term, newest) else None
