"""The workbook read back: numbers are numbers, text is text, and it prints on A4."""

import io
from dataclasses import replace
from datetime import datetime

import openpyxl
import pytest

from reports.document.render.xlsx import render
from reports.document.rules.document import Column, Row, Table
from tests.reports.document.sample import FORMULA, report


@pytest.fixture(scope="module")
def packed():
    return render(report())


@pytest.fixture(scope="module")
def book(packed):
    return openpyxl.load_workbook(io.BytesIO(packed))


def row_named(sheet, name, column):
    return next(row for row in sheet.iter_rows() if row[column].value == name)


def test_each_table_has_its_sheet(book):
    assert book.sheetnames == ["Bảng 1", "Bảng 2", "Phụ lục I"]
    assert book["Bảng 1"]["A3"].value == "Bảng 1. Kết quả khen thưởng theo danh hiệu, hình thức và đối tượng"


def test_numbers_are_numbers(book):
    total = row_named(book["Bảng 1"], "Tổng cộng", 1)
    assert [cell.value for cell in total] == [None, "Tổng cộng", 10410, 13125, 200, 23735]
    assert {cell.data_type for cell in total[2:]} == {"n"}
    assert {cell.number_format for cell in total[2:]} == {"#,##0"}
    share = row_named(book["Bảng 2"], "Thành phố Hà Nội", 0)[2]
    assert share.value == pytest.approx(7215 / 23735)
    assert share.number_format == "0.00%"


def test_days_are_days_and_hedged_figures_stay_words(book):
    annex = book["Phụ lục I"]
    first, seventh = row_named(annex, "01/QĐ-UBND", 2), row_named(annex, "07/QĐ-UBND", 2)
    assert first[3].value == datetime(2023, 2, 2)
    assert first[5].number_format == "#,##0.00"
    assert seventh[6].value == "trên 3,5%"


def test_what_looks_like_a_formula_stays_text(book):
    cell = row_named(book["Phụ lục I"], "03/QĐ-UBND", 2)[7]
    assert (cell.value, cell.data_type) == (FORMULA, "s")
    for sign in ("=1+1", "+1", "-1", "@a", "\t=1"):
        table = Table("Thử", (Column(sign), Column("Số", "integer")), (Row.of(sign, 1), Row.section(sign)), note=sign)
        sheet = openpyxl.load_workbook(io.BytesIO(render(replace(report(), blocks=(table,), annexes=())))).active
        assert not [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]


def test_the_paper_is_a4_and_the_heads_repeat(book):
    for sheet in book:
        assert sheet.page_setup.paperSize == 9
        assert sheet.freeze_panes
        assert sheet.print_title_rows
    assert book["Bảng 1"].page_setup.orientation != "landscape"
    assert book["Phụ lục I"].page_setup.orientation == "landscape"
    assert book["Bảng 1"].print_title_rows == "$5:$7"
    assert book["Bảng 1"].page_margins.left * 25.4 == pytest.approx(30)


def test_all_that_is_written_is_printed_within_the_width_of_the_table(book):
    for sheet in book:
        assert sheet.print_area.split("!")[-1].replace("$", "") == sheet.dimensions
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        across = {str(merged) for merged in sheet.merged_cells.ranges}
        right = sheet.dimensions.split(":")[1].rstrip("0123456789")
        assert {f"A{row}:{right}{row}" for row in (1, 2, 3)} <= across
        assert sheet["A2"].alignment.wrap_text


def test_groups_of_columns_are_merged(book):
    merged = {str(area) for area in book["Bảng 1"].merged_cells.ranges}
    assert {"C5:E5", "A5:A6", "F5:F6"} <= merged


def test_sheet_names_are_such_as_excel_takes():
    columns, rows = (Column("A"),), (Row.of("a"),)
    captions = ("Tổng hợp: 'tất cả' [a/b]*?" + "x" * 40, "Giống", "GIỐNG", "", "")
    blocks = tuple(Table(caption, columns, rows) for caption in captions)
    names = openpyxl.load_workbook(io.BytesIO(render(replace(report(), blocks=blocks, annexes=())))).sheetnames
    assert len({name.casefold() for name in names}) == 5
    assert all(len(name) <= 31 and not set(name) & set("[]:*?/\\'") for name in names)


def test_a_document_without_tables_is_still_a_workbook():
    sheet = openpyxl.load_workbook(io.BytesIO(render(replace(report(), blocks=(), annexes=())))).active
    assert sheet["A1"].value.startswith("Báo cáo sơ kết")
    assert "không có bảng số liệu" in sheet["A2"].value


def test_the_same_document_is_the_same_file(packed, book):
    assert render(report()) == packed
    assert book.properties.created == datetime(2023, 7, 1)
