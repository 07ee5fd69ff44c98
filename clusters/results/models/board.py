"""What a result of the year is drawn up from, and how its places, proposals and checksum follow from its rows."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils import timezone

from clusters.membership.models.cluster import Cluster, ClusterYear, Membership
from clusters.organisations.models.organisation import Organisation
from clusters.regulation.models.proposal_rule import ProposalRule
from clusters.regulation.models.scheme import Scheme
from clusters.regulation.rules.proposed_awards import OFFERED, ProposedAward
from clusters.regulation.rules.terms import BallotBase, GroupKind, TieRule
from clusters.results.models.result import YearPlace, YearResult
from clusters.results.rules.proposals import Candidate, ProposalBar, bar_to_proposal, most_of
from clusters.results.rules.ranking import Entrant, RankedPlace, ranked
from clusters.scores.models.board import Board
from clusters.scores.models.knock_outs import knock_outs_held
from emulation.core.period import Period


@dataclass(frozen=True)
class ShareOfLeaders:
    """How many of the units acclaimed this year in the clusters of the same owner may be proposed for an award."""

    rule: ProposalRule
    leaders: int

    @property
    def most(self) -> int:
        return most_of(self.leaders, self.rule.share_percent or 0)


def drawn_places(board: Board) -> list[YearPlace]:
    """From the frozen points and the knock-outs that hold; not ranked yet, not saved."""
    held = knock_outs_held(board)
    found = []
    for member in board.members:
        card = board.final_card(member.pk)
        signed = [
            (group.kind, -card.groups[group.key] if group.kind is GroupKind.PENALTY else card.groups[group.key])
            for group in board.pure.groups
        ]
        found.append(
            YearPlace(
                organisation=member,
                points=card.total,
                groups=[str(points) for _kind, points in signed],
                penalty=-sum((points for kind, points in signed if kind is GroupKind.PENALTY), Decimal(0)),
                knocked_out="; ".join(
                    f"{condition.title} ({finding.why})" if finding else condition.title
                    for condition, finding in held[member.pk]
                ),
            )
        )
    return found


def places_in_order(places: Iterable[YearPlace], scheme: Scheme) -> dict[int, RankedPlace]:
    """{member: its place}. Votes count once one member has any."""
    listed = list(places)
    votes = {one.organisation_id: one.votes_for for one in listed if one.votes_for is not None}
    entrants = [
        Entrant(one.organisation_id, one.points, tuple(Decimal(text) for text in one.groups), one.penalty)
        for one in listed
    ]
    return {place.key: place for place in ranked(entrants, TieRule(scheme.tie_rule), votes=votes or None)}


def voters_of(result: YearResult, scheme: Scheme) -> int | None:
    """Of how many the share of votes is taken."""
    return result.eligible if scheme.ballot_base == BallotBase.ELIGIBLE else result.present


def candidate_of(place: YearPlace) -> Candidate:
    return Candidate(bool(place.knocked_out), place.is_acclaimed, place.votes_for)


def rules_of(cluster: Cluster, on: date) -> dict[str, ProposalRule]:
    """{award: what the law of that day asks}; an award without a row is barred only by a knock-out."""
    return {rule.award: rule for rule in ProposalRule.objects.on(on).of_level(cluster.level)}


def day_of(result: YearResult, today: date) -> date:
    """On which the law is asked: that of the freezing, until then today."""
    return today if result.frozen_at is None else timezone.localtime(result.frozen_at).date()


def awards_of(cluster: Cluster) -> tuple[ProposedAward, ...]:
    return OFFERED[cluster.level]


def bars(
    places: Iterable[YearPlace], awards, rules: dict[str, ProposalRule]
) -> dict[tuple[int, str], ProposalBar | None]:
    """{(member, award): why it may not be proposed, None where it may}"""
    return {
        (place.organisation_id, award): bar_to_proposal(
            candidate_of(place), for_acclaimed_only=award in rules and rules[award].for_acclaimed_only
        )
        for place in places
        for award in awards
    }


def share_of_leaders(cluster_year: ClusterYear, rules: dict[str, ProposalRule]) -> list[ShareOfLeaders]:
    """Over all clusters of the same owner and year whose result is frozen. One query, none without such a rule."""
    shared = [rule for rule in rules.values() if rule.share_percent is not None]
    if not shared:
        return []
    leaders = YearPlace.objects.filter(
        is_acclaimed=True,
        result__in=YearResult.objects.standing(),
        result__cluster_year__year=cluster_year.year,
        result__cluster_year__cluster__owner=cluster_year.cluster.owner_id,
        result__cluster_year__cluster__level=cluster_year.cluster.level,
    ).count()
    return [ShareOfLeaders(rule, leaders) for rule in shared]


def may_be_elected(cluster_year: ClusterYear, members: Iterable[Organisation]) -> list[Organisation]:
    """Those that still sit in the cluster on some day of the next year, as far as is recorded now."""
    sitting = Membership.objects.in_cluster(cluster_year.cluster_id).overlapping(Period.year(cluster_year.year + 1))
    staying = set(sitting.values_list("organisation", flat=True))
    first_day = date(cluster_year.year + 1, 1, 1)
    return [one for one in members if one.pk in staying and (one.during.end is None or one.during.end > first_day)]


def checksum_of(result: YearResult) -> str:
    """SHA-256, in hexadecimal, of everything the result says, as JSON with sorted keys in UTF-8."""
    facts = ("number", "why", "document", "minutes", "eligible", "present", "left_open_why", "frozen_by_office")
    said = {
        "cluster": result.cluster_year.cluster.code,
        "year": result.cluster_year.year,
        "changes": result.changes.checksum if result.changes else "",
        "conference": result.conference_id,
        **{name: getattr(result, name) for name in facts},
        "places": [
            [one.organisation.code, str(one.points), one.rank, one.votes_for, one.is_acclaimed, one.knocked_out]
            for one in result.places.select_related("organisation")
        ],
        "proposals": sorted(result.proposals.values_list("organisation__code", "award")),
        "elections": sorted(result.elections.values_list("post", "organisation__code")),
    }
    text = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
