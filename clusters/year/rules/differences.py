"""In what a cluster's year differs from the one before. Pure: bodies by their ids, lineage as links."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from clusters.organisations.rules.lineage import Link, successors_on
from clusters.year.rules.next_year import years_later


@dataclass(frozen=True)
class SpanDates:
    due_on: date
    locks_on: date


@dataclass(frozen=True)
class YearState:
    """`members`: on `day`, the last of the year. `posts`: {kind: its holders in order}. `dates`: {span: its days}.
    `commitments`, `targets`: those of the pact in force; None where there is none to be read."""

    year: int
    day: date
    members: frozenset[int] = frozenset()
    posts: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    supervisor: str = ""
    dates: Mapping[int, SpanDates] = field(default_factory=dict)
    commitments: int | None = None
    targets: int | None = None


@dataclass(frozen=True)
class Became:
    """Members of the year before, and those of this year that they became: merged, renamed, split."""

    before: tuple[int, ...]
    now: tuple[int, ...]


@dataclass(frozen=True)
class Moved:
    """`what`: the kind of a post or a span."""

    what: str | int
    before: object
    now: object

    @property
    def differs(self) -> bool:
        return self.before != self.now


@dataclass(frozen=True)
class YearDifferences:
    """Each member of either year is in one of `stayed`, `left`, `came` or `became`. `dates` are told as they were and
    are; those a year later do not differ."""

    stayed: tuple[int, ...]
    left: tuple[int, ...]
    came: tuple[int, ...]
    became: tuple[Became, ...]
    posts: tuple[Moved, ...]
    dates: tuple[Moved, ...]
    supervisor: Moved
    commitments: Moved
    targets: Moved
    shifted: Mapping[int, SpanDates]

    @property
    def is_same(self) -> bool:
        members = self.left or self.came or self.became
        moved = (*self.posts, self.supervisor, self.commitments, self.targets)
        return not (members or any(one.differs for one in moved) or any(map(self.dates_differ, self.dates)))

    def dates_differ(self, moved: Moved) -> bool:
        return self.shifted.get(int(moved.what)) != moved.now


def differences(before: YearState, now: YearState, links: Sequence[Link]) -> YearDifferences:
    became = _became(before, now, links)
    turned = {one for group in became for one in (*group.before, *group.now)}
    apart = now.year - before.year
    return YearDifferences(
        stayed=tuple(sorted((before.members & now.members) - turned)),
        left=tuple(sorted(before.members - now.members - turned)),
        came=tuple(sorted(now.members - before.members - turned)),
        became=became,
        posts=_moved(before.posts, now.posts),
        dates=_moved(before.dates, now.dates),
        supervisor=Moved("supervisor", before.supervisor, now.supervisor),
        commitments=Moved("commitments", before.commitments, now.commitments),
        targets=Moved("targets", before.targets, now.targets),
        shifted={
            half: SpanDates(years_later(one.due_on, apart), years_later(one.locks_on, apart))
            for half, one in before.dates.items()
        },
    )


def _moved(before: Mapping, now: Mapping) -> tuple[Moved, ...]:
    return tuple(Moved(what, before.get(what), now.get(what)) for what in dict.fromkeys([*before, *now]))


def _became(before: YearState, now: YearState, links: Sequence[Link]) -> tuple[Became, ...]:
    """Those that are no longer there and whose successors are; who shares a successor is told together."""
    groups: list[tuple[set[int], set[int]]] = []
    for gone in sorted(before.members - now.members):
        heirs = set(successors_on(gone, now.day, links)) & now.members
        if not heirs:
            continue
        joined = [group for group in groups if group[1] & heirs]
        groups = [group for group in groups if not group[1] & heirs]
        groups.append(_together([({gone}, heirs), *joined]))
    return tuple(Became(tuple(sorted(gone)), tuple(sorted(heirs))) for gone, heirs in groups)


def _together(groups: Iterable[tuple[set[int], set[int]]]) -> tuple[set[int], set[int]]:
    gone: set[int] = set()
    heirs: set[int] = set()
    for one, other in groups:
        gone |= one
        heirs |= other
    return gone, heirs
