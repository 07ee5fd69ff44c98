"""Part I: the general situation; what the members reported on the indicators, and what it makes for the cluster."""

from collections.abc import Iterator

from clusters.indicators.rules.cluster_figure import Silence
from clusters.indicators.rules.terms import AVERAGES, Derivation
from reports.document.rules.blocks import blocks_of
from reports.document.rules.document import Annex, Block, Cell, Column, Figure, Heading, Paragraph, Row, Table
from reports.document.rules.tables import UNKNOWN
from reports.runs.rules.passages import PassagePlace
from reports.six_month.compose.cells import (
    NO_FIGURE,
    NOT_ADDED,
    as_cell,
    of_line,
    plan_share_of,
    printed,
)
from reports.six_month.compose.told import (
    MEMBERS,
    against_plan,
    against_year_before,
    first_and_last,
    rows_of_figures,
)
from reports.six_month.compose.units import heading_of, lines_of
from reports.six_month.compose.words import once, period_of
from reports.six_month.material.collect import IndicatorLine, Material
from reports.six_month.material.unit_lines import UnitLine

DECLARED = "Theo báo cáo: tỷ lệ do đơn vị tự báo, mẫu số không có trong Sổ khen thưởng."
SILENCES = {
    Silence.NOBODY_REPORTED: NO_FIGURE,
    Silence.CANNOT_TELL: "chưa xác định được từ số các đơn vị báo cáo",
    Silence.ENTERED_BY_HEAD: NO_FIGURE,
}


def situation_and_figures(material: Material) -> Iterator[Block]:
    situation = list(blocks_of(material.passages.get(PassagePlace.SITUATION, "")))
    if situation:
        yield Heading(2, "1. Tình hình chung")
        yield from situation
        yield Heading(2, "2. Kết quả thực hiện các chỉ tiêu")
    yield from indicators(material)


def indicators(material: Material) -> Iterator[Block]:
    told = [line for line in material.indicators if line.values or line.by_head is not None]
    if not told:
        yield Paragraph.of(
            material.said("Đến ngày báo cáo chưa có số liệu chỉ tiêu nào của kỳ này được cụm trưởng tiếp nhận.")
        )
        return
    is_then = material.today is None
    each, how = ("từng đơn vị", ", ghi đúng như đơn vị báo cáo") if is_then else ("theo đơn vị hành chính hiện nay", "")
    where = f" Chi tiết {each} tại {number_of_figures(material)}." if any(line.values for line in told) else ""
    reported, members = len(material.reporting), len(once(material.members))
    source = rows_of_figures(material.cluster_year, material.half)
    yield Paragraph.of(
        "Số liệu do ",
        Figure(reported, printed=f"{reported}/{members}", source=source),
        f" đơn vị thành viên báo cáo, đã được {material.said('cụm trưởng')} tiếp nhận{how}.{where}",
    )
    plans = [of_plan(line, MEMBERS[material.province_kind]) for line in told]
    yield Table(
        material.said("Kết quả chung của Cụm"),
        (
            Column("TT", "integer", weight=0.6),
            Column("Chỉ tiêu", weight=3),
            Column("Đơn vị tính", weight=1),
            Column(material.said("Toàn Cụm"), "decimal", weight=1.8),
            *([Column("So với kế hoạch năm", weight=2)] if any(plans) else []),
            Column("Số đơn vị có số liệu", weight=1),
        ),
        tuple(
            Row.of(number, line.name, line.unit, of_cluster(line), *([plan] if any(plans) else []), counted(line))
            for number, (line, plan) in enumerate(zip(told, plans, strict=True), 1)
        ),
        note=DECLARED if any(line.declared for line in told) else "",
    )
    if is_then:
        yield from against_plan(material)
        yield from against_year_before(material, told)
        yield from first_and_last(material)


def number_of_figures(material: Material) -> str:
    """Of the annex: the second where honours were counted, else the only one."""
    return "Phụ lục II" if material.counted.total else "Phụ lục"


def by_indicator(material: Material) -> Annex | None:
    """Members against indicators; None where nobody reported."""
    told = [line for line in material.indicators if line.values]
    if not told:
        return None
    lines, is_then = lines_of(material), material.today is None
    table = Table(
        f"Số liệu chỉ tiêu {period_of(material)} của các đơn vị",
        (
            Column("TT", "integer", weight=0.4),
            Column("Chỉ tiêu", weight=2.6),
            Column("Đơn vị tính", weight=0.9),
            *(Column(heading_of(unit), "decimal", weight=1.3 if len(unit.members) == 1 else 2) for unit in lines),
        ),
        tuple(row for number, line in enumerate(told, 1) for row in _rows(number, line, lines)),
        number_row=True,
        note=f"{UNKNOWN}: {NO_FIGURE}; so với kế hoạch năm (KH): theo số đơn vị báo cáo."
        + ("" if is_then else f" {NOT_ADDED}"),
    )
    title = f"Số liệu chỉ tiêu theo {'đơn vị thành viên' if is_then else 'đơn vị hành chính hiện nay'}"
    return Annex("Phụ lục", title, (table,), landscape=True)


def _rows(number: int, line: IndicatorLine, units: list[UnitLine]) -> Iterator[Row]:
    yield Row.of(number, line.name, line.unit, *(of_line(line, unit) for unit in units))
    shares = [plan_share_of(line, unit) for unit in units]
    if any(share != "" for share in shares):
        yield Row.of(None, "So với kế hoạch năm", "%", *shares)


def counted(line: IndicatorLine) -> str:
    """Nobody is asked for what the head enters."""
    return "" if line.derivation is Derivation.BY_HEAD else f"{line.cluster.counted}/{line.cluster.members}"


def of_plan(line: IndicatorLine, members: str) -> str:
    if line.plan is None:
        return line.by_head_share
    said = [f"{line.plan.reached}/{line.plan.members} {members} đạt từ {line.plan.least}% kế hoạch năm trở lên"]
    if line.plan.unsure:
        said.append(f"{line.plan.unsure} chưa xác định được")
    if line.plan.silent:
        said.append(f"{line.plan.silent} {NO_FIGURE}")
    return "; ".join(said)


def of_cluster(line: IndicatorLine) -> Cell:
    if line.by_head is not None:
        return as_cell(line.by_head, line)
    found = line.cluster
    if found.quantity is None:
        return SILENCES[found.silence]
    if line.derivation is Derivation.COMMON_BOUND:
        return f"đều {printed(found.quantity, line)}"
    if line.derivation in AVERAGES:
        weighted = f" (theo {line.weighted_by})" if line.weighted_by else ""
        return f"bình quân {printed(found.quantity, line)}{weighted}"
    return as_cell(found.quantity, line)
