"""Each way of scoring, by hand: what is told, what is left open, and why."""

from decimal import Decimal

import pytest

from clusters.indicators.rules.terms import Direction
from clusters.regulation.rules.scoring.functions import FUNCTIONS, points_of
from clusters.regulation.rules.scoring.terms import CriterionLine, Evidence, Why
from clusters.regulation.rules.terms import FunctionKind as F
from emulation.core.quantity import parse_quantity


def line(function, maximum="50", *, direction=Direction.HIGHER, unit="%", **terms):
    return CriterionLine(1, Decimal(maximum), function, terms, direction, unit)


def read(text, unit="%"):
    return None if text is None else parse_quantity(text, unit=unit)


def scored(function, value, target=None, *, others=(), unit="%", **more):
    evidence = Evidence(read(value, unit), read(target, unit), tuple(read(one, unit) for one in others))
    found = points_of(line(function, unit=unit, **more), evidence)
    return (None if found.points is None else str(found.points), found.why)


def test_every_way_has_its_function():
    assert set(FUNCTIONS) == set(F)


@pytest.mark.parametrize(
    ("value", "target", "points", "why"),
    [
        ("7,4%", "8%", "46.25", Why.AT_SHARE_OF_TARGET),
        ("8%", "8%", "50.00", Why.TARGET_REACHED),
        ("12%", "8%", "50.00", Why.TARGET_REACHED),
        ("0%", "8%", "0.00", Why.AT_SHARE_OF_TARGET),
        ("-1%", "8%", "0.00", Why.AT_SHARE_OF_TARGET),
        ("trên 8%", "8%", "50.00", Why.TARGET_REACHED),
        ("từ 8% trở lên", "8%", "50.00", Why.TARGET_REACHED),
        ("trên 3,5%", "8%", None, Why.INEXACT_VALUE),
        ("gần 8%", "8%", None, Why.INEXACT_VALUE),
        ("khoảng 9%", "8%", None, Why.INEXACT_VALUE),
        ("9%", "9,5% - 10%", "47.37", Why.AT_SHARE_OF_TARGET),
        ("76%", "từ 75% trở lên", "50.00", Why.TARGET_REACHED),
        ("7%", "khoảng 8%", None, Why.INEXACT_TARGET),
        ("7%", "0%", None, Why.TARGET_UNUSABLE),
        (None, "8%", None, Why.NO_VALUE),
        ("7%", None, None, Why.NO_TARGET),
        ("18/20", "19/19", "45.00", Why.AT_SHARE_OF_TARGET),
        ("90%", "19/19", "45.00", Why.AT_SHARE_OF_TARGET),
        ("5%", "không quá 1%", None, Why.TARGET_UNUSABLE),
        ("99,996%", "100%", "50.00", Why.AT_SHARE_OF_TARGET),
    ],
)
def test_per_cent_of_the_target(value, target, points, why):
    assert scored(F.PERCENT_OF_TARGET, value, target) == (points, why)


@pytest.mark.parametrize(
    ("value", "points", "why"),
    [
        ("3,9%", "0.00", Why.BELOW_FLOOR),
        ("4%", "25.00", Why.AT_SHARE_OF_TARGET),
        ("dưới 4%", "0.00", Why.BELOW_FLOOR),
        ("không quá 4%", None, Why.INEXACT_VALUE),
    ],
)
def test_below_a_floor_there_is_nothing(value, points, why):
    assert scored(F.PERCENT_OF_TARGET, value, "8%", floor="50") == (points, why)


def test_a_number_is_not_held_against_a_share():
    assert scored(F.PERCENT_OF_TARGET, "12 xã", "19/19 xã", unit="xã") == (None, Why.TARGET_UNUSABLE)


