import unicodedata
from dataclasses import FrozenInstanceError
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from emulation.core.quantity import Hedge, Quantity, QuantityError, parse_quantity

D = Decimal
UNITS = ["", "%", "%/năm", "xã", "tỷ đồng", "triệu đồng", "tập thể, cá nhân", "m2", "nghìn tỷ đồng", "‰"]
REASONS = {"not_a_quantity", "ambiguous", "upside_down", "units_differ", "nothing_to_divide_by"}
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


FROM_THE_PRESS = [
    ("đều tăng trên 3,5%", over("3.5", "%")),
    ("471.000 tỷ đồng", exact(471000, "tỷ đồng")),
    ("tăng 22,1%", exact("22.1", "%")),
    ("tăng hơn 12%", over(12, "%")),
    ("tăng hơn 11%", over(11, "%")),
    ("9,5% - 10%/năm", Quantity(D("9.5"), D(10), unit="%/năm")),
    ("43.000 tỷ đồng", exact(43000, "tỷ đồng")),
    ("còn 0,36%", exact("0.36", "%")),
    ("05 xã", exact(5, "xã")),
    ("02 xã", exact(2, "xã")),
    ("từ 75% trở lên", at_least(75, "%")),
    ("1.092", exact(1092)),
]


@pytest.mark.parametrize(("printed", "meant"), FROM_THE_PRESS)
def test_figures_as_the_press_prints_them(printed, meant):
    found = parse_quantity(printed)
    assert found == meant
    assert found.as_printed == printed


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("trên 3,5%", over("3.5", "%")),
        ("hơn 12%", over(12, "%")),
        ("Hơn 23.000 lượt", over(23000, "lượt")),
        ("> 5", over(5)),
        ("gần 70%", under(70, "%", hedge=Hedge.NEARLY)),
        ("dưới 5%", under(5, "%")),
        ("chưa đến 5%", under(5, "%")),
        ("<5%", under(5, "%")),
        ("ít nhất 5 xã", at_least(5, "xã")),
        ("tối thiểu 5 xã", at_least(5, "xã")),
        ("không dưới 5 xã", at_least(5, "xã")),
        ("≥ 75%", at_least(75, "%")),
        (">= 75%", at_least(75, "%")),
        ("75% trở lên", at_least(75, "%")),
        ("từ 05 xã trở lên", at_least(5, "xã")),
        ("tối đa 3%", under(3, "%", closed=True)),
        ("không quá 20%", under(20, "%", closed=True)),
        ("≤ 20%", under(20, "%", closed=True)),
        ("từ 3% trở xuống", under(3, "%", closed=True)),
        ("khoảng 5", about(5, 5)),
        ("xấp xỉ 5 tỷ đồng", about(5, 5, "tỷ đồng")),
        ("trên dưới 5%", about(5, 5, "%")),
        ("ước đạt 5%", about(5, 5, "%")),
        ("khoảng 95 - 98 triệu đồng", about(95, 98, "triệu đồng")),
        ("từ 95 đến 98 triệu đồng", Quantity(D(95), D(98), unit="triệu đồng")),
        ("từ 95 triệu đồng đến 98 triệu đồng", Quantity(D(95), D(98), unit="triệu đồng")),
        ("95–98 triệu đồng", Quantity(D(95), D(98), unit="triệu đồng")),
        ("9,5 - 10%", Quantity(D("9.5"), D(10), unit="%")),
        ("từ 5% đến dưới 10%", Quantity(D(5), D(10), True, False, unit="%")),
        ("trên 5% đến 10%", Quantity(D(5), D(10), False, True, unit="%")),
        ("-2,5% - -1%", Quantity(D("-2.5"), D(-1), unit="%")),
        ("\u22122,5%", exact("-2.5", "%")),
        ("12.64%", exact("12.64", "%")),
        ("23 735 lượt", exact(23735, "lượt")),
        ("120 m2", exact(120, "m2")),
        ("471 nghìn tỷ đồng", exact(471, "nghìn tỷ đồng")),
        ("19/19", Quantity.ratio(19, 19)),
        ("19/20 chỉ tiêu", Quantity.ratio(19, 20, "chỉ tiêu")),
        ("đạt 1.092/1.200 hộ", Quantity.ratio(1092, 1200, "hộ")),
        (unicodedata.normalize("NFD", "từ\u00a075%  trở lên"), at_least(75, "%")),
    ],
)
def test_other_ways_to_print(printed, meant):
    assert parse_quantity(printed) == meant


@pytest.mark.parametrize(
    ("printed", "reason"),
    [
        ("1.092%", "ambiguous"),
        ("trên 1.092%", "ambiguous"),
        ("1,092,000 đồng", "ambiguous"),
        ("10 - 5", "upside_down"),
        ("từ 98 đến 95 triệu đồng", "upside_down"),
        ("trên 5% đến 5%", "upside_down"),
        ("500 triệu - 1 tỷ đồng", "units_differ"),
        ("19/0", "nothing_to_divide_by"),
        ("đều đạt và vượt kế hoạch", "not_a_quantity"),
        ("giảm 5%", "not_a_quantity"),
        ("hơn 2/3 số xã", "not_a_quantity"),
        ("gần 95 - 98%", "not_a_quantity"),
        ("25,5/30", "not_a_quantity"),
        ("04/8/2023", "not_a_quantity"),
        ("19/20 (95%)", "not_a_quantity"),
        ("", "not_a_quantity"),
        ("%", "not_a_quantity"),
        ("5" * 300, "not_a_quantity"),
    ],
)
def test_what_is_refused_and_why(printed, reason):
    with pytest.raises(QuantityError) as caught:
        parse_quantity(printed)
    assert (caught.value.reason, caught.value.seen) == (reason, printed)


def test_the_unit_of_a_column_counts_where_the_figure_names_none():
    assert parse_quantity("trên 3,5", unit="%") == over("3.5", "%")
    assert parse_quantity("05 xã", unit="%").unit == "xã"
    assert parse_quantity("1.092", unit="hộ") == exact(1092, "hộ")
    with pytest.raises(QuantityError, match="ambiguous"):
        parse_quantity("1.092", unit="%")


@pytest.mark.parametrize(
    ("printed", "text"),
    [
        ("đều tăng trên 3,5%", "trên 3,5%"),
        ("hơn 12%", "trên 12%"),
        ("gần 70%", "gần 70%"),
        ("ít nhất 75%", "từ 75% trở lên"),
        ("tối đa 3 xã", "không quá 3 xã"),
        ("từ 95 đến 98 triệu đồng", "95 - 98 triệu đồng"),
        ("9,5%-10%/năm", "9,5% - 10%/năm"),
        ("từ 5% đến dưới 10%", "từ 5% đến dưới 10%"),
        ("khoảng 5", "khoảng 5"),
        ("471000 tỷ đồng", "471.000 tỷ đồng"),
        ("19/20 chỉ tiêu", "19/20 chỉ tiêu"),
    ],
)
def test_one_wording_for_each_meaning(printed, text):
    assert parse_quantity(printed).as_text() == text


@given(quantities())
def test_text_is_read_back_as_the_same_quantity(quantity):
    assert parse_quantity(quantity.as_text()) == quantity


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


@given(st.text(max_size=40))
def test_any_text_is_a_quantity_or_a_quantity_error(text):
    try:
        found = parse_quantity(text)
    except QuantityError as error:
        found = error.reason
    assert isinstance(found, Quantity) or found in REASONS
