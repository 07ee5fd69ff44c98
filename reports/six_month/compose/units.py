"""The report read by the units of its day: what stands in a line, and the words that say so."""

from collections.abc import Iterable, Iterator, Mapping

from emulation.core.dates import format_document_date
from reports.document.rules.document import BulletList, Column, Figure, Paragraph, Row, Table
from reports.document.rules.tables import UNKNOWN
from reports.six_month.compose.words import figure, once, period_of
from reports.six_month.material.collect import Material
from reports.six_month.material.unit_lines import ComparedLine, UnitLine
from reports.six_month.rules import CountedHonours

READ_BY_TODAY = "Số liệu theo đơn vị hành chính hiện nay (bản để so sánh, không ký)"
FORMER = "trước sắp xếp"


def lines_of(material: Material) -> list[UnitLine]:
    """Of the tables by unit: each member of the time once, or the units of today."""
    if material.today is not None:
        return list(material.today.lines)
    return [UnitLine(member.name, {member.id: member.name}) for member in once(material.members)]


def counted_in(counted: CountedHonours, line: UnitLine) -> CountedHonours:
    return counted.of_organisations(line.members)


def summed(sums: dict[int, int], line: UnitLine) -> int:
    return sum(sums.get(member, 0) for member in line.members)


def figure_in(material: Material, value: int, line: UnitLine, **filters) -> int | Figure:
    """Opens its rows where one member stands in the line: the register filters by one organisation, not by several."""
    if len(line.members) > 1:
        return value
    return figure(material, value, **filters, **{"don-vi": next(iter(line.members))})


def label_of(line: UnitLine, material: Material) -> str:
    """The name of the unit and what it is made of."""
    members = listed(line.members.values())
    if line.became:
        return f"{line.name} (đã chia tách thành {listed(line.became)}; không xác định được một đơn vị hiện nay)"
    if not line.is_changed:
        return line.name
    if not line.is_whole:
        return f"{line.name} (nay gồm {listed(line.origins)}; trong {material.said('Cụm')} này: {members})"
    if len(line.members) == 1:
        return f"{line.name} (trước đây là {members})"
    return f"{line.name} (nay gồm {members}, đều trong {material.said('Cụm')} này)"


def heading_of(line: UnitLine) -> str:
    """Short enough to stand over a column."""
    others = [name for name in line.members.values() if name != line.name]
    return f"{line.name} ({listed(line.members.values())})" if line.is_changed and others else line.name


def listed(names: Iterable[str]) -> str:
    return ", ".join(names)


def reading(material: Material) -> Iterator[Paragraph | BulletList]:
    """By which units the report is read; nothing where it is by those of the time."""
    if material.today is None:
        return
    day = format_document_date(material.as_of)
    same = (
        f"Tổng số lượt khen thưởng và số chung của toàn {material.said('Cụm')} đúng bằng báo cáo theo đơn vị hành "
        "chính tại thời điểm báo cáo. Bản này chỉ để so sánh, không ký và không thay báo cáo ấy."
    )
    changed = [line for line in material.today.lines if line.is_changed]
    if not changed:
        yield Paragraph.of(
            f"Số liệu của bản này theo đơn vị hành chính hiện nay (các đơn vị của ngày {day}). Từ kỳ báo cáo đến ngày "
            f"đó không đơn vị thành viên nào thay đổi. {same}"
        )
        return
    bases = "; ".join(material.today.legal_bases)
    yield Paragraph.of(
        f"Số liệu của bản này theo đơn vị hành chính hiện nay (các đơn vị của ngày {day}). Số liệu của các đơn vị "
        f"thành viên tại thời điểm báo cáo được xếp vào đơn vị kế tiếp theo {bases}. {same}"
    )
    yield BulletList.of(*(f"{_told(line, material)}." for line in changed))


def _told(line: UnitLine, material: Material) -> str:
    if line.became or line.is_whole:
        return label_of(line, material)
    absent = [f"{name} ({FORMER})" if name == line.name else name for name in line.elsewhere]
    why = material.said("vì trong kỳ không là thành viên Cụm")
    return f"{label_of(line, material)}. Không tính {listed(absent)} {why}"


def silent_in(counted: CountedHonours, held: Mapping[int, str]) -> list[str]:
    """Names of those of whom the register says nothing."""
    heard = counted.by("organisation")
    return [name for pk, name in held.items() if not heard.get(pk)]


def silent_in_both(material: Material) -> tuple[tuple[str, list[str]], ...]:
    """(period, names): of whom the register says nothing in this period and in the same one of the year before."""
    if material.today is None:
        now = before = {member.id: member.name for member in material.members}
    else:
        now, before = ({}, {})
        for line in material.today.compared:
            now, before = {**now, **line.now}, {**before, **line.before}
    return (
        (period_of(material), silent_in(material.counted, now)),
        (period_of(material, material.year - 1), silent_in(material.before, before)),
    )


def left_out(material: Material) -> str:
    """Whom the sums of a table that compares two years leave out; empty where they leave out nobody."""
    told = [f"{period} chưa gồm {listed(names)}" for period, names in silent_in_both(material) if names]
    return f"Số tổng {'; số tổng '.join(told)}, vì Sổ khen thưởng chưa có số liệu." if told else ""


def compared_by_unit(material: Material, columns: tuple[Column, ...], compared) -> Iterator[Table]:
    """Each unit of today in both years. `compared`: (now, before) -> the cells of `columns`; what does not count the
    same bodies in both years is laid side by side but not compared, nor is one of whom a year says nothing."""
    if material.today is None:
        return
    rows, apart = [], []
    for line in material.today.compared:
        both = (material.counted, line.now), (material.before, line.before)
        silent = [silent_in(counted, held) for counted, held in both]
        sums = [counted.of_organisations(held).total for counted, held in both]
        cells = compared(*sums)
        known = [
            UNKNOWN if held and len(names) == len(held) else cell
            for cell, names, (_counted, held) in zip(cells, silent, both, strict=False)
        ]
        if not line.is_comparable:
            cells = (*known, None, None)
            apart.append(f"{line.name}: {_in_each_year(line, material)}")
        elif any(silent):
            cells = (*known, UNKNOWN, UNKNOWN)
        rows.append(Row.of(_compared_label(line, material), *cells))
    unknown = any(UNKNOWN in row.cells for row in rows)
    uncompared = f"Không tính tăng, giảm vì hai kỳ không gồm cùng đơn vị: {'; '.join(apart)}." if apart else ""
    yield Table(
        "So với cùng kỳ năm trước theo đơn vị hành chính hiện nay",
        (Column("Đơn vị", weight=3.5), *columns),
        (*rows, Row.total(material.said("Toàn Cụm"), *compared(material.counted.total, material.before.total))),
        note=" ".join(
            filter(None, (uncompared, unknown and f"{UNKNOWN}: chưa có hoặc chưa đủ số liệu.", left_out(material)))
        ),
    )


def _compared_label(line: ComparedLine, material: Material) -> str:
    if set(line.now.values()) == set(line.before.values()):
        names = listed(line.now.values())
        return line.name if names == line.name else f"{line.name} ({names})"
    return f"{line.name} ({_in_each_year(line, material)})"


def _in_each_year(line: ComparedLine, material: Material) -> str:
    nobody = material.said("không là thành viên Cụm")
    now, before = (listed(held.values()) or nobody for held in (line.now, line.before))
    return f"kỳ này: {now}, cùng kỳ năm trước: {before}"
