"""What can be said of a quantity that is not exact."""

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from emulation.core.quantity import Hedge, parse_quantity
from tests.core.quantities import D, numbers, quantities


@given(quantities(), numbers)
def test_certainty_never_contradicts_itself(quantity, limit):
    if quantity.certainly_at_least(limit) and quantity.certainly_at_most(limit):
        assert quantity.exact
        assert quantity.low == limit
    assert not (quantity.certainly_at_least(limit) is False and quantity.certainly_at_most(limit) is False)


@given(quantities(), numbers, numbers)
def test_who_reaches_more_reaches_less(quantity, one, other):
    less, more = sorted((one, other))
    if quantity.certainly_at_least(more):
        assert quantity.certainly_at_least(less)
    if quantity.certainly_at_least(less) is False:
        assert quantity.certainly_at_least(more) is False
    if quantity.certainly_at_most(less):
        assert quantity.certainly_at_most(more)
    if less < more and quantity.certainly_at_least(more):
        assert quantity.certainly_at_most(less) is False


@given(quantities(), st.fractions(0, 1), numbers)
def test_certainty_holds_for_every_number_that_is_meant(quantity, where, limit):
    assume(quantity.hedge != Hedge.ABOUT)
    low = quantity.low if quantity.low is not None else quantity.high - 100
    high = quantity.high if quantity.high is not None else quantity.low + 100
    value = Fraction(low) + (Fraction(high) - Fraction(low)) * where
    assume(value != low or quantity.low is None or quantity.low_closed)
    assume(value != high or quantity.high is None or quantity.high_closed)
    if (told := quantity.certainly_at_least(limit)) is not None:
        assert told == (value >= Fraction(limit))
    if (told := quantity.certainly_at_most(limit)) is not None:
        assert told == (value <= Fraction(limit))


@pytest.mark.parametrize(
    ("printed", "limit", "reached"),
    [
        ("trên 3,5%", "3.5", True),
        ("trên 3,5%", "3.6", None),
        ("từ 75% trở lên", "75", True),
        ("gần 70%", "70", False),
        ("gần 70%", "69", None),
        ("70%", "70", True),
        ("69,99%", "70", False),
        ("khoảng 70%", "60", None),
        ("9,5% - 10%", "9.5", True),
        ("9,5% - 10%", "9.8", None),
        ("9,5% - 10%", "10.1", False),
        ("từ 5% đến dưới 10%", "10", False),
    ],
)
def test_is_a_target_reached(printed, limit, reached):
    assert parse_quantity(printed).certainly_at_least(D(limit)) is reached


@pytest.mark.parametrize(
    ("printed", "limit", "kept"),
    [("còn 0,36%", "0.36", True), ("dưới 5%", "5", True), ("dưới 5%", "4", None), ("trên 3,5%", "3.5", False)]
    + [("không quá 3%", "3", True), ("khoảng 3%", "100", None)],
)
def test_is_a_ceiling_kept(printed, limit, kept):
    assert parse_quantity(printed).certainly_at_most(D(limit)) is kept


def test_what_is_exact():
    assert parse_quantity("05 xã").exact
    assert parse_quantity("19/19").exact
    for printed in ("khoảng 5", "trên 5", "gần 5", "từ 5 trở lên", "5 - 6"):
        assert not parse_quantity(printed).exact
