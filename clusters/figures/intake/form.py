"""A sheet of figures as a workbook to fill in: text cells only, as typed; what stood in each is remembered beside it.

The headings are Vietnamese whatever the language of the page, for the reader knows the workbook by them."""

import io
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

import xlsxwriter

from clusters.indicators.rules.terms import FigurePart

CODE, NAME, UNIT, BEFORE = "Mã", "Chỉ tiêu", "Đơn vị tính", "Kỳ trước"
PARTS = {
    FigurePart.VALUE: "Kết quả",
    FigurePart.PLAN_SHARE: "So với kế hoạch năm",
    FigurePart.SOURCE: "Nguồn số liệu",
    FigurePart.NOTE: "Ghi chú",
}
REMEMBERED = {part: f"{heading} khi tải về" for part, heading in PARTS.items()}
NUMBERED = re.compile(r"Mã biểu: (SL-\d{1,18}-\d-(?:\d{1,18}|cum))")
HOW = "Ghi vào bốn cột “Kết quả”, “So với kế hoạch năm”, “Nguồn số liệu”, “Ghi chú”; giữ nguyên cột “Mã” và các cột ẩn."
SHEET = "Số liệu"
WIDTHS = (12, 44, 14, 16, 20, 20, 28, 36)
FACE = {"font_name": "Times New Roman", "font_size": 12, "valign": "top"}
TEXT = {**FACE, "num_format": "@", "text_wrap": True, "border": 1}


@dataclass(frozen=True)
class FormLine:
    code: str
    name: str
    unit: str
    before: str
    texts: Mapping[FigurePart, str]


def form_number(year_pk: int, half: int, whose: str) -> str:
    return f"SL-{year_pk}-{half}-{whose}"


def figure_form(title: str, number: str, lines: Iterable[FormLine], *, year: int) -> bytes:
    """The same bytes for the same figures; no text is ever taken for a formula, a link or a number."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(
        out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    )
    book.set_properties({"title": title[:255], "created": datetime(year, 1, 1)})
    sheet = book.add_worksheet(SHEET)
    bold, plain = book.add_format({**FACE, "bold": True, "font_size": 13}), book.add_format(FACE)
    head = book.add_format({**TEXT, "bold": True, "align": "center", "bg_color": "#EFEFEF"})
    fixed, open_to_write = book.add_format({**TEXT, "font_color": "#555555"}), book.add_format(TEXT)
    for place, width in enumerate(WIDTHS):
        sheet.set_column(place, place, width)
    first = len(WIDTHS)
    sheet.set_column(first, first + len(REMEMBERED) - 1, 20, None, {"hidden": True})
    for row, (words, look) in enumerate(((title, bold), (f"Mã biểu: {number}", plain), (HOW, plain))):
        sheet.write_string(row, 0, words, look)
    headings = (CODE, NAME, UNIT, BEFORE, *PARTS.values(), *REMEMBERED.values())
    for place, heading in enumerate(headings):
        sheet.write_string(4, place, heading, head)
    for row, line in enumerate(lines, start=5):
        texts = [line.texts.get(part, "") for part in PARTS]
        for place, text in enumerate((line.code, line.name, line.unit, line.before)):
            sheet.write_string(row, place, text, fixed)
        for place, text in enumerate((*texts, *texts), start=4):
            if text:
                sheet.write_string(row, place, text, open_to_write)
            else:
                sheet.write_blank(row, place, None, open_to_write)
    sheet.freeze_panes(5, 2)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(4)
    book.close()
    return out.getvalue()
