"""Material of a conference's minutes → Document. Vietnamese by law, so nothing here is translated.

Parts as minutes of meetings have them: time and place, who was there, what was dealt with and concluded, the end, the
two who sign. Minutes of a conference that is not closed say so in their title.
"""

from datetime import time

from emulation.core.dates import format_hour, format_long_date
from reports.ballot_count.compose import BLANK, conclusion, how, result
from reports.document.rules.blocks import blocks_of
from reports.document.rules.conferences import called
from reports.document.rules.document import (
    BulletList,
    Column,
    Document,
    Heading,
    Paragraph,
    Row,
    Signature,
    Table,
)
from reports.document.rules.issuer import CapacityCode
from reports.minutes.material import Delegation, MinutesMaterial

NO_HOUR = "…… giờ …… phút"


def compose(material: MinutesMaterial) -> Document:
    return Document(
        letterhead=material.issuer.letterhead,
        symbol=material.issuer.symbol,
        place=material.issuer.place,
        day=material.held_on,
        as_of=material.held_on,
        kind="BIÊN BẢN" if material.is_closed else "BIÊN BẢN (DỰ THẢO)",
        subject=f"{called(material)}\ncủa {material.cluster}",
        identifier=f"minutes/{material.cluster}/{material.held_on.isoformat()}/{material.kind}",
        blocks=tuple(_body(material)),
        signers=(
            Signature((*material.issuer.capacity(CapacityCode.SECRETARY).lines, material.secretary.upper() or BLANK)),
            Signature((*material.issuer.capacity(CapacityCode.CHAIR).lines, material.chair.upper() or BLANK)),
        ),
        recipients=material.issuer.recipients,
        check=material.checksum,
    )


def _body(material: MinutesMaterial):
    yield Heading(1, "I. THỜI GIAN, ĐỊA ĐIỂM")
    yield Paragraph.of(f"Thời gian bắt đầu: {_hour(material.began_at)}, {format_long_date(material.held_on)}.")
    yield Paragraph.of(f"Địa điểm: {material.place.rstrip('.')}.")
    if material.host:
        yield Paragraph.of(f"Đơn vị đăng cai: {material.host}.")
    yield from _who(material)
    yield Heading(1, "III. NỘI DUNG VÀ KẾT LUẬN")
    for number, point in enumerate(material.points, 1):
        yield Heading(2, f"{number}. {point.title}" + (f" ({point.presenter})" if point.presenter else ""))
        if point.conclusion:
            yield from blocks_of(point.conclusion)
        else:
            yield Paragraph.of("Chưa ghi kết luận.")
    if material.papers:
        yield Paragraph.of("Tài liệu của hội nghị:")
        yield BulletList.of(*material.papers)
    for number, counted in enumerate(material.ballots, 1):
        if number == 1:
            yield Heading(1, "IV. BỎ PHIẾU KÍN")
        yield Heading(2, f"{number}. {counted.question}")
        yield from how(counted)
        yield from result(counted)
        yield Paragraph.of(f"{conclusion(counted)} Kiểm phiếu viên: {'; '.join(counted.tellers)}.")
    yield Heading(1, f"{'V' if material.ballots else 'IV'}. KẾT LUẬN CHUNG")
    if material.conclusion:
        yield from blocks_of(material.conclusion)
    elif material.is_closed:
        yield Paragraph.of("Không có kết luận chung ngoài kết luận của từng nội dung.")
    else:
        yield Paragraph.of("Chưa ghi kết luận chung.")
    yield Paragraph.of(
        f"Hội nghị kết thúc lúc {_hour(material.ended_at)} cùng ngày. Biên bản được thông qua tại hội nghị."
        if material.is_closed
        else "Dự thảo: hội nghị chưa bế mạc, nội dung biên bản còn thay đổi."
    )


def _hour(at: time | None) -> str:
    return format_hour(at) if at else NO_HOUR


def _who(material: MinutesMaterial):
    present = [one for one in material.members if one.is_present]
    yield Heading(1, "II. THÀNH PHẦN")
    yield Paragraph.of(f"Chủ trì: {material.chair or BLANK}.")
    yield Paragraph.of(f"Thư ký: {material.secretary or BLANK}.")
    enough = "đủ" if len(present) >= material.quorum else "chưa đủ"
    yield Paragraph.of(
        f"Có mặt {len(present)}/{len(material.members)} thành viên; quy định phải có ít nhất {material.quorum} thành "
        f"viên, {enough} điều kiện tiến hành hội nghị."
    )
    yield Table(
        caption="Thành phần dự hội nghị",
        columns=(
            Column("TT", weight=0.4),
            Column("Đơn vị", weight=1.8),
            Column("Dự họp", weight=1.5),
            Column("Chức vụ trưởng đoàn", weight=1.7),
            Column("Số người", "integer", weight=0.7),
        ),
        rows=(
            *(_row(number, one) for number, one in enumerate(material.members, 1)),
            Row.total("", "Cộng", "", "", sum(one.people for one in material.members)),
        ),
    )
    if material.guests:
        yield Paragraph.of(f"Đại biểu mời: {sum(one.people for one in material.guests)} người.")
        yield BulletList.of(*(f"{one.name}: {one.people} người;" for one in material.guests))


def _row(number: int, one: Delegation) -> Row:
    if one.is_present is None:
        said = "Chưa ghi"
    elif one.is_present:
        said = "Có mặt"
    else:
        said = f"Vắng: {one.why_absent}" if one.why_absent else "Vắng"
    return Row.of(str(number), one.name[:1].upper() + one.name[1:], said, one.office, one.people or None)
