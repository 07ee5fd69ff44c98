"""Cells merged over several rows say the same of each of them; readers find it in the first row only."""

from collections.abc import Collection

from emulation.core.intake.sheets import Sheet, is_filled

MOST_COVERED = 3_000_000


def fill_merged(sheet: Sheet, first: int, end: int, places: Collection[int]) -> None:
    """Changes the rows from `first` to before `end` in place, in the columns at `places`. A row that says nothing
    itself in any of them stays blank: merging only made it higher."""
    merged = [
        (top, min(last, end - 1), place)
        for (top, place), (last, _right) in sheet.merged
        if last > top >= first and top < end and place in places
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
