"""Part III: honours by title and form, by way, by target group."""

from awards.catalogue.rules.terms import SubjectKind
from emulation.core.numbers import format_integer
from reports.document.rules.document import Column, Figure, Heading, Paragraph, Row, Table
from reports.six_month.compose.words import (
    GROUPS,
    SUBJECTS,
    UNKNOWN_GROUP,
    WAYS,
    ToldHonours,
    figure,
    joined,
    lines_present,
    percent,
)
from reports.six_month.material.collect import Material
from reports.six_month.rules import CountedHonours


def by_line(material: Material):
    counted = material.counted
    yield Heading(2, "1. Theo danh hiệu thi đua, hình thức khen thưởng")
    if not counted.total:
        yield Paragraph.of("Trong kỳ chưa có lượt khen thưởng nào được ghi trong Sổ khen thưởng.")
        return
    subjects = counted.by("subject_kind")
    yield Paragraph.of(
        "Các đơn vị thành viên có ",
        figure(material, counted.total, unit="lượt khen thưởng"),
        ", trong đó: ",
        *joined(
            [
                figure(material, subjects.get(kind, 0), unit=f"lượt {name.lower()}", **{"doi-tuong": kind})
                for kind, name in SUBJECTS.items()
                if subjects.get(kind)
            ]
        ),
        ".",
    )
    yield line_table(material, "Khen thưởng theo danh hiệu, hình thức và đối tượng", counted)


def line_table(material: ToldHonours, caption: str, counted: CountedHonours) -> Table:
    rows = []
    for number, (code, name) in enumerate(lines_present(material, counted), 1):
        of_line = counted.where(line=code)
        subjects = of_line.by("subject_kind")
        cells = [figure(material, subjects.get(kind, 0), dong=code, **{"doi-tuong": kind}) for kind in SUBJECTS]
        rows.append(Row.of(number, name, *cells, figure(material, of_line.total, dong=code)))
    subjects = counted.by("subject_kind")
    rows.append(Row.total("", "Tổng số", *(subjects.get(kind, 0) for kind in SUBJECTS), counted.total))
    return Table(
        caption,
        (
            Column("TT", "integer", weight=0.5),
            Column("Danh hiệu, hình thức khen thưởng", weight=3.5),
            *(Column(name, "integer", group="Đối tượng (lượt)") for name in SUBJECTS.values()),
            Column("Tổng số", "integer", unit="lượt"),
        ),
        tuple(rows),
    )


def by_way(material: ToldHonours):
    counted = material.counted
    if not counted.total:
        return
    ways = counted.by("way")
    yield Heading(2, "2. Theo phương thức khen thưởng")
    rows = [
        Row.of(
            name,
            figure(material, ways.get(way, 0), **{"phuong-thuc": way}),
            percent(ways.get(way, 0), counted.total),
        )
        for way, name in WAYS.items()
    ]
    yield Table(
        "Khen thưởng theo phương thức",
        (
            Column("Phương thức", weight=3),
            Column("Số lượt", "integer"),
            Column("Tỷ lệ", "decimal", unit="%", places=2),
        ),
        (*rows, Row.total("Tổng số", counted.total, percent(counted.total, counted.total))),
    )


def by_group(material: ToldHonours):
    counted = material.counted
    share = counted.share
    if not counted.total:
        return
    yield Heading(2, "3. Theo nhóm đối tượng cá nhân")
    if not share.individuals:
        yield Paragraph.of("Trong kỳ không có lượt khen thưởng cá nhân.")
        return
    yield Paragraph.of(
        "Tỷ lệ khen thưởng người trực tiếp công tác, lao động, học tập, chiến đấu và phục vụ chiến đấu "
        "trên tổng số lượt cá nhân (dòng 14 trên dòng 09 của biểu 0602.N/BNV-TĐKT) là ",
        Figure.share(share.direct, share.individuals),
        f" ({format_integer(share.direct)}/{format_integer(share.individuals)} lượt)",
        *_state_share(counted),
        ".",
    )
    groups = counted.where(subject_kind=SubjectKind.INDIVIDUAL).by("target_group")
    named = [(group, name, groups.get(group, 0)) for group, name in GROUPS.items()]
    rows = [
        Row.of(name, figure(material, count, nhom=group), percent(count, share.individuals))
        for group, name, count in named
    ]
    if share.unknown:
        rows.append(Row.of(UNKNOWN_GROUP, share.unknown, percent(share.unknown, share.individuals)))
    yield Table(
        "Khen thưởng cá nhân theo nhóm đối tượng",
        (
            Column("Nhóm đối tượng", weight=4),
            Column("Số lượt", "integer"),
            Column("Tỷ lệ", "decimal", unit="%", places=2),
        ),
        (*rows, Row.total("Tổng số cá nhân", share.individuals, percent(share.individuals, share.individuals))),
    )


def _state_share(counted: CountedHonours):
    state = counted.state_level.share
    if state.individuals:
        yield "; riêng khen thưởng cấp Nhà nước là "
        yield Figure.share(state.direct, state.individuals)
        yield f" ({format_integer(state.direct)}/{format_integer(state.individuals)} lượt)"
