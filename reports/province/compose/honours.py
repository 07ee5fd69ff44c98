"""Part III: honours of the province and of its units, by level first."""

from collections.abc import Iterator
from decimal import Decimal

from reports.document.rules.document import Annex, Block, Column, Figure, Heading, Paragraph, Row, Table
from reports.province.compose.words import called, levels, opening
from reports.province.material.collect import ProvinceMaterial
from reports.six_month.compose.comparison import LEFT_EMPTY, beside, told_against_year_before
from reports.six_month.compose.declared import declared
from reports.six_month.compose.results import by_group, by_way, line_table, of_the_state
from reports.six_month.compose.words import (
    SUBJECTS,
    YEARS_BEFORE,
    figure,
    joined,
    of_organisation,
    percent,
    period_of,
)
from reports.six_month.rules import CountedHonours
from reports.six_month.rules.standing import FEWEST_COMPARED


def honours(material: ProvinceMaterial, *, annex: str) -> Iterator[Block]:
    """`annex`: the number of the one that says it of each unit; empty where there is none."""
    if not material.counted.total:
        yield Paragraph.of("Trong kỳ chưa có lượt khen thưởng nào được ghi trong Sổ khen thưởng.")
        yield from _numbered(declared(material))
        return
    yield from _numbered(
        _by_level(material, annex),
        _by_line(material),
        by_way(material),
        by_group(material),
        _against_year_before(material),
        declared(material),
    )


def _numbered(*parts: Iterator[Block]) -> Iterator[Block]:
    """Which parts there are depends on the material; a number that a heading came with is replaced."""
    number = 0
    for part in parts:
        for block in part:
            if isinstance(block, Heading):
                number += 1
                _old, words = block.text.split(". ", 1)
                yield Heading(block.level, f"{number}. {words}")
            else:
                yield block


def _by_level(material: ProvinceMaterial, annex: str) -> Iterator[Block]:
    counted, named = material.counted, levels(material)
    subjects = counted.by("subject_kind")
    own = counted.where(organisation=material.province).total
    yield Heading(2, "0. Theo cấp khen thưởng")
    yield Paragraph.of(
        f"{opening(material.official_name)}{' và các đơn vị trực thuộc' if material.units else ''} có ",
        figure(material, counted.total, unit="lượt khen thưởng"),
        ", trong đó: ",
        *joined(
            [
                figure(material, subjects[kind], unit=f"lượt {name.lower()}", **{"doi-tuong": kind})
                for kind, name in SUBJECTS.items()
                if subjects.get(kind)
            ]
        ),
        ".",
    )
    if material.units:
        yield Paragraph.of(
            f"Danh sách của {called(material)} có ",
            Figure(own, unit="lượt", source=of_organisation(material, material.province)),
            f"; danh sách của {len(material.units)} đơn vị trực thuộc có ",
            Figure(counted.total - own, unit="lượt"),
            f". Chi tiết từng đơn vị tại {annex}.",
        )
        yield from _most_of_units(material)
    yield from of_the_state(material)
    rows = []
    for level, name in named.items():
        of_level = counted.where(level=level)
        if of_level.total:
            kinds = of_level.by("subject_kind")
            cells = [figure(material, kinds.get(kind, 0), cap=level, **{"doi-tuong": kind}) for kind in SUBJECTS]
            rows.append(Row.of(name, *cells, figure(material, of_level.total, cap=level), *_direct(of_level)))
    yield Table(
        "Khen thưởng theo cấp và đối tượng",
        (
            Column("Cấp khen thưởng", weight=2.2),
            *(Column(name, "integer", group="Đối tượng (lượt)") for name in SUBJECTS.values()),
            Column("Tổng số", "integer", unit="lượt"),
            Column("Tỷ lệ trực tiếp", "decimal", unit="%", places=2, weight=1.2),
        ),
        (
            *rows,
            Row.total(
                "Tổng số",
                *(figure(material, subjects.get(kind, 0), **{"doi-tuong": kind}) for kind in SUBJECTS),
                figure(material, counted.total),
                *_direct(counted),
            ),
        ),
        note="Tỷ lệ trực tiếp: người trực tiếp công tác, lao động… trên tổng số lượt cá nhân.",
    )


