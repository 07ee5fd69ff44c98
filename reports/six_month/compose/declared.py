"""What members declare without names, with its document: kept beside the register's tables, added to none of them."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol

from awards.catalogue.rules.terms import Level
from awards.totals.rules.terms import KINDS, OF_AWARDS, Measure, TotalSubject
from clusters.membership.rules.half_years import Days
from emulation.core.numbers import format_decimal, format_integer
from reports.document.rules.document import Block, BulletList, Column, Heading, Paragraph, Row, Table
from reports.six_month.compose.words import HALVES, OTHER_DAYS
from reports.six_month.material.collect import IndicatorLine, Material
from reports.six_month.rules import OF_CAMPAIGNS, DeclaredFigure

MEASURES = {Measure.GIVEN: "Khen thưởng", Measure.HANDED_OVER: "Trao tặng tại hội nghị"}
WHOM = {
    TotalSubject.COLLECTIVE: "Tập thể",
    TotalSubject.INDIVIDUAL: "Cá nhân",
    TotalSubject.HOUSEHOLD: "Hộ gia đình",
    TotalSubject.TOGETHER: "Tập thể, cá nhân (chưa tách)",
    TotalSubject.TIMES: "Lượt",
}
LEVELS = {
    Level.STATE: "cấp Nhà nước",
    Level.PROVINCE: "cấp bộ, cấp tỉnh",
    Level.GRASSROOTS: "cấp cơ sở",
    Level.COMMUNE: "cấp xã",
}


def declared(material: Material) -> Iterator[Block]:
    """Nothing where nothing is declared."""
    if not material.declared:
        return
    yield Heading(2, "6. Số liệu tổng hợp không có danh sách")
    named = "" if material.today is None else "; ghi theo tên đơn vị tại thời điểm báo cáo"
    yield Paragraph.of(
        "Các số sau do đơn vị báo cáo theo văn bản, không kèm danh sách tập thể, cá nhân; ghi riêng bên cạnh Sổ khen "
        f"thưởng, không cộng vào các bảng trên{named}."
    )
    counts = [one for one in material.declared if one.measure in OF_AWARDS]
    if counts:
        yield _table(material, counts)
    others = [_sentence(material, one) for one in material.declared if one.measure not in OF_AWARDS]
    if others:
        yield BulletList.of(*others)


class OfAPeriod(Protocol):
    """A material, as far as the period it tells of."""

    @property
    def year(self) -> int: ...

    @property
    def half(self) -> int: ...

    @property
    def days(self) -> Days: ...


def _table(material: Material, counts: list[DeclaredFigure]) -> Table:
    return Table(
        "Số liệu kèm theo, không có danh sách",
        (
            Column("Đơn vị", weight=1.3),
            Column("Nội dung", weight=2.4),
            Column("Đối tượng", weight=1.2),
            Column("Số báo cáo", "integer"),
            Column("Có trong Sổ", "integer"),
            Column("Chưa có danh sách", "integer"),
            Column("Văn bản", weight=1.7),
        ),
        tuple(_row(material, one, is_alone=_is_alone(one, counts)) for one in counts),
        note="Có trong Sổ: số lượt đã có danh sách trong Sổ khen thưởng, tính trong số báo cáo; để trống khi không đối "
        "chiếu được.",
    )


def _is_alone(one: DeclaredFigure, counts: list[DeclaredFigure]) -> bool:
    """Whether the honours named can be told to belong to it: of what was never split they may be those of a kind that
    is declared beside it."""
    if one.subject is not TotalSubject.TOGETHER:
        return True
    kinds = [each for each in counts if each.subject in KINDS]
    scopes = {(each.organisation, each.half, each.measure, each.line, each.level) for each in kinds}
    return (one.organisation, one.half, one.measure, one.line, one.level) not in scopes


def _row(material: Material, one: DeclaredFigure, *, is_alone: bool) -> Row:
    number, named = int(one.number), one.named if is_alone else None
    nameless = None if named is None or named > number else number - named
    whom = WHOM[one.subject] if one.subject else ""
    return Row.of(one.name, content(material, one), whom, number, named, nameless, one.source)


def content(material: Material, one: DeclaredFigure) -> str:
    """What a count of awards counts, with the period and the days where they are not the report's."""
    return f"{MEASURES[one.measure]}: {_of_what(one)}{_of_other_days(material, one)}"


def _of_what(one: DeclaredFigure) -> str:
    if one.award:
        return one.award
    return LEVELS[one.level] if one.level else "các danh hiệu, hình thức"


def _of_other_days(material: Material, one: DeclaredFigure) -> str:
    asides = [] if one.half == material.half else [f"{HALVES[one.half]} {material.year}"]
    if one.days is not material.days:
        asides.append(OTHER_DAYS[one.days])
    return f" ({', '.join(asides)})" if asides else ""


def campaigns_declared(
    material: OfAPeriod, names: Mapping[int, str], lines: Iterable[IndicatorLine], declared: Iterable[DeclaredFigure]
) -> list[str]:
    """What units report of the number of campaigns, as an indicator or without names: each unit once, with where each
    of its numbers stands where it reports several that differ. The period and the days are said where they are not
    those of the report."""
    said: dict[int, list[tuple[str, str]]] = {unit: [] for unit in names}
    called = dict(names)
    for line in lines:
        for unit in names if line.unit == OF_CAMPAIGNS else ():
            if (value := line.values.get(unit)) is not None:
                said[unit].append((value.said, f"chỉ tiêu “{line.name}”"))
    for one in declared:
        if one.measure is Measure.CAMPAIGNS:
            called.setdefault(one.organisation, one.name)
            said.setdefault(one.organisation, []).append(
                (f"{format_integer(int(one.number))}{_said_of(material, one)}", one.source)
            )
    return [_numbers(called[unit], found) for unit, found in said.items() if found]


def _said_of(material: OfAPeriod, one: DeclaredFigure) -> str:
    """Within brackets: the period and the days where they are not the report's."""
    during = "" if one.half == material.half else f" trong {HALVES[one.half]} {material.year}"
    return during if one.days is material.days else f"{during} tính {OTHER_DAYS[one.days]}"


def _numbers(name: str, found: list[tuple[str, str]]) -> str:
    if len({number for number, _where in found}) == 1:
        return f"{name} {found[0][0]}"
    return f"{name} {', '.join(f'{number} theo {where}' for number, where in found)}"


def _sentence(material: Material, one: DeclaredFigure) -> str:
    if one.measure is Measure.CAMPAIGNS:
        said = f"{format_integer(int(one.number))} phong trào thi đua theo chuyên đề"
    else:
        whose = f" {LEVELS[one.level]}" if one.level else ""
        said = (
            f"tỷ lệ khen thưởng{whose} cho người trực tiếp lao động, công tác {format_decimal(one.number.normalize())}%"
        )
    return f"{one.name}: {said}{_of_other_days(material, one)} ({one.source})."
