"""Ditto marks say what stands above them; readers find the mark only."""

from collections.abc import Mapping, Sequence
from operator import itemgetter
from typing import Any

from awards.rows.rules.fields import Field
from awards.rows.rules.fillers import MAY_BE_ABOVE, is_ditto
from emulation.core.intake.sheets import Sheet, text_of
from emulation.core.text.damage import MendedText


def fill_dittos(sheet: Sheet, first: int, end: int, meanings: Mapping[int, str]) -> None:
    """Changes the rows from `first` to before `end` in place: each mark in a column of `meanings` becomes the text
    above it, marked as put right. A mark beneath nothing stays, and beneath what is hidden or crossed out. Rows without
    a name are no honours: they are passed over."""
    names = [place for place, field in meanings.items() if field == Field.NAME]
    asked = [place for place, field in meanings.items() if field in MAY_BE_ABOVE]
    body = sheet.rows[first:end]
    marks = {cell for place in asked for cell in _different(body, place) if type(cell) is str and is_ditto(cell)}
    if not marks:
        return
    above: dict[int, Any] = {}
    for number, row in enumerate(sheet.rows[first:end], first):
        struck = sheet.marks.struck.get(number, ())
        if not any(place < len(row) and row[place] for place in names):
            continue
        for place in asked:
            cell = row[place] if place < len(row) else ""
            if type(cell) is str and cell in marks:
                if said := above.get(place):
                    row[place] = MendedText(text_of(said), cell)
            else:
                above[place] = "" if number in sheet.marks.hidden or place in struck else cell


def _different(rows: Sequence[Sequence], place: int) -> set:
    """The cells of a column, each once; rows of a text file may be too short for it."""
    try:
        return set(map(itemgetter(place), rows))
    except IndexError:
        return {row[place] for row in rows if place < len(row)}
