"""What the figures say, in sentences: against the plan, against the same period, who is ahead and who is behind.

Each sentence stands on its own rows: where one figure lacks, or is not exact, the sentence is left out, and the tables
say what there is.
"""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from awards.catalogue.rules.terms import ProvinceKind
from clusters.indicators.rules.terms import AVERAGES, Derivation, Direction
from emulation.core.numbers import format_decimal
from emulation.core.quantity import Quantity, QuantityError, parse_quantity
from reports.document.rules.document import Block, BulletList, Figure, Paragraph
from reports.document.rules.tables import Run
from reports.runs.rules.sources import FIGURES
from reports.six_month.compose.cells import printed
from reports.six_month.compose.words import YEARS_BEFORE, once
from reports.six_month.material.collect import IndicatorLine, Material
from reports.six_month.rules import CountedHonours
from reports.six_month.rules.standing import Extremes, difference, extremes_of

MEMBERS = {ProvinceKind.PROVINCE: "tỉnh", ProvinceKind.CITY: "thành phố", ProvinceKind.ANY: "đơn vị"}
MOST_TIMES = 10


def rows_of_figures(year: int, half: int) -> str:
    return f"{FIGURES}{year}/{half}" if year else ""


def twice_told(lines: Iterable[IndicatorLine], counted: CountedHonours) -> str:
    """Where a share of direct workers is counted here and declared there: why the two may differ; else empty."""
    by_members = [line.name for line in lines if line.declared and line.values]
    if not by_members or not counted.share.individuals:
        return ""
    return (
        "Tỷ lệ khen thưởng người trực tiếp ở phần công tác khen thưởng được đếm từ Sổ khen thưởng; chỉ tiêu "
        f"“{'”, “'.join(by_members)}” do các đơn vị tự báo cáo, có thể gồm cả lượt khen chưa ghi vào Sổ, nên hai "
        "số có thể khác nhau."
    )


def against_plan(material: Material) -> Iterator[Block]:
    """Of indicators whose share of the plan every member reported so that it can be told."""
    items = [item for line in material.indicators if (item := _of_plan(material, line))]
    if items:
        yield Paragraph.of("So với kế hoạch năm:")
        yield BulletList(tuple(items))


def _of_plan(material: Material, line: IndicatorLine) -> Paragraph | None:
    plan = line.plan
    if plan is None or plan.unsure or plan.silent:
        return None
    source = rows_of_figures(material.cluster_year, material.half)
    runs: list[Run] = [
        f"{line.name}: ",
        Figure(plan.reached, printed=f"{plan.reached}/{plan.members}", source=source),
        f" {MEMBERS[material.province_kind]} đạt từ {plan.least}% kế hoạch năm trở lên",
    ]
    shares = {member: share for member, text in line.plan_shares.items() if (share := _share(text)) is not None}
    found = extremes_of(shares, Direction.HIGHER) if len(shares) == len(once(material.members)) else None
    if found is not None:
        values = {member: share.low or Decimal(0) for member, share in shares.items()}
        runs += ["; ", *_ends(material, found, line.plan_shares, values, source)]
    return Paragraph((*runs, "."))


def _share(text: str) -> Quantity | None:
    try:
        return parse_quantity(text, unit="%")
    except QuantityError:
        return None


def _ends(
    material: Material, found: Extremes, said: Mapping[int, str], values: Mapping[int, Decimal], source: str
) -> Iterator[Run]:
    """cao nhất Hà Nội (63,2%), thấp nhất Cần Thơ (50,88%)"""
    names = {member.id: member.name for member in once(material.members)}
    for words, held in (("cao nhất ", found.best), (", thấp nhất ", found.worst)):
        yield words + ", ".join(names[pk] for pk in names if pk in held) + " ("
        first = min(held)
        yield Figure(values[first], "decimal", printed=said[first], source=source)
        yield ")"


def first_and_last(material: Material) -> Iterator[Block]:
    """Of indicators that every member reported by one exact share."""
    items = [item for line in material.indicators if (item := _first_and_last(material, line))]
    if items:
        yield Paragraph.of("Đơn vị đứng đầu, đứng cuối ở các chỉ tiêu mà mọi thành viên đều báo cáo bằng số chính xác:")
        yield BulletList(tuple(items))


