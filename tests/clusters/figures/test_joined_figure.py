"""What is added for a unit of today, and what stands apart under the names of who reported it."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clusters.figures.rules.joined_figure import joined_figure
from clusters.indicators.rules.cluster_figure import cluster_figure
from clusters.indicators.rules.terms import Derivation, Direction
from emulation.core.quantity import Quantity, parse_quantity
from tests.clusters.figures.test_cluster_figure import holds, known

FIGURES = st.lists(known(), min_size=1, max_size=6)
RATIOS = st.lists(st.tuples(st.integers(0, 500), st.integers(1, 500)), min_size=2, max_size=8)


def joined(derivation, quantities, *, is_whole=True):
    return joined_figure(derivation, Direction.HIGHER, dict(enumerate(quantities)), is_whole=is_whole)


def halves(quantities):
    middle = len(quantities) // 2
    return quantities[:middle], quantities[middle:]


@settings(deadline=None)
@given(FIGURES)
def test_the_cluster_s_sum_is_the_same_both_ways(members):
    quantities = [quantity for quantity, _number in members]
    rows = [joined(Derivation.SUM, part).quantity for part in halves(quantities) if part]
    then, today = (cluster_figure(Derivation.SUM, Direction.HIGHER, each).quantity for each in (quantities, rows))
    assert then == today or None in rows


@settings(deadline=None)
@given(RATIOS)
def test_the_cluster_s_ratio_is_the_same_both_ways(pairs):
    quantities = [Quantity.ratio(*pair) for pair in pairs]
    rows = [joined(Derivation.RATIO, part).quantity for part in halves(quantities)]
    assert sum(row.numerator for row in rows) == sum(part for part, _whole in pairs)
    assert cluster_figure(Derivation.RATIO, Direction.HIGHER, rows).quantity.share == Fraction(
        sum(part for part, _whole in pairs), sum(whole for _part, whole in pairs)
    )


@settings(deadline=None)
@given(FIGURES, st.randoms())
def test_joining_does_not_depend_on_the_order(members, chance):
    quantities = [quantity for quantity, _number in members]
    mixed = quantities[:]
    chance.shuffle(mixed)
    assert joined(Derivation.SUM, quantities).quantity == joined(Derivation.SUM, mixed).quantity


@settings(deadline=None)
@given(FIGURES)
def test_a_hedged_figure_never_becomes_exact(members):
    quantities = [quantity for quantity, _number in members]
    found = joined(Derivation.SUM, quantities).quantity
    if found is not None:
        assert found.exact is all(one.exact for one in quantities)
        assert holds(found, sum(number for _quantity, number in members))


@pytest.mark.parametrize("derivation", Derivation)
@settings(deadline=None)
@given(known())
def test_an_unchanged_unit_keeps_its_figure_word_for_word(derivation, member):
    quantity, _number = member
    found = joined(derivation, [quantity])
    assert found.quantity is quantity
    assert found.quantity.as_printed == quantity.as_printed


@pytest.mark.parametrize("derivation", [Derivation.COMMON_BOUND, Derivation.BY_HEAD])
@settings(deadline=None)
@given(FIGURES)
def test_what_nobody_can_add_up_stands_apart(derivation, members):
    quantities = [quantity for quantity, _number in members]
    found = joined(derivation, quantities, is_whole=False)
    assert found.stands_apart
    assert found.given == tuple(enumerate(quantities))


def test_amounts_in_two_units_stand_apart():
    found = joined(Derivation.SUM, [parse_quantity("5 tỷ đồng"), parse_quantity("5 triệu đồng")])
    assert found.stands_apart


def test_about_and_above_cannot_be_added():
    assert joined(Derivation.SUM, [parse_quantity("khoảng 5"), parse_quantity("trên 3")]).stands_apart


def test_a_ratio_without_its_whole_is_not_put_over_others():
    found = joined(Derivation.RATIO, [Quantity.ratio(1, 2), Quantity(Decimal(3), Decimal(3))])
    assert found.stands_apart


def test_who_reported_nothing_is_named():
    found = joined(Derivation.SUM, [parse_quantity("5.800 tỷ đồng"), None])
    assert (found.quantity.said, found.silent) == ("5.800 tỷ đồng", (1,))
    assert joined(Derivation.SUM, [None, None]).stands_apart is False


@pytest.mark.parametrize("derivation", [Derivation.COMMON_BOUND, Derivation.BY_HEAD])
def test_parts_and_wholes_are_put_together_only_where_the_indicator_says_so(derivation):
    assert joined(derivation, [Quantity.ratio(1, 2), Quantity.ratio(1, 4)]).stands_apart
