"""What a line gives for what was reached. One function for each way of scoring; each says why."""

from collections.abc import Callable
from decimal import Decimal

from clusters.indicators.rules.terms import Direction
from clusters.regulation.rules.scoring.bounds import Span, as_span, target_of
from clusters.regulation.rules.scoring.terms import CriterionLine, Evidence, Scored, Why, to_points
from clusters.regulation.rules.terms import FunctionKind
from emulation.core.quantity import Hedge, Quantity

HUNDRED = Decimal(100)
NOTHING = Decimal(0)


def points_of(line: CriterionLine, evidence: Evidence) -> Scored:
    """Between 0 and the line's maximum, rounded half up to 0,01; None where what is known leaves a doubt."""
    if line.of_a_whole and evidence.value is not None and not evidence.value.is_share:
        return Scored(None, Why.NOT_A_SHARE, {"value": evidence.value})
    return FUNCTIONS[line.function](line, evidence)


def number(line: CriterionLine, name: str, otherwise: str = "0") -> Decimal:
    """A term of the line; `faults` has seen to it that it is a number."""
    return Decimal(str(line.terms.get(name, otherwise)))


def _percent_of_target(line: CriterionLine, evidence: Evidence) -> Scored:
    found = _value_and_target(line, evidence)
    if isinstance(found, Scored):
        return found
    span, target = found
    if target <= 0:
        return Scored(None, Why.TARGET_UNUSABLE, {"target": evidence.target})
    floor = number(line, "floor")

    def points(value: Decimal | None) -> Decimal:
        if value is None:
            return line.maximum
        share = max(NOTHING, value * HUNDRED / target)
        return NOTHING if share < floor else min(line.maximum, line.maximum * share / HUNDRED)

    low = points(span.low) if span.low is not None else NOTHING
    high = points(span.high)
    if span.high is not None and not span.high_closed and span.high * HUNDRED / target == floor:
        high = NOTHING
    told = to_points(low)
    if told != to_points(high):
        return _inexact(evidence)
    share = None if span.low is None else span.low * HUNDRED / target
    facts = {"share": share, "value": evidence.value, "target": evidence.target}
    if span.low is not None and span.low >= target:
        return Scored(told, Why.TARGET_REACHED, facts)
    if not told and floor and (share is None or share < floor):
        return Scored(told, Why.BELOW_FLOOR, facts | {"floor": floor})
    return Scored(told, Why.AT_SHARE_OF_TARGET, facts)


def _lower_is_better(line: CriterionLine, evidence: Evidence) -> Scored:
    found = _value_and_target(line, evidence, highest=True)
    if isinstance(found, Scored):
        return found
    span, target = found
    zero_at = target * number(line, "zero_at", "200") / HUNDRED
    if target <= 0 or zero_at <= target:
        return Scored(None, Why.TARGET_UNUSABLE, {"target": evidence.target})

    def points(value: Decimal | None, *, highest: bool) -> Decimal:
        if value is None:
            return NOTHING if highest else line.maximum
        left = (zero_at - value) / (zero_at - target)
        return line.maximum * min(Decimal(1), max(NOTHING, left))

    best, worst = to_points(points(span.low, highest=False)), to_points(points(span.high, highest=True))
    if best != worst:
        return _inexact(evidence)
    facts = {"value": evidence.value, "target": evidence.target, "zero_at": zero_at}
    is_within = span.high is not None and span.high <= target
    return Scored(best, Why.WITHIN_LIMIT if is_within else Why.OVER_LIMIT, facts)


