"""What an office writes into a cell: printed values are read, everything else is told by name."""

import unicodedata
from decimal import Decimal

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from clusters.indicators.rules.reading import FigureTrouble, read_figure
from clusters.indicators.rules.terms import FigurePart, ValueKind
from clusters.indicators.words import reading_in_words, share_of_plan
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
        ("bình quân 7,4%", ValueKind.PERCENT, "%", "7,4%"),
        ("tăng bình quân trên 7,4%/năm", ValueKind.PERCENT, "%/năm", "trên 7,4%/năm"),
        ("tăng 11,3%", ValueKind.PERCENT, "%", "11,3%"),
        ("ước tăng 7,4%", ValueKind.PERCENT, "%", "khoảng 7,4%"),
        ("12.345 tỉ đồng", ValueKind.DECIMAL, "tỷ đồng", "12.345 tỷ đồng"),
        ("07 xã", ValueKind.WHOLE, "xã", "7 xã"),
        ("5/36", ValueKind.RATIO, "xã", "5/36 xã"),
        ("9/9 tỉnh", ValueKind.RATIO, "tỉnh", "9/9 tỉnh"),
        ("tăng lên 500 tỷ đồng", ValueKind.DECIMAL, "tỷ đồng", "500 tỷ đồng"),
        ("12.345 tỷ VNĐ", ValueKind.DECIMAL, "tỷ đồng", "12.345 tỷ đồng"),
        ("12.345 (tỷ đồng)", ValueKind.DECIMAL, "tỷ đồng", "12.345 tỷ đồng"),
        ("12.345 tỷ đồng (ước)", ValueKind.DECIMAL, "tỷ đồng", "khoảng 12.345 tỷ đồng"),
        ("12.345 (tỷ đồng) (ước tính)", ValueKind.DECIMAL, "tỷ đồng", "khoảng 12.345 tỷ đồng"),
        ("dự kiến 7,4%", ValueKind.PERCENT, "%", "khoảng 7,4%"),
        ("81,25 phần trăm", ValueKind.PERCENT, "%", "81,25%"),
        ("2 345/3 456", ValueKind.RATIO, "lượt", "2.345/3.456 lượt"),
        ("giảm còn 5 xã", ValueKind.WHOLE, "xã", "5 xã"),
        ("5 điểm phần trăm", ValueKind.DECIMAL, "điểm phần trăm", "5 điểm phần trăm"),
        ("tăng 5 điểm phần trăm", ValueKind.DECIMAL, "điểm phần trăm", "5 điểm phần trăm"),
    ],
)
def test_printed_values_are_read(text, kind, unit, said):
    found = read(text, kind, unit)
    assert found.trouble is None
    assert found.quantity.as_text() == said


