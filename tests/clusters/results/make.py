"""Builders of a year's result: a scoring frozen with given totals, the result drawn up, voted on, frozen."""

from decimal import Decimal

from clusters.models import ClusterYear, KnockOutFinding, YearElection, YearPlace, YearResult
from clusters.regulation.models.criterion import KnockOut
from clusters.regulation.rules.proposed_awards import ProposedAward
from clusters.results.actions.freezing import freeze_result
from clusters.results.actions.results import Votes, draw_up_result, record_votes
from clusters.results.rules.terms import ResultState
from clusters.scores.rules.terms import RoundState, ScoreKind
from emulation.core import clock
from tests.clusters.scores.make import ScoringWorld, give, make_scoring, move_to

OFFICE = "Chủ tịch UBND thành phố"
MINUTES = "Biên bản số 05/BB-CTĐ ngày 10/3/2024"


def make_frozen(*, totals=(50, 40, 30, 20, 10), found_of=(), more=3, **scheme_fields) -> ScoringWorld:
    """A frozen scoring in which `cities[n]` has `totals[n]` points, up to 60, filling line after line. `found_of`:
    places of those whom the judged condition knocks out."""
    world = make_scoring(state=RoundState.FINAL, members=len(totals), more=more, **scheme_fields)
    criteria = [world.reached, world.judged, *world.more]
    for city, total in zip(world.cities, totals, strict=True):
        left = Decimal(total)
        for line in criteria:
            part = min(left, line.maximum)
            give(world, ScoreKind.FINAL, scored=city, scorer=None, points=part, lines=[line])
            left -= part
        give(world, ScoreKind.FINAL, scored=city, scorer=None, points=0, lines=[world.cases, world.late])
    condition = KnockOut.objects.get(scheme__cluster_year=world.year)
    for place in found_of:
        KnockOutFinding.objects.create(
            scoring=world.scoring,
            knock_out=condition,
            organisation=world.cities[place].organisation,
            why="Kết luận thanh tra thử",
            found_by_name="Người Thử",
            found_at=clock.now(),
        )
    move_to(world, RoundState.FROZEN)
    return world


def votes_of(world: ScoringWorld, numbers=(5, 0, 0, 0, 0), *, acclaimed=0, head=1, deputy=2, **more) -> Votes:
    """`acclaimed`, `head`, `deputy`: places among the cities, None for nobody."""
    ids = [city.organisation.pk for city in world.cities]
    chosen = {"acclaimed": acclaimed, "head": head, "deputy": deputy}
    return Votes(
        **{
            "minutes": MINUTES,
            "eligible": len(ids),
            "present": len(ids),
            "votes": dict(zip(ids, numbers, strict=False)),
            **{name: None if place is None else ids[place] for name, place in chosen.items()},
            **more,
        }
    )


def drawn(world: ScoringWorld) -> YearResult:
    return draw_up_result(world.year, actor=world.head.officer)


def voted(world: ScoringWorld, **said) -> YearResult:
    return record_votes(drawn(world), votes_of(world, **said), actor=world.head.officer)


def frozen(world: ScoringWorld, *, why="", **said) -> YearResult:
    return freeze_result(voted(world, **said), office=OFFICE, why=why, actor=world.head.approver)


def make_year_result(
    *, cluster_year: ClusterYear, places, acclaimed=None, head=None, proposed=None, state=ResultState.FROZEN
) -> YearResult:
    """Without a scoring. `places`: [(organisation, points)], ranked by points; the others are organisations."""
    result = YearResult.objects.create(cluster_year=cluster_year, minutes=MINUTES)
    numbers = sorted((points for _one, points in places), reverse=True)
    YearPlace.objects.bulk_create(
        YearPlace(
            result=result,
            organisation=one,
            points=Decimal(points),
            rank=1 + numbers.index(points),
            is_acclaimed=one == acclaimed,
        )
        for one, points in places
    )
    if proposed is not None:
        result.proposals.create(organisation=proposed, award=ProposedAward.PRIME_MINISTER_CERTIFICATE)
    if head is not None:
        YearElection.objects.create(result=result, post="head", organisation=head)
    if state == ResultState.FROZEN:
        YearResult.objects.filter(pk=result.pk).update(
            state=state, checksum="0" * 64, frozen_at=clock.now(), frozen_by_name="Lãnh Đạo Thử"
        )
        result.refresh_from_db()
    return result
