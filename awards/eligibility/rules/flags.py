"""The Government flag: by which way, which cluster was led, and how many of the leaders may be proposed. Pure."""

from typing import Any

from awards.eligibility.rules.facts import Facts, LedCluster, QuotaCount
from awards.eligibility.rules.finding import Finding, Settle, cannot_tell, met, not_met
from awards.eligibility.rules.leaders import is_in_the_share
from awards.eligibility.rules.terms import Answer, Route, SettledBy

CENTRAL, FLAG = "central", "CO_CP"
FIVE_YEARS, THREE_YEARS = 5, 3


def route_fits(facts: Facts) -> Finding:
    if facts.route is None:
        return cannot_tell("route_not_chosen", Settle(SettledBy.CHOOSE_ROUTE))
    if facts.route is Route.CAMPAIGN:
        return campaign_of_prime_minister(facts)
    led = facts.led
    if led is None:
        return not_met("no_cluster_led")
    if facts.route is Route.CENTRAL_CLUSTER:
        return (met if led.level == CENTRAL else not_met)("route_central", cluster=led.name)
    if led.level == CENTRAL:
        return not_met("route_own_but_central", cluster=led.name)
    return (met if led.is_own else not_met)("route_own", cluster=led.name)


def campaign_of_prime_minister(facts: Facts) -> Finding:
    if facts.is_of_prime_minister is False:
        return not_met("campaign_not_of_prime_minister")
    lasts = campaign_lasts(facts, FIVE_YEARS)
    if facts.is_of_prime_minister is None and lasts.said == "campaign_leader_unknown":
        return cannot_tell("campaign_launcher_unknown", Settle(SettledBy.CAMPAIGN_LAUNCHER), *lasts.settle)
    return lasts


def campaign_lasts(facts: Facts, years: int) -> Finding:
    """Who leads a campaign its review says, and no result of the product: that is never met here, only ruled out."""
    lasts, at_most = facts.campaign_years, facts.campaign_years_at_most
    if lasts is None:
        return cannot_tell("campaign_years_unknown", Settle(SettledBy.CAMPAIGN_YEARS), asked=years)
    values: dict[str, Any] = {"years": lasts, "asked": years}
    if lasts >= years:
        return cannot_tell("campaign_leader_unknown", Settle(SettledBy.CAMPAIGN_LEADER), **values)
    if at_most is not None and at_most >= years:
        return cannot_tell("campaign_years_unclear", Settle(SettledBy.CAMPAIGN_YEARS), **values)
    return not_met("campaign_years", **values)


def led_by_frozen_result(facts: Facts) -> Finding | None:
    if facts.route is Route.CAMPAIGN:
        return None
    led = facts.led
    if led is None:
        return not_met("no_cluster_led")
    if not led.is_frozen:
        return not_met("led_not_frozen", cluster=led.name, year=led.year)
    if not led.is_leader:
        return not_met("led_not_leader", cluster=led.name, year=led.year)
    if led.year != facts.year:
        return not_met("led_other_year", cluster=led.name, year=led.year, asked=facts.year)
    return met("led", cluster=led.name, year=led.year)


def named_in_minutes(facts: Facts) -> Finding | None:
    if facts.route is Route.CAMPAIGN or facts.led is None:
        return None
    led: LedCluster = facts.led
    if led.named_in_minutes is None:
        return cannot_tell("minutes_not_there", Settle(SettledBy.NAME_IN_MINUTES, names=(led.name,)), cluster=led.name)
    return (met if led.named_in_minutes else not_met)("named_in_minutes", cluster=led.name)


def leads_cluster_or_campaign(facts: Facts) -> Finding:
    """For a flag of the province: a cluster or block of its own, or a campaign of at least three years."""
    if facts.route is Route.CAMPAIGN:
        return campaign_lasts(facts, THREE_YEARS)
    found = led_by_frozen_result(facts)
    assert found is not None
    return found


def share_of_leaders(facts: Facts) -> Finding | None:
    """Only leaders of the province's own clusters make the base: the leader of a cluster of the Central Council, and of
    a campaign of the Prime Minister, are outside the share. Of a campaign of which nobody knows who launched it, a
    share that is used up rules nothing out."""
    if not is_in_the_share(facts.route, facts.is_of_prime_minister):
        return None
    found = judged_quota(facts)
    is_open = facts.route is Route.CAMPAIGN and facts.is_of_prime_minister is None
    if found is not None and is_open and found.answer is Answer.NOT_MET:
        return cannot_tell("campaign_launcher_unknown", Settle(SettledBy.CAMPAIGN_LAUNCHER))
    return found


def judged_quota(facts: Facts) -> Finding | None:
    found = [_judged(one) for one in facts.quotas if one.award == facts.award]
    return max(found, key=lambda one: one.answer.rank, default=None)


def _judged(quota: QuotaCount) -> Finding:
    values: dict[str, Any] = {
        "award": quota.award,
        "share": quota.share_percent,
        "proposed": quota.proposed,
        "legal_basis": quota.legal_basis,
    }
    if quota.base is None:
        by = SettledBy.ENTER_CLUSTERS if quota.award == FLAG else SettledBy.COUNT_BASE
        return cannot_tell("quota_without_base", Settle(by, quota.award), **values)
    values |= {"base": quota.base, "most": quota.most(quota.base)}
    if quota.proposed <= quota.most(quota.base):
        return met("quota", **values)
    if quota.base_at_most is not None and quota.proposed <= quota.most(quota.base_at_most):
        by = SettledBy.FREEZE_RESULTS if quota.award == FLAG else SettledBy.COUNT_BASE
        return cannot_tell("quota_base_open", Settle(by, quota.award), **values)
    finding = not_met("quota", **values)
    return finding.softened() if quota.is_suggestion else finding
