"""To which reports a conference belongs. Pure."""

from datetime import date

from clusters.conferences.rules.terms import ConferenceKind
from clusters.membership.rules.half_years import WHOLE_YEAR
from emulation.core.period import Period

CLOSES = {ConferenceKind.MID_YEAR: 1, ConferenceKind.YEAR_END: 2}


def belongs_to(
    year: int, half: int, during: Period, *, kind: ConferenceKind, of: int, signs: int | None, held_on: date
) -> bool:
    """Whether the report of `half` of `year`, which counts the days `during`, tells of a conference of the year `of`.

    One that closes a period belongs to that period and to its year, whenever it is held; to another one only where the
    pact of its year was signed there on one of its days. Any other belongs where its day lies.
    """
    if kind in CLOSES and not (signs == year != of):
        return of == year and half in (CLOSES[kind], WHOLE_YEAR)
    return during.contains(held_on)
