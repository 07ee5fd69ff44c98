"""Material of a dossier → its submission letter (tờ trình) with the list and the summary of the achievements annexed.
Vietnamese by law, so nothing here is translated. Layout: Decree 30/2020/NĐ-CP, Appendix I."""

from collections.abc import Iterator

from emulation.core.dates import format_document_date
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
from reports.nomination.material import NominationMaterial

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
    if material.law:
        yield Paragraph.of(f"Căn cứ {material.law};")
    if material.cluster:
        yield Paragraph.of(f"Căn cứ kết quả bình xét, suy tôn đơn vị dẫn đầu {material.cluster};")
    yield Paragraph.of(
        f"{_capital(material.issuer.spoken)} kính trình xem xét, tặng {material.award} cho {_who(material)}, "
        f"thành tích từ ngày {_day(material.first_day)} đến hết ngày {_day(material.last_day)}."
    )
    for rule, why in material.overrides:
        yield Paragraph.of(f"Điều kiện chưa đạt, đơn vị vẫn trình: {rule.rstrip('.')}. Lý do: {why.rstrip('.')}.")
    if material.papers:
        yield Paragraph.of("Hồ sơ trình kèm gồm:")
        yield BulletList.of(
            *(f"{name}{' (chỉ có bản giấy)' if on_paper else ''};" for name, on_paper in material.papers)
        )
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
        rows=tuple(Row.of(str(one.year or ""), one.award, one.number, one.day) for one in material.received),
    )


def _who(material: NominationMaterial) -> str:
    beside = ", ".join(filter(None, (material.position, material.unit)))
    name = material.name or BLANK
    return f"{name} ({beside})" if beside else name


def _day(day) -> str:
    return format_document_date(day) if day else BLANK


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
