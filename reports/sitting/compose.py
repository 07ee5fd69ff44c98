"""Material of a sitting → its minutes. Vietnamese by law, so nothing here is translated. Layout: Decree 30/2020/NĐ-CP,
Appendix I. Minutes of a sitting that is not concluded say so in their title."""

from collections.abc import Iterator
from datetime import date, datetime

from django.utils import timezone

from awards.procedures.rules.terms import Base
from awards.sittings.rules.terms import Attendance
from awards.sittings.rules.voting import Wanted
from emulation.core.dates import format_hour, format_long_date
from emulation.core.numbers import format_decimal
from reports.document.rules.blocks import blocks_of
from reports.document.rules.document import Annex, Block, BulletList, Column, Document, Heading, Paragraph, Row, Table
from reports.document.rules.issuer import CapacityCode
from reports.sitting.material import BallotLine, SeatLine, SittingMaterial, VoteLine

BLANK = "…………………"
NO_HOUR = "…… giờ …… phút"
ATTENDED = {
    Attendance.UNKNOWN: "Chưa ghi",
    Attendance.PRESENT: "Có mặt",
    Attendance.ABSENT: "Vắng",
    Attendance.WRITTEN: "Vắng, gửi phiếu bằng văn bản",
    Attendance.ON_SCREEN: "Bỏ phiếu trên máy",
    Attendance.ON_PAPER: "Gửi phiếu giấy",
}
BY_TELLERS = (Attendance.WRITTEN, Attendance.ON_PAPER)
BASES = {
    Base.COUNCIL_MEMBERS: "tổng số thành viên Hội đồng",
    Base.COUNCIL_PRESENT: "số thành viên tham gia bỏ phiếu",
    Base.VALID_VOTES: "số phiếu hợp lệ",
}


def compose(material: SittingMaterial) -> Document:
    return Document(
        letterhead=material.issuer.letterhead,
        symbol=material.issuer.symbol,
        place=material.issuer.place,
        day=material.votes_until or material.held_on,
        as_of=material.held_on,
        kind="BIÊN BẢN" if material.is_concluded else "BIÊN BẢN (DỰ THẢO)",
        subject=_subject(material),
        identifier=f"sitting/{material.number}",
        blocks=tuple(_body(material)),
        signers=(
            material.issuer.capacity(CapacityCode.SECRETARY).signed_by(material.secretary or BLANK),
            material.issuer.capacity(CapacityCode.CHAIR).signed_by(material.presides or BLANK),
        ),
        recipients=material.issuer.recipients,
        annexes=tuple(_marks(material)),
    )


def _subject(material: SittingMaterial) -> str:
    what = "Họp xét khen thưởng" if material.votes_until is None else "Lấy ý kiến bằng văn bản về xét khen thưởng"
    return f"{what} của {material.issuer.spoken}"


def _body(material: SittingMaterial) -> Iterator[Block]:
    if material.votes_until is None:
        yield Heading(1, "I. THỜI GIAN, ĐỊA ĐIỂM")
        yield Paragraph.of(f"Thời gian bắt đầu: {_hour(material.began_at)}, {_day(material.began_at, material)}.")
        yield Paragraph.of(f"Địa điểm: {material.place.rstrip('.')}.")
        yield from _who(material)
    else:
        yield from _when_in_writing(material, material.told_until or material.votes_until)
        yield from _who_in_writing(material)
    yield Heading(1, "III. NỘI DUNG VÀ KẾT QUẢ BỎ PHIẾU KÍN")
    yield from _how(material)
    yield from _results(material)
    yield Heading(1, "IV. KẾT LUẬN")
    yield from _conclusion(material)


def _who(material: SittingMaterial) -> Iterator[Block]:
    present = sum(one.attendance is Attendance.PRESENT for one in material.seats)
    written = sum(one.attendance is Attendance.WRITTEN for one in material.seats)
    enough = "đủ" if present >= material.quorum else "chưa đủ"
    yield Heading(1, "II. THÀNH PHẦN")
    yield Paragraph.of(f"Chủ trì: {material.presides or BLANK}. Thư ký: {material.secretary or BLANK}.")
    also = f" {written} thành viên vắng gửi phiếu bằng văn bản." if written else ""
    yield Paragraph.of(
        f"Có mặt {present}/{len(material.seats)} thành viên; theo quy chế phải có ít nhất {material.quorum} thành "
        f"viên, {enough} điều kiện tiến hành phiên họp.{also}"
    )
    yield _members(material, "Thành viên Hội đồng được triệu tập", "Dự họp")


