"""Part I: the province's own targets of the year in its central cluster, what it reached, how it was ranked."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from clusters.membership.rules.half_years import WHOLE_YEAR
from emulation.core.dates import format_document_date
from emulation.core.numbers import format_decimal
from emulation.core.text import of_block
from reports.document.rules.blocks import blocks_of
from reports.document.rules.document import Block, BulletList, Cell, Column, Figure, Heading, Paragraph, Row, Table
from reports.document.rules.tables import UNKNOWN
from reports.province.compose.words import called, opening
from reports.province.material.central import CentralSeat, OwnPlace
from reports.province.material.collect import ProvinceMaterial
from reports.runs.rules.passages import PassagePlace
from reports.six_month.compose.cells import of_member
from reports.six_month.compose.told import rows_of_figures, stepped, with_unit
from reports.six_month.compose.words import YEARS_BEFORE, period_of
from reports.six_month.material.collect import IndicatorLine
from reports.six_month.rules.standing import difference
from reports.year_end.compose.pact import REACHES, tallied
from reports.year_end.rules import Reach
from reports.year_result.compose import award_named


def targets(material: ProvinceMaterial) -> Iterator[Block]:
    """Nothing where nobody wrote on the situation and the province sits in no central cluster."""
    parts = [
        (title, blocks)
        for title, blocks in (
            ("Tình hình chung", list(blocks_of(material.passages.get(PassagePlace.SITUATION, "")))),
            *((f"Chỉ tiêu thi đua trong {seat.cluster}", list(_of_seat(material, seat))) for seat in material.seats),
        )
        if blocks
    ]
    for number, (title, blocks) in enumerate(parts, 1):
        yield Heading(2, f"{number}. {title}")
        yield from blocks


def _of_seat(material: ProvinceMaterial, seat: CentralSeat) -> Iterator[Block]:
    yield from _against_pact(material, seat)
    yield from _reached_and_missed(material, seat)
    yield from _table(material, seat)
    yield from _against_year_before(material, seat)
    lacks = []
    group = "Khối" if seat.is_block else "Cụm"
    if seat.pact is None:
        lacks.append(f"giao ước thi đua năm {material.year} của {group} đã có hiệu lực để đối chiếu")
    if not seat.has_figures:
        lacks.append(f"số liệu chỉ tiêu {period_of(material)} được lãnh đạo {called(material)} duyệt")
    if lacks:
        yield Paragraph.of(f"Đến ngày báo cáo chưa có {' và chưa có '.join(lacks)}.")
    if seat.place is not None:
        yield Paragraph.of(_ranked(material, seat, seat.place))


def _against_pact(material: ProvinceMaterial, seat: CentralSeat) -> Iterator[Block]:
    if seat.pact is None:
        return
    changed = f", đã bổ sung bằng {seat.pact.addenda} phụ lục" if seat.pact.addenda else ""
    named = f"Giao ước thi đua năm {material.year} có hiệu lực từ ngày {format_document_date(seat.pact.since)}{changed}"
    if not seat.targets:
        yield Paragraph.of(f"{named}, không giao chỉ tiêu bằng số cho {material.official_name}.")
        return
    given = (f"{named}, giao {material.official_name} ", Figure(len(seat.targets)), " chỉ tiêu")
    source = rows_of_figures(seat.cluster_year, material.half)
    reached = Counter(target.reach for target in seat.targets.values())
    if not seat.has_figures:
        yield Paragraph.of(*given, ".")
    elif material.half == WHOLE_YEAR:
        yield Paragraph.of(*given, ": ", *tallied(reached, source), ".")
    else:
        told = Figure(len(seat.targets) - reached[Reach.NO_FIGURE], source=source)
        yield Paragraph.of(*given, f"; {period_of(material)} có số liệu của ", told, " chỉ tiêu.")


def _reached_and_missed(material: ProvinceMaterial, seat: CentralSeat) -> Iterator[Block]:
    """Of a whole year, by the names of the indicators; of six months nothing is judged."""
    if material.half != WHOLE_YEAR or seat.pact is None:
        return
    items = []
    for reach, words in ((Reach.REACHED, "Chỉ tiêu đạt"), (Reach.MISSED, "Chỉ tiêu chưa đạt")):
        names = [line.name for line in seat.lines if (one := seat.targets.get(line.key or 0)) and one.reach is reach]
        if names:
            items.append(f"{words}: {'; '.join(names)}.")
    if items:
        yield BulletList.of(*items)


def _against_year_before(material: ProvinceMaterial, seat: CentralSeat) -> Iterator[Block]:
    """Of indicators with one exact number in both years."""
    own, then, items = material.province, YEARS_BEFORE[material.half], []
    for line in seat.lines:
        before = seat.before.get(line.key or 0)
        now, earlier = line.values.get(own), before.values.get(own) if before else None
        step = difference(now, earlier)
        if now is None or before is None or earlier is None or step is None:
            continue
        of_now = rows_of_figures(seat.cluster_year, material.half)
        of_before = rows_of_figures(seat.year_before, material.half)
        items.append(
            Paragraph.of(
                f"{line.name}: ",
                Figure(now.low or Decimal(0), "decimal", printed=with_unit(now, line), source=of_now),
                *stepped(step, line.unit, of_now),
                f" {then} (",
                Figure(earlier.low or Decimal(0), "decimal", printed=with_unit(earlier, before), source=of_before),
                ").",
            )
        )
    if items:
        yield Paragraph.of(f"So với {then}:")
        yield BulletList.of(*items)


def _table(material: ProvinceMaterial, seat: CentralSeat) -> Iterator[Block]:
    own = material.province
    listed = [line for line in seat.lines if own in line.values or line.key in seat.targets]
    if not listed:
        return
    is_year = material.half == WHOLE_YEAR
    with_plan = any(own in line.plan_shares for line in listed)
    with_before = any(line.key in seat.before for line in listed)
    judged = is_year and bool(seat.targets) and seat.has_figures
    yield Table(
        f"Kết quả thực hiện chỉ tiêu {period_of(material)}",
        (
            Column("TT", "integer", weight=0.5),
            Column("Chỉ tiêu", weight=2.4),
            Column("Đơn vị tính", weight=0.9),
            *((Column("Chỉ tiêu năm", "decimal", weight=1.3),) if seat.targets else ()),
            Column(opening(period_of(material)), "decimal", weight=1.3),
            *((Column("So với kế hoạch năm", weight=1.1),) if with_plan else ()),
            *(
                (
                    Column(opening(period_of(material, material.year - 1)), "decimal", weight=1.3),
                    Column("Tăng, giảm", "decimal", weight=0.9),
                )
                if with_before
                else ()
            ),
            *((Column("So với chỉ tiêu", weight=1.2),) if judged else ()),
        ),
        tuple(
            Row.of(
                number,
                line.name,
                line.unit,
                *((_target(seat, line),) if seat.targets else ()),
                _cell(line, own),
                *((line.plan_shares.get(own, ""),) if with_plan else ()),
                *(_of_year_before(seat, line, own) if with_before else ()),
                *((_judged(seat, line),) if judged else ()),
            )
            for number, line in enumerate(listed, 1)
        ),
        note=" ".join(_notes(with_before=with_before, gaps=any(own not in line.values for line in listed))),
    )


def _notes(*, with_before: bool, gaps: bool) -> Iterator[str]:
    if gaps:
        yield f"{UNKNOWN}: chưa có số liệu."
    if with_before:
        yield "Tăng, giảm: để trống khi một trong hai kỳ không có số chính xác."


def _cell(line: IndicatorLine, own: int) -> Cell:
    """The share of the plan stands in a column of its own."""
    if own not in line.values:
        return UNKNOWN
    return of_member(line.without_plan_shares, own)


def _target(seat: CentralSeat, line: IndicatorLine) -> Cell:
    target = seat.targets.get(line.key or 0)
    return target.beside(line.unit) if target else None


def _judged(seat: CentralSeat, line: IndicatorLine) -> str:
    target = seat.targets.get(line.key or 0)
    return REACHES[target.reach] if target else ""


def _of_year_before(seat: CentralSeat, line: IndicatorLine, own: int):
    before = seat.before.get(line.key or 0)
    if before is None:
        return UNKNOWN, None
    return _cell(before, own), difference(line.values.get(own), before.values.get(own))


def _ranked(material: ProvinceMaterial, seat: CentralSeat, place: OwnPlace) -> str:
    shared = " (đồng hạng)" if place.is_shared else ""
    votes = "" if place.votes is None else f", {place.votes} phiếu suy tôn"
    said = (
        f"Kết quả bình xét thi đua năm {material.year} của {seat.cluster}: {material.official_name} đạt "
        f"{format_decimal(place.points, 2)} điểm, xếp thứ {place.rank}{shared} trên {place.ranked} thành viên{votes}"
    )
    group = of_block("Cụm") if seat.is_block else "Cụm"
    if place.is_acclaimed:
        said += f", được suy tôn là đơn vị dẫn đầu {group}"
    if place.proposed:
        said += f"; được đề nghị tặng {', '.join(award_named(award) for award in place.proposed)}"
    return f"{said}."
