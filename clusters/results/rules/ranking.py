"""From frozen points to places, by the regulation's rule for equal points. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from clusters.regulation.rules.terms import TieRule

Measure = tuple[Decimal | int, ...]


@dataclass(frozen=True)
class Entrant:
    """One member. `groups`: what each group of the scheme adds to the total, in the scheme's order, penalties below
    zero; empty where the total was set by a later act, so that no rule can look behind it. `penalty`: points taken
    off, never below zero."""

    key: int
    total: Decimal
    groups: tuple[Decimal, ...] = ()
    penalty: Decimal = Decimal(0)


@dataclass(frozen=True)
class RankedPlace:
    """`number`: one more than how many stand strictly better. `shared_with`: keys of those at the same place.
    `is_open`: the regulation lets a ballot decide between them and none was held yet."""

    key: int
    number: int
    shared_with: frozenset[int] = frozenset()
    is_open: bool = False

    @property
    def is_shared(self) -> bool:
        return bool(self.shared_with)


def ranked(
    entrants: Iterable[Entrant], rule: TieRule, *, votes: Mapping[int, int] | None = None
) -> tuple[RankedPlace, ...]:
    """Best first; at the same place in the order given. A member that is knocked out is ranked like any other. `votes`:
    for each, once a ballot was held. Those whom the rule cannot part share their place."""
    listed = list(entrants)
    by_total: dict[Decimal, list[Entrant]] = {}
    for one in listed:
        by_total.setdefault(one.total, []).append(one)
    found, better = [], 0
    for total in sorted(by_total, reverse=True):
        found += _parted(by_total[total], rule, votes, better=better)
        better += len(by_total[total])
    return tuple(found)


def _parted(equals: list[Entrant], rule: TieRule, votes: Mapping[int, int] | None, *, better: int) -> list[RankedPlace]:
    is_open = rule is TieRule.BALLOT and votes is None and len(equals) > 1
    by_measure: dict[Measure, list[int]] = {}
    for one in equals:
        by_measure.setdefault(_measure(one, equals, rule, votes or {}), []).append(one.key)
    found = []
    for measure in sorted(by_measure, reverse=True):
        keys = by_measure[measure]
        found += [RankedPlace(key, 1 + better, frozenset(keys) - {key}, is_open) for key in keys]
        better += len(keys)
    return found


def _measure(one: Entrant, equals: list[Entrant], rule: TieRule, votes: Mapping[int, int]) -> Measure:
    match rule:
        case TieRule.GROUPS_IN_ORDER:
            return one.groups if _all_known(equals) else ()
        case TieRule.FEWER_PENALTIES:
            return (-one.penalty,) if _all_known(equals) else ()
        case TieRule.BALLOT:
            return (votes.get(one.key, 0),)
    return ()


def _all_known(equals: list[Entrant]) -> bool:
    return all(one.groups for one in equals)
