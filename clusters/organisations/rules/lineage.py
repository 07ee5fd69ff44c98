"""Walking successions: who a body came from, and what became of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Link:
    predecessor: int
    successor: int
    day: date


def ancestors(organisations: Iterable[int], links: Iterable[Link]) -> frozenset[int]:
    """The given bodies and all they came from, through any number of mergers and renamings."""
    return _reached(organisations, [(link.successor, link.predecessor) for link in links])


def descendants(organisations: Iterable[int], links: Iterable[Link]) -> frozenset[int]:
    """The given bodies and all they became."""
    return _reached(organisations, [(link.predecessor, link.successor) for link in links])


def successors_on(organisation: int, day: date, links: Iterable[Link]) -> frozenset[int]:
    """What stands in a body's place on a day: itself while it has no successor yet."""
    followed = [link for link in links if link.day <= day]
    reached = descendants([organisation], followed)
    ended = {link.predecessor for link in followed}
    return frozenset(reached - ended)


def _reached(start: Iterable[int], edges: list[tuple[int, int]]) -> frozenset[int]:
    onward: dict[int, list[int]] = {}
    for source, target in edges:
        onward.setdefault(source, []).append(target)
    found, waiting = set(), list(start)
    while waiting:
        here = waiting.pop()
        if here not in found:
            found.add(here)
            waiting.extend(onward.get(here, ()))
    return frozenset(found)
