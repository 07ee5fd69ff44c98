"""Which years of an award a subject holds for certain, which it may hold, and what would make sure. Pure.

An answer that is met stays met whatever is learnt later, one that is not met cannot become met: what may still be true
is a declared honour that nobody confirmed, an honour without its year, one of a body that several went on, one of
somebody of the same name and birth, and a year before the register begins or after it ends.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from awards.eligibility.rules.facts import PROPOSALS, Facts, HonourFact
from awards.eligibility.rules.finding import ChainLink, Settle
from awards.eligibility.rules.lines import Lines
from awards.eligibility.rules.terms import SettledBy, Standing

FIGHTER = frozenset({"CSTDCS"})
HIGHER_FIGHTER = frozenset({"CSTD_BO", "CSTD_TINH"})
ADVANCED = frozenset({"LDTT", "CSTT"})
GOOD_YEARS_ONLY = ADVANCED | FIGHTER
"""Titles that no year rated below “hoàn thành tốt nhiệm vụ” bears."""
CERTAIN = frozenset({Standing.IN_REGISTER, Standing.CONFIRMED})


@dataclass(frozen=True)
class Held:
    """Years of some awards. `sure` and `perhaps` keep the best honour of a year; `undated`: newest decision first.
    `closed`: years that cannot bear one, for they are proved to be rated too low."""

    sure: dict[int, HonourFact]
    perhaps: dict[int, HonourFact]
    undated: tuple[HonourFact, ...]
    doubtful: frozenset[int]
    known_since: int | None
    is_told_apart: bool = True
    known_until: int | None = None
    closed: frozenset[int] = frozenset()

    def may_be_before(self, year: int) -> bool:
        """Whether the register cannot say that the subject has none of it: it does not reach that far back, or which
        of its lines are this person's nobody can tell."""
        return not self.is_told_apart or self.known_since is None or year < self.known_since

    def may_be_after(self, year: int) -> bool:
        """Whether the register ends before it would hold the honours of that year."""
        return self.known_until is not None and year > self.known_until

    def may_be_outside(self, year: int) -> bool:
        return self.may_be_before(year) or self.may_be_after(year)

    def lacks(self, years: Iterable[int], *, without: tuple[HonourFact, ...] = ()) -> "Lack | None":
        """What is missing to hold all of these years; None where they cannot all be held. `without`: honours without
        their year that are needed for something else."""
        wanted = sorted(set(years) - self.sure.keys(), reverse=True)
        if self.is_told_apart and any(year in self.closed and year not in self.perhaps for year in wanted):
            return None
        open_years = [year for year in wanted if year not in self.perhaps and not self.may_be_outside(year)]
        filled = _placed(open_years, [one for one in self.undated if one not in without])
        if filled is None:
            return None
        return Lack(
            declared=tuple(year for year in wanted if year in self.perhaps),
            undated=tuple(open_years),
            outside=tuple(year for year in wanted if year not in self.perhaps and self.may_be_outside(year)),
            filled_by=filled,
        )

    def link(self, year: int) -> ChainLink | None:
        honour = self.sure.get(year) or self.perhaps.get(year)
        return None if honour is None else ChainLink(year, honour.award, honour.standing, honour.number)


@dataclass(frozen=True)
class Lack:
    """Years that would have to be made sure: declared ones, ones that an honour without its year must fill (`filled_by`
    says which), ones before the register begins or after it ends."""

    declared: tuple[int, ...] = ()
    undated: tuple[int, ...] = ()
    outside: tuple[int, ...] = ()
    filled_by: tuple[HonourFact, ...] = ()

    @property
    def size(self) -> tuple[int, int, int]:
        """Less is better; a confirmation is the easiest to get."""
        return len(self.outside), len(self.undated), len(self.declared)

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

    @property
    def lines(self) -> Lines:
        return self.facts.lines

    @property
    def mine(self) -> tuple[HonourFact, ...]:
        return self.facts.mine

    @property
    def proposed(self) -> tuple[HonourFact, ...]:
        """What the subject is proposed for elsewhere at the same time."""
        either = self.lines.either
        return tuple(one for one in self.facts.honours if one.standing in PROPOSALS and one.holder in either)

    def is_certain(self, honour: HonourFact) -> bool:
        return honour.standing in CERTAIN and honour.holder in self.lines.sure

    def of(self, awards: frozenset[str]) -> Held:
        sure: dict[int, HonourFact] = {}
        perhaps: dict[int, HonourFact] = {}
        undated = []
        for one in self.mine:
            if one.award not in awards:
                continue
            if one.year is None:
                undated.append(one)
            else:
                (sure if self.is_certain(one) else perhaps).setdefault(one.year, one)
        return Held(
            sure,
            perhaps,
            tuple(reversed(undated)),
            self.lines.doubtful,
            self.facts.known_since,
            self.facts.is_told_apart,
            self.facts.known_until,
            self._rated_too_low if awards <= GOOD_YEARS_ONLY else frozenset(),
        )

    @property
    def _rated_too_low(self) -> frozenset[int]:
        return frozenset(
            one.year for one in self.facts.years if one.has_proof and one.rating is not None and not one.rating.is_good
        )


def settled_by(lack: Lack, held: Held, awards: frozenset[str]) -> tuple[Settle, ...]:
    """What a person can do about it, the easiest first."""
    award = min(awards)
    perhaps = [held.perhaps[year] for year in lack.declared]
    divided = tuple(sorted({one.year or 0 for one in perhaps if one.holder in held.doubtful}))
    declared = [one for one in perhaps if one.standing is Standing.DECLARED]
    undated = lack.filled_by
    alike = [one for one in (*perhaps, *undated) if one.standing is Standing.ALIKE]
    found = []
    if declared:
        numbers = tuple(one.number for one in declared if one.number)
        years = tuple(sorted(one.year or 0 for one in declared))
        found.append(Settle(SettledBy.CONFIRM_DECLARED, award, years, numbers))
    if undated:
        numbers = tuple(one.number for one in undated if one.number)
        found.append(Settle(SettledBy.ENTER_YEAR_OF_HONOUR, award, tuple(sorted(lack.undated)), numbers))
    if alike:
        years = tuple(sorted(one.year for one in alike if one.year is not None))
        numbers = tuple(one.number for one in alike if one.number)
        found.append(Settle(SettledBy.SAY_WHETHER_THE_SAME, award, years, numbers))
    if divided:
        found.append(Settle(SettledBy.SAY_WHO_WENT_ON, award, divided))
    if lack.outside and not held.is_told_apart:
        found.append(Settle(SettledBy.TELL_APART))
        return tuple(found)
    for by, outside in (
        (SettledBy.DECLARE_EARLIER, [year for year in lack.outside if held.may_be_before(year)]),
        (SettledBy.ENTER_LATER, [year for year in lack.outside if not held.may_be_before(year)]),
    ):
        if outside:
            found.append(Settle(by, award, tuple(sorted(outside))))
    return tuple(found)
