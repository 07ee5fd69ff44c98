"""Workbooks for tests of the import: L1 and plain lists, in memory."""

import io

import xlsxwriter

L1 = (
    "STT",
    "Tên gọi\n(Ông/Bà/Chức danh)",
    "Tên tập thể/cá nhân/hộ gia đình",
    "Chức vụ",
    "Đơn vị công tác",
    "Phân loại khen thưởng",
    "Danh hiệu thi đua/Hình thức khen thưởng",
    "Phân loại đối tượng",
    "Lĩnh vực hoạt động",
)
WORKER = "Người trực tiếp công tác, lao động, học tập, chiến đấu và phục vụ chiến đấu"
ABOVE = (
    "DANH SÁCH TẬP THỂ, CÁ NHÂN ĐƯỢC KHEN THƯỞNG NĂM 2022",
    "(Kèm theo Quyết định số 123/QĐ-UBND ngày 05/6/2023 của Chủ tịch UBND thành phố)",
)


def person(name, *, award="Chiến sĩ thi đua cơ sở", unit="Trường Tiểu học Minh Họa 1", group=WORKER, honorific="Ông"):
    """A row of layout L1 without its number."""
    return (honorific, name, "Giáo viên", unit, "Khen thưởng cá nhân", award, group, "Giáo dục")


def collective(name, *, award="Tập thể lao động xuất sắc"):
    return ("", name, "", "", "Khen thưởng tập thể", award, "Cơ quan, đơn vị", "Giáo dục")


def numbered(rows):
    return [(number, *row) for number, row in enumerate(rows, start=1)]


def l1_book(rows, *, above=ABOVE, headings=L1, catalogue=True) -> bytes:
    """Rows beneath L1's headings, with lines above them and a sheet of awards that is no list."""
    other = [("Mã", "Tên danh hiệu"), ("CSTĐCS", "Chiến sĩ thi đua cơ sở"), ("LĐTT", "Lao động tiên tiến")]
    lines = [*((line,) for line in above), headings, *numbered(rows)]
    return book({"file nhận": lines} | ({"Danh mục": other} if catalogue else {}))


def book(sheets: dict) -> bytes:
    """{sheet: rows of cells}; text stays text, whatever it begins with."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"strings_to_formulas": False, "strings_to_urls": False}) as workbook:
        day = workbook.add_format({"num_format": "dd/mm/yyyy"})
        for name, rows in sheets.items():
            sheet = workbook.add_worksheet(name)
            for row, cells in enumerate(rows):
                for column, cell in enumerate(cells):
                    if hasattr(cell, "strftime"):
                        sheet.write_datetime(row, column, cell, day)
                    elif isinstance(cell, str):
                        sheet.write_string(row, column, cell)
                    elif cell is not None:
                        sheet.write(row, column, cell)
    return out.getvalue()
