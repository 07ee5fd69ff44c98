"""What members' figures make for the cluster: laws that hold whatever they wrote."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from clusters.indicators.rules.cluster_figure import Silence, cluster_figure
from clusters.indicators.rules.plan_reach import PlanReach, plan_reach
from clusters.indicators.rules.terms import Derivation, Direction
from emulation.core.quantity import Quantity, parse_quantity

NUMBERS = st.decimals(min_value=-500, max_value=500, places=1)
DERIVED = [Derivation.SUM, Derivation.COMMON_BOUND, Derivation.AVERAGE]


@st.composite
def known(draw):
    """(a quantity without "khoảng", a number that it may stand for)."""
    number, room = draw(NUMBERS), draw(st.decimals(min_value="0.1", max_value=50, places=1))
    words = draw(st.sampled_from(["{0}", "trên {1}", "gần {2}", "từ {1} trở lên", "không quá {2}", "{1} - {2}"]))
    low, high = number - room, number + room
    text = words.format(*(str(value).replace(".", ",") for value in (number, low, high)))
    return parse_quantity(text), number


def holds(quantity: Quantity, value) -> bool:
    above = quantity.low is None or value > quantity.low or (quantity.low_closed and value == quantity.low)
    below = quantity.high is None or value < quantity.high or (quantity.high_closed and value == quantity.high)
    return above and below


@given(st.lists(known(), min_size=1, max_size=6))
def test_a_sum_holds_whatever_the_members_stand_for(members):
    found = cluster_figure(Derivation.SUM, Direction.HIGHER, [quantity for quantity, _number in members])
    assume(found.quantity is not None)
    assert holds(found.quantity, sum(number for _quantity, number in members))


WEIGHTS = st.decimals(min_value=0, max_value=1000, places=1)
FINE = Decimal("0.005")


@given(st.lists(st.tuples(known(), WEIGHTS), min_size=1, max_size=6))
def test_an_average_holds_whatever_the_members_stand_for(members):
    quantities = [quantity for (quantity, _number), _weight in members]
    weights = [Quantity(weight, weight) for _known, weight in members]
    found = cluster_figure(Derivation.WEIGHTED, Direction.HIGHER, quantities, weights=weights)
    total = sum(Fraction(weight) for _known, weight in members)
    if not total:
        assert found.silence is Silence.CANNOT_TELL
        return
    assume(found.quantity is not None)
    average = sum(Fraction(number) * Fraction(weight) for (_quantity, number), weight in members) / total
    if found.quantity.exact:
        assert abs(Fraction(found.quantity.low) - average) <= FINE
    else:
        assert holds(found.quantity, average)


@given(st.lists(known(), min_size=1, max_size=6), st.integers(1, 50))
def test_members_of_one_weight_weigh_as_in_a_plain_average(members, weight):
    quantities = [quantity for quantity, _number in members]
    weighted = cluster_figure(
        Derivation.WEIGHTED, Direction.HIGHER, quantities, weights=[Quantity(weight, weight)] * len(quantities)
    )
    assert weighted == cluster_figure(Derivation.AVERAGE, Direction.HIGHER, quantities)


@pytest.mark.parametrize("direction", Direction)
@given(st.lists(known(), min_size=1, max_size=6))
def test_a_common_bound_holds_for_every_member(direction, members):
    found = cluster_figure(Derivation.COMMON_BOUND, direction, [quantity for quantity, _number in members])
    assume(found.quantity is not None)
    assert all(holds(found.quantity, number) for _quantity, number in members)


@pytest.mark.parametrize("derivation", DERIVED)
@given(st.lists(known(), min_size=2, max_size=6), st.randoms())
def test_the_order_of_the_members_does_not_matter(derivation, members, chance):
    quantities = [quantity for quantity, _number in members]
    mixed = quantities[:]
    chance.shuffle(mixed)
    assert cluster_figure(derivation, Direction.HIGHER, quantities) == cluster_figure(
        derivation, Direction.HIGHER, mixed
    )


@given(st.lists(st.tuples(st.integers(0, 500), st.integers(1, 500)), min_size=1, max_size=8))
def test_a_ratio_is_all_parts_over_all_wholes(pairs):
    found = cluster_figure(Derivation.RATIO, Direction.HIGHER, [Quantity.ratio(*pair) for pair in pairs])
    assert found.quantity.share == Fraction(sum(part for part, _ in pairs), sum(whole for _, whole in pairs))


@given(st.lists(known(), max_size=5), st.integers(0, 5))
def test_who_reported_nothing_is_counted_out(members, silent):
    quantities = [quantity for quantity, _number in members] + [None] * silent
    found = cluster_figure(Derivation.SUM, Direction.HIGHER, quantities)
    assert (found.counted, found.members) == (len(members), len(quantities))
    assert found.is_whole is (silent == 0)
    if not members:
        assert found.silence is Silence.NOBODY_REPORTED


@pytest.mark.parametrize(
    ("derivation", "direction", "members", "said"),
    [
        (Derivation.SUM, Direction.HIGHER, ("24", "73"), "97"),
        (Derivation.SUM, Direction.HIGHER, ("trên 100", "50"), "trên 150"),
        (Derivation.SUM, Direction.HIGHER, ("gần 50", "10"), "gần 60"),
        (Derivation.SUM, Direction.HIGHER, ("khoảng 5", "3"), "khoảng 8"),
        (Derivation.COMMON_BOUND, Direction.HIGHER, ("trên 3,5", "từ 4 trở lên", "5"), "trên 3,5"),
        (Derivation.COMMON_BOUND, Direction.HIGHER, ("trên 3,5", "3,5"), "từ 3,5 trở lên"),
        (Derivation.COMMON_BOUND, Direction.LOWER, ("0,36", "1,02"), "không quá 1,02"),
        (Derivation.COMMON_BOUND, Direction.WITHIN, ("9,5", "10"), "9,5 - 10"),
        (Derivation.AVERAGE, Direction.HIGHER, ("7,4", "7,6"), "7,5"),
        (Derivation.AVERAGE, Direction.HIGHER, ("7", "7", "8"), "7,33"),
        (Derivation.AVERAGE, Direction.HIGHER, ("7,125", "7"), "7,063"),
        (Derivation.AVERAGE, Direction.HIGHER, ("trên 8", "8", "7"), "trên 7,66"),
        (Derivation.AVERAGE, Direction.HIGHER, ("gần 7", "7", "8"), "gần 7,34"),
        (Derivation.AVERAGE, Direction.HIGHER, ("khoảng 7", "8"), "khoảng 7,5"),
    ],
)
def test_worked_by_hand(derivation, direction, members, said):
    found = cluster_figure(derivation, direction, [parse_quantity(text) for text in members])
    assert found.quantity.as_text() == said


@pytest.mark.parametrize(
    ("derivation", "members"),
    [
        (Derivation.SUM, ("khoảng 5", "trên 3")),
        (Derivation.SUM, ("gần 50", "trên 3")),
        (Derivation.COMMON_BOUND, ("khoảng 5", "6")),
        (Derivation.COMMON_BOUND, ("gần 50", "60")),
        (Derivation.AVERAGE, ("gần 50", "trên 3")),
    ],
)
def test_what_cannot_be_told_is_not_told(derivation, members):
    found = cluster_figure(derivation, Direction.HIGHER, [parse_quantity(text) for text in members])
    assert (found.quantity, found.silence) == (None, Silence.CANNOT_TELL)


@pytest.mark.parametrize(
    ("derivation", "members", "said", "counted"),
    [
        (Derivation.RATIO, ("19/20", "81,25%", "07 xã"), "19/20 xã", 1),
        (Derivation.RATIO, ("81,25%", "07 xã"), None, 0),
        (Derivation.COMMON_BOUND, ("19/20", "5/36"), "từ 13,89% trở lên", 2),
        (Derivation.COMMON_BOUND, ("19/20", "trên 81,25%"), "trên 81,25%", 2),
        (Derivation.COMMON_BOUND, ("19/20", "07 xã"), None, 2),
    ],
)
def test_a_share_without_its_base_is_no_part_of_a_sum_but_has_a_bound(derivation, members, said, counted):
    found = cluster_figure(derivation, Direction.HIGHER, [parse_quantity(text) for text in members], unit="xã")
    assert (found.quantity and found.quantity.as_text(), found.counted) == (said, counted)
    assert found.silence is (None if said else Silence.CANNOT_TELL)


@pytest.mark.parametrize(
    ("weights", "said", "counted"),
    [
        (("1", "3"), "7,75%", 2),
        (("1", None), "7%", 1),
        (("1", "khoảng 3"), "7%", 1),
        (("0", "0"), None, 2),
        ((None, None), None, 0),
    ],
)
def test_who_has_no_exact_weight_is_counted_out(weights, said, counted):
    members = [parse_quantity("7%"), parse_quantity("8%")]
    weights = [weight and parse_quantity(weight) for weight in weights]
    found = cluster_figure(Derivation.WEIGHTED, Direction.HIGHER, members, unit="%", weights=weights)
    assert (found.quantity and found.quantity.as_text(), found.counted, found.members) == (said, counted, 2)


@pytest.mark.parametrize(
    ("half", "shares", "reach"),
    [
        (1, ("50%", "trên 50%", "72,5%"), PlanReach(50, 3, 3)),
        (1, ("gần 50%", "khoảng 60%", "từ 40% trở lên", None), PlanReach(50, 0, 4, unsure=2, silent=1)),
        (0, ("100%", "99,99%"), PlanReach(100, 1, 2)),
        (1, (None, None), None),
    ],
)
def test_how_many_reach_their_plan_counts_who_certainly_does(half, shares, reach):
    assert plan_reach([share and parse_quantity(share) for share in shares], half) == reach


def test_the_heads_own_figure_is_not_reckoned():
    found = cluster_figure(Derivation.BY_HEAD, Direction.HIGHER, [Quantity(Decimal(1), Decimal(1))])
    assert (found.quantity, found.silence) == (None, Silence.ENTERED_BY_HEAD)
