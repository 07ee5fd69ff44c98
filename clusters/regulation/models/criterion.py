from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from clusters.indicators.models.indicator import Indicator
from clusters.regulation.models import wording
from clusters.regulation.models.scheme import CriterionGroup, Scheme, points_field
from clusters.regulation.rules.terms import NEEDS_INDICATOR, FunctionKind, KnockOutKind
from emulation.core.words import choices


class Criterion(models.Model):
    """A line of the table. `terms` are those of its function, as the rules of scoring read them: Decimals as text.

    `scheme` repeats the group's, so that the database can keep an indicator in one line of a scheme."""

    scheme = models.ForeignKey(
        Scheme, on_delete=models.CASCADE, related_name="criteria", verbose_name=_("scoring scheme"), editable=False
    )
    group = models.ForeignKey(
        CriterionGroup, on_delete=models.CASCADE, related_name="criteria", verbose_name=_("group of criteria")
    )
    number = models.CharField(_("number"), max_length=10, blank=True)
    title = models.CharField(_("criterion"), max_length=500)
    maximum = points_field(_("maximum"))
    function = models.CharField(_("way of scoring"), max_length=20, choices=choices(wording.FUNCTIONS))
    indicator = models.ForeignKey(
        Indicator,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="criteria",
        verbose_name=_("indicator"),
    )
    register_figure = models.CharField(
        _("share from the register"),
        max_length=20,
        blank=True,
        choices=choices(wording.REGISTER_FIGURES),
    )
    terms = models.JSONField(_("terms of the scoring"), default=dict, blank=True)
    cross_scored = models.BooleanField(_("scored by other members"), default=True)
    appraised = models.BooleanField(_("appraised"), default=True)
    guidance = models.CharField(_("how to score it, and with which evidence"), max_length=500, blank=True)
    position = models.PositiveSmallIntegerField(_("place in the group"), default=0)

    class Meta:
        verbose_name = _("criterion")
        verbose_name_plural = _("criteria")
        ordering = ["group__position", "position", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["scheme", "indicator"],
                condition=Q(indicator__isnull=False),
                name="criterion_indicator_once",
                violation_error_message=_(
                    "This indicator is already scored in another line. Take it out there, or choose another."
                ),
            ),
            models.CheckConstraint(condition=Q(function__in=list(FunctionKind)), name="criterion_function_known"),
            models.CheckConstraint(condition=~Q(title=""), name="criterion_has_title"),
            models.CheckConstraint(
                condition=Q(maximum__gt=0),
                name="criterion_maximum_above_zero",
                violation_error_message=_("The maximum is above zero."),
            ),
            models.CheckConstraint(
                condition=~Q(function__in=sorted(NEEDS_INDICATOR)) | Q(indicator__isnull=False),
                name="criterion_has_its_indicator",
                violation_error_message=_("This way of scoring needs an indicator. Choose one."),
            ),
            models.CheckConstraint(
                condition=Q(function=FunctionKind.FROM_REGISTER, register_figure__gt="")
                | (~Q(function=FunctionKind.FROM_REGISTER) & Q(register_figure="")),
                name="criterion_has_its_register_figure",
                violation_error_message=_("Say which share of the register is scored; only that way has one."),
            ),
        ]

    def __str__(self):
        return f"{self.number}. {self.title}" if self.number else self.title


class KnockOut(models.Model):
    """A condition that shuts a member out of acclaim, whatever its points. `share`: of the maximum, in per cent."""

    scheme = models.ForeignKey(
        Scheme, on_delete=models.CASCADE, related_name="knock_outs", verbose_name=_("scoring scheme")
    )
    kind = models.CharField(_("how it is found"), max_length=15, choices=choices(wording.KNOCK_OUTS))
    title = models.CharField(_("condition"), max_length=300)
    criterion = models.ForeignKey(
        Criterion,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="knock_outs",
        verbose_name=_("criterion"),
    )
    share = models.PositiveSmallIntegerField(_("share of the maximum, in per cent"), null=True, blank=True)
    position = models.PositiveSmallIntegerField(_("place in the list"), default=0)

    class Meta:
        verbose_name = _("knock-out condition")
        verbose_name_plural = _("knock-out conditions")
        ordering = ["position", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=list(KnockOutKind)), name="knock_out_kind_known"),
            models.CheckConstraint(condition=~Q(title=""), name="knock_out_has_title"),
            models.CheckConstraint(
                condition=Q(kind=KnockOutKind.BELOW_SHARE, criterion__isnull=False, share__range=(1, 100))
                | (~Q(kind=KnockOutKind.BELOW_SHARE) & Q(criterion__isnull=True, share__isnull=True)),
                name="knock_out_share_of_a_criterion",
                violation_error_message=_("Say of which criterion, and below which share, from 1 to 100 per cent."),
            ),
        ]

    def __str__(self):
        return self.title
