"""Part III, against the same period of the year before: what the register says of both; silence where it is silent."""

from collections.abc import Iterator
from decimal import Decimal

from awards.catalogue.rules.terms import TargetGroup
from reports.document.rules.document import Column, Figure, Heading, Paragraph, Row, Table
from reports.document.rules.tables import Cell
from reports.six_month.compose.told import MOST_TIMES, shares_against_year_before, times_against_year_before
from reports.six_month.compose.units import compared_by_unit, left_out, listed, silent_in_both
from reports.six_month.compose.words import (
    YEARS_BEFORE,
    ToldHonours,
    figure,
    figure_before,
    lines_present,
    period_of,
)
from reports.six_month.material.collect import Material

LEFT_EMPTY = f"để trống khi kỳ trước không có hoặc tăng hơn {MOST_TIMES} lần"


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
    silent = [(of, names) for of, names in silent_in_both(material) if names]
    for of, names in silent:
        yield Paragraph.of(
            f"Sổ khen thưởng chưa có số liệu {of} của {len(names)} đơn vị: {listed(names)}; "
            f"khi đọc mức tăng, giảm của toàn {material.said('Cụm')} cần lưu ý."
        )
    if not silent:
        yield from told_against_year_before(material)
    both = {code for code, _name in (*lines_present(material, now), *lines_present(material, before))}
    rows = [
        Row.of(name, *beside(material, now.by("line").get(code, 0), before.by("line").get(code, 0), dong=code))
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
        (*rows, Row.total("Tổng số", *beside(material, now.total, before.total))),
        note=f"So sánh: số lượt của kỳ này trên số lượt {period}; {LEFT_EMPTY}. {left_out(material)}".rstrip(),
    )
    yield from compared_by_unit(material, columns, _compared)


def told_against_year_before(material: ToldHonours) -> Iterator[Paragraph]:
    """Where both years are told of: the number of honours and, where every person's group is known, the share of direct
    workers. Nothing where one year has more than ten times the other: then the register of one is hardly kept."""
    now, before, then = material.counted, material.before, YEARS_BEFORE[material.half]
    if max(now.total, before.total) > MOST_TIMES * min(now.total, before.total):
        return
    yield times_against_year_before(
        figure(material, now.total, unit="lượt"), figure_before(material, before.total, unit="lượt"), then=then
    )
    shares = [counted.share for counted in (now, before)]
    if all(share.individuals and not share.unknown for share in shares):
        of_direct = [
            of_days(material, share.direct, nhom=TargetGroup.DIRECT_WORKER).source
            for of_days, share in zip((figure, figure_before), shares, strict=True)
        ]
        told = [
            Figure.share(share.direct, share.individuals, source=source)
            for share, source in zip(shares, of_direct, strict=True)
        ]
        yield shares_against_year_before(told[0], told[1], then=then)


def beside(material: ToldHonours, now: int, before: int, **filters) -> tuple[Cell, ...]:
    """Both years, each opening its rows, their difference and their share."""
    _now, _before, *told = _compared(now, before)
    return figure(material, now, **filters), figure_before(material, before, **filters), *told


def _compared(now: int, before: int) -> tuple[int, int, int, Decimal | None]:
    """Without the share where the year before is none or next to none: it would say nothing."""
    tells = before and now <= MOST_TIMES * before
    return now, before, now - before, Decimal(now) * 100 / Decimal(before) if tells else None
