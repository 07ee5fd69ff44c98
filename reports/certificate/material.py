"""What certificates say, read from the database: one sheet a certificate, and the list of who received them."""

import io
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import segno

from awards.catalogue.rules.terms import AwardGroup
from awards.certificates.models.certificate import Certificate, CertificateLayout
from awards.certificates.rules.codes import LENGTH, printed
from awards.certificates.rules.layout import A4, FIRST, HEIGHTS, BlankLayout
from awards.models import Decision
from awards.nominations.models.names import award_names
from emulation.core.dates import format_date, format_long_date
from reports.decision.material import beside
from reports.document.rules.certificates import Certificates, CertificateSheet, Printing
from reports.document.rules.issuer import Issuer, Paper
from reports.runs.models.issuers import issuer_of

KINDS = {AwardGroup.CERTIFICATE_OF_MERIT: "BẰNG KHEN", AwardGroup.CERTIFICATE_OF_COMMENDATION: "GIẤY KHEN"}
NEVER_GIVEN = "X" * LENGTH


@dataclass(frozen=True)
class Receipt:
    """`received`: by whom and when, empty until then."""

    name: str
    beside: str
    award: str
    code: str
    received: str


@dataclass(frozen=True)
class ReceiptsMaterial:
    id: int
    issuer: Issuer
    decision: str
    decided_on: date
    as_of: date
    receipts: tuple[Receipt, ...]


def certificates_material(
    decision: Decision,
    rows: Iterable[Certificate],
    *,
    reason: str,
    layout: CertificateLayout,
    printing: Printing,
    address: str,
) -> Certificates:
    """`body__parent` of the decision and the names of `rows` are at hand. `address`: of the page that answers codes,
    to which a code is added. A whole page has its own places; a blank's are the body's."""
    issuer = issuer_of(Paper.DECISION, organisation=decision.body, on=decision.day)
    picture_of = (lambda code: f"{address}{code}") if layout.prints_qr else None
    sheets = tuple(_sheet(decision, issuer, one, reason, picture_of) for one in rows)
    return _certificates(decision, issuer, layout.measured, printing, sheets, as_of=decision.day)


def test_print(decision: Decision, *, layout: CertificateLayout, on: date, address: str) -> Certificates:
    """A page of nobody's, with the longest words that offices write, on plain paper held against a blank."""
    issuer = issuer_of(Paper.DECISION, organisation=decision.body, on=on)
    sheet = CertificateSheet(
        kind="BẰNG KHEN",
        conferrer="",
        name="BẢN IN THỬ – Công ty Trách nhiệm hữu hạn Một thành viên Xuất nhập khẩu và Dịch vụ Thử nghiệm",
        beside="Họ tên, chức vụ và đơn vị của người được tặng",
        reason="Thành tích ghi trên bằng: đã hoàn thành xuất sắc nhiệm vụ, góp phần vào phong trào thi đua năm 2023",
        decision=f"Quyết định số: 00/{issuer.symbol}\n{format_long_date(on)}",
        day=f"{issuer.place}, {format_long_date(on)}",
        signs_as=issuer.capacities[-1].lines,
        signer="Họ và tên người ký",
        code=printed(NEVER_GIVEN),
        picture=_picture(f"{address}{NEVER_GIVEN}") if layout.prints_qr else "",
        says="Mã QR in thử",
    )
    return _certificates(decision, issuer, layout.measured, Printing.TEST, (sheet,), as_of=on)


def receipts_material(decision: Decision, rows: Iterable[Certificate]) -> ReceiptsMaterial:
    certificates = list(rows)
    names = award_names([one.line.nomination for one in certificates], on=decision.day)
    return ReceiptsMaterial(
        id=decision.pk,
        issuer=issuer_of(Paper.DECISION, organisation=decision.body, on=decision.day),
        decision=decision.full_number,
        decided_on=decision.day,
        as_of=decision.day,
        receipts=tuple(
            Receipt(
                name=str(one),
                beside=_beside(one),
                award=names[one.line.nomination_id],
                code=one.printed_code,
                received=f"{one.received_by}, {format_date(one.received_on)}" if one.is_handed_over else "",
            )
            for one in certificates
        ),
    )


def _certificates(decision, issuer: Issuer, blank: BlankLayout, printing: Printing, sheets, *, as_of) -> Certificates:
    whole = printing is Printing.WHOLE
    at = {part: FIRST[part] * blank.scale for part in FIRST} if whole else blank.at
    return Certificates(
        title=f"{sheets[0].kind.capitalize()} theo Quyết định {decision.full_number}".strip(),
        issuer=issuer.spoken,
        identifier=f"certificates/{decision.pk}/{printing}",
        as_of=as_of,
        printing=printing,
        width=blank.scale * A4[0] if whole else blank.width,
        height=blank.scale * A4[1] if whole else blank.height,
        right=blank.right,
        down=blank.down,
        scale=blank.scale,
        at=at,
        heights={part: height * blank.scale for part, height in HEIGHTS.items()},
        sheets=sheets,
    )


def _sheet(decision: Decision, issuer: Issuer, one: Certificate, reason: str, picture_of) -> CertificateSheet:
    body = decision.body.on_paper
    title = issuer.capacities[0].lines[0]
    committee = body.full_name.upper() if body.is_committee else " ".join(issuer.name.split())
    return CertificateSheet(
        kind=KINDS[AwardGroup(one.line.honour.award.group)],
        conferrer=f"{title} {committee}",
        name=str(one),
        beside=_beside(one),
        reason=reason,
        decision=f"Quyết định số: {decision.full_number}\n{format_long_date(decision.day)}",
        day=f"{issuer.place}, {format_long_date(decision.day)}",
        signs_as=issuer.capacity(decision.signed_as).lines,
        signer=decision.signer_name,
        code=one.printed_code,
        picture=_picture(picture_of(one.code)) if picture_of else "",
        says=f"Mã QR của mã xác thực {one.printed_code}",
    )


def _beside(one: Certificate) -> str:
    """In the words of the decision; of a line that it brought into the register itself, as corrected since."""
    nomination, honour = one.line.nomination, one.line.honour
    said = honour if honour.from_dossier else nomination
    return beside(str(one), said.position if nomination.is_of_a_person else "", said.unit, nomination.organisation)


def _picture(words: str) -> str:
    made = io.BytesIO()
    segno.make(words, micro=False, error="m").save(made, kind="svg", border=1, xmldecl=False)
    return made.getvalue().decode()
