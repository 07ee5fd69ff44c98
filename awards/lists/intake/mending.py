"""The workbook of refused rows: what marks its own columns, so that it is read again without them."""

import re
from collections.abc import Iterable

from awards.lists.models.batch import HonourBatch
from awards.lists.rules.table import ListHeading

PROBLEMS = "Cần sửa"
ROW_OF = "Dòng trong danh sách số {number}"
NUMBERED = re.compile(r"Dòng trong danh sách số (\d{1,18})")


def own_headings(headings: Iterable[ListHeading]) -> tuple[ListHeading, ...]:
    """Those of the office's own columns."""
    return tuple(heading for heading in headings if not is_ours(heading.text))


def is_ours(heading: str) -> bool:
    return heading == PROBLEMS or bool(NUMBERED.fullmatch(heading))


def mended_from(headings: Iterable[ListHeading], organisation_id: int) -> HonourBatch | None:
    """The list whose refused rows these are, if the office has it."""
    found = [int(match[1]) for heading in headings if (match := NUMBERED.fullmatch(heading.text))]
    return HonourBatch.objects.filter(pk__in=found[:1], organisation_id=organisation_id).first()


def without_ours(rows: list[list], headings: Iterable[ListHeading]) -> None:
    """Empties our own columns in place, so that no row is judged by what we wrote beside it."""
    places = [heading.place for heading in headings if is_ours(heading.text)]
    for row in rows if places else ():
        for place in places:
            if place < len(row):
                row[place] = ""
