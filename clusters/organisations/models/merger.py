from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from clusters.organisations.models.organisation import Organisation, Succession, SuccessionKind


class Merger(models.Model):
    """A merger that was applied: from its day on the successor stands for its predecessors. `counts` says how much of
    what it ended and passed on. Written once; a trigger keeps it."""

    successor = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="mergers", verbose_name=_("successor")
    )
    day = models.DateField(_("day"))
    legal_basis = models.CharField(_("legal basis"), max_length=300)
    applied_at = models.DateTimeField(_("applied at"))
    applied_by_name = models.CharField(_("applied by"), max_length=200)
    counts = models.JSONField(_("what it did"))

    class Meta:
        verbose_name = _("merger")
        verbose_name_plural = _("mergers")
        ordering = ["-day", "successor__sort_key", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["successor", "day"],
                name="merger_once",
                violation_error_message=_("This merger was applied already; it is not run twice."),
            ),
        ]

    def __str__(self):
        return str(self.successor)

    def get_absolute_url(self):
        return reverse("clusters:merger", args=[self.pk])


class MergedOrganisation(models.Model):
    """A predecessor of a merger. A body is merged once."""

    merger = models.ForeignKey(Merger, on_delete=models.PROTECT, related_name="merged", verbose_name=_("merger"))
    organisation = models.OneToOneField(
        Organisation, on_delete=models.PROTECT, related_name="merged_by", verbose_name=_("predecessor")
    )

    class Meta:
        verbose_name = _("predecessor of a merger")
        verbose_name_plural = _("predecessors of mergers")
        ordering = ["organisation__sort_key", "id"]

    def __str__(self):
        return str(self.organisation)


def recorded_mergers(day=None):
    """Successions of the kind merger that no merger was applied for yet, by day and successor."""
    rows = Succession.objects.filter(kind=SuccessionKind.MERGE).exclude(
        models.Exists(Merger.objects.filter(successor=models.OuterRef("successor"), day=models.OuterRef("day")))
    )
    rows = rows if day is None else rows.filter(day=day)
    return rows.select_related("predecessor", "successor").order_by(
        "day", "successor__sort_key", "successor", "predecessor__sort_key"
    )
