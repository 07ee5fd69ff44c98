"""Where the tables of a sheet stand: each with its own title and headings, one beneath the other."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from awards.lists.rules.award_names import AwardNames
from awards.lists.rules.columns import (
    COUNTS,
    HEADINGS_WITHIN,
    NOTHING,
    ORDINAL_KEYS,
    Guess,
    guess,
    is_of_a_list,
    meaning_of,
    read_at,
)
from awards.lists.rules.contents import refined
from awards.lists.rules.judged_rows import LETTER, SIGNED, TITLED, has_facts, judged, names_nobody
from awards.lists.rules.name_words import may_name
from awards.lists.rules.said_above import read_above
from awards.lists.rules.sections import NAMES_A_LIST
from awards.lists.rules.totals import printed_counts
from awards.rows.rules.fields import Field
from awards.rows.rules.lines import RowKind
from emulation.core.intake.sheets import text_of
from emulation.core.text import search_key

BODY = 200
HEADINGS_HIGH = 6
TITLE_WITHIN = 25
SIGNATURES_HIGH = 15
LONGEST_HEADING = 120
NAMES_A_NAME = re.compile(
    "tên|ten|danh sách|danh sach|đối tượng|doi tuong|tập thể|tap the|cá nhân|ca nhan|hộ gia đình|đơn vị|don vi"
    "|người|nguoi",
    re.IGNORECASE,
)
OVER_A_TITLE = re.compile(r"^(?:ubnd|uy ban nhan dan|bieu|phu luc|bang|mau so|doc lap|so|hoi dong|ban)\b")
FEW = 2
FEWEST_BY_CONTENTS = 3


@dataclass(frozen=True)
class TableSpan:
    """0-based rows of the sheet: `title` the first of the lines above the headings, `last` the one after the rows."""

    title: int
    guess: Guess
    last: int


def ordinal_of(reading: Guess) -> int | None:
    return next((c.place for c in reading.columns if search_key(c.heading) in ORDINAL_KEYS), None)


def spans_of(rows: Sequence[Sequence], names: AwardNames) -> list[TableSpan]:
    """Every table of the sheet, from the top. `rows` hold texts and days."""
    first = first_table(rows, names)
    if first is None:
        return []
    first = _names_above(rows, first, names) or first
    found = [(0, first)]
    for number in _rows_like_headings(rows, first.first, ordinal_of(first)):
        title, table = found[-1]
        if number < table.first:
            continue
        other = headed_at(rows, number, names)
        if other is None or not (is_of_a_list(other) or _numbers_names(rows, other)):
            continue
        begins = title_begins(rows, number, table)
        if not (is_of_a_list(other) or _names_surely(rows[number]) or _says_something_else(rows[begins:number], names)):
            continue
        is_alike = _is_laid_out_like(other, table)
        if (
            not is_alike
            or _says_something_else(rows[begins:number], names)
            or _is_named_otherwise(rows[begins:number], rows[title : table.header])
            or _is_signed(rows[table.first : begins])
        ):
            found.append((begins, other))
    return settled(rows, found, names)


def settled(rows: Sequence[Sequence], found: Sequence[tuple[int, Guess]], names: AwardNames) -> list[TableSpan]:
    """`found`: (row of the title, headings) from the top; each table ends where the title of the next begins."""
    ends = [title for title, _table in found[1:]] + [len(rows)]
    return [
        TableSpan(title, refined(table, _body(rows, table.first, end), names.knows), end)
        for (title, table), end in zip(found, ends, strict=True)
    ]


def _body(rows: Sequence[Sequence], first: int, end: int) -> Sequence[Sequence]:
    """The first rows beneath the headings, not those of the signatures."""
    body = rows[first : min(end, first + BODY)]
    signed = (number for number, row in enumerate(body) if SIGNED.match(search_key(_first_text(row))))
    return body[: next(signed, len(body))]


def first_table(rows: Sequence[Sequence], names: AwardNames) -> Guess | None:
    """The first row of headings that surely name a recipient, else the best row; without any, as the columns hold."""
    best = guess(_texts(rows[: HEADINGS_WITHIN + HEADINGS_HIGH]), names.knows)
    if best is None:
        later = next(_rows_like_headings(rows, HEADINGS_WITHIN), None)
        found = None if later is None else headed_at(rows, later, names)
        if found is not None and is_of_a_list(found):
            return found
        return _titled_names(rows, names) or _by_contents(rows, names)
    for number in range(best.header):
        earlier = headed_at(rows, number, names)
        if (
            earlier is not None
            and is_of_a_list(earlier)
            and _names_surely(rows[number])
            and earlier.first <= best.header
        ):
            return earlier
    return best


def headed_at(rows: Sequence[Sequence], number: int, names: AwardNames, *, fewest: int = FEW) -> Guess | None:
    found = read_at(_texts(rows[number : number + HEADINGS_HIGH]), 0, names.knows, fewest=fewest)
    return None if found is None else replace(found, header=number, first=number + found.first)


def title_begins(rows: Sequence[Sequence], header: int, above: Guess | None) -> int:
    """The first of the lines that stand above the headings and belong to no row of the table `above`."""
    if above is None:
        return 0
    begins, ordinal = header, ordinal_of(above)
    for number in range(header - 1, max(above.first, header - TITLE_WITHIN) - 1, -1):
        cells = rows[number]
        found = judged(cells, above.meanings, ordinal)
        titled = _is_titled([cells]) or (begins < header and _stands_over_a_title(cells))
        if found.kind in (RowKind.TOTAL, RowKind.HEADING):
            break
        heads = ordinal is None and number == begins - 1 and names_nobody(cells, above.meanings, None)
        alone = sum(map(bool, cells)) == 1
        is_honour = found.kind is RowKind.HONOUR and not alone
        if is_honour and not heads and (not titled or has_facts(cells, above.meanings, ordinal)):
            break
        if titled or heads or (found.kind is RowKind.SECTION and not found.doubtful):
            begins = number
    return begins


def _titled_names(rows: Sequence[Sequence], names: AwardNames) -> Guess | None:
    """Numbered names and nothing more beneath the title of a list: the title says the rest."""
    for number in _rows_like_headings(rows[:HEADINGS_WITHIN], 0):
        found = headed_at(rows, number, names) if _is_titled(rows[:number]) else None
        if found is None or ordinal_of(found) is None:
            continue
        if _names_surely(rows[number]) or _lists_names(rows, found, names):
            return found
    return None


def _names_above(rows: Sequence[Sequence], first: Guess, names: AwardNames) -> Guess | None:
    """A table of names and nothing more that stands above the first one with columns that are known."""
    for number in _rows_like_headings(rows[: first.header], 0):
        found = headed_at(rows, number, names)
        if found is not None and found.first <= first.header and _lists_names(rows, found, names):
            return found
    return None


def _lists_names(rows: Sequence[Sequence], found: Guess, names: AwardNames) -> bool:
    """Where the heading itself may also stand for something else, the lines above must say whose names they are."""
    surely = _names_surely(rows[found.header])
    return _numbers_names(rows, found) and (surely or _says_something_else(rows[: found.header], names))


def _numbers_names(rows: Sequence[Sequence], found: Guess) -> bool:
    """Numbered names stand beneath the headings, and no sums."""
    ordinal, places = ordinal_of(found), found.meanings.places.get(Field.NAME, ())
    if ordinal is None or not places or _counts(found):
        return False
    below = next(filter(any, rows[found.first : found.first + FEW]), ())
    if ordinal >= len(below) or not str(below[ordinal]).rstrip(".").isdigit():
        return False
    return any(place < len(below) and LETTER.search(str(below[place])) for place in places)


def names_alone(rows: Sequence[Sequence], names: AwardNames) -> list[TableSpan]:
    """A table of which no column but the name is known, for a file that holds no other: a person says what the rest
    means."""
    for number in range(min(len(rows), HEADINGS_WITHIN)):
        found = headed_at(rows, number, names, fewest=1) if _names_surely(rows[number]) else None
        if found is not None and any(map(any, rows[found.first :])):
            return settled(rows, [(0, found)], names)
    return []


def unnamed(rows: Sequence[Sequence], names: AwardNames) -> list[TableSpan]:
    """Numbered rows of words under headings of which none surely names anybody: a person says which column does."""
    for number in range(min(len(rows), HEADINGS_WITHIN)):
        found = headed_at(rows, number, names)
        if found is None or not all(_is_a_word(cell, names) for cell in rows[number] if cell):
            continue
        ordinal = ordinal_of(found)
        below = next(filter(any, rows[found.first :]), ())
        if ordinal is None or ordinal >= len(below) or not str(below[ordinal]).rstrip(".").isdigit():
            continue
        if any(LETTER.search(str(cell)) for cell in below) and not _counts(found):
            return settled(rows, [(0, found)], names)
    return []


def _counts(found: Guess) -> bool:
    return any(COUNTS.search(search_key(column.heading)) for column in found.columns)


def _by_contents(rows: Sequence[Sequence], names: AwardNames) -> Guess | None:
    """Where no heading is known: the lowest row of words above columns that hold people and what they got."""
    found = None
    for number in range(min(len(rows), HEADINGS_WITHIN)):
        texts = [cell for cell in rows[number] if cell]
        if len(texts) < FEWEST_BY_CONTENTS or not all(_is_a_word(cell, names) for cell in texts):
            continue
        headed = headed_at(rows, number, names)
        if headed is None:
            continue
        held = refined(headed, rows[headed.first : headed.first + BODY], names.knows)
        fields = held.meanings.places
        if Field.NAME in fields and len(fields) >= FEWEST_BY_CONTENTS and Field.AWARD in fields:
            found = headed
    return found


def _is_a_word(cell, names: AwardNames) -> bool:
    return isinstance(cell, str) and not any(map(str.isdigit, cell)) and len(cell) <= LONGEST_HEADING


def _rows_like_headings(rows: Sequence[Sequence], first: int, ordinal: int | None = None) -> Iterator[int]:
    """Rows beneath that name a recipient and carry no number. Of the texts only those that speak of a name are kept."""
    known: dict[str, bool] = {}
    for number in range(first, len(rows)):
        row = rows[number]
        if ordinal is not None and ordinal < len(row) and str(row[ordinal]).isdigit():
            continue
        for cell in row:
            if not isinstance(cell, str) or len(cell) > LONGEST_HEADING or not NAMES_A_NAME.search(cell):
                continue
            if cell not in known:
                known[cell] = meaning_of(cell)[0] == Field.NAME or may_name(search_key(cell))
            if known[cell]:
                if not any(str(other).isdigit() for other in row if other):
                    yield number
                break


def _says_something_else(title: Sequence[Sequence], names: AwardNames) -> bool:
    """Not merely the headings printed again on a later page, with the list's name above them or without."""
    lines = [text_of(cell) for row in title for cell in row if cell]
    above = read_above(lines, names)
    counts = any(printed_counts(line, RowKind.TITLE) for line in lines)
    return bool(above.award or above.decision_number or above.decision_date or above.subject_kind or counts)