@pytest.mark.parametrize(
    ("value", "points", "why"),
    [
        ("0,9%", "50.00", Why.WITHIN_LIMIT),
        ("1%", "50.00", Why.WITHIN_LIMIT),
        ("1,5%", "25.00", Why.OVER_LIMIT),
        ("1,00005%", "50.00", Why.OVER_LIMIT),
        ("2%", "0.00", Why.OVER_LIMIT),
        ("5%", "0.00", Why.OVER_LIMIT),
        ("dưới 1%", "50.00", Why.WITHIN_LIMIT),
        ("không quá 1%", "50.00", Why.WITHIN_LIMIT),
        ("trên 2%", "0.00", Why.OVER_LIMIT),
        ("trên 1%", None, Why.INEXACT_VALUE),
        ("khoảng 0,5%", None, Why.INEXACT_VALUE),
    ],
)
def test_the_lower_the_better(value, points, why):
    assert scored(F.LOWER_IS_BETTER, value, "không quá 1%", direction=Direction.LOWER) == (points, why)


def test_the_lower_the_better_takes_the_high_bound_of_a_range():
    assert scored(F.LOWER_IS_BETTER, "1%", "0,5% - 1%") == ("50.00", Why.WITHIN_LIMIT)
    assert scored(F.LOWER_IS_BETTER, "1%", "0%") == (None, Why.TARGET_UNUSABLE)
    assert scored(F.LOWER_IS_BETTER, "76%", "từ 75% trở lên") == (None, Why.TARGET_UNUSABLE)


@pytest.mark.parametrize(
    ("value", "points", "why"),
    [
        ("9,5%", "50.00", Why.WITHIN_RANGE),
        ("9,5% - 10%", "50.00", Why.WITHIN_RANGE),
        ("10,5%", "25.00", Why.OUTSIDE_RANGE),
        ("10,00005%", "50.00", Why.OUTSIDE_RANGE),
        ("11%", "0.00", Why.OUTSIDE_RANGE),
        ("9%", "25.00", Why.OUTSIDE_RANGE),
        ("trên 11%", "0.00", Why.OUTSIDE_RANGE),
        ("trên 9,5%", None, Why.INEXACT_VALUE),
        ("từ 8% đến 12%", None, Why.INEXACT_VALUE),
        ("9% - 9,6%", None, Why.INEXACT_VALUE),
        ("khoảng 9,7%", None, Why.INEXACT_VALUE),
    ],
)
def test_within_the_range_with_tolerance(value, points, why):
    assert scored(F.RANGE, value, "9,5% - 10%", tolerance="1") == (points, why)


@pytest.mark.parametrize(
    ("value", "points"),
    [("9,5%", "50.00"), ("10,01%", "0.00"), ("trên 10%", "0.00"), ("từ 10% trở lên", None), ("dưới 9,5%", "0.00")],
)
def test_within_the_range_without_tolerance(value, points):
    assert scored(F.RANGE, value, "9,5% - 10%")[0] == points


def test_an_open_range_is_reached_beyond_its_bound():
    assert scored(F.RANGE, "trên 80%", "từ 75% trở lên") == ("50.00", Why.WITHIN_RANGE)


BANDS = [{"limit": "70", "points": "30"}, {"limit": "90", "points": "50"}, {"limit": "50", "points": "10"}]


@pytest.mark.parametrize(
    ("value", "points", "why"),
    [
        ("95%", "50.00", Why.IN_BAND),
        ("90%", "50.00", Why.IN_BAND),
        ("89,99%", "30.00", Why.IN_BAND),
        ("50%", "10.00", Why.IN_BAND),
        ("49%", "0.00", Why.IN_NO_BAND),
        ("trên 90%", "50.00", Why.IN_BAND),
        ("gần 90%", None, Why.INEXACT_VALUE),
        ("trên 70%", None, Why.INEXACT_VALUE),
        ("từ 70% đến dưới 90%", "30.00", Why.IN_BAND),
        ("dưới 50%", "0.00", Why.IN_NO_BAND),
        ("khoảng 95%", None, Why.INEXACT_VALUE),
        ("19/20", "50.00", Why.IN_BAND),
        (None, None, Why.NO_VALUE),
    ],
)
def test_bands(value, points, why):
    assert scored(F.BANDS, value, bands=BANDS) == (points, why)


@pytest.mark.parametrize(("value", "points"), [("0,5%", "50.00"), ("1%", "50.00"), ("1,5%", "20.00"), ("3%", "0.00")])
def test_bands_of_what_should_be_low(value, points):
    bands = [{"limit": "1", "points": "50"}, {"limit": "2", "points": "20"}]
    assert scored(F.BANDS, value, bands=bands, direction=Direction.LOWER)[0] == points


