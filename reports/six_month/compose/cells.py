"""A reported figure as a cell: as its office wrote it; joined for a unit of today where it can be added up, else each
member's under its own name."""

from dataclasses import replace
from decimal import Decimal

from clusters.figures.rules.joined_figure import JoinedFigure, joined_figure
from clusters.indicators.rules.reading import ReadAs, missing_base
from emulation.core.numbers import format_decimal
from emulation.core.quantity import Quantity, parse_quantity
from reports.document.rules.document import Cell
from reports.document.rules.quantities import number_in
from reports.document.rules.tables import UNKNOWN
from reports.six_month.material.collect import IndicatorLine
from reports.six_month.material.unit_lines import UnitLine

NO_FIGURE = "chưa có số liệu"
LACKS = {
    ReadAs.SHARE_ONLY: "theo báo cáo, không có tử số và mẫu số",
    ReadAs.PART_ONLY: "theo báo cáo, không có mẫu số",
}
NOT_ADDED = (
    "Đơn vị hiện nay gộp từ nhiều đơn vị hoặc từ một phần: số lượng, số tiền cùng đơn vị tính được cộng; tỷ lệ có số "
    "đạt và tổng số được tính lại. Tốc độ tăng, tỷ lệ không có mẫu số, mức so với kế hoạch không cộng được nên ghi "
    "riêng kèm tên đơn vị đã báo cáo."
)


def of_line(indicator: IndicatorLine, line: UnitLine) -> Cell:
    """The figure alone: its share of the plan has a row of its own, but where members are joined or stand apart."""
    if line.is_changed:
        return _of_today(indicator, line)
    value = indicator.values.get(next(iter(line.members)))
    return UNKNOWN if value is None else as_cell(value, indicator)


def plan_share_of(indicator: IndicatorLine, line: UnitLine) -> Cell:
    """In per cent; a number where it was printed as one."""
    share = "" if line.is_changed else indicator.plan_shares.get(next(iter(line.members)), "")
    quantity = parse_quantity(share) if share else None
    if quantity and quantity.exact and share == f"{format_decimal(Decimal(quantity.low))}%":
        return quantity.low
    return share


def of_member(indicator: IndicatorLine, member: int) -> Cell:
    value = indicator.values.get(member)
    if value is None or member in indicator.plan_shares:
        return said_by(indicator, member)
    return as_cell(value, indicator)


def said_by(indicator: IndicatorLine, member: int) -> str:
    value, share = indicator.values.get(member), indicator.plan_shares.get(member)
    if value is None:
        return UNKNOWN
    text = printed(value, indicator)
    return f"{text} (KH: {share})" if share else text


def _of_today(indicator: IndicatorLine, line: UnitLine) -> Cell:
    joined = joined_figure(
        indicator.derivation,
        indicator.direction,
        {member: indicator.values.get(member) for member in line.members},
        is_whole=line.is_whole,
    )
    if not joined.given:
        return UNKNOWN
    if joined.stands_apart:
        return "; ".join(f"{name}: {said_by(indicator, pk)}" for pk, name in line.members.items())
    return _of_joined(indicator, joined, line)


def _of_joined(indicator: IndicatorLine, joined: JoinedFigure, line: UnitLine) -> Cell:
    figure = joined.quantity
    asides = []
    if joined.silent:
        told, silent = (", ".join(line.members[pk] for pk in each) for each in (dict(joined.given), joined.silent))
        asides.append(f"{told}; {silent} {NO_FIGURE}")
    shares = {line.members[pk]: share for pk in line.members if (share := indicator.plan_shares.get(pk))}
    if shares:
        asides.append("KH: " + "; ".join(f"{name} {share}" for name, share in shares.items()))
    if asides:
        return " ".join([printed(figure, indicator), *(f"({aside})" for aside in asides)])
    if figure.exact and figure.denominator is None and len(joined.given) > 1:
        return figure.low
    return as_cell(figure, indicator)


def as_cell(quantity: Quantity, indicator: IndicatorLine) -> Cell:
    """A number where it was printed as a plain number, with or without the unit that stands beside it, so that a
    workbook can reckon with it; else the words, of a reckoned figure without that unit."""
    if not quantity.as_printed and quantity.unit == indicator.unit and quantity.unit != "%":
        quantity = replace(quantity, unit="")
    text = printed(quantity, indicator)
    number = number_in(text, quantity, indicator.unit)
    return text if number is None else number


def printed(quantity: Quantity, indicator: IndicatorLine) -> str:
    text = quantity.said
    lacks = missing_base(quantity, indicator.value_kind)
    if lacks is not None:
        return f"{text} ({LACKS[lacks]})"
    share = quantity.share_as_text()
    if share is None:
        return text
    return f"{text} ({share}, theo báo cáo)" if indicator.declared else f"{text} ({share})"
