"""Years rated one after the other since an earlier form, with titles among them. Pure."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from awards.eligibility.rules.facts import Facts, HonourFact, YearFact
from awards.eligibility.rules.finding import ChainLink, Finding, Settle, cannot_tell, met, not_met
from awards.eligibility.rules.history import FIGHTER, Held, History, Lack, settled_by
from awards.eligibility.rules.terms import SettledBy, Standing
from awards.records.rules.terms import Rating

LONGEST_WINDOW = 15  # years that are looked back at
Asked = Callable[[YearFact | None], bool | None]


def rated_good(year: YearFact | None) -> bool | None:
    """“Hoàn thành tốt nhiệm vụ” or better; None where it is not recorded or has no proof."""
    if year is None or year.rating is None:
        return None
    return year.rating.is_good and (True if year.has_proof else None)


def rated_excellent(year: YearFact | None) -> bool | None:
    if year is None or year.rating is None:
        return None
    return year.rating is Rating.EXCELLENT and (True if year.has_proof else None)


def with_initiative(year: YearFact | None) -> bool | None:
    if year is None or year.initiative is None:
        return None
    return True if year.has_proof else None


@dataclass(frozen=True)
class Window:
    """What a form asks of the years since an earlier one. `each`: of every year; `one`: of at least one of them;
    `fighters`: so many of the years bear CSTĐCS."""

    since: frozenset[str]
    years: int
    each: tuple[Asked, ...]
    one: Asked | None = None
    fighters: int = 0


@dataclass(frozen=True)
class _Prior:
    """An earlier form that the run may follow: the run begins after the year `after`. None for one that nobody declared
    and that lies before the register begins."""

    honour: HonourFact | None
    after: int
    is_sure: bool


@dataclass(frozen=True)
class _Try:
    """One way to meet a window, with what is not sure about it."""

    years: range
    prior: _Prior
    unknown: frozenset[int]
    fighters: Lack
    chosen: tuple[int, ...]
    one_is_sure: bool

    @property
    def size(self) -> tuple[int, ...]:
        return (len(self.unknown), int(not self.prior.is_sure), *self.fighters.size)

    @property
    def gains_nothing_by_more_years(self) -> bool:
        return self.one_is_sure and self.fighters.is_nothing


def judged_window(facts: Facts, window: Window) -> Finding:
    """Met where one earlier form and one run of years that ends in the year of the achievement meet all of it."""
    history = History(facts)
    fighters = history.of(FIGHTER)
    tries: list[_Try] = []
    for prior in _priors(history, window):
        for tried in _tries(facts, window, fighters, prior):
            tries.append(tried)
            if not any(tried.size):
                break
    values: dict[str, Any] = {"since": min(window.since), "years": window.years, "fighters": window.fighters}
    if not tries:
        return _failed(facts, window, fighters, values)
    best = min(tries, key=lambda one: one.size)
    links = tuple(link for year in best.chosen if (link := fighters.link(year)))
    earlier = best.prior.honour
    if earlier is not None:
        year = earlier.year or earlier.decided.year
        links = (ChainLink(year, earlier.award, earlier.standing, earlier.number), *links)
    values |= {"first": best.years.start, "last": best.years[-1]}
    if not any(best.size):
        return met("window_whole", links, **values)
    unproved = {year for year in best.unknown if (found := facts.by_year.get(year)) and not found.has_proof}
    settle = list(
        dict.fromkeys([*_settle_prior(best.prior, window, history), *settled_by(best.fighters, fighters, FIGHTER)])
    )
    if best.unknown - unproved:
        settle.append(Settle(SettledBy.RECORD_YEAR, years=tuple(sorted(best.unknown - unproved))))
    if unproved:
        settle.append(Settle(SettledBy.ATTACH_PROOF, years=tuple(sorted(unproved))))
    return cannot_tell("window_unsure", *settle, links=links, **values)


def _priors(history: History, window: Window) -> Iterator[_Prior]:
    held = history.of(window.since)
    for year, honour in held.sure.items():
        yield _Prior(honour, year, is_sure=True)
    for year, honour in held.perhaps.items():
        if year not in held.sure:
            yield _Prior(honour, year, is_sure=False)
    for honour in held.undated:
        yield _Prior(honour, honour.decided.year, history.is_certain(honour))
        yield _Prior(honour, honour.decided.year - LONGEST_WINDOW, is_sure=False)
    yield _Prior(None, 0, is_sure=False)


def _settle_prior(prior: _Prior, window: Window, history: History) -> Iterator[Settle]:
    if prior.is_sure:
        return
    honour = prior.honour
    if honour is None:
        is_told_apart = history.facts.is_told_apart
        yield Settle(SettledBy.DECLARE_EARLIER, min(window.since)) if is_told_apart else Settle(SettledBy.TELL_APART)
        return
    names = (honour.number,) if honour.number else ()
    years = () if honour.year is None else (honour.year,)
    if honour.standing is Standing.DECLARED:
        yield Settle(SettledBy.CONFIRM_DECLARED, honour.award, years, names)
    if honour.standing is Standing.ALIKE:
        yield Settle(SettledBy.SAY_WHETHER_THE_SAME, honour.award, years, names)
    if honour.holder in history.lines.doubtful:
        yield Settle(SettledBy.SAY_WHO_WENT_ON, honour.award, years, names)
    if honour.year is None:
        yield Settle(SettledBy.ENTER_YEAR_OF_HONOUR, honour.award, (), names)


def _tries(facts: Facts, window: Window, fighters: Held, prior: _Prior) -> Iterator[_Try]:
    unknown: set[int] = set()
    ones: dict[int, bool | None] = {}
    for year in range(facts.year, max(prior.after, facts.year - LONGEST_WINDOW), -1):
        recorded = facts.by_year.get(year)
        answers = [asked(recorded) for asked in window.each]
        if False in answers:
            return
        if None in answers:
            unknown.add(year)
        ones[year] = True if window.one is None else window.one(recorded)
        years = range(year, facts.year + 1)
        if len(years) < window.years or set(ones.values()) == {False}:
            continue
        chosen, lack = _fighters_in(years, window.fighters, fighters)
        if lack is None:
            continue
        is_sure = True in ones.values()
        perhaps = [one for one, answer in ones.items() if answer is None]
        added = set() if is_sure else {next((one for one in perhaps if one in unknown), perhaps[0])}
        tried = _Try(years, prior, frozenset(unknown | added), lack, chosen, is_sure)
        yield tried
        if tried.gains_nothing_by_more_years:
            return


def _fighters_in(years: range, wanted: int, held: Held) -> tuple[tuple[int, ...], Lack | None]:
    """The years of the run that bear CSTĐCS most surely, as many as are asked, and what is not sure about them."""
    sure = [year for year in years if year in held.sure]
    perhaps = [year for year in years if year in held.perhaps and year not in held.sure]
    chosen = [*sure, *perhaps][:wanted]
    rest = [year for year in years if year not in held.sure and year not in held.perhaps]
    for year in sorted(rest, key=held.may_be_outside):
        if len(chosen) == wanted:
            break
        if held.lacks([*chosen, year]) is not None:
            chosen.append(year)
    if len(chosen) < wanted:
        return (), None
    return tuple(sorted(chosen)), held.lacks(chosen)


def _failed(facts: Facts, window: Window, fighters: Held, values: dict[str, Any]) -> Finding:
    """Which part fails: a year that is rated below, else too few titles in the years there are."""
    years = range(facts.year - window.years + 1, facts.year + 1)
    below = tuple(year for year in years if False in [asked(facts.by_year.get(year)) for asked in window.each])
    if below:
        return not_met("window_year_below", below=below, **values)
    if window.one is not None and not any(window.one(facts.by_year.get(year)) is not False for year in years):
        return not_met("window_none_excellent", **values)
    return not_met("window_too_few", held=sum(year in fighters.sure for year in years), **values)
