"""Material of a dossier → its submission letter (tờ trình) with the list and the summary of the achievements annexed.
Vietnamese by law, so nothing here is translated. Layout: Decree 30/2020/NĐ-CP, Appendix I."""

from collections.abc import Iterator

from emulation.core.dates import format_document_date
from emulation.core.numbers import format_integer
from reports.document.rules.document import (
    Annex,
    Block,
    BulletList,
    Column,
    Document,
    Heading,
    Paragraph,
    Row,
    Table,
)
from reports.document.rules.issuer import CapacityCode
from reports.nomination.material import CouncilMaterial, CountedVote, NominationMaterial, ReceivedLine

BLANK = "…………………"


def compose(material: NominationMaterial) -> Document:
    issuer = material.issuer
    return Document(
        letterhead=issuer.letterhead,
        symbol=issuer.symbol,
        place=issuer.place,
        as_of=material.as_of,
        kind="TỜ TRÌNH",
        subject=f"Về việc đề nghị tặng {material.award}",
        identifier=f"nomination/{material.number}",
        blocks=tuple(_body(material)),
        signature=issuer.capacity(CapacityCode.CHIEF).signed_by(),
        recipients=(material.receiver or "Như trên", "Lưu: VT"),
        annexes=tuple(_annexes(material)),
    )


def _body(material: NominationMaterial) -> Iterator[Block]:
    yield Paragraph.of(f"Kính gửi: {material.receiver or BLANK}.")
    for law in material.laws:
        yield Paragraph.of(f"Căn cứ {law};")
    if material.cluster:
        yield Paragraph.of(f"Căn cứ kết quả bình xét, suy tôn đơn vị dẫn đầu {material.cluster};")
    if material.proposed_by:
        yield Paragraph.of(f"Theo đề nghị của {material.proposed_by};")
    yield Paragraph.of(
        f"{_capital(material.issuer.spoken)} kính trình xem xét, tặng {material.award} cho {_who(material)}, "
        f"thành tích từ ngày {_day(material.first_day)} đến hết ngày {_day(material.last_day)}."
    )
    for rule, why in material.overrides:
        yield Paragraph.of(f"Điều kiện chưa đạt, đơn vị vẫn trình: {rule.rstrip('.')}. Lý do: {why.rstrip('.')}.")
    if material.papers:
        yield Paragraph.of("Hồ sơ trình kèm gồm:")
        named = [f"{name}{' (chỉ có bản giấy)' if on_paper else ''}" for name, on_paper in material.papers]
        yield BulletList.of(*(f"{name};" for name in named[:-1]), f"{named[-1]}.")
    yield Paragraph.of("Danh sách và báo cáo tóm tắt thành tích kèm theo. Kính trình xem xét, quyết định.")


def _annexes(material: NominationMaterial) -> Iterator[Annex]:
    yield Annex("Phụ lục I", f"DANH SÁCH ĐỀ NGHỊ TẶNG {material.award.upper()}", (_list(material),))
    yield Annex("Phụ lục II", "BÁO CÁO TÓM TẮT THÀNH TÍCH", tuple(_report(material)))


def _list(material: NominationMaterial) -> Table:
    return Table(
        caption="",
        columns=(
            Column("TT", weight=0.4),
            Column("Họ tên, tên tập thể", weight=2.2),
            Column("Năm sinh", weight=0.7),
            Column("Chức vụ, đơn vị", weight=2.4),
            Column("Đề nghị", weight=1.8),
        ),
        rows=(
            Row.of(
                "1",
                material.name or BLANK,
                str(material.birth_year or ""),
                ", ".join(filter(None, (material.position, material.unit))),
                material.award,
            ),
        ),
    )


def _award_of(line: ReceivedLine) -> str:
    return f"{line.award} (tự khai, đã xác nhận)" if line.is_declared else line.award


def _report(material: NominationMaterial) -> Iterator[Block]:
    yield Heading(1, "I. SƠ LƯỢC ĐỐI TƯỢNG ĐỀ NGHỊ")
    yield Paragraph.of(f"{material.kind}: {_who(material)}.")
    yield Heading(1, "II. THÀNH TÍCH ĐẠT ĐƯỢC")
    lines = material.summary or ("Chưa viết tóm tắt thành tích.",)
    yield from (Paragraph.of(line) for line in lines)
    if material.achievements:
        yield Table(
            caption="Thành tích đo được",
            columns=(
                Column("TT", weight=0.4),
                Column("Nội dung", weight=2.4),
                Column("Mục tiêu", weight=1.2),
                Column("Kết quả", weight=1.2),
                Column("Nguồn", weight=1.8),
            ),
            rows=tuple(
                Row.of(str(number), one.text, one.target, one.result, one.source)
                for number, one in enumerate(material.achievements, 1)
            ),
        )
    yield Heading(1, "III. CÁC HÌNH THỨC ĐÃ ĐƯỢC KHEN THƯỞNG")
    if not material.received:
        yield Paragraph.of("Sổ khen thưởng chưa ghi nhận lượt khen nào của đối tượng.")
        return
    yield Table(
        caption="Theo sổ khen thưởng",
        columns=(
            Column("Năm thành tích", weight=0.8),
            Column("Danh hiệu, hình thức", weight=2.6),
            Column("Số quyết định", weight=1.4),
            Column("Ngày quyết định", "day", weight=1),
        ),
        rows=tuple(Row.of(str(one.year or ""), _award_of(one), one.number, one.day) for one in material.received),
    )
    if material.received_besides:
        yield Paragraph.of(
            f"Bảng trên ghi {len(material.received)} lượt khen gần nhất; sổ khen thưởng còn "
            f"{format_integer(material.received_besides)} lượt khen trước đó của đối tượng."
        )