def _when_in_writing(material: SittingMaterial, until: date) -> Iterator[Block]:
    yield Heading(1, "I. THỜI GIAN, HÌNH THỨC")
    yield Paragraph.of("Hình thức: lấy ý kiến thành viên Hội đồng bằng văn bản, không tổ chức họp.")
    yield Paragraph.of(f"Gửi hồ sơ {format_long_date(material.held_on)}; nhận phiếu đến hết {format_long_date(until)}.")
    for one in material.prolonged:
        until, why = f" đến hết {format_long_date(one.until)}" if one.until else "", one.why.rstrip(".")
        yield Paragraph.of(
            f"{format_long_date(one.on).capitalize()}, hạn nhận phiếu được gia hạn{until}; lý do: {why}."
        )
    if allowed := dict.fromkeys((one.award, one.in_writing_by) for one in material.votes if one.in_writing_by):
        yield Paragraph.of("Quy định cho phép lấy ý kiến bằng văn bản:")
        yield BulletList.of(*(f"{award}: {provision.rstrip('.')};" for award, provision in allowed))


def _who_in_writing(material: SittingMaterial) -> Iterator[Block]:
    yield Heading(1, "II. THÀNH PHẦN")
    yield Paragraph.of(f"Chủ trì lấy ý kiến: {material.presides or BLANK}. Thư ký: {material.secretary or BLANK}.")
    yield Paragraph.of(
        f"Số thành viên được lấy ý kiến: {len(material.seats)}; theo quy chế phải có ít nhất {material.quorum} thành "
        "viên gửi phiếu."
    )
    yield _members(material, "Thành viên Hội đồng được lấy ý kiến", "Cách gửi phiếu")


def _members(material: SittingMaterial, caption: str, attended: str) -> Table:
    return Table(
        caption=caption,
        columns=(
            Column("TT", weight=0.4),
            Column("Họ và tên", weight=1.8),
            Column("Trong Hội đồng", weight=1.2),
            Column("Chức vụ, cơ quan", weight=2.2),
            Column(attended, weight=1.4),
        ),
        rows=tuple(
            Row.of(
                str(number),
                one.name,
                one.office,
                one.position,
                _attended(one),
            )
            for number, one in enumerate(material.seats, 1)
        ),
    )


def _attended(seat: SeatLine) -> str:
    said = ATTENDED[seat.attendance]
    if not seat.why_absent:
        return said
    left = seat.attendance is Attendance.PRESENT
    return f"{said} khi bỏ phiếu, sau đó vắng: {seat.why_absent}" if left else f"{said}: {seat.why_absent}"


def _how(material: SittingMaterial) -> Iterator[Block]:
    if not material.ballots:
        yield Paragraph.of("Chưa kiểm phiếu.")
        return
    tellers = "; ".join(dict.fromkeys(name for one in material.ballots for name in one.tellers))
    yield Paragraph.of(
        "Hội đồng bỏ phiếu kín trên máy; mỗi thành viên ghi “đồng ý” hoặc “không đồng ý” đối với từng hồ sơ. Phiếu "
        f"được niêm phong ngay khi bỏ, chỉ mở được khi có đủ mật khẩu của hai kiểm phiếu viên: {tellers}."
    )
    if any(one.attendance in BY_TELLERS for one in material.seats):
        yield Paragraph.of("Phiếu giấy do hai kiểm phiếu viên cùng nhập, rồi niêm phong như các phiếu khác.")
    for number, one in enumerate(material.ballots, 1):
        yield Paragraph.of(_numbers(number, one))


def _numbers(number: int, one: BallotLine) -> str:
    return (
        f"Phiếu thứ {number} ({one.dossiers} hồ sơ): thành viên được bỏ phiếu {one.eligible}; số phiếu phát ra "
        f"{one.present}; thu về {one.collected}; hợp lệ {one.valid}; không hợp lệ {one.invalid}."
    )


