from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from clusters.models import Organisation
from emulation.core.dates import format_document_date


class TotalsSourceQuerySet(models.QuerySet):
    def numbered(self, organisation: Organisation, number: str, day) -> Self:
        return self.filter(organisation=organisation, number=number, day=day)


class TotalsSource(models.Model):
    """The document in which an organisation declares totals: its number, its day and, where there is one, its scan.
    Never changed but for the scan, which may come later; never deleted."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="totals_sources", verbose_name=_("organisation")
    )
    number = models.CharField(_("number of the document"), max_length=60)
    day = models.DateField(_("day of the document"))
    file = models.FileField(_("scan"), upload_to="totals/%Y/%m", max_length=300, blank=True)
    file_name = models.CharField(_("file name"), max_length=255, blank=True)
    size = models.PositiveIntegerField(_("size in bytes"), default=0)
    checksum = models.CharField(_("checksum"), max_length=64, blank=True)
    content_type = models.CharField(_("kind of content"), max_length=100, blank=True)

    objects = TotalsSourceQuerySet.as_manager()

    class Meta:
        verbose_name = _("document that declares totals")
        verbose_name_plural = _("documents that declare totals")
        constraints = [
            models.UniqueConstraint(fields=["organisation", "number", "day"], name="totals_source_once"),
            models.CheckConstraint(condition=~Q(number=""), name="totals_source_has_number"),
            models.CheckConstraint(
                condition=Q(file="", checksum="", size=0) | (~Q(file="") & ~Q(checksum="") & Q(size__gt=0)),
                name="totals_source_scan_whole",
            ),
        ]

    def __str__(self) -> str:
        return _now("%(number)s of %(day)s") % {"number": self.number, "day": format_document_date(self.day)}
