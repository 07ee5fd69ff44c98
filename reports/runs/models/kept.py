"""What is kept of a report: the steps it took and its finished files."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from emulation.core.models.steps import StepTaken
from reports.runs.models.kinds import FileFormat
from reports.runs.models.report import Report
from reports.runs.models.wording import STEPS


class ReportStep(StepTaken):
    """A step the report took: who, when, why. Append-only by trigger."""

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="steps", verbose_name=_("report"))

    words = STEPS

    class Meta(StepTaken.Meta):
        verbose_name = _("step of a report")
        verbose_name_plural = _("steps of reports")

    def __str__(self):
        return f"{self.report}: {self.name}"


class ReportFile(models.Model):
    """A finished file of a report; a row is written only when the whole file is in its place."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="files", verbose_name=_("report"))
    format = models.CharField(_("format"), max_length=5, choices=FileFormat.choices)
    file = models.FileField(_("file"), upload_to="reports/%Y/%m", max_length=300)
    size = models.PositiveIntegerField(_("size in bytes"))
    checksum = models.CharField(_("checksum"), max_length=64)

    class Meta:
        verbose_name = _("file of a report")
        verbose_name_plural = _("files of reports")
        ordering = ["format"]
        constraints = [
            models.UniqueConstraint(fields=["report", "format"], name="report_file_once"),
            models.CheckConstraint(condition=Q(format__in=FileFormat.values), name="report_file_format_known"),
        ]

    def __str__(self):
        return f"{self.report} {self.format}"
