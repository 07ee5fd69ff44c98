"""The results of a cluster over several years side by side, by today's units, with what they have in common."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from clusters.membership.models.cluster import Cluster, Post, PostKind
from clusters.organisations.models.lineage import lineage
from clusters.organisations.models.organisation import Organisation
from clusters.organisations.rules.lineage import successors_on
from clusters.results.models.result import YearPlace, YearResult
from clusters.results.rules.year_facts import YearFact, YearOutcome, facts_of

MOST_YEARS = 10


@dataclass(frozen=True)
class RankingCell:
    """How one unit ended one year. `was_called`: its name then, where today another unit stands in its place."""

    place: YearPlace
    is_shared: bool
    is_head: bool
    was_called: str


@dataclass(frozen=True)
class RankingRow:
    """`cells` in the order of the table's years: several where units merged later, none where it was no member."""

    unit: Organisation
    cells: tuple[tuple[RankingCell, ...], ...]


@dataclass(frozen=True)
class RankingTable:
    """`results` oldest first, each the one that stands for its year."""

    results: tuple[YearResult, ...] = ()
    rows: tuple[RankingRow, ...] = ()
    facts: tuple[YearFact, ...] = ()
    names: Mapping[int, str] = field(default_factory=dict)


def ranking_table(cluster: Cluster, *, results, on: date) -> RankingTable:
    """`results`: those that may be seen, such as `YearResult.objects.visible_to(actor)`; of them the standing ones of
    the last `MOST_YEARS` years. Six queries, whatever the number of members and years."""
    newest = results.standing().filter(cluster_year__cluster=cluster).select_related("cluster_year")
    listed = tuple(reversed(newest.order_by("-cluster_year__year")[:MOST_YEARS]))
    if not listed:
        return RankingTable()
    places: dict[int, list[YearPlace]] = {one.pk: [] for one in listed}
    for place in YearPlace.objects.filter(result__in=places).select_related("organisation"):
        places[place.result_id].append(place)
    heads = _heads(listed)
    links = lineage()
    outcomes = [_outcome(one, places[one.pk], heads) for one in listed]
    known = {place.organisation_id: place.organisation for held in places.values() for place in held}
    today = {pk: successors_on(pk, on, links) or {pk} for pk in known}
    units = Organisation.objects.filter(pk__in=set().union(*today.values())).sorted()
    cells = _cells(listed, places, heads, today)
    rows = tuple(RankingRow(one, tuple(tuple(cells.get((one.pk, year.pk), ())) for year in listed)) for one in units)
    named = Organisation.objects.filter(pk__in=set(heads.values()) | set(known))
    return RankingTable(listed, rows, facts_of(outcomes, links), dict(named.values_list("pk", "name")))


def _cells(listed, places, heads, today) -> dict[tuple[int, int], list[RankingCell]]:
    found: dict[tuple[int, int], list[RankingCell]] = {}
    for one in listed:
        ranks = [place.rank for place in places[one.pk]]
        for place in places[one.pk]:
            for unit in today[place.organisation_id]:
                cell = RankingCell(
                    place,
                    is_shared=ranks.count(place.rank) > 1,
                    is_head=heads.get(one.cluster_year_id) == place.organisation_id,
                    was_called="" if unit == place.organisation_id else place.organisation.name,
                )
                found.setdefault((unit, one.pk), []).append(cell)
    return found


def _heads(listed) -> dict[int, int]:
    """{cluster year: who headed it last}"""
    terms = Post.objects.filter(cluster_year__in=[one.cluster_year_id for one in listed], kind=PostKind.HEAD)
    return dict(terms.order_by("during").values_list("cluster_year", "organisation"))


def _outcome(result: YearResult, places: list[YearPlace], heads: dict[int, int]) -> YearOutcome:
    return YearOutcome(
        result.cluster_year.year,
        frozenset(place.organisation_id for place in places if place.rank == 1),
        next((place.organisation_id for place in places if place.is_acclaimed), None),
        heads.get(result.cluster_year_id),
    )
