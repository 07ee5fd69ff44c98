from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from clusters.membership.models.cluster import ClusterLevel
from clusters.regulation.models.award_wording import AWARDS
from clusters.regulation.rules.proposed_awards import ProposedAward
from emulation.core.models.fields import PeriodField, PeriodQuerySet, never_overlapping
from emulation.core.words import choices


class ProposalRuleQuerySet(PeriodQuerySet):
    def of_level(self, level):
        return self.filter(level=level)


class ProposalRule(models.Model):
    """What the law asks of those a cluster of a level proposes for an award, in a period. `share_percent`: of all units
    acclaimed in the clusters of the same owner, how many may be proposed. `is_suggestion`: not checked against the
    text of the law."""

    award = models.CharField(_("award"), max_length=10, choices=choices(AWARDS))
    level = models.CharField(_("level"), max_length=10, choices=ClusterLevel.choices)
    for_acclaimed_only = models.BooleanField(_("only for the acclaimed unit"), default=False)
    share_percent = models.PositiveSmallIntegerField(_("share of acclaimed units, in per cent"), null=True, blank=True)
    legal_basis = models.CharField(_("legal basis"), max_length=300)
    is_suggestion = models.BooleanField(_("suggestion"), default=True)
    during = PeriodField(_("in force"))

    objects = ProposalRuleQuerySet.as_manager()

    class Meta:
        verbose_name = _("rule for proposals")
        verbose_name_plural = _("rules for proposals")
        ordering = ["award", "level", "during"]
        constraints = [
            never_overlapping(
                "proposal_rule_once_a_day",
                "award",
                "level",
                message=_("Another rule for this award stands in that time; end that one first."),
            ),
            models.CheckConstraint(condition=Q(award__in=list(ProposedAward)), name="proposal_rule_award_known"),
            models.CheckConstraint(condition=Q(level__in=ClusterLevel.values), name="proposal_rule_level_known"),
            models.CheckConstraint(condition=~Q(legal_basis=""), name="proposal_rule_has_legal_basis"),
            models.CheckConstraint(
                condition=Q(share_percent__isnull=True) | Q(share_percent__range=(1, 100)),
                name="proposal_rule_share_in_range",
            ),
        ]

    def __str__(self):
        return f"{self.get_award_display()}, {self.get_level_display()}"
