"""What differs between a sheet as it was accepted and as it stands. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass

from clusters.indicators.rules.terms import FigurePart

Kept = Mapping[int, Mapping[FigurePart, str]]


@dataclass(frozen=True)
class Difference:
    """`was` or `becomes` is empty where nothing was written."""

    indicator: int
    part: FigurePart
    was: str
    becomes: str


def differences(accepted: Kept, now: Kept) -> tuple[Difference, ...]:
    """In the order of `now`, then of what only `accepted` holds; within an indicator in the order of the parts."""
    return tuple(
        Difference(indicator, part, was, becomes)
        for indicator in dict.fromkeys([*now, *accepted])
        for part in FigurePart
        if (was := accepted.get(indicator, {}).get(part, "")) != (becomes := now.get(indicator, {}).get(part, ""))
    )
