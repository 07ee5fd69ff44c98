"""Material of a six-month report → Document. The report is a Vietnamese paper by law, so its words stand here as they are.

Outline: what the figures count; results by title and form, by way, by target group, by member; annex. Only what the register
says is written: no judgement, no claim without rows behind it.
"""

from urllib.parse import urlencode

from awards.rules.terms import SubjectKind, TargetGroup, Way
from emulation.core.dates import format_date
from emulation.core.numbers import format_integer
from emulation.core.period import Period
from reports.collect import Material, Member
from reports.document import (
    Annex,
    BulletList,
    Chart,
    Column,
    Document,
    Figure,
    Heading,
    Letterhead,
    Paragraph,
    Row,
    Signature,
    Table,
)
from reports.rules.tally import Counted

SYMBOL = "BC-CTĐ"
SUBJECTS = {
    SubjectKind.COLLECTIVE: "Tập thể",
    SubjectKind.INDIVIDUAL: "Cá nhân",
    SubjectKind.HOUSEHOLD: "Hộ gia đình",
}
WAYS = {
    Way.REGULAR: "Thường xuyên",
    Way.THEMATIC: "Chuyên đề",
    Way.UNSCHEDULED: "Đột xuất",
    Way.DIPLOMATIC: "Đối ngoại",
    Way.SERVICE: "Cống hiến",
    Way.TENURE: "Niên hạn",
    Way.RESISTANCE: "Kháng chiến",
}
GROUPS = {
    TargetGroup.SENIOR_EXECUTIVE: "Lãnh đạo cấp bộ, cấp tỉnh và tương đương trở lên",
    TargetGroup.DEPARTMENT_EXECUTIVE: "Lãnh đạo cấp vụ, sở, ngành và tương đương",
    TargetGroup.ENTREPRENEUR: "Doanh nhân",
    TargetGroup.OTHER_EXECUTIVE: "Các cấp lãnh đạo khác từ phó phòng trở lên",
    TargetGroup.DIRECT_WORKER: "Người trực tiếp công tác, lao động, học tập, chiến đấu và phục vụ chiến đấu",
}
HALVES = {1: "đầu năm", 2: "cuối năm"}
UNKNOWN_GROUP = "Chưa phân loại nhóm đối tượng"


class DoesNotAddUp(Exception):
    """Parts and total disagree: the report is not made."""


def compose(material: Material) -> Document:
    """Raises `DoesNotAddUp` when a table's parts do not sum to the total."""
    _check(material)
    period = f"6 tháng {HALVES[material.half]} {material.year}"
    office = material.head_official.upper()
    return Document(
        letterhead=Letterhead(issuer=f"ỦY BAN NHÂN DÂN\n{office}"),
        symbol=SYMBOL,
        place=material.head,
        day=material.as_of,
        as_of=material.as_of,
        subject=f"Sơ kết {period} của {_lower_first(material.cluster)}",
        identifier=f"cluster-six-month/{material.cluster_code}/{material.year}/{material.half}",
        blocks=(
            *_basis(material),
            Heading(1, "II. KẾT QUẢ KHEN THƯỞNG"),
            *_by_line(material),
            *_by_way(material),
            *_by_group(material),
            *_by_member(material),
            *_unsplit(material),
        ),
        signature=Signature(("TM. CỤM THI ĐUA", "CỤM TRƯỞNG", f"CHỦ TỊCH UBND {office}")),
        recipients=_recipients(material),
        annexes=(_annex(material, period),),
    )


def _check(material: Material) -> None:
    counted = material.counted
    lines = {code for code, _ in material.lines}
    for edge, known in (
        ("line", lines),
        ("subject_kind", set(SUBJECTS)),
        ("way", set(WAYS)),
        ("organisation", {member.id for member in material.members}),
    ):
        sums = counted.by(edge)
        if sum(count for value, count in sums.items() if value in known) != counted.total:
            raise DoesNotAddUp(edge)


