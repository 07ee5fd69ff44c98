"""Laws of scoring, each for the functions it holds for, over thousands of random schemes."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clusters.indicators.rules.terms import Direction
from clusters.regulation.rules.scoring.faults import faults
from clusters.regulation.rules.scoring.functions import points_of
from clusters.regulation.rules.scoring.scorecard import scorecard
from clusters.regulation.rules.scoring.terms import CENT, Evidence
from clusters.regulation.rules.terms import FunctionKind as F
from clusters.regulation.rules.terms import GroupKind
from emulation.core.quantity import Quantity
from tests.clusters.regulation.schemes import ABOVE_ZERO, HUNDREDTHS, evidence, exact, hedged, lines, schemes

MANY = settings(max_examples=500, deadline=None)
SOME = settings(max_examples=200, deadline=None)
RISE = (F.PERCENT_OF_TARGET, F.RATIO)
BY_DIRECTION = (F.BANDS, F.RANK)
FROM_A_RESULT = (F.PERCENT_OF_TARGET, F.BANDS, F.RANK, F.LOWER_IS_BETTER, F.RATIO, F.RANGE)


def points_lie_between_nothing_and_the_maximum_in_hundredths(scheme, known, card):
    assert faults(scheme) == () or all(fault.wrong == "indicator_twice" for fault in faults(scheme))
    for group in scheme.groups:
        for line in group.lines:
            points = card.lines[line.key].points
            if points is not None:
                assert 0 <= points <= line.maximum
                assert points == points.quantize(CENT)
        assert 0 <= card.groups[group.key] <= group.maximum


def the_total_is_the_sum_of_the_lines_under_their_caps(scheme, known, card):
    expected = Decimal(0)
    for group in scheme.groups:
        together = sum((card.lines[line.key].points or 0 for line in group.lines), Decimal(0))
        sign = -1 if group.kind is GroupKind.PENALTY else 1
        expected += sign * min(together, group.maximum)
    assert card.total == max(0, expected)
    without = {line.key for group in scheme.groups for line in group.lines if card.lines[line.key].points is None}
    assert set(card.missing) <= without


def the_order_of_groups_lines_and_members_does_not_matter(scheme, known, card, chance):
    groups = [replace(group, lines=tuple(chance.sample(group.lines, len(group.lines)))) for group in scheme.groups]
    chance.shuffle(groups)
    shuffled = {
        key: replace(one, others=tuple(chance.sample(one.others, len(one.others)))) for key, one in known.items()
    }
    again = scorecard(replace(scheme, groups=tuple(groups)), shuffled)
    assert (again.total, again.lines, again.groups) == (card.total, card.lines, card.groups)
    assert set(again.missing) == set(card.missing)


@MANY
@given(schemes(), st.randoms(use_true_random=False))
def test_what_holds_for_every_scheme(drawn, chance):
    """Drawing a scheme takes far longer than holding it against a law, so each is held against all three."""
    scheme, known = drawn
    card = scorecard(scheme, known)
    points_lie_between_nothing_and_the_maximum_in_hundredths(scheme, known, card)
    the_total_is_the_sum_of_the_lines_under_their_caps(scheme, known, card)
    the_order_of_groups_lines_and_members_does_not_matter(scheme, known, card, chance)


@pytest.mark.parametrize("function", RISE + BY_DIRECTION + (F.LOWER_IS_BETTER,))
@SOME
@given(data=st.data())
def test_a_better_result_never_gives_less_where_the_direction_is_one_way(function, data):
    line = data.draw(lines(function=function))
    known = data.draw(evidence(value=exact(Decimal(1))))
    first, second = sorted([data.draw(HUNDREDTHS), data.draw(HUNDREDTHS)])
    low, high = (points_of(line, replace(known, value=exact(value))).points for value in (first, second))
    if low is None or high is None:
        return
    assert low >= high if line.direction is Direction.LOWER else low <= high


@SOME
@given(data=st.data(), shares=st.tuples(st.integers(0, 100), st.integers(0, 100)))
def test_a_higher_share_of_the_register_never_gives_less(data, shares):
    line = data.draw(lines(function=F.FROM_REGISTER))
    low, high = (points_of(line, Evidence(share=Decimal(share))).points for share in sorted(shares))
    assert low <= high


@SOME
@given(data=st.data(), cases=st.tuples(st.integers(0, 99), st.integers(0, 99)))
def test_more_cases_never_give_less(data, cases):
    line = data.draw(lines(function=F.PER_CASE))
    low, high = (points_of(line, Evidence(cases=number)).points for number in sorted(cases))
    assert low <= high


@SOME
@given(data=st.data(), low=ABOVE_ZERO, width=HUNDREDTHS, value=HUNDREDTHS)
def test_within_a_range_is_full_and_nearer_is_never_worse(data, low, width, value):
    line = data.draw(lines(function=F.RANGE))
    target = Quantity(low, low + width, unit="%")
    points = points_of(line, Evidence(exact(value), target)).points
    if low <= value <= low + width:
        assert points == line.maximum
        return
    nearest = low if value < low else low + width
    nearer = points_of(line, Evidence(exact((value + nearest) / 2), target)).points
    assert nearer >= points


@pytest.mark.parametrize("function", FROM_A_RESULT)
@MANY
@given(data=st.data())
def test_what_is_told_of_a_hedged_result_is_told_of_every_number_in_it(function, data):
    line = data.draw(lines(function=function))
    quantity, within = data.draw(hedged())
    known = data.draw(evidence(value=quantity))
    told = points_of(line, known).points
    if told is not None:
        assert points_of(line, replace(known, value=exact(within))).points == told


@SOME
@given(data=st.data())
def test_an_exact_result_against_an_exact_target_is_always_told(data):
    line = data.draw(lines(function=data.draw(st.sampled_from(FROM_A_RESULT))))
    known = Evidence(
        exact(data.draw(HUNDREDTHS)),
        exact(data.draw(ABOVE_ZERO)),
        tuple(data.draw(st.lists(HUNDREDTHS.map(exact), max_size=5))),
    )
    assert points_of(line, known).points is not None
