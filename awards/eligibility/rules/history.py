"""Which years of an award a subject holds for certain, which it may hold, and what would make sure. Pure.

An answer that is met stays met whatever is learnt later, one that is not met cannot become met: what may still be true
is a declared honour that nobody confirmed, an honour without its year, one of a body that several went on, and a year
before the register begins.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from awards.eligibility.rules.facts import Facts, HonourFact
from awards.eligibility.rules.finding import ChainLink, Settle
from awards.eligibility.rules.terms import SettledBy, Standing
from clusters.organisations.rules.lineage import Link, ancestors

FIGHTER = frozenset({"CSTDCS"})
HIGHER_FIGHTER = frozenset({"CSTD_BO", "CSTD_TINH"})
ADVANCED = frozenset({"LDTT", "CSTT"})
CERTAIN = frozenset({Standing.IN_REGISTER, Standing.CONFIRMED})


@dataclass(frozen=True)
class Lines:
    """Whose honours are the subject's: `sure`; `doubtful`, for a body on the way was split and several went on it."""

    sure: frozenset[int]
    doubtful: frozenset[int]


def lines_of(holder: int, links: Iterable[Link]) -> Lines:
    listed = list(links)
    all_of_it = ancestors([holder], listed)
    followed_by = Counter(predecessor for predecessor, _ in {(link.predecessor, link.successor) for link in listed})
    undivided = [link for link in listed if followed_by[link.predecessor] == 1]
    sure = ancestors([holder], undivided)
    return Lines(sure, all_of_it - sure)


@dataclass(frozen=True)
class Held:
    """Years of some awards. `sure` and `perhaps` keep the best honour of a year; `undated`: newest decision first."""

    sure: dict[int, HonourFact]
    perhaps: dict[int, HonourFact]
    undated: tuple[HonourFact, ...]
    doubtful: frozenset[int]
    known_since: int | None

    def may_be_before(self, year: int) -> bool:
        """Whether the register does not reach that far back."""
        return self.known_since is None or year < self.known_since

    def lacks(self, years: Iterable[int], *, without: tuple[HonourFact, ...] = ()) -> "Lack | None":
        """What is missing to hold all of these years; None where they cannot all be held. `without`: honours without
        their year that are needed for something else."""
        wanted = sorted(set(years) - self.sure.keys(), reverse=True)
        open_years = [year for year in wanted if year not in self.perhaps and not self.may_be_before(year)]
        filled = _placed(open_years, [one for one in self.undated if one not in without])
        if filled is None:
            return None
        return Lack(
            declared=tuple(year for year in wanted if year in self.perhaps),
            undated=tuple(open_years),
            before=tuple(year for year in wanted if year not in self.perhaps and self.may_be_before(year)),
            filled_by=filled,
        )

    def link(self, year: int) -> ChainLink | None:
        honour = self.sure.get(year) or self.perhaps.get(year)
        return None if honour is None else ChainLink(year, honour.award, honour.standing, honour.number)


@dataclass(frozen=True)
class Lack:
    """Years that would have to be made sure: declared ones, ones that an honour without its year must fill (`filled_by`
    says which), ones before the register begins."""

    declared: tuple[int, ...] = ()
    undated: tuple[int, ...] = ()
    before: tuple[int, ...] = ()
    filled_by: tuple[HonourFact, ...] = ()

    @property
    def size(self) -> tuple[int, int, int]:
        """Less is better; a confirmation is the easiest to get."""
        return len(self.before), len(self.undated), len(self.declared)

    @property
    def is_nothing(self) -> bool:
        return not any(self.size)


def _placed(years: list[int], undated: list[HonourFact]) -> tuple[HonourFact, ...] | None:
    """For each of the years, newest first, an honour of its own that was decided in it or later; None where they do not
    suffice. Each takes the oldest decision that will do, which leaves the most to the years before it."""
    left = sorted(undated, key=lambda one: one.decided)
    taken = []
    for year in years:
        fitting = next((one for one in left if one.decided.year >= year), None)
        if fitting is None:
            return None
        left.remove(fitting)
        taken.append(fitting)
    return tuple(taken)


class History:
    """The honours of a case by award, asked as often as rules like."""

    def __init__(self, facts: Facts):
        self.facts = facts

    @cached_property
    def lines(self) -> Lines:
        return lines_of(self.facts.holder, self.facts.links)

    @cached_property
    def mine(self) -> tuple[HonourFact, ...]:
        """All that is or may be the subject's, oldest decision first; what is only proposed counts nowhere."""
        lines = self.lines.sure | self.lines.doubtful
        rows = [one for one in self.facts.honours if one.holder in lines and one.standing is not Standing.PROPOSED]
        return tuple(sorted(rows, key=lambda one: (one.decided, one.number)))

    @cached_property
    def proposed(self) -> tuple[HonourFact, ...]:
        """What the subject is proposed for elsewhere at the same time."""
        rows = [one for one in self.facts.honours if one.holder in self.lines.sure | self.lines.doubtful]
        return tuple(one for one in rows if one.standing is Standing.PROPOSED)

    def is_certain(self, honour: HonourFact) -> bool:
        return honour.standing in CERTAIN and honour.holder in self.lines.sure

    def of(self, awards: frozenset[str]) -> Held:
        rows = [one for one in self.mine if one.award in awards]
        dated = [one for one in rows if one.year is not None]
        return Held(
            sure={one.year: one for one in reversed(dated) if one.year is not None and self.is_certain(one)},
            perhaps={one.year: one for one in reversed(dated) if one.year is not None and not self.is_certain(one)},
            undated=tuple(sorted((one for one in rows if one.year is None), key=lambda one: one.decided, reverse=True)),
            doubtful=self.lines.doubtful,
            known_since=self.facts.known_since,
        )


def settled_by(lack: Lack, held: Held, awards: frozenset[str]) -> tuple[Settle, ...]:
    """What a person can do about it, the easiest first."""
    award = min(awards)
    perhaps = [held.perhaps[year] for year in lack.declared]
    divided = tuple(sorted({one.year or 0 for one in perhaps if one.holder in held.doubtful}))
    declared = [one for one in perhaps if one.standing is Standing.DECLARED]
    undated = lack.filled_by
    found = []
    if declared:
        numbers = tuple(one.number for one in declared if one.number)
        years = tuple(sorted(one.year or 0 for one in declared))
        found.append(Settle(SettledBy.CONFIRM_DECLARED, award, years, numbers))
    if undated:
        numbers = tuple(one.number for one in undated if one.number)
        found.append(Settle(SettledBy.ENTER_YEAR_OF_HONOUR, award, tuple(sorted(lack.undated)), numbers))
    if divided:
        found.append(Settle(SettledBy.SAY_WHO_WENT_ON, award, divided))
    if lack.before:
        found.append(Settle(SettledBy.DECLARE_EARLIER, award, tuple(sorted(lack.before))))
    return tuple(found)
