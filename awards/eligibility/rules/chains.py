"""Titles received time after time without a break, by the year of the achievement. Pure."""

from awards.eligibility.rules.facts import Facts
from awards.eligibility.rules.finding import ChainLink, Finding, Settle, cannot_tell, met, not_met
from awards.eligibility.rules.history import FIGHTER, HIGHER_FIGHTER, Held, History, Lack, settled_by
from awards.eligibility.rules.terms import SettledBy

THREE = 3
LONGEST_SPAN = 40
HIGHER_TITLE = frozenset({"CSTD_TINH"})


def ends_of(facts: Facts) -> tuple[int, ...]:
    """A chain ends in the year of the achievement, or the year before while that year's own title may still be decided:
    until the year after is over, unless the year is rated too low for a title."""
    rated = facts.by_year.get(facts.year)
    is_too_low = rated is not None and rated.rating is not None and not rated.rating.is_good
    if is_too_low or facts.on.year > facts.year + 1:
        return (facts.year,)
    return facts.year, facts.year - 1


def three_fighters(facts: Facts) -> Finding:
    held = History(facts).of(FIGHTER)
    best: tuple[Lack, range] | None = None
    for end in ends_of(facts):
        years = range(end - THREE + 1, end + 1)
        lack = held.lacks(years)
        if lack is not None and (best is None or lack.size < best[0].size):
            best = lack, years
    if best is None:
        years = range(facts.year - THREE + 1, facts.year + 1)
        missing = tuple(year for year in years if held.link(year) is None)
        return not_met("chain_broken", _links(held, years), award="CSTDCS", times=THREE, missing=missing)
    lack, years = best
    links = _links(held, years)
    if lack.is_nothing:
        return met("chain_whole", links, award="CSTDCS", times=THREE, years=tuple(years))
    return cannot_tell(
        "chain_unsure" if links else "chain_unknown",
        *settled_by(lack, held, FIGHTER),
        links=links,
        award="CSTDCS",
        times=THREE,
        years=tuple(years),
    )


def two_higher_fighters(facts: Facts) -> Finding:
    """Two titles of ministry or province level are consecutive where each year after the first up to the second bears
    CSTĐCS or such a title itself: a title of that level is itself earned by years of CSTĐCS."""
    history = History(facts)
    titles, fighters = history.of(HIGHER_FIGHTER), history.of(FIGHTER | HIGHER_FIGHTER)
    best: tuple[tuple[int, ...], Lack, Lack, int, int] | None = None
    for second in ends_of(facts):
        for first in range(second - 1, second - LONGEST_SPAN - 1, -1):
            of_titles = titles.lacks((first, second))
            if of_titles is None:
                continue
            between = fighters.lacks(range(first + 1, second), without=of_titles.filled_by)
            if between is None:
                continue
            size = tuple(a + b for a, b in zip(of_titles.size, between.size, strict=True))
            if best is None or size < best[0]:
                best = size, of_titles, between, first, second
    if best is None:
        known = [link for year in sorted(titles.sure.keys() | titles.perhaps.keys()) if (link := titles.link(year))]
        return not_met("two_titles_missing", tuple(known), award="CSTD_TINH", held=len(titles.sure))
    size, of_titles, between, first, second = best
    links = _links(fighters, range(first, second + 1))
    if not any(size):
        return met("two_titles_whole", links, award="CSTD_TINH", first=first, second=second)
    return cannot_tell(
        "two_titles_unsure" if links else "two_titles_unknown",
        *dict.fromkeys((*settled_by(of_titles, titles, HIGHER_TITLE), *settled_by(between, fighters, FIGHTER))),
        links=links,
        award="CSTD_TINH",
        first=first,
        second=second,
    )


def years_of(chain: Finding, facts: Facts) -> range:
    """The years that the chain of titles spans, whole or not; the last ones where none is found."""
    if "first" in chain.values:
        return range(chain.values["first"], chain.values["second"] + 1)
    first, *_ = chain.values.get("years") or [facts.year - THREE + 1]
    return range(first, facts.year + 1)


def year_after_second_title(facts: Facts) -> Finding:
    """Whether the case comes in the year right after the decision of the second title."""
    titles = History(facts).of(HIGHER_FIGHTER)
    if len(titles.sure) < 2:
        return cannot_tell("second_title_unknown", *_settled_titles(titles), held=len(titles.sure))
    decided = max(honour.decided for honour in titles.sure.values()).year
    if facts.on.year <= decided + 1:
        return met("in_time_after_title", decided=decided)
    return not_met("late_after_title", decided=decided, asked=facts.on.year)


def _settled_titles(titles: Held) -> tuple[Settle, ...]:
    lack = Lack(declared=tuple(sorted(titles.perhaps.keys() - titles.sure.keys())), filled_by=titles.undated)
    if not titles.is_told_apart:
        return (*settled_by(lack, titles, HIGHER_TITLE), Settle(SettledBy.TELL_APART))
    return settled_by(lack, titles, HIGHER_TITLE) or (Settle(SettledBy.DECLARE_TITLE, "CSTD_TINH"),)


def _links(held: Held, years: range) -> tuple[ChainLink, ...]:
    return tuple(link for year in years if (link := held.link(year)) is not None)
