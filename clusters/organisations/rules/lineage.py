"""Walking successions: who a body came from, and what became of it."""

from collections.abc import Iterable, Mapping
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


def origins_of(organisations: Iterable[int], links: Iterable[Link]) -> dict[int, frozenset[int]]:
    """{each of the given bodies: itself and all it came from}"""
    back = _onward((link.successor, link.predecessor) for link in links)
    return {one: _walked([one], back) for one in organisations}


def told_as_one(bodies: Iterable[int], origins: Mapping[int, frozenset[int]]) -> dict[int, frozenset[int]]:
    """{each of the bodies that became none of the others: itself and those of the others that it came from}.
    `origins`: of the bodies, as `origins_of` finds them."""
    among = frozenset(bodies)
    gathered = {one: origins[one] & among for one in among}
    earlier = {before for one, found in gathered.items() for before in found if before != one}
    return {one: found for one, found in gathered.items() if one not in earlier}


def answering_for(bodies: Iterable[int], links: Iterable[Link]) -> dict[int, frozenset[int]]:
    """{body: itself and what it came from, without what another of the bodies stands for that it came from too}: what
    one unit did is counted once where both it and its successor are asked for."""
    origins = origins_of(bodies, links)
    return {
        one: found.difference(*(origins[other] for other in found & origins.keys() if other != one))
        for one, found in origins.items()
    }


def _reached(start: Iterable[int], edges: Iterable[tuple[int, int]]) -> frozenset[int]:
    return _walked(start, _onward(edges))


def _onward(edges: Iterable[tuple[int, int]]) -> Mapping[int, list[int]]:
    onward: dict[int, list[int]] = {}
    for source, target in edges:
        onward.setdefault(source, []).append(target)
    return onward


def _walked(start: Iterable[int], onward: Mapping[int, list[int]]) -> frozenset[int]:
    found, waiting = set(), list(start)
    while waiting:
        here = waiting.pop()
        if here not in found:
            found.add(here)
            waiting.extend(onward.get(here, ()))
    return frozenset(found)
