from collections.abc import Iterable
from typing import Self

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from awards.catalogue.models.award import ReportLine
from awards.catalogue.models.wording import LEVELS
from awards.catalogue.rules.terms import Level
from awards.totals.models.source import TotalsSource
from awards.totals.models.wording import EVERY_AWARD, MEASURES, STATES, STEPS, SUBJECTS, TOTAL_BADGES
from awards.totals.rules.terms import MOST, OF_AWARDS, Measure, TotalState, TotalSubject
from clusters.indicators.models.wording import DAYS, half_in_words
from clusters.membership.rules.half_years import SPANS, Days, span
from clusters.models import Organisation
from emulation.core.access import Whose
from emulation.core.actor import Actor
from emulation.core.badges import Badge
from emulation.core.models.reach import Reach
from emulation.core.models.steps import StepTaken
from emulation.core.numbers import format_decimal, format_integer
from emulation.core.period import Period
from emulation.core.words import choices

REACH = Reach(organisations=("organisation_id",))
ROW, WITHDRAWN_ROW = "declared_total", "declared_total_withdrawn"
IN_FORCE = Q(state=TotalState.IN_FORCE)
FIRST_YEAR, LAST_YEAR = 1948, 2199


class DeclaredTotalQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> Self:
        """Everybody with a mandate reads totals in force; an office also sees its own that were withdrawn."""
        return self.filter(REACH.seen_by(actor, {ROW: IN_FORCE, WITHDRAWN_ROW: ~IN_FORCE}))

    def in_force(self) -> Self:
        return self.filter(IN_FORCE)

    def of_period(self, year: int, halves: Iterable[int]) -> Self:
        return self.filter(year=year, half__in=list(halves))

    def of_organisations(self, ids: Iterable[int]) -> Self:
        return self.filter(organisation__in=list(ids))

    def beside(self, total: "DeclaredTotal") -> Self:
        """In force of the same organisation, period, measure and award or level, itself left out."""
        same = ("organisation_id", "year", "half", "measure", "report_line_id", "level")
        rows = self.in_force().filter(**{column: getattr(total, column) for column in same})
        return rows.exclude(pk=total.pk) if total.pk else rows


