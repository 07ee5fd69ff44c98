"""Points, votes, ranks, proposals; who leads the cluster next and by which pact. From what is frozen only."""

from collections.abc import Iterator

from emulation.core.dates import format_document_date
from reports.document.rules.conferences import called
from reports.document.rules.document import Block, Column, Paragraph, Row, Table
from reports.six_month.compose.words import once
from reports.year_end.material import MemberPoints, YearEndMaterial
from reports.year_result.compose import acclaim, elected, proposals, remark_on


def judged(material: YearEndMaterial) -> Iterator[Block]:
    result, points = material.result, material.points
    if result is None:
        yield from _points_alone(material)
        return
    changed = f", thay đổi theo {result.document}" if result.number else ""
    yield Paragraph.of(f"Kết quả bình xét thi đua năm {material.year} chốt ngày {_frozen_on(material)}{changed}.")
    own = points or {}
    with_votes = any(place.votes is not None for place in result.places)
    yield Table(
        "Điểm và xếp hạng của các thành viên",
        (
            Column("Hạng", "integer", weight=0.9),
            Column("Thành viên", weight=2),
            *(_points_columns() if points is not None else (Column("Điểm", "decimal", weight=0.9, places=2),)),
            *((Column("Số phiếu suy tôn", "integer", weight=0.9),) if with_votes else ()),
            Column("Ghi chú", weight=1.8),
        ),
        tuple(
            Row.of(
                f"{place.rank} (đồng hạng)" if place.is_shared else place.rank,
                place.member,
                *((_own(own.get(place.organisation or 0)),) if points is not None else ()),
                place.points,
                *((place.votes,) if with_votes else ()),
                remark_on(place),
            )
            for place in result.places
        ),
        note=_of_own(material),
    )
    yield from acclaim(result)
    if result.proposals:
        yield Paragraph.of("Các đơn vị được đề nghị khen thưởng:")
        yield proposals(result)
    else:
        yield Paragraph.of("Không có đề nghị khen thưởng.")


def _frozen_on(material: YearEndMaterial) -> str:
    result = material.result
    return format_document_date(result.frozen_on) if result and result.frozen_on else ""


def _points_columns() -> tuple[Column, Column]:
    return Column("Điểm tự chấm", "decimal", weight=0.9, places=2), Column(
        "Điểm chính thức", "decimal", weight=0.9, places=2
    )


def _own(points: MemberPoints | None):
    return None if points is None else points.own


def _of_own(material: YearEndMaterial) -> str:
    names = {member.id: member.name for member in once(material.whole.members)}
    some = [
        f"{names[key]} ({points.unscored} tiêu chí)"
        for key, points in (material.points or {}).items()
        if points.own is not None and points.unscored and key in names
    ]
    none = [names[key] for key, points in (material.points or {}).items() if points.own is None and key in names]
    said = [
        f"Không tự chấm điểm: {', '.join(none)}." if none else "",
        f"Tự chấm còn thiếu: {', '.join(some)}." if some else "",
    ]
    return " ".join(filter(None, said))


def _points_alone(material: YearEndMaterial) -> Iterator[Block]:
    year, points = material.year, material.points
    if points is None:
        yield Paragraph.of(f"Đến ngày báo cáo chưa chốt điểm và kết quả bình xét thi đua năm {year}.")
        return
    members = [member for member in once(material.whole.members) if member.id in points]
    yield Table(
        "Điểm của các thành viên",
        (Column("TT", "integer", weight=0.5), Column("Thành viên", weight=2), *_points_columns()),
        tuple(
            Row.of(number, member.name, points[member.id].own, points[member.id].final)
            for number, member in enumerate(members, 1)
        ),
        note=_of_own(material),
    )
    yield Paragraph.of(
        f"Đến ngày báo cáo chưa chốt kết quả bình xét thi đua năm {year} nên chưa có xếp hạng, suy tôn và đề nghị khen "
        "thưởng."
    )


def next_year(material: YearEndMaterial) -> Iterator[Block]:
    """Nothing where nobody was elected and no pact was signed."""
    if material.result is not None and material.result.elected:
        yield Paragraph.of(material.said(f"Các thành viên đã bầu cụm trưởng, cụm phó năm {material.year + 1}:"))
        yield elected(material.result)
    yield from _next_pact(material)


def _next_pact(material: YearEndMaterial) -> Iterator[Block]:
    year, pact = material.year + 1, material.next_pact
    meeting = next((one for one in material.whole.conferences if one.signs_year == year), None)
    if pact is None:
        return
    since = f"có hiệu lực từ ngày {format_document_date(pact.since)}"
    if meeting is None:
        yield Paragraph.of(f"Giao ước thi đua năm {year} đã ký, {since}.")
    else:
        yield Paragraph.of(
            f"Giao ước thi đua năm {year} được ký tại {called(meeting)} ngày {format_document_date(meeting.held_on)}, "
            f"{since}."
        )
