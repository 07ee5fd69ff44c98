"""Material of a pact, or of an addendum to it → Document. Vietnamese by law, so nothing here is translated.

Parts follow DOMAIN.md 6.7: legal bases, opening words, commitments by content, campaigns, the table of targets as an
annex, signatures with the head's first. A pact that is not in force says so in its title.
"""

from itertools import groupby

from clusters.pacts.rules.terms import PactSection
from emulation.core.dates import format_document_date
from reports.document.rules.document import (
    Annex,
    Block,
    Cell,
    Column,
    Document,
    Heading,
    Paragraph,
    Row,
    Signature,
    Table,
)
from reports.document.rules.quantities import beside_unit
from reports.pact.material import PactMaterial, PactPromise, PactSigner, PactTargetLine

SECTIONS = {
    PactSection.LEADERSHIP: "Công tác lãnh đạo, quản lý nhà nước về thi đua, khen thưởng",
    PactSection.SOCIO_ECONOMY: "Phát triển kinh tế - xã hội, bảo đảm quốc phòng, an ninh",
    PactSection.NATIONAL_CAMPAIGNS: "Các phong trào thi đua do Thủ tướng Chính phủ phát động",
    PactSection.LOCAL_CAMPAIGNS: "Các phong trào thi đua do địa phương phát động",
    PactSection.EXEMPLARS: "Xây dựng điển hình tiên tiến, công tác tuyên truyền",
    PactSection.INSPECTION: "Công tác kiểm tra và hoạt động của cụm",
}
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII")
WIDE = 4
MEMBERS_OF_A_TABLE = 6


def compose(material: PactMaterial) -> Document:
    return Document(
        letterhead=material.issuer.letterhead,
        symbol=material.issuer.symbol,
        place=material.place or material.issuer.place,
        day=material.dated,
        as_of=material.as_of,
        kind=_kind(material),
        subject=_subject(material),
        identifier=f"pact/{material.cluster}/{material.year}/{material.number}",
        blocks=tuple(_body(material)),
        signers=tuple(_box(signer) for signer in material.signers),
        annexes=tuple(_annexes(material)),
        check=material.checksum,
    )


def name_of(material: PactMaterial) -> str:
    if material.number:
        return f"Phụ lục số {material.number} Giao ước thi đua năm {material.year}"
    return f"Giao ước thi đua năm {material.year}"


def _kind(material: PactMaterial) -> str:
    kind = f"PHỤ LỤC SỐ {material.number}" if material.number else "GIAO ƯỚC THI ĐUA"
    return kind if material.is_in_force else f"{kind} (DỰ THẢO)"


def _subject(material: PactMaterial) -> str:
    if material.number:
        return f"Giao ước thi đua năm {material.year}\ncủa {material.cluster}"
    return f"Năm {material.year}\ncủa {material.cluster}"


def _body(material: PactMaterial):
    for base in material.legal_bases:
        words = base.rstrip(".;")
        yield Paragraph.of(f"{words};" if words.casefold().startswith("căn cứ") else f"Căn cứ {words};")
    for line in material.preamble:
        yield Paragraph.of(line)
    if material.why:
        yield Paragraph.of(f"Lý do điều chỉnh: {material.why}.")
    numbers = iter(ROMAN)
    for section, promises in groupby(_sorted(material.promises), key=lambda promise: promise.section):
        yield Heading(1, f"{next(numbers)}. {material.said(SECTIONS[PactSection(section)])}")
        for place, promise in enumerate(promises, 1):
            yield Paragraph.of(f"{place}. {_said(promise)}")
    if material.campaigns:
        yield Heading(1, f"{next(numbers)}. {material.said('Các phong trào thi đua cụm cùng thực hiện')}")
        for place, campaign in enumerate(material.campaigns, 1):
            yield Paragraph.of(f"{place}. {campaign}.")
    yield from _end(material, next(numbers))


