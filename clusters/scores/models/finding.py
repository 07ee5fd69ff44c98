from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from clusters.organisations.models.organisation import Organisation
from clusters.scores.models.score import ScoringRound


class KnockOutFinding(models.Model):
    """The cluster found that a judged knock-out condition holds of a member."""

    scoring = models.ForeignKey(
        ScoringRound, on_delete=models.PROTECT, related_name="findings", verbose_name=_("scoring")
    )
    knock_out = models.ForeignKey(
        "clusters.KnockOut", on_delete=models.PROTECT, related_name="findings", verbose_name=_("knock-out condition")
    )
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+", verbose_name=_("member"))
    why = models.CharField(_("what was found, by which paper"), max_length=500)
    found_by_name = models.CharField(_("person"), max_length=200)
    found_at = models.DateTimeField(_("time"))

    class Meta:
        verbose_name = _("knock-out found")
        verbose_name_plural = _("knock-outs found")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["knock_out", "organisation"],
                name="knock_out_found_once",
                violation_error_message=_("This was already found of this member."),
            ),
            models.CheckConstraint(condition=~Q(why=""), name="knock_out_finding_says_why"),
        ]

    def __str__(self):
        return f"{self.organisation}: {self.knock_out}"
