"""What a commitment leaves vague. Warnings only: they never hinder. Pure."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from clusters.indicators.rules.one_thing import says_two_things


class Vagueness(StrEnum):
    NO_MEASURE = "no_measure"
    NO_UNIT = "no_unit"
    NO_SOURCE = "no_source"
    NO_CHECK_DATE = "no_check_date"
    CHECKED_OUTSIDE_THE_YEAR = "checked_outside_the_year"
    TWO_THINGS = "two_things"


@dataclass(frozen=True)
class PastPromise:
    text: str
    measure: str = ""
    unit: str = ""
    source: str = ""
    checked_on: date | None = None


def vaguenesses(promise: PastPromise, *, year: int) -> tuple[Vagueness, ...]:
    """In a fixed order. The check belongs into the year, or into the first quarter after it, when it is reviewed."""
    found = []
    if not promise.measure.strip():
        found.append(Vagueness.NO_MEASURE)
    if not promise.unit.strip():
        found.append(Vagueness.NO_UNIT)
    if not promise.source.strip():
        found.append(Vagueness.NO_SOURCE)
    if promise.checked_on is None:
        found.append(Vagueness.NO_CHECK_DATE)
    elif not date(year, 1, 1) <= promise.checked_on < date(year + 1, 4, 1):
        found.append(Vagueness.CHECKED_OUTSIDE_THE_YEAR)
    if says_two_things(promise.text):
        found.append(Vagueness.TWO_THINGS)
    return tuple(found)