def _range(line: CriterionLine, evidence: Evidence) -> Scored:
    if evidence.target is None:
        return Scored(None, Why.NO_TARGET)
    if evidence.value is None:
        return Scored(None, Why.NO_VALUE)
    wanted, span = as_span(evidence.target), as_span(evidence.value)
    if wanted is None:
        return Scored(None, Why.INEXACT_TARGET, {"target": evidence.target})
    if span is None:
        return _inexact(evidence)
    if wanted.is_share != span.is_share:
        return Scored(None, Why.TARGET_UNUSABLE, {"target": evidence.target})
    tolerance = number(line, "tolerance")

    def points(value: Decimal) -> Decimal:
        away = wanted.distance(value)
        if not away and wanted.holds(value):
            return line.maximum
        if not tolerance:
            return NOTHING
        return line.maximum * max(NOTHING, 1 - away / tolerance)

    least, most = _least_and_most(span, wanted, line, tolerance, points)
    if least != most:
        return _inexact(evidence)
    facts = {"value": evidence.value, "target": evidence.target}
    is_beside = any(wanted.distance(bound) for bound in (span.low, span.high) if bound is not None)
    is_within = least == line.maximum and not is_beside
    return Scored(least, Why.WITHIN_RANGE if is_within else Why.OUTSIDE_RANGE, facts)


def _least_and_most(span, wanted, line, tolerance, points) -> tuple[Decimal, Decimal]:
    """The points fall on both sides of the range, so the least are at an end, and the most at an end or in the range.
    An end that is open, or that is not there, counts as what its neighbourhood comes to."""
    ends = []
    for bound, closed, inward in ((span.low, span.low_closed, 1), (span.high, span.high_closed, -1)):
        if bound is None:
            side = wanted.high if inward < 0 else wanted.low
            ends.append(line.maximum if side is None else NOTHING)
        elif closed or tolerance:
            ends.append(points(bound))
        else:
            ends.append(line.maximum if wanted.holds_beside(bound, inward) else NOTHING)
    inside = line.maximum if span.meets(wanted) else max(ends)
    return to_points(min(ends)), to_points(max(inside, *ends))


def _bands(line: CriterionLine, evidence: Evidence) -> Scored:
    if evidence.value is None:
        return Scored(None, Why.NO_VALUE)
    if evidence.value.hedge is Hedge.ABOUT:
        return _inexact(evidence)
    falls = line.direction is Direction.LOWER
    bands = [(Decimal(str(band["limit"])), Decimal(str(band["points"]))) for band in line.terms.get("bands", ())]
    bands.sort(reverse=not falls)
    value = _in_own_unit(evidence.value)
    for limit, points in bands:
        reached = value.certainly_at_most(limit) if falls else value.certainly_at_least(limit)
        if reached is None:
            return _inexact(evidence)
        if reached:
            return Scored(to_points(points), Why.IN_BAND, {"value": evidence.value, "limit": limit, "falls": falls})
    return Scored(to_points(NOTHING), Why.IN_NO_BAND, {"value": evidence.value})


def _in_own_unit(value: Quantity) -> Quantity:
    """19/20 as 95, so that bands of a part of a whole are written in per cent."""
    if value.share is None:
        return value
    percent = Decimal(value.share.numerator) * HUNDRED / Decimal(value.share.denominator)
    return Quantity(percent, percent)


def _rank(line: CriterionLine, evidence: Evidence) -> Scored:
    if evidence.value is None:
        return Scored(None, Why.NO_VALUE)
    if any(other is None for other in evidence.others):
        return Scored(None, Why.NO_OTHERS, {"missing": sum(other is None for other in evidence.others)})
    own = as_span(evidence.value)
    if own is None:
        return _inexact(evidence)
    better = 0
    for other in evidence.others:
        theirs = None if other is None else as_span(other)
        if theirs is None or theirs.is_share != own.is_share:
            return Scored(None, Why.INEXACT_OTHERS)
        first, second = (own, theirs) if line.direction is Direction.LOWER else (theirs, own)
        beats = first.certainly_above(second)
        if beats is None:
            return Scored(None, Why.INEXACT_OTHERS) if evidence.value.exact else _inexact(evidence)
        better += beats
    points = max(NOTHING, line.maximum - better * number(line, "step"))
    return Scored(to_points(points), Why.AT_RANK, {"rank": better + 1, "of": len(evidence.others) + 1})


