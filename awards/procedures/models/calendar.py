"""Days off as people enter them, year by year."""

from collections.abc import Iterable

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from awards.procedures.models import wording
from awards.procedures.rules.working_days import DayOffKind, WorkCalendar
from emulation.core.access import Whose
from emulation.core.actor import Actor
from emulation.core.models.reach import EVERY_RECORD, Reach
from emulation.core.words import choices

SUBJECT = "work_calendar"
REACH = Reach()
FIRST_YEAR, LAST_YEAR = 2000, 2199


class CalendarYearQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor):
        return self.filter(REACH.seen_by(actor, {SUBJECT: EVERY_RECORD}))

    def entered(self):
        """Those whose days off are all there; of others nothing is reckoned."""
        return self.filter(entered=True)

    def calendar(self, years: Iterable[int] | None = None) -> WorkCalendar:
        """One query; of all entered years, or of those asked for."""
        rows = self.entered() if years is None else self.entered().filter(year__in=list(years))
        days = list(rows.order_by().values_list("year", "days__kind", "days__day"))
        return WorkCalendar(
            years=frozenset(year for year, _kind, _day in days),
            off=frozenset(day for _year, kind, day in days if kind == DayOffKind.OFF),
            worked=frozenset(day for _year, kind, day in days if kind == DayOffKind.WORKED),
        )


class CalendarYear(models.Model):
    """`entered`: a person says that all days off of the year stand here; `source` names the notice they are from."""

    year = models.PositiveSmallIntegerField(_("year"), primary_key=True)
    source = models.CharField(_("source"), max_length=300, blank=True)
    entered = models.BooleanField(_("all days off are entered"), default=False)

    objects = CalendarYearQuerySet.as_manager()

    class Meta:
        verbose_name = _("days off of a year")
        verbose_name_plural = _("days off of years")
        ordering = ["-year"]
        constraints = [
            models.CheckConstraint(
                condition=Q(year__range=(FIRST_YEAR, LAST_YEAR)),
                name="calendar_year_in_range",
                violation_error_message=_("Write a year between 2000 and 2199."),
            ),
            models.CheckConstraint(
                condition=Q(entered=False) | ~Q(source=""),
                name="calendar_year_entered_from_source",
                violation_error_message=_("Name the notice that the days off of the year are taken from."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.year)

    def get_absolute_url(self) -> str:
        return reverse("awards:calendar-year", args=[self.year])

    @property
    def whose(self) -> Whose:
        """Nobody's: the calendar is the country's."""
        return REACH.whose(self)

    @property
    def table_row(self) -> str:
        return SUBJECT


class CalendarDay(models.Model):
    year = models.ForeignKey(CalendarYear, on_delete=models.PROTECT, related_name="days", verbose_name=_("year"))
    day = models.DateField(_("day"), unique=True)
    kind = models.CharField(_("kind"), max_length=10, choices=choices(wording.DAYS_OFF))
    name = models.CharField(_("occasion"), max_length=200)

    class Meta:
        verbose_name = _("day off")
        verbose_name_plural = _("days off")
        ordering = ["day"]
        constraints = [
            models.CheckConstraint(
                condition=Q(day__year=F("year")),
                name="calendar_day_of_its_year",
                violation_error_message=_("A day stands in its own year."),
            ),
            models.CheckConstraint(
                condition=Q(kind=DayOffKind.OFF) | Q(kind=DayOffKind.WORKED, day__iso_week_day__gte=6),
                name="calendar_day_worked_at_weekend",
                violation_error_message=_("Only a Saturday or Sunday can be worked in exchange for a day off."),
            ),
        ]

    def __str__(self) -> str:
        return self.name
