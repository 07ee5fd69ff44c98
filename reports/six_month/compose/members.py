"""Part III, by member, and the annex that lays members against titles and forms."""

from emulation.core.numbers import format_integer
from reports.document.rules.document import Annex, Chart, Column, Heading, Paragraph, Row, Table
from reports.document.rules.tables import UNKNOWN
from reports.six_month.compose.units import counted_in, figure_in, heading_of, label_of, lines_of, silent_in, summed
from reports.six_month.compose.words import SUBJECTS, figure, lines_present, percent
from reports.six_month.material.collect import Material

SILENT = f"{UNKNOWN}: Sổ khen thưởng chưa ghi lượt nào của đơn vị trong kỳ; số tổng chưa gồm đơn vị đó."


def by_member(material: Material):
    counted = material.counted
    if not counted.total:
        return
    sums, lines = counted.by("organisation"), lines_of(material)
    ranked = sorted(lines, key=lambda line: -summed(sums, line))
    first, silent = ranked[0], [line for line in lines if not summed(sums, line)]
    units = "đơn vị thành viên" if material.today is None else "đơn vị hành chính hiện nay"
    yield Heading(2, f"4. Theo {units}")
    yield Chart(
        f"{heading_of(first)} có số lượt khen thưởng nhiều nhất: {format_integer(summed(sums, first))}",
        "lượt",
        tuple((line.name, summed(sums, line)) for line in ranked if line not in silent),
        f"Số lượt khen thưởng của từng {units}: "
        + "; ".join(f"{line.name} {format_integer(summed(sums, line))}" for line in ranked if line not in silent),
    )
    unheard = [name for line in lines for name in silent_in(counted, line.members)]
    if unheard:
        names = ", ".join(unheard)
        yield Paragraph.of(
            f"Sổ khen thưởng chưa ghi lượt khen thưởng nào trong kỳ của {names}: chưa rõ là không có khen thưởng hay "
            "chưa nhập danh sách. Các số tổng chưa gồm đơn vị này."
        )
    rows = []
    for line in lines:
        if line in silent:
            rows.append(Row.of(label_of(line, material), *[UNKNOWN] * (len(SUBJECTS) + 2)))
            continue
        own = counted_in(counted, line)
        subjects = own.by("subject_kind")
        share = own.share
        rows.append(
            Row.of(
                label_of(line, material),
                *(subjects.get(kind, 0) for kind in SUBJECTS),
                figure_in(material, own.total, line),
                percent(share.direct, share.individuals),
            )
        )
    subjects, share = counted.by("subject_kind"), counted.share
    yield Table(
        f"Khen thưởng theo {units}",
        (
            Column("Đơn vị", weight=2.2),
            *(Column(name, "integer", group="Đối tượng (lượt)") for name in SUBJECTS.values()),
            Column("Tổng số", "integer", unit="lượt"),
            Column("Tỷ lệ trực tiếp", "decimal", unit="%", places=2, weight=1.2),
        ),
        (
            *rows,
            Row.total(
                material.said("Toàn Cụm"),
                *(figure(material, subjects.get(kind, 0), **{"doi-tuong": kind}) for kind in SUBJECTS),
                figure(material, counted.total),
                percent(share.direct, share.individuals),
            ),
        ),
        note=_noted(
            "Tỷ lệ trực tiếp: người trực tiếp công tác, lao động… trên tổng số lượt cá nhân.", is_silent=bool(unheard)
        ),
    )


def _noted(note: str, *, is_silent: bool) -> str:
    return f"{note} {SILENT}" if is_silent else note


def annex(material: Material, period: str) -> Annex:
    counted = material.counted
    lines, heard = lines_of(material), counted.by("organisation")
    silent = [line for line in lines if not summed(heard, line)]
    rows = []
    for number, (code, name) in enumerate(lines_present(material, counted), 1):
        own = counted.where(line=code)
        sums = own.by("organisation")
        cells = [
            UNKNOWN if line in silent else figure_in(material, summed(sums, line), line, dong=code) for line in lines
        ]
        rows.append(Row.of(number, name, *cells, figure(material, own.total, dong=code)))
    of_lines = [UNKNOWN if line in silent else figure_in(material, summed(heard, line), line) for line in lines]
    rows.append(Row.total("", "Tổng số", *of_lines, figure(material, counted.total)))
    table = Table(
        f"Số lượt khen thưởng {period}",
        (
            Column("TT", "integer", weight=0.4),
            Column("Danh hiệu, hình thức khen thưởng", weight=3),
            *(Column(heading_of(line), "integer") for line in lines),
            Column("Tổng số", "integer"),
        ),
        tuple(rows),
        number_row=True,
        note=_noted("Đơn vị tính: lượt.", is_silent=any(silent_in(counted, line.members) for line in lines)),
    )
    units = "đơn vị thành viên" if material.today is None else "đơn vị hành chính hiện nay"
    return Annex("Phụ lục", f"Tổng hợp khen thưởng theo {units}", (table,), landscape=True)
