"""A sentence in the office's words: its figures stay its own, one changed by hand keeps both values and wants a reason."""

from datetime import date

import pytest

from reports.document.rules.cells import cells_of
from reports.document.rules.document import (
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
from reports.document.rules.sentences import (
    HandFigure,
    NotWorded,
    Wording,
    WordingFault,
    in_brackets,
    sentences_of,
    worded,
)

DAY = date(2023, 7, 10)

TWO = Paragraph.of("Có ", Figure(23735, unit="lượt", source="all"), ", trong đó ", Figure(9, unit="tập thể"), ".")


def printed(wording: Wording, paragraph=TWO) -> str:
    return wording.of(paragraph).text.replace("\xa0", " ")


def test_what_was_typed_around_the_figures_is_printed_with_the_newest_of_them():
    wording = worded("Riêng tập thể có [9 tập thể] trong [23.735 lượt] toàn Cụm.", TWO, whys={})
    assert printed(wording) == "Riêng tập thể có 9 tập thể trong 23.735 lượt toàn Cụm."
    newer = Paragraph.of("Có ", Figure(23741, unit="lượt"), ", trong đó ", Figure(10, unit="tập thể"), ".")
    assert printed(wording, newer) == "Riêng tập thể có 10 tập thể trong 23.741 lượt toàn Cụm."
    assert wording.of(TWO).runs[3].source == "all"


def test_the_sentence_as_it_is_given_is_its_own_wording():
    brackets = Paragraph.of("Theo [phụ lục] có ", Figure(3, unit="lượt"), ".")
    assert in_brackets(brackets.runs) == "Theo [[phụ lục]] có [3 lượt]."
    assert printed(worded(in_brackets(brackets.runs), brackets, whys={}), brackets) == "Theo [phụ lục] có 3 lượt."


def test_a_figure_changed_by_hand_keeps_both_values():
    wording = worded("Có [24.000 lượt], trong đó [9 tập thể].", TWO, whys={0: "Thêm báo cáo giấy"})
    changed = wording.of(TWO).runs[1]
    assert (changed.text, changed.computed, changed.value, changed.why) == (
        "24.000 lượt",
        "23.735\xa0lượt",
        23735,
        "Thêm báo cáo giấy",
    )
    again = worded("Trong đó [10 tập thể], có [24.000 lượt].", TWO, whys={0: "a", 1: "b"}, known=wording.by_hand)
    assert again.by_hand == {0: HandFigure("24.000 lượt", "a"), 1: HandFigure("10 tập thể", "b")}


def test_a_figure_left_out_is_not_printed():
    wording = worded("Có [23.735 lượt]; tập thể: [].", TWO, whys={1: "Chưa có quyết định"})
    assert printed(wording) == "Có 23.735 lượt; tập thể: ."


@pytest.mark.parametrize(
    ("typed", "fault", "place"),
    [
        ("Có [24.000 lượt], trong đó [9 tập thể].", WordingFault.WITHOUT_REASON, 0),
        ("Có [23.735 lượt].", WordingFault.WITHOUT_REASON, 1),
        ("Có 23.735 lượt, trong đó [9 tập thể].", WordingFault.WITHOUT_REASON, 0),
        ("Có [23.735 lượt], [9 tập thể], [1 hộ].", WordingFault.UNKNOWN, None),
        ("Có [23.735 lượt, trong đó [9 tập thể].", WordingFault.BRACKET, None),
        ("Có [23.735 lượt], trong đó [9 tập thể]].] .", WordingFault.BRACKET, None),
        ("  ", WordingFault.EMPTY, None),
    ],
)
def test_what_is_no_wording_is_told_with_its_place(typed, fault, place):
    with pytest.raises(NotWorded) as refused:
        worded(typed, TWO, whys={})
    assert (refused.value.fault, refused.value.place) == (fault, place)


def test_a_figure_left_out_wants_a_reason_and_is_then_not_printed():
    wording = worded("Có [23.735 lượt].", TWO, whys={1: "Chưa đối chiếu"})
    assert printed(wording) == "Có 23.735 lượt."
    assert wording.leaves_out


def document(*blocks):
    return Document(Letterhead("A"), "BC", "Cần Thơ", "Thử", DAY, blocks)


def keys(year, *blocks):
    return [one.key for one in sentences_of(document(*blocks), year=year)]


def test_a_sentence_is_found_again_whatever_its_figures_its_number_and_its_year():
    def blocks(heading, year, number):
        return (
            Heading(1, heading),
            Paragraph.of(f"Năm {year} có ", Figure(number), "."),
            BulletList.of(f"Năm {year - 1}", f"Năm {year - 1}"),
        )

    found = keys(2023, *blocks("III. KHEN THƯỞNG", 2023, 5))
    assert keys(2022, *blocks("IV. KHEN THƯỞNG", 2022, 7)) == found
    assert len(set(found)) == 3
    assert keys(2022, *blocks("III. KHEN THƯỞNG", 2023, 5)) != found
    assert keys(2023, *blocks("III. HOẠT ĐỘNG", 2023, 5))[0] not in found


def test_every_number_of_a_table_is_found_by_its_row_and_column_and_no_word_is():
    table = Table(
        "Bảng 2. Khen thưởng",
        (Column("TT", "integer"), Column("Đơn vị"), Column("Lượt", "integer"), Column("Đạt"), Column("Ghi chú")),
        (
            Row.section("A. Thành phố"),
            Row.of(1, "Hà Nội", 1250, "2/5", "theo Quyết định 12"),
            Row.of(2, "Cần Thơ", "trên 900", "", None),
            Row.total("", "Cộng", Figure(2150, source="all"), "", ""),
        ),
    )
    found = list(cells_of(document(Heading(1, "I. KẾT QUẢ"), table), year=2023))
    assert [(one.part[-1].split(", ", 1)[1], one.figures[0].number) for one in found] == [
        ("dòng “A. Thành phố: Hà Nội”, cột “Lượt”", "1.250"),
        ("dòng “A. Thành phố: Hà Nội”, cột “Đạt”", "2/5"),
        ("dòng “A. Thành phố: Cần Thơ”, cột “Lượt”", "trên 900"),
        ("dòng “A. Thành phố: Cộng”, cột “Lượt”", "2.150"),
    ]
    again = list(cells_of(document(Paragraph.of("Thêm."), Heading(1, "III. KẾT QUẢ"), table), year=2023))
    assert [one.key for one in again] == [one.key for one in found]


def test_words_are_carried_to_another_year_and_figures_are_not():
    wording = worded("Năm 2022 (2021: ít hơn) có [24.000 lượt], [9 tập thể].", TWO, whys={0: "Lý do"})
    carried = wording.carried(year=2022, to=2023)
    assert printed(carried) == "Năm 2023 (2022: ít hơn) có 23.735 lượt, 9 tập thể."
    assert carried.by_hand == {}
