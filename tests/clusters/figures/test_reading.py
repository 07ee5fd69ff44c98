"""What an office writes into a cell: printed values are read, everything else is told by name."""

import unicodedata
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clusters.indicators.rules.reading import FigureTrouble, read_figure
from clusters.indicators.rules.terms import FigurePart, ValueKind
from clusters.indicators.words import share_of_plan
from emulation.core.quantity import Quantity
from emulation.core.quantity.storing import from_json, to_json


def read(text, kind=ValueKind.DECIMAL, unit="tỷ đồng", part=FigurePart.VALUE):
    return read_figure(part, text, kind=kind, unit=unit)


@pytest.mark.parametrize(
    ("text", "kind", "unit", "said"),
    [
        ("73", ValueKind.WHOLE, "phong trào", "73 phong trào"),
        ("1.092", ValueKind.WHOLE, "xã", "1.092 xã"),
        ("05 xã", ValueKind.WHOLE, "xã", "5 xã"),
        ("12", ValueKind.WHOLE, "xã nông thôn mới", "12 xã nông thôn mới"),
        ("12,64", ValueKind.DECIMAL, "triệu đồng", "12,64 triệu đồng"),
        ("43.000 tỷ đồng", ValueKind.DECIMAL, "tỷ đồng", "43.000 tỷ đồng"),
        ("đều tăng trên 3,5%", ValueKind.PERCENT, "%", "trên 3,5%"),
        ("từ 75% trở lên", ValueKind.PERCENT, "%", "từ 75% trở lên"),
        ("9,5% - 10%", ValueKind.PERCENT, "%/năm", "9,5% - 10%/năm"),
        ("-3,2", ValueKind.PERCENT, "%", "-3,2%"),
        ("19/19", ValueKind.RATIO, "xã", "19/19 xã"),
        ("1.230/2.345", ValueKind.RATIO, "lượt", "1.230/2.345 lượt"),
        (unicodedata.normalize("NFD", "gần 70%"), ValueKind.PERCENT, "%", "gần 70%"),
    ],
)
def test_printed_values_are_read(text, kind, unit, said):
    found = read(text, kind, unit)
    assert found.trouble is None
    assert found.quantity.as_text() == said


@pytest.mark.parametrize(
    ("text", "kind", "unit", "trouble"),
    [
        ("1.092", ValueKind.DECIMAL, "tỷ đồng", FigureTrouble.AMBIGUOUS),
        ("1.092", ValueKind.PERCENT, "%", FigureTrouble.AMBIGUOUS),
        ("43.000", ValueKind.DECIMAL, "", FigureTrouble.AMBIGUOUS),
        ("10% - 9,5%", ValueKind.PERCENT, "%", FigureTrouble.UPSIDE_DOWN),
        ("500 triệu - 1 tỷ đồng", ValueKind.DECIMAL, "tỷ đồng", FigureTrouble.UNITS_DIFFER),
        ("43 triệu đồng", ValueKind.DECIMAL, "tỷ đồng", FigureTrouble.OTHER_UNIT),
        ("5/0", ValueKind.RATIO, "xã", FigureTrouble.NOTHING_TO_DIVIDE_BY),
        ("19", ValueKind.RATIO, "xã", FigureTrouble.NOT_A_RATIO),
        ("19/19", ValueKind.WHOLE, "xã", FigureTrouble.A_RATIO),
        ("20/19", ValueKind.RATIO, "xã", FigureTrouble.PART_ABOVE_WHOLE),
        ("5,5", ValueKind.WHOLE, "xã", FigureTrouble.NOT_WHOLE),
        ("-3", ValueKind.WHOLE, "xã", FigureTrouble.NEGATIVE),
        ("đạt kế hoạch", ValueKind.PERCENT, "%", FigureTrouble.NOT_A_QUANTITY),
        ("=cmd|' /C calc'!A0", ValueKind.WHOLE, "xã", FigureTrouble.NOT_A_QUANTITY),
        ("x" * 300, ValueKind.WHOLE, "xã", FigureTrouble.NOT_A_QUANTITY),
    ],
)
def test_what_is_no_figure_is_told_by_name(text, kind, unit, trouble):
    found = read(text, kind, unit)
    assert (found.quantity, found.trouble) == (None, trouble)
    assert found.seen


@pytest.mark.parametrize("text", ["52", "gần 50%", "52,3% kế hoạch năm", "đạt 52%"])
def test_a_share_of_the_plan_is_in_per_cent_whatever_the_indicator(text):
    assert read(text, ValueKind.WHOLE, "xã", FigurePart.PLAN_SHARE).quantity.unit == "%"


def test_nothing_written_is_neither_a_figure_nor_a_trouble():
    assert read("  ") == read("")
    assert read("").quantity is None
    assert read("").trouble is None


@given(st.text(max_size=60), st.sampled_from(list(ValueKind)))
def test_no_text_is_too_odd(text, kind):
    found = read(text, kind, "%")
    assert found.quantity is None or found.trouble is None


BOUNDS = st.decimals(min_value=-1000, max_value=1000, places=2)


@given(BOUNDS, BOUNDS, st.booleans(), st.booleans())
def test_a_quantity_is_stored_exactly(one, other, low_closed, high_closed):
    low, high = sorted((one, other))
    closed = low == high
    kept = Quantity(low, high, low_closed or closed, high_closed or closed, unit="%", as_printed="như in")
    again = from_json(to_json(kept))
    assert again == kept
    assert again.as_printed == "như in"


def test_a_ratio_is_stored_with_its_base():
    kept = Quantity.ratio(19, 20, "xã", as_printed="19/20 xã")
    assert from_json(to_json(kept)) == kept
    assert isinstance(from_json(to_json(kept)).low, Decimal)


@pytest.mark.parametrize(
    ("share", "said"),
    [
        ("từ 50% trở lên", "đạt từ 50% kế hoạch năm trở lên"),
        ("từ 50% trở xuống", "đạt từ 50% kế hoạch năm trở xuống"),
        ("gần 50%", "gần 50% kế hoạch năm"),
    ],
)
def test_a_share_of_the_plan_keeps_its_last_words_last(share, said):
    assert share_of_plan(share) == said
