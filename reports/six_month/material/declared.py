"""What members declare of the period without names: laid beside what the register names, added to nothing."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from awards.catalogue.rules.terms import Level, ProvinceKind
from awards.models import DeclaredTotal
from awards.totals.rules.terms import KINDS, Measure, TotalSubject
from clusters.membership.rules.half_years import SPANS, WHOLE_YEAR, Days
from reports.six_month.rules import CountedHonours, DeclaredFigure


def declared_figures(
    year: int,
    half: int,
    days: Days,
    *,
    names: Mapping[int, str],
    kind: ProvinceKind,
    counted: CountedHonours,
    every: bool = False,
) -> tuple[DeclaredFigure, ...]:
    """One query. `names`: the members' by id; `counted`: the report's own honours. A whole year also tells what was
    declared of its halves only; `every`: and of those that it covers."""
    rows = DeclaredTotal.objects.in_force().of_organisations(names)
    found = rows.of_period(year, SPANS if half == WHOLE_YEAR else (half,)).select_related(
        "organisation", "report_line", "source"
    )
    order = {pk: place for place, pk in enumerate(names)}
    told = sorted(found if every else _told(found), key=lambda one: (order[one.organisation_id], one.half, one.pk))
    return tuple(_figure(one, half, days, names, kind, counted) for one in told)


def _told(rows: Iterable[DeclaredTotal]) -> list[DeclaredTotal]:
    """Of a whole year that is declared, its halves are not told besides."""
    rows = list(rows)
    whole = {_key(row) for row in rows if row.half == WHOLE_YEAR}
    return [row for row in rows if row.half == WHOLE_YEAR or _key(row) not in whole]


def _key(row: DeclaredTotal):
    return row.organisation_id, row.measure, row.report_line_id, row.level, row.subject


def _figure(
    row: DeclaredTotal, half: int, days: Days, names: Mapping[int, str], kind: ProvinceKind, counted: CountedHonours
) -> DeclaredFigure:
    number = row.share if row.share is not None else Decimal(row.count or 0)
    is_of_the_report = row.half == half and row.days == days
    return DeclaredFigure(
        total=row.pk,
        organisation=row.organisation_id,
        name=names[row.organisation_id],
        content=row.content,
        measure=Measure(row.measure),
        line=row.report_line.code if row.report_line else "",
        level=Level(row.level) if row.level else None,
        award=row.report_line.name_for(kind) if row.report_line else "",
        subject=TotalSubject(row.subject) if row.subject else None,
        number=number,
        named=_named(row, counted) if is_of_the_report and row.measure == Measure.GIVEN else None,
        half=row.half,
        days=Days(row.days),
        source=str(row.source),
    )


def _named(row: DeclaredTotal, counted: CountedHonours) -> int:
    own = named_of(counted, row.organisation_id, row.report_line.code if row.report_line else "", row.level)
    subject = TotalSubject(row.subject)
    return own.by("subject_kind").get(KINDS[subject], 0) if subject in KINDS else own.total


def named_of(counted: CountedHonours, organisation: int, line: str, level: str) -> CountedHonours:
    """The honours of the report that belong to an organisation's award or level; of all where neither is said."""
    edges = {"organisation": organisation} | ({"line": line} if line else {}) | ({"level": level} if level else {})
    return counted.where(**edges)
