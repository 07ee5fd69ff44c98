"""Material of a province's report → Document, of six months or of a whole year.

Outline (the trade's order): its targets in its central cluster; its own clusters and blocks; campaigns; honours by
level; its own conference; tasks given and requests; problems and tasks to come; what the figures count, at the end. A
part without anything behind it is one plain sentence, or is left out.
"""

from collections.abc import Iterator
from dataclasses import replace

from clusters.membership.rules.half_years import WHOLE_YEAR
from emulation.core.dates import format_document_date
from emulation.core.numbers import format_integer
from emulation.core.period import Period
from reports.document.rules.blocks import blocks_of
from reports.document.rules.conferences import called as conference_called
from reports.document.rules.document import Annex, Block, BulletList, Document, Heading, Paragraph
from reports.followed.compose import campaigns_followed, tasks_followed
from reports.province.compose.honours import by_unit, honours
from reports.province.compose.kept import kept, of_each
from reports.province.compose.targets import targets
from reports.province.compose.words import called, levels, opening
from reports.province.material.collect import ProvinceMaterial
from reports.runs.models.kinds import DoesNotAddUp
from reports.runs.rules.passages import PassagePlace
from reports.six_month.compose import numbered
from reports.six_month.compose.declared import campaigns_declared
from reports.six_month.compose.passages import ROMAN
from reports.six_month.compose.told import twice_told
from reports.six_month.compose.words import DAYS, SUBJECTS, WAYS, period_of


def compose(material: ProvinceMaterial) -> Document:
    """Raises `DoesNotAddUp` when a table's parts do not sum to the total."""
    check(material)
    annexes = _annexes(of_each(material), by_unit(material))
    of_clusters, of_units = (one.number if one else "" for one in annexes)
    issuer = material.issuer
    return Document(
        letterhead=issuer.letterhead,
        symbol=issuer.symbol,
        place=issuer.place,
        day=material.as_of,
        as_of=material.as_of,
        subject=_subject(material),
        identifier=f"{_kind(material)}/{material.code}/{material.year}/{material.half}",
        blocks=numbered(*_parts(material, of_clusters, of_units), _ending(material)),
        signature=issuer.capacities[0].signed_by(),
        recipients=issuer.recipients,
        annexes=tuple(one for one in annexes if one),
    )


def check(material: ProvinceMaterial) -> None:
    counted = material.counted
    for edge, known in (
        ("level", set(levels(material))),
        ("line", {code for code, _name in material.lines}),
        ("subject_kind", set(SUBJECTS)),
        ("way", set(WAYS)),
        ("organisation", {material.province, *material.units}),
    ):
        if sum(count for value, count in counted.by(edge).items() if value in known) != counted.total:
            raise DoesNotAddUp(edge)


def _kind(material: ProvinceMaterial) -> str:
    return "province-year-end" if material.half == WHOLE_YEAR else "province-six-month"


def _review(material: ProvinceMaterial) -> str:
    return "tổng kết" if material.half == WHOLE_YEAR else "sơ kết"


def _next_period(material: ProvinceMaterial) -> str:
    return f"6 tháng cuối năm {material.year}" if material.half == 1 else f"năm {material.year + 1}"


def _subject(material: ProvinceMaterial) -> str:
    looks_on = PassagePlace.TASKS in material.passages
    coming = f";\nphương hướng, nhiệm vụ {_next_period(material)}" if looks_on else ""
    return (
        f"{opening(_review(material))} phong trào thi đua và công tác khen thưởng {period_of(material)}{coming}\n"
        f"của {material.official_name}"
    )


def _annexes(*found: Annex | None) -> tuple[Annex | None, ...]:
    """Numbered only where there are two."""
    if not all(found):
        return found
    return tuple(one and replace(one, number=f"Phụ lục {ROMAN[number]}") for number, one in enumerate(found, 1))


