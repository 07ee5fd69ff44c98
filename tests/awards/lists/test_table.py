"""The table of a list as it was confirmed, beside the same file read again. No database."""

import io

import pytest

from awards.lists.intake.confirmed import read_confirmed
from awards.lists.intake.list_file import read_list, tables_as_read
from awards.lists.rules.table import ListHeading, ListTable, OtherHeading, carried_over, first_difference
from awards.rows.rules.fields import Meanings
from emulation.core.intake.legacy_letters import TCVN3
from tests.awards.lists.old_books import ods_book, xls_book
from tests.awards.lists.test_shapes import HEADINGS, ROWS, TABLE, in_letters, merged_book, text
from tests.awards.lists.workbooks import book, l1_book, person

DOUBLE = [
    ("TT", "Họ và tên", "Ngày sinh", "", "Đơn vị"),
    ("", "", "Nam", "Nữ", ""),
    ("1", "Nguyễn Mẫu", "1975", "", "A"),
]
NUMBERED = [("DANH SÁCH",), (), HEADINGS, tuple(f"({number})" for number in range(1, 8)), *ROWS]


@pytest.mark.parametrize(
    "content",
    [
        l1_book([person("Nguyễn Văn Mẫu")]),
        book({"A": DOUBLE}),
        book({"Một trang tính có tên dài hơn": NUMBERED}),
        merged_book(),
        xls_book(TABLE),
        xls_book([[in_letters(cell, TCVN3) for cell in row] for row in TABLE]),
        book({"A": [HEADINGS, *[[in_letters(cell, TCVN3) for cell in row] for row in ROWS]]}),
        ods_book(TABLE),
        text(TABLE).encode(),
    ],
    ids=["L1", "double", "numbered", "merged", "xls", "old font", "old font beneath", "ods", "text"],
)
def test_at_the_place_of_the_guess_the_file_reads_as_it_was_guessed(content):
    first = read_list(io.BytesIO(content))
    assert read_confirmed(io.BytesIO(content), tables_as_read(first)) == first


def table(*texts: str, **meanings: int) -> ListTable:
    headings = tuple(ListHeading(place, text) for place, text in enumerate(texts))
    return ListTable("A", 1, headings, Meanings({place: field for field, place in meanings.items()}))


CONFIRMED = table("STT", "Họ và tên", "Nơi ở", "Danh hiệu", name=1, unit=2)


@pytest.mark.parametrize(
    ("now", "differs"),
    [
        (("STT", "Họ và tên", "Nơi ở", "Danh hiệu"), None),
        (("STT", "Họ tên", "Nơi ở", "Hình thức"), OtherHeading(ListHeading(1, "Họ và tên"), ListHeading(1, "Họ tên"))),
        (("STT", "Họ và tên", "Nơi ở"), OtherHeading(ListHeading(3, "Danh hiệu"), None)),
        (("STT", "Họ và tên", "Nơi ở", "Danh hiệu", "Hạng"), OtherHeading(None, ListHeading(4, "Hạng"))),
    ],
)
def test_the_leftmost_difference_is_told(now, differs):
    assert first_difference(CONFIRMED.headings, table(*now).headings) == differs


def test_values_beneath_the_headings_are_no_difference():
    other = tuple(ListHeading(heading.place, heading.text, ("giá trị",)) for heading in CONFIRMED.headings)
    assert first_difference(CONFIRMED.headings, other) is None


def test_answers_go_with_their_headings_and_only_the_rest_is_guessed():
    now = table("TT", "HỌ VÀ TÊN", "Hạng", "Danh hiệu", "Nơi ở", "Đơn vị")
    guessed = Meanings({1: "position", 2: "award_class", 3: "award", 4: "position", 5: "unit"})
    assert carried_over(CONFIRMED, now.headings, guessed) == Meanings({1: "name", 2: "award_class", 4: "unit"})


def test_of_equal_headings_each_keeps_its_own_answer():
    twice = table("Họ và tên", "Ngày", "Ngày", name=0, birth=1, decision_date=2)
    now = table("STT", "Họ và tên", "Ngày", "Ngày")
    assert carried_over(twice, now.headings, Meanings({})) == Meanings({1: "name", 2: "birth", 3: "decision_date"})


def test_kept_and_read_again_it_is_the_same():
    heading = ListHeading(3, "Đơn vị", ("Trường Mẫu",), "vni")
    assert ListHeading.from_json(heading.as_json()) == heading
    assert heading.as_json() == {"place": 3, "heading": "Đơn vị", "samples": ["Trường Mẫu"], "letters": "vni"}
