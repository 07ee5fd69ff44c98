"""Days as Vietnamese offices write them. Pure."""

import re
from datetime import date, datetime

from emulation.core.text import squash

CLOCK = r"(?:[T ]\d{1,2}:\d{2}.*)?"
DAY_FIRST = re.compile(rf"(\d{{1,2}}) ?([/.\-]) ?(\d{{1,2}}) ?\2 ?(\d{{4}}){CLOCK}", re.ASCII)
YEAR_FIRST = re.compile(rf"(\d{{4}})(-)(\d{{1,2}})-(\d{{1,2}}){CLOCK}", re.ASCII)
IN_WORDS = re.compile(r"(?:ngày )?(\d{1,2}) (tháng) (\d{1,2}) năm (\d{4})", re.ASCII | re.IGNORECASE)
FIRST_DAY, LAST_DAY = date(1800, 1, 1), date(2199, 12, 31)
ONLY_A_YEAR = re.compile(r"(?:năm )?((?:1[89]|20|21)\d\d)(?:\.0)?", re.ASCII | re.IGNORECASE)


class DateError(ValueError):
    """`reason`: not_a_date, out_of_range or only_a_year (then `year` is set); `seen`: what was written."""

    def __init__(self, reason: str, seen: str, year: int | None = None):
        super().__init__(f"{reason}: {seen!r}")
        self.reason = reason
        self.seen = seen
        self.year = year


def parse_date(value: date | datetime | str | int | float) -> date:
    """Day first: "5/3/1975", "05-03-1975", "05.03.1975", "ngày 05 tháng 3 năm 1975"; also "1975-03-05" and dates.

    The time behind a day, as spreadsheets write it, is dropped. A bare number is never taken for a day, nor is any day
    before 1800 or after 2199, whose neighbours a calendar may not have.
    """
    if isinstance(value, date):
        return _bounded(value.date() if isinstance(value, datetime) else value, format_date(value))
    written = squash(str(value))
    if year := ONLY_A_YEAR.fullmatch(written):
        raise DateError("only_a_year", written, int(year[1]))
    for pattern, order in ((DAY_FIRST, (4, 3, 1)), (YEAR_FIRST, (1, 3, 4)), (IN_WORDS, (4, 3, 1))):
        match = pattern.fullmatch(written)
        if match:
            try:
                found = date(*(int(match[place]) for place in order))
            except ValueError:
                break
            return _bounded(found, written)
    raise DateError("not_a_date", written)


def _bounded(day: date, written: str) -> date:
    if not FIRST_DAY <= day <= LAST_DAY:
        raise DateError("out_of_range", written)
    return day


def format_date(day: date) -> str:
    """05/12/2025, as on every screen, in lists and in files to be read by machines."""
    return f"{day.day:02d}/{day.month:02d}/{day.year:04d}"


def format_document_date(day: date) -> str:
    """07/8/2023, as inside a report: the day always in two digits, of the months only January and February."""
    return f"{day.day:02d}/{_month(day.month)}/{day.year:04d}"


def format_long_date(day: date) -> str:
    """ngày 04 tháng 8 năm 2023 (Decree 30/2020/NĐ-CP, Appendix I: days under 10, months 1 and 2 take a zero)."""
    return f"ngày {day.day:02d} tháng {_month(day.month)} năm {day.year:04d}"


def _month(month: int) -> str:
    return f"{month:02d}" if month < 3 else str(month)