def _basis(material: Material):
    members = ", ".join(member.name for member in _once(material.members))
    partial = [member for member in material.members if not member.is_whole(material.period)]
    yield Heading(1, "I. PHẠM VI SỐ LIỆU")
    yield Paragraph.of(
        f"{material.cluster} do {material.owner} tổ chức, gồm {len(_once(material.members))} đơn vị thành viên: {members}. "
        f"{material.head_official[:1].upper()}{material.head_official[1:]} là cụm trưởng năm {material.year}."
    )
    yield Paragraph.of(
        f"Báo cáo tính các lượt khen thưởng có ngày ký quyết định từ ngày {format_date(material.period.start)} đến trước ngày "
        f"{format_date(material.period.end)}, của đơn vị là thành viên Cụm vào ngày ký quyết định, đã ghi trong Sổ khen thưởng "
        f"đến ngày {format_date(material.as_of)}. Một người hoặc một tập thể được khen nhiều lần thì tính nhiều lượt."
    )
    if partial:
        yield BulletList.of(*(_partial(member) for member in partial))


def _partial(member: Member) -> str:
    days = member.during
    return (
        f"{member.name}: tính các quyết định ký từ ngày {format_date(days.start)} đến trước ngày {format_date(days.end)}, "
        "thời gian là thành viên Cụm."
    )


def _by_line(material: Material):
    counted = material.counted
    yield Heading(2, "1. Theo danh hiệu thi đua, hình thức khen thưởng")
    if not counted.total:
        yield Paragraph.of("Trong kỳ chưa có lượt khen thưởng nào được ghi trong Sổ khen thưởng.")
        return
    subjects = counted.by("subject_kind")
    yield Paragraph.of(
        "Các đơn vị thành viên có ",
        Figure(counted.total, unit="lượt khen thưởng", source=_source(material)),
        ", trong đó: ",
        *_joined(
            [
                Figure(subjects.get(kind, 0), unit=f"lượt {name.lower()}", source=_source(material, **{"doi-tuong": kind}))
                for kind, name in SUBJECTS.items()
                if subjects.get(kind)
            ]
        ),
        ".",
    )
    yield _line_table(material, "Bảng 1. Khen thưởng theo danh hiệu, hình thức và đối tượng", counted)


def _line_table(material: Material, caption: str, counted: Counted) -> Table:
    rows = []
    for number, (code, name) in enumerate(_lines(material, counted), 1):
        of_line = counted.where(line=code)
        subjects = of_line.by("subject_kind")
        cells = [
            Figure(subjects.get(kind, 0), source=_source(material, dong=code, **{"doi-tuong": kind})) for kind in SUBJECTS
        ]
        rows.append(Row.of(number, name, *cells, Figure(of_line.total, source=_source(material, dong=code))))
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


def _by_way(material: Material):
    counted = material.counted
    if not counted.total:
        return
    ways = counted.by("way")
    yield Heading(2, "2. Theo phương thức khen thưởng")
    rows = [
        Row.of(
            name,
            Figure(ways.get(way, 0), source=_source(material, **{"phuong-thuc": way})),
            Figure.share(ways.get(way, 0), counted.total),
        )
        for way, name in WAYS.items()
    ]
    yield Table(
        "Bảng 2. Khen thưởng theo phương thức",
        (
            Column("Phương thức", weight=3),
            Column("Số lượt", "integer"),
            Column("Tỷ lệ", "percent", unit="%"),
        ),
        (*rows, Row.total("Tổng số", counted.total, Figure.share(counted.total, counted.total))),
    )


def _by_group(material: Material):
    counted = material.counted
    share = counted.share
    if not counted.total:
        return
    yield Heading(2, "3. Theo nhóm đối tượng cá nhân")
    if not share.individuals:
        yield Paragraph.of("Trong kỳ không có lượt khen thưởng cá nhân.")
        return
    yield Paragraph.of(
        "Tỷ lệ khen thưởng người trực tiếp công tác, lao động, học tập, chiến đấu và phục vụ chiến đấu trên tổng số lượt cá nhân "
        "(dòng 14 trên dòng 09 của biểu 0602.N/BNV-TĐKT) là ",
        Figure.share(share.direct, share.individuals),
        f" ({format_integer(share.direct)}/{format_integer(share.individuals)} lượt)",
        *_state_share(counted),
        ".",
    )
    groups = counted.where(subject_kind=SubjectKind.INDIVIDUAL).by("target_group")
    named = [(group, name, groups.get(group, 0)) for group, name in GROUPS.items()]
    rows = [
        Row.of(name, Figure(count, source=_source(material, nhom=group)), Figure.share(count, share.individuals))
        for group, name, count in named
    ]
    if share.unknown:
        rows.append(Row.of(UNKNOWN_GROUP, share.unknown, Figure.share(share.unknown, share.individuals)))
    yield Table(
        "Bảng 3. Khen thưởng cá nhân theo nhóm đối tượng",
        (Column("Nhóm đối tượng", weight=4), Column("Số lượt", "integer"), Column("Tỷ lệ", "percent", unit="%")),
        (*rows, Row.total("Tổng số cá nhân", share.individuals, Figure.share(share.individuals, share.individuals))),
    )


