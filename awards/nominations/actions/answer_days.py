"""Until when a consulted body is to answer."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _

from awards.nominations.models.consulting import consulted_named
from awards.nominations.models.nomination import Nomination
from awards.nominations.models.standing import procedure_of, stage_days
from awards.nominations.rules.consulting import days_to_answer
from awards.procedures.models.calendar import CalendarYear
from awards.procedures.rules.terms import Consulted
from awards.procedures.rules.working_days import YearNotEntered
from emulation.core.dates import format_date
from emulation.core.errors import Refusal
from emulation.core.numbers import format_integer

LONGEST_WAIT = timedelta(days=366)


@dataclass(frozen=True)
class AnswerDue:
    """`days`: working days that the procedure gives; None where the desk set the day."""

    day: date
    days: int | None = None
    is_verified: bool = False


def answer_until(nomination: Nomination, kind: Consulted, *, until: date | None, on: date) -> AnswerDue:
    """The day that the desk sets, else so many working days after `on` as the procedure gives. A day before the one of
    checked days is refused, and so is none at all where none can be reckoned."""
    procedure = procedure_of(nomination, on=on).procedure
    asked = days_to_answer(kind, consulted_named(procedure), stage_days(procedure))
    if until is not None and until < on:
        raise Refusal(_("The last day %(day)s lies before today.") % {"day": format_date(until)}, field="until")
    if until is not None and until > on + LONGEST_WAIT:
        raise Refusal(
            _("The last day %(day)s lies more than a year ahead. Look at the year again.")
            % {"day": format_date(until)},
            field="until",
        )
    if asked is None:
        if until is None:
            raise Refusal(
                _("The procedure gives no number of days to answer. Give the last day yourself."), field="until"
            )
        return AnswerDue(until)
    reckoned = CalendarYear.objects.calendar([on.year, on.year + 1]).after(on, asked.days)
    if isinstance(reckoned, YearNotEntered):
        if until is None:
            raise Refusal(
                _("The days off of %(year)s are not entered, so the last day cannot be reckoned. Give it yourself.")
                % {"year": reckoned.year},
                field="until",
            )
        return AnswerDue(until)
    if until is None:
        return AnswerDue(reckoned, asked.days, asked.is_verified)
    if until < reckoned and asked.is_verified:
        raise Refusal(
            _("The procedure gives %(days)s working days, so until %(day)s; no earlier day is set.")
            % {"days": format_integer(asked.days), "day": format_date(reckoned)},
            field="until",
        )
    return AnswerDue(until)
