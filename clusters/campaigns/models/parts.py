"""What a campaign wants to reach, and in which phases."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from clusters.campaigns.models.campaign import Campaign
from emulation.core.models.fields import PeriodField


class CampaignGoal(models.Model):
    """One goal in one sentence, with how much of what, after which source, checked on which day."""

    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="goals", verbose_name=_("campaign"))
    text = models.CharField(_("goal"), max_length=500)
    amount = models.CharField(_("how much"), max_length=100, blank=True)
    unit = models.CharField(_("unit of measure"), max_length=40, blank=True)
    source = models.CharField(_("source of the figure"), max_length=200, blank=True)
    checked_on = models.DateField(_("checked on"), null=True, blank=True)

    class Meta:
        verbose_name = _("goal of the campaign")
        verbose_name_plural = _("goals of the campaign")
        ordering = ["id"]
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="campaign_goal_says_something")]

    def __str__(self):
        return self.text


class CampaignPhase(models.Model):
    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="phases", verbose_name=_("campaign"))
    name = models.CharField(_("phase"), max_length=200)
    during = PeriodField(_("runs"))

    class Meta:
        verbose_name = _("phase of the campaign")
        verbose_name_plural = _("phases of the campaign")
        ordering = ["during", "id"]
        constraints = [models.CheckConstraint(condition=~Q(name=""), name="campaign_phase_has_name")]

    def __str__(self):
        return self.name
