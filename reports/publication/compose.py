"""Proof that a list stood in public → a record for one of its dossiers. Vietnamese by law, so nothing here is
translated."""

from emulation.core.dates import format_date
from emulation.core.numbers import format_integer
from reports.document.rules.document import Column, Document, Paragraph, Row, Table
from reports.publication.material import ProofMaterial


def compose_proof(material: ProofMaterial) -> Document:
    issuer, shown = material.issuer, material.line
    came = f"có {format_integer(material.comments)} ý kiến" if material.comments else "không có ý kiến nào"
    return Document(
        letterhead=issuer.letterhead,
        symbol="",
        place=issuer.place,
        day=material.last,
        subject="Công khai danh sách đề nghị khen thưởng để lấy ý kiến",
        kind="BẢN GHI",
        as_of=material.last,
        identifier=f"publication/{material.id}",
        blocks=(
            Paragraph.of(
                f"{issuer.spoken} đã công khai “{material.title}” trên trang công khai của phần mềm thi đua, khen "
                f"thưởng từ ngày {format_date(material.first)} đến hết ngày {format_date(material.last)}, đủ "
                f"{format_integer(material.days)} ngày làm việc sau ngày công khai. Trong thời gian đó {came} gửi qua "
                "trang công khai."
            ),
            Paragraph.of(
                f"Danh sách có {format_integer(material.dossiers)} hồ sơ. Hồ sơ này đã công khai đúng như người xem "
                "đọc được:"
            ),
            Table(
                caption="",
                columns=(
                    Column("Tên", weight=2.2),
                    Column("Chức vụ, đơn vị", weight=2.8),
                    Column("Hình thức đề nghị", weight=2),
                ),
                rows=(Row.of(shown.name, ", ".join(filter(None, (shown.office, shown.unit))), shown.award),),
            ),
        ),
    )
