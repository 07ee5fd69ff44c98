"""A figure as printed, to a quantity and back."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emulation.core.quantity import Hedge, Quantity, QuantityError, parse_quantity
from tests.core.quantities import D, about, at_least, exact, over, quantities, under

REASONS = {"not_a_quantity", "ambiguous", "too_many_digits", "upside_down", "units_differ", "nothing_to_divide_by"}
REASONS |= {"other_share", "up_and_down", "falls", "guessed_part"}
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
    ("từ 90%", at_least(90, "%")),
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
        ("ước tăng 7,4%", about("7.4", "7.4", "%")),
        ("Ước tăng khoảng 7,4%", about("7.4", "7.4", "%")),
        ("ước tính tăng trưởng 7 - 8%", about(7, 8, "%")),
        ("ước giảm còn 3%", about(3, 3, "%")),
        ("tăng trưởng 11,3%", exact("11.3", "%")),
        ("tốc độ tăng trưởng bình quân đạt trên 11,3%/năm", over("11.3", "%/năm")),
        ("tăng trưởng ước đạt 11,3%", about("11.3", "11.3", "%")),
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
        ("19/20 (95,00%)", Quantity.ratio(19, 20)),
        ("13/16 xã (81,25%)", Quantity.ratio(13, 16, "xã")),
        ("13/16 xã (đạt tỷ lệ 81,3%)", Quantity.ratio(13, 16, "xã")),
        ("13/16 xã, đạt 81,25%", Quantity.ratio(13, 16, "xã")),
        ("đạt 81,25% (13/16 xã)", Quantity.ratio(13, 16, "xã")),
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
        *(
            (falling, "falls")
            for falling in (
                "giảm 5%",
                "Giảm khoảng 5%",
                "ước giảm 5%",
                "giảm từ 5% xuống 3%",
                "âm 3%",
                "tăng trưởng âm 3%",
            )
        ),
        *(
            (guess, "guessed_part")
            for guess in ("khoảng 5/36", "gần 5/36 xã", "khoảng 13/16 xã (81,25%)", "hơn 2/3 số xã")
        ),
        ("ước tăng 5/36 xã", "guessed_part"),
        ("ước tăng -3%", "up_and_down"),
        ("tăng trưởng -3%", "up_and_down"),
        ("khoảng 1.2/3", "not_a_quantity"),
        ("gần 95 - 98%", "not_a_quantity"),
        ("25,5/30", "not_a_quantity"),
        ("04/8/2023", "not_a_quantity"),
        ("19/20 (93,9%)", "other_share"),
        ("13/16 xã, đạt 81,3%, tăng", "not_a_quantity"),
        ("", "not_a_quantity"),
        ("%", "not_a_quantity"),
        ("5" * 300, "not_a_quantity"),
        ("9" * 35, "too_many_digits"),
        (f"5/{'9' * 35}", "too_many_digits"),
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
        ("giảm còn 0,36%", "0,36%"),
        ("giảm xuống 3%", "3%"),
        ("-0", "0"),
        ("471000 tỷ đồng", "471.000 tỷ đồng"),
        ("19/20 chỉ tiêu", "19/20 chỉ tiêu"),
    ],
)
def test_one_wording_for_each_meaning(printed, text):
    assert parse_quantity(printed).as_text() == text


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("12.64%", "12,64%"),
        ("9.5% - 10.25%", "9,5% - 10,25%"),
        ("471.000 tỷ đồng", "471.000 tỷ đồng"),
        ("1.800.000,5 đồng", "1.800.000,5 đồng"),
        ("0.360%", "0,360%"),
        ("bình quân 7.4%", "bình quân 7,4%"),
    ],
)
def test_a_decimal_point_is_printed_as_a_comma(printed, said):
    found = parse_quantity(printed)
    assert (found.as_printed, found.said) == (printed, said)


@pytest.mark.parametrize(
    ("printed", "said"), [("-0", "0"), ("\u22120,0%", "0,0%"), ("+0", "+0"), ("tăng 0%", "tăng 0%")]
)
def test_nothing_has_no_sign(printed, said):
    found = parse_quantity(printed)
    assert (found.said, found.low.is_signed()) == (said, False)


@given(quantities())
def test_text_is_read_back_as_the_same_quantity(quantity):
    assert parse_quantity(quantity.as_text()) == quantity


@given(st.text(max_size=40))
def test_any_text_is_a_quantity_or_a_quantity_error(text):
    try:
        found = parse_quantity(text)
    except QuantityError as error:
        found = error.reason
    assert isinstance(found, Quantity) or found in REASONS
