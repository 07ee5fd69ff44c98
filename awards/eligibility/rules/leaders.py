"""How many leaders a province has, and how many of them it may propose for the Government flag. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from awards.eligibility.rules.facts import QuotaCount
from awards.eligibility.rules.terms import Route


@dataclass(frozen=True)
class ClusterOfYear:
    """A cluster or block in one year, as far as its result goes. `leader`: who is acclaimed, None where nobody is."""

    cluster: int
    is_own: bool
    is_frozen: bool
    leader: int | None = None


@dataclass(frozen=True)
class FlagProposal:
    """Who is proposed for the flag of the year, by which way. `is_of_prime_minister`: of a campaign, who launched it,
    None where that is not sure."""

    subject: int
    route: Route
    cluster: int | None = None
    is_of_prime_minister: bool | None = None

    @property
    def is_in_the_share(self) -> bool:
        return is_in_the_share(self.route, self.is_of_prime_minister)


def is_in_the_share(route: Route | None, is_of_prime_minister: bool | None) -> bool:
    """Outside are who leads a cluster of the Central Council or, by the law, a campaign of the Prime Minister; no other
    campaign takes anybody out of it."""
    if route is Route.CAMPAIGN:
        return is_of_prime_minister is not True
    return route is not Route.CENTRAL_CLUSTER


def leaders_quota(
    award: str,
    clusters: Iterable[ClusterOfYear],
    proposals: Iterable[FlagProposal],
    *,
    share_percent: Decimal,
    legal_basis: str = "",
    is_suggestion: bool = False,
) -> QuotaCount:
    """The base is the leaders of the province's own clusters; a cluster whose result is not frozen yet may still bring
    one, and without any cluster of its own in the product nothing is known. Who leads a cluster of the Central Council
    or a campaign is not in the base; who is proposed twice is proposed once."""
    own = {one.cluster: one for one in clusters if one.is_own}
    leading = [one for one in own.values() if one.is_frozen and one.leader is not None]
    still_open = [one for one in own.values() if not one.is_frozen]
    proposed = {one.subject for one in proposals if one.is_in_the_share}
    return QuotaCount(
        award,
        share_percent,
        proposed=len(proposed),
        base=len(leading) if own else None,
        base_at_most=len(leading) + len(still_open) if own else None,
        legal_basis=legal_basis,
        is_suggestion=is_suggestion,
    )
