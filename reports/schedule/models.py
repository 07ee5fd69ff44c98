"""Days on which reports are drafted by themselves, and what came of each."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from clusters.indicators.models.wording import DAYS
from clusters.membership.rules.half_years import Days
from clusters.models import ClusterYear, Organisation
from emulation.core.access import Whose
from emulation.core.actor import Actor
from emulation.core.badges import Badge, Tone
from emulation.core.dates import format_date, format_document_date
from emulation.core.models.fields import PeriodField, PeriodQuerySet, never_overlapping
from emulation.core.models.reach import EVERY_RECORD, Reach
from emulation.core.words import choices
from reports.runs.models.kinds import KindEntry, ReportKind, entry_of, of_its_kind
from reports.runs.models.report import Report, ReportState
from reports.runs.models.subject import ProvinceYear, Subject, columns_of, name_of
from reports.schedule.rules import COMMON_YEAR, Outcome, SetDay

ROW = "report_schedule"
REACH = Reach()
PERIOD = ("kind", "cluster_year_id", "province_id", "year", "half", "days")
IN_YEAR = {0: _("of the same year"), 1: _("of the year after")}
OUTCOMES = {
    Outcome.DRAFTED: _("Draft asked for"),
    Outcome.THERE_ALREADY: _("There was one already"),
    Outcome.UNMADE: _("Not made"),
}
BADGES = {
    Outcome.DRAFTED: Badge(OUTCOMES[Outcome.DRAFTED], Tone.GOOD, "check"),
    Outcome.THERE_ALREADY: Badge(OUTCOMES[Outcome.THERE_ALREADY], Tone.PLAIN, "info"),
    Outcome.UNMADE: Badge(OUTCOMES[Outcome.UNMADE], Tone.BAD, "error"),
}


class DraftingDayQuerySet(PeriodQuerySet):
    def visible_to(self, actor: Actor):
        return self.filter(REACH.seen_by(actor, {ROW: EVERY_RECORD}))

    def with_rung(self, on: date):
        """`has_rung`: whether it was gone through on that day already."""
        return self.annotate(has_rung=Exists(ScheduledDraft.objects.filter(drafting_day=OuterRef("pk"), on=on)))


class DraftingDay(models.Model):
    """The day of each year on which reports of a kind and period are drafted, of every cluster or every province.

    Another day is another row: this one ends, and what came of it stays."""

    kind = models.CharField(_("kind"), max_length=30, choices=ReportKind.choices)
    half = models.PositiveSmallIntegerField(_("half of the year"))
    days = models.CharField(_("by which days"), max_length=8, choices=choices(DAYS))
    month = models.PositiveSmallIntegerField(_("month"))
    day = models.PositiveSmallIntegerField(_("day"))
    years_after = models.PositiveSmallIntegerField(_("of which year"), choices=list(IN_YEAR.items()))
    during = PeriodField(_("holds"))
    legal_basis = models.CharField(_("basis"), max_length=300)

    objects = DraftingDayQuerySet.as_manager()

    class Meta:
        verbose_name = _("day on which reports are drafted")
        verbose_name_plural = _("days on which reports are drafted")
        ordering = ["month", "day", "id"]
        constraints = [
            models.CheckConstraint(condition=of_its_kind(has_units=False), name="drafting_day_of_its_kind"),
            models.CheckConstraint(
                condition=Q(month__range=(1, 12), day__range=(1, 31))
                & ~Q(month=2, day__gt=28)
                & ~Q(month__in=(4, 6, 9, 11), day=31),
                name="drafting_day_of_the_calendar",
            ),
            models.CheckConstraint(condition=Q(years_after__in=list(IN_YEAR)), name="drafting_day_year_known"),
            models.CheckConstraint(
                condition=~Q(legal_basis=""),
                name="drafting_day_has_basis",
                violation_error_message=_("Name the paper that sets the day."),
            ),
            never_overlapping(
                "drafting_day_once",
                "kind",
                "half",
                "days",
                message=_("A day is set for these reports already. End that one first."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.of_which}: {self.in_words}"

    def get_absolute_url(self) -> str:
        return reverse("reports:drafting-day", args=[self.pk])

    @property
    def whose(self) -> Whose:
        return REACH.whose(self)

    @property
    def table_row(self) -> str:
        return ROW

    @property
    def entry(self) -> KindEntry:
        return entry_of(self.kind)

    @property
    def in_words(self) -> str:
        """The day of the year, as offices write it."""
        falls_on = self.set_day.falls_on(COMMON_YEAR - self.years_after)
        day = format_document_date(falls_on).removesuffix(f"/{COMMON_YEAR}")
        return _now("on %(day)s %(year)s") % {"day": day, "year": self.get_years_after_display()}

    @property
    def holds(self) -> str:
        """From which day, and until which where it has an end."""
        first, last = self.during.start, self.during.last_day
        told = {"first": format_date(first) if first else "", "last": format_date(last) if last else ""}
        return (_now("from %(first)s until the end of %(last)s") if last else _now("from %(first)s")) % told

    @property
    def of_which(self) -> str:
        """The reports, by kind and period."""
        named = f"{self.get_kind_display()}, {str(self.entry.periods[self.half]).lower()}"
        if len(self.entry.periods) == 1:
            named = self.get_kind_display()
        return _now("%(report)s, by the cut-off days") % {"report": named} if self.days == Days.CUT_OFF else named

    @property
    def set_day(self) -> SetDay:
        return SetDay(self.half, Days(self.days), self.month, self.day, self.years_after, self.during)

    def next_time(self, on: date) -> date | None:
        """Of a row `with_rung(on)`: that day itself as long as nothing was drafted on it."""
        return self.set_day.next_after(on if self.has_rung else on - timedelta(days=1))


class ScheduledDraftQuerySet(models.QuerySet):
    def with_report(self):
        return self.select_related("drafting_day", "cluster_year__cluster", "province", "report__job")

    def unmade(self):
        """Those of which there is no draft: it was not begun, or the work on it ended without one."""
        return self.filter(Q(outcome=Outcome.UNMADE) | Q(report__state=ReportState.FAILED))


class ScheduledDraft(models.Model):
    """What came of a set day for one cluster's or province's year: its report, or why there is none. Once for each."""

    drafting_day = models.ForeignKey(
        DraftingDay, on_delete=models.PROTECT, related_name="drafts", verbose_name=_("day on which it is drafted")
    )
    year = models.PositiveSmallIntegerField(_("year"))
    cluster_year = models.ForeignKey(
        ClusterYear, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("cluster year")
    )
    province = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("province")
    )
    outcome = models.CharField(_("outcome"), max_length=15, choices=choices(OUTCOMES))
    report = models.OneToOneField(
        Report,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="scheduled",
        verbose_name=_("report"),
    )
    why = models.CharField(_("why it was not made"), max_length=500, blank=True)
    on = models.DateField(_("done on"))

    objects = ScheduledDraftQuerySet.as_manager()

    class Meta:
        verbose_name = _("draft of a set day")
        verbose_name_plural = _("drafts of set days")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=Q(outcome__in=list(Outcome)), name="scheduled_draft_outcome_known"),
            models.CheckConstraint(
                condition=Q(cluster_year__isnull=False, province__isnull=True)
                | Q(cluster_year__isnull=True, province__isnull=False),
                name="scheduled_draft_of_one_subject",
            ),
            models.CheckConstraint(
                condition=Q(outcome=Outcome.DRAFTED, report__isnull=False, why="")
                | Q(outcome=Outcome.THERE_ALREADY, report__isnull=True, why="")
                | Q(outcome=Outcome.UNMADE, report__isnull=True) & ~Q(why=""),
                name="scheduled_draft_or_why_not",
            ),
            models.UniqueConstraint(
                fields=["drafting_day", "cluster_year"],
                condition=Q(cluster_year__isnull=False),
                name="scheduled_draft_once_a_cluster_year",
            ),
            models.UniqueConstraint(
                fields=["drafting_day", "province", "year"],
                condition=Q(province__isnull=False),
                name="scheduled_draft_once_a_province_year",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.drafting_day}: {self.name}"

    @property
    def subject(self) -> Subject:
        return ProvinceYear(self.province, self.year) if self.cluster_year is None else self.cluster_year

    @property
    def name(self) -> str:
        return name_of(self.subject)

    @property
    def is_lost(self) -> bool:
        """The work on the draft ended without one."""
        return self.report is not None and self.report.is_given_up

    @property
    def state(self) -> Outcome:
        return Outcome.UNMADE if self.is_lost else Outcome(self.outcome)

    @property
    def reason(self) -> str:
        return self.report.job.reason if self.report is not None and self.report.job else self.why

    @property
    def badge(self) -> Badge:
        return BADGES[self.state]


def drafted_of(day: DraftingDay, subject: Subject, **columns) -> ScheduledDraft:
    return ScheduledDraft(drafting_day=day, **{"year": subject.year, **columns_of(subject), **columns})


def periods_with_reports(drafts: Iterable[ScheduledDraft]) -> set[tuple]:
    """`period_of` each report that stands, by whoever made it, among those that the drafts could be of. One query."""
    found = list(drafts)
    reports = Report.objects.by_units_of_then().standing()
    of_subjects = reports.filter(
        Q(cluster_year__in={one.cluster_year_id for one in found} - {None})
        | Q(province__in={one.province_id for one in found} - {None})
    )
    return {period_of(one) for one in of_subjects.only(*PERIOD)}


def period_of(one: Report | ScheduledDraft) -> tuple:
    """What two reports of the same subject and period have in common."""
    if isinstance(one, ScheduledDraft):
        day = one.drafting_day
        year = None if one.cluster_year_id else one.year
        return day.kind, one.cluster_year_id, one.province_id, year, day.half, day.days
    return tuple(getattr(one, name) for name in PERIOD)
