from django.db import models
from django.utils.translation import gettext_lazy as _

from clusters.organisations.models.organisation import Organisation
from emulation.core.access import Whose
from emulation.core.actor import Actor
from emulation.core.models.fields import PeriodField, PeriodQuerySet
from emulation.core.models.reach import Reach

REACH = Reach()
ROW = "campaign"


class CampaignQuerySet(PeriodQuerySet):
    def visible_to(self, actor: Actor):
        return self.filter(REACH.seen_by(actor, {ROW: models.Q()}))

    def matching(self, key: str):
        """`key` is a search key; a campaign is found under any of its names."""
        if not key:
            return self
        named = models.Q(name_key__contains=key)
        return self.filter(
            named | models.Exists(CampaignAlias.objects.filter(campaign=models.OuterRef("pk"), name_key__contains=key))
        )


class Campaign(models.Model):
    """A campaign as reference: its name, who launched it, when. Papers print it under several names: see aliases."""

    name = models.CharField(_("name"), max_length=400)
    name_key = models.CharField(_("search key"), max_length=400, db_index=True)
    initiator = models.CharField(_("launched by"), max_length=200)
    initiator_organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="campaigns",
        verbose_name=_("launched by the organisation"),
    )
    during = PeriodField(_("runs"))
    document = models.CharField(_("document"), max_length=200, blank=True)
    source = models.CharField(_("source"), max_length=300, blank=True)

    objects = CampaignQuerySet.as_manager()

    class Meta:
        verbose_name = _("campaign")
        verbose_name_plural = _("campaigns")
        ordering = ["name_key", "id"]
        constraints = [
            models.UniqueConstraint(fields=["name_key", "initiator"], name="campaign_once_per_initiator"),
        ]

    def __str__(self):
        return self.name

    @property
    def whose(self) -> Whose:
        return REACH.whose(self)

    @property
    def table_row(self) -> str:
        return ROW


class CampaignAlias(models.Model):
    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="aliases", verbose_name=_("campaign"))
    name = models.CharField(_("other name"), max_length=400)
    name_key = models.CharField(_("search key"), max_length=400, db_index=True)

    class Meta:
        verbose_name = _("other name of a campaign")
        verbose_name_plural = _("other names of campaigns")
        constraints = [models.UniqueConstraint(fields=["campaign", "name_key"], name="campaign_alias_once")]

    def __str__(self):
        return self.name
