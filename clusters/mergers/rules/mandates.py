"""What becomes of the mandates at bodies that are merged. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from clusters.mergers.rules.objections import goes_beyond
from emulation.core.period import Period, uncovered


@dataclass(frozen=True)
class Held:
    """A mandate: whose, as what, at a body whose own life was `life` before the merger."""

    person: int
    role: str
    during: Period
    life: Period


@dataclass(frozen=True)
class Grant:
    """A mandate that a person is to hold at the successor."""

    person: int
    role: str
    during: Period


def passed_on(held: Iterable[Held], already: Iterable[Held], day: date) -> list[Grant]:
    """To be granted at the successor. What ran out with the old body itself goes on without an
    end; what was to end later keeps its end; what ended before ends. One person's equal roles at several predecessors
    become one, and what the person holds at the successor `already` is not granted again."""
    wanted: dict[tuple[int, str], Period] = {}
    for one in held:
        if not _lasts(one, day):
            continue
        end = one.during.end if goes_beyond(one.during, day) else None
        key = one.person, one.role
        if key in wanted:
            other = wanted[key].end
            end = None if end is None or other is None else max(end, other)
        wanted[key] = Period(day, end)
    there = list(already)
    granted = []
    for (person, role), period in wanted.items():
        pieces = [one.during for one in there if (one.person, one.role) == (person, role)]
        while (gap := uncovered(period, pieces)) is not None:
            granted.append(Grant(person, role, gap))
            pieces.append(gap)
    return granted


def _lasts(one: Held, day: date) -> bool:
    return goes_beyond(one.during, day) or one.during.end == day == one.life.end
