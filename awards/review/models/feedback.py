"""What an unsuccessful nominator is told: three lines, drafted from the criteria, approved by the body that decided."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from awards.nominations.models.nomination import Nomination
from awards.review.rules.terms import LONGEST_FEEDBACK
from clusters.models import Organisation
from emulation.core.actor import Actor


class FeedbackQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> Self:
        """Approved, whoever sees the dossier; before that only the body that writes it."""
        seen = Nomination.objects.visible_to(actor).order_by()
        return self.filter(Q(approved_at__isnull=False) | Q(body__in=actor.bodies), nomination__in=seen)

    def approved(self) -> Self:
        return self.filter(approved_at__isnull=False)


class Feedback(models.Model):
    nomination = models.OneToOneField(
        Nomination, on_delete=models.PROTECT, related_name="feedback", verbose_name=_("dossier of commendation")
    )
    body = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+", verbose_name=_("body"))
    strongest = models.CharField(_("strongest side"), max_length=LONGEST_FEEDBACK, blank=True)
    weakest = models.CharField(_("weakest side"), max_length=LONGEST_FEEDBACK, blank=True)
    missing = models.CharField(_("what was missing"), max_length=LONGEST_FEEDBACK, blank=True)
    approved_by_name = models.CharField(_("approved by"), max_length=200, blank=True)
    approved_at = models.DateTimeField(_("approved at"), null=True, blank=True)

    objects = FeedbackQuerySet.as_manager()

    class Meta:
        verbose_name = _("feedback on a dossier")
        verbose_name_plural = _("feedback on dossiers")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(approved_at__isnull=True) | ~(Q(strongest="") | Q(weakest="") | Q(missing="")),
                name="feedback_approved_is_whole",
                violation_error_message=_(
                    "Feedback says all three: the strongest side, the weakest, what was missing."
                ),
            ),
        ]

    def __str__(self) -> str:
        return str(self.nomination)
