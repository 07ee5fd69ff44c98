"""What a person did with a dossier, or does not want to do with it."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from clusters.models import Organisation
from emulation.core.models.steps import LONGEST_WHY


class NominationHand(models.Model):
    """A person did something with a dossier for a body: prepared it there, or judged it at that desk. Kept once,
    whatever and how much it was."""

    nomination = models.ForeignKey(
        "awards.Nomination", on_delete=models.PROTECT, related_name="hands", verbose_name=_("dossier of commendation")
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("account")
    )
    body = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+", verbose_name=_("done for"))
    first_at = models.DateTimeField(_("first at"))

    class Meta:
        verbose_name = _("hand in a dossier")
        verbose_name_plural = _("hands in dossiers")
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["user", "nomination", "body"], name="nomination_hand_once")]

    def __str__(self) -> str:
        return f"{self.user}: {self.nomination}"


class RecusalQuerySet(models.QuerySet):
    def standing(self) -> Self:
        return self.filter(lifted_at__isnull=True)


class Recusal(models.Model):
    """A person of a desk asked to have nothing to do with a dossier. `body`: that desk's; who decides there may let the
    person in again, with a reason."""

    nomination = models.ForeignKey(
        "awards.Nomination",
        on_delete=models.PROTECT,
        related_name="recusals",
        verbose_name=_("dossier of commendation"),
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("account")
    )
    body = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+", verbose_name=_("desk"))
    asked_at = models.DateTimeField(_("time"))
    lifted_at = models.DateTimeField(_("let in again at"), null=True, blank=True)
    lifted_by_name = models.CharField(_("let in again by"), max_length=200, blank=True)
    lifted_why = models.CharField(_("reason"), max_length=LONGEST_WHY, blank=True)

    objects = RecusalQuerySet.as_manager()

    class Meta:
        verbose_name = _("recusal")
        verbose_name_plural = _("recusals")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["nomination", "user"],
                condition=Q(lifted_at__isnull=True),
                name="recusal_once",
                violation_error_message=_("You are out of this dossier already."),
            ),
            models.CheckConstraint(
                condition=Q(lifted_at__isnull=True) | (~Q(lifted_by_name="") & ~Q(lifted_why="")),
                name="recusal_lifted_with_reason",
            ),
        ]

    def __str__(self) -> str:
        return str(self.user)
