"""What a year must look like for a title. Pure."""

from awards.eligibility.rules.facts import Facts, YearFact
from awards.eligibility.rules.finding import Finding, Settle, cannot_tell, met, not_met
from awards.eligibility.rules.history import ADVANCED, History, settled_by
from awards.eligibility.rules.terms import Answer, SettledBy, Standing
from awards.records.rules.terms import Discipline, InitiativeScope, Rating


def recorded(facts: Facts, *columns: str) -> YearFact | Finding:
    """The record of the achievement's year, or what must be recorded of it first."""
    year = facts.by_year.get(facts.year)
    if year is None or any(getattr(year, column) is None for column in columns):
        return cannot_tell("year_not_recorded", Settle(SettledBy.RECORD_YEAR, years=(facts.year,)), year=facts.year)
    if not year.has_proof:
        return cannot_tell("year_without_proof", Settle(SettledBy.ATTACH_PROOF, years=(facts.year,)), year=facts.year)
    return year


def rated_at_least(facts: Facts, least: Rating) -> Finding:
    year = facts.by_year.get(facts.year)
    order = list(Rating)
    if year is not None and year.rating is not None and order.index(year.rating) > order.index(least):
        return not_met("rating_below", year=facts.year, rating=year.rating, asked=least)
    found = recorded(facts, "rating")
    if isinstance(found, Finding):
        return found
    return met("rating_reached", year=facts.year, rating=found.rating, asked=least)


def initiative_reaches(facts: Facts, asked: InitiativeScope) -> Finding:
    found = recorded(facts, "initiative")
    if isinstance(found, Finding):
        return found
    assert found.initiative is not None
    said = met if found.initiative.reaches(asked) else not_met
    return said("initiative", year=facts.year, scope=found.initiative, asked=asked)


def _reaches(year: YearFact, asked: InitiativeScope) -> bool:
    return year.initiative is not None and year.initiative.reaches(asked)


def initiative_within(facts: Facts, asked: InitiativeScope, chain: range) -> Finding:
    """One of the years of the achievement, or of the `chain` of titles it rests on, has it: the law names no year. Of
    an earlier one a person judges."""
    looked_at = range(min(facts.first_year, chain.start), facts.year + 1)
    years = [facts.by_year[year] for year in looked_at if year in facts.by_year]
    fitting = [one for one in years if _reaches(one, asked)]
    if any(one.has_proof for one in fitting):
        best = next(one for one in fitting if one.has_proof)
        return met("initiative", year=best.year, scope=best.initiative, asked=asked)
    if fitting:
        settle = Settle(SettledBy.ATTACH_PROOF, years=tuple(one.year for one in fitting))
        return cannot_tell("year_without_proof", settle, year=fitting[0].year)
    known = {one.year for one in years if one.initiative is not None}
    earlier = [one for one in facts.years if one.year < looked_at.start and _reaches(one, asked)]
    if earlier:
        return cannot_tell("initiative_of_earlier", Settle(SettledBy.READ_PROVISION), year=earlier[-1].year)
    missing = tuple(year for year in looked_at if year not in known)
    if missing:
        return cannot_tell("year_not_recorded", Settle(SettledBy.RECORD_YEAR, years=missing), year=missing[-1])
    best = max(years, key=lambda one: list(InitiativeScope).index(one.initiative or InitiativeScope.GRASSROOTS))
    return not_met("initiative", year=best.year, scope=best.initiative, asked=asked)


def excellent_or_initiative(facts: Facts) -> Finding:
    rating = rated_at_least(facts, Rating.EXCELLENT)
    initiative = initiative_reaches(facts, InitiativeScope.GRASSROOTS)
    return rating if rating.answer.rank <= initiative.answer.rank else initiative


def meets_advanced(facts: Facts) -> Finding:
    """The title of the same year, one that is proposed in the same list, or the rating that the title asks for: the law
    asks for its standard, not for the title itself."""
    history = History(facts)
    held = history.of(ADVANCED)
    link = held.link(facts.year)
    if facts.year in held.sure and link is not None:
        return met("advanced_held", (link,), year=facts.year)
    proposed = [one for one in history.proposed if one.award in ADVANCED and one.year == facts.year]
    if any(one.standing is Standing.PROPOSED for one in proposed):
        return met("advanced_proposed", year=facts.year)
    rating = rated_at_least(facts, Rating.GOOD)
    if rating.answer is Answer.MET:
        return met("advanced_by_rating", year=facts.year, rating=rating.values["rating"])
    lack = held.lacks([facts.year])
    if lack is not None:
        return cannot_tell("advanced_unsure", *settled_by(lack, held, ADVANCED), *rating.settle, year=facts.year)
    if rating.answer is Answer.CANNOT_TELL:
        return cannot_tell("advanced_not_rated", *rating.settle, year=facts.year)
    return not_met("advanced_missing", year=facts.year)


def share_of_headcount(facts: Facts, column: str, percent: int, said: str) -> Finding:
    """Whether `column` makes at least `percent` of the headcount. Exact: nothing is rounded."""
    found = recorded(facts, "headcount", column)
    if isinstance(found, Finding):
        return found
    part, whole = getattr(found, column), found.headcount
    assert whole is not None
    values = {"part": part, "whole": whole, "percent": percent}
    return (met if part * 100 >= whole * percent and whole > 0 else not_met)(said, **values)


def at_least_one_fighter(facts: Facts) -> Finding:
    found = recorded(facts, "fighters")
    if isinstance(found, Finding):
        return found
    assert found.fighters is not None
    return (met if found.fighters >= 1 else not_met)("fighters_of_collective", part=found.fighters)


def no_warning(facts: Facts) -> Finding:
    """Each year of the achievement counts; a warning that is recorded needs no proof to be one."""
    asked = range(facts.first_year, facts.year + 1)
    found = {year: record for year in asked if (record := facts.by_year.get(year)) and record.discipline is not None}
    warned = tuple(year for year, record in found.items() if record.discipline is Discipline.WARNING)
    if warned:
        return not_met("disciplined", years=warned)
    missing = tuple(year for year in asked if year not in found)
    unproved = tuple(year for year, record in found.items() if not record.has_proof)
    settle = [Settle(SettledBy.RECORD_YEAR, years=missing)] if missing else []
    settle += [Settle(SettledBy.ATTACH_PROOF, years=unproved)] if unproved else []
    if settle:
        return cannot_tell("discipline_unknown", *settle, years=tuple(sorted({*missing, *unproved})))
    return met("not_disciplined", years=tuple(asked))
