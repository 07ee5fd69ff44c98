from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from awards.catalogue.models.award import Award
from awards.procedures.models import wording
from awards.procedures.rules.terms import BASES_OF, MeasureKind
from clusters.models import Organisation
from emulation.core.access import Whose
from emulation.core.actor import Actor
from emulation.core.models.fields import PeriodField, PeriodQuerySet, never_overlapping
from emulation.core.models.reach import Reach
from emulation.core.words import choices

REACH = Reach(organisations=("organisation_id",))
ROW = "title_share"


class TitleShareQuerySet(PeriodQuerySet):
    def visible_to(self, actor: Actor) -> Self:
        return self.filter(REACH.seen_by(actor, {ROW: Q()}))


class TitleShare(models.Model):
    """The share of an award that a province sets for itself by a `document`: at most `share_percent` of the `base`."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="title_shares", verbose_name=_("organisation")
    )
    award = models.ForeignKey(Award, on_delete=models.PROTECT, related_name="+", verbose_name=_("award"))
    share_percent = models.DecimalField(_("share in per cent"), max_digits=5, decimal_places=2)
    base = models.CharField(_("share of"), max_length=20, choices=choices(wording.BASES))
    document = models.CharField(_("number and date of the document"), max_length=300)
    during = PeriodField(_("in force"))

    objects = TitleShareQuerySet.as_manager()

    class Meta:
        verbose_name = _("share set by a province")
        verbose_name_plural = _("shares set by provinces")
        ordering = ["award__position", "-during"]
        constraints = [
            never_overlapping(
                "title_share_once_a_day",
                "organisation",
                "award",
                message=_("Another share of this award stands in that time; end that one first."),
            ),
            models.CheckConstraint(
                condition=Q(share_percent__gt=0, share_percent__lte=100), name="title_share_in_range"
            ),
            models.CheckConstraint(
                condition=Q(base__in=list(BASES_OF[MeasureKind.QUOTA_SHARE])), name="title_share_of_its_base"
            ),
            models.CheckConstraint(condition=~Q(document=""), name="title_share_has_document"),
        ]

    def __str__(self) -> str:
        return f"{self.award}: {self.share_percent}%"

    @property
    def whose(self) -> Whose:
        return REACH.whose(self)

    @property
    def table_row(self) -> str:
        return ROW