def _parts(material: ProvinceMaterial, of_clusters: str, of_units: str) -> Iterator[Block]:
    parts = [
        (title, blocks)
        for title, blocks in (
            ("KẾT QUẢ THỰC HIỆN CHỈ TIÊU THI ĐUA", list(targets(material))),
            (f"CỤM, KHỐI THI ĐUA CỦA {called(material).upper()}", list(kept(material, annex=of_clusters))),
            ("CÁC PHONG TRÀO THI ĐUA", list(_campaigns(material))),
            ("CÔNG TÁC KHEN THƯỞNG", list(honours(material, annex=of_units))),
            (f"HỘI NGHỊ CỦA {called(material).upper()}", list(_held(material))),
            tasks_followed(material.followed),
            ("TỒN TẠI, HẠN CHẾ VÀ NGUYÊN NHÂN", _written(material, PassagePlace.PROBLEMS)),
            (
                f"PHƯƠNG HƯỚNG, NHIỆM VỤ TRỌNG TÂM {_next_period(material).upper()}",
                _written(material, PassagePlace.TASKS),
            ),
            ("GHI CHÚ VỀ SỐ LIỆU", list(_of_the_data(material))),
        )
        if blocks
    ]
    for number, (title, blocks) in enumerate(parts, 1):
        yield Heading(1, f"{ROMAN[number]}. {title}")
        yield from blocks


def _campaigns(material: ProvinceMaterial) -> Iterator[Block]:
    lines = [line for seat in material.seats for line in seat.lines]
    said = campaigns_declared(material, {material.province: material.name}, lines, material.declared)
    yield from campaigns_followed(material.followed, units="đơn vị", declared=said)


def _held(material: ProvinceMaterial) -> Iterator[Block]:
    for one in material.conferences:
        chaired = f", do {one.chair} chủ trì" if one.chair else ""
        people = f"; {format_integer(one.people)} đại biểu dự" if one.people else ""
        yield Paragraph.of(
            f"{conference_called(one)} ngày {format_document_date(one.held_on)} tại {one.place}{chaired}{people}."
        )
        yield from blocks_of(one.conclusion)


def _written(material: ProvinceMaterial, place: PassagePlace) -> list[Block]:
    return list(blocks_of(material.passages.get(place, "")))


def _of_the_data(material: ProvinceMaterial) -> Iterator[Block]:
    beneath = f" và của {material.beneath} đơn vị trực thuộc có trong danh mục" if material.beneath else ""
    items = [
        f"Báo cáo tính các lượt khen thưởng có ngày ký quyết định {_days(material.period)}, theo danh sách của "
        f"{material.official_name}{beneath}, đã ghi trong Sổ khen thưởng đến ngày "
        f"{format_document_date(material.as_of)}. Một người hoặc một tập thể được khen nhiều lần thì tính nhiều lượt. "
        f"{DAYS[material.days]}"
    ]
    if material.period != material.whole:
        items.append(
            f"Trong kỳ, {material.official_name} tồn tại {_days(material.period)}; báo cáo chỉ tính những ngày đó."
        )
    if any(seat.has_figures for seat in material.seats):
        items.append(
            f"Số liệu chỉ tiêu {period_of(material)} ghi đúng như số liệu đã được lãnh đạo {called(material)} duyệt."
        )
    if material.half == WHOLE_YEAR and any(seat.has_figures and seat.targets for seat in material.seats):
        items.append(
            "Chỉ tiêu tính là đạt khi số báo cáo chắc chắn từ mức giao trở lên; chỉ tiêu cần giảm hoặc có mức trần thì "
            "khi chắc chắn không vượt mức giao. Số chưa đủ chính xác thì ghi chưa xác định được."
        )
    if twice := twice_told((line for seat in material.seats for line in seat.lines), material.counted):
        items.append(twice)
    if any(one.accepted for one in material.kept):
        items.append(
            "Số liệu của các cụm, khối: đếm trên các đơn vị là thành viên trong kỳ, của những cụm, khối đã mở năm thi "
            "đua."
        )
    yield BulletList.of(*items)


def _days(period: Period) -> str:
    return f"từ ngày {format_document_date(period.start)} đến hết ngày {format_document_date(period.last_day)}"


def _ending(material: ProvinceMaterial) -> Paragraph:
    return Paragraph.of(
        f"Trên đây là báo cáo {_review(material)} phong trào thi đua và công tác khen thưởng {period_of(material)} của "
        f"{material.official_name}, kính gửi Ban Thi đua - Khen thưởng Trung ương."
    )
