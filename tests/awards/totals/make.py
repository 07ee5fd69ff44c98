"""Builders of declared totals for tests."""

from datetime import date
from decimal import Decimal
from itertools import count

from awards.models import DeclaredTotal, TotalsSource
from awards.totals.actions.said import SaidTotal
from awards.totals.rules.terms import Measure, TotalSubject
from clusters.membership.rules.half_years import Days

_numbers = count(1)
YEAR = 2023
TODAY = date(2023, 7, 10)


def make_source(organisation, **fields):
    fields = {"number": f"{next(_numbers)}/BC-UBND", "day": date(YEAR, 7, 5), **fields}
    return TotalsSource.objects.create(organisation=organisation, **fields)


def make_total(organisation, **fields):
    """5.480 times of all awards in the first half of 2023, in force; a share counts nobody."""
    measure = fields.setdefault("measure", Measure.GIVEN)
    counts = measure in (Measure.GIVEN, Measure.HANDED_OVER)
    fields = {
        "year": YEAR,
        "half": 1,
        "subject": TotalSubject.TIMES if counts else "",
        "count": None if measure == Measure.DIRECT_SHARE else 5480,
        "source": fields.pop("source", None) or make_source(organisation),
        **fields,
    }
    return DeclaredTotal.objects.create(organisation=organisation, **fields)


def said(measure=Measure.GIVEN, value=5480, subject=TotalSubject.TIMES, **fields) -> SaidTotal:
    return SaidTotal(measure=measure, value=Decimal(value), subject=subject, **fields)


def declared(**fields) -> dict:
    """What a deed is given besides the organisation and the actor."""
    return {
        "year": YEAR,
        "half": 1,
        "days": Days.CALENDAR,
        "number": "215/BC-UBND",
        "day": date(YEAR, 7, 5),
        "lines": [(1, said())],
        "on": TODAY,
        **fields,
    }
