"""Cells merged over several rows say the same of each of them; readers find it in the first row only."""

from awards.lists.rules.columns import NOTHING, Guess
from emulation.core.intake.sheets import Sheet, is_filled

MOST_COVERED = 3_000_000


def fill_merged(sheet: Sheet, reading: Guess) -> None:
    """Changes the rows in place. A row that says nothing itself stays blank: merging only made it higher."""
    places = {column.place for column in reading.columns if column.meaning not in (None, NOTHING)}
    merged = [
        (top, last, place)
        for (top, place), (last, _right) in sheet.merged
        if last > top >= reading.first and place in places
    ]
    if sum(last - top for top, last, _place in merged) > MOST_COVERED:  # merged areas never overlap: no list's
        return
    covered = {number for top, last, _place in merged for number in range(top + 1, min(last + 1, len(sheet.rows)))}
    says = {
        number
        for number in covered
        if any(is_filled(sheet.rows[number][place]) for place in places if place < len(sheet.rows[number]))
    }
    for top, last, place in merged:
        for number in range(top + 1, min(last + 1, len(sheet.rows))):
            row = sheet.rows[number]
            if number in says and place < len(row) and not is_filled(row[place]):
                row[place] = sheet.rows[top][place]
