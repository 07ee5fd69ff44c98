"""Rows that add up are no recipients; companies and general companies, whose names begin alike, are."""

import pytest

from awards.lists.rules.judged_rows import judged
from awards.rows.rules.fields import Field, Meanings
from awards.rows.rules.lines import RowKind

MEANINGS = Meanings({1: Field.NAME, 2: Field.UNIT, 3: Field.AWARD})


@pytest.mark.parametrize(
    "name",
    [
        "Công ty TNHH Minh Họa 12",
        "Tổng công ty Minh Họa",
        "Tổng cục Minh Họa",
        "Tổng đội Thanh niên Minh Họa",
        "Cộng đồng Minh Họa",
    ],
)
def test_bodies_are_recipients(name):
    cells = ["1", name, "Sở Minh Họa 1", "Tập thể Lao động xuất sắc"]
    assert judged(cells, MEANINGS, 0).kind == RowKind.HONOUR


@pytest.mark.parametrize(
    "text",
    [
        "Tổng cộng: 125",
        "TỔNG SỐ",
        "Tổng: 12",
        "Cộng 7",
        "Cộng",
        "Tổng (I+II)",
        "Danh sách này có 12 người",
        "tổng số : 02 đ/c",
        "Cộng dồn trang",
        "Cộng mang sang trang sau",
        "Mang sang trang sau",
        "TC: 3",
        "(Bằng chữ: hai người)",
    ],
)
def test_sums_are_totals(text):
    assert judged(["", text, "125", ""], MEANINGS, 0).kind == RowKind.TOTAL


def test_the_number_of_a_page_is_a_note_and_no_unit():
    assert judged(["", "Trang 2/5", "", ""], MEANINGS, 0).kind == RowKind.NOTE
