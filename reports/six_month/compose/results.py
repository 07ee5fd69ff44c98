"""Part III: honours by title and form, by way, by target group."""

from awards.catalogue.rules.terms import Level, SubjectKind, TargetGroup
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
    source_of,
)
from reports.six_month.material.collect import Material
from reports.six_month.rules import CountedHonours, Share


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
    yield from of_the_state(material)
    yield line_table(material, "Khen thưởng theo danh hiệu, hình thức và đối tượng", counted)


def of_the_state(material: ToldHonours):
    """Nothing where there is none of that level."""
    state = material.counted.state_level
    if not state.total:
        return
    kinds = state.by("subject_kind")
    yield Paragraph.of(
        "Khen thưởng cấp Nhà nước có ",
        figure(material, state.total, unit="lượt", cap=Level.STATE),
        ", gồm ",
        *joined(
            [
                figure(material, kinds[kind], unit=f"lượt {name.lower()}", cap=Level.STATE, **{"doi-tuong": kind})
                for kind, name in SUBJECTS.items()
                if kinds.get(kind)
            ]
        ),
        ".",
    )


def line_table(material: ToldHonours, caption: str, counted: CountedHonours) -> Table:
    rows = []
    for number, (code, name) in enumerate(lines_present(material, counted), 1):
        of_line = counted.where(line=code)
        subjects = of_line.by("subject_kind")
        cells = [figure(material, subjects.get(kind, 0), dong=code, **{"doi-tuong": kind}) for kind in SUBJECTS]
        rows.append(Row.of(number, name, *cells, figure(material, of_line.total, dong=code)))
    subjects = counted.by("subject_kind")
    kinds = [figure(material, subjects.get(kind, 0), **{"doi-tuong": kind}) for kind in SUBJECTS]
    rows.append(Row.total("", "Tổng số", *kinds, figure(material, counted.total)))
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
        (*rows, Row.total("Tổng số", figure(material, counted.total), percent(counted.total, counted.total))),
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
        Figure.share(share.direct, share.individuals, source=of_direct(material)),
        *_of_all(material, share),
        *_state_share(material),
        ".",
    )
    groups = counted.where(subject_kind=SubjectKind.INDIVIDUAL).by("target_group")
    named = [(group, name, groups.get(group, 0)) for group, name in GROUPS.items()]
    rows = [
        Row.of(name, figure(material, count, nhom=group), percent(count, share.individuals))
        for group, name, count in named
    ]
    people = figure(material, share.individuals, **{"doi-tuong": SubjectKind.INDIVIDUAL})
    if share.unknown:
        rows.append(Row.of(UNKNOWN_GROUP, share.unknown, percent(share.unknown, share.individuals)))
    yield Table(
        "Khen thưởng cá nhân theo nhóm đối tượng",
        (
            Column("Nhóm đối tượng", weight=4),
            Column("Số lượt", "integer"),
            Column("Tỷ lệ", "decimal", unit="%", places=2),
        ),
        (*rows, Row.total("Tổng số cá nhân", people, percent(share.individuals, share.individuals))),
    )


def of_direct(material: ToldHonours, **filters) -> str:
    """The rows of direct workers."""
    return source_of(material, nhom=TargetGroup.DIRECT_WORKER, **filters)


def _of_all(material: ToldHonours, share: Share, **filters):
    """(so many of so many), each with its rows."""
    people = {"doi-tuong": SubjectKind.INDIVIDUAL}
    yield " ("
    yield figure(material, share.direct, nhom=TargetGroup.DIRECT_WORKER, **filters)
    yield "/"
    yield figure(material, share.individuals, **people, **filters)
    yield " lượt)"


def _state_share(material: ToldHonours):
    state = material.counted.state_level.share
    if state.individuals:
        yield "; riêng khen thưởng cấp Nhà nước là "
        yield Figure.share(state.direct, state.individuals, source=of_direct(material, cap=Level.STATE))
        yield from _of_all(material, state, cap=Level.STATE)
