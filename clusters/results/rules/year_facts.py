"""What the results of several years have in common, stated without judgement. Pure.

Units are followed by lineage: a merged province goes on what each of its predecessors began, but two that merged later
were two while they were two.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from clusters.organisations.rules.lineage import Link, ancestors

FEWEST_YEARS = 4


class FactKind(StrEnum):
    """Each has one sentence in `clusters.results.words`."""

    HEAD_IS_FIRST = "head_is_first"
    HEAD_IS_ACCLAIMED = "head_is_acclaimed"
    FIRST_AGAIN = "first_again"
    ACCLAIMED_AGAIN = "acclaimed_again"
    IN_TURN = "in_turn"
    TOO_FEW_YEARS = "too_few_years"


@dataclass(frozen=True)
class YearOutcome:
    """The result of one year in which it is frozen. `first`: several where the first place is shared. `head`: who
    headed the cluster at the end of that year."""

    year: int
    first: frozenset[int] = frozenset()
    acclaimed: int | None = None
    head: int | None = None


@dataclass(frozen=True)
class YearFact:
    """`years` it holds for, in order. `units`: for IN_TURN those taking turns, in the order of their first turn; else
    the one unit, as it was in the last of the years. For TOO_FEW_YEARS: the years there are."""

    kind: FactKind
    years: tuple[int, ...]
    units: tuple[int, ...] = ()


def facts_of(outcomes: Iterable[YearOutcome], links: Sequence[Link]) -> tuple[YearFact, ...]:
    """Whether units take turns is told only from `FEWEST_YEARS` results on."""
    rows = sorted(outcomes, key=lambda one: one.year)
    lines = _Lineages(links)
    found = [*_of_heads(rows), *_again(rows, lines)]
    if len(rows) < FEWEST_YEARS:
        return (*found, YearFact(FactKind.TOO_FEW_YEARS, tuple(one.year for one in rows)))
    turn = _in_turn(rows, lines)
    return (*found, turn) if turn else tuple(found)


class _Lineages:
    def __init__(self, links: Sequence[Link]):
        self.links = links
        self.known: dict[int, frozenset[int]] = {}

    def goes_on(self, earlier: int, later: int) -> bool:
        if later not in self.known:
            self.known[later] = ancestors([later], self.links)
        return earlier in self.known[later]


def _of_heads(rows: list[YearOutcome]):
    for kind, holds in (
        (FactKind.HEAD_IS_FIRST, lambda one: one.head in one.first),
        (FactKind.HEAD_IS_ACCLAIMED, lambda one: one.head == one.acclaimed),
    ):
        years: dict[int, list[int]] = {}
        for one in rows:
            if one.head is not None and holds(one):
                years.setdefault(one.head, []).append(one.year)
        for unit, held in years.items():
            yield YearFact(kind, tuple(held), (unit,))


def _again(rows: list[YearOutcome], lines: _Lineages):
    for kind, units in (
        (FactKind.FIRST_AGAIN, [one.first for one in rows]),
        (FactKind.ACCLAIMED_AGAIN, [frozenset() if one.acclaimed is None else {one.acclaimed} for one in rows]),
    ):
        chains: dict[int, list[int]] = {}
        for row, held in zip(rows, units, strict=True):
            went_on: dict[int, list[int]] = {}
            for unit in sorted(held):
                before = [
                    years for other, years in chains.items() if years[-1] == row.year - 1 and lines.goes_on(other, unit)
                ]
                went_on[unit] = [*max(before, key=len, default=[]), row.year]
            ended = {
                other: years
                for other, years in chains.items()
                if not any(lines.goes_on(other, unit) for unit in went_on) or years[-1] != row.year - 1
            }
            yield from _said(kind, ended)
            chains = went_on
        yield from _said(kind, chains)


def _said(kind: FactKind, chains: dict[int, list[int]]):
    for unit, years in sorted(chains.items()):
        if len(years) > 1:
            yield YearFact(kind, tuple(years), (unit,))


def _in_turn(rows: list[YearOutcome], lines: _Lineages) -> YearFact | None:
    """The longest run of consecutive years up to the last in which the same units, two or more, were acclaimed one
    after the other and each came at least twice; of runs as long, the one with fewest units."""
    best: YearFact | None = None
    last = _run_to_the_last(rows)
    for turn in range(2, len(last) // 2 + 1):
        length = turn
        while length < len(last) and lines.goes_on(_unit(last, length), _unit(last, length - turn)):
            length += 1
        run = list(reversed(last[:length]))
        units = tuple(row.acclaimed for row in run[:turn] if row.acclaimed is not None)
        fits = length >= max(FEWEST_YEARS, 2 * turn) and len(_apart(run[-turn:], lines)) == turn
        if fits and (best is None or length > len(best.years)):
            best = YearFact(FactKind.IN_TURN, tuple(row.year for row in run), units)
    return best


def _run_to_the_last(rows: list[YearOutcome]) -> list[YearOutcome]:
    """Newest first: years without a gap, each with its acclaimed unit."""
    run: list[YearOutcome] = []
    for row in reversed(rows):
        if row.acclaimed is None or (run and run[-1].year != row.year + 1):
            break
        run.append(row)
    return run


def _unit(run: list[YearOutcome], place: int) -> int:
    unit = run[place].acclaimed
    assert unit is not None
    return unit


def _apart(run: list[YearOutcome], lines: _Lineages) -> list[int]:
    units: list[int] = []
    for row in run:
        unit = row.acclaimed
        if unit is not None and not any(lines.goes_on(other, unit) for other in units):
            units.append(unit)
    return units
