"""The base salary, of which bonuses are multiples."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from emulation.core.actor import Actor
from emulation.core.models.fields import PeriodField, PeriodQuerySet, never_overlapping


class BaseSalaryQuerySet(PeriodQuerySet):
    def visible_to(self, actor: Actor) -> Self:
        return self if actor.has_scope or actor.is_administrator else self.none()


class BaseSalary(models.Model):
    """In whole đồng a month, in force during a time. `verified`: somebody has read it in its provision."""

    amount = models.PositiveIntegerField(_("base salary"))
    during = PeriodField(_("in force"))
    provision = models.CharField(_("provision"), max_length=200)
    verified = models.BooleanField(_("verified"), default=False)

    objects = BaseSalaryQuerySet.as_manager()

    class Meta:
        verbose_name = _("base salary")
        verbose_name_plural = _("base salaries")
        ordering = ["-during"]
        constraints = [
            models.CheckConstraint(
                condition=Q(amount__gt=0) & ~Q(provision=""),
                name="base_salary_by_provision",
                violation_error_message=_("A base salary is above zero and names its provision."),
            ),
            never_overlapping("base_salary_one_at_a_time", message=_("Another base salary is in force in that time.")),
        ]

    def __str__(self) -> str:
        return self.provision
