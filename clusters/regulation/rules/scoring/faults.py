"""What hinders a scheme from being adopted: maxima that do not add up, terms that say nothing."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any

from clusters.regulation.rules.scoring.terms import CriterionLine, Group, PureScheme
from clusters.regulation.rules.terms import FunctionKind, GroupKind

HUNDRED = Decimal(100)


class Wrong(StrEnum):
    NO_GROUPS = "no_groups"
    EMPTY_GROUP = "empty_group"
    SCHEME_SUM = "scheme_sum"
    GROUP_SUM = "group_sum"
    LINE_ABOVE_GROUP = "line_above_group"
    INDICATOR_TWICE = "indicator_twice"
    TERM_MISSING = "term_missing"
    TERM_NEGATIVE = "term_negative"
    NO_BANDS = "no_bands"
    BAND_ABOVE_MAXIMUM = "band_above_maximum"
    BANDS_NOT_ASCENDING = "bands_not_ascending"
    SHARES_UPSIDE_DOWN = "shares_upside_down"
    ZERO_AT_TOO_LOW = "zero_at_too_low"


@dataclass(frozen=True)
class SchemeFault:
    """`group` and `line` are the keys of where it is. `facts` fill its sentence."""

    wrong: Wrong
    group: int | None = None
    line: int | None = None
    facts: Mapping[str, Any] = field(default_factory=dict)


def faults(scheme: PureScheme) -> tuple[SchemeFault, ...]:
    """In the order of the table; empty: the scheme may be adopted."""
    return (*_of_scheme(scheme), *(fault for group in scheme.groups for fault in _of_group(group)))


def _of_scheme(scheme: PureScheme) -> Iterator[SchemeFault]:
    criteria = [group for group in scheme.groups if group.kind is GroupKind.CRITERIA]
    if not criteria:
        yield SchemeFault(Wrong.NO_GROUPS)
        return
    together = sum((group.maximum for group in criteria), Decimal(0))
    if together != scheme.maximum:
        yield SchemeFault(Wrong.SCHEME_SUM, facts={"maximum": scheme.maximum, "sum": together})
    lines = [line for group in scheme.groups for line in group.lines if line.has_indicator]
    times = Counter(line.has_indicator for line in lines)
    for line in lines:
        if times[line.has_indicator] > 1:
            yield SchemeFault(Wrong.INDICATOR_TWICE, line=line.key)


def _of_group(group: Group) -> Iterator[SchemeFault]:
    if not group.lines:
        yield SchemeFault(Wrong.EMPTY_GROUP, group.key)
        return
    together = sum((line.maximum for line in group.lines), Decimal(0))
    if group.kind is GroupKind.CRITERIA and together != group.maximum:
        yield SchemeFault(Wrong.GROUP_SUM, group.key, facts={"maximum": group.maximum, "sum": together})
    for line in group.lines:
        if group.kind is not GroupKind.CRITERIA and line.maximum > group.maximum:
            yield SchemeFault(
                Wrong.LINE_ABOVE_GROUP, group.key, line.key, {"maximum": group.maximum, "line": line.maximum}
            )
        yield from of_line(line, group.key)


def of_line(line: CriterionLine, group: int | None = None) -> Iterator[SchemeFault]:
    """What is wrong with the terms of one line."""
    for wrong, facts in CHECKS.get(line.function, lambda _line: ())(line):
        yield SchemeFault(wrong, group, line.key, facts)


Found = Iterator[tuple[Wrong, dict[str, Any]]]


def _number(line: CriterionLine, name: str, otherwise: str | None = None) -> Decimal | None:
    return _decimal(line.terms.get(name, otherwise))


def _decimal(written: Any) -> Decimal | None:
    try:
        number = Decimal(str(written))
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def _not_negative(name: str, otherwise: str | None = None, *, above_zero=False):
    def check(line: CriterionLine) -> Found:
        number = _number(line, name, otherwise)
        if number is None:
            yield Wrong.TERM_MISSING, {"term": name}
        elif number < 0 or (above_zero and number == 0):
            yield Wrong.TERM_NEGATIVE, {"term": name}

    return check


def _bands(line: CriterionLine) -> Found:
    bands = [(_decimal(band.get("limit")), _decimal(band.get("points"))) for band in line.terms.get("bands", ())]
    if not bands:
        yield Wrong.NO_BANDS, {}
    elif any(limit is None or points is None for limit, points in bands):
        yield Wrong.TERM_MISSING, {"term": "bands"}
    else:
        told = [(limit, points) for limit, points in bands if limit is not None and points is not None]
        yield from _of_told_bands(line, told)


def _of_told_bands(line: CriterionLine, bands: list[tuple[Decimal, Decimal]]) -> Found:
    if any(points < 0 for _limit, points in bands):
        yield Wrong.TERM_NEGATIVE, {"term": "bands"}
    most = max(points for _limit, points in bands)
    if most > line.maximum:
        yield Wrong.BAND_ABOVE_MAXIMUM, {"maximum": line.maximum, "points": most}
    better = sorted(bands, reverse=line.direction == "lower")
    steps = zip(better, better[1:], strict=False)
    rising = all(before[1] < after[1] and before[0] != after[0] for before, after in steps)
    if not rising:
        yield Wrong.BANDS_NOT_ASCENDING, {}


def _shares(line: CriterionLine) -> Found:
    zero_at, full_at = _number(line, "zero_at", "0"), _number(line, "full_at", "100")
    if zero_at is None or full_at is None:
        yield Wrong.TERM_MISSING, {"term": "full_at"}
    elif not 0 <= zero_at < full_at <= HUNDRED:
        yield Wrong.SHARES_UPSIDE_DOWN, {"zero_at": zero_at, "full_at": full_at}


def _zero_at(line: CriterionLine) -> Found:
    zero_at = _number(line, "zero_at", "200")
    if zero_at is None:
        yield Wrong.TERM_MISSING, {"term": "zero_at"}
    elif zero_at <= HUNDRED:
        yield Wrong.ZERO_AT_TOO_LOW, {"zero_at": zero_at}


CHECKS = {
    FunctionKind.PERCENT_OF_TARGET: _not_negative("floor", "0"),
    FunctionKind.BANDS: _bands,
    FunctionKind.RANK: _not_negative("step", above_zero=True),
    FunctionKind.LOWER_IS_BETTER: _zero_at,
    FunctionKind.RANGE: _not_negative("tolerance", "0"),
    FunctionKind.PER_CASE: _not_negative("each", above_zero=True),
    FunctionKind.FROM_REGISTER: _shares,
}
