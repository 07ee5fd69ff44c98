"""Members of a past period read by the units of a later day: which body stands there for each of them. Pure.

Nothing is rewritten: this is a way to read. Where a body was split, no single one stands for it, and it stays itself.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from clusters.organisations.rules.lineage import Link, ancestors, successors_on


class Units(StrEnum):
    """By which units figures are read: those of their own time, or those that stand today."""

    THEN = "then"
    TODAY = "today"


@dataclass(frozen=True)
class UnitRow:
    """`unit`: the body that stands for `members`, which keep their order. `origins`: all bodies of the time of the
    figures that went into it, members or not. `became`: of a member that was split, what it became; such a member is
    its own `unit`."""

    unit: int
    members: tuple[int, ...]
    origins: frozenset[int]
    became: frozenset[int] = frozenset()

    @property
    def is_changed(self) -> bool:
        return self.members != (self.unit,) or bool(self.became)

    @property
    def is_whole(self) -> bool:
        """All that went into the unit is told by its members: a figure of theirs is one of the unit."""
        return self.origins <= set(self.members)


def rows_of_today(members: Iterable[int], links: Sequence[Link], *, day: date, since: date) -> tuple[UnitRow, ...]:
    """One row for each unit of `day`, in the order in which its first member comes. `since`: the first day of the
    figures. Each member stands in one row."""
    stand = {member: successors_on(member, day, links) for member in members}
    split = {member: found for member, found in stand.items() if len(found) > 1}
    gathered: dict[int, list[int]] = {}
    for member, found in stand.items():
        unit = member if member in split else next(iter(found), member)
        gathered.setdefault(unit, []).append(member)
    return tuple(
        UnitRow(unit, tuple(held), went_into([unit], links, on=since), split.get(unit, frozenset()))
        for unit, held in gathered.items()
    )


def went_into(units: Iterable[int], links: Sequence[Link], *, on: date) -> frozenset[int]:
    """The bodies that stood on that day and are, or later became, one of these units. Lineage alone tells it: a body
    begins with the first succession into it and ends with the first out of it."""
    begun, ended = _begun(links), {link.predecessor for link in links if link.day <= on}
    return frozenset(one for one in ancestors(units, links) if one not in ended and begun.get(one, on) <= on)


def _begun(links: Iterable[Link]) -> dict[int, date]:
    days: dict[int, date] = {}
    for link in links:
        days[link.successor] = min(link.day, days.get(link.successor, link.day))
    return days
