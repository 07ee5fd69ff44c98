"""Totals declared of one and the same thing (an organisation, a period, an award or a level) against the honours that
the register names of it, and against each other. Pure.

A declared total includes the honours that the register names: it may be larger, never smaller.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from awards.totals.rules.terms import KINDS, PARTS, TotalSubject


@dataclass(frozen=True)
class Weighed:
    """`declared`: what the total of `subject` says, with all that is declared beside it where some of it was never
    split; `named`: the honours of the register that it must hold."""

    subject: TotalSubject
    declared: int
    named: int

    @property
    def is_smaller(self) -> bool:
        return self.declared < self.named


def weigh(declared: Mapping[TotalSubject, int], named: Mapping[str, int]) -> tuple[Weighed, ...]:
    """`named`: honours by `SubjectKind`. Where a part was never split, nobody can say which kind it holds: then only
    the parts together are weighed."""
    every = sum(named.values())
    found = []
    if TotalSubject.TOGETHER in declared:
        parts = sum(declared.get(subject, 0) for subject in PARTS)
        found.append(Weighed(TotalSubject.TOGETHER, parts, every))
    else:
        found += [
            Weighed(subject, declared[subject], named.get(kind, 0))
            for subject, kind in KINDS.items()
            if subject in declared
        ]
    if TotalSubject.TIMES in declared:
        found.append(Weighed(TotalSubject.TIMES, declared[TotalSubject.TIMES], every))
    return tuple(found)


@dataclass(frozen=True)
class PartsAndAll:
    """`parts`: collectives + individuals + households + never split; `whole`: all times. `is_complete`: no kind is left
    unsaid, so that the two must be equal; else the parts may be fewer."""

    parts: int
    whole: int
    is_complete: bool

    @property
    def agree(self) -> bool:
        return self.parts == self.whole if self.is_complete else self.parts <= self.whole


def parts_and_all(declared: Mapping[TotalSubject, int]) -> PartsAndAll | None:
    """None where there is nothing to lay beside each other."""
    parts = [declared[subject] for subject in PARTS if subject in declared]
    if TotalSubject.TIMES not in declared or not parts:
        return None
    is_complete = TotalSubject.TOGETHER in declared or all(subject in declared for subject in KINDS)
    return PartsAndAll(sum(parts), declared[TotalSubject.TIMES], is_complete)
