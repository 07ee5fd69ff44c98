"""Which cluster a collective led, and how many leaders a province has, out of the frozen results of years."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from django.db.models import FilteredRelation, Q

from awards.eligibility.models.shares_in_force import SharesInForce
from awards.eligibility.rules.facts import LedCluster, QuotaCount
from awards.eligibility.rules.flags import FLAG
from awards.eligibility.rules.leaders import ClusterOfYear, FlagProposal, leaders_quota
from awards.eligibility.rules.terms import Route
from awards.procedures.rules.terms import Base
from clusters.models import ClusterLevel, ClusterYear, YearResult
from clusters.organisations.rules.lineage import Link, ancestors

if TYPE_CHECKING:
    from awards.eligibility.models.cases import CaseAsked


def led_clusters(asked: "Sequence[CaseAsked]", links: list[Link]) -> dict[int, LedCluster]:
    """{place of the case: the cluster it says the collective led}. Two queries."""
    wanted = {one.led for one in asked if one.led is not None}
    if not wanted:
        return {}
    years = ClusterYear.objects.select_related("cluster").in_bulk(wanted)
    leaders = _leaders(wanted)
    found = {}
    for number, case in enumerate(asked):
        year = years.get(case.led) if case.led is not None else None
        if year is None:
            continue
        line = ancestors([case.subject.body_id], links) if case.subject.body_id else frozenset()
        own = ancestors([case.subject.organisation_id], links)
        found[number] = LedCluster(
            name=year.cluster.name,
            level=year.cluster.level,
            year=year.year,
            is_own=year.cluster.owner_id in own,
            is_frozen=year.pk in leaders,
            is_leader=leaders.get(year.pk) in line,
            named_in_minutes=case.named_in_minutes,
        )
    return found


def flag_quotas(
    asked: "Sequence[CaseAsked]", links: list[Link], sent: Mapping[tuple[int, int], Sequence[FlagProposal]]
) -> dict[int, tuple[QuotaCount, ...]]:
    """{place of the case: the shares of leaders it falls under}. Two queries, and two for the shares; none where
    no case counts them."""
    cases = {number: one for number, one in enumerate(asked) if one.award.code == FLAG}
    if not any(one.counts_shares for one in cases.values()):
        return {}
    own = {one.subject.organisation_id: ancestors([one.subject.organisation_id], links) for one in cases.values()}
    kept = ClusterYear.objects.filter(
        cluster__owner__in={pk for group in own.values() for pk in group},
        cluster__level__in=(ClusterLevel.PROVINCE, ClusterLevel.MINISTRY),
        year__in={one.year for one in cases.values()},
    )
    rows = list(kept.values_list("pk", "cluster_id", "cluster__owner_id", "year"))
    leaders = _leaders({row[0] for row in rows})
    shares = SharesInForce(cases.values(), own)
    groups: dict[tuple[int, int], list[FlagProposal]] = {}
    for case in cases.values():
        of_group = groups.setdefault((case.subject.organisation_id, case.year), [])
        route = case.route or Route.OWN_CLUSTER
        of_group.append(FlagProposal(case.subject.pk, route, case.led, case.is_of_prime_minister))
    found: dict[int, tuple[QuotaCount, ...]] = {}
    for number, case in cases.items():
        if not case.counts_shares:
            continue
        group = (case.subject.organisation_id, case.year)
        clusters = [
            ClusterOfYear(cluster, owner in own[group[0]], pk in leaders, leaders.get(pk))
            for pk, cluster, owner, year in rows
            if year == case.year
        ]
        proposals = [*sent.get(group, ()), *groups[group]]
        found[number] = tuple(
            leaders_quota(
                FLAG,
                clusters,
                proposals,
                share_percent=share.percent,
                legal_basis=share.legal_basis,
                is_suggestion=share.is_suggestion,
            )
            for share in shares.of(case)
            if share.base in (Base.CLUSTER_LEADERS, "")
        )
    return found


def _leaders(cluster_years: set[int]) -> dict[int, int | None]:
    """{cluster year whose result is frozen: who is acclaimed, None where nobody is}"""
    acclaimed = FilteredRelation("places", condition=Q(places__is_acclaimed=True))
    standing = YearResult.objects.standing().filter(cluster_year__in=cluster_years).annotate(acclaimed=acclaimed)
    return dict(standing.order_by().values_list("cluster_year", "acclaimed__organisation"))
