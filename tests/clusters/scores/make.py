"""Builders of a scoring: an adopted scheme with lines of several ways, members with their people, a round in a state.

The scheme: I (30): 1 per cent of the target 20 (indicator), 2 judged 10; bonus (10): 3 each case 2; penalty (5): 4 done
or not. All lines are scored by others and appraised; two cross-scorers; discussed from 20 per cent of the maximum on.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from clusters.figures.rules.terms import SheetState
from clusters.indicators.rules.terms import Derivation, TargetKind, ValueKind
from clusters.membership.rules.half_years import WHOLE_YEAR
from clusters.models import (
    ClusterYear,
    Criterion,
    Figure,
    FigureSheet,
    Indicator,
    KnockOutFinding,
    Pact,
    PactTarget,
    Score,
    ScoreEvidence,
    ScoringFinish,
    ScoringRound,
    ScoringStep,
    ScoringTask,
)
from clusters.pacts.rules.terms import PactState, TargetOrigin
from clusters.regulation.rules.terms import FunctionKind, GroupKind
from clusters.scores.rules.terms import RoundState, ScoreKind
from emulation.core import clock
from emulation.core.quantity import parse_quantity
from tests.clusters.attachments.make import make_paper
from tests.clusters.figures.make import City, in_state, make_city, make_figure, make_indicator
from tests.clusters.membership.make import make_cluster_year
from tests.clusters.regulation.make import adopt, make_criterion, make_group, make_scheme

ORDER = (RoundState.SELF, RoundState.CROSS, RoundState.APPRAISAL, RoundState.FINAL, RoundState.FROZEN)


@dataclass(frozen=True)
class ScoringWorld:
    """`cities[0]` heads the cluster. Each scores the two after it in the circle."""

    year: ClusterYear
    cities: list[City]
    scoring: ScoringRound
    reached: Criterion
    judged: Criterion
    cases: Criterion
    late: Criterion
    indicator: Indicator
    more: list[Criterion] = field(default_factory=list)

    @property
    def head(self) -> City:
        return self.cities[0]

    @property
    def lines(self) -> list[Criterion]:
        return [self.reached, self.judged, *self.more, self.cases, self.late]

    def scored_by(self, city: City) -> list[City]:
        place = self.cities.index(city)
        k = self.scoring.cross_scorers
        return [self.cities[(place + step) % len(self.cities)] for step in range(1, k + 1)]


def make_scored_year(*, members=5, adopted=True, more=0, **scheme_fields):
    """(year, cities, lines by name): no scoring yet."""
    year = make_cluster_year()
    cities = [make_city(cluster_year=year, is_head=place == 0) for place in range(members)]
    return year, cities, make_lines(year, adopted=adopted, more=more, **scheme_fields)


def make_lines(year: ClusterYear, *, adopted=True, more=0, **scheme_fields) -> dict:
    """The scheme of a year and its lines by name; `more` judged lines of 10 points."""
    made = make_scheme(cluster_year=year, lines=1)
    scheme, group, judged = made.scheme, made.group, made.criterion
    indicator = make_indicator(unit="%", value_kind=ValueKind.PERCENT, derivation=Derivation.COMMON_BOUND)
    scheme.maximum = group.maximum = Decimal(30 + 10 * more)
    for name, value in scheme_fields.items():
        setattr(scheme, name, value)
    scheme.save()
    group.save()
    lines = {
        "reached": make_criterion(
            group=group,
            function=FunctionKind.PERCENT_OF_TARGET,
            maximum=20,
            indicator=indicator,
            title="Đạt chỉ tiêu thử",
        ),
        "judged": judged,
        "more": [make_criterion(group=group) for _ in range(more)],
    }
    bonus = make_group(scheme=scheme, maximum=10, title="Điểm thưởng thử", kind=GroupKind.BONUS)
    penalty = make_group(scheme=scheme, maximum=5, title="Điểm trừ thử", kind=GroupKind.PENALTY)
    lines["cases"] = make_criterion(
        group=bonus, function=FunctionKind.PER_CASE, maximum=10, title="Mô hình thử", terms={"each": "2"}
    )
    lines["late"] = make_criterion(group=penalty, function=FunctionKind.YES_NO, maximum=5, title="Chậm báo cáo thử")
    if adopted:
        adopt(scheme)
    return lines | {"indicator": indicator, "scheme": scheme}


def make_scoring(*, state=RoundState.SELF, members=5, k=None, more=0, **scheme_fields) -> ScoringWorld:
    """A round that stands in `state` without having walked there: nobody has given a point."""
    year, cities, lines = make_scored_year(members=members, more=more, **scheme_fields)
    lines.pop("scheme")
    k = min(2, (members - 1) // 2) if k is None else k
    scoring = ScoringRound.objects.create(cluster_year=year, state=state, cross_scorers=k, seed="thu")
    world = ScoringWorld(year, cities, scoring, **lines)
    ScoringTask.objects.bulk_create(
        ScoringTask(scoring=scoring, scorer=city.organisation, scored=other.organisation)
        for city in cities
        for other in world.scored_by(city)
    )
    return world


def move_to(world: ScoringWorld, state: RoundState, *, source="") -> None:
    """Without walking there."""
    ScoringRound.objects.filter(pk=world.scoring.pk).update(state=state)
    world.scoring.refresh_from_db()
    ScoringStep.objects.create(
        scoring=world.scoring, name="open_self", source=source, target=state, taken_by_name="Thử", taken_at=clock.now()
    )


def give(
    world, kind: ScoreKind, *, scored: City, scorer: City | None, points, lines: Sequence[Criterion] | None = None
):
    """The same points in each line, all of them where `lines` is left out; the round must stand in that state."""
    return Score.objects.bulk_create(
        Score(
            scoring=world.scoring,
            kind=kind,
            criterion=line,
            scored=scored.organisation,
            scorer=scorer and scorer.organisation,
            points=Decimal(points),
        )
        for line in (world.lines if lines is None else lines)
    )


def finish(world, kind: ScoreKind, city: City) -> ScoringFinish:
    return ScoringFinish.objects.create(
        scoring=world.scoring,
        kind=kind,
        organisation=city.organisation,
        finished_by_name="Người Thử",
        finished_at=clock.now(),
    )


def all_scored(world: ScoringWorld, points="0", *, but=()) -> None:
    """Everybody's self and cross scores, all the same, finished; the round stands in the appraisal then. `but`: (kind,
    scorer, scored, line, points) of those that differ."""
    for state, kind in ((RoundState.SELF, ScoreKind.SELF), (RoundState.CROSS, ScoreKind.CROSS)):
        move_to(world, state)
        for city in world.cities:
            for scored in [city] if kind is ScoreKind.SELF else world.scored_by(city):
                give(world, kind, scored=scored, scorer=city, points=points)
        for differing, scorer, scored, line, other in but:
            if differing is kind:
                Score.objects.filter(
                    kind=kind, scorer=scorer.organisation, scored=scored.organisation, criterion=line
                ).update(points=Decimal(other))
        for city in world.cities:
            finish(world, kind, city)
    move_to(world, RoundState.APPRAISAL)


def report(world: ScoringWorld, city: City, value="8%", *, target="8%") -> Figure:
    """An accepted figure of the whole year, and the pact's target for it."""
    figure = make_figure(
        cluster_year=world.year,
        organisation=city.organisation,
        indicator=world.indicator,
        half=WHOLE_YEAR,
        value=value,
    )
    in_state(FigureSheet.objects.get(pk=figure.sheet_id), SheetState.ACCEPTED)
    pact = Pact.objects.filter(cluster_year=world.year, number=0).first()
    if pact is None:
        pact = Pact.objects.create(cluster_year=world.year, number=0)
    else:
        raise_if_in_force(pact)
    PactTarget.objects.create(
        pact=pact,
        organisation=city.organisation,
        indicator=world.indicator,
        kind=TargetKind.EXACT,
        origin=TargetOrigin.OWN,
        text=target,
        value=parse_quantity(target, unit="%"),
    )
    return figure


