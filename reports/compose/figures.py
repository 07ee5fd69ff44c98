"""Part III: what the members reported on the indicators, as they wrote it, and what it makes for the cluster."""

from collections.abc import Iterator
from decimal import Decimal

from clusters.rules.cluster_figure import Silence
from clusters.rules.figure_terms import Derivation
from emulation.core.numbers import format_decimal
from emulation.core.quantity import Quantity
from reports.collect import IndicatorLine, Material
from reports.compose.words import HALVES, once
from reports.document import Annex, Cell, Column, Heading, Paragraph, Row, Table

NO_FIGURE = "chưa có số liệu"
NO_FIGURE_IN_TABLE = "…"
DECLARED = "Theo báo cáo: tỷ lệ do đơn vị tự báo, mẫu số không có trong Sổ khen thưởng."
SILENCES = {
    Silence.NOBODY_REPORTED: NO_FIGURE,
    Silence.CANNOT_TELL: "chưa xác định được từ số các đơn vị báo cáo",
    Silence.ENTERED_BY_HEAD: NO_FIGURE,
}


def indicators(material: Material):
    yield Heading(1, "III. KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU")
    told = [line for line in material.indicators if line.values or line.by_head is not None]
    if not told:
        yield Paragraph.of("Đến ngày báo cáo chưa có số liệu chỉ tiêu nào của kỳ này được cụm trưởng tiếp nhận.")
        return
    where = " Chi tiết từng đơn vị tại Phụ lục II." if any(line.values for line in told) else ""
    yield Paragraph.of(
        f"Số liệu do {len(material.reporting)}/{len(once(material.members))} đơn vị thành viên báo cáo, đã được cụm "
        f"trưởng tiếp nhận, ghi đúng như đơn vị báo cáo.{where}"
    )
    yield Table(
        "Kết quả chung của Cụm",
        (
            Column("TT", "integer", weight=0.6),
            Column("Chỉ tiêu", weight=3),
            Column("Đơn vị tính", weight=1),
            Column("Toàn Cụm", "decimal", weight=1.8),
            Column("Số đơn vị có số liệu", weight=1),
        ),
        tuple(
            Row.of(number, line.name, line.unit, of_cluster(line), f"{line.cluster.counted}/{line.cluster.members}")
            for number, line in enumerate(told, 1)
        ),
        note=DECLARED if any(line.declared for line in told) else "",
    )


def by_indicator(material: Material) -> Iterator[Annex]:
    """Members against indicators; nothing where nobody reported."""
    told = [line for line in material.indicators if line.values]
    if not told:
        return
    members = once(material.members)
    table = Table(
        f"Số liệu chỉ tiêu 6 tháng {HALVES[material.half]} {material.year} của các đơn vị",
        (
            Column("TT", "integer", weight=0.4),
            Column("Chỉ tiêu", weight=2.6),
            Column("Đơn vị tính", weight=0.9),
            *(Column(member.name, "decimal", weight=1.3) for member in members),
        ),
        tuple(
            Row.of(
                number,
                line.name,
                line.unit,
                *(of_member(line, member.id) for member in members),
            )
            for number, line in enumerate(told, 1)
        ),
        number_row=True,
        note=f"{NO_FIGURE_IN_TABLE}: {NO_FIGURE}; KH: so với kế hoạch năm, theo số đơn vị báo cáo.",
    )
    yield Annex("Phụ lục II", "Số liệu chỉ tiêu theo đơn vị thành viên", (table,), landscape=True)


def of_cluster(line: IndicatorLine) -> Cell:
    if line.by_head is not None:
        return as_cell(line.by_head, declared=line.declared)
    found = line.cluster
    if found.quantity is None:
        return SILENCES[found.silence]
    if line.derivation is Derivation.COMMON_BOUND:
        return f"đều {printed(found.quantity)}"
    return as_cell(found.quantity, declared=line.declared)


def of_member(line: IndicatorLine, member: int) -> Cell:
    value, share = line.values.get(member), line.plan_shares.get(member)
    if value is None:
        return NO_FIGURE_IN_TABLE
    if share:
        return f"{printed(value, declared=line.declared)} (KH: {share})"
    return as_cell(value, declared=line.declared)


def as_cell(quantity: Quantity, *, declared: bool = False) -> Cell:
    """A number where it was printed as a plain number, so that a workbook can reckon with it; else the words."""
    text = printed(quantity, declared=declared)
    if quantity.exact and quantity.denominator is None and text == format_decimal(Decimal(quantity.low)):
        return quantity.low
    return text


def printed(quantity: Quantity, *, declared: bool = False) -> str:
    text = quantity.said
    share = quantity.share_as_text()
    if share is None:
        return text
    return f"{text} ({share}, theo báo cáo)" if declared else f"{text} ({share})"
