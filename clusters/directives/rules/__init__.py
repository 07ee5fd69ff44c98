"""What a directive is, and whether its legal bases can be its own: none is signed after the directive itself. Pure."""

import re
from collections.abc import Iterator
from datetime import date
from enum import StrEnum


class DirectiveKind(StrEnum):
    """What the paper is called: chỉ thị, kế hoạch, or another paper of the same kind."""

    DIRECTIVE = "directive"
    PLAN = "plan"
    OTHER = "other"


NAMED_DAYS = (
    re.compile(r"(?<!\d)(?P<day>\d{1,2})\s*[/.-]\s*(?P<month>\d{1,2})\s*[/.-]\s*(?P<year>\d{4}|\d{2})(?!\d)"),
    re.compile(r"(?<!\d)(?P<day>\d{1,2})\s+tháng\s+(?P<month>\d{1,2})\s+năm\s+(?P<year>\d{4})(?!\d)", re.I),
    re.compile(r"(?<!\d)(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?!\d)"),
)
NOT_OF_SIGNING = re.compile(r"(?:hiệu lực|thi hành|áp dụng|đến)(?:\s+(?:thi hành|kể|từ|hết|ngày))*\s*$", re.I)
LATEST_IN_SHORT = 69


def bases_of(text: str) -> tuple[str, ...]:
    """One a line; empty lines are none."""
    return tuple(line for line in (" ".join(each.split()) for each in text.splitlines()) if line)


def days_named(basis: str) -> Iterator[date]:
    """The days of the calendar on which a basis says it was signed, as "ngày 16/7/2021", "16/7/21", "16 tháng 7 năm
    2021"; not from or until when it is in force. A law named by its year alone names none."""
    for found in (met for form in NAMED_DAYS for met in form.finditer(basis)):
        if NOT_OF_SIGNING.search(basis[: found.start()]):
            continue
        year = int(found["year"])
        if year < 100:
            year += 2000 if year <= LATEST_IN_SHORT else 1900
        try:
            yield date(year, int(found["month"]), int(found["day"]))
        except ValueError:
            continue


def signed_later(bases: tuple[str, ...], dated: date) -> list[tuple[str, date]]:
    """The bases that name a day after that of the directive, each with the latest it names."""
    found = ((basis, max(days_named(basis), default=dated)) for basis in bases)
    return [(basis, day) for basis, day in found if day > dated]
