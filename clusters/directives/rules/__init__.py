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
BEHIND_A_NUMBER = re.compile(r"\d[^\s,;()]*\s*,?\s+(?:(?:ký|đề|ban hành)\s+)?ngày\s+$", re.I)
NOT_OF_SIGNING = re.compile(
    r"kỷ niệm"
    r"|(?:hiệu lực|thi hành|áp dụng|thực hiện|từ|đến|tới|hết|trước|sau)(?:\s+(?:thi hành|kể|từ|hết|ngày))*\s*:?\s*$"
    r"|(?:điểm|khoản|mục|điều|phần|chương|phụ lục)\s+(?:số\s+)?$"
    r"|\d\s*[-–—]\s*$",
    re.I,
)
LATEST_IN_SHORT = 69
YEAR_IN_NUMBER = re.compile(r"(?<![\d/])\d+\s*/\s*(?P<year>(?:19|20)\d{2})\s*/\s*[^\W\d_]")


def bases_of(text: str) -> tuple[str, ...]:
    """One a line; empty lines are none."""
    return tuple(line for line in (" ".join(each.split()) for each in text.splitlines()) if line)


def signing_days(basis: str) -> list[date]:
    """The days on which a basis says it was signed, as "16/7/2021", "16/7/21", "16 tháng 7 năm 2021": each that stands
    as "ngày …" right behind a number, else the first that is named. Not from or until when it is in force, no
    anniversary, no point of a list. A law named by its year alone names none."""
    named = [(behind, day) for _place, behind, day in sorted(_days_in(basis))]
    return [day for behind, day in named if behind] or [day for _behind, day in named[:1]]


def _days_in(basis: str) -> Iterator[tuple[int, bool, date]]:
    """(where it stands, whether right behind a number, the day)"""
    for found in (met for form in NAMED_DAYS for met in form.finditer(basis)):
        before = basis[: found.start()]
        is_behind = BEHIND_A_NUMBER.search(before) is not None
        if not is_behind and NOT_OF_SIGNING.search(before):
            continue
        year = int(found["year"])
        if year < 100:
            year += 2000 if year <= LATEST_IN_SHORT else 1900
        try:
            yield found.start(), is_behind, date(year, int(found["month"]), int(found["day"]))
        except ValueError:
            continue


def numbered_later(bases: tuple[str, ...], dated: date) -> list[str]:
    """The bases whose number bears a later year than that of the directive, as 01/2024/TT-BNV does."""
    return [basis for basis in bases if any(int(each["year"]) > dated.year for each in YEAR_IN_NUMBER.finditer(basis))]


def signed_later(bases: tuple[str, ...], dated: date) -> list[tuple[str, date]]:
    """The bases signed after the day of the directive, each with the latest day it names so."""
    found = ((basis, max(signing_days(basis), default=dated)) for basis in bases)
    return [(basis, day) for basis, day in found if day > dated]
