"""Quantities for tests, by hand and at random."""

from decimal import Decimal

from hypothesis import assume
from hypothesis import strategies as st

from emulation.core.quantity import Hedge, Quantity

D = Decimal
UNITS = ["", "%", "%/năm", "xã", "tỷ đồng", "triệu đồng", "tập thể, cá nhân", "m2", "nghìn tỷ đồng", "‰"]
numbers = st.decimals(-(10**9), 10**9, allow_nan=False, places=2)


def exact(value, unit=""):
    return Quantity(D(value), D(value), unit=unit)


def over(value, unit=""):
    return Quantity(D(value), None, False, hedge=Hedge.OVER, unit=unit)


def at_least(value, unit=""):
    return Quantity(D(value), None, unit=unit)


def under(value, unit="", closed=False, hedge=Hedge.NONE):
    return Quantity(None, D(value), high_closed=closed, hedge=hedge, unit=unit)


def about(low, high, unit=""):
    return Quantity(D(low), D(high), hedge=Hedge.ABOUT, unit=unit)


@st.composite
def quantities(draw):
    unit = draw(st.sampled_from(UNITS))
    one, other = sorted((draw(numbers), draw(numbers)))
    if unit.startswith(("%", "‰")):
        assume(not any(1000 <= abs(n) < 10**6 and n == n.to_integral_value() for n in (one, other)))
    shape = draw(st.sampled_from(["exact", "over", "least", "nearly", "under", "most", "about", "range", "ratio"]))
    if shape == "ratio":
        count = draw(st.integers(0, 10**6))
        return Quantity.ratio(count, draw(st.integers(1, 10**6)), "" if unit.startswith(("%", "‰")) else unit)
    if shape == "range":
        assume(one < other)
        return Quantity(one, other, draw(st.booleans()), draw(st.booleans()), unit=unit)
    return {
        "exact": exact(one, unit),
        "over": over(one, unit),
        "least": at_least(one, unit),
        "nearly": under(one, unit, hedge=Hedge.NEARLY),
        "under": under(one, unit),
        "most": under(one, unit, closed=True),
        "about": about(one, other, unit),
    }[shape]