def _ratio(line: CriterionLine, evidence: Evidence) -> Scored:
    if evidence.value is None:
        return Scored(None, Why.NO_VALUE)
    span = as_span(evidence.value)
    if span is None:
        return _inexact(evidence)
    if not span.is_share:
        return Scored(None, Why.NOT_A_SHARE, {"value": evidence.value})

    def points(share: Decimal | None) -> Decimal:
        return line.maximum if share is None else line.maximum * min(HUNDRED, max(NOTHING, share)) / HUNDRED

    low = NOTHING if span.low is None else points(span.low)
    told = to_points(low)
    if told != to_points(points(span.high)):
        return _inexact(evidence)
    return Scored(told, Why.PART_OF_WHOLE, {"value": evidence.value, "share": span.low})


def _yes_no(line: CriterionLine, evidence: Evidence) -> Scored:
    if evidence.done is None:
        return _judged(line, evidence)
    return Scored(to_points(line.maximum if evidence.done else NOTHING), Why.DONE if evidence.done else Why.NOT_DONE)


def _per_case(line: CriterionLine, evidence: Evidence) -> Scored:
    if evidence.cases is None:
        return _judged(line, evidence)
    each = number(line, "each")
    points = min(line.maximum, max(NOTHING, evidence.cases * each))
    return Scored(to_points(points), Why.COUNTED, {"cases": evidence.cases, "each": each})


def _from_register(line: CriterionLine, evidence: Evidence) -> Scored:
    if evidence.share is None:
        return Scored(None, Why.NO_SHARE)
    zero_at, full_at = number(line, "zero_at"), number(line, "full_at", "100")
    reached = (evidence.share - zero_at) / (full_at - zero_at)
    points = line.maximum * min(Decimal(1), max(NOTHING, reached))
    return Scored(to_points(points), Why.SHARE_OF_REGISTER, {"share": evidence.share, "full_at": full_at})


def _judged(line: CriterionLine, evidence: Evidence) -> Scored:
    if evidence.given is None:
        return Scored(None, Why.NOT_JUDGED)
    return Scored(to_points(min(line.maximum, max(NOTHING, evidence.given))), Why.JUDGED)


def _value_and_target(line: CriterionLine, evidence: Evidence, *, highest=False) -> tuple[Span, Decimal] | Scored:
    if evidence.target is None:
        return Scored(None, Why.NO_TARGET)
    if evidence.value is None:
        return Scored(None, Why.NO_VALUE)
    target = target_of(evidence.target, highest=highest)
    if target is None:
        return Scored(None, Why.INEXACT_TARGET, {"target": evidence.target})
    span = as_span(evidence.value)
    if span is None:
        return _inexact(evidence)
    is_wrong_side = (evidence.target.high if highest else evidence.target.low) is None
    if is_wrong_side or span.is_share != target.is_share:
        return Scored(None, Why.TARGET_UNUSABLE, {"target": evidence.target})
    return span, target.number


def _inexact(evidence: Evidence) -> Scored:
    return Scored(None, Why.INEXACT_VALUE, {"value": evidence.value})


FUNCTIONS: dict[FunctionKind, Callable[[CriterionLine, Evidence], Scored]] = {
    FunctionKind.PERCENT_OF_TARGET: _percent_of_target,
    FunctionKind.BANDS: _bands,
    FunctionKind.RANK: _rank,
    FunctionKind.YES_NO: _yes_no,
    FunctionKind.LOWER_IS_BETTER: _lower_is_better,
    FunctionKind.RATIO: _ratio,
    FunctionKind.RANGE: _range,
    FunctionKind.PANEL: _judged,
    FunctionKind.PER_CASE: _per_case,
    FunctionKind.FROM_REGISTER: _from_register,
}
