"""What the report prints, against itself and against what was computed: a figure changed by hand counts as it is
printed. Pure."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from emulation.core.numbers import format_decimal
from reports.agreement.rules.terms import About, Check, Compared, Opens, Rows, Verdict
from reports.document.rules.cells import DIFFERENCES, RUNNING_NUMBERS, figure_in, tables_in, worded_places
from reports.document.rules.differences import column_title, row_name
from reports.document.rules.document import Document
from reports.document.rules.hand_figures import said_by
from reports.document.rules.sentences import plain
from reports.document.rules.tables import UNKNOWN, Column, Figure, Row, Table
from reports.runs.rules.dressing import named_part
from reports.runs.rules.sources import FIGURES

TOTAL = "Tổng số"
EMPTY = (None, "")


def printed_together(document: Document, *, year: int) -> Iterator[Compared]:
    """Figures changed by hand beside what was computed; one figure in two places; the rows of each table against its
    total, and along each row."""
    yield from _by_hand(document, year)
    yield from _twice(document, year)
    sums = [one for part, table, _at in tables_in(document) for one in _sums(table, table.caption or part[-1])]
    yield from (one.compared for one in sums if not one.agrees)
    if right := sum(one.agrees for one in sums):
        yield Compared(Check.PRINTED, About.PRINTED_SUMS, Verdict.AGREES, right, len(sums))


def _by_hand(document: Document, year: int) -> Iterator[Compared]:
    for place in worded_places(document, year=year):
        if place.paragraph.computed:
            both = plain(place.paragraph.text), plain(place.paragraph.computed)
            yield Compared(Check.PRINTED, About.SENTENCE_BY_HAND, Verdict.DIFFERS, *both, named_part(place.part))
        for figure in place.figures:
            if figure.computed:
                about = About.BY_HAND_ALONE if figure.computed == UNKNOWN else About.BY_HAND
                said = plain(figure.text), plain(figure.computed)
                yield Compared(Check.PRINTED, about, Verdict.DIFFERS, *said, named_part(place.part), _rows_of(figure))


def _rows_of(figure: Figure) -> Rows | None:
    return Rows(Opens.SOURCE, source=figure.source) if figure.source else None


def _twice(document: Document, year: int) -> Iterator[Compared]:
    """Counts of the same rows of the register that print different numbers, whatever made them differ: one was changed
    by hand, or one was taken from newer data and the other left. The one changed by hand stands first."""
    found: dict[tuple[str, str], list[tuple[Figure, str]]] = defaultdict(list)
    for place in worded_places(document, year=year):
        for figure in place.figures:
            if figure.source and not figure.source.startswith(FIGURES):
                found[figure.source, figure.kind].append((figure, named_part(place.part)))
    for same in found.values():
        first, where = next(((figure, part) for figure, part in same if figure.computed), same[0])
        for figure, part in same:
            said = _number_of(first), _number_of(figure)
            if said[0] != said[1]:
                name = f"{where}; {part}"
                yield Compared(Check.PRINTED, About.PRINTED_TWICE, Verdict.DIFFERS, *said, name, _rows_of(first))


def _number_of(figure: Figure) -> str:
    quantity = said_by(figure)
    if quantity is None or not quantity.exact or quantity.low is None:
        return figure.number
    return format_decimal(quantity.low.normalize())


@dataclass(frozen=True)
class _Sum:
    """`told`: what the parts come to; None where a part or the whole is no exact number."""

    about: About
    name: str
    told: Decimal | None
    whole: Decimal | None

    @property
    def agrees(self) -> bool:
        return self.told is not None and self.told == self.whole

    @property
    def compared(self) -> Compared:
        if self.told is None or self.whole is None:
            return Compared(Check.PRINTED, About.PRINTED_INEXACT, Verdict.CANNOT_TELL, name=self.name)
        return Compared(Check.PRINTED, self.about, Verdict.DIFFERS, self.told, self.whole, self.name)


def _sums(table: Table, named: str) -> Iterator[_Sum]:
    counts = [at for at, one in enumerate(table.columns) if one.kind == "integer" and one.title not in RUNNING_NUMBERS]
    rows = [row for row in table.rows if row.style == "normal"]
    totals = [row for row in table.rows if row.style == "total"]
    if len(totals) == 1:
        for at in counts:
            is_told = table.columns[at].title not in DIFFERENCES or all(row.cells[at] != UNKNOWN for row in rows)
            if (
                is_told
                and totals[0].cells[at] != UNKNOWN
                and all(row.cells[at] not in EMPTY for row in (*rows, *totals))
            ):
                parts = [_exact(table.columns[at], row, at) for row in rows if row.cells[at] != UNKNOWN]
                name = f"{named}, cột “{column_title(table.columns[at])}”"
                yield _Sum(About.PRINTED_COLUMN, name, _sum(parts), _exact(table.columns[at], totals[0], at))
    for row in (*rows, *totals):
        yield from _along(table, row, counts, f"{named}, dòng “{row_name(table, row)}”")


def _along(table: Table, row: Row, counts: list[int], name: str) -> Iterator[_Sum]:
    """The parts before the total of a row, and the difference of two years."""
    for at in counts:
        before = [place for place in counts if place < at]
        if row.cells[at] in (*EMPTY, UNKNOWN):
            continue
        known = [place for place in before if row.cells[place] != UNKNOWN]
        values = [_exact(table.columns[place], row, place) for place in known]
        title, whole = table.columns[at].title, _exact(table.columns[at], row, at)
        if title == TOTAL and known:
            yield _Sum(About.PRINTED_ROW, name, _sum(values), whole)
        if title in DIFFERENCES and len(values) == 2:
            now, earlier = values
            yield _Sum(About.PRINTED_DIFFERENCE, name, None if now is None or earlier is None else now - earlier, whole)


def _sum(values: list[Decimal | None]) -> Decimal | None:
    known = [value for value in values if value is not None]
    return sum(known, Decimal()) if len(known) == len(values) else None


def _exact(column: Column, row: Row, at: int) -> Decimal | None:
    figure = figure_in(column, row.cells[at])
    quantity = None if figure is None else said_by(figure)
    return quantity.low if quantity is not None and quantity.exact else None
