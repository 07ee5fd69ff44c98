"""What stands against a merger. Pure: answers are facts, the deed makes sentences.

A merger ends old bodies and starts a new one on the same day, the first on which the old ones no longer are.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from clusters.organisations.rules.lineage import Link, ancestors
from emulation.core.period import ONE_DAY, Period

FITTING = (frozenset({"province", "city"}), frozenset({"unit"}))


class MergerBar(StrEnum):
    NO_PREDECESSORS = "no_predecessors"
    RUN_TWICE = "run_twice"
    ITS_OWN_PREDECESSOR = "its_own_predecessor"
    CHILD_OF_PREDECESSOR = "child_of_predecessor"
    CAME_BEFORE = "came_before"
    KINDS_DO_NOT_FIT = "kinds_do_not_fit"
    SUCCESSOR_BEGINS_OTHERWISE = "successor_begins_otherwise"
    NOT_ALIVE_BEFORE = "not_alive_before"
    MERGED_ELSEWHERE = "merged_elsewhere"
    RECORDED_FOR_ANOTHER_DAY = "recorded_for_another_day"
    BEGINS_AFTERWARDS = "begins_afterwards"
    YEAR_IS_CLOSED = "year_is_closed"


class Hung(StrEnum):
    """What hangs on a body and has days of its own."""

    MEMBERSHIP = "membership"
    POST = "post"
    MANDATE = "mandate"


@dataclass(frozen=True)
class Body:
    """`parents`: what it belongs to, and what that belongs to."""

    pk: int
    kind: str
    life: Period
    parents: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Hanging:
    """`where` names the cluster, the post or the person; `is_closed`: its cluster's year is closed."""

    body: int
    kind: Hung
    where: str
    during: Period
    is_closed: bool = False


@dataclass(frozen=True)
class MergerCase:
    """`links`: all successions recorded, splits left out; `applied`: bodies that a merger has ended before;
    `is_applied`: there is a merger into this successor of this day."""

    day: date
    predecessors: tuple[Body, ...]
    successor: Body
    links: tuple[Link, ...] = ()
    applied: frozenset[int] = frozenset()
    hanging: tuple[Hanging, ...] = ()
    is_applied: bool = False


@dataclass(frozen=True)
class MergerObjection:
    """`body`: the predecessor it speaks of; `other`: the successor that has elsewhere; `hanging`: what hinders."""

    bar: MergerBar
    body: int | None = None
    other: int | None = None
    day: date | None = None
    hanging: Hanging | None = None


def objection_to_merger(case: MergerCase) -> MergerObjection | None:
    """The first that stands against it; None when it may be done."""
    return next(_objections(case), None)


def _objections(case: MergerCase) -> Iterator[MergerObjection]:
    if case.is_applied:
        yield MergerObjection(MergerBar.RUN_TWICE)
    if not case.predecessors:
        yield MergerObjection(MergerBar.NO_PREDECESSORS)
    yield from _against_the_successor(case)
    for body in case.predecessors:
        yield from _against_a_predecessor(case, body)
    for one in case.hanging:
        if one.during.start is not None and one.during.start >= case.day:
            yield MergerObjection(MergerBar.BEGINS_AFTERWARDS, one.body, day=one.during.start, hanging=one)
        elif one.is_closed and goes_beyond(one.during, case.day):
            yield MergerObjection(MergerBar.YEAR_IS_CLOSED, one.body, hanging=one)


def _against_the_successor(case: MergerCase) -> Iterator[MergerObjection]:
    merged, successor = {body.pk for body in case.predecessors}, case.successor
    if successor.pk in merged:
        yield MergerObjection(MergerBar.ITS_OWN_PREDECESSOR)
    for body in case.predecessors:
        if body.pk in successor.parents:
            yield MergerObjection(MergerBar.CHILD_OF_PREDECESSOR, body.pk)
        if body.pk != successor.pk and successor.pk in ancestors([body.pk], case.links):
            yield MergerObjection(MergerBar.CAME_BEFORE, body.pk)
    for body in case.predecessors:
        if not any({body.kind, successor.kind} <= kinds for kinds in FITTING):
            yield MergerObjection(MergerBar.KINDS_DO_NOT_FIT, body.pk)
    if successor.life.start != case.day:
        yield MergerObjection(MergerBar.SUCCESSOR_BEGINS_OTHERWISE, day=successor.life.start)


def _against_a_predecessor(case: MergerCase, body: Body) -> Iterator[MergerObjection]:
    for link in case.links:
        if link.predecessor != body.pk:
            continue
        if link.successor != case.successor.pk:
            yield MergerObjection(MergerBar.MERGED_ELSEWHERE, body.pk, other=link.successor, day=link.day)
        elif link.day != case.day:
            yield MergerObjection(MergerBar.RECORDED_FOR_ANOTHER_DAY, body.pk, day=link.day)
    if body.pk in case.applied:
        yield MergerObjection(MergerBar.MERGED_ELSEWHERE, body.pk)
    if not body.life.contains(case.day - ONE_DAY):
        yield MergerObjection(MergerBar.NOT_ALIVE_BEFORE, body.pk)


def goes_beyond(during: Period, day: date) -> bool:
    """Whether the day itself, or a later one, still lies within."""
    return during.end is None or during.end > day