def _state_share(counted: Counted):
    state = counted.state_level.share
    if state.individuals:
        yield "; riêng khen thưởng cấp Nhà nước là "
        yield Figure.share(state.direct, state.individuals)
        yield f" ({format_integer(state.direct)}/{format_integer(state.individuals)} lượt)"


def _by_member(material: Material):
    counted = material.counted
    if not counted.total:
        return
    sums = counted.by("organisation")
    ranked = sorted(_once(material.members), key=lambda member: -sums.get(member.id, 0))
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
    for member in _once(material.members):
        own = counted.where(organisation=member.id)
        subjects = own.by("subject_kind")
        share = own.share
        rows.append(
            Row.of(
                member.name,
                *(subjects.get(kind, 0) for kind in SUBJECTS),
                Figure(own.total, source=_source(material, **{"don-vi": member.id})),
                Figure.share(share.direct, share.individuals),
            )
        )
    subjects, share = counted.by("subject_kind"), counted.share
    yield Table(
        "Bảng 4. Khen thưởng theo đơn vị thành viên",
        (
            Column("Đơn vị", weight=2.2),
            *(Column(name, "integer", group="Đối tượng (lượt)") for name in SUBJECTS.values()),
            Column("Tổng số", "integer", unit="lượt"),
            Column("Tỷ lệ trực tiếp", "percent", unit="%", weight=1.2),
        ),
        (
            *rows,
            Row.total(
                "Toàn Cụm",
                *(subjects.get(kind, 0) for kind in SUBJECTS),
                counted.total,
                Figure.share(share.direct, share.individuals),
            ),
        ),
        note="Tỷ lệ trực tiếp: người trực tiếp công tác, lao động… trên tổng số lượt cá nhân.",
    )


def _unsplit(material: Material):
    if not material.unsplit:
        return
    yield Heading(2, "5. Số tổng chưa tách theo người, tập thể")
    yield Paragraph.of("Các số sau do đơn vị báo theo văn bản cũ, không cộng vào các bảng trên:")
    yield Table(
        "Bảng 5. Số tổng chưa tách",
        (Column("Đơn vị", weight=1.5), Column("Danh hiệu, hình thức", weight=3), Column("Số lượt", "integer"), Column("Nguồn", weight=2)),
        tuple(Row.of(row.organisation, row.line, row.count, row.source) for row in material.unsplit),
    )


def _annex(material: Material, period: str) -> Annex:
    counted = material.counted
    members = _once(material.members)
    rows = []
    for number, (code, name) in enumerate(_lines(material, counted), 1):
        own = counted.where(line=code)
        sums = own.by("organisation")
        cells = [
            Figure(sums.get(member.id, 0), source=_source(material, dong=code, **{"don-vi": member.id})) for member in members
        ]
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


def _recipients(material: Material) -> tuple[str, ...]:
    supervisor = [f"{material.supervisor_office} (để báo cáo)"] if material.supervisor_office else []
    return (
        "Ban Thi đua - Khen thưởng Trung ương (để báo cáo)",
        *supervisor,
        "UBND các tỉnh, thành phố thành viên Cụm",
        "Lưu: VT",
    )


def _lines(material: Material, counted: Counted):
    """Report lines that occur, in their order."""
    present = counted.by("line")
    return [(code, name) for code, name in material.lines if code in present]


def _once(members: tuple[Member, ...]) -> list[Member]:
    """A member that left and came back stands once."""
    return list({member.id: member for member in members}.values())


def _source(material: Material, **filters) -> str:
    """The register's filters that open the rows behind a figure."""
    return urlencode({"cum": material.cluster_code, **_days(material.period), **filters})


def _days(period: Period) -> dict[str, str]:
    return {"tu": format_date(period.start), "den": format_date(period.last_day)}


def _joined(parts):
    for place, part in enumerate(parts):
        if place:
            yield "; "
        yield part


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]
