from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from clusters.models.cluster import ClusterYear
from clusters.models.organisation import Organisation
from clusters.rules.half_years import SPANS


class SheetTerm(models.Model):
    """Two days for the figures of a span: sent by `due_on` they count as on time; after `locks_on` nothing more is
    sent without an extension."""

    cluster_year = models.ForeignKey(
        ClusterYear, on_delete=models.PROTECT, related_name="sheet_terms", verbose_name=_("cluster year")
    )
    half = models.PositiveSmallIntegerField(_("half of the year"))
    due_on = models.DateField(_("last day to be on time"))
    locks_on = models.DateField(_("last day before they are locked"))

    class Meta:
        verbose_name = _("term of half-year figures")
        verbose_name_plural = _("terms of half-year figures")
        constraints = [
            models.UniqueConstraint(fields=["cluster_year", "half"], name="sheet_term_once"),
            models.CheckConstraint(condition=Q(half__in=SPANS), name="sheet_term_span_known"),
            models.CheckConstraint(
                condition=Q(locks_on__gte=F("due_on")),
                name="sheet_term_locks_after_due",
                violation_error_message=_("Figures are locked on their due day or later. Change one of the two."),
            ),
        ]

    def __str__(self):
        return f"{self.cluster_year}, {self.half}"


class SheetExtension(models.Model):
    """More time for one member, with the reason. The newest counts; append-only by trigger."""

    cluster_year = models.ForeignKey(
        ClusterYear, on_delete=models.PROTECT, related_name="sheet_extensions", verbose_name=_("cluster year")
    )
    half = models.PositiveSmallIntegerField(_("half of the year"))
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+", verbose_name=_("member"))
    until = models.DateField(_("extended until"))
    why = models.CharField(_("reason"), max_length=500)
    granted_by_name = models.CharField(_("person"), max_length=200)
    granted_at = models.DateTimeField(_("time"))

    class Meta:
        verbose_name = _("extension")
        verbose_name_plural = _("extensions")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(condition=Q(half__in=SPANS), name="sheet_extension_span_known"),
            models.CheckConstraint(condition=~Q(why=""), name="sheet_extension_says_why"),
        ]

    def __str__(self):
        return f"{self.organisation}: {self.until}"