def _most_of_units(material: ProvinceMaterial) -> Iterator[Block]:
    """Of three units or more that have honours, the one that has more than any other."""
    sums = material.counted.by("organisation")
    ranked = sorted(((sums[pk], pk) for pk in material.units if sums.get(pk)), reverse=True)
    if len(ranked) < FEWEST_COMPARED or ranked[0][0] == ranked[1][0]:
        return
    most, unit = ranked[0]
    yield Paragraph.of(
        f"Đơn vị trực thuộc có nhiều lượt khen thưởng nhất là {material.units[unit]} (",
        Figure(most, unit="lượt", source=of_organisation(material, unit)),
        ").",
    )


def _direct(counted: CountedHonours) -> tuple[Decimal | None]:
    share = counted.share
    return (percent(share.direct, share.individuals),)


def _by_line(material: ProvinceMaterial) -> Iterator[Block]:
    yield Heading(2, "0. Theo danh hiệu thi đua, hình thức khen thưởng")
    yield line_table(material, "Khen thưởng theo danh hiệu, hình thức và đối tượng", material.counted)


def _against_year_before(material: ProvinceMaterial) -> Iterator[Block]:
    """What the register says of both; silence where the province did not exist in the year before."""
    now, before = material.counted, material.before
    if not material.had_before:
        return
    period, then = period_of(material, material.year - 1), YEARS_BEFORE[material.half]
    yield Heading(2, f"0. So với {then}")
    if not before.total:
        yield Paragraph.of(f"Sổ khen thưởng chưa có số liệu {period} nên chưa so sánh được.")
        return
    yield from told_against_year_before(material)
    of_now, of_before = now.by("level"), before.by("level")
    yield Table(
        f"So với {then}",
        (
            Column("Cấp khen thưởng", weight=2.6),
            Column(str(material.year), "integer", unit="lượt"),
            Column(str(material.year - 1), "integer", unit="lượt"),
            Column("Tăng, giảm", "integer", unit="lượt"),
            Column("So sánh", "decimal", unit="%", places=2),
        ),
        (
            *(
                Row.of(
                    name, *beside(material, now.by("level").get(level, 0), before.by("level").get(level, 0), cap=level)
                )
                for level, name in levels(material).items()
                if level in of_now or level in of_before
            ),
            Row.total("Tổng số", *beside(material, now.total, before.total)),
        ),
        note=f"So sánh: số lượt của kỳ này trên số lượt {period}; {LEFT_EMPTY}.",
    )


def by_unit(material: ProvinceMaterial) -> Annex | None:
    """The province's own lists and those of each unit against the levels; None where no unit has an honour."""
    if not material.units:
        return None
    counted = material.counted
    present = [(level, name) for level, name in levels(material).items() if counted.where(level=level).total]
    by_organisation: dict[int, dict[str, int]] = {}
    for tally in counted.tallies:
        own = by_organisation.setdefault(tally.organisation, {})
        own[tally.level] = own.get(tally.level, 0) + tally.count
    names = {material.province: opening(material.official_name), **material.units}
    rows = [
        Row.of(
            number,
            names[pk],
            *(by_organisation[pk].get(level, 0) for level, _name in present),
            Figure(sum(by_organisation[pk].values()), source=of_organisation(material, pk)),
        )
        for number, pk in enumerate((pk for pk in names if pk in by_organisation), 1)
    ]
    sums = counted.by("level")
    of_levels = [figure(material, sums[level], cap=level) for level, _name in present]
    table = Table(
        f"Số lượt khen thưởng {period_of(material)} theo danh sách của từng đơn vị",
        (
            Column("TT", "integer", weight=0.4),
            Column("Đơn vị", weight=3),
            *(Column(name, "integer") for _level, name in present),
            Column("Tổng số", "integer"),
        ),
        (*rows, Row.total("", "Tổng số", *of_levels, figure(material, counted.total))),
        note="Đơn vị tính: lượt.",
    )
    return Annex("Phụ lục", f"Khen thưởng của {material.official_name} và các đơn vị trực thuộc", (table,))
