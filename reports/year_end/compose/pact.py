"""Part I: what the year came to, of the cluster and of each member, against the pact and against the year before."""

from collections import Counter
from collections.abc import Iterator

from clusters.indicators.rules.terms import Derivation
from emulation.core.dates import format_document_date
from reports.document.rules.blocks import blocks_of
from reports.document.rules.document import (
    Annex,
    Block,
    BulletList,
    Cell,
    Column,
    Figure,
    Heading,
    Paragraph,
    Row,
    Table,
)
from reports.document.rules.tables import UNKNOWN, Run
from reports.runs.rules.passages import PassagePlace
from reports.six_month.compose.cells import NO_FIGURE, of_member, said_by
from reports.six_month.compose.figures import DECLARED, of_cluster
from reports.six_month.compose.told import against_plan, against_year_before, for_whole_cluster, rows_of_figures
from reports.six_month.compose.words import once
from reports.six_month.material.collect import IndicatorLine, Member
from reports.six_month.rules.standing import difference, extremes_of
from reports.year_end.material import YearEndMaterial, is_promised
from reports.year_end.rules import Reach

REACHES = {
    Reach.REACHED: "Đạt",
    Reach.MISSED: "Chưa đạt",
    Reach.CANNOT_TELL: "Chưa xác định được",
    Reach.NO_FIGURE: "Chưa có số liệu",
    Reach.NO_TARGET: "",
}


def tallied(counts: Counter, source: str) -> Iterator[Run]:
    """đạt 4; chưa đạt 3"""
    parted = ""
    for reach, words in REACHES.items():
        if counts[reach]:
            yield f"{parted}{words[:1].lower()}{words[1:]} "
            yield Figure(counts[reach], source=source)
            parted = "; "


def told_lines(material: YearEndMaterial) -> list[IndicatorLine]:
    return [line for line in material.whole.indicators if line.values or line.by_head is not None]


def achieved(material: YearEndMaterial, *, annex: str) -> Iterator[Block]:
    """`annex`: the number of the one that says it of each member; empty where there is none."""
    parts = [
        (title, blocks)
        for title, blocks in (
            ("Tình hình chung", list(blocks_of(material.whole.passages.get(PassagePlace.SITUATION, "")))),
            ("So với chỉ tiêu giao ước thi đua", list(_against_pact(material, annex))),
            (material.said("Kết quả chung của Cụm"), list(_of_cluster(material))),
            ("Đơn vị đứng đầu, đứng cuối ở từng chỉ tiêu", list(_first_and_last(material))),
        )
        if blocks
    ]
    for number, (title, blocks) in enumerate(parts, 1):
        yield Heading(2, f"{number}. {title}")
        yield from blocks
    yield from _what_is_missing(material)


def _what_is_missing(material: YearEndMaterial) -> Iterator[Block]:
    lacks = []
    if material.pact is None:
        lacks.append(f"giao ước thi đua năm {material.year} đã ký để đối chiếu")
    if not told_lines(material):
        lacks.append(material.said("số liệu chỉ tiêu cả năm được cụm trưởng tiếp nhận"))
    if lacks:
        yield Paragraph.of(f"Đến ngày báo cáo chưa có {' và chưa có '.join(lacks)}.")


def _of_cluster(material: YearEndMaterial) -> Iterator[Block]:
    told = told_lines(material)
    if not told:
        return
    year, with_pact = material.year, bool(material.targets)
    with_before = any(before_of(material, line) for line in told)
    yield Table(
        material.said(f"Kết quả chung của Cụm năm {year}"),
        (
            Column("TT", "integer", weight=0.5),
            Column("Chỉ tiêu", weight=2.4),
            Column("Đơn vị tính", weight=0.9),
            Column(f"Năm {year}", "decimal", weight=1.5),
            *(
                (Column(f"Năm {year - 1}", "decimal", weight=1.5), Column("Tăng, giảm", "decimal", weight=1))
                if with_before
                else ()
            ),
            Column("Đơn vị có số liệu", weight=1),
            *((Column("Đơn vị đạt giao ước", weight=1),) if with_pact else ()),
        ),
        tuple(
            Row.of(
                number,
                line.name,
                line.unit,
                of_cluster(line),
                *(_in_year_before(material, line) if with_before else ()),
                _counted(line),
                *((_reached_of(material, line),) if with_pact else ()),
            )
            for number, line in enumerate(told, 1)
        ),
        note=" ".join(_notes(material, told, with_before=with_before, with_pact=with_pact)),
    )
    yield from against_plan(material.whole)
    if with_before:
        yield from against_year_before(material.whole, told)
    else:
        yield Paragraph.of(f"Chưa có số liệu cả năm {year - 1} của các chỉ tiêu này nên chưa so sánh được.")


def _notes(material: YearEndMaterial, told: list[IndicatorLine], *, with_before: bool, with_pact: bool):
    if with_before:
        yield "Tăng, giảm: để trống khi một trong hai năm không phải số chính xác hoặc chưa đủ đơn vị có số liệu."
    if with_pact:
        yield "Đơn vị đạt giao ước: số đơn vị đạt trên số đơn vị được giao chỉ tiêu."
    if any(line.declared for line in told):
        yield DECLARED


def _in_year_before(material: YearEndMaterial, line: IndicatorLine):
    before = before_of(material, line)
    if before is None:
        return NO_FIGURE, None
    return of_cluster(before), difference(for_whole_cluster(line), for_whole_cluster(before))


def _counted(line: IndicatorLine) -> str:
    """Nobody is asked for what the head enters."""
    return "" if line.derivation is Derivation.BY_HEAD else f"{line.cluster.counted}/{line.cluster.members}"


