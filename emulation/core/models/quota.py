from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class StorageQuota(models.Model):
    """How many bytes of files an organisation may keep; of no organisation: each that has no row of its own. By its
    number, for the floor knows no organisations."""

    organisation_id = models.BigIntegerField(_("organisation"), null=True, blank=True)
    most = models.BigIntegerField(_("most bytes"))

    class Meta:
        verbose_name = _("quota of stored files")
        verbose_name_plural = _("quotas of stored files")
        constraints = [
            models.UniqueConstraint(fields=["organisation_id"], nulls_distinct=False, name="storage_quota_once"),
            models.CheckConstraint(condition=Q(most__gt=0), name="storage_quota_positive"),
        ]

    def __str__(self) -> str:
        return str(self.organisation_id or _("every other organisation"))
