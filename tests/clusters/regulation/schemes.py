"""Random schemes, and what random members reached, for laws that hold for all of them."""

from decimal import Decimal

from hypothesis import strategies as st

from clusters.indicators.rules.terms import Direction
from clusters.regulation.rules.scoring.terms import CriterionLine, Evidence, Group, PureScheme
from clusters.regulation.rules.terms import FunctionKind, GroupKind
from emulation.core.quantity import Hedge, Quantity

HUNDREDTHS = st.integers(0, 30_000).map(lambda cents: Decimal(cents) / 100)
ABOVE_ZERO = st.integers(1, 30_000).map(lambda cents: Decimal(cents) / 100)
MAXIMA = st.integers(1, 20_000).map(lambda cents: Decimal(cents) / 100)
F = FunctionKind


def exact(value: Decimal, unit="%") -> Quantity:
    return Quantity(value, value, unit=unit)


@st.composite
def hedged(draw, unit="%"):
    """(a quantity that leaves something open, a number that lies within it)"""
    low, width, place = draw(HUNDREDTHS), draw(ABOVE_ZERO), draw(st.integers(1, 99))
    within = low + width * place / 100
    shapes = (
        Quantity(low, None, low_closed=False, hedge=Hedge.OVER, unit=unit),
        Quantity(low, None, unit=unit),
        Quantity(None, low + width, high_closed=False, hedge=Hedge.NEARLY, unit=unit),
        Quantity(None, low + width, unit=unit),
        Quantity(low, low + width, draw(st.booleans()), draw(st.booleans()), unit=unit),
    )
    return draw(st.sampled_from(shapes)), within


@st.composite
def terms_of(draw, function: FunctionKind, maximum: Decimal, direction: Direction):
    if function is F.PERCENT_OF_TARGET:
        return {"floor": str(draw(st.integers(0, 90)))}
    if function is F.BANDS:
        limits = sorted(draw(st.sets(st.integers(0, 300), min_size=1, max_size=5)))
        shares = sorted(draw(st.sets(st.integers(1, 100), min_size=len(limits), max_size=len(limits))))
        if direction is Direction.LOWER:
            limits.reverse()
        return {
            "bands": [
                {"limit": str(limit), "points": str(maximum * share / 100)}
                for limit, share in zip(limits, shares, strict=True)
            ]
        }
    if function is F.RANK:
        return {"step": str(draw(ABOVE_ZERO))}
    if function is F.LOWER_IS_BETTER:
        return {"zero_at": str(draw(st.integers(101, 400)))}
    if function is F.RANGE:
        return {"tolerance": str(draw(HUNDREDTHS))}
    if function is F.PER_CASE:
        return {"each": str(draw(ABOVE_ZERO))}
    if function is F.FROM_REGISTER:
        zero_at = draw(st.integers(0, 99))
        return {"zero_at": str(zero_at), "full_at": str(draw(st.integers(zero_at + 1, 100)))}
    return {}


@st.composite
def lines(draw, *, function=None, key=1):
    function = draw(st.sampled_from(list(F))) if function is None else function
    maximum = draw(MAXIMA)
    direction = draw(st.sampled_from([Direction.HIGHER, Direction.LOWER]))
    if function in (F.PERCENT_OF_TARGET, F.RATIO):
        direction = Direction.HIGHER
    if function is F.LOWER_IS_BETTER:
        direction = Direction.LOWER
    return CriterionLine(key, maximum, function, draw(terms_of(function, maximum, direction)), direction, "%", key)


@st.composite
def evidence(draw, *, value=None):
    """All that any function may ask for."""
    low = draw(ABOVE_ZERO)
    target = draw(st.sampled_from([exact(low), Quantity(low, low + 5, unit="%"), Quantity(low, None, unit="%")]))
    value = draw(st.one_of(HUNDREDTHS.map(exact), hedged().map(lambda pair: pair[0]))) if value is None else value
    return Evidence(
        value=value,
        target=target,
        others=tuple(draw(st.lists(HUNDREDTHS.map(exact), max_size=6))),
        share=draw(st.one_of(st.none(), st.integers(0, 100).map(Decimal))),
        done=draw(st.one_of(st.none(), st.booleans())),
        cases=draw(st.one_of(st.none(), st.integers(0, 50))),
        given=draw(st.one_of(st.none(), HUNDREDTHS)),
    )


@st.composite
def schemes(draw):
    """(a scheme whose maxima add up, evidence for its lines)"""
    groups, known, key = [], {}, 0
    kinds = [GroupKind.CRITERIA] * draw(st.integers(1, 3)) + draw(
        st.lists(st.sampled_from([GroupKind.BONUS, GroupKind.PENALTY]), max_size=2, unique=True)
    )
    for place, kind in enumerate(kinds):
        found = []
        for _ in range(draw(st.integers(1, 4))):
            key += 1
            found.append(draw(lines(key=key)))
            known[key] = draw(evidence())
        together = sum(line.maximum for line in found)
        cap = together if kind is GroupKind.CRITERIA else max(line.maximum for line in found)
        groups.append(Group(place, kind, cap, tuple(found)))
    maximum = sum(group.maximum for group in groups if group.kind is GroupKind.CRITERIA)
    return PureScheme(maximum, tuple(groups)), known