@pytest.mark.parametrize(
    ("value", "others", "points", "why"),
    [
        ("8%", ["7%", "6%"], "50.00", Why.AT_RANK),
        ("7%", ["8%", "6%"], "40.00", Why.AT_RANK),
        ("7%", ["8%", "7%"], "40.00", Why.AT_RANK),
        ("6%", ["8%", "7%"], "30.00", Why.AT_RANK),
        ("trên 9%", ["8%", "9%"], "50.00", Why.AT_RANK),
        ("trên 3,5%", ["8%", "7%"], None, Why.INEXACT_VALUE),
        ("8%", ["trên 3,5%"], None, Why.INEXACT_OTHERS),
        ("8%", ["khoảng 7%"], None, Why.INEXACT_OTHERS),
        ("8%", ["7%", None], None, Why.NO_OTHERS),
        ("8%", [], "50.00", Why.AT_RANK),
    ],
)
def test_rank_in_the_cluster(value, others, points, why):
    assert scored(F.RANK, value, others=others, step="10") == (points, why)


def test_rank_of_what_should_be_low_and_never_below_zero():
    assert scored(F.RANK, "1%", others=["2%", "0,5%"], step="10", direction=Direction.LOWER)[0] == "40.00"
    assert scored(F.RANK, "1%", others=["2%"], step="60")[0] == "0.00"


@pytest.mark.parametrize(
    ("value", "points", "why"),
    [
        ("19/19", "50.00", Why.PART_OF_WHOLE),
        ("2/3", "33.33", Why.PART_OF_WHOLE),
        ("0/7", "0.00", Why.PART_OF_WHOLE),
        ("95%", "47.50", Why.PART_OF_WHOLE),
        ("trên 95%", None, Why.INEXACT_VALUE),
        ("19 xã", None, Why.NOT_A_SHARE),
    ],
)
def test_part_of_the_whole(value, points, why):
    assert scored(F.RATIO, value, unit="%" if "%" in value else "xã") == (points, why)


def test_done_or_not_and_cases_and_judged():
    assert points_of(line(F.YES_NO), Evidence(done=True)).points == 50
    assert points_of(line(F.YES_NO), Evidence(done=False)).points == 0
    assert points_of(line(F.YES_NO), Evidence()).why is Why.NOT_JUDGED
    assert points_of(line(F.PER_CASE, "20", each="5"), Evidence(cases=3)).points == 15
    assert points_of(line(F.PER_CASE, "20", each="5"), Evidence(cases=9)).points == 20
    assert points_of(line(F.PER_CASE, "20", each="5"), Evidence(cases=-1)).points == 0
    assert points_of(line(F.PANEL), Evidence(given=Decimal("37.125"))).points == Decimal("37.13")
    assert points_of(line(F.PANEL), Evidence()).points is None


@pytest.mark.parametrize(("share", "points"), [("20", "0.00"), ("30", "0.00"), ("50", "25.00"), ("70", "50.00")])
def test_share_of_the_register(share, points):
    found = points_of(line(F.FROM_REGISTER, zero_at="30", full_at="70"), Evidence(share=Decimal(share)))
    assert str(found.points) == points
    assert points_of(line(F.FROM_REGISTER, full_at="70"), Evidence()).why is Why.NO_SHARE


@pytest.mark.parametrize(
    ("function", "maximum", "value", "target", "terms", "points"),
    [
        (F.PERCENT_OF_TARGET, "12.45", "91 xã", "166 xã", {}, "6.83"),
        (F.RATIO, "12.45", "91/166 xã", None, {}, "6.83"),
        (F.LOWER_IS_BETTER, "17.76", "302 xã", "192 xã", {}, "7.59"),
        (F.RANGE, "19.80", "363 xã", "256 xã", {"tolerance": "120"}, "2.15"),
    ],
)
def test_a_half_is_rounded_up_though_a_division_on_the_way_does_not_end(
    function, maximum, value, target, terms, points
):
    """91/166 of 12,45 is 6,825; 82/192 of 17,76 is 7,585; 13/120 of 19,80 is 2,145."""
    assert scored(function, value, target, unit="xã", maximum=maximum, **terms)[0] == points
