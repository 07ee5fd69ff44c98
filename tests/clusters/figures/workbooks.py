"""Forms of figures as a person fills them in: taken out of the pages, changed, brought back."""

import html
import io
import re

import openpyxl
import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl.comments import Comment
from openpyxl.styles import Font

from clusters.figures.intake.form import CODE
from emulation.core.intake.sheets import read_sheets
from tests.clusters.figures.visiting import at


def changed(content, edits):
    """The workbook as a person saves it: {(code, heading): cell}, further rows as ("", [cells])."""
    (sheet,) = rows_of(content)
    header = next(row for row in sheet if CODE in row)
    codes = {row[0]: row for row in sheet[sheet.index(header) + 1 :]}
    for (code, heading), cell in edits.items():
        codes[code][header.index(heading)] = cell
    return book(sheet)


def rows_of(content):
    return [[list(row) for row in one.rows] for one in read_sheets(io.BytesIO(content))]


def book(rows):
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"strings_to_formulas": False, "strings_to_urls": False}) as made:
        day = made.add_format({"num_format": "dd/mm/yyyy"})
        sheet = made.add_worksheet("Số liệu")
        for row, cells in enumerate(rows):
            for place, cell in enumerate(cells):
                if isinstance(cell, str):
                    sheet.write_string(row, place, cell)
                elif hasattr(cell, "strftime"):
                    sheet.write_datetime(row, place, cell, day)
                elif cell is not None:
                    sheet.write(row, place, cell)
    return out.getvalue()


def marked(content):
    """The same workbook with what its rows do not say: a comment, a line through a cell, a hidden row, other sheets."""
    out, made = io.BytesIO(), openpyxl.load_workbook(io.BytesIO(content))
    sheet = made.active
    sheet["B6"].comment = Comment("Số chưa chốt", "Thử")
    sheet["B7"].font = Font(strike=True)
    sheet["B7"] = sheet["B7"].value or "gạch"
    sheet.row_dimensions[6].hidden = True
    made.create_sheet("Phụ lục")["A1"] = "Số liệu thêm"
    hidden = made.create_sheet("Nháp")
    hidden["A1"], hidden.sheet_state = "nháp", "hidden"
    made.save(out)
    return out.getvalue()


def told_of_marked(name):
    return (
        f"Ghi chú gắn vào ô B6 của trang tính “{name}” không được đọc: “Số chưa chốt”.",
        f"Các ô gạch ngang của trang tính “{name}” vẫn được đọc: B7.",
        f"Các dòng ẩn của trang tính “{name}” vẫn được đọc: 6.",
        "Trang tính “Phụ lục” không được đọc.",
        "Trang tính “Nháp” không được đọc.",
    )


def taken_out(client, year, city, half=1):
    answer = client.get(at("figures-form", year, city, half))
    assert answer.status_code == 200
    return answer.content


def brought_in(client, year, city, content, *, half=1, name="bieu.xlsx"):
    return client.post(at("figures-upload", year, city, half), {"file": SimpleUploadedFile(name, content)})


def fields(page):
    found = re.findall(r'<input type="hidden" name="((?:text|seen|row)-[^"]+|name)" value="([^"]*)"', page)
    return {key: html.unescape(value) for key, value in found}
