"""Reports of all clusters, or of all provinces, of one period: asked for together, each made by itself."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from clusters.indicators.models.wording import DAYS
from clusters.membership.rules.half_years import SPANS, Days
from clusters.models import ClusterYear, Organisation
from emulation.core.access import Whose
from emulation.core.actor import Actor
from emulation.core.badges import Badge, Tone
from emulation.core.models import JobState
from emulation.core.models.reach import Reach
from reports.batches.rules import BatchState, PartTold
from reports.runs.models.kinds import FileFormat, KindEntry, ReportKind, entry_of, kind_of_period
from reports.runs.models.report import Report
from reports.runs.models.subject import ProvinceYear, Subject, SubjectKind

REACH = Reach()
ROW = "report_batch"


class BatchScope(models.TextChoices):
    CLUSTERS = "clusters", _("All clusters of the Central Council")
    PROVINCES = "provinces", _("All provinces and cities")


SUBJECTS = {BatchScope.CLUSTERS: SubjectKind.CLUSTER_YEAR, BatchScope.PROVINCES: SubjectKind.PROVINCE_YEAR}


class PartState(models.TextChoices):
    WAITING = "waiting", _("Waiting")
    MADE = "made", _("Made")
    UNMADE = "unmade", _("Not made")
    LEFT_OUT = "left_out", _("No report")


BADGES = {
    BatchState.MAKING: Badge(_("Being made"), Tone.GOING, "half"),
    BatchState.WHOLE: Badge(_("All made"), Tone.GOOD, "check"),
    BatchState.NOTHING: Badge(_("Nothing to make"), Tone.PLAIN, "info"),
    BatchState.CANCELLED: Badge(_("Cancelled, not whole"), Tone.WARNING, "close"),
    BatchState.BROKEN: Badge(_("Ended, not whole"), Tone.BAD, "error"),
}
LOOKS = {
    PartState.WAITING: (Tone.PLAIN, "dot"),
    PartState.MADE: (Tone.GOOD, "check"),
    PartState.UNMADE: (Tone.BAD, "error"),
    PartState.LEFT_OUT: (Tone.PLAIN, "info"),
}
PART_BADGES = {PartState(state): Badge(PartState(state).label, *look) for state, look in LOOKS.items()}


class ReportBatchQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor):
        """The central board."""
        return self.filter(REACH.seen_by(actor, {ROW: Q()}))

    def with_counts(self):
        """Adds `asked` and `made`, without those of whom nothing is recorded, and how many of these there are."""
        states = {
            "asked": ~Q(parts__state=PartState.LEFT_OUT),
            "made": Q(parts__state=PartState.MADE),
            "left_out": Q(parts__state=PartState.LEFT_OUT),
        }
        return self.annotate(**{name: models.Count("parts", filter=state) for name, state in states.items()})


class ReportBatch(models.Model):
    """Of one period, in one format, as the register stood on `day`. Its work goes part by part: what is made stays
    made, whoever breaks it off. `fetched_at`: when its files were first fetched."""

    scope = models.CharField(_("whose reports"), max_length=10, choices=BatchScope.choices)
    year = models.PositiveSmallIntegerField(_("year"))
    half = models.PositiveSmallIntegerField(_("half of the year"))
    days = models.CharField(
        _("by which days"), max_length=8, choices=[(each.value, words) for each, words in DAYS.items()]
    )
    format = models.CharField(_("format"), max_length=5, choices=FileFormat.choices)
    day = models.DateField(_("day of the reports"))
    job = models.ForeignKey(
        "core.Job", on_delete=models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("job")
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("asked by")
    )
    created_at = models.DateTimeField(_("asked at"))
    fetched_at = models.DateTimeField(_("fetched at"), null=True, blank=True)

    objects = ReportBatchQuerySet.as_manager()

    class Meta:
        verbose_name = _("batch of reports")
        verbose_name_plural = _("batches of reports")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(condition=Q(scope__in=BatchScope.values), name="report_batch_scope_known"),
            models.CheckConstraint(condition=Q(half__in=list(SPANS)), name="report_batch_period_known"),
            models.CheckConstraint(condition=Q(days__in=list(Days)), name="report_batch_days_known"),
            models.CheckConstraint(condition=Q(format__in=FileFormat.values), name="report_batch_format_known"),
        ]

    def __str__(self):
        told = {"whose": self.get_scope_display(), "period": self.entry.named[self.half] % {"year": self.year}}
        named = _("%(whose)s, %(period)s") % told
        return _("%(report)s, by the cut-off days") % {"report": named} if self.days == Days.CUT_OFF else named

    def get_absolute_url(self):
        return reverse("reports:batch", args=[self.pk])

    @property
    def whose(self) -> Whose:
        return REACH.whose(self)

    @property
    def table_row(self) -> str:
        return ROW

    @property
    def kind(self) -> ReportKind:
        return kind_of_period(self.half, SUBJECTS[BatchScope(self.scope)])

    @property
    def entry(self) -> KindEntry:
        return entry_of(self.kind)

    def state_of(self, *, made: int, asked: int) -> BatchState:
        if not asked:
            return BatchState.NOTHING
        if made == asked:
            return BatchState.WHOLE
        if self.job is not None and not self.job.is_finished:
            return BatchState.MAKING
        was_cancelled = self.job is not None and self.job.state == JobState.CANCELLED
        return BatchState.CANCELLED if was_cancelled else BatchState.BROKEN

    @property
    def badge(self) -> Badge:
        """Of one read `with_counts`."""
        return BADGES[self.state_of(made=self.made, asked=self.asked)]


class BatchPart(models.Model):
    """One report of a batch, under the `name` its subject had. `report`: the signed one whose file it is; none where it
    was made to be read. `why`: why it could not be made, or is left out, in words."""

    batch = models.ForeignKey(ReportBatch, on_delete=models.PROTECT, related_name="parts", verbose_name=_("batch"))
    position = models.PositiveSmallIntegerField(_("place in the batch"))
    cluster_year = models.ForeignKey(
        ClusterYear, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("cluster year")
    )
    province = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("province")
    )
    name = models.CharField(_("whose report"), max_length=300)
    state = models.CharField(
        _("state"), max_length=10, choices=PartState.choices, default=PartState.WAITING, db_default=PartState.WAITING
    )
    why = models.CharField(_("why it was not made"), max_length=500, blank=True)
    total = models.PositiveIntegerField(_("honours counted"), null=True, blank=True)
    report = models.ForeignKey(
        Report, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("signed report")
    )
    file = models.FileField(_("file"), upload_to="reports/batches/%Y/%m", max_length=300, blank=True)
    checksum = models.CharField(_("checksum"), max_length=64, blank=True)

    class Meta:
        verbose_name = _("report of a batch")
        verbose_name_plural = _("reports of batches")
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["batch", "position"], name="batch_part_place_once"),
            models.CheckConstraint(condition=Q(state__in=PartState.values), name="batch_part_state_known"),
            models.CheckConstraint(
                condition=Q(cluster_year__isnull=False, province__isnull=True)
                | Q(cluster_year__isnull=True, province__isnull=False),
                name="batch_part_of_one_subject",
            ),
            models.CheckConstraint(
                condition=Q(state=PartState.MADE) & ~Q(file="") & ~Q(checksum="")
                | ~Q(state=PartState.MADE) & Q(file="", checksum="", report__isnull=True),
                name="batch_part_made_has_file",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[PartState.UNMADE, PartState.LEFT_OUT]) | ~Q(why=""),
                name="batch_part_unmade_says_why",
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def subject(self) -> Subject:
        return ProvinceYear(self.province, self.batch.year) if self.cluster_year is None else self.cluster_year

    @property
    def told(self) -> PartTold:
        why = self.why or str(PartState(self.state).label)
        is_made = self.state == PartState.MADE
        is_left_out = self.state == PartState.LEFT_OUT
        return PartTold(
            self.position, self.name, is_made, self.report_id is not None, "" if is_made else why, is_left_out
        )

    @property
    def badge(self) -> Badge:
        return PART_BADGES[PartState(self.state)]
