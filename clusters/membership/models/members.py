"""Who sat in a cluster."""

from collections.abc import Iterable

from clusters.membership.models.cluster import ClusterYear, Membership
from clusters.membership.rules.half_years import span
from clusters.organisations.models.organisation import Organisation
from emulation.core.actor import Actor
from emulation.core.period import Period


def sat_in(cluster_year: ClusterYear, half: int):
    """Organisations that were members during the half-year, sorted by name, each once."""
    period = span(cluster_year.year, half)
    sat = Membership.objects.in_cluster(cluster_year.cluster_id).overlapping(period)
    return Organisation.objects.filter(pk__in=sat.values("organisation")).order_by("sort_key", "pk")


def own_members(actor: Actor, years, on) -> dict[int, list[int]]:
    """{cluster year: those of the person's organisations that sit in its cluster on the day}; no question for whoever
    belongs to none."""
    if not actor.own:
        return {}
    clusters: dict[int, list[int]] = {}
    for pk, year in years.items():
        clusters.setdefault(year.cluster_id, []).append(pk)
    found: dict[int, list[int]] = {}
    rows = Membership.objects.on(on).filter(cluster__in=clusters, organisation__in=actor.own)
    for cluster, organisation in rows.values_list("cluster", "organisation").order_by("organisation"):
        for pk in clusters[cluster]:
            found.setdefault(pk, []).append(organisation)
    return found


def seated(seats: Iterable[Membership], year: ClusterYear, during: Period) -> set[int]:
    return {one.organisation_id for one in seats if one.cluster_id == year.cluster_id and one.during.overlaps(during)}


def members_of(pairs) -> dict[int, set[int]]:
    found: dict[int, set[int]] = {}
    for pk, member in pairs:
        found.setdefault(pk, set()).add(member)
    return found
