"""Part II: the province's own clusters and blocks: how far each is with its year."""

from collections import Counter
from collections.abc import Iterator

from clusters.pacts.rules.terms import PactState
from clusters.scores.rules.terms import RoundState
from emulation.core.dates import format_document_date
from reports.document.rules.document import Annex, Block, BulletList, Column, Paragraph, Row, Table
from reports.province.compose.words import called, opening
from reports.province.material.collect import ProvinceMaterial
from reports.province.material.kept import KeptCluster
from reports.six_month.compose.words import period_of

PACTS = {
    PactState.IN_FORCE: "đã có hiệu lực",
    PactState.SIGNING: "đang ký",
    PactState.CONSULTED: "đang lấy ý kiến",
    PactState.DRAFT: "đang soạn thảo",
    None: "chưa lập",
}
SCORINGS = {
    RoundState.FROZEN: "đã chốt điểm",
    RoundState.FINAL: "đang xác định điểm chính thức",
    RoundState.APPRAISAL: "đang thẩm định điểm",
    RoundState.CROSS: "đang chấm chéo",
    RoundState.SELF: "đang tự chấm điểm",
    None: "chưa chấm điểm",
}
NOT_OPENED = "chưa mở năm thi đua"


def kept(material: ProvinceMaterial, *, annex: str) -> Iterator[Block]:
    """Nothing where the province keeps none. `annex`: the number of the one that says it of each."""
    found = material.kept
    if not found:
        return
    members = len(frozenset().union(*(one.members for one in found)))
    yield Paragraph.of(
        f"{opening(material.official_name)} tổ chức {_counted(found)}, gồm {members} đơn vị thành viên. "
        f"Tình hình của từng {_said_of_each(found)} tại {annex}."
    )
    yield BulletList.of(*filter(None, (_pacts(found), _sheets(material, found), _scores(found), _results(found))))
    leading = [f"{one.name}: {one.leading}" for one in found if one.leading]
    if leading:
        yield Paragraph.of(f"Đơn vị được suy tôn dẫn đầu năm {material.year}:")
        yield BulletList.of(*(f"{one}." for one in leading))


def _counted(found: tuple[KeptCluster, ...]) -> str:
    blocks = sum(one.is_block for one in found)
    said = [f"{number} {name} thi đua" for number, name in ((len(found) - blocks, "cụm"), (blocks, "khối")) if number]
    return " và ".join(said)


def _said_of_each(found: tuple[KeptCluster, ...]) -> str:
    kinds = {one.is_block for one in found}
    return ", ".join(name for name, is_block in (("cụm", False), ("khối", True)) if is_block in kinds)


def _tallied(states: Counter, words: dict, found: tuple[KeptCluster, ...]) -> str:
    """ "1/3 khối đã có hiệu lực; 2/3 đang ký": what is counted is said once."""
    told = [f"{states[state]}/{len(found)}{{}} {said}" for state, said in words.items() if states[state]]
    return "; ".join(one.format("" if at else f" {_said_of_each(found)}") for at, one in enumerate(told))


def _pacts(found: tuple[KeptCluster, ...]) -> str:
    """With the names of those without one, where others have one. A year that is not opened has no pact either."""
    said = f"Giao ước thi đua: {_tallied(Counter(one.pact for one in found), PACTS, found)}."
    late = [one.name for one in found if one.pact is not PactState.IN_FORCE]
    return f"{said} Chưa có giao ước có hiệu lực: {', '.join(late)}." if 0 < len(late) < len(found) else said


def _sheets(material: ProvinceMaterial, found: tuple[KeptCluster, ...]) -> str:
    opened = [one for one in found if one.is_opened]
    accepted = sum(one.accepted for one in opened)
    if not accepted:
        return ""
    asked = sum(len(one.members) for one in opened)
    return f"Số liệu {period_of(material)}: {accepted}/{asked} đơn vị đã nộp và được tiếp nhận."


def _scores(found: tuple[KeptCluster, ...]) -> str:
    states = Counter(one.scoring for one in found)
    return f"Chấm điểm: {_tallied(states, SCORINGS, found)}." if set(states) != {None} else ""


def _results(found: tuple[KeptCluster, ...]) -> str:
    frozen = sum(one.result_on is not None for one in found)
    return f"Kết quả bình xét: {frozen}/{len(found)} {_said_of_each(found)} đã chốt." if frozen else ""


def of_each(material: ProvinceMaterial) -> Annex | None:
    """Columns of what none of them has begun are left out."""
    found = material.kept
    if not found:
        return None
    scored, resulted = any(one.scoring for one in found), any(one.result_on for one in found)
    sent = any(one.accepted for one in found)
    blocks = {one.is_block for one in found}
    head = {frozenset({True}): "Khối trưởng", frozenset({False}): "Cụm trưởng"}.get(frozenset(blocks))
    title = _said_of_each(found)
    rows = tuple(
        Row.of(
            number,
            one.name,
            one.head or ("" if one.is_opened else opening(NOT_OPENED)),
            len(one.members),
            _pact_of(one),
            *((f"{one.accepted}/{len(one.members)}" if one.is_opened else "",) if sent else ()),
            *((opening(SCORINGS[one.scoring]) if one.is_opened else "",) if scored else ()),
            *((_result_of(one),) if resulted else ()),
        )
        for number, one in enumerate(found, 1)
    )
    table = Table(
        f"Tình hình các {title} thi đua của {called(material)} {period_of(material)}",
        (
            Column("TT", "integer", weight=0.4),
            Column(f"{opening(title)} thi đua", weight=2.4),
            Column(head or "Cụm trưởng, khối trưởng", weight=1.6),
            Column("Số đơn vị", "integer", weight=0.6),
            Column("Giao ước thi đua", weight=1.4),
            *((Column("Đơn vị có số liệu được tiếp nhận", weight=1),) if sent else ()),
            *((Column("Chấm điểm", weight=1.3),) if scored else ()),
            *((Column("Kết quả bình xét", weight=1.8),) if resulted else ()),
        ),
        rows,
        number_row=True,
    )
    return Annex("Phụ lục", f"Các {title} thi đua của {material.official_name}", (table,), landscape=True)


def _pact_of(one: KeptCluster) -> str:
    if one.pact_since is not None:
        return f"Có hiệu lực từ ngày {format_document_date(one.pact_since)}"
    return opening(PACTS[one.pact])


def _result_of(one: KeptCluster) -> str:
    if one.result_on is None:
        return ""
    leading = f"; suy tôn {one.leading}" if one.leading else ""
    return f"Chốt ngày {format_document_date(one.result_on)}{leading}"
