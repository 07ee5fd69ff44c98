"""Where independent opinions differ, line by line. Pure.

What differs enough to be talked over is a suggestion of the software: no provision says it (docs/adr/0032).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from awards.review.rules.terms import WANTED, AppraisalState, Conclusion

FAR_APART = Decimal("0.2")
HALF = Decimal("0.5")


@dataclass(frozen=True)
class Mark:
    """What one person says of a criterion: met or not, or points."""

    met: bool | None = None
    points: Decimal | None = None
    reason: str = ""

    @property
    def is_given(self) -> bool:
        return self.met is not None or self.points is not None


@dataclass(frozen=True)
class Criterion:
    """`points`: the most that can be given; None where it is met or not met."""

    key: int
    points: int | None = None


@dataclass(frozen=True)
class Opinion:
    conclusion: str
    marks: Mapping[int, Mark] = field(default_factory=dict)


@dataclass(frozen=True)
class ComparedLine:
    """One criterion in every opinion, in their order. `spread`: points between the highest and the lowest."""

    criterion: Criterion
    marks: tuple[Mark, ...]
    differs: bool
    is_far: bool
    spread: Decimal | None = None


@dataclass(frozen=True)
class Comparison:
    lines: tuple[ComparedLine, ...]
    conclusions_differ: bool
    wants_talk: bool
    differences: int
    spread: Decimal | None


def may_be_read(states: Sequence[str]) -> bool:
    """Whether opinions are shown to each other: at least two were asked for, and every one that was is given."""
    return len(states) >= WANTED and all(state == AppraisalState.DONE for state in states)


def lacks_reason(criterion: Criterion, mark: Mark) -> bool:
    """Not met, or under half of the points, without saying why."""
    if mark.reason:
        return False
    if criterion.points is None:
        return mark.met is False
    return mark.points is not None and mark.points < criterion.points * HALF


def compare(criteria: Sequence[Criterion], opinions: Sequence[Opinion]) -> Comparison:
    """Each criterion and the conclusion. Far apart: met against not met, or a fifth of the points or more."""
    lines = tuple(_line(one, tuple(said.marks.get(one.key, Mark()) for said in opinions)) for one in criteria)
    conclusions = {said.conclusion for said in opinions}
    parted = len(conclusions) > 1
    totals = [
        sum((mark.points for mark in said.marks.values() if mark.points is not None), Decimal()) for said in opinions
    ]
    spread = max(totals) - min(totals) if totals and any(one.points for one in criteria) else None
    return Comparison(
        lines,
        parted,
        parted or Conclusion.DISCUSS in conclusions or any(line.is_far for line in lines),
        sum(line.differs for line in lines) + parted,
        spread,
    )


def _line(criterion: Criterion, marks: tuple[Mark, ...]) -> ComparedLine:
    if criterion.points is None:
        said = {mark.met for mark in marks}
        return ComparedLine(criterion, marks, len(said) > 1, len(said) > 1)
    given = [mark.points for mark in marks if mark.points is not None]
    spread = max(given) - min(given) if given else None
    unlike = bool(spread) or 0 < len(given) < len(marks)
    return ComparedLine(criterion, marks, unlike, spread is not None and spread >= criterion.points * FAR_APART, spread)
