"""How far the province's own clusters and blocks are with their year: pact, figures, points, result."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from clusters.figures.rules.terms import SheetState
from clusters.membership.models.heads import with_heads
from clusters.membership.rules.half_years import WHOLE_YEAR
from clusters.models import (
    Cluster,
    ClusterYear,
    FigureSheet,
    Membership,
    Organisation,
    Pact,
    ScoringRound,
    YearPlace,
    YearResult,
)
from clusters.pacts.rules.terms import PactState
from clusters.scores.rules.terms import RoundState
from emulation.core.period import Period


@dataclass(frozen=True)
class KeptCluster:
    """`head`: empty where nobody holds the post. `members`: of the period; `accepted`: how many of them had their
    figures of the period accepted. `pact`: None where none is begun; `pact_since`: once in force. `scoring`: None where
    it is not opened. `result_on`: the day on which the standing result was frozen; `leading`: who was acclaimed.
    Points and result are of the year: six months tell of them only where they were frozen within."""

    name: str
    is_block: bool
    is_opened: bool
    head: str
    members: frozenset[int]
    accepted: int
    pact: PactState | None
    pact_since: date | None
    scoring: RoundState | None
    result_on: date | None
    leading: str


def kept_clusters(
    province: Organisation, year: int, half: int, during: Period, *, as_of: date
) -> tuple[KeptCluster, ...]:
    """Those that the province keeps in the year, in their order. Nine queries, whatever their number."""
    of_year = half == WHOLE_YEAR
    clusters = sorted(Cluster.objects.filter(owner=province).in_year(year), key=lambda one: one.list_key)
    if not clusters:
        return ()
    years = {
        one.cluster_id: one for one in with_heads(ClusterYear.objects.filter(cluster__in=clusters, year=year), as_of)
    }
    ids = [one.pk for one in years.values()]
    heads = dict(
        Organisation.objects.filter(pk__in={one.head_id for one in years.values()} - {None}).values_list("pk", "name")
    )
    members = _members(clusters, during)
    accepted = Counter(
        (year_id, organisation)
        for year_id, organisation in FigureSheet.objects.filter(
            cluster_year__in=ids, half=half, state=SheetState.ACCEPTED, organisation__isnull=False
        ).values_list("cluster_year", "organisation")
    )
    pacts = {one.cluster_year_id: one for one in Pact.objects.filter(cluster_year__in=ids, number=0)}
    scorings = dict(ScoringRound.objects.filter(cluster_year__in=ids).values_list("cluster_year", "state"))
    results = {
        one.cluster_year_id: one
        for one in YearResult.objects.standing().filter(cluster_year__in=ids)
        if of_year or during.contains(timezone.localtime(one.frozen_at).date())
    }
    if not of_year:
        scorings = {pk: state for pk, state in scorings.items() if pk in results}
    leading = dict(
        YearPlace.objects.filter(result__in=results.values(), is_acclaimed=True).values_list(
            "result", "organisation__name"
        )
    )
    return tuple(
        _kept(one, years.get(one.pk), heads, members[one.pk], accepted, pacts, scorings, results, leading)
        for one in clusters
    )


def _members(clusters: list[Cluster], during: Period) -> dict[int, frozenset[int]]:
    found: dict[int, set[int]] = defaultdict(set)
    sat = Membership.objects.filter(cluster__in=clusters).overlapping(during)
    for cluster, organisation in sat.order_by().values_list("cluster", "organisation"):
        found[cluster].add(organisation)
    return {one.pk: frozenset(found[one.pk]) for one in clusters}


def _kept(cluster, year, heads, members, accepted, pacts, scorings, results, leading) -> KeptCluster:
    pk = year.pk if year else None
    pact, result = pacts.get(pk), results.get(pk)
    scoring = scorings.get(pk)
    return KeptCluster(
        name=cluster.name,
        is_block=cluster.is_block,
        is_opened=year is not None,
        head=heads.get(year.head_id, "") if year else "",
        members=members,
        accepted=sum(accepted[pk, member] for member in members),
        pact=PactState(pact.state) if pact else None,
        pact_since=timezone.localtime(pact.frozen_at).date() if pact and pact.frozen_at else None,
        scoring=RoundState(scoring) if scoring else None,
        result_on=timezone.localtime(result.frozen_at).date() if result else None,
        leading=leading.get(result.pk, "") if result else "",
    )
