"""Births, decisions and years of achievements: what a cell says, and what cannot be. Pure."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import NamedTuple

from awards.catalogue.rules.terms import Way
from awards.rows.rules.reading import CheckedRow, RowTrouble
from emulation.core.dates import DateError, format_date, parse_date
from emulation.core.text import accent_key

SERIAL = re.compile(r"[2-6]\d{4}")
SERIAL_START = date(1899, 12, 30)
YEARS_AS_SERIALS = range(1900, 2101)
YEARS = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)", re.ASCII)
SPAN = re.compile(r"(?:19|20)\d\d\s*(?:[-–—/]|đến|tới)\s*(?:hết\s+)?(?:năm\s+)?(?:19|20)\d\d", re.IGNORECASE)
SPAN_IN_SHORT = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*[-–—/]\s*(\d\d)(?!\d)", re.ASCII)
OF_SCHOOL = re.compile("h[oọ]c|ni[eê]n kh", re.IGNORECASE)
MONTHS = 12
MONTH_AND_YEAR = re.compile(r"(?:tháng )?(?:0?[1-9]|1[0-2]) ?[/.-] ?((?:1[89]|20)\d\d)", re.ASCII | re.IGNORECASE)
NO_YEAR = re.compile(r"[-–−]\s*\d{4}|\d{4}[.,]\d*[1-9]\d*", re.ASCII)
BORN = re.compile(
    r"(?:sinh (?:vào )?(?:ngày|năm)|(?:ngày|năm) sinh|sinh|sn)(?: vào)? ?[:,.]? ?(?=[\d?.…])", re.IGNORECASE
)
STEMS = ["giáp", "ất", "bính", "đinh", "mậu", "kỷ", "canh", "tân", "nhâm", "quý"]
BRANCHES = ["tý", "sửu", "dần", "mão", "thìn", "tỵ", "ngọ", "mùi", "thân", "dậu", "tuất", "hợi"]
SPELLED_ALSO = {"kỉ": "kỷ", "quí": "quý", "tí": "tý", "mẹo": "mão", "tị": "tỵ", "vị": "mùi"}
LUNAR = r"(?:năm |tuổi )*(?:giáp|ất|bính|đinh|mậu|k[ỷỉ]|canh|tân|nhâm|qu[ýí]) \w+"
LUNAR_YEAR = re.compile(LUNAR, re.IGNORECASE)
YEAR_OF_STEM = 4
AROUND_A_DAY = " ,;.()"
AROUND_A_BIRTH = " ,;.()-–"
FIRST_DECISION = date(1945, 9, 2)
FIRST_ACHIEVEMENT = 1925
OLDEST_BIRTH = 1850
YOUNGEST, USUAL_YOUNGEST, USUAL_OLDEST = 5, 15, 105
LONGEST_WAIT = 10
DECISION_TROUBLES = {
    "not_a_date": RowTrouble.DATE_NOT_A_DATE,
    "out_of_range": RowTrouble.DATE_NOT_A_DATE,
    "only_a_year": RowTrouble.DATE_ONLY_A_YEAR,
    "which_day": RowTrouble.DATE_WHICH_DAY,
}
SOON_AFTER = frozenset({Way.REGULAR, Way.THEMATIC, Way.UNSCHEDULED})


class DayRead(NamedTuple):
    """What a cell says of a day: the day, or of a birth only its year; else, or besides, what is wrong."""

    day: date | None = None
    year: int | None = None
    trouble: RowTrouble | None = None
    seen: str = ""
    detail: str = ""


def decision_in(cell: date | str) -> DayRead:
    """What cannot be is not told yet."""
    if year := year_in_day(cell):
        return DayRead(trouble=RowTrouble.DATE_ONLY_A_YEAR, seen=str(year))
    try:
        return DayRead(_day_of(cell))
    except DateError as error:
        bare = cell.strip(AROUND_A_DAY) if isinstance(cell, str) else cell
        if bare and bare != cell:
            return decision_in(bare)
        return DayRead(trouble=DECISION_TROUBLES[error.reason], seen=error.seen)


def birth_in(cell: date | str, *, by: date) -> DayRead:
    """Of somebody who was honoured on the day `by`."""
    read = _birth_in(cell, by)
    bare = said_of_birth(cell) if read.trouble is RowTrouble.BIRTH_NOT_A_DATE and isinstance(cell, str) else cell
    if bare == cell:
        return read
    again = _birth_in(bare, by)
    return read if again.trouble is RowTrouble.BIRTH_NOT_A_DATE else again._replace(seen=read.seen)


def said_of_birth(text: str) -> str:
    """“Sinh năm 1985”, “1985 (Ất Sửu)” without the words. The lunar year must be that of the year, or the one before,
    in which those are born who are born before Tết; a text with another is left as it is."""
    bare = BORN.sub("", text, count=1)
    if named := LUNAR_YEAR.search(bare):
        years = years_in(bare)
        if len(years) != 1 or _lunar(named[0]) not in (_lunar_of(years[0]), _lunar_of(years[0] - 1)):
            return text
        bare = bare[: named.start()] + bare[named.end() :]
    return bare.strip(AROUND_A_BIRTH)


def says_a_birth(text: str) -> bool:
    """In words beside the day or the year."""
    return text != (bare := said_of_birth(text)) and _birth_in(bare, date.max).year is not None


def _lunar(named: str) -> tuple[str, ...]:
    return tuple(SPELLED_ALSO.get(key, key) for key in accent_key(named).split()[-2:])


def _lunar_of(year: int) -> tuple[str, ...]:
    since = year - YEAR_OF_STEM
    return STEMS[since % len(STEMS)], BRANCHES[since % len(BRANCHES)]


def _birth_in(cell: date | str, by: date) -> DayRead:
    seen = format_date(cell) if isinstance(cell, date) else cell
    if year := year_in_day(cell):
        return DayRead(trouble=RowTrouble.BIRTH_YEAR_AS_DAY, seen=seen, detail=str(year))
    birth = None
    try:
        birth = _day_of(cell)
        year = birth.year
    except DateError as error:
        if error.year is None:
            month = MONTH_AND_YEAR.fullmatch(error.seen)
            if month is None:
                which = error.reason == "which_day"
                trouble = RowTrouble.DATE_WHICH_DAY if which else RowTrouble.BIRTH_NOT_A_DATE
                return DayRead(trouble=trouble, seen=error.seen)
            year = int(month[1])
        else:
            year = error.year
    if year < OLDEST_BIRTH or (birth >= by if birth else year > by.year):
        return DayRead(trouble=RowTrouble.BIRTH_IMPOSSIBLE, seen=seen)
    age = by.year - year - (1 if birth and (birth.month, birth.day) > (by.month, by.day) else 0)
    if age < YOUNGEST:
        return DayRead(trouble=RowTrouble.BIRTH_TOO_LATE, seen=seen, detail=str(YOUNGEST))
    usual = USUAL_YOUNGEST <= age <= USUAL_OLDEST
    return DayRead(birth, year, None if usual else RowTrouble.BIRTH_UNLIKELY, seen, str(age))


def _day_of(cell: date | str) -> date:
    """Five digits are a day as spreadsheets count them."""
    if isinstance(cell, str) and SERIAL.fullmatch(cell):
        return SERIAL_START + timedelta(days=int(cell))
    return parse_date(cell)


def year_in_day(cell: date | str) -> int | None:
    """A bare year in a cell that shows days: 1985 stands there as 07/06/1905. Only a cell can be that, no text."""
    if not isinstance(cell, date) or isinstance(cell, datetime):
        return None
    serial = (cell - SERIAL_START).days
    return serial if serial in YEARS_AS_SERIALS else None


@dataclass(frozen=True)
class YearRead:
    """What a cell says of the year of an achievement: a school year or a span is its last year, and that is told."""

    year: int | None = None
    trouble: RowTrouble | None = None
    detail: str = ""


def achievement_in(cell: date | str) -> YearRead:
    """Of a filled cell. Several years that are no span ("2021, 2022") are asked, not guessed, and so is what may be two
    years or a month of one ("2010-11")."""
    if year := year_in_day(cell):
        return YearRead(year, RowTrouble.YEAR_AS_DAY, str(year))
    text = format_date(cell) if isinstance(cell, date) else cell
    if NO_YEAR.fullmatch(text):
        return YearRead(trouble=RowTrouble.YEAR_UNKNOWN)
    found = list(dict.fromkeys(years_in(text)))
    short = SPAN_IN_SHORT.search(text)
    if len(found) == 1 and short and (last := _end_of_span(found[0], int(short[2]))):
        if 0 < int(short[2]) <= MONTHS and not OF_SCHOOL.search(text):
            return YearRead(trouble=RowTrouble.YEAR_OR_MONTH, detail=f"{found[0]}–{last}")
        return YearRead(last, RowTrouble.YEAR_OF_SPAN, str(last))
    if len(found) < 2:
        return YearRead(found[0]) if found else YearRead(trouble=RowTrouble.YEAR_UNKNOWN)
    span = SPAN.search(text)
    if len(found) == 2 and span and found[0] < found[1]:
        return YearRead(found[1], RowTrouble.YEAR_OF_SPAN, str(found[1]))
    return YearRead(trouble=RowTrouble.YEAR_SEVERAL)


def _end_of_span(first: int, end: int) -> int | None:
    """2022 of "2021-22", 2000 of "1999-00"; None where the two digits come before the year."""
    if first % 100 == 99 and not end:
        return first + 1
    return first - first % 100 + end if end > first % 100 else None


def one_year_in(text: str) -> str:
    """The year, or the span of years, that a heading names; "" where it names none, or cannot be told."""
    read = achievement_in(text)
    if read.trouble is RowTrouble.YEAR_OF_SPAN:
        return f"{years_in(text)[0]}-{read.year}"
    return "" if read.year is None else str(read.year)


def years_in(text: str) -> list[int]:
    return [int(year) for year in YEARS.findall(text)]


def achievement_trouble(row: CheckedRow) -> tuple[RowTrouble, str] | None:
    """Of a row whose day, way and birth were read."""
    year, decided = row.achievement_year, row.decision_date
    if year is None:
        return None
    if decided and year > decided.year:
        return RowTrouble.YEAR_AFTER_DECISION, str(decided.year)
    if year < FIRST_ACHIEVEMENT:
        return RowTrouble.YEAR_TOO_EARLY, str(FIRST_ACHIEVEMENT)
    if row.birth_year and year < row.birth_year + YOUNGEST:
        return RowTrouble.YEAR_BEFORE_BIRTH, str(row.birth_year)
    if decided and row.way in SOON_AFTER and decided.year - year > LONGEST_WAIT:
        return RowTrouble.YEAR_LONG_AGO, str(decided.year - year)
    return None
