"""A report that nobody asks for: the day set for it has come (`reports.schedule`)."""

from datetime import date

from django.db import transaction

from clusters.membership.rules.half_years import Days
from clusters.organisations.rules.units_of_today import Units
from emulation.core.actor import Actor
from reports.runs.actions.making import begin_report
from reports.runs.actions.subjects import maker_or_refusal, period_of
from reports.runs.models.kinds import kind_of_period
from reports.runs.models.report import Report
from reports.runs.models.subject import Subject, columns_of, kind_of_subject


@transaction.atomic
def ask_by_itself(subject: Subject, half: int, *, days: Days, actor: Actor, on: date) -> Report | None:
    """`subject` is locked; `actor`: the machine. None where a report of the period stands already."""
    asked = Report(
        kind=kind_of_period(half, kind_of_subject(subject)),
        **columns_of(subject),
        during=period_of(subject, half, days),
        half=half,
        units=Units.THEN,
        days=days,
        day=on,
    )
    if Report.objects.of_the_same_period(asked).standing().exists():
        return None
    asked.organisation = maker_or_refusal(subject, on)
    return begin_report(asked, actor=actor)
