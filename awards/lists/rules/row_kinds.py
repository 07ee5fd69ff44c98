"""Which rows beneath the headings are honours, and what the others are, each in its place among the others. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from awards.catalogue.rules.recognise_terms import recognise_subject
from awards.lists.rules.apart import is_post, names_a_body
from awards.lists.rules.columns import ORDINAL_KEYS
from awards.lists.rules.contents import looks_like_person
from awards.lists.rules.counts_beneath import says_counts
from awards.lists.rules.judged_rows import (
    BLANK,
    HONOUR,
    MOST_SIGNED,
    TITLED,
    JudgedRow,
    counted_in,
    first_text,
    has_facts,
    judged,
    names_nobody,
    says_an_award,
)
from awards.lists.rules.sections import NAMES_A_LIST, Sections, rank_of
from awards.rows.rules.fields import Field, Meanings
from awards.rows.rules.lines import ListLine, RowKind
from emulation.core.text import search_key

SIGNED_WITHIN = LOOKED_BELOW = 8
ENDS_OF_A_NOTE = (";", ":", ".")
ADDING_UP = (RowKind.TOTAL, RowKind.SUMMARY)
MAY_COUNT = (RowKind.HONOUR, RowKind.SECTION)
ENDS_A_LIST = (RowKind.SIGNATURE, RowKind.NOTE)
NOTHING_STRUCK: frozenset[int] = frozenset()


class Counts(NamedTuple):
    """Rows that count and nothing else, up to before `end`; `are_beneath`: only signatures and notes follow. Where a
    row of the list follows, they are headings of sections."""

    end: int
    are_beneath: bool


NO_COUNTS = Counts(0, are_beneath=False)


@dataclass(frozen=True)
class TableRows:
    """The rows of one table beneath its headings. `rows` are the sheet's; `first` and `last` 0-based, `last` the one
    after; `ordinal` the place of STT; `hidden` rows that the workbook does not show; `struck`: {row: places};
    `award`: as the title writes it, where a column says its class; `titles`: keys of the lines above the headings."""

    rows: Sequence[Sequence]
    first: int
    last: int
    meanings: Meanings
    ordinal: int | None = None
    sheet: str = ""
    hidden: frozenset[int] = frozenset()
    struck: Mapping[int, frozenset[int]] = field(default_factory=dict)
    award: str = ""
    titles: tuple[str, ...] = ()

    def is_struck(self, number: int) -> bool:
        """The name is crossed out, or all that the row says."""
        places = self.struck.get(number)
        if not places:
            return False
        filled = {place for place, cell in enumerate(self.rows[number]) if cell and place != self.ordinal}
        names = filled & set(self.meanings.places.get(Field.NAME, ()))
        return bool(filled) and (filled <= places or bool(names and names <= places))


def lines(table: TableRows) -> Iterator[ListLine]:
    sections, signed, awarded, headed, summed, counts = Sections(), False, False, "", False, NO_COUNTS
    subject, unit, award = sections.said
    for number in range(table.first, table.last):
        cells = table.rows[number]
        judged, level, begins = _judged_in_place(table, number, signed), 0, False
        if judged.kind is RowKind.SECTION and awarded and _stands_under_an_award(table, cells):
            judged = HONOUR
        if judged.kind is RowKind.HEADING:
            headed = ""
        elif _heads_another_table(table, cells):
            judged = JudgedRow(RowKind.HEADING, headed := ", ".join(str(cell) for cell in cells if cell))
        if number >= counts.end and (summed or judged.kind is RowKind.SECTION) and says_counts(cells, table.ordinal):
            counts = _counts_from(table, number)
        if number < counts.end and counts.are_beneath and judged.kind in MAY_COUNT:
            judged = JudgedRow(RowKind.SUMMARY, first_text(cells))
        summed = judged.kind in ADDING_UP or (summed and judged.kind is not RowKind.HONOUR)
        if judged.kind is RowKind.HONOUR:
            awarded = _says_its_award(table, cells)
        if judged.kind is RowKind.SECTION:
            level = sections.enter(judged.text, counted_in(cells, table.ordinal))
            subject, unit, award = sections.said
        elif judged.kind is RowKind.TITLE and not search_key(judged.text).startswith(table.titles):
            level = rank_of(judged.text, counted_in(cells, table.ordinal))
            if begins := bool(NAMES_A_LIST.match(search_key(judged.text))):
                subject, unit, award = (sections := Sections()).said
        signed = judged.kind is RowKind.SIGNATURE or (signed and judged.kind is not RowKind.HONOUR)
        yield ListLine(
            number + 1,
            judged.kind,
            cells,
            subject,
            unit,
            judged.text,
            judged.doubtful,
            award or table.award,
            table.sheet,
            level=level,
            struck=table.struck.get(number, NOTHING_STRUCK),
            begins=begins,
            headed=headed,
        )


def _counts_from(table: TableRows, number: int) -> Counts:
    for below in range(number, table.last):
        cells = table.rows[below]
        if any(cells) and not says_counts(cells, table.ordinal):
            found = judged(cells, table.meanings, table.ordinal).kind
            if found is not RowKind.TOTAL:
                return Counts(below, are_beneath=found in ENDS_A_LIST)
    return Counts(table.last, are_beneath=True)


def _says_its_award(table: TableRows, cells: Sequence) -> bool:
    return any(place < len(cells) and cells[place] for place in table.meanings.places.get(Field.AWARD, ()))


def _stands_under_an_award(table: TableRows, cells: Sequence) -> bool:
    """Nothing but an award in its own column beneath a row that says one: a second award of that row, or of nobody."""
    awards = table.meanings.places.get(Field.AWARD, ())
    filled = [place for place, cell in enumerate(cells) if cell]
    return bool(filled) and all(place in awards for place in filled)


def _heads_another_table(table: TableRows, cells: Sequence) -> bool:
    """“TT, Chủ hộ, Địa chỉ”: it counts nothing, and says no facts."""
    if table.ordinal is None or sum(map(bool, cells)) < MOST_SIGNED:
        return False
    counted = search_key(counted_in(cells, table.ordinal))
    return counted in ORDINAL_KEYS and not has_facts(cells, table.meanings, table.ordinal)


def _judged_in_place(table: TableRows, number: int, signed: bool) -> JudgedRow:
    cells = table.rows[number]
    if not any(cells):
        return BLANK
    if number in table.hidden:
        return JudgedRow(RowKind.HIDDEN, first_text(cells))
    if table.struck and table.is_struck(number):
        return JudgedRow(RowKind.STRUCK, first_text(cells))
    if signed and not _speaks_as_honour(cells, table):
        text = first_text(cells)
        if not (recognise_subject(text) or TITLED.search(search_key(text))):
            return JudgedRow(RowKind.SIGNATURE, text)
    found = judged(cells, table.meanings, table.ordinal)
    if found.doubtful and is_post(found.text) and _stands_over_a_name(table, number):
        return JudgedRow(RowKind.SIGNATURE, found.text)
    return (found is HONOUR and _heading_of_others(table, number)) or found


def _heading_of_others(table: TableRows, number: int) -> JudgedRow | None:
    """“1 | UBND quận …” over rows that are counted 1.1, or count anew; and what stands over the headings printed again,
    which a table without a column of numbers would take for a name."""
    cells = table.rows[number]
    texts = {str(cell) for place, cell in enumerate(cells) if cell and place != table.ordinal}
    if len(texts) > (MOST_SIGNED if table.ordinal is None else 1):
        return None
    below = next(filter(any, table.rows[number + 1 : min(number + 1 + LOOKED_BELOW, table.last)]), ())
    if table.ordinal is None:
        if not below or not names_nobody(cells, table.meanings, None):
            return None
        is_over = judged(below, table.meanings, None).kind is RowKind.HEADING
        return JudgedRow(RowKind.SECTION, first_text(cells), doubtful=True) if is_over else None
    counted, first = (counted_in(row, table.ordinal).rstrip(".") for row in (cells, below))
    if not texts or not counted or not names_a_body(text := texts.pop()):
        return None
    if first == f"{counted}.1":
        return JudgedRow(RowKind.SECTION, text)
    counts_anew = first == "1" and sum(map(bool, below)) > sum(map(bool, cells))
    return JudgedRow(RowKind.SECTION, text, doubtful=True) if counts_anew else None


def _stands_over_a_name(table: TableRows, number: int) -> bool:
    """The next row that holds anything holds a person's name and nothing more: who signs as what stands above."""
    below = table.rows[number + 1 : min(number + 1 + SIGNED_WITHIN, table.last)]
    texts = {str(cell) for cell in next(filter(any, below), ()) if cell}
    return len(texts) == 1 and all(map(looks_like_person, texts))


def _speaks_as_honour(cells: Sequence, table: TableRows) -> bool:
    """Beneath the signatures only a row with a number, a birth, an award, a unit that is a body or several columns of
    its own is an honour again: what stands beside a name there is mostly the name or the post of another who signs."""
    filled = [place for place in table.meanings.of if place < len(cells) and cells[place]]
    named = any(place in filled for place in table.meanings.places.get(Field.NAME, ()))
    if not named:
        return False
    if has_facts(cells, table.meanings, table.ordinal) or len(filled) > MOST_SIGNED:
        return True
    names = [str(cells[place]) for place in table.meanings.places[Field.NAME] if place in filled]
    if says_an_award(cells, table.meanings):
        return True
    of_a_person = all(looks_like_person(name) and not is_post(name) for name in names)
    for place in filled:
        meaning, text = table.meanings.of[place], str(cells[place])
        if meaning == Field.UNIT and names_a_body(text) and (of_a_person or all(map(_is_a_body, (*names, text)))):
            return True
    return False


def _is_a_body(text: str) -> bool:
    """A name as rows have it, not as offices stand among the recipients of a paper or above those who sign."""
    return names_a_body(text) and not text.endswith(ENDS_OF_A_NOTE) and text != text.upper()
