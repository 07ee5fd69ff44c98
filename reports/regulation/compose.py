"""Material of a regulation → Document. Vietnamese by law, so nothing here is translated.

Articles as regulations have them: whom it binds, how many points, who scores, who is acclaimed, what shuts out, from
when; the table of criteria as an annex. A regulation that is not adopted says so in its title.
"""

from collections.abc import Iterator

from clusters.regulation.rules.terms import Appraiser, GroupKind, TieRule
from emulation.core.dates import format_document_date, format_long_date
from emulation.core.numbers import format_decimal
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
from reports.regulation.material import RegulationGroup, RegulationLine, RegulationMaterial

APPRAISERS = {
    Appraiser.HEAD_PANEL: "tổ thẩm định do cụm trưởng lập",
    Appraiser.CENTRAL: "Ban Thi đua - Khen thưởng Trung ương",
}
TIES = {
    TieRule.GROUPS_IN_ORDER: "so điểm từng nhóm tiêu chí theo thứ tự của bảng, đơn vị có điểm cao hơn xếp trước",
    TieRule.FEWER_PENALTIES: "đơn vị có điểm trừ ít hơn xếp trước",
    TieRule.BALLOT: "thứ hạng do các thành viên biểu quyết",
    TieRule.SHARED: "các đơn vị đó xếp đồng hạng",
}
ANNEX = "Phụ lục"


def compose(material: RegulationMaterial) -> Document:
    return Document(
        letterhead=material.issuer.letterhead,
        symbol=material.issuer.symbol,
        place=material.issuer.place,
        day=material.adopted_on,
        as_of=material.as_of,
        kind="QUY ĐỊNH" if material.is_adopted else "QUY ĐỊNH (DỰ THẢO)",
        subject=f"Chấm điểm, bình xét thi đua năm {material.year}\ncủa {material.cluster}",
        identifier=f"regulation/{material.cluster}/{material.year}",
        blocks=tuple(_body(material)),
        signature=material.issuer.capacity(CapacityCode.CHIEF).signed_by(),
        recipients=material.issuer.recipients,
        annexes=tuple(_annexes(material)),
    )


def _body(material: RegulationMaterial) -> Iterator[Block]:
    for base in material.bases:
        yield Paragraph.of(f"Căn cứ {base};")
    if material.adopted_on:
        yield Paragraph.of(
            f"Căn cứ kết quả biểu quyết của các thành viên {material.said('cụm')} "
            f"{format_long_date(material.adopted_on)}: {material.votes_for}/{material.votes_cast} thành viên tán thành;"
        )
    yield Paragraph.of(f"{material.cluster} quy định việc chấm điểm, bình xét thi đua năm {material.year} như sau:")
    articles = (
        ("Phạm vi, đối tượng áp dụng", _whom(material)),
        ("Thang điểm", _points(material)),
        ("Chấm điểm", _scoring(material)),
        ("Xếp hạng, suy tôn", _ranking(material)),
        ("Trường hợp không được suy tôn", _knock_outs(material)),
        ("Tổ chức thực hiện", _carrying_out(material)),
    )
    for number, (title, blocks) in enumerate(articles, 1):
        yield Heading(1, f"Điều {number}. {title}")
        yield from blocks


def _whom(material: RegulationMaterial) -> Iterator[Block]:
    yield Paragraph.of(
        f"Quy định này áp dụng cho các đơn vị thành viên {material.cluster} trong năm thi đua {material.year}."
    )


def _points(material: RegulationMaterial) -> Iterator[Block]:
    yield Paragraph.of(f"1. Tổng điểm tối đa của các nhóm tiêu chí là {_said(material.maximum)} điểm, gồm:")
    criteria = [group for group in material.groups if group.kind is GroupKind.CRITERIA]
    if criteria:
        yield _listed([f"Nhóm {_named(group)}: tối đa {_said(group.maximum)} điểm" for group in criteria])
    number = 2
    for kind, words in ((GroupKind.BONUS, "Điểm thưởng được cộng"), (GroupKind.PENALTY, "Điểm trừ bị trừ")):
        found = [group for group in material.groups if group.kind is kind]
        if found:
            yield Paragraph.of(f"{number}. {words} tối đa {_said(sum(group.maximum for group in found))} điểm.")
            number += 1
    yield Paragraph.of(f"{number}. Tiêu chí, điểm tối đa và cách chấm từng tiêu chí ghi tại {ANNEX} kèm theo.")


