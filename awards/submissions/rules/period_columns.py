"""Which columns of a list of proposals say from when until when was achieved, and what a row says there. Pure."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from awards.lists.rules.table import ListHeading
from emulation.core.dates import DateError, parse_date
from emulation.core.text import search_key

FIRST = re.compile(r"^(?:thoi gian )?(?:dat )?thanh tich,? tu ngay$")
LAST = re.compile(r"^(?:(?:thoi gian )?(?:dat )?thanh tich,? )?den ngay$")


@dataclass(frozen=True)
class PeriodSaid:
    """`wrong`: what stands there and is no day."""

    first: date
    last: date
    wrong: str = ""


def period_places(headings: Iterable[ListHeading]) -> tuple[int | None, int | None]:
    """Of the first day and of the last one; a last day alone says nothing of an achievement."""
    keys = {search_key(heading.text): heading.place for heading in reversed(list(headings))}
    first = next((place for key, place in keys.items() if FIRST.match(key)), None)
    last = next((place for key, place in keys.items() if LAST.match(key)), None)
    return first, None if first is None else last


def period_said(first: date | str, last: date | str, *, year: int) -> PeriodSaid:
    """What a row does not say is filled up to whole years, `year` where it says neither day."""
    try:
        begins, ends = (parse_date(said) if said else None for said in (first, last))
    except DateError as error:
        return PeriodSaid(date(year, 1, 1), date(year, 12, 31), error.seen)
    begins = begins or date(ends.year if ends else year, 1, 1)
    return PeriodSaid(begins, ends or date(begins.year, 12, 31))
