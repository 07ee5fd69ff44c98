from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import Exists, Q
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from clusters.indicators.models import wording
from clusters.indicators.rules.terms import AVERAGES, Derivation, Direction, ValueKind
from clusters.membership.models.cluster import Cluster, ClusterKind
from clusters.membership.rules.half_years import span
from emulation.core.access import Whose
from emulation.core.actor import Actor
from emulation.core.models.fields import PeriodField, PeriodQuerySet
from emulation.core.models.reach import EVERY_RECORD, Reach
from emulation.core.words import choices

SUBJECT = "indicator"
REACH = Reach()


class IndicatorQuerySet(PeriodQuerySet):
    def visible_to(self, actor: Actor):
        return self.filter(REACH.seen_by(actor, {SUBJECT: EVERY_RECORD}))

    def asked_of(self, cluster_id, period):
        """What the cluster reports on for a half-year: the common indicators and its own. The bodies of a block govern
        no place: one that has its own in that time reports on those alone."""
        own = Indicator.objects.overlapping(period).filter(cluster_id=cluster_id, cluster__kind=ClusterKind.KHOI)
        common = Q(cluster__isnull=True) & ~Exists(own)
        return self.overlapping(period).filter(common | Q(cluster_id=cluster_id))

    def reported_by_members(self):
        return self.exclude(derivation=Derivation.BY_HEAD)

    def of_sheet(self, cluster_year, half, organisation_id):
        """What stands in a member's sheet of a span; without organisation, in that of the head for the whole cluster:
        nobody is asked for what another enters."""
        asked = self.asked_of(cluster_year.cluster_id, span(cluster_year.year, half))
        if organisation_id is None:
            return asked.filter(derivation=Derivation.BY_HEAD)
        return asked.reported_by_members()


class Indicator(models.Model):
    """Something members report a figure on each half-year. The code never changes."""

    code = models.CharField(_("code"), max_length=60, unique=True)
    name = models.CharField(_("name of the indicator"), max_length=300)
    unit = models.CharField(_("unit of measure"), max_length=40, blank=True)
    value_kind = models.CharField(_("kind of figure"), max_length=10, choices=choices(wording.VALUE_KINDS))
    direction = models.CharField(_("what is better"), max_length=10, choices=choices(wording.DIRECTIONS))
    derivation = models.CharField(_("figure of the cluster"), max_length=15, choices=choices(wording.DERIVATIONS))
    weighted_by = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("weighted by"),
    )
    declared = models.BooleanField(_("as declared by the member"), default=False)
    cluster = models.ForeignKey(
        Cluster,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="indicators",
        verbose_name=_("only in the cluster"),
    )
    during = PeriodField(_("reported during"))
    guidance = models.CharField(_("how to reckon it"), max_length=300, blank=True)
    source = models.CharField(_("source"), max_length=300, blank=True)
    verified = models.BooleanField(_("verified"), default=True)
    position = models.PositiveSmallIntegerField(_("place in lists"), default=0)

    objects = IndicatorQuerySet.as_manager()

    class Meta:
        verbose_name = _("indicator")
        verbose_name_plural = _("indicators")
        ordering = ["position", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(value_kind__in=list(ValueKind)), name="indicator_kind_known"),
            models.CheckConstraint(condition=Q(direction__in=list(Direction)), name="indicator_direction_known"),
            models.CheckConstraint(condition=Q(derivation__in=list(Derivation)), name="indicator_derivation_known"),
            models.CheckConstraint(condition=~Q(name=""), name="indicator_has_name"),
            models.CheckConstraint(
                condition=~Q(derivation=Derivation.SUM) | Q(value_kind__in=[ValueKind.WHOLE, ValueKind.DECIMAL]),
                name="indicator_sum_of_amounts",
                violation_error_message=_("Shares cannot be added up; choose another way to the cluster's figure."),
            ),
            models.CheckConstraint(
                condition=~Q(derivation=Derivation.RATIO) | Q(value_kind=ValueKind.RATIO),
                name="indicator_ratio_of_ratios",
                violation_error_message=_("Only figures such as 19/19 give a part and a whole to add up."),
            ),
            models.CheckConstraint(
                condition=~Q(derivation__in=list(AVERAGES)) | ~Q(value_kind=ValueKind.RATIO),
                name="indicator_average_of_numbers",
                violation_error_message=_("Parts of a whole are not averaged; add up the parts and the wholes."),
            ),
            models.CheckConstraint(
                condition=Q(derivation=Derivation.WEIGHTED, weighted_by__isnull=False)
                | (~Q(derivation=Derivation.WEIGHTED) & Q(weighted_by__isnull=True)),
                name="indicator_weighted_by_something",
                violation_error_message=_("Only a weighted average names an indicator that it is weighted by."),
            ),
            models.CheckConstraint(
                condition=Q(declared=False) | Q(value_kind=ValueKind.RATIO),
                name="indicator_declared_with_base",
                violation_error_message=_("A declared share is written with its part and its whole, such as 19/19."),
            ),
            ExclusionConstraint(
                name="indicator_name_once",
                expressions=[
                    ("name", RangeOperators.EQUAL),
                    (Coalesce("cluster", 0), RangeOperators.EQUAL),
                    ("during", RangeOperators.OVERLAPS),
                ],
                violation_error_message=_("An indicator of this name is already reported in that time."),
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("clusters:indicators") + f"#chi-tieu-{self.pk}"

    @property
    def whose(self) -> Whose:
        """Nobody's: the catalogue is the country's."""
        return REACH.whose(self)

    @property
    def table_row(self) -> str:
        return SUBJECT
