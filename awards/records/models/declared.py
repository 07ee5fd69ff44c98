from typing import Self

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from awards.catalogue.models.award import Award
from awards.records.models.subject import Subject
from awards.records.models.wording import DECLARED_STATES, STEPS
from awards.records.rules.terms import WAITING, DeclaredState
from awards.rows.rules.reading import LONGEST
from clusters.models import Paper
from emulation.core.access import Whose
from emulation.core.actor import Actor
from emulation.core.models.reach import Reach, by_state
from emulation.core.models.steps import StepTaken
from emulation.core.words import choices

REACH = Reach(organisations=("organisation_id",), holders=("organisation__parent_id",))
SUBJECTS = {
    DeclaredState.DECLARED: "declared_honour",
    DeclaredState.AT_CENTRE: "declared_of_state",
    DeclaredState.AT_PROVINCE: "declared_of_province",
    DeclaredState.CONFIRMED: "declared_honour",
    DeclaredState.REFUSED: "declared_honour",
    DeclaredState.WITHDRAWN: "declared_honour",
}


class DeclaredHonourQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> Self:
        return self.filter(REACH.seen_by(actor, by_state(SUBJECTS)))

    def confirmable_by(self, actor: Actor) -> Self:
        """Those that wait for the person's own word."""
        waiting = by_state({state: SUBJECTS[state] for state in WAITING})
        return self.filter(REACH.seen_by(actor, waiting, deed="confirm"))

    def counting(self) -> Self:
        """Those that a history may hold: confirmed, or declared and not refused yet."""
        return self.filter(state__in=(*WAITING, DeclaredState.CONFIRMED))


class DeclaredHonour(models.Model):
    """An honour from before the register, as the subject's office declares it with number, date and `scan`: counted as
    “tự khai” until a reviewer of the level that conferred it confirms. Never part of the register's totals."""

    subject = models.ForeignKey(Subject, on_delete=models.PROTECT, related_name="declared", verbose_name=_("subject"))
    organisation = models.ForeignKey(
        "clusters.Organisation", on_delete=models.PROTECT, related_name="+", verbose_name=_("organisation")
    )
    award = models.ForeignKey(Award, on_delete=models.PROTECT, related_name="+", verbose_name=_("award"))
    achievement_year = models.PositiveSmallIntegerField(_("year of the achievement"), null=True, blank=True)
    decision_number = models.CharField(_("decision number"), max_length=LONGEST["decision_number"])
    decision_date = models.DateField(_("decision date"))
    signer_office = models.CharField(_("conferred by"), max_length=LONGEST["signer_office"], blank=True)
    scan = models.ForeignKey(Paper, on_delete=models.PROTECT, related_name="+", verbose_name=_("scan of the decision"))
    state = models.CharField(
        _("state"), max_length=10, choices=choices(DECLARED_STATES), default=DeclaredState.DECLARED
    )

    objects = DeclaredHonourQuerySet.as_manager()

    class Meta:
        verbose_name = _("declared honour")
        verbose_name_plural = _("declared honours")
        ordering = ["-decision_date", "-id"]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=list(DeclaredState)), name="declared_honour_state_known"),
            models.CheckConstraint(condition=~Q(decision_number=""), name="declared_honour_has_number"),
            models.CheckConstraint(
                condition=Q(achievement_year__isnull=True) | Q(achievement_year__lte=F("decision_date__year")),
                name="declared_honour_year_not_after_decision",
                violation_error_message=_("The year of the achievement lies after the decision."),
            ),
            models.UniqueConstraint(
                fields=["subject", "award", "decision_number", "decision_date"],
                condition=Q(state__in=(*WAITING, DeclaredState.CONFIRMED)),
                name="declared_honour_once",
                violation_error_message=_("This honour is declared already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.subject}: {self.decision_number}"

    def get_absolute_url(self) -> str:
        return reverse("awards:declared", args=[self.pk])

    @property
    def whose(self) -> Whose:
        return REACH.whose(self)

    @property
    def table_row(self) -> str:
        return SUBJECTS[DeclaredState(self.state)]


class DeclaredStep(StepTaken):
    """A step that a declared honour took. Append-only by trigger."""

    declared = models.ForeignKey(
        DeclaredHonour, on_delete=models.PROTECT, related_name="steps", verbose_name=_("declared honour")
    )

    words = STEPS

    class Meta(StepTaken.Meta):
        verbose_name = _("step of a declared honour")
        verbose_name_plural = _("steps of declared honours")

    def __str__(self) -> str:
        return f"{self.declared_id}: {self.name}"