@pytest.mark.parametrize(
    ("text", "kind", "unit", "trouble"),
    [
        ("12\u202e34", ValueKind.DECIMAL, "tỷ đồng", FigureTrouble.HIDDEN_SIGN),
        ("1\x002", ValueKind.WHOLE, "xã", FigureTrouble.HIDDEN_SIGN),
        ("tăng -3%", ValueKind.PERCENT, "%", FigureTrouble.UP_AND_DOWN),
        ("giảm 3%", ValueKind.PERCENT, "%", FigureTrouble.FALLS),
        ("khoảng 5/36", ValueKind.RATIO, "xã", FigureTrouble.GUESSED_PART),
        ("5/36 (ước)", ValueKind.RATIO, "xã", FigureTrouble.GUESSED_PART),
        ("1.092 phần trăm", ValueKind.PERCENT, "%", FigureTrouble.AMBIGUOUS),
        ("5 (điểm phần trăm)", ValueKind.PERCENT, "%", FigureTrouble.OTHER_UNIT),
        ("1.092", ValueKind.DECIMAL, "triệu đồng", FigureTrouble.AMBIGUOUS),
        ("1.092", ValueKind.PERCENT, "%", FigureTrouble.AMBIGUOUS),
        ("43.000", ValueKind.DECIMAL, "", FigureTrouble.AMBIGUOUS),
        ("10% - 9,5%", ValueKind.PERCENT, "%", FigureTrouble.UPSIDE_DOWN),
        ("500 triệu - 1 tỷ đồng", ValueKind.DECIMAL, "tỷ đồng", FigureTrouble.UNITS_DIFFER),
        ("43 triệu USD", ValueKind.DECIMAL, "tỷ đồng", FigureTrouble.OTHER_UNIT),
        ("60 ngàn", ValueKind.DECIMAL, "tỷ đồng", FigureTrouble.OTHER_UNIT),
        ("07 huyện", ValueKind.RATIO, "xã", FigureTrouble.OTHER_UNIT),
        ("5 tỷ", ValueKind.PERCENT, "%", FigureTrouble.OTHER_UNIT),
        ("5 nghìn", ValueKind.PERCENT, "%/năm", FigureTrouble.OTHER_UNIT),
        ("500 triệu", ValueKind.WHOLE, "người", FigureTrouble.OTHER_UNIT),
        ("5 tỷ", ValueKind.RATIO, "xã", FigureTrouble.OTHER_UNIT),
        ("5 đồng chí", ValueKind.DECIMAL, "tỷ đồng", FigureTrouble.OTHER_UNIT),
        ("5 đồng chí", ValueKind.WHOLE, "đồng", FigureTrouble.OTHER_UNIT),
        ("5 xã viên", ValueKind.WHOLE, "xã", FigureTrouble.OTHER_UNIT),
        ("tăng 500 tỷ đồng", ValueKind.DECIMAL, "tỷ đồng", FigureTrouble.RISES),
        ("đều tăng trên 500", ValueKind.DECIMAL, "tỷ đồng", FigureTrouble.RISES),
        ("ước tăng thêm 05 xã", ValueKind.WHOLE, "xã", FigureTrouble.RISES),
        ("tăng 5%", ValueKind.RATIO, "xã", FigureTrouble.RISES),
        ("1000.000", ValueKind.DECIMAL, "tỷ đồng", FigureTrouble.AMBIGUOUS),
        ("1000.000", ValueKind.WHOLE, "xã", FigureTrouble.AMBIGUOUS),
        ("trên 1000.000%", ValueKind.PERCENT, "%", FigureTrouble.AMBIGUOUS),
        ("1000,000", ValueKind.WHOLE, "xã", FigureTrouble.COMMA_THOUSANDS),
        ("5/36 nghìn hộ", ValueKind.RATIO, "hộ", FigureTrouble.OTHER_UNIT),
        ("999.999.999.999 nghìn tỷ đồng", ValueKind.DECIMAL, "đồng", FigureTrouble.TOO_MANY_DIGITS),
        ("1,2345 nghìn hộ", ValueKind.WHOLE, "hộ", FigureTrouble.NOT_WHOLE),
        ("5,5 xã", ValueKind.RATIO, "xã", FigureTrouble.NOT_WHOLE),
        ("101%", ValueKind.RATIO, "xã", FigureTrouble.PART_ABOVE_WHOLE),
        ("trên 100,5%", ValueKind.RATIO, "xã", FigureTrouble.PART_ABOVE_WHOLE),
        ("-3%", ValueKind.RATIO, "xã", FigureTrouble.NEGATIVE),
        ("5/0", ValueKind.RATIO, "xã", FigureTrouble.NOTHING_TO_DIVIDE_BY),
        ("19", ValueKind.RATIO, "xã", FigureTrouble.NOT_A_RATIO),
        ("1,000", ValueKind.WHOLE, "xã", FigureTrouble.COMMA_THOUSANDS),
        ("khoảng 23,000 lượt", ValueKind.WHOLE, "lượt", FigureTrouble.COMMA_THOUSANDS),
        ("5,250", ValueKind.WHOLE, "xã", FigureTrouble.COMMA_THOUSANDS),
        ("1,000 hộ", ValueKind.RATIO, "hộ", FigureTrouble.COMMA_THOUSANDS),
        ("12\u00ad34", ValueKind.WHOLE, "xã", FigureTrouble.HIDDEN_SIGN),
        ("12\u206034", ValueKind.WHOLE, "xã", FigureTrouble.HIDDEN_SIGN),
        ("12\u200b34", ValueKind.WHOLE, "xã", FigureTrouble.HIDDEN_SIGN),
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


@pytest.mark.parametrize(
    ("text", "kind", "unit", "said", "words"),
    [
        ("gần 60 ngàn tỷ đồng", ValueKind.DECIMAL, "tỷ đồng", "gần 60.000 tỷ đồng", "Hiểu là gần 60.000 tỷ đồng."),
        ("50 - 60 nghìn tỉ đồng", ValueKind.DECIMAL, "tỷ đồng", "50.000 - 60.000 tỷ đồng", "60.000 tỷ đồng."),
        ("khoảng 43 triệu đồng", ValueKind.DECIMAL, "tỷ đồng", "khoảng 0,043 tỷ đồng", "khoảng 0,043 tỷ đồng."),
        ("60.000 triệu đồng", ValueKind.DECIMAL, "tỷ đồng", "60 tỷ đồng", "Hiểu là 60 tỷ đồng."),
        ("trên 60.500 triệu đồng", ValueKind.DECIMAL, "tỷ đồng", "trên 60,5 tỷ đồng", "Hiểu là trên 60,5 tỷ đồng."),
        ("1,2500 nghìn hộ", ValueKind.WHOLE, "hộ", "1.250 hộ", "Hiểu là 1.250 hộ."),
        ("hơn 2 vạn lượt", ValueKind.WHOLE, "lượt", "trên 20.000 lượt", "Hiểu là trên 20.000 lượt."),
        ("43 nghìn tỉ", ValueKind.DECIMAL, "tỷ đồng", "43.000 tỷ đồng", "Hiểu là 43.000 tỷ đồng."),
        ("1,2 nghìn", ValueKind.WHOLE, "hộ", "1.200 hộ", "Hiểu là 1.200 hộ."),
        ("5.250", ValueKind.DECIMAL, "tỷ đồng", "5.250 tỷ đồng", "Hiểu là năm nghìn hai trăm năm mươi tỷ đồng."),
        ("trên 1.005", ValueKind.DECIMAL, "tỷ đồng", "trên 1.005 tỷ đồng", "một nghìn không trăm linh năm tỷ đồng."),
        ("5,250", ValueKind.DECIMAL, "tỷ đồng", "5,250 tỷ đồng", "phần thập phân. Nếu là hàng nghìn thì bỏ dấu phẩy."),
        ("1000,000", ValueKind.DECIMAL, "ha", "1.000,000 ha", "phần thập phân. Nếu là hàng nghìn thì bỏ dấu phẩy."),
        ("500 triệu", ValueKind.DECIMAL, "đồng/người", "500.000.000 đồng/người", "Hiểu là 500.000.000 đồng/người."),
        ("3,5 triệu lượt", ValueKind.WHOLE, "lượt", "3.500.000 lượt", "Hiểu là 3.500.000 lượt."),
        ("23,000", ValueKind.DECIMAL, "ha", "23,000 ha", "phần thập phân. Nếu là hàng nghìn thì bỏ dấu phẩy."),
        ("1,250 nghìn hộ", ValueKind.WHOLE, "hộ", "1.250 hộ", "Hiểu là 1.250 hộ."),
        ("07 xã", ValueKind.RATIO, "xã", "7 xã", "Theo báo cáo, không có mẫu số."),
        ("81,25%", ValueKind.RATIO, "xã", "81,25%", "Theo báo cáo, không có tử số và mẫu số."),
        ("gần 70%", ValueKind.RATIO, "xã", "gần 70%", "Theo báo cáo, không có tử số và mẫu số."),
        ("812,5", ValueKind.PERCENT, "%", "812,5%", "Hiểu là 812,5%, vượt quá toàn bộ. Hãy xem có đúng không."),
        ("1000%", ValueKind.PERCENT, "%", "1.000%", "vượt quá toàn bộ. Hãy xem có đúng không."),
        ("0,8125", ValueKind.PERCENT, "%", "0,8125%", "Nếu là phần của 1 thì nhân với 100 rồi ghi lại."),
        ("0,8125%", ValueKind.PERCENT, "%", "0,8125%", ""),
        ("100%", ValueKind.PERCENT, "%", "100%", ""),
        ("999.999 tỷ đồng", ValueKind.DECIMAL, "tỷ đồng", "999.999 tỷ đồng", ""),
        (
            "12.345.678 tỷ đồng",
            ValueKind.DECIMAL,
            "tỷ đồng",
            "12.345.678 tỷ đồng",
            "sáu trăm bảy mươi tám tỷ đồng. Hãy xem có đúng đơn vị này không.",
        ),
        ("12.345.678", ValueKind.DECIMAL, "tỷ đồng", "12.345.678 tỷ đồng", "Hãy xem có đúng đơn vị này không."),
        ("5.250 tỷ đồng", ValueKind.DECIMAL, "tỷ đồng", "5.250 tỷ đồng", ""),
        ("1.092", ValueKind.WHOLE, "xã", "1.092 xã", ""),
    ],
)
def test_what_is_not_read_letter_by_letter_is_shown_back_in_words(text, kind, unit, said, words):
    found = read(text, kind, unit)
    assert found.quantity.as_text() == said
    assert found.quantity.said == text
    with translation.override("vi"):
        assert reading_in_words(found).endswith(words)
        assert bool(reading_in_words(found)) is bool(words)


def test_a_rise_is_no_share_of_the_plan():
    assert read("tăng 5%", part=FigurePart.PLAN_SHARE).trouble is FigureTrouble.RISES


@pytest.mark.parametrize("text", ["52", "gần 50%", "52,3% kế hoạch năm", "đạt 52%"])
def test_a_share_of_the_plan_is_in_per_cent_whatever_the_indicator(text):
    assert read(text, ValueKind.WHOLE, "xã", FigurePart.PLAN_SHARE).quantity.unit == "%"


@pytest.mark.parametrize(
    ("text", "told"), [("105%", ""), ("1000%", "vượt quá toàn bộ"), ("0,507", "dưới một phần trăm"), ("50,7", "")]
)
def test_an_unlikely_share_of_the_plan_is_told(text, told):
    with translation.override("vi"):
        words = reading_in_words(read(text, ValueKind.WHOLE, "xã", FigurePart.PLAN_SHARE))
    assert (told in words, bool(words)) == (True, bool(told))


@pytest.mark.parametrize(
    ("name", "trouble"),
    [
        ("Tỷ lệ giải ngân vốn đầu tư công", FigureTrouble.NEGATIVE),
        ("Tỉ trọng công nghiệp", FigureTrouble.NEGATIVE),
        ("Tỷ lệ tăng dân số tự nhiên", None),
        ("Tốc độ tăng tổng sản phẩm (GRDP)", None),
    ],
)
def test_growth_falls_below_nothing_and_a_share_does_not(name, trouble):
    assert read_figure(FigurePart.VALUE, "-3%", kind=ValueKind.PERCENT, unit="%", name=name).trouble is trouble


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


@pytest.mark.parametrize("part", [19, 0])
def test_a_ratio_is_stored_with_its_base(part):
    kept = Quantity.ratio(part, 20, "xã", as_printed=f"{part}/20 xã")
    assert from_json(to_json(kept)) == kept
    assert isinstance(from_json(to_json(kept)).low, Decimal)


def test_a_part_of_nothing_that_was_stored_without_its_part_is_read():
    stored = to_json(Quantity.ratio(0, 36, "xã"))
    del stored["numerator"]
    assert from_json(stored) == Quantity.ratio(0, 36, "xã")


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
