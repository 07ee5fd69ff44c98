"""What members declare without names: against the register, and against what they declare themselves. Pure."""

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from awards.catalogue.rules.terms import Level
from awards.totals.rules.terms import KINDS, Measure, TotalSubject
from awards.totals.rules.weigh import parts_and_all, weigh
from clusters.membership.rules.half_years import WHOLE_YEAR, Days
from emulation.core.numbers import rounded
from reports.agreement.rules.terms import About, Check, Compared, Opens, Rows, Verdict, equal
from reports.six_month.rules import CountedHonours, DeclaredFigure


def declared_kinds_and_all(figures: Sequence[DeclaredFigure]) -> Iterator[Compared]:
    """Collectives + individuals + households + what is not split = all, of each award or level that is declared."""
    for group in _grouped(figures, _scope).values():
        by_subject = {one.subject: int(one.number) for one in group if one.subject is not None}
        found = parts_and_all(by_subject)
        if found is not None:
            verdict = Verdict.AGREES if found.agree else Verdict.DIFFERS
            yield Compared(
                Check.KINDS, About.KINDS_DECLARED, verdict, found.parts, found.whole, _told(group[0]), _opens(group[0])
            )


def declared_and_counted(
    counted: CountedHonours,
    figures: Sequence[DeclaredFigure],
    levels: Mapping[str, Collection[Level]],
    *,
    half: int,
    days: Days,
) -> Iterator[Compared]:
    """What members declare against the register, and against what they declare themselves. `levels`: of the
    awards of each report line; `half`, `days`: those of the report, the only ones whose honours it counts."""
    for group in _grouped((one for one in figures if one.named is not None), _scope).values():
        yield from _named(group)
    for one in figures:
        if one.measure is Measure.DIRECT_SHARE and (one.half, one.days) == (half, days):
            yield from _share(counted, one)
    yield from _level_and_awards(figures, levels)
    yield from _whole_and_parts(figures, levels)
    yield from _halves(figures)
    yield from _handed_over(figures)


def _named(group: Sequence[DeclaredFigure]) -> Iterator[Compared]:
    """Of one award or level. Where a part was never split, only the parts together can be laid beside the register."""
    figures = {one.subject: one for one in group if one.subject is not None}
    named: dict[str, int] = {KINDS[subject]: one.named or 0 for subject, one in figures.items() if subject in KINDS}
    every = max((one.named or 0 for subject, one in figures.items() if subject not in KINDS), default=0)
    named |= {"": every - sum(named.values())} if every else {}
    for one in weigh({subject: int(figure.number) for subject, figure in figures.items()}, named):
        about = About.NAMED if one.declared <= one.named else About.NAMELESS
        verdict = Verdict.TO_LOOK_AT if one.declared > one.named else Verdict.AGREES
        figure = figures[one.subject]
        yield Compared(
            Check.DECLARED,
            about,
            Verdict.DIFFERS if one.is_smaller else verdict,
            one.declared,
            one.named,
            _told(figure),
            _opens(figure),
        )


def declared_with_units(
    counted: CountedHonours, figures: Sequence[DeclaredFigure], province: int
) -> Iterator[Compared]:
    """What a province declares of itself holds its own list; whether it was meant to hold its units' lists too nobody
    can tell, so one that is smaller than both together is only pointed out."""
    for one in figures:
        if one.organisation != province or one.named is None:
            continue
        edges = {"line": one.line} if one.line else {}
        edges |= {"level": one.level} if one.level else {}
        edges |= {"subject_kind": KINDS[one.subject]} if one.subject in KINDS else {}
        named = counted.where(**edges).total
        if one.named <= one.number < named:
            number = int(one.number)
            yield Compared(
                Check.DECLARED, About.NAMED_WITH_UNITS, Verdict.TO_LOOK_AT, number, named, _told(one), _opens(one)
            )


def _share(counted: CountedHonours, one: DeclaredFigure) -> Iterator[Compared]:
    own = counted.where(organisation=one.organisation)
    share = (own.where(level=one.level) if one.level else own).share
    if not share.individuals or share.unknown:
        yield Compared(Check.DECLARED, About.SHARE_UNKNOWN, Verdict.CANNOT_TELL, one.number, 0, _told(one), _opens(one))
        return
    exact = Decimal(share.direct) * 100 / share.individuals
    places = max(0, -int(one.number.normalize().as_tuple().exponent))
    verdict = Verdict.AGREES if rounded(exact, places) == one.number else Verdict.TO_LOOK_AT
    yield Compared(Check.DECLARED, About.SHARE, verdict, one.number, rounded(exact, 2), _told(one), _opens(one))


def _level_and_awards(figures: Sequence[DeclaredFigure], levels: Mapping[str, Collection[Level]]) -> Iterator[Compared]:
    """The awards of a level that are declared one by one come to no more than the level."""
    counts = [one for one in figures if one.subject is not None]
    for whole in (one for one in counts if one.level):
        beside = [one for one in counts if _beside(one) == _beside(whole)]
        of_level = [one for one in beside if one.line and set(levels.get(one.line, ())) == {whole.level}]
        yield from _no_more(About.LEVEL_AND_AWARDS, of_level, whole)


