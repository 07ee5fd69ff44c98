"""Material of a decision on honours → the official decision with its list annexed. Vietnamese by law, so nothing here
is translated. Layout: Decree 30/2020/NĐ-CP, Appendix I; its chief decides, not the committee, so no TM."""

import json
from collections.abc import Iterator
from dataclasses import replace

from emulation.core.dates import format_long_date
from emulation.core.numbers import format_integer
from reports.decision.material import AwardGroup, DecisionMaterial, HonourLine
from reports.document.rules.document import Annex, Block, Column, Document, Paragraph, Row, Table

FEW = 3
OF_JSON = 1


def compose(material: DecisionMaterial) -> Document:
    issuer = material.issuer
    return Document(
        letterhead=issuer.letterhead,
        symbol=material.symbol or issuer.symbol,
        place=issuer.place,
        number=material.number,
        day=material.day,
        as_of=material.as_of,
        kind="QUYẾT ĐỊNH",
        subject=material.subject,
        identifier=f"decision/{material.id}",
        blocks=tuple(_body(material)),
        signature=issuer.capacity(material.signed_as).signed_by(material.signer),
        recipients=(f"Như Điều {len(material.groups) + 2}", *issuer.recipients),
        annexes=tuple(_annexes(material)),
        draft="DỰ THẢO" if material.is_draft else "",
    )


def _body(material: DecisionMaterial) -> Iterator[Block]:
    yield Paragraph((_who_decides(material),), "order")
    bases = list(_bases(material))
    for at, basis in enumerate(bases, 1):
        yield Paragraph((f"{basis}{'.' if at == len(bases) else ';'}",), "basis")
    yield Paragraph(("QUYẾT ĐỊNH:",), "order")
    for number, group in enumerate(material.groups, 1):
        yield Paragraph((f"Điều {number}. {_confers(group, listed=_is_listed(material))}.",), "article")
    after = len(material.groups)
    in_force = (
        f"Điều {after + 1}. Quyết định này có hiệu lực kể từ ngày ký. Việc thưởng kèm theo thực hiện theo quy định của "
        "pháp luật về thi đua, khen thưởng."
    )
    carried_out = (
        f"Điều {after + 2}. Thủ trưởng các cơ quan, đơn vị có liên quan và các tập thể, cá nhân được khen thưởng chịu "
        "trách nhiệm thi hành Quyết định này."
    )
    yield from (Paragraph((said,), "article") for said in (in_force, carried_out))


def _bases(material: DecisionMaterial) -> Iterator[str]:
    """The law first, whose proposal it follows last, as offices write them."""
    yield from (f"Căn cứ {law}" for law in material.laws)
    proposed = [one.rstrip(".;") for one in material.bases if one.casefold().startswith("theo ")]
    yield from (f"Căn cứ {one.rstrip('.;')}" for one in material.bases if one.rstrip(".;") not in proposed)
    for paper, days in (
        ("Biên bản họp Hội đồng Thi đua - Khen thưởng", material.sittings),
        ("Biên bản lấy ý kiến bằng văn bản của Hội đồng Thi đua - Khen thưởng", material.in_writing),
    ):
        if days:
            yield f"Căn cứ {paper} {', '.join(format_long_date(day) for day in days)}"
    yield from proposed


def _who_decides(material: DecisionMaterial) -> str:
    title = material.issuer.capacities[0].lines[0]
    return f"{title} {material.committee.upper()}" if material.committee else f"{title} {material.issuer.name}"


def _is_listed(material: DecisionMaterial) -> bool:
    return sum(group.number for group in material.groups) > FEW


def _confers(group: AwardGroup, *, listed: bool) -> str:
    counted = [
        f"{format_integer(len(lines))} {word}"
        for lines, word in ((group.collectives, "tập thể"), (group.people, "cá nhân"))
        if lines
    ]
    year = f", vì đã có thành tích trong năm {group.achieved}" if group.achieved else ""
    if listed:
        return f"Tặng {group.award} cho {' và '.join(counted)}{year} (danh sách kèm theo)"
    named = "; ".join(_named(one) for one in (*group.collectives, *group.people))
    return f"Tặng {group.award} cho {named}{year}"


def _named(one: HonourLine) -> str:
    return f"{one.name} ({one.beside})" if one.beside else one.name


def _annexes(material: DecisionMaterial) -> Iterator[Annex]:
    if not _is_listed(material):
        return
    blocks: list[Block] = []
    for number, group in enumerate(material.groups, 1):
        if len(material.groups) > 1:
            blocks.append(Paragraph((f"{number}. {group.award}",), "order"))
        blocks += list(_lists(group))
    awards = ", ".join(group.award for group in material.groups)
    yield Annex("DANH SÁCH", f"ĐƯỢC TẶNG {awards.upper()}", tuple(blocks))


def _lists(group: AwardGroup) -> Iterator[Table]:
    for lines, caption, heading, beside in (
        (group.collectives, "Tập thể", "Tên tập thể", "Cơ quan, đơn vị"),
        (group.people, "Cá nhân", "Họ và tên", "Chức vụ, đơn vị"),
    ):
        if lines:
            yield Table(
                caption=f"{caption}: {format_integer(len(lines))}",
                columns=(
                    Column("TT", weight=0.4),
                    Column(heading, weight=2.2),
                    Column(beside, weight=3),
                ),
                rows=tuple(Row.of(str(number), one.name, one.beside) for number, one in enumerate(lines, 1)),
            )


def compose_sheet(material: DecisionMaterial) -> Document:
    """Its honours as one table, however few, for a sheet."""
    lines = [
        (one.name, one.beside, kind, group.award)
        for group in material.groups
        for kind, ones in (("Tập thể", group.collectives), ("Cá nhân", group.people))
        for one in ones
    ]
    table = Table(
        caption=material.subject,
        columns=(
            Column("TT", weight=0.4, kind="integer"),
            Column("Tên", weight=2.2),
            Column("Chức vụ, đơn vị", weight=3),
            Column("Đối tượng", weight=0.8),
            Column("Danh hiệu, hình thức", weight=2),
        ),
        rows=tuple(Row.of(number, *line) for number, line in enumerate(lines, 1)),
    )
    return replace(compose(material), blocks=(table,), annexes=())


def as_json(material: DecisionMaterial) -> bytes:
    """For other machines: what the paper says and nothing else. `version` changes when a key does."""
    said = {
        "version": OF_JSON,
        "number": material.number,
        "symbol": material.symbol,
        "day": material.day.isoformat() if material.day else None,
        "issuer": material.made_by or material.issuer.spoken,
        "signer": material.signer,
        "subject": material.subject,
        "honours": [
            {"name": one.name, "position_and_unit": one.beside, "subject": kind, "award": group.award}
            for group in material.groups
            for kind, ones in (("collective", group.collectives), ("individual", group.people))
            for one in ones
        ],
    }
    return json.dumps(said, ensure_ascii=False, indent=1).encode()
