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
    wrong: tuple[str, ...] = ()

    @property
    def is_sound(self) -> bool:
        return not self.wrong and self.first <= self.last


def period_places(headings: Iterable[ListHeading]) -> tuple[int | None, int | None]:
    """Of the first day and of the last one; a last day alone says nothing of an achievement."""
    keys = {search_key(heading.text): heading.place for heading in reversed(list(headings))}
    first = next((place for key, place in keys.items() if FIRST.match(key)), None)
    last = next((place for key, place in keys.items() if LAST.match(key)), None)
    return first, None if first is None else last


def period_said(first: date | str, last: date | str, *, year: int) -> PeriodSaid:
    """What a row does not say is filled up to whole years, `year` where it says neither day."""
    days: list[date | None] = []
    wrong: list[str] = []
    for said in (first, last):
        try:
            days.append(parse_date(said) if said else None)
        except DateError as error:
            wrong.append(error.seen)
    if wrong:
        return PeriodSaid(date(year, 1, 1), date(year, 12, 31), tuple(wrong))
    begins, ends = days
    begins = begins or date(ends.year if ends else year, 1, 1)
    return PeriodSaid(begins, ends or date(begins.year, 12, 31))
