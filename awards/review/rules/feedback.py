"""Which criterion was the strongest and which the weakest, out of all opinions and what was moderated. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from awards.review.rules.comparing import Criterion, Mark


@dataclass(frozen=True)
class Weighed:
    """`share`: of what could be reached, 0 to 1; `reasons`: what was said where it fell short, each once."""

    key: int
    share: Decimal
    reasons: tuple[str, ...]


def weighed(
    criteria: Sequence[Criterion], said: Sequence[Mapping[int, Mark]], moderated: Mapping[int, Mark]
) -> list[Weighed]:
    """The strongest first. A moderated value stands alone; else the mean of the opinions. What nobody judged is left
    out."""
    found = []
    for one in criteria:
        marks = [moderated[one.key]] if one.key in moderated else [marks[one.key] for marks in said if one.key in marks]
        shares = [share for mark in marks if (share := _share(one, mark)) is not None]
        if shares:
            reasons = dict.fromkeys(mark.reason for mark in marks if mark.reason)
            found.append(Weighed(one.key, sum(shares, Decimal()) / len(shares), tuple(reasons)))
    return sorted(found, key=lambda one: -one.share)


def _share(criterion: Criterion, mark: Mark) -> Decimal | None:
    if criterion.points is None:
        return None if mark.met is None else Decimal(mark.met)
    return None if mark.points is None else mark.points / criterion.points
