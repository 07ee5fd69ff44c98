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


NAMED_DAY = re.compile(r"(?<!\d)(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})(?!\d)")


def bases_of(text: str) -> tuple[str, ...]:
    """One a line; empty lines are none."""
    return tuple(line for line in (" ".join(each.split()) for each in text.splitlines()) if line)


def days_named(basis: str) -> Iterator[date]:
    """The days of the calendar that a basis names, as "ngày 16/7/2021"; a law named by its year alone names none."""
    for day, month, year in NAMED_DAY.findall(basis):
        try:
            yield date(int(year), int(month), int(day))
        except ValueError:
            continue


def signed_later(bases: tuple[str, ...], dated: date) -> list[tuple[str, date]]:
    """The bases that name a day after that of the directive, each with the latest it names."""
    found = ((basis, max(days_named(basis), default=dated)) for basis in bases)
    return [(basis, day) for basis, day in found if day > dated]