def _end(material: PactMaterial, number: str):
    yield Heading(1, f"{number}. Tổ chức thực hiện")
    if material.targets:
        yield Paragraph.of("Chỉ tiêu của từng thành viên ghi tại phụ lục kèm theo.")
    unsigned = [signer.member for signer in material.signers if not signer.signed_on]
    if material.is_in_force and unsigned:
        yield Paragraph.of(
            f"{material.said('Cụm trưởng')} chốt khi chưa có chữ ký của: {', '.join(unsigned)}. "
            f"Lý do: {material.unsigned_why}."
        )
    if not material.checksum:
        yield Paragraph.of("Nội dung chưa được mở ký kết.")
    yield Paragraph.of("Các thành viên cam kết thực hiện đầy đủ giao ước này.")


def _sorted(promises: tuple[PactPromise, ...]) -> list[PactPromise]:
    order = list(SECTIONS)
    return sorted(promises, key=lambda promise: order.index(PactSection(promise.section)))


def _said(promise: PactPromise) -> str:
    measure = f"{promise.measure} ({promise.unit})" if promise.measure and promise.unit else promise.measure
    more = [
        f"tiêu chí đo: {measure}" if measure else "",
        f"nguồn số liệu: {promise.source}" if promise.source else "",
        f"thời điểm kiểm tra: {format_document_date(promise.checked_on)}" if promise.checked_on else "",
    ]
    said = "; ".join(part for part in more if part)
    words = promise.text.rstrip(".;")
    return f"{words} ({said})." if said else f"{words}."


def _box(signer: PactSigner) -> Signature:
    lines = (*signer.lines, signer.office.upper() if signer.office else "…………………")
    if signer.signed_on:
        return Signature((*lines, f"(Đã ký ngày {signer.signed_on})"), signer.name, by_hand=False)
    return Signature((*lines, "(Chưa ký)"))


def _annexes(material: PactMaterial):
    if not material.targets:
        return
    members = list(dict.fromkeys(target.member for target in material.targets))
    members.sort(key=_places(material))
    yield Annex(
        number="Phụ lục" if not material.number else "Bảng chỉ tiêu",
        title=f"Chỉ tiêu giao ước thi đua năm {material.year}",
        blocks=tuple(_tables(material.targets, members)),
        attached_to=f"Kèm theo {name_of(material)} của {material.cluster}",
        landscape=len(members) > WIDE,
    )


def _places(material: PactMaterial):
    """Members of the table in the order in which they sign; those that do not sign after them."""
    signing = [signer.member.casefold() for signer in material.signers]

    def place(member: str) -> tuple[int, str]:
        found = [at for at, name in enumerate(signing) if name.endswith(member.casefold())]
        return (found[0] if found else len(signing), member)

    return place


def _tables(targets: tuple[PactTargetLine, ...], members: list[str]):
    by_place = {(target.indicator, target.member): target for target in targets}
    indicators = list(dict.fromkeys((target.indicator, target.unit) for target in targets))
    for start in range(0, len(members), MEMBERS_OF_A_TABLE):
        yield _table(by_place, indicators, members[start : start + MEMBERS_OF_A_TABLE])
    yield _origins(targets)


def _table(by_place, indicators, members) -> Block:
    return Table(
        caption="Mức chỉ tiêu của từng thành viên",
        columns=(
            Column("TT", weight=0.4),
            Column("Chỉ tiêu", weight=2.4),
            Column("Đơn vị tính"),
            *(Column(member, "decimal", weight=1.2) for member in members),
        ),
        rows=tuple(
            Row.of(
                str(place),
                indicator,
                unit,
                *(_target(by_place.get((indicator, member))) for member in members),
            )
            for place, (indicator, unit) in enumerate(indicators, 1)
        ),
    )


def _target(target: PactTargetLine | None) -> Cell:
    return None if target is None else beside_unit(target.text, target.value, target.unit)


def _origins(targets: tuple[PactTargetLine, ...]) -> Block:
    rows = {}
    for target in targets:
        rows.setdefault((target.indicator, target.origin), []).append(target.member)
    return Table(
        caption="Nguồn gốc của chỉ tiêu",
        columns=(
            Column("TT", weight=0.4),
            Column("Chỉ tiêu", weight=2),
            Column("Nguồn gốc", weight=2),
            Column("Thành viên", weight=2),
        ),
        rows=tuple(
            Row.of(str(place), indicator, origin, ", ".join(members))
            for place, ((indicator, origin), members) in enumerate(rows.items(), 1)
        ),
    )