class DeclaredTotal(models.Model):
    """A figure that an organisation declares of a period without names: kept beside the register, never mixed into it.

    Of awards by a report line, by a level, or of all where neither is given; a `count`, or for a share per cent with
    two decimals. It includes the honours that the register names. `days`: by which days it was counted.
    """

    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="declared_totals", verbose_name=_("organisation")
    )
    year = models.PositiveSmallIntegerField(_("year"))
    half = models.PositiveSmallIntegerField(_("half of the year"))
    days = models.CharField(_("by which days"), max_length=8, choices=choices(DAYS), default=Days.CALENDAR)
    measure = models.CharField(_("what is counted"), max_length=12, choices=choices(MEASURES))
    report_line = models.ForeignKey(
        ReportLine,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="declared_totals",
        verbose_name=_("report line"),
    )
    level = models.CharField(_("level"), max_length=12, blank=True, choices=choices(LEVELS))
    subject = models.CharField(_("subject"), max_length=12, blank=True, choices=choices(SUBJECTS))
    count = models.PositiveIntegerField(_("count"), null=True, blank=True)
    share = models.DecimalField(_("share in per cent"), max_digits=5, decimal_places=2, null=True, blank=True)
    source = models.ForeignKey(
        TotalsSource, on_delete=models.PROTECT, related_name="totals", verbose_name=_("document")
    )
    state = models.CharField(_("state"), max_length=10, choices=choices(STATES), default=TotalState.IN_FORCE)
    version = models.PositiveIntegerField(_("version"), default=1)

    objects = DeclaredTotalQuerySet.as_manager()

    class Meta:
        verbose_name = _("total without names")
        verbose_name_plural = _("totals without names")
        ordering = ["-year", "half", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(year__range=(FIRST_YEAR, LAST_YEAR)) & Q(half__in=list(SPANS)) & Q(days__in=list(Days)),
                name="declared_total_period_known",
                violation_error_message=_("A total is of a half or of the whole of a year."),
            ),
            models.CheckConstraint(condition=Q(state__in=list(TotalState)), name="declared_total_state_known"),
            models.CheckConstraint(
                condition=Q(level="") | (Q(level__in=list(Level)) & Q(report_line__isnull=True)),
                name="declared_total_by_award_or_level",
                violation_error_message=_("A total is of an award or of a level, not of both."),
            ),
            models.CheckConstraint(
                condition=Q(
                    measure__in=list(OF_AWARDS), subject__in=list(TotalSubject), count__isnull=False, share__isnull=True
                )
                | Q(
                    measure=Measure.DIRECT_SHARE,
                    subject="",
                    report_line__isnull=True,
                    count__isnull=True,
                    share__isnull=False,
                )
                | Q(
                    measure=Measure.CAMPAIGNS,
                    subject="",
                    report_line__isnull=True,
                    level="",
                    count__isnull=False,
                    share__isnull=True,
                ),
                name="declared_total_says_its_measure",
                violation_error_message=_(
                    "A count of awards says whom it counts; a share and a number of campaigns count nobody apart."
                ),
            ),
            models.CheckConstraint(
                condition=(Q(count__isnull=True) | Q(count__lte=MOST))
                & (Q(share__isnull=True) | Q(share__range=(0, 100))),
                name="declared_total_within_reason",
                violation_error_message=_("A count has at most seven digits, a share lies between 0%% and 100%%."),
            ),
            models.UniqueConstraint(
                fields=["organisation", "year", "half", "measure", "report_line", "level", "subject"],
                condition=IN_FORCE,
                nulls_distinct=False,
                name="declared_total_once",
                violation_error_message=_(
                    "Somebody declared the same total at this moment. Open the list of totals, and correct that one."
                ),
            ),
        ]
        indexes = [models.Index(fields=["-year", "-id"], name="declared_total_by_year")]

    def __str__(self) -> str:
        return f"{self.content}: {self.number}"

    def get_absolute_url(self) -> str:
        return reverse("awards:total", args=[self.pk])

    @property
    def whose(self) -> Whose:
        return REACH.whose(self)

    @property
    def table_row(self) -> str:
        return ROW if self.state == TotalState.IN_FORCE else WITHDRAWN_ROW

    @property
    def badge(self) -> Badge:
        return TOTAL_BADGES[TotalState(self.state)]

    @property
    def during(self) -> Period:
        return span(self.year, self.half, Days(self.days))

    @property
    def period(self) -> str:
        return half_in_words(self.half, self.year)

    @property
    def of_what(self) -> str:
        """The award or the level in words; empty where there is neither and it goes without saying."""
        if self.measure not in OF_AWARDS and not self.level:
            return ""
        return str(self.report_line or (LEVELS[Level(self.level)] if self.level else EVERY_AWARD))

    @property
    def content(self) -> str:
        """What it counts: measure, award or level, whom."""
        parts = [str(MEASURES[Measure(self.measure)]), self.of_what, str(self.get_subject_display() or "")]
        return ", ".join(part for part in parts if part)

    @property
    def number(self) -> str:
        return (
            f"{format_decimal(self.share.normalize())}%" if self.share is not None else format_integer(self.count or 0)
        )


class TotalStep(StepTaken):
    """A step that a declared total took: what it said, what it says, why. Append-only by trigger."""

    total = models.ForeignKey(
        DeclaredTotal, on_delete=models.PROTECT, related_name="steps", verbose_name=_("total without names")
    )
    before = models.JSONField(_("before"), default=dict)
    after = models.JSONField(_("after"), default=dict)

    words = STEPS

    class Meta(StepTaken.Meta):
        verbose_name = _("step of a total without names")
        verbose_name_plural = _("steps of totals without names")
        constraints = [
            models.CheckConstraint(condition=Q(name="declare") | ~Q(why=""), name="total_step_has_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.total}: {self.name}"
