"""Who received which certificate → a list to be signed. Vietnamese by law, so nothing here is translated."""

from emulation.core.dates import format_long_date
from emulation.core.numbers import format_integer
from reports.certificate.material import ReceiptsMaterial
from reports.document.rules.document import LIST, Column, Document, Paragraph, Row, Signature, Table


def compose_receipts(material: ReceiptsMaterial) -> Document:
    issuer = material.issuer
    number = format_integer(len(material.receipts))
    return Document(
        letterhead=issuer.letterhead,
        symbol="",
        place=issuer.place,
        subject=f"Ký nhận bằng khen, giấy khen theo Quyết định số {material.decision}",
        kind=LIST,
        as_of=material.as_of,
        identifier=f"certificates/{material.id}/receipts",
        blocks=(
            Paragraph.of(
                f"Trao bằng khen, giấy khen theo Quyết định số {material.decision} "
                f"{format_long_date(material.decided_on)} cho {number} tập thể, cá nhân có tên sau đây:"
            ),
            Table(
                caption="",
                columns=(
                    Column("TT", weight=0.5),
                    Column("Tên", weight=2.2),
                    Column("Chức vụ, đơn vị", weight=2.2),
                    Column("Hình thức", weight=1.7),
                    Column("Người nhận, ngày nhận", weight=1.9),
                    Column("Ký nhận", weight=1.1),
                ),
                rows=tuple(
                    Row.of(str(at), one.name, one.beside, one.award, one.received, "")
                    for at, one in enumerate(material.receipts, 1)
                ),
            ),
        ),
        signers=tuple(Signature((who,), note="(Ký, ghi rõ họ tên)") for who in ("BÊN GIAO", "BÊN NHẬN")),
    )