def _reached_of(material: YearEndMaterial, line: IndicatorLine) -> str:
    reaches = [target.reach for (indicator, _member), target in material.targets.items() if indicator == line.key]
    return f"{reaches.count(Reach.REACHED)}/{len(reaches)}" if reaches else ""


def _against_pact(material: YearEndMaterial, annex: str) -> Iterator[Block]:
    pact, targets = material.pact, material.targets
    if pact is None:
        return
    changed = f", đã bổ sung bằng {pact.addenda} phụ lục" if pact.addenda else ""
    named = f"Giao ước thi đua năm {material.year} có hiệu lực từ ngày {format_document_date(pact.since)}{changed}"
    if not targets:
        yield Paragraph.of(f"{named}, không giao chỉ tiêu bằng số cho từng đơn vị.")
        return
    source = rows_of_figures(material.whole.cluster_year, material.whole.half)
    yield Paragraph.of(
        f"{named}, giao ",
        Figure(len(targets)),
        " mức chỉ tiêu cho ",
        Figure(len({member for _one, member in targets})),
        " đơn vị: ",
        *tallied(Counter(target.reach for target in targets.values()), source),
        "." + (f" Chi tiết từng đơn vị tại {annex}." if annex else ""),
    )
    yield from _by_members(material)


def _by_members(material: YearEndMaterial) -> Iterator[Block]:
    names = {line.key: line.name for line in material.whole.indicators}
    all_reached, missed = [], []
    for member in once(material.whole.members):
        own = {key: target.reach for (key, held), target in material.targets.items() if held == member.id}
        lacking = [names[key] for key in names if own.get(key) is Reach.MISSED]
        if lacking:
            missed.append(f"{member.name} ({'; '.join(lacking)})")
        elif own and set(own.values()) == {Reach.REACHED}:
            all_reached.append(member.name)
    items = [
        f"Đạt tất cả chỉ tiêu được giao: {', '.join(all_reached)}." if all_reached else "",
        f"Có chỉ tiêu chưa đạt: {', '.join(missed)}." if missed else "",
    ]
    if any(items):
        yield BulletList.of(*filter(None, items))


def _first_and_last(material: YearEndMaterial) -> Iterator[Block]:
    names = {member.id: member.name for member in once(material.whole.members)}
    rows = []
    for line in told_lines(material):
        found = extremes_of(line.values, line.direction)
        if found is not None:
            rows.append(Row.of(line.name, *(_named(line, names, held) for held in (found.best, found.worst))))
    if rows:
        yield Table(
            "Đơn vị đứng đầu, đứng cuối trong các đơn vị có số liệu",
            (Column("Chỉ tiêu", weight=2), Column("Đứng đầu", weight=1.5), Column("Đứng cuối", weight=1.5)),
            tuple(rows),
            note="Chỉ xét các chỉ tiêu tính bằng tỷ lệ mà mọi đơn vị báo cáo đều ghi số chính xác.",
        )


def _named(line: IndicatorLine, names: dict[int, str], held: frozenset[int]) -> str:
    said = ", ".join(names[key] for key in names if key in held)
    return f"{said}: {said_by(line, min(held))}"


def by_member(material: YearEndMaterial) -> Annex | None:
    """Each indicator with its members: promised, reached, the year before; None where nothing is to be said."""
    listed = [line for line in material.whole.indicators if line.values or is_promised(material, line)]
    if not listed:
        return None
    with_targets, with_before = bool(material.targets), any(before_of(material, line) for line in listed)
    rows: list[Row] = []
    for number, line in enumerate(listed, 1):
        unit = f" ({line.unit})" if line.unit else ""
        rows.append(Row.section(f"{number}. {line.name}{unit}"))
        for member in once(material.whole.members):
            promised, judged = _promised(material, line, member) if with_targets else ((), ())
            earlier = (_of_year_before(material, line, member),) if with_before else ()
            rows.append(Row.of(member.name, *promised, of_member(line, member.id), *earlier, *judged))
    year = material.year
    lacks = any(UNKNOWN in row.cells for row in rows)
    notes = [f"{UNKNOWN}: {NO_FIGURE}"] if lacks else []
    notes += ["chỉ tiêu giao ước để trống: đơn vị không được giao chỉ tiêu này"] if with_targets else []
    note = f"{'; '.join(notes)}." if notes else ""
    table = Table(
        f"Kết quả năm {year} của từng đơn vị",
        (
            Column("Đơn vị", weight=2.2),
            *((Column("Chỉ tiêu giao ước", "decimal", weight=1.7),) if with_targets else ()),
            Column(f"Năm {year}", "decimal", weight=1.6),
            *((Column(f"Năm {year - 1}", "decimal", weight=1.6),) if with_before else ()),
            *((Column("So với giao ước", weight=1.6),) if with_targets else ()),
        ),
        tuple(rows),
        note=note[:1].upper() + note[1:],
    )
    return Annex("Phụ lục", "Kết quả thực hiện chỉ tiêu theo đơn vị thành viên", (table,))


def before_of(material: YearEndMaterial, line: IndicatorLine) -> IndicatorLine | None:
    """The same indicator in the year before, where it has figures."""
    before = None if line.key is None else material.before.get(line.key)
    return before if before and (before.values or before.by_head is not None) else None


def _promised(material: YearEndMaterial, line: IndicatorLine, member: Member) -> tuple[tuple[Cell], tuple[str]]:
    target = None if line.key is None else material.targets.get((line.key, member.id))
    return (("",), ("",)) if target is None else ((target.beside(line.unit),), (REACHES[target.reach],))


def _of_year_before(material: YearEndMaterial, line: IndicatorLine, member: Member) -> Cell:
    before = before_of(material, line)
    return UNKNOWN if before is None else of_member(before, member.id)