def compose_extract(material: CouncilMaterial) -> Document:
    """What the minutes of the Council say of one dossier, for its secretary to complete and have signed: the exceptions
    with their reasons, the opinions of the bodies consulted."""
    issuer = material.issuer
    return Document(
        letterhead=issuer.letterhead,
        symbol=issuer.symbol,
        place=issuer.place,
        as_of=material.as_of,
        kind="BIÊN BẢN (TRÍCH)",
        subject=f"Xét đề nghị tặng {material.award}",
        identifier=f"nomination/{material.number}/council",
        blocks=tuple(_of_council(material)),
        signers=(
            issuer.capacity(CapacityCode.SECRETARY).signed_by(),
            issuer.capacity(CapacityCode.CHAIR).signed_by(),
        ),
        recipients=issuer.recipients,
    )


def _of_council(material: CouncilMaterial) -> Iterator[Block]:
    beside = ", ".join(filter(None, (material.position, material.unit)))
    name = f"{material.name or BLANK} ({beside})" if beside else material.name or BLANK
    yield Heading(1, "I. HỒ SƠ")
    yield Paragraph.of(
        f"{_capital(material.issuer.spoken)} xét hồ sơ do {material.nominator} trình, đề nghị tặng {material.award} "
        f"cho {name}, thành tích từ ngày {_day(material.first_day)} đến hết ngày {_day(material.last_day)}."
    )
    yield Heading(1, "II. Ý KIẾN CỦA CÁC CƠ QUAN ĐƯỢC HỎI")
    if material.opinions:
        yield Table(
            caption="",
            columns=(
                Column("TT", weight=0.4),
                Column("Cơ quan", weight=1.8),
                Column("Ý kiến", weight=1.5),
                Column("Nội dung, lý do", weight=2.2),
                Column("Công văn", weight=1.3),
            ),
            rows=tuple(
                Row.of(str(number), one.body, one.opinion, one.reason, one.paper)
                for number, one in enumerate(material.opinions, 1)
            ),
        )
    else:
        yield Paragraph.of("Không lấy ý kiến cơ quan nào.")
    yield Heading(1, "III. ĐIỀU KIỆN CHƯA ĐẠT VÀ TRƯỜNG HỢP NGOẠI LỆ")
    if not material.exceptions and not material.broken:
        yield Paragraph.of("Không có.")
    for rule, why in material.broken:
        yield Paragraph.of(f"Đơn vị trình khi chưa đạt: {rule.rstrip('.')}. Lý do: {why.rstrip('.')}.")
    for rule, why in material.exceptions:
        yield Paragraph.of(f"Hội đồng chấp nhận ngoại lệ: {rule.rstrip('.')}. Lý do: {why.rstrip('.')}.")
    yield Heading(1, "IV. KẾT QUẢ BỎ PHIẾU")
    yield Paragraph.of(_voted(material.vote))


def _voted(vote: CountedVote | None) -> str:
    if vote is None:
        return f"Số phiếu phát ra: {BLANK}; hợp lệ: {BLANK}; đồng ý: {BLANK}; tỷ lệ: {BLANK}."
    day = format_document_date(vote.day)
    where = f"lấy ý kiến bằng văn bản, kết thúc ngày {day}" if vote.is_in_writing else f"tại phiên họp ngày {day}"
    return (
        f"Kết quả kiểm phiếu {where}: đồng ý {vote.agreed}; không đồng ý {vote.against}; "
        f"cần đạt {vote.needed}/{vote.of}. Kết quả: {'đạt' if vote.is_agreed else 'không đạt'}."
    )


def _who(material: NominationMaterial) -> str:
    beside = ", ".join(filter(None, (material.position, material.unit)))
    name = material.name or BLANK
    return f"{name} ({beside})" if beside else name


def _day(day) -> str:
    return format_document_date(day) if day else BLANK


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
