"""Two versions of a document: what differs is found, block by block; one is brought up to the other place by place."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from reports.document.rules.comparison import changes, is_of_the_same_hand, merged
from reports.document.rules.differences import CellChange, cell_changes, marked
from reports.document.rules.document import (
    Annex,
    BulletList,
    Column,
    Document,
    Figure,
    Heading,
    Letterhead,
    Paragraph,
    Row,
    Table,
)

OLD_DAY, NEW_DAY = date(2023, 7, 10), date(2023, 7, 12)


def table(number, rows):
    columns = (Column("TT", "integer"), Column("Đơn vị"), Column("Số lượt", "integer"))
    return Table(f"Bảng {number}. Theo đơn vị", columns, tuple(Row.of(at, *row) for at, row in enumerate(rows, 1)))


def document(*blocks, day=OLD_DAY, annexes=()):
    return Document(Letterhead("A"), "BC", "Cần Thơ", "Sơ kết", day, blocks, annexes=annexes)


def said(number, *, day, more=(), rows=(("Một", 1), ("Hai", 2)), bullets=("a",)):
    return document(
        Heading(1, "I. KHEN THƯỞNG"),
        Paragraph.of("Có ", Figure(number, unit="lượt"), "."),
        table(1, rows),
        *more,
        Heading(1, "III. GHI CHÚ" if more else "II. GHI CHÚ"),
        Paragraph.of(f"Đã ghi đến ngày {day.day}/7/2023."),
        BulletList.of(*bullets),
        Paragraph.of("Trên đây là báo cáo."),
        day=day,
    )


MORE = (Heading(1, "II. HOẠT ĐỘNG"), table(2, [("Ba", 3)]))


def test_only_what_differs_is_found_and_the_day_of_the_data_is_no_difference():
    assert changes(said(5, day=OLD_DAY), said(5, day=NEW_DAY)) == ()
    (change,) = changes(said(5, day=OLD_DAY), said(6, day=NEW_DAY))
    assert (change.old[0].block.text, change.new[0].block.text) == ("Có 5\xa0lượt.", "Có 6\xa0lượt.")
    assert change.part == ("KHEN THƯỞNG",)


def test_a_new_part_is_one_change_and_numbers_follow():
    old, new = said(5, day=OLD_DAY), said(5, day=NEW_DAY, more=MORE)
    (change,) = changes(old, new)
    assert (len(change.old), len(change.new)) == (0, 2)
    taken = merged(old, new, {change.key})
    assert [block.text for block in taken.blocks if isinstance(block, Heading)] == [
        "I. KHEN THƯỞNG",
        "II. HOẠT ĐỘNG",
        "III. GHI CHÚ",
    ]
    assert [block.caption for block in taken.blocks if isinstance(block, Table)] == [
        "Bảng 1. Theo đơn vị",
        "Bảng 2. Theo đơn vị",
    ]
    assert changes(taken, new) == ()
    assert taken.as_of == OLD_DAY
    (back,) = changes(new, old)
    assert merged(new, old, {back.key}).blocks[3:4] == (Heading(1, "II. GHI CHÚ"),)


def test_one_of_two_changes_is_taken_and_the_other_stays_offered():
    old, new = said(5, day=OLD_DAY), said(6, day=NEW_DAY, rows=(("Một", 1), ("Hai", 3)))
    sentence, rows = changes(old, new)
    taken = merged(old, new, {rows.key})
    assert taken.blocks[1] == old.blocks[1]
    assert [change.key for change in changes(taken, new)] == [sentence.key]
    assert list(cell_changes(old.blocks[2], new.blocks[2])) == [CellChange("Hai", "Số lượt", "2", "3")]


def test_annexes_are_compared_and_numbered_anew():
    one, two = (
        Annex(f"Phụ lục {number}", title, (table(1, [("Một", 1)]),)) for number, title in (("I", "A"), ("II", "B"))
    )
    old = document(Paragraph.of("x"), annexes=(replace(one, number="Phụ lục"),))
    new = document(Paragraph.of("x"), annexes=(one, two))
    (change,) = changes(old, new)
    assert [annex.number for annex in merged(old, new, {change.key}).annexes] == ["Phụ lục I", "Phụ lục II"]


def test_rows_that_came_went_and_bear_one_name_are_told_apart():
    before, after = table(1, [("Một", 1), ("Ba", 3), ("Ba", 4)]), table(1, [("Hai", 2), ("Ba", 3), ("Ba", 5)])
    assert set(cell_changes(before, after)) == {
        CellChange("Hai", "Số lượt", "", "2"),
        CellChange("Một", "Số lượt", "1", ""),
        CellChange("Ba", "Số lượt", "4", "5"),
    }


def test_words_that_differ_are_marked():
    old, new = marked("Có 5 lượt khen.", "Có 6 lượt khen.")
    assert [(words.text, words.differs) for words in old] == [("Có ", False), ("5 ", True), ("lượt khen.", False)]
    assert [words.text for words in new if words.differs] == ["6 "]


def test_another_issuer_is_another_hand():
    old = said(5, day=OLD_DAY)
    assert is_of_the_same_hand(old, said(6, day=NEW_DAY))
    assert not is_of_the_same_hand(old, replace(old, letterhead=Letterhead("B")))


BLOCKS = st.lists(
    st.one_of(
        st.sampled_from(["I. A", "II. B", "III. C"]).map(lambda text: Heading(1, text)),
        st.builds(lambda words, number: Paragraph.of(words, Figure(number)), st.sampled_from("xyz"), st.integers(0, 9)),
        st.lists(st.sampled_from("abc"), min_size=1, max_size=3).map(lambda items: BulletList.of(*items)),
        st.integers(0, 5).map(lambda number: table(1, [("Một", number)])),
    ),
    max_size=8,
).map(tuple)


@given(BLOCKS, BLOCKS)
def test_all_taken_is_the_new_one_and_none_taken_the_old_one(old, new):
    """Lists that meet become one, and numbers are counted anew: what is said is the same."""
    before, after = document(*old), document(*new, day=NEW_DAY)
    found = changes(before, after)
    assert changes(merged(before, after, {change.key for change in found}), after) == ()
    assert changes(merged(before, after, set()), before) == ()
