"""What a row of a list and an honour of the register have in common."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from awards.catalogue.models import wording
from awards.catalogue.models.award import Award
from awards.rows.rules.reading import LONGEST
from clusters.models import Campaign
from emulation.core.words import choices


class RecipientColumns(models.Model):
    """What a list says of one honour; shared by the register and by the rows of a list under check."""

    subject_kind = models.CharField(_("subject"), max_length=12, choices=choices(wording.SUBJECT_KINDS))
    honorific = models.CharField(_("form of address"), max_length=40, blank=True)
    name = models.CharField(_("name as in the decision"), max_length=LONGEST["name"])
    name_key = models.CharField(_("search key"), max_length=300, db_collation="C")
    sort_key = models.CharField(_("sort key"), max_length=700, db_collation="C")
    birth_date = models.DateField(_("date of birth"), null=True, blank=True)
    birth_year = models.PositiveSmallIntegerField(_("year of birth"), null=True, blank=True)
    identity_digest = models.CharField(_("digest of the identity number"), max_length=64, blank=True)
    identity_tail = models.CharField(_("last digits of the identity number"), max_length=4, blank=True)
    position = models.CharField(_("position"), max_length=LONGEST["position"], blank=True)
    unit = models.CharField(_("unit"), max_length=LONGEST["unit"], blank=True)
    unit_key = models.CharField(_("search key of the unit"), max_length=300, blank=True, db_collation="C")
    target_group = models.CharField(
        _("target group"), max_length=25, blank=True, choices=choices(wording.TARGET_GROUPS)
    )
    award = models.ForeignKey(Award, on_delete=models.PROTECT, related_name="+", verbose_name=_("award"))
    way = models.CharField(_("way of commendation"), max_length=12, choices=choices(wording.WAYS))
    achievement_year = models.PositiveSmallIntegerField(_("year of the achievement"), null=True, blank=True)
    decision_number = models.CharField(_("decision number"), max_length=LONGEST["decision_number"], blank=True)
    decision_date = models.DateField(_("decision date"))
    signer_office = models.CharField(_("office of the signer"), max_length=LONGEST["signer_office"], blank=True)
    campaign = models.ForeignKey(
        Campaign,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="%(class)ss",
        verbose_name=_("campaign"),
    )
    recipient_key = models.CharField(_("key of the person"), max_length=400, blank=True, db_collation="C")

    class Meta:
        abstract = True
