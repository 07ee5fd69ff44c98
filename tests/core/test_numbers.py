from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from emulation.core.numbers import (
    NumberError,
    format_decimal,
    format_for_input,
    format_integer,
    format_percent,
    parse_decimal,
    parse_integer,
    parse_integer_cell,
)

decimals = st.decimals(-(10**12), 10**12, allow_nan=False, places=4).flatmap(
    lambda value: st.integers(0, 4).map(lambda places: value.quantize(Decimal(1).scaleb(-places)))
)


@pytest.mark.parametrize("written", ["9" * 35, "1" + "0" * 18, "-" + "9" * 19, "1" + ".000" * 6, "0," + "0" * 18 + "1"])
def test_a_number_of_more_digits_than_any_office_writes_is_refused(written):
    with pytest.raises(NumberError) as caught:
        parse_decimal(written)
    assert (caught.value.reason, caught.value.seen) == ("too_many_digits", written)


@pytest.mark.parametrize("value", [10**18, 1e300, Decimal("-1E+40"), "9" * 35])
def test_whole_numbers_are_bounded_too(value):
    with pytest.raises(NumberError, match="too_many_digits"):
        parse_integer_cell(value)


@pytest.mark.parametrize("value", [Decimal("9" * 35), Decimal("9" * 200 + ".5")])
def test_a_number_of_any_size_is_shown(value):
    assert format_decimal(value, 2).endswith((",00", ",50"))
    assert format_percent(value, 3).endswith("%")


@pytest.mark.parametrize(
    ("value", "written"),
    [(0, "0"), (7, "7"), (999, "999"), (1092, "1.092"), (23735, "23.735"), (1800000, "1.800.000"), (-1092, "-1.092")],
)
def test_whole_numbers_out(value, written):
    assert format_integer(value) == written


@pytest.mark.parametrize(
    ("value", "places", "written"),
    [
        ("12.64", None, "12,64"),
        ("3.50", None, "3,50"),
        ("1800000.5", None, "1.800.000,5"),
        ("12.645", 2, "12,65"),
        ("12.635", 2, "12,64"),
        ("-12.645", 2, "-12,65"),
        ("12", 2, "12,00"),
        ("0.5", 0, "1"),
        ("-0.001", 2, "0,00"),
        ("1E+3", None, "1.000"),
    ],
)
def test_decimals_out_are_rounded_half_up(value, places, written):
    assert format_decimal(Decimal(value), places) == written


def test_a_float_is_refused():
    with pytest.raises(TypeError, match="Decimal"):
        format_decimal(0.1)


@pytest.mark.parametrize(
    ("numerator", "denominator", "written"),
    [(7992, 10000, "79,92%"), (92, 126, "73,02%"), (89, 122, "72,95%"), (1, 3, "33,33%"), (2, 3, "66,67%")]
    + [(19, 19, "100,00%"), (0, 5, "0,00%"), (1, 800, "0,13%"), (-1, 800, "-0,13%"), (25, 20, "125,00%")],
)
def test_percentages(numerator, denominator, written):
    assert format_percent(numerator, denominator) == written


def test_nothing_divided_by_nothing_has_no_percentage():
    assert format_percent(0, 0) is None
    assert format_percent(5, 0) is None


def test_a_percentage_takes_decimals_and_places():
    assert format_percent(Decimal("0.7992"), Decimal(1), places=1) == "79,9%"


@pytest.mark.parametrize(
    ("written", "value"),
    [("1.092", 1092), ("23.735", 23735), ("23 735", 23735), ("23\u00a0735", 23735), ("23\u202f735", 23735)]
    + [("1092", 1092), (" 05 ", 5), ("-1.092", -1092), ("\u22121.092", -1092), ("1.800.000", 1800000), ("0", 0)],
)
def test_whole_numbers_in(written, value):
    assert parse_integer(written) == value


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("1,092", "ambiguous"),
        ("1,092,000", "ambiguous"),
        ("12,64", "not_whole"),
        ("12.64", "not_whole"),
        ("15.0", "not_whole"),
        ("1 2 3", "not_a_number"),
        ("1.09", "not_whole"),
        ("1.0923.000", "not_a_number"),
        ("hai", "not_a_number"),
        ("", "not_a_number"),
        ("٣", "not_a_number"),
        ("1" * 5000, "not_a_number"),
    ],
)
def test_what_is_no_whole_number(written, reason):
    with pytest.raises(NumberError) as caught:
        parse_integer(written)
    assert (caught.value.reason, caught.value.seen) == (reason, written)