def _results(material: SittingMaterial) -> Iterator[Block]:
    yield Table(
        caption="Kết quả đối với từng hồ sơ",
        columns=(
            Column("TT", weight=0.4),
            Column("Đối tượng, đơn vị trình", weight=2.4),
            Column("Đề nghị", weight=1.8),
            Column("Đồng ý", "integer", weight=0.9),
            Column("Không đồng ý", "integer", weight=0.9),
            Column("Cần đạt", weight=0.9),
            Column("Kết quả", weight=1),
        ),
        rows=tuple(
            Row.of(
                str(number),
                f"{one.name}; {one.nominator} trình",
                one.award,
                one.agreed,
                one.against,
                f"{one.needed}/{one.of}" if one.agreed is not None else "",
                _said(one),
            )
            for number, one in enumerate(material.votes, 1)
        ),
    )
    wanted = dict.fromkeys((one.award, _share(one.wanted)) for one in material.votes if one.agreed is not None)
    if wanted:
        yield Paragraph.of("Số phiếu đồng ý cần đạt:")
        yield BulletList.of(*(f"{award}: {share};" for award, share in wanted))
    if led := [one for one in material.votes if one.led]:
        yield Paragraph.of("Đơn vị dẫn đầu cụm, khối thi đua:")
        yield BulletList.of(*(f"{one.name}: dẫn đầu {one.led};" for one in led))
    if kept := [one for one in material.votes if one.kept_out]:
        yield Paragraph.of("Thành viên không tham gia xét, bỏ phiếu do xung đột lợi ích:")
        yield BulletList.of(*(f"{one.name}: {one.kept_out} thành viên;" for one in kept))
    said = [(one.name, *each) for one in material.votes for each in one.overrides]
    if said:
        yield Paragraph.of("Điều kiện chưa đạt và trường hợp ngoại lệ:")
        yield BulletList.of(
            *(
                f"{name}: {rule.rstrip('.')}; {'Hội đồng chấp nhận ngoại lệ' if accepted else 'đơn vị trình'}, lý do: "
                f"{why.rstrip('.')};"
                for name, rule, why, accepted in said
            )
        )


def _said(one: VoteLine) -> str:
    if one.agreed is None:
        return "Chưa bỏ phiếu"
    said = "Đạt" if one.is_agreed else "Không đạt"
    return said if one.is_final else f"Dự kiến: {said.lower()}"


def _share(wanted: Wanted) -> str:
    if wanted.share is None:
        return "quá nửa tổng số thành viên Hội đồng"
    return f"từ {format_decimal(wanted.share.normalize() + 0)}% {BASES[wanted.base or Base.COUNCIL_MEMBERS]} trở lên"


def _conclusion(material: SittingMaterial) -> Iterator[Block]:
    agreed = [one for one in material.votes if one.is_final and one.is_agreed]
    if not material.is_concluded:
        yield Paragraph.of("Dự thảo: kết quả chưa chốt, nội dung biên bản còn thay đổi.")
        return
    yield Paragraph.of(
        f"Hội đồng thống nhất đề nghị khen thưởng {len(agreed)}/{len(material.votes)} trường hợp có kết quả đạt nêu "
        "trên."
    )
    if material.conclusion:
        yield from blocks_of(material.conclusion)
    if material.votes_until is not None:
        yield Paragraph.of(f"Việc lấy ý kiến kết thúc {format_long_date(material.votes_until)}.")
        return
    yield Paragraph.of(
        f"Phiên họp kết thúc lúc {_hour(material.ended_at)}{_ended_on(material)}. "
        "Biên bản được thông qua tại phiên họp."
    )


def _marks(material: SittingMaterial) -> Iterator[Annex]:
    marks = [(number, one.marks) for number, one in enumerate(material.ballots, 1) if one.marks]
    if marks:
        blocks: list[Block] = [
            Paragraph.of(
                "Mỗi mã ứng với một phiếu đã kiểm, xếp theo thứ tự chữ cái; mã không cho biết phiếu ghi gì. Người bỏ "
                "phiếu đối chiếu mã của phiếu mình để biết phiếu đã được kiểm."
            )
        ]
        for number, each in marks:
            blocks += [Heading(2, f"Phiếu thứ {number}"), BulletList.of(*each)]
        yield Annex(number="Phụ lục", title="MÃ XÁC THỰC CỦA CÁC PHIẾU ĐÃ KIỂM", blocks=tuple(blocks))


def _day(at: datetime | None, material: SittingMaterial) -> str:
    return format_long_date(timezone.localtime(at).date() if at else material.held_on)


def _ended_on(material: SittingMaterial) -> str:
    """Of the day on which it began, unless it went on into another."""
    day = _day(material.ended_at, material)
    return " cùng ngày" if not material.ended_at or day == _day(material.began_at, material) else f", {day}"


def _hour(at: datetime | None) -> str:
    return format_hour(timezone.localtime(at).time()) if at else NO_HOUR
