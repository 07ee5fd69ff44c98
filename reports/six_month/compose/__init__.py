"""Material of a six-month report → Document.

Outline: what the figures count, the general situation; results by title and form, by way, by target group, by member,
against the year before; indicators; activities of the cluster; problems and tasks; annexes. Besides what the head
wrote, only what the register, the accepted figures and the minutes say is written: no judgement, no claim without rows
behind it.
"""

from dataclasses import replace
from itertools import count

from emulation.core.dates import format_document_date
from emulation.core.period import Period
from reports.document.rules.document import (
    Annex,
    Block,
    BulletList,
    Document,
    Heading,
    Letterhead,
    Paragraph,
    Signature,
    Table,
)
from reports.runs.models.kinds import DoesNotAddUp
from reports.six_month.compose.activities import activities, has_activities
from reports.six_month.compose.comparison import with_year_before
from reports.six_month.compose.figures import by_indicator, indicators
from reports.six_month.compose.members import annex, by_member, unsplit
from reports.six_month.compose.passages import closing, situation
from reports.six_month.compose.results import by_group, by_line, by_way
from reports.six_month.compose.units import READ_BY_TODAY, lines_of, reading, summed
from reports.six_month.compose.words import DAYS, SUBJECTS, WAYS, once, period_of
from reports.six_month.material.collect import Material, Member

SYMBOL = "BC-CTĐ"


def compose(material: Material) -> Document:
    """Raises `DoesNotAddUp` when a table's parts do not sum to the total."""
    check(material)
    period = period_of(material)
    document = paper_of(
        material,
        subject=f"Sơ kết {period}\ncủa {material.cluster}",
        identifier=f"cluster-six-month/{material.cluster_code}/{material.year}/{material.half}",
        blocks=numbered(
            *basis(material),
            *situation(material),
            Heading(1, "II. KẾT QUẢ KHEN THƯỞNG"),
            *by_line(material),
            *by_way(material),
            *by_group(material),
            *by_member(material),
            *with_year_before(material),
            *unsplit(material),
            *indicators(material),
            *activities(material),
            *closing(material, first=5 if has_activities(material) else 4),
            *ending(material, period),
        ),
        annexes=tuple(annexes(material, period)),
    )
    return document if material.today is None else for_comparison(document)


def paper_of(
    material: Material, *, subject: str, identifier: str, blocks: tuple[Block, ...], annexes: tuple[Annex, ...]
) -> Document:
    """Whose paper it is, from where, signed by whom and sent to whom: the same of each report of a cluster."""
    office = material.head_official.upper()
    return Document(
        letterhead=Letterhead(issuer=f"ỦY BAN NHÂN DÂN\n{office}"),
        symbol=SYMBOL,
        place=material.head,
        day=material.as_of,
        as_of=material.as_of,
        subject=subject,
        identifier=identifier,
        blocks=blocks,
        signature=Signature(
            (material.said("TM. CỤM THI ĐUA"), material.said("CỤM TRƯỞNG"), "CHỦ TỊCH ỦY BAN NHÂN DÂN", office)
        ),
        recipients=recipients(material),
        annexes=annexes,
    )


def for_comparison(document: Document) -> Document:
    """Read by today's units a report has neither number nor recipients nor signature: what is signed is by the units
    of the time."""
    attached = f"Kèm theo bản số liệu theo đơn vị hành chính hiện nay, ngày {format_document_date(document.as_of)}"
    return replace(
        document,
        symbol="",
        subject=f"{document.subject}\n{READ_BY_TODAY}",
        identifier=f"{document.identifier}/today",
        signature=Signature(()),
        recipients=(),
        annexes=tuple(replace(annex, attached_to=attached) for annex in document.annexes),
    )


def ending(material: Material, period: str, *, review: str = "sơ kết"):
    if material.today is None:
        yield Paragraph.of(
            f"Trên đây là báo cáo {review} {period} của {material.cluster}, kính gửi Ban Thi đua - Khen thưởng "
            f"Trung ương và các đơn vị thành viên {material.said('Cụm')}."
        )
    else:
        yield Paragraph.of(
            f"Trên đây là số liệu {period} của {material.cluster} theo đơn vị hành chính hiện nay, để so sánh. Báo cáo "
            "được ký theo đơn vị hành chính tại thời điểm báo cáo."
        )


def numbered(*blocks: Block) -> tuple[Block, ...]:
    """Tables of the body as Bảng 1, Bảng 2, …: which of them there are depends on the material."""
    numbers = count(1)
    return tuple(
        replace(block, caption=f"Bảng {next(numbers)}. {block.caption}") if isinstance(block, Table) else block
        for block in blocks
    )


def annexes(material: Material, period: str):
    """Numbered only where there are two."""
    figures = list(by_indicator(material))
    yield replace(annex(material, period), number="Phụ lục I" if figures else "Phụ lục")
    yield from figures


def check(material: Material) -> None:
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
    sums = counted.by("organisation")
    if sum(summed(sums, line) for line in lines_of(material)) != counted.total:
        raise DoesNotAddUp("units")


def basis(material: Material):
    yield Heading(1, "I. PHẠM VI SỐ LIỆU")
    yield from counted_how(material)


def counted_how(material: Material):
    members = once(material.members)
    names = ", ".join(member.name for member in members)
    partial = [member for member in material.members if not member.is_whole(material.period)]
    yield Paragraph.of(
        f"{material.cluster} do {material.owner} tổ chức, gồm {len(members)} đơn vị thành viên: {names}. "
        f"{material.head_official[:1].upper()}{material.head_official[1:]} là {material.said('cụm trưởng')} "
        f"năm {material.year}."
    )
    yield Paragraph.of(
        "Báo cáo tính các lượt khen thưởng có ngày ký quyết định "
        f"{_days(material.period)}, của đơn vị là thành viên {material.said('Cụm')} vào ngày ký quyết định, "
        f"đã ghi trong Sổ khen thưởng đến ngày {format_document_date(material.as_of)}. "
        "Một người hoặc một tập thể được khen nhiều lần thì tính nhiều lượt."
    )
    yield Paragraph.of(DAYS[material.days])
    if partial:
        yield BulletList.of(*(_partial(member, material) for member in partial))
    yield from reading(material)


def _partial(member: Member, material: Material) -> str:
    cluster = material.said("Cụm")
    return f"{member.name}: tính các quyết định ký {_days(member.during)}, thời gian là thành viên {cluster}."


def _days(period: Period) -> str:
    return f"từ ngày {format_document_date(period.start)} đến hết ngày {format_document_date(period.last_day)}"


def recipients(material: Material) -> tuple[str, ...]:
    supervisor = [f"{material.supervisor_office} (để báo cáo)"] if material.supervisor_office else []
    return (
        "Ban Thi đua - Khen thưởng Trung ương (để báo cáo)",
        *supervisor,
        material.said("UBND các tỉnh, thành phố thành viên Cụm"),
        "Lưu: VT",
    )