@given(st.integers(1 - 10**18, 10**18 - 1))
def test_whole_numbers_round_trip(value):
    assert parse_integer(format_integer(value)) == value
    assert parse_integer(str(value)) == value
    assert parse_integer_cell(value) == value


@pytest.mark.parametrize(
    ("cell", "value"),
    [(15, 15), (15.0, 15), ("15.0", 15), ("15,00", 15), ("15.000", 15000), (Decimal("15.0"), 15), ("1.092", 1092)],
)
def test_a_cell_of_a_spreadsheet(cell, value):
    assert parse_integer_cell(cell) == value


@pytest.mark.parametrize(
    ("cell", "reason"),
    [(15.5, "not_whole"), ("15.5", "not_whole"), (float("nan"), "not_a_number"), (float("inf"), "not_a_number")]
    + [(True, "not_a_number"), ("", "not_a_number"), (Decimal("NaN"), "not_a_number")],
)
def test_a_cell_that_is_no_whole_number(cell, reason):
    with pytest.raises(NumberError) as caught:
        parse_integer_cell(cell)
    assert caught.value.reason == reason


@pytest.mark.parametrize(
    ("written", "value"),
    [("12,64", "12.64"), ("12.64", "12.64"), ("1.800.000,5", "1800000.5"), ("1.800.000", "1800000"), ("1092", "1092")]
    + [("1,092", "1.092"), ("0.360", "0.360"), ("1.0920", "1.0920"), ("23 735,5", "23735.5"), ("-2,5", "-2.5")]
    + [("1234.567", "1234.567")],
)
def test_decimals_in(written, value):
    assert parse_decimal(written) == Decimal(value)


@pytest.mark.parametrize(
    ("written", "reason"),
    [("1.092", "ambiguous"), ("-1.092", "ambiguous"), ("471.000", "ambiguous"), ("1,092.5", "ambiguous")]
    + [("1,092,000", "ambiguous"), ("12,6,4", "not_a_number"), ("12,", "not_a_number"), (",5", "not_a_number")]
    + [("1e5", "not_a_number"), ("NaN", "not_a_number"), ("", "not_a_number"), ("1.80.000,5", "not_a_number")],
)
def test_what_is_no_decimal(written, reason):
    with pytest.raises(NumberError) as caught:
        parse_decimal(written)
    assert (caught.value.reason, caught.value.seen) == (reason, written)


@given(decimals)
def test_what_a_form_shows_it_reads_back(value):
    assert parse_decimal(format_for_input(value)) == value


@given(decimals)
def test_what_a_page_shows_is_read_back_or_refused_never_changed(value):
    try:
        found = parse_decimal(format_decimal(value))
    except NumberError as error:
        found = error.reason
    assert found in (value, "ambiguous")
    if found == "ambiguous":
        assert value == value.to_integral_value()
        assert 1000 <= abs(value) < 10**6


@given(decimals, st.integers(0, 3))
def test_rounding_moves_by_half_a_place_at_most(value, places):
    shown = format_decimal(value, places)
    assume(places > 0)
    assert abs(parse_decimal(shown) - value) <= Decimal(5).scaleb(-places - 1)


@given(st.text(max_size=30))
def test_any_text_is_a_number_or_a_number_error(text):
    for parse in (parse_integer, parse_integer_cell, parse_decimal):
        try:
            found = parse(text)
        except NumberError as error:
            found = error.reason
        assert isinstance(found, int | Decimal) or found in {
            "not_a_number",
            "ambiguous",
            "not_whole",
            "too_many_digits",
        }


@given(st.integers(0, 10**6), st.integers(1, 10**6))
def test_a_part_and_the_rest_make_a_hundred(part, rest):
    total = part + rest
    one = parse_decimal(format_percent(part, total)[:-1])
    other = parse_decimal(format_percent(rest, total)[:-1])
    assert abs(one + other - 100) <= Decimal("0.01")
