"""What a document says before it has a format."""

import ast
from dataclasses import FrozenInstanceError, replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from reports.document.rules import document as module
from reports.document.rules.document import (
    LIST,
    Annex,
    BulletList,
    Column,
    Figure,
    Heading,
    Letterhead,
    Paragraph,
    Row,
    Table,
)
from reports.document.rules.wording import printable
from tests.reports.document.sample import report


def test_figures_are_printed_as_vietnamese_offices_print_them():
    assert Figure(23735).text == "23.735"
    assert Figure(471000, unit="tỷ đồng").text == "471.000\u00a0tỷ đồng"
    assert Figure(Decimal("12.64"), "decimal").text == "12,64"
    assert Figure(Decimal("79.918"), "percent").text == "79,92%"
    assert Figure(Decimal("3.5"), "percent", printed="trên 3,5%").text == "trên 3,5%"


def test_a_share_rounds_half_up_and_is_nothing_of_nothing():
    assert Figure.share(1, 800, places=2).text == "0,13%"
    assert Figure.share(5, 0) is None


def test_a_cell_prints_by_its_column_and_a_figure_by_itself():
    column = Column("Tỷ lệ", "percent", places=1)
    assert column.text(Decimal("29.04")) == "29,0%"
    assert column.text(Figure(7)) == "7"
    assert column.text(None) == ""
    assert Column("Ngày", "day").text(date(2023, 3, 7)) == "07/3/2023"
    assert Column("Số", unit="lượt").heading == "Số (lượt)"


@pytest.mark.parametrize(
    ("blocks", "end"),
    [
        ((Paragraph.of("Trân trọng báo cáo."),), "Trân trọng báo cáo./."),
        ((Paragraph.of("Tổng cộng ", Figure(3)),), "Tổng cộng 3./."),
        ((Paragraph.of("Đã có./."),), "Đã có./."),
        ((Heading(1, "I."), Paragraph(())), "./."),
    ],
)
def test_the_text_ends_with_the_end_mark_once(blocks, end):
    assert replace(report(), blocks=blocks).body[-1].text == end


def test_a_list_or_a_table_at_the_end_is_closed_too():
    closed = replace(report(), blocks=(BulletList.of("một;", "hai."),)).body
    assert [item.text for item in closed[0].items] == ["một;", "hai./."]
    table = Table("B", (Column("A"),), (Row.of("a"),))
    assert [type(block) for block in replace(report(), blocks=(table,)).body] == [Table, Paragraph]
    assert replace(report(), kind=LIST, blocks=(table,)).body == (table,)
    assert replace(report(), blocks=()).body == ()


def test_an_unnumbered_and_undated_document_leaves_room_to_write():
    draft = replace(report(), number="", day=None)
    assert draft.number_line.replace("\u00a0", " ") == "Số:        /BC-CTĐ"
    assert draft.day_line.replace("\u00a0", " ") == "Cần Thơ, ngày      tháng      năm 2023"
    assert report().number_line.replace("\u00a0", " ") == "Số: 15/BC-CTĐ"
    assert report().day_line == "Cần Thơ, ngày 04 tháng 8 năm 2023"


def test_recipients_are_a_list_with_stops():
    lines = replace(report(), recipients=("- Như trên;", "Lưu: VT.")).recipient_lines
    assert lines == ("- Như trên;", "- Lưu: VT.")


def test_an_annex_says_what_it_belongs_to():
    annex = report().annexes[0]
    expected = "(Kèm theo Báo cáo số 15/BC-CTĐ ngày 04 tháng 8 năm 2023 của Ủy ban nhân dân thành phố Cần Thơ)"
    assert report().attachment_line(annex) == expected
    assert (
        report().attachment_line(replace(annex, attached_to="Kèm theo Quyết định số 1")) == "(Kèm theo Quyết định số 1)"
    )
    spoken = replace(report(), letterhead=Letterhead("Sở Nội vụ Cần Thơ"))
    assert spoken.attachment_line(Annex("Phụ lục", "X", ())).endswith("của Sở Nội vụ Cần Thơ)")


def test_a_row_that_does_not_fit_its_columns_is_refused():
    with pytest.raises(ValueError, match="a row has 1 cells, expected 2"):
        Table("Bảng", (Column("A"), Column("B")), (Row.of("một"),))
    with pytest.raises(ValueError, match="level 1, 2 or 3"):
        Heading(4, "quá sâu")


def test_neighbouring_groups_of_columns_are_one_heading():
    columns = (Column("A"), Column("b", group="G"), Column("c", group="G"), Column("d"), Column("e", group="G"))
    assert Table("", columns, ()).groups == (("", 1), ("G", 2), ("", 1), ("G", 1))
    assert Table("", (Column("A"),), ()).groups == ()


def test_a_document_is_frozen_and_holds_no_unprintable_sign():
    with pytest.raises(FrozenInstanceError):
        report().number = "16"
    assert printable("a\x00b\x0bc\ud800d\ufffe") == "abcd"
    assert printable("Ca\u0302\u0300n") == "Cần"


def test_neither_the_document_nor_the_charts_know_django():
    folder = Path(module.__file__).parent
    for path in (folder / "document.py", folder.parent / "render" / "charts.py"):
        tree = ast.parse(path.read_text())
        imported = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
        imported |= {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
        assert imported
        assert not [name for name in imported if name.startswith("django")]
