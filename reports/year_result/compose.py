"""Material of a year's result → Document. Vietnamese by law, so nothing here is translated.

Parts: what it rests on, the ranking, the unit acclaimed, proposals, head and deputy of the next year. What is not
frozen says so in its title; a later act names what it changes, why and by which document.
"""

from clusters.regulation.rules.proposed_awards import ProposedAward
from clusters.results.rules.terms import ElectedPost
from emulation.core.dates import format_document_date
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
from reports.year_result.material import Placed, ResultMaterial

AWARDS = {
    ProposedAward.GOVERNMENT_FLAG: "Cờ thi đua của Chính phủ",
    ProposedAward.PRIME_MINISTER_CERTIFICATE: "Bằng khen của Thủ tướng Chính phủ",
    ProposedAward.MINISTRY_FLAG: "Cờ thi đua của bộ, ban, ngành",
    ProposedAward.MINISTRY_CERTIFICATE: "Bằng khen của bộ, ban, ngành",
    ProposedAward.PROVINCE_FLAG: "Cờ thi đua của {committee}",
    ProposedAward.PROVINCE_CERTIFICATE: "Bằng khen của Chủ tịch {committee}",
}
POSTS = {ElectedPost.HEAD: "Cụm trưởng", ElectedPost.DEPUTY: "Cụm phó"}


def compose(material: ResultMaterial) -> Document:
    return Document(
        letterhead=material.issuer.letterhead,
        symbol=material.issuer.symbol,
        place=material.issuer.place,
        day=material.frozen_on,
        as_of=material.as_of,
        kind=_kind(material),
        subject=_subject(material),
        identifier=f"year-result/{material.cluster}/{material.year}/{material.number}",
        blocks=tuple(_body(material)),
        signature=_box(material),
        recipients=material.issuer.recipients,
        check=material.checksum,
    )


def name_of(material: ResultMaterial) -> str:
    if material.number:
        return f"Văn bản thay đổi số {material.number} kết quả bình xét thi đua năm {material.year}"
    return f"Kết quả bình xét thi đua năm {material.year}"


def _kind(material: ResultMaterial) -> str:
    """One of the kinds of papers of Decree 30/2020/NĐ-CP."""
    if material.is_frozen:
        return "THÔNG BÁO"
    return "THÔNG BÁO (ĐÃ RÚT)" if material.is_withdrawn else "THÔNG BÁO (DỰ THẢO)"


def _subject(material: ResultMaterial) -> str:
    subject = f"ết quả bình xét thi đua năm {material.year}\ncủa {material.cluster}"
    return f"Thay đổi số {material.number} k{subject}" if material.number else f"K{subject}"


def _body(material: ResultMaterial):
    yield from _bases(material)
    yield Heading(1, "I. XẾP HẠNG")
    yield _ranking(material)
    yield Heading(1, "II. SUY TÔN ĐƠN VỊ DẪN ĐẦU")
    yield from acclaim(material)
    yield Heading(1, "III. ĐỀ NGHỊ KHEN THƯỞNG")
    if material.proposals:
        yield proposals(material)
    else:
        yield Paragraph.of("Không có đề nghị khen thưởng.")
    yield Heading(1, material.said(f"IV. CỤM TRƯỞNG, CỤM PHÓ NĂM {material.year + 1}"))
    if material.elected:
        yield elected(material)
    else:
        yield Paragraph.of("Chưa bầu.")
    yield from _end(material)


def proposals(material: ResultMaterial) -> BulletList:
    return BulletList.of(
        *(f"{member}: {award_named(award, material.committee)}." for member, award in material.proposals)
    )


def award_named(award: str, committee: str = "") -> str:
    """`committee`: whose flag it is in a cluster that a province keeps, "Ủy ban nhân dân thành phố Cần Thơ"."""
    return AWARDS[ProposedAward(award)].format(committee=committee)


def elected(material: ResultMaterial) -> BulletList:
    return BulletList.of(
        *(f"{material.said(POSTS[post])}: {material.elected[post]}." for post in POSTS if post in material.elected)
    )


def _bases(material: ResultMaterial):
    if material.regulation:
        yield Paragraph.of(f"{material.said('Căn cứ quy định bình xét thi đua của cụm')}: {material.regulation};")
    vote = "; ".join(part for part in (material.conference, material.minutes) if part)
    if vote:
        yield Paragraph.of(f"Căn cứ kết quả biểu quyết: {vote};")
    if material.number:
        yield Paragraph.of(
            f"Văn bản này thay đổi kết quả đã chốt ngày {format_document_date(material.changes)}. "
            f"Căn cứ thay đổi: {material.document}. Lý do: {material.why.rstrip('.')}."
        )
    yield Paragraph.of(f"{material.cluster} ghi nhận kết quả bình xét thi đua năm {material.year} như sau:")


def _ranking(material: ResultMaterial) -> Table:
    return Table(
        caption="Điểm và xếp hạng của các thành viên",
        columns=(
            Column("Hạng", "integer", weight=0.9),
            Column("Thành viên", weight=2),
            Column("Điểm", "decimal", weight=0.8, places=2),
            Column("Số phiếu suy tôn", "integer", weight=0.8),
            Column("Ghi chú", weight=2.4),
        ),
        rows=tuple(
            Row.of(
                f"{place.rank} (đồng hạng)" if place.is_shared else place.rank,
                place.member,
                place.points,
                place.votes,
                remark_on(place),
            )
            for place in material.places
        ),
    )


def remark_on(place: Placed) -> str:
    if place.is_acclaimed:
        return "Được suy tôn"
    return f"Bị loại trừ: {place.knocked_out}" if place.knocked_out else ""


def acclaim(material: ResultMaterial):
    if material.eligible is not None:
        present = "" if material.present is None else f", có mặt {material.present}"
        yield Paragraph.of(f"Số được quyền bỏ phiếu: {material.eligible}{present}.")
    acclaimed = next((place for place in material.places if place.is_acclaimed), None)
    if acclaimed is None:
        yield Paragraph.of("Không suy tôn đơn vị nào.")
    else:
        votes = "" if acclaimed.votes is None else f" với {acclaimed.votes} phiếu"
        yield Paragraph.of(f"Đơn vị được suy tôn dẫn đầu {material.cluster}: {acclaimed.member}{votes}.")


def _end(material: ResultMaterial):
    if material.left_open_why:
        yield Paragraph.of(f"Lý do của nội dung còn để trống: {material.left_open_why.rstrip('.')}.")
    if not material.checksum:
        yield Paragraph.of("Nội dung chưa được chốt.")
    yield Paragraph.of(
        f"{material.cluster} thông báo để các đơn vị thành viên biết và làm căn cứ đề nghị khen thưởng theo quy định."
    )


def _box(material: ResultMaterial) -> Signature:
    """In the capacity of the office in which it was frozen."""
    is_deputy = material.office.casefold().startswith(("phó", "kt.", "q."))
    code = CapacityCode.DEPUTY if is_deputy else CapacityCode.CHIEF
    codes = [capacity.code for capacity in material.issuer.capacities]
    return material.issuer.capacity(code if code in codes else codes[0]).signed_by(material.signer)
