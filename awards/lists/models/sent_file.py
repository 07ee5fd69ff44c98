from pathlib import Path

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from clusters.models import Organisation


class SentFile(models.Model):
    """A table that an office sent in, kept as it came, with the work that goes on about it. `account`: what became of
    every row of the file (`awards.lists.rules.account`), empty until it is read."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="+", verbose_name=_("organisation")
    )
    file = models.FileField(_("file"), upload_to="lists/%Y/%m", max_length=300)
    file_name = models.CharField(_("file name"), max_length=255)
    file_size = models.PositiveIntegerField(_("size in bytes"))
    checksum = models.CharField(_("checksum"), max_length=64)
    account = models.JSONField(_("what became of every row"), default=dict)
    job = models.ForeignKey(
        "core.Job",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("current job"),
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("sent in by")
    )
    created_at = models.DateTimeField(_("sent in at"))

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.file_name

    @property
    def name_to_save(self) -> str:
        """As it was sent in, with the ending of what it really is."""
        ending = Path(self.file.name).suffix
        return self.file_name if self.file_name.casefold().endswith(ending) else f"{self.file_name}{ending}"

    @property
    def is_working(self) -> bool:
        """Whether a worker has it in hand, or soon will have."""
        return self.job is not None and not self.job.is_finished
