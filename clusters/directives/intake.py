"""Which columns a sheet of directives has."""

from clusters.directives.rules import DirectiveKind
from clusters.directives.rules.rows import Column
from clusters.sheets.intake import SheetTable

ON_PAPER = {DirectiveKind.DIRECTIVE: "Chỉ thị", DirectiveKind.PLAN: "Kế hoạch", DirectiveKind.OTHER: "Văn bản"}
TABLE = SheetTable(
    title="Chỉ thị, chỉ tiêu",
    headings={
        Column.TARGET: "Chỉ tiêu",
        Column.VALUE: "Mục tiêu",
        Column.UNIT: "Đơn vị tính",
        Column.KIND: "Loại văn bản",
        Column.NUMBER: "Số, ký hiệu",
        Column.DATED: "Ngày văn bản",
        Column.YEAR: "Năm",
        Column.THEME: "Chủ đề năm",
        Column.BASES: "Căn cứ",
        Column.ISSUER: "Cơ quan ban hành",
    },
    needed=Column.NUMBER,
    also={
        "so ky hieu van ban": Column.NUMBER,
        "so van ban": Column.NUMBER,
        "ngay ban hanh": Column.DATED,
        "ngay ky": Column.DATED,
        "nam thi dua": Column.YEAR,
        "chu de": Column.THEME,
        "can cu phap ly": Column.BASES,
        "ten chi tieu": Column.TARGET,
        "dvt": Column.UNIT,
        "noi ban hanh": Column.ISSUER,
        "don vi ban hanh": Column.ISSUER,
    },
)
