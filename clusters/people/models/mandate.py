from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from clusters.organisations.models.organisation import Organisation
from emulation.core.models.fields import PeriodField, PeriodQuerySet, never_overlapping


class MandateRole(models.TextChoices):
    """Values are those of `emulation.core.actor.Role`; a test holds them equal."""

    OFFICER = "officer", _("Officer of a province")
    APPROVER = "approver", _("Approver of a province")
    CENTRAL_REVIEWER = "central_reviewer", _("Central reviewer")
    CENTRAL_LEADER = "central_leader", _("Central leader")
    REPORT_READER = "report_reader", _("Report reader")
    SYSTEM_ADMINISTRATOR = "system_administrator", _("System administrator")
    COUNCIL_SECRETARY = "council_secretary", _("Secretary of the Council")
    COUNCIL_MEMBER = "council_member", _("Member of the Council")


class Mandate(models.Model):
    """What a person may do, for which body, from when to when, and on what paper."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="mandates", verbose_name=_("account")
    )
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="mandates", verbose_name=_("organisation")
    )
    role = models.CharField(_("role"), max_length=25, choices=MandateRole.choices)
    during = PeriodField(_("in force"))
    legal_basis = models.CharField(_("legal basis"), max_length=300, blank=True)

    objects = PeriodQuerySet.as_manager()

    class Meta:
        verbose_name = _("mandate")
        verbose_name_plural = _("mandates")
        ordering = ["user", "role"]
        constraints = [
            never_overlapping(
                "mandate_once",
                "user",
                "organisation",
                "role",
                message=_("This person already holds this role there in that time."),
            ),
            models.CheckConstraint(condition=Q(role__in=MandateRole.values), name="mandate_role_known"),
        ]

    def __str__(self):
        return f"{self.user} – {self.get_role_display()} – {self.organisation}"
