"""How a year's figure stands to its target, who is first and last, what may be subtracted: certain or not said."""

from decimal import Decimal

import pytest

from clusters.indicators.rules.terms import Direction
from emulation.core.quantity import parse_quantity
from reports.six_month.rules.standing import difference, extremes_of
from reports.year_end.rules import Reach, reach_of

UP, DOWN, WITHIN = Direction.HIGHER, Direction.LOWER, Direction.WITHIN


def read(text, unit="%"):
    return None if text is None else parse_quantity(text, unit=unit)


@pytest.mark.parametrize(
    ("value", "target", "direction", "expected"),
    [
        ("8%", "8%", UP, Reach.REACHED),
        ("7,99%", "8%", UP, Reach.MISSED),
        ("trên 8%", "8%", UP, Reach.REACHED),
        ("trên 7%", "8%", UP, Reach.CANNOT_TELL),
        ("gần 8%", "8%", UP, Reach.MISSED),
        ("khoảng 9%", "8%", UP, Reach.CANNOT_TELL),
        ("8%", "trên 8%", UP, Reach.MISSED),
        ("trên 8%", "trên 8%", UP, Reach.REACHED),
        ("9,7%", "9,5% - 10%", UP, Reach.REACHED),
        ("11%", "9,5% - 10%", UP, Reach.REACHED),
        ("11%", "9,5% - 10%", WITHIN, Reach.MISSED),
        ("9,5% - 10%", "9,5% - 10%", WITHIN, Reach.REACHED),
        ("9% - 9,7%", "9,5% - 10%", WITHIN, Reach.CANNOT_TELL),
        ("1,5%", "không quá 1,5%", UP, Reach.REACHED),
        ("1,6%", "không quá 1,5%", UP, Reach.MISSED),
        ("1,5%", "dưới 1,5%", UP, Reach.MISSED),
        ("dưới 1,5%", "không quá 1,5%", DOWN, Reach.REACHED),
        ("trên 1%", "không quá 1,5%", DOWN, Reach.CANNOT_TELL),
        ("1,2%", "1,5%", DOWN, Reach.REACHED),
        ("1,6%", "1,5%", DOWN, Reach.MISSED),
        ("19/19", "100%", UP, Reach.REACHED),
        ("18/19", "19/19", UP, Reach.MISSED),
        ("5 xã", "19/19", UP, Reach.CANNOT_TELL),
        (None, "8%", UP, Reach.NO_FIGURE),
        ("8%", None, UP, Reach.NO_TARGET),
    ],
)
def test_a_figure_against_its_target(value, target, direction, expected):
    assert reach_of(read(value), read(target), direction) is expected


def test_figures_of_two_units_are_not_held_against_each_other():
    assert reach_of(read("900 triệu đồng", ""), read("1 tỷ đồng", ""), UP) is Reach.CANNOT_TELL


@pytest.mark.parametrize(
    ("values", "direction", "expected"),
    [
        (("8%", "7%", "6%"), UP, ({1}, {3})),
        (("8%", "7%", "6%"), DOWN, ({3}, {1})),
        (("8%", "8%", "6%"), UP, ({1, 2}, {3})),
        (("8%", "8%", "8%"), UP, None),
        (("8%", "8%", "8%", "6%"), UP, None),
        (("8%", "6%"), UP, None),
        (("8%", "trên 7%", "6%"), UP, None),
        (("8 xã", "7 xã", "6 xã"), UP, None),
        (("3/4", "2/4", "1/4"), UP, ({1}, {3})),
        (("8%", "7%", "6%"), WITHIN, None),
    ],
)
def test_first_and_last_are_named_only_where_shares_say_so(values, direction, expected):
    found = extremes_of({number: read(text) for number, text in enumerate(values, 1)}, direction)
    assert (found and (set(found.best), set(found.worst))) == expected


@pytest.mark.parametrize(
    ("now", "before", "expected"),
    [
        ("12,5%", "10%", Decimal("2.5")),
        ("trên 12%", "10%", None),
        ("12 xã", "10%", None),
        ("3/4", "2/4", None),
        ("12%", None, None),
    ],
)
def test_only_exact_numbers_of_one_unit_are_subtracted(now, before, expected):
    assert difference(read(now), read(before)) == expected