def _first_and_last(material: Material, line: IndicatorLine) -> Paragraph | None:
    members = once(material.members)
    if any(member.id not in line.values for member in members):
        return None
    found = extremes_of(line.values, line.direction)
    if found is None:
        return None
    names = {member.id: member.name for member in members}
    source = rows_of_figures(material.cluster_year, material.half)
    runs: list[Run] = [f"{line.name}: "]
    for words, held in (("đứng đầu ", found.best), ("; đứng cuối ", found.worst)):
        first = line.values[min(held)]
        runs += [
            words + ", ".join(names[pk] for pk in names if pk in held) + " (",
            Figure(first.low or Decimal(0), "decimal", printed=with_unit(first, line), source=source),
            ")",
        ]
    return Paragraph((*runs, "."))


def against_year_before(material: Material, told: list[IndicatorLine]) -> Iterator[Block]:
    """Of indicators whose figure of the whole cluster is one exact number in both years."""
    items = [item for line in told if (item := _against(material, line))]
    if items:
        yield Paragraph.of(f"So với {YEARS_BEFORE[material.half]}:")
        yield BulletList(tuple(items))


def _against(material: Material, line: IndicatorLine) -> Paragraph | None:
    before = material.figures_before.get(line.key or 0)
    now, then = for_whole_cluster(line), for_whole_cluster(before) if before else None
    if now is None or then is None or line.derivation in AVERAGES:
        return None
    step = difference(now, then)
    if step is None:
        return None
    of_now = rows_of_figures(material.cluster_year, material.half)
    return Paragraph(
        (
            f"{line.name} toàn {material.said('Cụm')}: ",
            Figure(now.low or Decimal(0), "decimal", printed=with_unit(now, line), source=of_now),
            *stepped(step, line.unit, of_now),
            f" {YEARS_BEFORE[material.half]} (",
            Figure(
                then.low or Decimal(0),
                "decimal",
                printed=with_unit(then, before or line),
                source=rows_of_figures(material.year_before, material.half),
            ),
            ").",
        )
    )


def with_unit(quantity: Quantity, line: IndicatorLine) -> str:
    """In a sentence no heading says the unit."""
    text = printed(quantity, line)
    return text if not line.unit or line.unit in text or "%" in text else f"{text} {line.unit}"


def for_whole_cluster(line: IndicatorLine) -> Quantity | None:
    """A figure that stands for the whole cluster, not a bound that all keep, nor a sum of some."""
    if line.by_head is not None:
        return line.by_head
    return line.cluster.quantity if line.cluster.is_whole and line.derivation is not Derivation.COMMON_BOUND else None


def stepped(step: Decimal, unit: str, source: str) -> Iterator[Run]:
    """, tăng 2.000 tỷ đồng so với; , bằng"""
    if not step:
        yield ", bằng"
        return
    size = f"{format_decimal(abs(step).normalize())}{' điểm phần trăm' if unit == '%' else f' {unit}' if unit else ''}"
    yield ", tăng " if step > 0 else ", giảm "
    yield Figure(abs(step), "decimal", printed=size, source=source)
    yield " so với"


def times_against_year_before(
    now: Figure, before: Figure, *, then: str, subject: str = "Tổng số lượt khen thưởng là "
) -> Paragraph:
    """Both of the register, each opening its own rows. `then`: the other period in words."""
    step = int(now.value) - int(before.value)
    runs: list[Run] = [subject, now]
    if not step:
        runs.append(", bằng ")
    else:
        size = Figure(abs(step), unit="lượt")
        runs += [", tăng " if step > 0 else ", giảm ", size]
        if before.value:
            runs += [" (", Figure(Decimal(abs(step)) * 100 / Decimal(before.value), "percent", places=2), ")"]
        runs.append(" so với ")
    return Paragraph((*runs, f"{then} (", before, ")."))


def shares_against_year_before(now: Figure, before: Figure, *, then: str) -> Paragraph:
    """Of direct workers, in per cent of the people awarded."""
    step = Decimal(now.value) - Decimal(before.value)
    rounded = abs(step).quantize(Decimal("0.01"))
    runs: list[Run] = ["Tỷ lệ khen thưởng người trực tiếp công tác, lao động là ", now]
    if rounded:
        size = Figure(rounded, "decimal", unit="điểm phần trăm", places=2)
        runs += [", tăng " if step > 0 else ", giảm ", size, " so với "]
    else:
        runs.append(", bằng ")
    return Paragraph((*runs, f"{then} (", before, ")."))
