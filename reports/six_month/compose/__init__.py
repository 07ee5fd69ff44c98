"""Material of a six-month report → Document.

Outline (the trade's order): what the pact came to, with the general situation and the indicators; campaigns; honours
by title and form, by way, by target group, by member, against the year before; activities of the cluster; problems and
tasks; what the figures count, at the end; annexes. Besides what the head wrote, only what the register, the accepted
figures and the minutes say is written: no judgement, no claim without rows behind it.
"""

from collections.abc import Iterable, Iterator
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
    Paragraph,
    Signature,
    Table,
)
from reports.document.rules.issuer import CapacityCode
from reports.followed.compose import campaigns_followed, tasks_followed
from reports.runs.models.kinds import DoesNotAddUp
from reports.six_month.compose.activities import what_was_held
from reports.six_month.compose.comparison import with_year_before
from reports.six_month.compose.declared import campaigns_declared, declared
from reports.six_month.compose.figures import by_indicator, number_of_figures, situation_and_figures
from reports.six_month.compose.members import annex, by_member
from reports.six_month.compose.passages import ROMAN, closing
from reports.six_month.compose.results import by_group, by_line, by_way
from reports.six_month.compose.told import twice_told
from reports.six_month.compose.units import READ_BY_TODAY, lines_of, reading, summed
from reports.six_month.compose.words import DAYS, SUBJECTS, WAYS, once, period_of
from reports.six_month.material.collect import Material, Member

OWN_LISTS = (
    "Báo cáo chỉ tính danh sách khen thưởng của chính các đơn vị thành viên; lượt khen thưởng từ hồ sơ do đơn vị trình "
    "được ghi trong Sổ khen thưởng của tỉnh, thành phố."
)


def compose(material: Material) -> Document:
    """Raises `DoesNotAddUp` when a table's parts do not sum to the total."""
    check(material)
    period = period_of(material)
    document = paper_of(
        material,
        subject=f"Sơ kết {period}\ncủa {material.cluster}",
        identifier=f"cluster-six-month/{material.cluster_code}/{material.year}/{material.half}",
        blocks=numbered(*reading(material), *in_order(_parts(material)), *ending(material, period)),
        annexes=tuple(annexes(material, period)),
    )
    return document if material.today is None else for_comparison(document)


def _parts(material: Material) -> Iterator[tuple[str, list[Block]]]:
    yield "KẾT QUẢ THỰC HIỆN GIAO ƯỚC THI ĐUA", list(situation_and_figures(material))
    yield "CÁC PHONG TRÀO THI ĐUA", list(campaigns(material))
    yield "CÔNG TÁC KHEN THƯỞNG", list(honours(material))
    yield material.said("HOẠT ĐỘNG CỦA CỤM"), list(what_was_held(material))
    yield tasks_followed(material.followed)
    yield from closing(material)
    yield "GHI CHÚ VỀ SỐ LIỆU", list(notes(material))


def in_order(parts: Iterable[tuple[str, list[Block]]]) -> Iterator[Block]:
    """Numbered; a part without anything behind it has no heading on paper."""
    numbers = count(1)
    for title, blocks in parts:
        if blocks:
            yield Heading(1, f"{ROMAN[next(numbers)]}. {title}")
            yield from blocks


def honours(material: Material) -> Iterator[Block]:
    """One plain sentence where there is none."""
    if not material.counted.total:
        yield from (block for block in by_line(material) if not isinstance(block, Heading))
        yield from declared(material)
        return
    yield from by_line(material)
    yield from by_way(material)
    yield from by_group(material)
    yield from by_member(material)
    yield from with_year_before(material)
    yield from declared(material)


def campaigns(material: Material) -> Iterator[Block]:
    """Those of the pact in force, then what members made of campaigns; nothing where there is neither."""
    if material.campaigns:
        yield from _of_the_pact(material)
    of_then = material.today is not None
    names = {member.id: member.name for member in material.members}
    yield from campaigns_followed(
        material.followed,
        units="đơn vị thành viên",
        by_names_of_then=of_then,
        declared=campaigns_declared(material, names, material.indicators, material.declared),
    )


def _of_the_pact(material: Material) -> Iterator[Block]:
    yield Paragraph.of(
        f"Theo giao ước thi đua năm {material.year}, các đơn vị thành viên cùng thực hiện "
        f"{len(material.campaigns)} phong trào thi đua:"
    )
    yield BulletList.of(*(f"{name};" for name in material.campaigns[:-1]), f"{material.campaigns[-1]}.")


def paper_of(
    material: Material, *, subject: str, identifier: str, blocks: tuple[Block, ...], annexes: tuple[Annex, ...]
) -> Document:
    """Whose paper it is, from where, signed by whom and sent to whom: the same of each report of a cluster."""
    issuer = material.issuer
    return Document(
        letterhead=issuer.letterhead,
        symbol=issuer.symbol,
        place=issuer.place,
        day=material.as_of,
        as_of=material.as_of,
        subject=subject,
        identifier=identifier,
        blocks=blocks,
        signature=issuer.capacity(CapacityCode.CHIEF).signed_by(),
        recipients=issuer.recipients,
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
            f"Trên đây là báo cáo {review} {period} của {material.cluster}, kính gửi {material.reported_to} và các đơn "
            f"vị thành viên {material.said('Cụm')}."
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
    """Numbered only where there are two; none of nothing but zeros."""
    figures = by_indicator(material)
    if material.counted.total:
        yield replace(annex(material, period), number="Phụ lục I" if figures else "Phụ lục")
    if figures:
        yield replace(figures, number=number_of_figures(material))


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


def notes(material: Material) -> Iterator[Block]:
    yield from counted_how(material)
    if twice := twice_told(material.indicators, material.counted):
        yield Paragraph.of(twice)


def counted_how(material: Material):
    members = once(material.members)
    names = ", ".join(member.name for member in members)
    partial = [member for member in material.members if not member.is_whole(material.period)]
    yield Paragraph.of(
        f"{material.cluster} do {material.owner} tổ chức, gồm {len(members)} đơn vị thành viên: {names}. "
        f"{material.head} là {material.said('cụm trưởng')} năm {material.year}."
    )
    yield Paragraph.of(
        "Báo cáo tính các lượt khen thưởng có ngày ký quyết định "
        f"{_days(material.period)}, của đơn vị là thành viên {material.said('Cụm')} vào ngày ký quyết định, "
        f"đã ghi trong Sổ khen thưởng đến ngày {format_document_date(material.as_of)}. "
        "Một người hoặc một tập thể được khen nhiều lần thì tính nhiều lượt."
    )
    if material.is_of_a_province:
        yield Paragraph.of(OWN_LISTS)
    yield Paragraph.of(DAYS[material.days])
    if partial:
        yield BulletList.of(*(_partial(member, material) for member in partial))


def _partial(member: Member, material: Material) -> str:
    cluster = material.said("Cụm")
    return f"{member.name}: tính các quyết định ký {_days(member.during)}, thời gian là thành viên {cluster}."


def _days(period: Period) -> str:
    return f"từ ngày {format_document_date(period.start)} đến hết ngày {format_document_date(period.last_day)}"
