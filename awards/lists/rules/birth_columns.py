"""Births that stand in columns of their own kinds: “Ngày | Tháng | Năm”, “Nam | Nữ”. Pure."""

import re
from collections.abc import Collection, Sequence
from datetime import date

from awards.rows.rules.days import years_in
from awards.rows.rules.fields import Field
from emulation.core.text import accent_key, search_key

PARTS = ("ngay", "thang", "nam")
LAST_BIRTH_YEAR, MOST = 2010, 0.6
DIGITS = re.compile(r"\d{1,2}")
YEAR = re.compile(r"(?:19|20)\d\d")


def births_in(headings: Sequence[str], body: Sequence[Sequence]) -> dict[int, str | None]:
    """Columns headed so and nothing more; None of a column of the sexes that holds no births and says nothing."""
    keys = [search_key(heading) for heading in headings]
    found: dict[int, str | None] = {}
    for place, key in enumerate(keys):
        parts = range(place, place + len(PARTS))
        if tuple(keys[place : parts.stop]) == PARTS and _hold_births(body, parts[-1:]):
            found |= dict.fromkeys(parts, Field.BIRTH)
        elif key == "nam" and accent_key(headings[place]) == "nam" and keys[place + 1 : place + 2] == ["nu"]:
            sexes = (place, place + 1)
            found |= dict.fromkeys(sexes, Field.BIRTH if _hold_births(body, sexes) else None)
    return found


def birth_of_parts(cells: Sequence, places: Collection[int]) -> str:
    """ "5/3/1980" of the day, the month and the year in columns of their own, "" where they are none of these."""
    parts = [str(cells[place]) for place in places if place < len(cells) and cells[place]]
    if len(places) != len(PARTS) or len(parts) < len(PARTS) or not YEAR.fullmatch(parts[-1]):
        return ""
    return "/".join(parts) if all(map(DIGITS.fullmatch, parts[:-1])) else ""


def _hold_births(body: Sequence[Sequence], places: Collection[int]) -> bool:
    cells = [row[place] for row in body for place in places if place < len(row) and row[place]]
    return bool(cells) and sum(map(_is_a_birth, cells)) >= len(cells) * MOST


def _is_a_birth(cell: date | str) -> bool:
    years = [cell.year] if isinstance(cell, date) else years_in(cell)
    return len(years) == 1 and years[0] <= LAST_BIRTH_YEAR