def _whole_and_parts(figures: Sequence[DeclaredFigure], levels: Mapping[str, Collection[Level]]) -> Iterator[Compared]:
    """Levels that are declared, with awards of the other levels, come to no more than what is declared of all. An award
    that a declared level may hold, wholly or in part, is not added: where only it is too much nobody can tell."""
    counts = [one for one in figures if one.subject is not None]
    for whole in (one for one in counts if not one.line and not one.level):
        parts = [one for one in counts if _of_one_time(one) == _of_one_time(whole) and (one.line or one.level)]
        told = {one.level for one in parts if one.level}
        of_line = {one.line: set(levels.get(one.line, Level)) for one in parts if one.line}
        apart = _sum([one for one in parts if one.level or not of_line[one.line] & told], whole)
        at_most = _sum([one for one in parts if one.level or not of_line[one.line] <= told], whole)
        if not at_most:
            continue
        about, verdict, said = About.WHOLE_AND_PARTS, Verdict.AGREES, apart
        if apart > whole.number:
            verdict = Verdict.DIFFERS
        elif at_most > whole.number:
            about, verdict, said = About.WHOLE_AND_PARTS_UNKNOWN, Verdict.CANNOT_TELL, at_most
        yield Compared(Check.DECLARED, about, verdict, said, whole.number, _told(whole), _opens(whole))


def _sum(parts: Sequence[DeclaredFigure], whole: DeclaredFigure) -> int:
    return sum(_times(group, whole) for group in _grouped(parts, _scope).values())


def _times(group: Sequence[DeclaredFigure], whole: DeclaredFigure) -> int:
    """What one award or level says at least of whom `whole` counts; all times are at least those of the kinds told."""
    numbers = {one.subject: int(one.number) for one in group}
    if whole.subject is TotalSubject.TIMES and TotalSubject.TIMES not in numbers:
        return sum(numbers.values())
    return numbers.get(whole.subject, 0)


def campaigns_twice(
    figures: Sequence[DeclaredFigure], accepted: Mapping[int, Decimal], *, half: int, days: Days
) -> Iterator[Compared]:
    """`accepted`: the number of campaigns of those whose accepted figures of the same period say it."""
    for one in figures:
        if one.measure is Measure.CAMPAIGNS and (one.half, one.days) == (half, days) and one.organisation in accepted:
            yield equal(
                Check.DECLARED,
                About.CAMPAIGNS,
                accepted[one.organisation],
                one.number,
                name=one.name,
                rows=_opens(one),
            )


def _halves(figures: Sequence[DeclaredFigure]) -> Iterator[Compared]:
    """Both halves that are declared come to no more than the year."""
    for group in _grouped((one for one in figures if one.subject is not None), _whatever_the_half).values():
        halves = [one for one in group if one.half != WHOLE_YEAR]
        for whole in (one for one in group if one.half == WHOLE_YEAR):
            yield from _no_more(About.HALVES, halves, whole)


def _handed_over(figures: Sequence[DeclaredFigure]) -> Iterator[Compared]:
    """No more awards are handed over than were given."""
    given = {_whatever_was_done(one): one for one in figures if one.measure is Measure.GIVEN}
    for one in figures:
        whole = given.get(_whatever_was_done(one)) if one.measure is Measure.HANDED_OVER else None
        if whole is not None:
            yield from _no_more(About.HANDED_OVER, [one], whole)


def _no_more(about: About, parts: Sequence[DeclaredFigure], whole: DeclaredFigure) -> Iterator[Compared]:
    if parts:
        told = sum(int(one.number) for one in parts)
        verdict = Verdict.AGREES if told <= whole.number else Verdict.DIFFERS
        yield Compared(Check.DECLARED, about, verdict, told, whole.number, _told(whole), _opens(whole))


def _scope(one: DeclaredFigure) -> Hashable:
    return one.organisation, one.half, one.measure, one.line, one.level


def _beside(one: DeclaredFigure) -> Hashable:
    return one.organisation, one.half, one.measure, one.subject


def _of_one_time(one: DeclaredFigure) -> Hashable:
    return one.organisation, one.half, one.days, one.measure


def _whatever_the_half(one: DeclaredFigure) -> Hashable:
    return one.organisation, one.measure, one.line, one.level, one.subject


def _whatever_was_done(one: DeclaredFigure) -> Hashable:
    return one.organisation, one.half, one.line, one.level, one.subject


def _opens(one: DeclaredFigure) -> Rows:
    return Rows(Opens.TOTAL, one.total)


def _grouped(
    figures: Iterable[DeclaredFigure], key: Callable[[DeclaredFigure], Hashable]
) -> dict[Hashable, list[DeclaredFigure]]:
    groups: dict[Hashable, list[DeclaredFigure]] = defaultdict(list)
    for one in figures:
        groups[key(one)].append(one)
    return groups


def _told(one: DeclaredFigure) -> str:
    """Whose figure it is, and of what."""
    return f"{one.name}, {one.content}"
