"""Honours counted along every edge of the report at once; sums are taken from here, so that they must agree."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from decimal import Decimal

from awards.catalogue.rules.terms import Level, SubjectKind, TargetGroup
from awards.totals.rules.terms import Measure, TotalSubject
from clusters.membership.rules.half_years import Days

OF_CAMPAIGNS = "phong trào"  # the unit of indicators that count them


@dataclass(frozen=True)
class Tally:
    """So many honours of one organisation, line, level, subject, way and target group ("" where none is known)."""

    organisation: int
    line: str
    level: str
    subject_kind: str
    way: str
    target_group: str
    count: int


@dataclass(frozen=True)
class Share:
    """Direct workers among individuals: row 14 over row 09 of form 0602.N/BNV-TĐKT. `unknown`: no group given."""

    direct: int
    individuals: int
    unknown: int


@dataclass(frozen=True)
class CountedHonours:
    """All tallies of a report. `where` keeps those that agree in every named edge."""

    tallies: tuple[Tally, ...]

    @classmethod
    def of(cls, tallies: Iterable[Tally]) -> "CountedHonours":
        return cls(tuple(tally for tally in tallies if tally.count))

    def where(self, **edges) -> "CountedHonours":
        return CountedHonours(
            tuple(
                tally for tally in self.tallies if all(getattr(tally, name) == value for name, value in edges.items())
            )
        )

    def of_organisations(self, organisations: Collection[int]) -> "CountedHonours":
        return CountedHonours(tuple(tally for tally in self.tallies if tally.organisation in organisations))

    @property
    def total(self) -> int:
        return sum(tally.count for tally in self.tallies)

    def by(self, edge: str) -> dict:
        """{value of the edge: honours}"""
        sums: dict = {}
        for tally in self.tallies:
            value = getattr(tally, edge)
            sums[value] = sums.get(value, 0) + tally.count
        return sums

    @property
    def share(self) -> Share:
        people = self.where(subject_kind=SubjectKind.INDIVIDUAL)
        groups = people.by("target_group")
        return Share(groups.get(TargetGroup.DIRECT_WORKER, 0), people.total, groups.get("", 0))

    @property
    def state_level(self) -> "CountedHonours":
        return self.where(level=Level.STATE)


@dataclass(frozen=True)
class DeclaredFigure:
    """`organisation` by its id, `name` as it was called then; `content`: what is counted, in the words of the page.
    `line`, `level`: of which award or level, empty where of all; `award`: the line's printed name. `number`: a count,
    or per cent for a share. `named`: honours of the register that it must hold, None where the register cannot know or
    other days were counted. `half`: of which part of the year, for a whole year may stand beside its halves."""

    total: int
    organisation: int
    name: str
    content: str
    measure: Measure
    line: str
    level: Level | None
    award: str
    subject: TotalSubject | None
    number: Decimal
    named: int | None
    half: int
    days: Days
    source: str
