"""What concerns a case as a whole: its subject, its other awards, its unit, its collective. Pure."""

from collections.abc import Iterator

from awards.catalogue.rules.terms import Family
from awards.eligibility.rules.facts import Facts, HonourFact
from awards.eligibility.rules.finding import ChainLink, Finding, Settle, cannot_tell, met, not_met
from awards.eligibility.rules.history import History
from awards.eligibility.rules.terms import SettledBy, Standing
from awards.records.rules.terms import Rating

PERHAPS_ANOTHER_S = {
    Standing.ALIKE: SettledBy.SAY_WHETHER_THE_SAME,
    Standing.PROPOSED_ALIKE: SettledBy.LOOK_AT_DOSSIER,
}


def one_form_for_one_achievement(facts: Facts) -> Finding | None:
    """Forms against each other only: a title beside a form is as the law has it. The same campaign in the same years is
    the same achievement; whether two forms of the same years without a campaign are, a person judges."""
    if facts.family != Family.FORM:
        return None
    history = History(facts)
    forms = [one for one in (*history.mine, *history.proposed) if one.family == Family.FORM]
    others = [one for one in forms if _may_be_of_these_years(one, facts) and _may_be_of_the_campaign(one, facts)]
    doubtful = [one for one in others if one.year is None or one.standing in PERHAPS_ANOTHER_S]
    if others and len(doubtful) == len(others):
        return cannot_tell("other_form_perhaps", *_settled(doubtful), links=_links(others))
    if not others and not facts.is_told_apart:
        return cannot_tell("not_told_apart", Settle(SettledBy.TELL_APART))
    if not others:
        return met("no_other_form")
    links = _links(others)
    sure = [one for one in others if one not in doubtful]
    if facts.campaign is not None and any(one.campaign == facts.campaign for one in sure):
        return not_met("other_form_same_campaign", links)
    return not_met("other_form_same_years", links).softened()


def _may_be_of_these_years(other: HonourFact, facts: Facts) -> bool:
    if other.year is None:
        return other.decided.year >= facts.first_year
    first = other.year if other.first_year is None else other.first_year
    return first <= facts.year and facts.first_year <= other.year


def _may_be_of_the_campaign(other: HonourFact, facts: Facts) -> bool:
    return facts.campaign is None or other.campaign in (None, facts.campaign)


def _settled(doubtful: list[HonourFact]) -> Iterator[Settle]:
    for one in doubtful:
        names = (one.number,) if one.number else ()
        if one.standing in PERHAPS_ANOTHER_S:
            yield Settle(PERHAPS_ANOTHER_S[one.standing], one.award, () if one.year is None else (one.year,), names)
        if one.year is None:
            yield Settle(SettledBy.ENTER_YEAR_OF_HONOUR, one.award, (), names)


def _links(others: list[HonourFact]) -> tuple[ChainLink, ...]:
    return tuple(ChainLink(one.year or one.decided.year, one.award, one.standing, one.number) for one in others)


def given_on_the_day(facts: Facts) -> Finding:
    if facts.given.contains(facts.on):
        return met("award_given", on=facts.on)
    return not_met("award_not_given", on=facts.on, since=facts.given.start, last=facts.given.last_day)


def unit_stands(facts: Facts) -> Finding | None:
    unit = facts.unit
    if unit is None:
        return None
    if unit.ended is None or facts.on < unit.ended:
        return met("unit_stands", unit=unit.name)
    return not_met("unit_dissolved", unit=unit.name, ended=unit.ended, became=unit.became)


def collective_did_as_well(facts: Facts) -> Finding | None:
    """For an executive: the rating of the collective in the achievement's year is no lower than the executive's own."""
    if not (facts.is_person and facts.is_executive):
        return None
    if facts.collective_years is None:
        return cannot_tell("collective_unknown", Settle(SettledBy.NAME_COLLECTIVE))
    collective = next((one.rating for one in facts.collective_years if one.year == facts.year), None)
    own = facts.by_year.get(facts.year)
    if collective is None:
        return cannot_tell("collective_not_rated", Settle(SettledBy.RECORD_YEAR, years=(facts.year,)), year=facts.year)
    if own is None or own.rating is None:
        return cannot_tell("year_not_recorded", Settle(SettledBy.RECORD_YEAR, years=(facts.year,)), year=facts.year)
    order = list(Rating)
    said = met if order.index(collective) <= order.index(own.rating) else not_met
    return said("collective", year=facts.year, collective=collective, rating=own.rating)
