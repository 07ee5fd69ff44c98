"""Asks for what a year-end report says besides honours, figures and activities of the whole year; freezes it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from django.utils import timezone

from clusters.indicators.rules.terms import Direction
from clusters.membership.rules.half_years import WHOLE_YEAR, Days
from clusters.models import ClusterKind, ClusterYear, Pact, PactTarget, Score, ScoringRound, YearResult
from clusters.regulation.rules.scoring.scorecard import totalled
from clusters.regulation.rules.scoring.terms import Scored, Why
from clusters.scores.models.board import Board, board_of
from clusters.scores.rules.terms import RoundState, ScoreKind
from emulation.core.quantity import Quantity
from reports.document.rules.quantities import beside_unit
from reports.document.rules.tables import Cell
from reports.document.rules.wording import OfCluster
from reports.six_month.material.collect import IndicatorLine, Material, collect
from reports.year_end.rules import Reach, reach_of
from reports.year_result.material import ResultMaterial, result_material


@dataclass(frozen=True)
class SignedPact:
    """The pact of a year, once in force: since when; how many addenda changed it."""

    since: date
    addenda: int


@dataclass(frozen=True)
class PromisedTarget:
    """One member's target of one indicator: as the pact prints it, and how the year's figure stands to it."""

    text: str
    reach: Reach
    value: Quantity | None = None

    def beside(self, unit: str) -> Cell:
        """As a cell, the unit standing elsewhere."""
        return self.text if self.value is None else beside_unit(self.text, self.value, unit)


@dataclass(frozen=True)
class MemberPoints:
    """Of a frozen scoring. `own`: what it gave itself, None where it gave nothing in any line; `unscored` lines of
    criteria it left out. `final`: those that count."""

    own: Decimal | None
    unscored: int
    final: Decimal


@dataclass(frozen=True)
class YearEndMaterial(OfCluster):
    """`whole`: the material of the whole year as the six-month report has it of half of one. `targets`, by (indicator,
    member), of the pact in force; `before`: the accepted figures of the year before, by indicator. `points` of the
    frozen scoring, by member, None where none is frozen; `result`: the frozen result that stands. `next_pact`: of the
    year after, once in force."""

    whole: Material
    is_block: bool
    pact: SignedPact | None
    targets: Mapping[tuple[int, int], PromisedTarget] = field(default_factory=dict)
    before: Mapping[int, IndicatorLine] = field(default_factory=dict)
    points: Mapping[int, MemberPoints] | None = None
    result: ResultMaterial | None = None
    next_pact: SignedPact | None = None

    @property
    def year(self) -> int:
        return self.whole.year


def collect_year(cluster_year: ClusterYear, *, as_of: date, days: Days = Days.CALENDAR) -> YearEndMaterial:
    """The same questions whatever the number of members, honours and lines; the shares that the regulation asks the
    register for come on top."""
    whole = collect(cluster_year, WHOLE_YEAR, as_of=as_of, days=days)
    later = (
        ClusterYear.objects.filter(cluster=cluster_year.cluster_id, year=cluster_year.year + 1)
        .select_related("cluster")
        .first()
    )
    return YearEndMaterial(
        whole=whole,
        is_block=cluster_year.cluster.kind == ClusterKind.KHOI,
        pact=signed_pact(cluster_year),
        targets=_targets(cluster_year, whole),
        before=whole.figures_before,
        points=_points(cluster_year, as_of),
        result=_result(cluster_year),
        next_pact=signed_pact(later),
    )


def signed_pact(year: ClusterYear | None) -> SignedPact | None:
    if year is None:
        return None
    found = list(Pact.objects.of_year(year).in_force().order_by("number"))
    if not found or found[0].number:
        return None
    return SignedPact(timezone.localtime(found[0].frozen_at).date(), len(found) - 1)


def _targets(year: ClusterYear, whole: Material) -> dict[tuple[int, int], PromisedTarget]:
    """Of members and indicators of the report."""
    lines = {line.key: line for line in whole.indicators}
    members = {member.id for member in whole.members}
    found = {}
    for target in PactTarget.objects.standing(year).select_related("indicator"):
        if target.organisation_id not in members:
            continue
        line = lines.get(target.indicator_id)
        value = None if line is None else line.values.get(target.organisation_id)
        reach = reach_of(value, target.value, Direction(target.indicator.direction))
        found[target.indicator_id, target.organisation_id] = PromisedTarget(target.text, reach, target.value)
    return found


def _points(year: ClusterYear, as_of: date) -> dict[int, MemberPoints] | None:
    scoring = ScoringRound.objects.filter(cluster_year=year, state=RoundState.FROZEN).first()
    if scoring is None:
        return None
    scoring.cluster_year = year
    board = board_of(scoring, scores=Score.objects.filter(kind__in=(ScoreKind.SELF, ScoreKind.FINAL)), on=as_of)
    return {member.pk: _points_of(board, member.pk) for member in board.members}


def _points_of(board: Board, member: int) -> MemberPoints:
    given = {key: board.points(ScoreKind.SELF, key, member) for key in board.lines}
    card = totalled(
        board.pure,
        {key: Scored(points, Why.NOT_JUDGED if points is None else Why.JUDGED) for key, points in given.items()},
    )
    is_silent = all(points is None for points in given.values())
    return MemberPoints(None if is_silent else card.total, len(card.missing), board.final_card(member).total)


def _result(year: ClusterYear) -> ResultMaterial | None:
    found = YearResult.objects.standing().filter(cluster_year=year)
    result = found.select_related(
        "cluster_year__cluster__owner", "cluster_year__scheme", "changes", "conference__cluster_year__cluster"
    ).first()
    return None if result is None else result_material(result)


def is_promised(material: YearEndMaterial, line: IndicatorLine) -> bool:
    return any(indicator == line.key for indicator, _member in material.targets)