def _is_named_otherwise(title: Sequence[Sequence], above: Sequence[Sequence]) -> bool:
    """“DANH SÁCH …” that the title of the table above does not say."""
    known = tuple(search_key(str(cell)) for row in above for cell in row if cell)
    keys = (search_key(str(cell)) for row in title for cell in row if cell)
    return any(NAMES_A_LIST.match(key) and not key.startswith(known) for key in keys)


def _is_signed(rows: Sequence[Sequence]) -> bool:
    """The table above ended with its signatures."""
    return any(SIGNED.match(search_key(_first_text(row))) for row in rows[-SIGNATURES_HIGH:])


def _first_text(row: Sequence) -> str:
    return next((str(cell) for cell in row if cell), "")


def _names_surely(row: Sequence) -> bool:
    return any(isinstance(cell, str) and meaning_of(cell) == (Field.NAME, 3) for cell in row)


def _is_laid_out_like(other: Guess, table: Guess) -> bool:
    """Each of its headings says what the same column of the table says, and none that says nothing stands where the
    table says something."""
    of, others = table.meanings.of, {column.place: column.meaning for column in other.columns if column.heading}
    return all(of.get(place) == (None if meaning == NOTHING else meaning) for place, meaning in others.items())


def _is_titled(rows: Sequence[Sequence]) -> bool:
    return any(TITLED.search(search_key(str(cell))) for row in rows for cell in row if cell)


def _stands_over_a_title(cells: Sequence) -> bool:
    texts = [str(cell) for cell in cells if cell]
    return 0 < len(texts) <= FEW and bool(OVER_A_TITLE.match(search_key(texts[0])))


def _texts(rows: Sequence[Sequence]) -> list[list[str]]:
    return [[text_of(cell) for cell in row] for row in rows]
