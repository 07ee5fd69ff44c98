"""What people changed in procedures: who, when, why, before and after; kept by a trigger."""

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import gettext_lazy as _

from awards.procedures.models.parts import Provisioned
from awards.procedures.models.procedure import Procedure
from emulation.core.models.steps import LONGEST_WHY


class ProcedureChangeQuerySet(models.QuerySet):
    def latest_of(self, part: Provisioned) -> "ProcedureChange | None":
        return self.filter(part=type(part).__name__, part_id=part.pk).first()

    def rows(self) -> set[tuple[str, int]]:
        """(model's name, id) of what a person has changed: shipped data leaves it alone."""
        return set(self.order_by().values_list("part", "part_id").distinct())


class ProcedureChange(models.Model):
    """`part`: name of the model whose row `part_id` was changed, the procedure itself among them. `before` and `after`
    hold only what changed."""

    procedure = models.ForeignKey(
        Procedure, on_delete=models.PROTECT, related_name="changes", verbose_name=_("procedure")
    )
    part = models.CharField(_("what was changed"), max_length=30)
    part_id = models.PositiveBigIntegerField()
    before = models.JSONField(_("before"), encoder=DjangoJSONEncoder)
    after = models.JSONField(_("after"), encoder=DjangoJSONEncoder)
    why = models.CharField(_("reason"), max_length=LONGEST_WHY)
    changed_by_name = models.CharField(_("person"), max_length=200)
    changed_at = models.DateTimeField(_("time"))

    objects = ProcedureChangeQuerySet.as_manager()

    class Meta:
        verbose_name = _("change of a procedure")
        verbose_name_plural = _("changes of procedures")
        ordering = ["-id"]

    def __str__(self) -> str:
        return str(self.procedure)
