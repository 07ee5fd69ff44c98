"""What was entered by mistake stays, shown struck out with its reason, and counts nowhere."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from emulation.core.models.steps import LONGEST_WHY


class StandingQuerySet(models.QuerySet):
    def standing(self):
        return self.filter(withdrawn_at__isnull=True)


class CanBeStruckOut(models.Model):
    withdrawn_at = models.DateTimeField(_("struck out at"), null=True, blank=True)
    withdrawn_by = models.CharField(_("struck out by"), max_length=200, blank=True, default="", db_default="")
    withdrawn_why = models.CharField(_("reason"), max_length=LONGEST_WHY, blank=True, default="", db_default="")

    class Meta:
        abstract = True
