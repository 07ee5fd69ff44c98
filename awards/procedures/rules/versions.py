"""Which version of an award's procedure holds for a case. Pure.

Each version names the day by which it is chosen. The newest version whose own day has reached its first day holds, so
what a newer one does not take goes on under the older one; a transition of the newer one may leave it more.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from awards.procedures.rules.terms import DayKind
from emulation.core.period import Period


@dataclass(frozen=True)
class CaseDays:
    """Those days of a case that are known; `achievement_end` is its last day that counts."""

    receipt: date | None = None
    decision: date | None = None
    achievement_end: date | None = None

    def day(self, kind: DayKind) -> date | None:
        return {
            DayKind.RECEIPT: self.receipt,
            DayKind.DECISION: self.decision,
            DayKind.ACHIEVEMENT_END: self.achievement_end,
        }[kind]

    @property
    def latest(self) -> tuple[DayKind, date] | None:
        """What stands in for a day that is not known yet: the latest of the known ones."""
        known = [(kind, day) for kind in DayKind if (day := self.day(kind)) is not None]
        return max(known, key=lambda pair: pair[1], default=None)


@dataclass(frozen=True)
class Transition:
    """A case whose day of this kind comes before `before` stays with the version before."""

    day_kind: DayKind
    before: date
    verified: bool = False


@dataclass(frozen=True)
class Version:
    """`key` names it to who asks, such as its id."""

    key: int
    during: Period
    deciding: DayKind
    transitions: tuple[Transition, ...] = ()

    def is_begun(self, day: date) -> bool:
        return self.during.start is None or self.during.start <= day

    def left_over(self, days: CaseDays) -> Transition | None:
        """The transition by which the case stays with the version before."""
        for transition in self.transitions:
            day = days.day(transition.day_kind)
            if day is not None and day < transition.before:
                return transition
        return None


@dataclass(frozen=True)
class VersionChoice:
    """`key` is None where no version holds. `wanted` is the kind of day that the version names; where that day is not
    known, `day` of the kind `day_kind` stands in for it. `kept`: the transition of the version after it."""

    key: int | None
    wanted: DayKind | None = None
    day_kind: DayKind | None = None
    day: date | None = None
    kept: Transition | None = None

    @property
    def is_provisional(self) -> bool:
        return self.day_kind is not None and self.day_kind is not self.wanted


def choose(versions: Iterable[Version], days: CaseDays) -> VersionChoice:
    """Of versions of one award that overlap nowhere."""
    newest_first = sorted(versions, key=lambda version: version.during.start or date.min, reverse=True)
    stand_in = days.latest
    if stand_in is None or not newest_first:
        return VersionChoice(None)
    passed_from: date | None = None
    kept: Transition | None = None
    for version in newest_first:
        kind, day = _day_of(version, days, stand_in)
        if version.is_begun(day):
            follows = passed_from is not None and passed_from == version.during.end
            transition = version.left_over(days)
            if transition is None:
                holds = follows or version.during.contains(day)
                return VersionChoice(
                    version.key if holds else None, version.deciding, kind, day, kept if holds else None
                )
            kept = transition
        else:
            kept = None
        passed_from = version.during.start
    kind, day = _day_of(newest_first[0], days, stand_in)
    return VersionChoice(None, newest_first[0].deciding, kind, day)


def _day_of(version: Version, days: CaseDays, stand_in: tuple[DayKind, date]) -> tuple[DayKind, date]:
    day = days.day(version.deciding)
    return stand_in if day is None else (version.deciding, day)
