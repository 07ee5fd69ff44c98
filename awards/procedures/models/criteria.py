"""What an appraiser of an award judges by: rows of its procedure, like all else that the law says of it."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from awards.procedures.models import wording
from awards.procedures.models.parts import HUNDRED, Provisioned
from awards.procedures.rules.terms import CriterionKind
from emulation.core.words import choices


class ProcedureCriterion(Provisioned):
    """`points`: the most that can be given; none where it is met or not met."""

    procedure = models.ForeignKey("awards.Procedure", on_delete=models.PROTECT, related_name="criteria")
    position = models.PositiveSmallIntegerField(_("place in lists"))
    kind = models.CharField(_("criterion of appraisal"), max_length=20, choices=choices(wording.CRITERIA))
    points = models.PositiveSmallIntegerField(
        _("points at most"), null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(HUNDRED)]
    )

    class Meta:
        verbose_name = _("criterion of a procedure")
        verbose_name_plural = _("criteria of procedures")
        ordering = ["procedure", "position"]
        constraints = [
            *Provisioned.Meta.constraints,
            models.UniqueConstraint(
                fields=["procedure", "kind"],
                name="procedure_criterion_once",
                violation_error_message=_("The procedure names this criterion already."),
            ),
            models.CheckConstraint(condition=Q(kind__in=list(CriterionKind)), name="procedure_criterion_known"),
            models.CheckConstraint(
                condition=Q(points__isnull=True) | Q(points__range=(1, HUNDRED)),
                name="procedure_criterion_points",
                violation_error_message=_("A criterion has 1 to 100 points, or none where it is met or not met."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.get_kind_display())
