"""Whole numbers in Vietnamese words, as they are read out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emulation.core.quantity.spelling import DIGITS, spelled, with_thousands_spelled


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "không"),
        (10, "mười"),
        (14, "mười bốn"),
        (15, "mười lăm"),
        (21, "hai mươi mốt"),
        (24, "hai mươi tư"),
        (55, "năm mươi lăm"),
        (105, "một trăm linh năm"),
        (110, "một trăm mười"),
        (1005, "một nghìn không trăm linh năm"),
        (1092, "một nghìn không trăm chín mươi hai"),
        (5250, "năm nghìn hai trăm năm mươi"),
        (471000, "bốn trăm bảy mươi mốt nghìn"),
        (1000001, "một triệu không trăm linh một"),
        (2000000000, "hai tỷ"),
        (12345678901, "mười hai tỷ ba trăm bốn mươi lăm triệu sáu trăm bảy mươi tám nghìn chín trăm linh một"),
        (10**12, "một nghìn tỷ"),
    ],
)
def test_as_it_is_read_out(number, words):
    assert spelled(number) == words


@given(st.integers(0, 10**18), st.integers(0, 10**18))
def test_no_two_numbers_share_their_words(one, other):
    assert (spelled(one) == spelled(other)) is (one == other)
    assert spelled(one).split(" ")[0] in {*DIGITS, "mười"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("gần 5.250 tỷ đồng", "gần năm nghìn hai trăm năm mươi tỷ đồng"),
        ("5.250,5 tỷ đồng", "5.250,5 tỷ đồng"),
        ("1.092/1.200 hộ", "1.092/1.200 hộ"),
        ("12,64%", "12,64%"),
    ],
)
def test_only_thousands_parted_by_dots_are_spelled(text, words):
    assert with_thousands_spelled(text) == words
