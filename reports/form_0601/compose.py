"""Material of form 0601.N → Document, in the order and with the codes of the form (Circular 02/2023/TT-BNV)."""

from collections.abc import Iterator

from clusters.membership.rules.half_years import Days
from reports.document.rules.document import Block, BulletList, Column, Document, Paragraph, Row, Signature, Table
from reports.form_0601.material import Form0601Material
from reports.form_0601.rules import Launcher
from reports.six_month.compose.words import HALVES, OTHER_DAYS
from reports.six_month.rules import DeclaredFigure

STUBS = {
    "01": "Tổng số",
    "1": "1. Chia theo phạm vi tổ chức thi đua",
    "02": "Toàn quốc",
    "03": "Bộ, ban, ngành, đoàn thể, địa phương",
    "04": "Cụm, khối thi đua do Hội đồng Thi đua - Khen thưởng các cấp tổ chức",
    "05": "Cơ quan, tổ chức, đơn vị",
    "2": "2. Chia theo thời hạn thi đua",
    "06": "Dưới 1 năm",
    "07": "1 năm",
    "08": "Từ 1 đến dưới 3 năm",
    "09": "Từ 3 đến dưới 5 năm",
    "10": "Từ 5 năm trở lên",
    "3": "3. Chia theo phương thức tổ chức thi đua",
    "11": "Thi đua theo chuyên đề",
    "12": "Thi đua thường xuyên hằng năm",
}
LEVELS = {
    Launcher.CENTRAL: "Cấp Trung ương",
    Launcher.PROVINCE: "Cấp bộ, ban, ngành, đoàn thể Trung ương, tỉnh, thành phố",
    Launcher.UNIT: "Cơ quan, tổ chức, đơn vị",
}


def compose(material: Form0601Material) -> Document:
    return Document(
        letterhead=material.issuer.letterhead,
        symbol="",
        place=material.issuer.place,
        day=material.as_of,
        as_of=material.as_of,
        kind="BIỂU THỐNG KÊ",
        subject=f"Số phong trào thi đua năm {material.year}",
        identifier=f"form-0601/{material.issuer.register}/{material.year}",
        blocks=tuple(_body(material)),
        signers=(
            Signature(("NGƯỜI LẬP BIỂU",), note="(Ký, ghi rõ họ tên)"),
            Signature(("THỦ TRƯỞNG ĐƠN VỊ",), note="(Ký, đóng dấu, ghi rõ họ tên)"),
        ),
    )


def _body(material: Form0601Material) -> Iterator[Block]:
    day, month = material.form.received_by
    yield BulletList.of(
        f"Biểu số {material.form.number}, ban hành theo {material.form.circular}.",
        f"Đơn vị báo cáo: {material.official_name}. Đơn vị nhận báo cáo: {material.form.receiver}.",
        f"Kỳ báo cáo: năm {material.year}. Ngày nhận báo cáo: {day}/{month}/{material.year}.",
        "Đơn vị tính: phong trào.",
    )
    yield Table(
        f"Số phong trào thi đua năm {material.year}",
        (
            Column("Chỉ tiêu", weight=3),
            Column("Mã số", weight=0.6),
            Column("Tổng số", "integer", weight=0.8),
            *(Column(name, "integer", group="Chia theo cấp phát động", weight=1.4) for name in LEVELS.values()),
        ),
        tuple(_row(material, code, stub) for code, stub in STUBS.items()),
    )
    notes = [
        f"Tính các phong trào do {material.official_name} và các đơn vị trực thuộc phát động, thực hiện trong năm "
        f"{material.year}, đã ghi trong hệ thống đến ngày lập biểu."
    ]
    counted = material.counted
    if material.without_beginning:
        notes.append(
            f"{material.without_beginning} phong trào chưa nêu ngày bắt đầu hoặc ngày phát động, không tính vào biểu."
        )
    if counted.without_term:
        notes.append(f"{counted.without_term} phong trào chưa nêu thời hạn, không có trong mục 2.")
    if counted.without_form:
        notes.append(f"{counted.without_form} phong trào chưa nêu phương thức tổ chức, không có trong mục 3.")
    notes += [
        f"{one.name} báo cáo {int(one.number)} phong trào {_period(one, material.year)}, không kèm danh sách "
        f"({one.source}); ghi riêng, không cộng vào biểu."
        for one in material.declared
    ]
    yield Paragraph.of("Ghi chú:")
    yield BulletList.of(*notes)


def _period(one: DeclaredFigure, year: int) -> str:
    """With the days where they are not those of the form, which is of the calendar year."""
    return f"trong {HALVES[one.half]} {year}" + ("" if one.days is Days.CALENDAR else f" tính {OTHER_DAYS[one.days]}")


def _row(material: Form0601Material, code: str, stub: str) -> Row:
    if len(code) == 1:
        return Row.section(stub)
    cells = material.counted.rows[code]
    row = Row.total if code == "01" else Row.of
    return row(stub, code, sum(cells.values()), *(cells[launcher] for launcher in LEVELS))
