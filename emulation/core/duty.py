"""One thing that waits for a person, as every app's `duties.py` gives it to the home page."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any


class DutyKind(StrEnum):
    """What is to be done, as a key that stays for good: `figures.enter`. Each room names the deeds of its duties."""


@dataclass(frozen=True)
class Subject:
    """The record that a duty is about: its model as the journal names it (`clusters.pact`) and its id."""

    label: str
    id: int


def about(record: Any) -> Subject:
    return Subject(record._meta.label_lower, record.pk)


@dataclass(frozen=True)
class Progress:
    """`done` of `of` pieces of the work."""

    done: int
    of: int


@dataclass(frozen=True)
class Reminded:
    """When and by whom the office was last reminded of it."""

    on: date
    by: str


@dataclass(frozen=True)
class Duty:
    """`title` says what, `why` says why it is this person's, `url` is the exact place, `due` the last day. `subject` is
    nothing where many records wait together or none is there yet; `organisation`: the id of the one in whose name the
    person does it; `progress`: how far it is, where it is done in pieces; `is_back`: it came back to be put right;
    `is_now`: a meeting of this day, a vote that is open; `number`: how many things wait, where one line stands for the
    rest of a list."""

    kind: DutyKind
    title: str
    url: str
    why: str = ""
    due: date | None = None
    subject: Subject | None = None
    organisation: int | None = None
    progress: Progress | None = None
    reminded: Reminded | None = None
    is_back: bool = False
    is_now: bool = False
    number: int = 1


def first_few(
    rows: Any, told: Callable[[Any], Duty], *, most: int, more: Callable[[int, Duty], Duty]
) -> Iterator[Duty]:
    """Of a query at most so many; the rest are one line: `more` is given their number and the first of them."""
    found = list(rows[: most + 1])
    yield from map(told, found[:most])
    if len(found) > most:
        yield more(rows.count() - most, told(found[most]))
