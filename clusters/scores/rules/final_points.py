"""What final points a line comes to by what was reached and given, and what the cluster ought to talk about. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from clusters.regulation.rules.scoring.terms import CriterionLine, Scored, to_points
from clusters.regulation.rules.terms import FunctionKind

HUNDRED = Decimal(100)


class Source(StrEnum):
    """Where the computed points come from; with TIED and NOTHING there are none."""

    FUNCTION = "function"
    APPRAISAL = "appraisal"
    CROSS_MEAN = "cross_mean"
    MAJORITY = "majority"
    TIED = "tied"
    NOTHING = "nothing"


class Concern(StrEnum):
    """Why a line is to be discussed."""

    SPREAD = "spread"
    SELF_DIFFERS = "self_differs"
    NOT_TOLD = "not_told"


@dataclass(frozen=True)
class GivenByScorers:
    """One member's line: `function` is what its way of scoring gives for the accepted figures of the year; the others
    are points that people gave, those not given left out."""

    function: Scored
    own: Decimal | None = None
    cross: tuple[Decimal, ...] = ()
    appraisal: Decimal | None = None


@dataclass(frozen=True)
class Computed:
    points: Decimal | None
    source: Source


def computed(line: CriterionLine, given: GivenByScorers) -> Computed:
    """From the figures where they tell; else the appraisal; else the mean of the cross scores, half up to 0,01, of
    which done or not done takes the majority."""
    if given.function.points is not None:
        return Computed(given.function.points, Source.FUNCTION)
    if given.appraisal is not None:
        return Computed(given.appraisal, Source.APPRAISAL)
    if not given.cross:
        return Computed(None, Source.NOTHING)
    if line.function is not FunctionKind.YES_NO:
        return Computed(mean(given.cross), Source.CROSS_MEAN)
    done = sum(points > 0 for points in given.cross)
    if 2 * done == len(given.cross):
        return Computed(None, Source.TIED)
    return Computed(line.maximum if 2 * done > len(given.cross) else Decimal(0), Source.MAJORITY)


def mean(points: Sequence[Decimal]) -> Decimal | None:
    return to_points(sum(points, Decimal(0)) / len(points)) if points else None


def spread(points: Sequence[Decimal]) -> Decimal | None:
    """The highest less the lowest."""
    return max(points) - min(points) if points else None


def concerns(line: CriterionLine, given: GivenByScorers, *, spread_percent: int) -> tuple[Concern, ...]:
    """`spread_percent` of the line's maximum, from which on scorers, or the member and the computed points, differ
    too much."""
    found = []
    told = computed(line, given).points
    apart = spread(given.cross)
    if apart and apart * HUNDRED >= spread_percent * line.maximum:
        found.append(Concern.SPREAD)
    if told is None:
        found.append(Concern.NOT_TOLD)
    elif given.own is not None and abs(given.own - told) * HUNDRED >= spread_percent * line.maximum:
        found.append(Concern.SELF_DIFFERS)
    return tuple(found)
