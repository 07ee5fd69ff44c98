"""Days as Vietnamese offices write them. Pure."""

import re
from datetime import date, datetime

DAY_FIRST = re.compile(r"(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{4})")
ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})([T ].*)?")
IN_WORDS = re.compile(r"(?:ngày\s*)?(\d{1,2})\s*tháng\s*(\d{1,2})\s*năm\s*(\d{4})", re.IGNORECASE)


class DateError(ValueError):
    """`reason`: not_a_date or only_a_year; `seen`: what was written."""

    def __init__(self, reason: str, seen: str):
        super().__init__(f"{reason}: {seen!r}")
        self.reason = reason
        self.seen = seen


def parse_date(value) -> date:
    """Day first: "5/3/1975", "05-03-1975", "05.03.1975", "ngày 05 tháng 3 năm 1975"; also "1975-03-05" and dates."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    written = str(value).strip()
    if re.fullmatch(r"(1[89]|20|21)\d\d(\.0)?", written):
        raise DateError("only_a_year", written)
    for pattern, order in ((DAY_FIRST, (3, 2, 1)), (ISO, (1, 2, 3)), (IN_WORDS, (3, 2, 1))):
        match = pattern.fullmatch(written)
        if match:
            try:
                return date(*(int(match[place]) for place in order))
            except ValueError:
                break
    raise DateError("not_a_date", written)


def format_date(day: date) -> str:
    """05/12/2025"""
    return f"{day:%d/%m/%Y}"


def format_document_date(day: date) -> str:
    """07/8/2023: the day always in two digits, of the months only January and February."""
    return f"{day.day:02d}/{_month(day.month)}/{day.year}"


def format_long_date(day: date) -> str:
    """ngày 04 tháng 8 năm 2023 (Decree 30/2020/NĐ-CP, Appendix I: days under 10, months 1 and 2 take a zero)."""
    return f"ngày {day.day:02d} tháng {_month(day.month)} năm {day.year}"


def _month(month: int) -> str:
    return f"{month:02d}" if month < 3 else str(month)
