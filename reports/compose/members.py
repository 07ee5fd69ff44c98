"""Part II, by member, and the annex that lays members against titles and forms."""

from emulation.core.numbers import format_integer
from reports.collect import Material
from reports.compose.words import SUBJECTS, figure, lines_present, once, percent
from reports.document import Annex, Chart, Column, Heading, Paragraph, Row, Table


def by_member(material: Material):
    counted = material.counted
    if not counted.total:
        return
    sums = counted.by("organisation")
    ranked = sorted(once(material.members), key=lambda member: -sums.get(member.id, 0))
    first = ranked[0]
    yield Heading(2, "4. Theo đơn vị thành viên")
    yield Chart(
        f"{first.name} có số lượt khen thưởng nhiều nhất: {format_integer(sums.get(first.id, 0))} lượt",
        "lượt",
        tuple((member.name, sums.get(member.id, 0)) for member in ranked),
        "Số lượt khen thưởng của từng đơn vị thành viên: "
        + "; ".join(f"{member.name} {format_integer(sums.get(member.id, 0))}" for member in ranked),
    )
    rows = []
    for member in once(material.members):
        own = counted.where(organisation=member.id)
        subjects = own.by("subject_kind")
        share = own.share
        rows.append(
            Row.of(
                member.name,
                *(subjects.get(kind, 0) for kind in SUBJECTS),
                figure(material, own.total, **{"don-vi": member.id}),
                percent(share.direct, share.individuals),
            )
        )
    subjects, share = counted.by("subject_kind"), counted.share
    yield Table(
        "Khen thưởng theo đơn vị thành viên",
        (
            Column("Đơn vị", weight=2.2),
            *(Column(name, "integer", group="Đối tượng (lượt)") for name in SUBJECTS.values()),
            Column("Tổng số", "integer", unit="lượt"),
            Column("Tỷ lệ trực tiếp", "decimal", unit="%", places=2, weight=1.2),
        ),
        (
            *rows,
            Row.total(
                "Toàn Cụm",
                *(subjects.get(kind, 0) for kind in SUBJECTS),
                counted.total,
                percent(share.direct, share.individuals),
            ),
        ),
        note="Tỷ lệ trực tiếp: người trực tiếp công tác, lao động… trên tổng số lượt cá nhân.",
    )


def unsplit(material: Material):
    if not material.unsplit:
        return
    yield Heading(2, "6. Số tổng chưa tách theo người, tập thể")
    yield Paragraph.of("Các số sau do đơn vị báo theo văn bản cũ, không cộng vào các bảng trên:")
    yield Table(
        "Số tổng chưa tách",
        (
            Column("Đơn vị", weight=1.5),
            Column("Danh hiệu, hình thức", weight=3),
            Column("Số lượt", "integer"),
            Column("Nguồn", weight=2),
        ),
        tuple(Row.of(row.organisation, row.line, row.count, row.source) for row in material.unsplit),
    )


def annex(material: Material, period: str) -> Annex:
    counted = material.counted
    members = once(material.members)
    rows = []
    for number, (code, name) in enumerate(lines_present(material, counted), 1):
        own = counted.where(line=code)
        sums = own.by("organisation")
        cells = [figure(material, sums.get(member.id, 0), dong=code, **{"don-vi": member.id}) for member in members]
        rows.append(Row.of(number, name, *cells, own.total))
    sums = counted.by("organisation")
    rows.append(Row.total("", "Tổng số", *(sums.get(member.id, 0) for member in members), counted.total))
    table = Table(
        f"Số lượt khen thưởng {period}",
        (
            Column("TT", "integer", weight=0.4),
            Column("Danh hiệu, hình thức khen thưởng", weight=3),
            *(Column(member.name, "integer") for member in members),
            Column("Tổng số", "integer"),
        ),
        tuple(rows),
        number_row=True,
        note="Đơn vị tính: lượt.",
    )
    return Annex("Phụ lục", "Tổng hợp khen thưởng theo đơn vị thành viên", (table,), landscape=True)
