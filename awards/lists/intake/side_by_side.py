"""Tables that stand side by side on one sheet: each becomes a sheet of its own, its cells in the columns where they
were."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from xlsxwriter.utility import xl_col_to_name

from awards.lists.intake.tables import HEADINGS_HIGH, first_table
from awards.lists.rules.award_names import AwardNames
from awards.lists.rules.columns import HEADINGS_WITHIN, ORDINAL_KEYS, Guess, is_of_a_list, meaning_of
from awards.rows.rules.fields import Field
from emulation.core.intake.sheet import Sheet
from emulation.core.intake.sheets import text_of
from emulation.core.text import search_key

LONGEST_NAME = 100
LOOKED_AT = 300
PART = re.compile(r"(?:^| \()cột [A-Z]{1,3}–[A-Z]{1,3}\)?$")
NAMES_A_DECISION = re.compile(r"\b(?:quyet dinh|qd)\b")


def parted(sheet: Sheet, names: AwardNames) -> list[Sheet]:
    """`sheet` holds plain texts and days; it comes back alone where no table stands beside another."""
    width, top = max(map(len, sheet.rows), default=0), sheet.rows[:LOOKED_AT]
    bounds = [0]
    for cut in _cuts(sheet.rows):
        heads = [first_table(_columns(top, *place), names) for place in ((bounds[-1], cut), (cut, width))]
        if all(head is not None and is_of_a_list(head) for head in heads):
            bounds.append(cut)
    if len(bounds) == 1:
        return [sheet]
    parts = [_part(sheet, *place) for place in pairwise([*bounds, width])]
    return [parts[0], *(_titled(replace(part, asides=()), sheet, parts[0], names) for part in parts[1:])]


def _cuts(rows: Sequence[Sequence]) -> Iterator[int]:
    """Columns where a table may begin, from the left: between two headings that name a recipient, behind a column in
    which nothing stands, at a second STT, or where the first heading comes again."""
    named: dict[int, int] = {}
    for number, row in enumerate(rows[: HEADINGS_WITHIN + HEADINGS_HIGH]):
        for place, cell in enumerate(row):
            if isinstance(cell, str) and cell and meaning_of(cell)[0] == Field.NAME:
                named.setdefault(place, number)
    for (left, upper), (right, lower) in pairwise(sorted(named.items())):
        between = range(right, left, -1)
        keys = [search_key(text_of(cell)) for cell in rows[lower]]
        first = next((key for key in keys if key), "")
        blank = (place + 1 for place in between if not any(row[place] for row in rows[min(upper, lower) :]))
        again = (place for place in between if keys[place] in ORDINAL_KEYS or (place > 0 and keys[place] == first))
        cut = next(blank, None) or next(again, None)
        if cut is not None:
            yield cut


def _columns(rows: Sequence[list], first: int, end: int) -> list[list]:
    return [[""] * first + row[first:end] for row in rows]


def _part(sheet: Sheet, first: int, end: int) -> Sheet:
    rows = _columns(sheet.rows, first, end)
    filled = [place for place in range(first, end) if any(row[place] for row in rows)]
    columns = f"cột {xl_col_to_name(filled[0])}–{xl_col_to_name(filled[-1])}"
    name = f"{sheet.name[:LONGEST_NAME]} ({columns})" if sheet.name else columns
    letters = {place: found for place, found in (sheet.letters or {}).items() if first <= place < end}
    return replace(sheet, name=name, rows=rows, letters=letters)


def whole_of(name: str) -> str:
    """The sheet of the file that a table beside others stands on; any other sheet is its own."""
    return PART.sub("", name)


def _titled(part: Sheet, sheet: Sheet, leftmost: Sheet, names: AwardNames) -> Sheet:
    """With what stands above the leftmost table, where that speaks of this one too: what reaches over it; all, where
    the headings are the same and nothing else stands above it; else what names the decision, where both have their
    headings in one row."""
    head, first = first_table(part.rows, names), first_table(leftmost.rows, names)
    if head is None or first is None:
        return part
    own = _lines(part.rows[: head.header])
    lines = _lines(leftmost.rows[: first.header])
    begins = min(column.place for column in head.columns)
    reaching = {
        text_of(sheet.rows[top][place])
        for (top, place), (_last, end) in sheet.merged
        if top < first.header and end >= begins > place
    }
    if own or _keys(head) != _keys(first):
        of_decisions = {line for line in lines if NAMES_A_DECISION.search(search_key(line))}
        is_level = head.header == first.header and not any(NAMES_A_DECISION.search(search_key(line)) for line in own)
        lines = [line for line in lines if line in reaching or (is_level and line in of_decisions)]
    return replace(part, over=tuple(lines))


def _lines(rows: Sequence[Sequence]) -> list[str]:
    return [text_of(cell) for row in rows for cell in row if cell]


def _keys(head: Guess) -> list[str]:
    return [search_key(column.heading) for column in head.columns]
