"""A member was reminded of its part in a stage of the year."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from clusters.membership.models.cluster import ClusterYear
from clusters.organisations.models.organisation import Organisation
from clusters.year.rules.parts import STAGES_OF_MEMBERS
from emulation.core.dates import format_date


class Reminder(models.Model):
    """Once a day and part; append-only by trigger. It ends by itself: shown with the duty, it goes with the duty."""

    cluster_year = models.ForeignKey(
        ClusterYear, on_delete=models.PROTECT, related_name="reminders", verbose_name=_("cluster year")
    )
    stage = models.CharField(_("stage"), max_length=10)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+", verbose_name=_("member"))
    on = models.DateField(_("day"))
    sent_by_name = models.CharField(_("person"), max_length=200)
    sent_at = models.DateTimeField(_("time"))

    class Meta:
        verbose_name = _("reminder")
        verbose_name_plural = _("reminders")
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["cluster_year", "stage", "organisation", "on"],
                name="reminder_once_a_day",
                violation_error_message=_("The member was reminded of this today already."),
            ),
            models.CheckConstraint(condition=Q(stage__in=list(STAGES_OF_MEMBERS)), name="reminder_stage_of_members"),
        ]

    def __str__(self):
        return f"{self.organisation}: {format_date(self.on)}"


class ReminderMail(models.Model):
    """A person was written to on that day of everything it is reminded of: once a day."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("account")
    )
    on = models.DateField(_("day"))
    sent_at = models.DateTimeField(_("time"))

    class Meta:
        verbose_name = _("mail of reminders")
        verbose_name_plural = _("mails of reminders")
        ordering = ["-id"]
        constraints = [models.UniqueConstraint(fields=["user", "on"], name="reminder_mail_once_a_day")]

    def __str__(self):
        return f"{self.user}: {format_date(self.on)}"
