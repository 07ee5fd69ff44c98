from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from clusters.indicators.models.wording import DAYS
from clusters.membership.rules.half_years import Days
from clusters.models import ClusterYear, Organisation
from clusters.organisations.models.wording import UNITS
from clusters.organisations.rules.units_of_today import Units
from emulation.core.access import Whose
from emulation.core.badges import Badge
from emulation.core.models.fields import PeriodField
from reports.runs.models.kinds import (
    PERIODS,
    KindEntry,
    ReportKind,
    entry_of,
    of_its_kind,
    of_its_subject,
)
from reports.runs.models.report_set import REACH, ReportQuerySet
from reports.runs.models.subject import ProvinceYear, Subject, name_of, told
from reports.runs.models.wording import BADGES, ReportState

PERIOD_IS_SIGNED = _("A report of this period is signed already. Make a correction to it.")
SIGNED_ONCE = (
    ("of_a_cluster", ("cluster_year", "half", "days"), True, PERIOD_IS_SIGNED),
    ("of_a_province", ("province", "year", "half", "days"), True, PERIOD_IS_SIGNED),
    ("as_correction", ("corrects",), False, _("This report is corrected already. Correct the correction.")),
)


class Report(models.Model):
    """One run of a report: made of what stood in the register at `as_of`, kept with the document it became.

    `created_by`: nobody, where the day set for it had come. `draft_number` counts how often a report of the same
    period, or a correction to the same signed one, was asked for; once signed, the paper's own number tells it from
    others. `corrects`: the signed report that this one corrects, which stands as it is. `signed_beside`: only of those
    that were signed as a second one before a period, and a correction of a report, was signed once.

    `document` is what is printed: `computed`, as the data gave it, in the words of the office (`runs.models.drafts`);
    of reports made before there were such words only `document` is kept. `revised_at`: when it last changed after its
    files were made."""

    kind = models.CharField(_("kind"), max_length=30, choices=ReportKind.choices)
    state = models.CharField(_("state"), max_length=10, choices=ReportState.choices, default=ReportState.MAKING)
    cluster_year = models.ForeignKey(
        ClusterYear,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="reports",
        verbose_name=_("cluster year"),
    )
    province = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("province")
    )
    year = models.PositiveSmallIntegerField(_("year of the province"), null=True, blank=True)
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="reports", verbose_name=_("made by")
    )
    during = PeriodField(_("reporting period"))
    half = models.PositiveSmallIntegerField(_("half of the year"))
    units = models.CharField(
        _("by which units"),
        max_length=5,
        choices=[(each.value, words) for each, words in UNITS.items()],
        default=Units.THEN,
        db_default=Units.THEN,
    )
    days = models.CharField(
        _("by which days"),
        max_length=8,
        choices=[(each.value, words) for each, words in DAYS.items()],
        default=Days.CALENDAR,
        db_default=Days.CALENDAR,
    )
    draft_number = models.PositiveSmallIntegerField(_("number of the draft"), default=1, db_default=1)
    corrects = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="corrections", verbose_name=_("corrects")
    )
    corrects_why = models.CharField(_("reason of the correction"), max_length=500, blank=True, db_default="")
    as_of = models.DateTimeField(_("state of the register at"))
    day = models.DateField(_("day of the report"))
    unmade = models.JSONField(_("formats that could not be made, and why"), default=dict, blank=True, db_default={})
    total = models.PositiveIntegerField(_("honours counted"), null=True, blank=True)
    document = models.JSONField(_("document"), null=True, blank=True)
    computed = models.JSONField(_("document as computed"), null=True, blank=True)
    revised_at = models.DateTimeField(_("changed by hand at"), null=True, blank=True)
    signed_at = models.DateTimeField(_("signed at"), null=True, blank=True)
    signed_by = models.CharField(_("signed by"), max_length=200, blank=True)
    signed_beside = models.BooleanField(
        _("signed beside another of its period"), default=False, db_default=False, editable=False
    )
    checksum = models.CharField(_("checksum of the document"), max_length=64, blank=True)
    job = models.ForeignKey(
        "core.Job", on_delete=models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("job")
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("asked by"),
    )
    created_at = models.DateTimeField(_("asked at"))

    objects = ReportQuerySet.as_manager()

    class Meta:
        verbose_name = _("report")
        verbose_name_plural = _("reports")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=ReportKind.values), name="report_kind_known"),
            models.CheckConstraint(condition=Q(state__in=ReportState.values), name="report_state_known"),
            models.CheckConstraint(condition=of_its_kind(), name="report_period_of_its_kind"),
            models.CheckConstraint(condition=of_its_subject(), name="report_subject_of_its_kind"),
            models.CheckConstraint(
                condition=Q(province__isnull=True) | Q(organisation=F("province")), name="report_made_by_its_province"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[ReportState.DRAFT, ReportState.SIGNED, ReportState.PUT_AWAY])
                | (Q(document__isnull=False) & ~Q(checksum="")),
                name="report_draft_has_document",
            ),
            models.CheckConstraint(
                condition=~Q(state=ReportState.SIGNED) | (Q(signed_at__isnull=False) & ~Q(signed_by="")),
                name="report_signed_by_somebody",
            ),
            models.CheckConstraint(condition=Q(units__in=list(Units)), name="report_units_known"),
            models.CheckConstraint(condition=Q(days__in=list(Days)), name="report_days_known"),
            models.CheckConstraint(
                condition=Q(corrects__isnull=True, corrects_why="") | (Q(corrects__isnull=False) & ~Q(corrects_why="")),
                name="report_correction_says_why",
                violation_error_message=_("A correction names the report it corrects and says why."),
            ),
            models.CheckConstraint(
                condition=Q(units=Units.THEN) | ~Q(state=ReportState.SIGNED),
                name="report_signed_by_units_of_then",
                violation_error_message=_("A report by today's units is for comparison only and is not signed."),
            ),
            *(
                models.UniqueConstraint(
                    fields=fields,
                    condition=Q(state=ReportState.SIGNED, corrects__isnull=corrects_none, signed_beside=False),
                    name=f"report_signed_once_{name}",
                    violation_error_message=message,
                )
                for name, fields, corrects_none, message in SIGNED_ONCE
            ),
        ]

    def __str__(self):
        return self._told_apart(self.entry.title % {"year": self.subject})

    def get_absolute_url(self):
        return reverse("reports:report", args=[self.pk])

    @property
    def whose(self) -> Whose:
        return REACH.whose(self)

    @property
    def table_row(self) -> str:
        return self.entry.signed_row if self.state == ReportState.SIGNED else self.row_of_work

    @property
    def row_of_work(self) -> str:
        """Of the table, for whoever makes and signs it: the head's people; those of the organisation that signed, for a
        correction to a report of a closed year, which nobody heads any more."""
        return self.entry.correction_row if self.is_correction_of_closed_year else self.entry.draft_row

    @property
    def is_of_closed_year(self) -> bool:
        """No year of a province is closed."""
        return self.cluster_year is not None and self.cluster_year.closed_on is not None

    @property
    def is_correction_of_closed_year(self) -> bool:
        return self.corrects_id is not None and self.is_of_closed_year

    @property
    def entry(self) -> KindEntry:
        return entry_of(self.kind)

    @property
    def subject(self) -> Subject:
        """Whose report it is: on it hang who makes it, what it counts and what it is called."""
        return ProvinceYear(self.province, self.year) if self.cluster_year is None else self.cluster_year

    @property
    def file_name(self) -> str:
        """In words, without its ending."""
        return self.entry.file_name.format(
            period=PERIODS[self.half], year=self.subject.year, subject=name_of(self.subject)
        )

    @property
    def heading(self) -> str:
        """By what it is told from other reports: period, cluster or province, by which days and whose units, which
        draft or which number."""
        named = self._told_apart(self.entry.headings[self.half] % told(self.subject))
        return f"{named}, {self.mark}" if self.mark else named

    def _told_apart(self, named: str) -> str:
        if self.days == Days.CUT_OFF:
            named = _("%(report)s, by the cut-off days") % {"report": named}
        return _("%(report)s, by today's units") % {"report": named} if self.is_for_comparison else named

    @property
    def mark(self) -> str:
        """What tells it from others of its period: number and day of what is signed, else which draft it is. Of a
        report signed before numbers were asked for nothing is known."""
        signed = getattr(self, "signed_paper", None)
        if signed is not None:
            is_correction = self.corrects_id is not None
            return _("%(number)s, correction") % {"number": signed.reference} if is_correction else signed.reference
        if self.state == ReportState.SIGNED:
            return ""
        if self.corrects_id is not None:
            return _("correction, draft %(number)s") % {"number": self.draft_number}
        return _("draft %(number)s") % {"number": self.draft_number}

    @property
    def is_for_comparison(self) -> bool:
        return self.units == Units.TODAY

    @property
    def badge(self) -> Badge:
        """One given up while it was being made shows as one that was not made."""
        return BADGES[ReportState(ReportState.FAILED if self.is_given_up else self.state)]

    @property
    def is_given_up(self) -> bool:
        if self.state == ReportState.MAKING:
            return self.job is None or self.job.is_finished
        return self.state == ReportState.FAILED
