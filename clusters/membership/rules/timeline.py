"""What changed in a cluster within a year, in the order in which it happened. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from emulation.core.period import Period


class TimelineChange(StrEnum):
    JOINED = "joined"
    LEFT = "left"
    TOOK_POST = "took_post"
    LEFT_POST = "left_post"
    CLOSED = "closed"


@dataclass(frozen=True)
class Event:
    """`day` is the first day on which the change holds: who leaves on the 1st was last a member the day before."""

    day: date
    change: TimelineChange
    who: str = ""
    post: str = ""


@dataclass(frozen=True)
class Stay:
    """`post` is empty for a membership."""

    who: str
    during: Period
    post: str = ""


def timeline(year: int, stays: Iterable[Stay], *, closed_on: date | None = None) -> tuple[Event, ...]:
    """Only what begins or ends within the year; who sat there all along changes nothing."""
    whole = Period.year(year)
    events = []
    for stay in stays:
        begins, ends = (
            (TimelineChange.TOOK_POST, TimelineChange.LEFT_POST)
            if stay.post
            else (TimelineChange.JOINED, TimelineChange.LEFT)
        )
        if stay.during.start is not None and whole.contains(stay.during.start):
            events.append(Event(stay.during.start, begins, stay.who, stay.post))
        if stay.during.end is not None and whole.contains(stay.during.end):
            events.append(Event(stay.during.end, ends, stay.who, stay.post))
    if closed_on is not None:
        events.append(Event(closed_on, TimelineChange.CLOSED))
    return tuple(sorted(events, key=lambda event: event.day))
