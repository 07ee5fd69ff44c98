"""Words of the floor. Periods are said with their last day counted, as offices say it."""

from collections.abc import Mapping
from datetime import date, timedelta
from enum import StrEnum
from typing import TypeVar

from django.utils.translation import gettext as _

from emulation.core.dates import format_date
from emulation.core.paper import lacking
from emulation.core.period import Period

Term = TypeVar("Term", bound=StrEnum)
WORDS_BEFORE = 4


def last_day(period: Period) -> date | None:
    return None if period.end is None else period.end - timedelta(days=1)


def term(period: Period) -> str:
    first, last = period.start, last_day(period)
    if first is None:
        if last is None:
            return _("without known limits")
        return _("until the end of %(last)s") % {"last": format_date(last)}
    if last is None:
        return _("from %(first)s") % {"first": format_date(first)}
    return _("from %(first)s until the end of %(last)s") % {
        "first": format_date(first),
        "last": format_date(last),
    }


def choices(words: Mapping[Term, str]) -> list[tuple[str, str]]:
    """The words of fixed terms as the choices of a model's field."""
    return [(term.value, label) for term, label in words.items()]


def what_paper_lacks(text: str) -> str:
    """Names the characters of the text that cannot be printed and where the first stands; empty where all can be."""
    signs = lacking(text)
    if not signs:
        return ""
    named = {"signs": ", ".join(f"“{sign}”" for sign in signs)}
    before = " ".join(text[: text.index(signs[0])].split()[-WORDS_BEFORE:])
    if not before:
        return _("Paper cannot hold %(signs)s. Write it in words, or leave it out.") % named
    return _("Paper cannot hold %(signs)s (after “%(before)s”). Write it in words, or leave it out.") % {
        **named,
        "before": before,
    }