def raise_if_in_force(pact: Pact) -> None:
    if pact.state == PactState.IN_FORCE:
        raise AssertionError("targets are written before the pact is in force: report all members, then enforce()")


def enforce(world: ScoringWorld) -> Pact:
    """The pact in force, without signatures."""
    pact = Pact.objects.get(cluster_year=world.year, number=0)
    Pact.objects.filter(pk=pact.pk).update(state=PactState.IN_FORCE, checksum="0" * 64, frozen_at=clock.now())
    pact.refresh_from_db()
    return pact


def make_looked_at(*, cluster_year: ClusterYear, organisation, filed_by, criterion, knock_out) -> dict:
    """Of a cluster year that has a regulation: a scoring, a paper beside a score, a finding."""
    scoring = ScoringRound.objects.create(cluster_year=cluster_year, cross_scorers=0, seed="thu")
    score = Score.objects.create(
        scoring=scoring, kind=ScoreKind.SELF, criterion=criterion, scored=organisation, scorer=organisation
    )
    return {
        "scoring": scoring,
        "evidence": ScoreEvidence.objects.create(
            score=score, paper=make_paper(organisation=organisation, filed_by=filed_by)
        ),
        "finding": KnockOutFinding.objects.create(
            scoring=scoring,
            knock_out=knock_out,
            organisation=organisation,
            why="Kết luận thử",
            found_by_name="Người Thử",
            found_at=clock.now(),
        ),
    }
