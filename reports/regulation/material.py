"""What the regulation of a cluster's year says on paper, read from the database into one frozen value."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from clusters.models import Scheme
from clusters.regulation.models.ways import found_by, scorers_of, way_of
from clusters.regulation.rules.laws import laws_on
from clusters.regulation.rules.terms import Appraiser, GroupKind, KnockOutKind, TieRule
from emulation.core import clock
from emulation.core.numbers import format_decimal
from reports.document.rules.issuer import Issuer, Paper
from reports.document.rules.wording import OfCluster
from reports.runs.models.issuers import issuer_of

SAID_BY_TITLE = (KnockOutKind.PACT_UNSIGNED, KnockOutKind.NO_REPORT)


@dataclass(frozen=True)
class RegulationLine:
    number: str
    title: str
    maximum: Decimal
    way: str
    scorers: str
    guidance: str


@dataclass(frozen=True)
class RegulationGroup:
    kind: GroupKind
    number: str
    title: str
    maximum: Decimal
    lines: tuple[RegulationLine, ...]


@dataclass(frozen=True)
class RegulationMaterial(OfCluster):
    """`bases`: the laws in force on its day. `knock_outs`: (condition, how it is found, empty where its title
    says it). `threshold`: per cent, as
    printed, of `base` in words. `document`: number and date of the regulation, as entered at its adoption."""

    cluster: str
    issuer: Issuer
    year: int
    as_of: date
    adopted_on: date | None
    votes_for: int | None
    votes_cast: int | None
    document: str
    bases: tuple[str, ...]
    maximum: Decimal
    groups: tuple[RegulationGroup, ...]
    knock_outs: tuple[tuple[str, str], ...]
    cross_scorers: int
    appraiser: Appraiser
    tie_rule: TieRule
    threshold: str
    base: str
    own_excluded: bool
    spread_percent: int
    jump_percent: int
    is_block: bool = False

    @property
    def is_adopted(self) -> bool:
        return self.adopted_on is not None


def regulation_material(scheme: Scheme) -> RegulationMaterial:
    """`scheme` was asked for `with_lines()`, its `cluster_year.cluster.owner` at hand. A draft is of today's law and
    carries the first day of its year."""
    year = scheme.cluster_year
    day = scheme.adopted_on or clock.today()
    return RegulationMaterial(
        is_block=year.cluster.is_block,
        cluster=year.cluster.name,
        issuer=issuer_of(Paper.REGULATION, cluster_year=year, on=day),
        year=year.year,
        as_of=scheme.adopted_on or date(year.year, 1, 1),
        adopted_on=scheme.adopted_on,
        votes_for=scheme.votes_for,
        votes_cast=scheme.votes_cast,
        document=scheme.document,
        bases=laws_on(day),
        maximum=scheme.maximum,
        groups=tuple(_group(group) for group in scheme.listed),
        knock_outs=tuple((one.title, _how_found(one)) for one in scheme.listed_knock_outs),
        cross_scorers=scheme.cross_scorers,
        appraiser=Appraiser(scheme.appraiser),
        tie_rule=TieRule(scheme.tie_rule),
        threshold=format_decimal(scheme.ballot_threshold.normalize() + 0),
        base=str(scheme.get_ballot_base_display()),
        own_excluded=scheme.own_unit_excluded,
        spread_percent=scheme.spread_percent,
        jump_percent=scheme.jump_percent,
    )


def _how_found(condition) -> str:
    return "" if condition.kind in SAID_BY_TITLE else found_by(condition)


def _group(group) -> RegulationGroup:
    return RegulationGroup(
        GroupKind(group.kind),
        group.number,
        group.title,
        group.maximum,
        tuple(
            RegulationLine(line.number, line.title, line.maximum, way_of(line), scorers_of(line), line.guidance)
            for line in group.lines
        ),
    )
