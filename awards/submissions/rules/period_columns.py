"""Which columns of a list of proposals say from when until when was achieved, and what a row says there. Pure."""

import calendar
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from awards.lists.rules.columns import meaning_of
from awards.lists.rules.table import ListHeading, ListTable
from awards.rows.rules.fields import Field, Meanings
from emulation.core.dates import DateError, format_date, parse_date
from emulation.core.text import search_key, squash

OF_WHAT = r"(?:(?:thoi gian|giai doan) )?(?:(?:lap|dat|dat duoc|tinh|xet) )?(?:thanh tich )?(?:(?:dat duoc|tinh) )?"
UNIT = r"(?:ngay(?: thang(?: nam)?)?|thang(?: nam)?|nam)"
FORM = r"(?: (?:dd|mm|yyyy|d|m|y|nam|thang))*"
FIRST = re.compile(rf"{OF_WHAT}(?:bat dau )?tu(?: {UNIT}{FORM})?|(?:{UNIT}|thoi gian) bat dau")
LAST = re.compile(rf"{OF_WHAT}(?:ket thuc )?den(?: het)?(?: {UNIT}{FORM})?|(?:{UNIT}|thoi gian) ket thuc")
WHOLE = re.compile(
    r"(?:thoi gian|giai doan)(?: (?:lap|dat|dat duoc|tinh|xet))?(?: thanh tich)?"
    rf"(?: tu(?: {UNIT})? den(?: {UNIT})?)?{FORM}"
)
SPEAKS_OF_IT = re.compile(
    r"(?!.*\b(?:nop|bao cao)\b)"
    r"(?:(?:thoi gian|giai doan)\b.*\bthanh tich\b.*"
    r"|.*\bthanh tich\b.*\b(?:thoi gian|giai doan|(?:tu|den) (?:ngay|thang|nam))\b.*)"
)
PARTED = re.compile(r"\s*(?:\bđến(?: hết)?\b|[–—]|(?<=\d{4})-(?=\s?\d)|\s-\s)\s*", re.IGNORECASE)
LED_BY = re.compile(r"^(?:từ|giai đoạn)\s+", re.IGNORECASE)
A_YEAR = re.compile(r"(?:năm )?((?:19|20)\d\d)(?:\.0)?", re.IGNORECASE)
A_MONTH = re.compile(r"(?:tháng )?(\d{1,2})(?: ?[/.-] ?| năm )((?:19|20)\d\d)", re.IGNORECASE)
Span = tuple[date, date]


@dataclass(frozen=True)
class PeriodSaid:
    """`wrong`: what stands there and is no day, month or year; `unread`: headings of a time that nobody reads."""

    first: date
    last: date
    wrong: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()

    @property
    def is_sound(self) -> bool:
        return not self.wrong and not self.unread and self.first <= self.last


@dataclass(frozen=True)
class PeriodColumns:
    """`whole`: a column that says both ends, as “2018–2022”, where no other says one; `unread`: other headings that
    speak of the time. `last_heading`: a day beneath “Đến tháng” is the month, beneath “Đến năm” the year."""

    first: int | None = None
    last: int | None = None
    whole: int | None = None
    last_heading: str = ""
    unread: tuple[ListHeading, ...] = ()

    @property
    def places(self) -> tuple[int, ...]:
        return tuple(place for place in (self.first, self.last, self.whole) if place is not None)


def period_columns(headings: Iterable[ListHeading]) -> PeriodColumns:
    """The first of each kind."""
    keys = [(heading, search_key(heading.text)) for heading in headings]
    first, last, whole = (
        next((heading for heading, key in keys if form.fullmatch(key)), None) for form in (FIRST, LAST, WHOLE)
    )
    if first or last:
        whole = None
    unread = (
        heading
        for heading, key in keys
        if heading not in (first, last, whole)
        and heading.samples
        and any(form.fullmatch(key) for form in (FIRST, LAST, WHOLE, SPEAKS_OF_IT))
    )
    return PeriodColumns(
        first=first.place if first else None,
        last=last.place if last else None,
        whole=whole.place if whole else None,
        last_heading=search_key(last.text) if last else "",
        unread=tuple(unread),
    )


def period_said(columns: PeriodColumns, cells: Sequence, *, year: int) -> PeriodSaid:
    """What a row does not say is filled up to whole years, `year` where it says neither end."""
    first, last, whole = (
        cells[place] if place is not None and place < len(cells) else ""
        for place in (columns.first, columns.last, columns.whole)
    )
    unread = tuple(heading.text for heading in columns.unread)
    if whole:
        found = _whole(whole)
        if found is None:
            return PeriodSaid(date(year, 1, 1), date(year, 12, 31), (_shown(whole),), unread)
        return PeriodSaid(*found, unread=unread)
    begun, ended = (_span(said) if said else None for said in (first, last))
    wrong = tuple(_shown(said) for said, span in ((first, begun), (last, ended)) if said and span is None)
    if wrong:
        return PeriodSaid(date(year, 1, 1), date(year, 12, 31), wrong, unread)
    ends = ended[1] if ended else None
    if ends is not None and isinstance(last, date):
        ends = _filled(ends, columns.last_heading)
    begins = begun[0] if begun else date(ends.year if ends else year, 1, 1)
    return PeriodSaid(begins, ends or date(begins.year, 12, 31), unread=unread)


def meanings_beside(table: ListTable) -> Meanings:
    """What a list of honours takes its columns for, without guesses that a list of proposals has no use for: the time
    of the achievement, a day of a decision that no heading calls so, a second birth beside one with its heading."""
    period = period_columns(table.headings).places
    headed = {heading.place: meaning_of(heading.text)[0] for heading in table.headings}
    says_birth = Field.BIRTH in headed.values()
    kept = {}
    for place, meaning in table.meanings.of.items():
        is_guessed = headed.get(place) != meaning
        if place in period or (is_guessed and meaning == Field.DECISION_DATE):
            continue
        if is_guessed and meaning == Field.BIRTH and says_birth:
            continue
        kept[place] = meaning
    return Meanings(kept)


def _whole(said: date | str) -> Span | None:
    """Of one cell; a day alone is no time."""
    if isinstance(said, date):
        return None
    parts = PARTED.split(LED_BY.sub("", squash(said)))
    if len(parts) == 1:
        span = _span(said)
        return span if span is not None and span[0] < span[1] else None
    begun, ended = _span(parts[0]), _span(parts[-1])
    return (begun[0], ended[1]) if len(parts) == 2 and begun and ended else None


def _shown(said: date | str) -> str:
    return format_date(said) if isinstance(said, date) else squash(str(said))


def _span(said: date | str) -> Span | None:
    text = "" if isinstance(said, date) else squash(str(said))
    if found := A_YEAR.fullmatch(text):
        return date(int(found[1]), 1, 1), date(int(found[1]), 12, 31)
    if (found := A_MONTH.fullmatch(text)) and 1 <= int(found[1]) <= 12:
        first = date(int(found[2]), int(found[1]), 1)
        return first, _filled(first, "thang")
    try:
        day = parse_date(said)
    except DateError:
        return None
    return day, day


def _filled(day: date, heading: str) -> date:
    words = heading.split()
    if "ngay" in words:
        return day
    if "thang" in words:
        return day.replace(day=calendar.monthrange(day.year, day.month)[1])
    return date(day.year, 12, 31) if "nam" in words else day
