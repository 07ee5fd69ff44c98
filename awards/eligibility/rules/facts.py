"""What is known of a case on the day it is judged: everything a rule may look at, gathered beforehand. Pure.

A `holder` is one name under which honours are held: a collective as an organisation or as a name in a unit, a person as
one key of the register. `links` say which holder goes on which: successions of units, moves of people.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from awards.catalogue.rules.terms import Family, SubjectKind
from awards.eligibility.rules.lines import Lines, lines_of
from awards.eligibility.rules.terms import Route, Standing
from awards.records.rules.terms import Discipline, InitiativeScope, Rating
from clusters.organisations.rules.lineage import Link
from emulation.core.period import Period

PROPOSALS = frozenset({Standing.PROPOSED, Standing.PROPOSED_ALIKE})


@dataclass(frozen=True)
class HonourFact:
    """One honour, or one that is proposed at the same time. `year`: of the achievement, None where the register does
    not say; then it is some year up to that of the decision. `first_year`: where its achievement took more than that
    one. `campaign`: id."""

    award: str
    holder: int
    year: int | None
    decided: date
    standing: Standing = Standing.IN_REGISTER
    family: str = Family.TITLE
    number: str = ""
    campaign: int | None = None
    first_year: int | None = None


@dataclass(frozen=True)
class YearFact:
    """What is recorded of one year; None is not recorded. Counts are of people; `completed`: who completed their
    tasks, `advanced`: who hold LĐTT, `fighters`: who hold CSTĐCS. Without `has_proof` it is only as entered."""

    year: int
    rating: Rating | None = None
    initiative: InitiativeScope | None = None
    headcount: int | None = None
    completed: int | None = None
    advanced: int | None = None
    fighters: int | None = None
    discipline: Discipline | None = None
    has_proof: bool = True


@dataclass(frozen=True)
class LedCluster:
    """The cluster or block whose leader the case says it is, as the product knows it. `level`: of the cluster;
    `is_own`: kept by the province or ministry that proposes, or by one it came from. `named_in_minutes`: None while
    no minutes are there."""

    name: str
    level: str
    year: int
    is_own: bool = False
    is_frozen: bool = False
    is_leader: bool = False
    named_in_minutes: bool | None = None


@dataclass(frozen=True)
class QuotaCount:
    """A share that may be proposed. `proposed`: of this list and those sent before it, this case included. `base`: of
    how many the share is taken, as far as is known; `base_at_most`: what it may still become."""

    award: str
    share_percent: Decimal
    proposed: int
    base: int | None
    base_at_most: int | None = None
    legal_basis: str = ""
    is_suggestion: bool = False

    def most(self, base: int) -> int:
        """Whole ones the share leaves room for, rounded down."""
        return int(base * self.share_percent / 100)


@dataclass(frozen=True)
class UnitFact:
    """The nominated collective, or the unit of the nominated person. `became`: names of what stands there today."""

    name: str
    ended: date | None = None
    became: tuple[str, ...] = ()


@dataclass(frozen=True)
class Facts:
    """One case. `first_year`, `year`: of the achievement, both counted. `on`: the day that decides the version of the
    law. `given`: when the award is given at all. `known_since`: the first year of whose honours the register holds
    anything for this office; None where it holds nothing. `known_until`: the last year of whose honours it is sure to
    hold all, None where it is not asked. `campaign_years`: whole years that the campaign lasts at least,
    `campaign_years_at_most`: years it is called by, in part or whole; `is_of_prime_minister`: who launched it, None
    where that is not sure. `ground`: the clause the case rests on, where the law has
    several; "" not chosen. `is_told_apart`: False of a person of whom birth or unit is not said: which honours of the
    register are that person's, nobody can tell."""

    award: str
    subject_kind: str
    first_year: int
    year: int
    on: date
    holder: int = 0
    family: str = Family.TITLE
    given: Period = Period()
    honours: tuple[HonourFact, ...] = ()
    links: tuple[Link, ...] = ()
    years: tuple[YearFact, ...] = ()
    known_since: int | None = None
    known_until: int | None = None
    ground: str = ""
    campaign: int | None = None
    route: Route | None = None
    led: LedCluster | None = None
    campaign_years: int | None = None
    campaign_years_at_most: int | None = None
    is_of_prime_minister: bool | None = None
    quotas: tuple[QuotaCount, ...] = ()
    unit: UnitFact | None = None
    is_executive: bool = False
    collective_years: tuple[YearFact, ...] | None = None
    is_told_apart: bool = True

    @cached_property
    def by_year(self) -> dict[int, YearFact]:
        return {one.year: one for one in self.years}

    @cached_property
    def lines(self) -> Lines:
        return lines_of(self.holder, self.links)

    @cached_property
    def mine(self) -> tuple[HonourFact, ...]:
        """All that is or may be the subject's, oldest decision first; what is only proposed counts nowhere."""
        either = self.lines.either
        rows = [one for one in self.honours if one.standing not in PROPOSALS and one.holder in either]
        return tuple(sorted(rows, key=lambda one: (one.decided, one.number)))

    @property
    def is_person(self) -> bool:
        return self.subject_kind == SubjectKind.INDIVIDUAL
