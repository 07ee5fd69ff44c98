from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from clusters.organisations.models.organisation import Organisation
from emulation.core.access import Whose
from emulation.core.models.reach import Reach

REACH = Reach(organisations=("organisation_id",))
ROW, ROW_OF_CENTRE = "paper_own", "paper_of_centre"


class Paper(models.Model):
    """A file that an office filed as evidence or as a scan, judged by its content. Never changed, never deleted."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="papers", verbose_name=_("organisation")
    )
    file = models.FileField(_("file"), upload_to="papers/%Y/%m", max_length=300)
    name = models.CharField(_("file name"), max_length=255)
    size = models.PositiveIntegerField(_("size in bytes"))
    checksum = models.CharField(_("checksum"), max_length=64)
    content_type = models.CharField(_("kind of content"), max_length=100)
    filed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("filed by")
    )
    filed_at = models.DateTimeField(_("filed at"))

    class Meta:
        verbose_name = _("paper")
        verbose_name_plural = _("papers")
        ordering = ["-id"]
        constraints = [models.CheckConstraint(condition=Q(size__gt=0), name="paper_is_not_empty")]

    def __str__(self):
        return self.name

    @property
    def whose(self) -> Whose:
        return REACH.whose(self)

    @property
    def table_row(self) -> str:
        return ROW
