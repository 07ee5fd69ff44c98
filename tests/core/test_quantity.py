"""What a quantity keeps, and what it may not be."""

from dataclasses import FrozenInstanceError
from decimal import Decimal
from fractions import Fraction

import pytest

from emulation.core.quantity import Hedge, Quantity, QuantityError, parse_quantity
from tests.core.quantities import D, exact


def test_a_ratio_keeps_both_numbers():
    all_of_them, most = parse_quantity("19/19"), parse_quantity("19/20 chỉ tiêu")
    assert all_of_them != parse_quantity("19")
    assert (all_of_them.share, most.share) == (1, Fraction(19, 20))
    assert (all_of_them.share_as_text(), most.share_as_text()) == ("100,00%", "95,00%")
    assert parse_quantity("19").share is None
    assert parse_quantity("19").share_as_text() is None


def test_equal_in_meaning_however_printed():
    assert parse_quantity("hơn 12%") == parse_quantity("tăng trên 12,0%")
    assert hash(parse_quantity("hơn 12%")) == hash(parse_quantity("tăng trên 12,0%"))


def test_a_quantity_never_changes():
    with pytest.raises(FrozenInstanceError):
        parse_quantity("5").low = D(6)


@pytest.mark.parametrize("value", [0.5, True, D("NaN"), D("Infinity"), "5"])
def test_a_bound_is_a_finite_decimal(value):
    with pytest.raises(TypeError, match="finite Decimal"):
        Quantity(value, value)


def test_bounds_may_be_given_as_whole_numbers():
    assert Quantity(5, 5) == exact(5)
    assert isinstance(Quantity(5, 5).low, Decimal)


@pytest.mark.parametrize(
    "made",
    [
        lambda: Quantity(D(5), None, False),
        lambda: Quantity(D(5), D(5), hedge=Hedge.OVER),
        lambda: Quantity(D(5), None, hedge=Hedge.NEARLY),
        lambda: Quantity(None, D(5), hedge=Hedge.ABOUT),
        lambda: Quantity(D(5), D(5), numerator=5),
        lambda: Quantity(D(4), D(4), numerator=5, denominator=6),
    ],
)
def test_bounds_hedge_and_ratio_fit_together(made):
    with pytest.raises(ValueError, match="hedge|ratio"):
        made()


def test_some_bound_is_always_known():
    with pytest.raises(QuantityError, match="not_a_quantity"):
        Quantity(None, None)
