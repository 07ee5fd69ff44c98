from collections import defaultdict
from datetime import date
from typing import Self

from django.db import models
from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from awards.catalogue.models.award import Award, LawVersion
from awards.procedures.models import wording
from awards.procedures.models.criteria import ProcedureCriterion
from awards.procedures.models.holding import AwardVersions, HeldProcedure
from awards.procedures.models.measures import ProcedureMeasure
from awards.procedures.models.parts import (
    ProcedureConsultation,
    ProcedurePaper,
    ProcedureRule,
    ProcedureStage,
    ProcedureTransition,
    Provisioned,
)
from awards.procedures.rules.terms import DayKind, MeasureKind
from emulation.core.access import Whose
from emulation.core.actor import Actor
from emulation.core.models.fields import PeriodField, PeriodQuerySet, never_overlapping
from emulation.core.models.reach import EVERY_RECORD, Reach
from emulation.core.words import choices

SUBJECT = "procedure"
REACH = Reach()
PARTS = (
    ProcedureStage,
    ProcedurePaper,
    ProcedureRule,
    ProcedureConsultation,
    ProcedureCriterion,
    ProcedureMeasure,
    ProcedureTransition,
)


class ProcedureQuerySet(PeriodQuerySet):
    def visible_to(self, actor: Actor) -> Self:
        return self.filter(REACH.seen_by(actor, {SUBJECT: EVERY_RECORD}))

    def of_award(self, award: Award) -> Self:
        return self.filter(award=award)

    def whole(self) -> Self:
        """With everything that a page prints: as many queries however many procedures."""
        return self.select_related("award", "law").prefetch_related(
            "stages", "papers", "rules", "criteria", "measures", "consultations", "transitions"
        )

    def with_unverified(self) -> Self:
        """With `.unverified`: how many of its values nobody has checked, the day that decides among them."""
        total = Coalesce(models.Case(models.When(verified=False, then=1), default=0), 0)
        for part in PARTS:
            rows = part.objects.filter(procedure=OuterRef("pk"), verified=False).order_by().values("procedure")
            total = total + Coalesce(Subquery(rows.annotate(number=Count("pk")).values("number")), 0)
        return self.annotate(unverified=total)

    def versions_of(self, award: Award) -> AwardVersions:
        return AwardVersions.of(self.of_award(award).select_related("law").prefetch_related("transitions"))

    def versions(self) -> dict[int, AwardVersions]:
        """Of all awards that have one, by the award's id."""
        found: dict[int, list[Procedure]] = defaultdict(list)
        for procedure in self.select_related("law").prefetch_related("transitions"):
            found[procedure.award_id].append(procedure)
        return {award: AwardVersions.of(procedures) for award, procedures in found.items()}

    def for_award(
        self,
        award: Award,
        *,
        receipt: date | None = None,
        decision: date | None = None,
        achievement_end: date | None = None,
    ) -> HeldProcedure:
        """The procedure that holds for a case with these days, and the sentence that says why; for many lines of one
        award ask `versions_of` once. A draft that is not received yet asks with today as `receipt`."""
        return self.versions_of(award).holding(receipt=receipt, decision=decision, achievement_end=achievement_end)


class Procedure(Provisioned):
    """How an award is proposed and decided under a version of the law. `provision`, `verified` and `note` speak of the
    day that decides; every other value has its own."""

    award = models.ForeignKey(Award, on_delete=models.PROTECT, related_name="procedures", verbose_name=_("award"))
    law = models.ForeignKey(
        LawVersion, on_delete=models.PROTECT, related_name="procedures", verbose_name=_("version of the law")
    )
    during = PeriodField(_("in force"))
    deciding_day = models.CharField(
        _("day that decides the version of the law"), max_length=20, choices=choices(wording.DAY_KINDS)
    )

    objects = ProcedureQuerySet.as_manager()

    class Meta:
        verbose_name = _("procedure")
        verbose_name_plural = _("procedures")
        ordering = ["award__position", "during"]
        constraints = [
            *Provisioned.Meta.constraints,
            never_overlapping(
                "procedure_one_version_at_a_time",
                "award",
                message=_("The award already has a procedure in that time; two versions never overlap."),
            ),
            models.CheckConstraint(condition=Q(deciding_day__in=list(DayKind)), name="procedure_deciding_day_known"),
        ]

    def __str__(self) -> str:
        """Without the award, which on a page goes by its name of a day."""
        return str(self.law)

    def get_absolute_url(self) -> str:
        return reverse("awards:procedure", args=[self.pk])

    @property
    def whose(self) -> Whose:
        """Nobody's: procedures are the country's."""
        return REACH.whose(self)

    @property
    def table_row(self) -> str:
        return SUBJECT

    def measure(self, kind: MeasureKind) -> ProcedureMeasure | None:
        """Out of `measures` as they were read; None where the procedure sets none."""
        return next((row for row in self.measures.all() if row.kind == kind), None)
