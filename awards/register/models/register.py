"""What happens to lines of the register after they are in: steps that change them, and exports of what was filtered."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from awards.register.models.honour import Honour
from awards.register.models.wording import STEPS
from emulation.core.access import Whose
from emulation.core.actor import Actor
from emulation.core.models.reach import Reach
from emulation.core.models.steps import StepTaken

REACH = Reach(people=("created_by_id",))


class HonourCorrection(StepTaken):
    """A step that a line of the register took, which is a change of it: what it said, what it says, why. The line keeps
    the newest; this keeps all. Append-only by trigger.

    A revocation and a restoration are changes of its status. Of the identity number only last digits are kept.
    """

    honour = models.ForeignKey(Honour, on_delete=models.PROTECT, related_name="steps", verbose_name=_("honour"))
    before = models.JSONField(_("before"))
    after = models.JSONField(_("after"))

    words = STEPS

    class Meta(StepTaken.Meta):
        verbose_name = _("correction of an honour")
        verbose_name_plural = _("corrections of honours")
        constraints = [models.CheckConstraint(condition=~Q(why=""), name="honour_correction_has_reason")]

    def __str__(self) -> str:
        return f"{self.honour_id}: {self.why}"


class ExportFormat(models.TextChoices):
    XLSX = "xlsx", "XLSX"
    CSV = "csv", "CSV"


class RegisterExportQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> Self:
        """An export belongs to who asked for it."""
        return self.filter(REACH.seen_by(actor, {"register_export": Q()}))


class RegisterExport(models.Model):
    """Exactly what was filtered, as a file made by a worker; `query` is the register's query string."""

    query = models.CharField(_("filters"), max_length=1000, blank=True)
    sentence = models.CharField(_("filters in words"), max_length=500)
    format = models.CharField(_("format"), max_length=5, choices=ExportFormat.choices)
    file = models.FileField(_("file"), upload_to="exports/%Y/%m", max_length=300, blank=True)
    rows = models.PositiveIntegerField(_("number of rows"), null=True, blank=True)
    checksum = models.CharField(_("checksum"), max_length=64, blank=True)
    job = models.ForeignKey(
        "core.Job", on_delete=models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("job")
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("asked by")
    )
    created_at = models.DateTimeField(_("asked at"))

    objects = RegisterExportQuerySet.as_manager()

    class Meta:
        verbose_name = _("export of the register")
        verbose_name_plural = _("exports of the register")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(condition=Q(format__in=ExportFormat.values), name="register_export_format_known"),
        ]

    def __str__(self) -> str:
        return self.sentence

    @property
    def whose(self) -> Whose:
        return REACH.whose(self)

    @property
    def table_row(self) -> str:
        return "register_export"
