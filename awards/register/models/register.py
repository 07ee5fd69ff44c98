"""What happens to lines of the register after they are in: corrections, and exports of what was filtered."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from awards.register.models.honour import Honour
from emulation.core.actor import Actor


class HonourCorrection(models.Model):
    """One change of a line: what it said, what it says, why. The line keeps the newest; this keeps all.

    A revocation and a restoration are changes of its status. Of the identity number only last digits are kept.
    """

    honour = models.ForeignKey(Honour, on_delete=models.PROTECT, related_name="corrections", verbose_name=_("honour"))
    at = models.DateTimeField(_("time"))
    by_name = models.CharField(_("person"), max_length=200)
    why = models.TextField(_("reason"))
    before = models.JSONField(_("before"))
    after = models.JSONField(_("after"))

    class Meta:
        verbose_name = _("correction of an honour")
        verbose_name_plural = _("corrections of honours")
        ordering = ["-id"]
        constraints = [models.CheckConstraint(condition=~Q(why=""), name="honour_correction_has_reason")]

    def __str__(self) -> str:
        return f"{self.honour_id}: {self.why}"


class ExportFormat(models.TextChoices):
    XLSX = "xlsx", "XLSX"
    CSV = "csv", "CSV"


class RegisterExportQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> Self:
        """An export belongs to who asked for it."""
        if actor.user_id is None or not actor.has_scope:
            return self.none()
        return self.filter(created_by_id=actor.user_id)


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
