"""Entering the days off of a year. While a year is being entered nothing is reckoned by it."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from awards.procedures.models.calendar import SUBJECT, CalendarDay, CalendarYear
from awards.procedures.models.wording import DAYS_OFF
from awards.procedures.rules.working_days import ONE_DAY, DayOffKind
from emulation.core.actions.audit import record
from emulation.core.actions.refusals import fitting, reason_of, refusing_conflicts, require_administrator
from emulation.core.actor import Actor
from emulation.core.dates import format_date
from emulation.core.errors import Refusal

LONGEST_SPAN = 31


@transaction.atomic
def begin_year(year: int, *, actor: Actor) -> CalendarYear:
    require_administrator(actor, SUBJECT)
    if CalendarYear.objects.filter(year=year).exists():
        raise Refusal(_("The year %(year)s is there already; open it.") % {"year": year}, field="year")
    with refusing_conflicts():
        begun = CalendarYear.objects.create(year=year)
    record(actor, "awards.begin_calendar_year", begun)
    return begun


@transaction.atomic
def enter_days(
    year: CalendarYear, *, first_day: date, last_day: date | None, kind: str, name: str, actor: Actor
) -> CalendarYear:
    """All days from the first to the last, both counted; one day where no last is given."""
    require_administrator(actor, SUBJECT)
    year = _open(year)
    last_day = last_day or first_day
    name = fitting(name, most=200, field="name")
    days = _span(year, first_day, last_day)
    if taken := list(CalendarDay.objects.filter(day__in=days).values_list("day", flat=True)):
        told = _("%(days)s: entered already. Leave it out, or take it off first.")
        raise Refusal(told % {"days": ", ".join(map(format_date, sorted(taken)))}, field="first_day")
    if kind == DayOffKind.WORKED and any(day.isoweekday() < 6 for day in days):
        raise Refusal(_("Only a Saturday or Sunday can be worked in exchange for a day off."), field="kind")
    with refusing_conflicts():
        CalendarDay.objects.bulk_create([CalendarDay(year=year, day=day, kind=kind, name=name) for day in days])
    record(actor, "awards.enter_days_off", year, after={"days_off": _said(first_day, last_day, kind, name)})
    return year


@transaction.atomic
def take_day_off_list(day: CalendarDay, *, actor: Actor) -> CalendarYear:
    require_administrator(actor, SUBJECT)
    year = _open(day.year)
    before = _said(day.day, day.day, day.kind, day.name)
    day.delete()
    record(actor, "awards.drop_day_off", year, before={"days_off": before})
    return year


@transaction.atomic
def close_year(year: CalendarYear, *, source: str, actor: Actor) -> CalendarYear:
    """Says that all days off of the year are there: deadlines are reckoned by it from now on."""
    require_administrator(actor, SUBJECT)
    year = _open(year)
    source = fitting(source, most=300, field="source")
    if not source:
        raise Refusal(_("Name the notice that the days off of the year are taken from."), field="source")
    if not year.days.filter(kind=DayOffKind.OFF).exists():
        raise Refusal(_("No day off is entered yet; every year has some."))
    year.source, year.entered = source, True
    year.save(update_fields=["source", "entered"])
    record(actor, "awards.close_calendar_year", year, after={"source": source, "rows": year.days.count()})
    return year


@transaction.atomic
def reopen_year(year: CalendarYear, *, why: str, actor: Actor) -> CalendarYear:
    """Deadlines that reach into the year cannot be told until it is confirmed again."""
    require_administrator(actor, SUBJECT)
    why = reason_of(why, needed=True)
    year = CalendarYear.objects.select_for_update().get(pk=year.pk)
    if not year.entered:
        return year
    year.entered = False
    year.save(update_fields=["entered"])
    record(actor, "awards.reopen_calendar_year", year, before={"source": year.source}, why=why)
    return year


def _said(first_day: date, last_day: date, kind: str, name: str) -> str:
    days = format_date(first_day) if first_day == last_day else f"{format_date(first_day)} – {format_date(last_day)}"
    return f"{days}: {name} ({DAYS_OFF[DayOffKind(kind)]})"


def _open(year: CalendarYear) -> CalendarYear:
    year = CalendarYear.objects.select_for_update().get(pk=year.pk)
    if year.entered:
        raise Refusal(
            _("The days off of %(year)s are confirmed. Open the year for changes first, and say why.")
            % {"year": year.year}
        )
    return year


def _span(year: CalendarYear, first_day: date, last_day: date) -> list[date]:
    if last_day < first_day:
        told = _("The last day %(last)s comes before the first day %(first)s; change one of the two.")
        raise Refusal(told % {"first": format_date(first_day), "last": format_date(last_day)}, field="last_day")
    for field, day in (("first_day", first_day), ("last_day", last_day)):
        if day.year != year.year:
            told = _("%(day)s is not in %(year)s; enter it in its own year.")
            raise Refusal(told % {"day": format_date(day), "year": year.year}, field=field)
    days = [first_day + number * ONE_DAY for number in range((last_day - first_day).days + 1)]
    if len(days) > LONGEST_SPAN:
        told = _("At most %(most)s days at once; enter longer times in parts.")
        raise Refusal(told % {"most": LONGEST_SPAN}, field="last_day")
    return days