def _scoring(material: RegulationMaterial) -> Iterator[Block]:
    said = (
        "Mỗi thành viên tự chấm điểm tất cả tiêu chí và nộp tài liệu kiểm chứng.",
        f"Mỗi thành viên được {material.cross_scorers} thành viên khác chấm chéo ở các tiêu chí có chấm chéo.",
        f"Điểm do {material.said(APPRAISERS[material.appraiser])} thẩm định.",
        f"Tiêu chí mà điểm của những người chấm lệch nhau từ {material.spread_percent}% điểm tối đa trở lên phải được "
        "thảo luận trước khi chốt.",
        f"Số liệu tăng, giảm từ {material.jump_percent}% so với kỳ trước phải có giải trình.",
    )
    for number, words in enumerate(said, 1):
        yield Paragraph.of(f"{number}. {words}")


def _ranking(material: RegulationMaterial) -> Iterator[Block]:
    own = " Thành viên không bỏ phiếu cho chính mình." if material.own_excluded else ""
    yield Paragraph.of(
        f"1. Các thành viên xếp hạng theo tổng điểm đã chốt. Khi bằng điểm nhau thì {TIES[material.tie_rule]}."
    )
    yield Paragraph.of(
        f"2. Đơn vị được suy tôn dẫn đầu phải đạt ít nhất {material.threshold}% số phiếu, tính trên "
        f"{material.said(material.base)}.{own}"
    )


def _knock_outs(material: RegulationMaterial) -> Iterator[Block]:
    if not material.knock_outs:
        yield Paragraph.of("Không quy định trường hợp loại trừ.")
        return
    yield Paragraph.of("Thành viên thuộc một trong các trường hợp sau không được suy tôn, không kể số điểm:")
    yield _listed([f"{title.rstrip('.;')}{_how(material, found)}" for title, found in material.knock_outs])


def _how(material: RegulationMaterial, found: str) -> str:
    return f" ({_small(material.said(found))})" if found else ""


def _listed(items: list[str]) -> BulletList:
    return BulletList.of(*(f"{item};" for item in items[:-1]), f"{items[-1]}.")


def _carrying_out(material: RegulationMaterial) -> Iterator[Block]:
    if material.adopted_on is None:
        yield Paragraph.of(material.said("Dự thảo để các thành viên cụm góp ý, biểu quyết; chưa có hiệu lực."))
        return
    yield Paragraph.of(
        f"Quy định này có hiệu lực từ {format_long_date(material.adopted_on)}, ngày các thành viên biểu quyết thông "
        f"qua, và áp dụng cho việc bình xét thi đua năm {material.year}."
    )
    yield Paragraph.of(
        material.said(
            "Các thành viên cụm thực hiện Quy định này; vướng mắc thì báo cáo cụm trưởng để thống nhất giải quyết."
        )
    )


def _annexes(material: RegulationMaterial) -> Iterator[Annex]:
    if not material.groups:
        return
    rows: list[Row] = []
    for group in material.groups:
        most = "" if group.kind is GroupKind.CRITERIA else "tối đa "
        rows.append(Row.section(f"{_named(group)} ({most}{_said(group.maximum)} điểm)"))
        rows += [_row(material, line) for line in group.lines]
    rows.append(Row.total("", "Tổng điểm tối đa các nhóm tiêu chí", material.maximum.normalize() + 0, "", ""))
    yield Annex(
        ANNEX,
        "Bảng tiêu chí và thang điểm",
        (
            Table(
                "",
                (
                    Column("TT", weight=0.5),
                    Column("Tiêu chí", weight=2.6),
                    Column("Điểm tối đa", "decimal", weight=0.7),
                    Column("Cách chấm", weight=2.6),
                    Column("Người chấm", weight=1.2),
                ),
                tuple(rows),
            ),
        ),
        landscape=True,
        attached_to=_attached(material),
    )


def _attached(material: RegulationMaterial) -> str:
    if material.adopted_on is None:
        return f"Kèm theo dự thảo Quy định năm {material.year} của {material.cluster}"
    return f"Kèm theo Quy định thông qua ngày {format_document_date(material.adopted_on)} của {material.cluster}"


def _row(material: RegulationMaterial, line: RegulationLine) -> Row:
    title = f"{line.title}. {line.guidance}" if line.guidance else line.title
    way = material.said(line.way)
    return Row.of(line.number, title, line.maximum.normalize() + 0, _capital(way), _capital(line.scorers))


def _named(group: RegulationGroup) -> str:
    return f"{group.number}. {group.title}" if group.number else group.title


def _said(points) -> str:
    return format_decimal(points.normalize() + 0)


def _small(words: str) -> str:
    return words[:1].lower() + words[1:]


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
