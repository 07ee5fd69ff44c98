"""Days, shares and sets of papers that a procedure gives beside its stages."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Floor
from django.utils.translation import gettext_lazy as _

from awards.procedures.models import wording
from awards.procedures.models.parts import HUNDRED, WHOLE_ONLY, Provisioned
from awards.procedures.rules.terms import BASES_OF, WHOLE_MEASURES, Base, MeasureKind
from emulation.core.words import choices


class ProcedureMeasure(Provisioned):
    """A number that the procedure sets once. `base`: of what a share is taken; empty while nobody knows."""

    procedure = models.ForeignKey("awards.Procedure", on_delete=models.PROTECT, related_name="measures")
    kind = models.CharField(_("measure"), max_length=20, choices=choices(wording.MEASURES))
    number = models.DecimalField(_("number set"), max_digits=6, decimal_places=2)
    base = models.CharField(_("share of"), max_length=20, choices=choices(wording.BASES), blank=True)

    class Meta:
        verbose_name = _("measure of a procedure")
        verbose_name_plural = _("measures of procedures")
        ordering = ["procedure", "kind"]
        constraints = [
            *Provisioned.Meta.constraints,
            models.UniqueConstraint(
                fields=["procedure", "kind"],
                name="procedure_measure_once",
                violation_error_message=_("The procedure has this number already."),
            ),
            models.CheckConstraint(condition=Q(kind__in=list(MeasureKind)), name="procedure_measure_known"),
            models.CheckConstraint(
                condition=Q(
                    ~Q(kind__in=list(BASES_OF)) & Q(base=""),
                    *(Q(kind=kind, base__in=list(bases)) for kind, bases in BASES_OF.items()),
                    Q(kind__in=list(BASES_OF), base="", verified=False),
                    _connector=Q.OR,
                ),
                name="procedure_measure_of_its_base",
                violation_error_message=_("A verified share says of what it is taken, and no other number does."),
            ),
            models.CheckConstraint(
                condition=Q(number__gt=0) & (~Q(kind__in=list(BASES_OF)) | Q(number__lte=HUNDRED)),
                name="procedure_measure_in_range",
                violation_error_message=_("A number is above zero, and a share at most 100%%."),
            ),
            models.CheckConstraint(
                condition=~Q(kind__in=list(WHOLE_MEASURES)) | Q(number=Floor("number")),
                name="procedure_measure_whole",
                violation_error_message=WHOLE_ONLY,
            ),
        ]

    def __str__(self) -> str:
        return str(self.get_kind_display())

    @property
    def is_whole(self) -> bool:
        return self.kind in WHOLE_MEASURES

    @property
    def is_share(self) -> bool:
        return self.kind in BASES_OF

    @property
    def known_base(self) -> Base | None:
        return Base(self.base) if self.base else None
