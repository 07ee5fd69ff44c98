"""Part III, against the same period of the year before: what the register says of both; silence where it is silent."""

from decimal import Decimal

from reports.document.rules.document import Column, Heading, Paragraph, Row, Table
from reports.six_month.compose.units import compared_by_unit
from reports.six_month.compose.words import YEARS_BEFORE, lines_present, once, period_of
from reports.six_month.material.collect import Material

MOST_TIMES = 10


def with_year_before(material: Material):
    now, before = material.counted, material.before
    if not now.total:
        return
    period = period_of(material, material.year - 1)
    then = YEARS_BEFORE[material.half]
    yield Heading(2, f"5. So với {then}")
    if not before.total:
        yield Paragraph.of(f"Sổ khen thưởng chưa có số liệu {period} của các đơn vị thành viên nên chưa so sánh được.")
        return
    if silent := _silent(material):
        yield Paragraph.of(
            f"Sổ khen thưởng chưa có số liệu {period} của {len(silent)} đơn vị: {', '.join(silent)}; "
            f"khi đọc mức tăng, giảm của toàn {material.said('Cụm')} cần lưu ý."
        )
    both = {code for code, _name in (*lines_present(material, now), *lines_present(material, before))}
    rows = [
        Row.of(name, *_compared(now.by("line").get(code, 0), before.by("line").get(code, 0)))
        for code, name in material.lines
        if code in both
    ]
    columns = (
        Column(str(material.year), "integer", unit="lượt"),
        Column(str(material.year - 1), "integer", unit="lượt"),
        Column("Tăng, giảm", "integer", unit="lượt"),
        Column("So sánh", "decimal", unit="%", places=2),
    )
    yield Table(
        f"So với {then}",
        (Column("Danh hiệu, hình thức khen thưởng", weight=3.5), *columns),
        (*rows, Row.total("Tổng số", *_compared(now.total, before.total))),
        note=f"So sánh: số lượt của kỳ này trên số lượt {period}; để trống khi kỳ trước không có hoặc tăng hơn "
        f"{MOST_TIMES} lần.",
    )
    yield from compared_by_unit(material, columns, _compared)


def _silent(material: Material) -> list[str]:
    """Who has nothing in the year before; of a unit of today, when none of those that are read in it has."""
    before = material.before
    if material.today is None:
        return [one.name for one in once(material.members) if not before.where(organisation=one.id).total]
    listed = [line for line in material.today.compared if line.now]
    return [line.name for line in listed if not before.of_organisations({*line.now, *line.before}).total]


def _compared(now: int, before: int) -> tuple[int, int, int, Decimal | None]:
    """Without the share where the year before is none or next to none: it would say nothing."""
    tells = before and now <= MOST_TIMES * before
    return now, before, now - before, Decimal(now) * 100 / Decimal(before) if tells else None
