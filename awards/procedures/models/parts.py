"""What a procedure consists of: rows that choose from the fixed lists, each with the provision that says so.

A value that nobody has checked against its provision may stand, and is shown as not verified; what rests on it warns
and never blocks.
"""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from awards.procedures.models import wording
from awards.procedures.rules.deadlines import StageDeadline
from awards.procedures.rules.rule_codes import RuleCode
from awards.procedures.rules.stages import StageFault
from awards.procedures.rules.terms import (
    BODIES_OF,
    Consulted,
    DayKind,
    DaysCounted,
    Effect,
    PaperKind,
    Stage,
)
from emulation.core.words import choices

WHOLE_ONLY = _("Days and sets are whole numbers.")
ONLY_WARNS = _("What is not verified can only warn; verify it first.")
WRITING_BY_PROVISION = _("A Council is asked in writing only where a provision says so; verify it first.")
HUNDRED = 100


class Provisioned(models.Model):
    """`provision`: where the law says so, as printed; empty where nobody has found it."""

    provision = models.CharField(_("provision"), max_length=300, blank=True)
    verified = models.BooleanField(_("verified"), default=False)
    note = models.CharField(_("note"), max_length=300, blank=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(verified=False) | ~Q(provision=""),
                name="%(class)s_verified_by_provision",
                violation_error_message=_("A value is verified against a provision; write which."),
            ),
        ]


class ProcedureStage(Provisioned):
    """`days`: how long it may take from its beginning; `until_day` of `until_month`: the last day of each year. Neither
    where no day is known. `in_writing`: the Council may give its opinion without a meeting; only by a provision that
    somebody has read."""

    procedure = models.ForeignKey("awards.Procedure", on_delete=models.PROTECT, related_name="stages")
    position = models.PositiveSmallIntegerField(_("place in lists"))
    stage = models.CharField(_("stage"), max_length=10, choices=choices(wording.STAGES))
    body = models.CharField(_("body"), max_length=20, choices=choices(wording.BODIES))
    days = models.PositiveSmallIntegerField(
        _("days"), null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(366)]
    )
    days_counted = models.CharField(
        _("counted in"), max_length=10, choices=choices(wording.DAYS_COUNTED), default=DaysCounted.WORKING
    )
    until_month = models.PositiveSmallIntegerField(_("at the latest in the month"), null=True, blank=True)
    until_day = models.PositiveSmallIntegerField(_("at the latest on the day"), null=True, blank=True)
    in_writing = models.BooleanField(_("may be asked in writing, without a meeting"), default=False)

    class Meta:
        verbose_name = _("stage of a procedure")
        verbose_name_plural = _("stages of procedures")
        ordering = ["procedure", "position"]
        constraints = [
            *Provisioned.Meta.constraints,
            models.UniqueConstraint(
                fields=["procedure", "position"],
                name="procedure_stage_one_place",
                deferrable=models.Deferrable.DEFERRED,
            ),
            models.UniqueConstraint(
                fields=["procedure", "stage", "body"],
                name="procedure_stage_once",
                violation_error_message=wording.STAGE_FAULTS[StageFault.TWICE],
            ),
            models.CheckConstraint(
                condition=Q(
                    *(Q(stage=stage, body__in=list(bodies)) for stage, bodies in BODIES_OF.items()), _connector=Q.OR
                ),
                name="procedure_stage_of_its_body",
                violation_error_message=wording.STAGE_FAULTS[StageFault.NOT_ITS_BODY],
            ),
            models.CheckConstraint(
                condition=Q(days__isnull=True) | Q(days__range=(1, 366), until_month__isnull=True),
                name="procedure_stage_one_deadline",
                violation_error_message=_("A stage has a number of days or a last day of the year, not both."),
            ),
            models.CheckConstraint(
                condition=Q(until_month__isnull=True, until_day__isnull=True)
                | Q(until_month__range=(1, 12), until_day__range=(1, 28))
                | Q(until_month__in=[1, 3, 5, 7, 8, 10, 12], until_day__range=(1, 31))
                | Q(until_month__in=[4, 6, 9, 11], until_day__range=(1, 30)),
                name="procedure_stage_day_of_the_year",
                violation_error_message=_("Such a day is not in every year."),
            ),
            models.CheckConstraint(
                condition=Q(in_writing=False) | Q(stage=Stage.CONSIDER, verified=True),
                name="procedure_stage_in_writing_by_provision",
                violation_error_message=WRITING_BY_PROVISION,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_stage_display()} – {self.get_body_display()}"

    @property
    def deadline(self) -> StageDeadline:
        until = None if self.until_month is None or self.until_day is None else (self.until_month, self.until_day)
        return StageDeadline(self.days, DaysCounted(self.days_counted), until)


class ProcedurePaper(Provisioned):
    """A paper of the checklist. `form_number`: of the statutory form, as the law prints it."""

    procedure = models.ForeignKey("awards.Procedure", on_delete=models.PROTECT, related_name="papers")
    position = models.PositiveSmallIntegerField(_("place in lists"))
    kind = models.CharField(_("paper of the dossier"), max_length=30, choices=choices(wording.PAPERS))
    effect = models.CharField(_("when missing"), max_length=10, choices=choices(wording.EFFECTS))
    form_number = models.CharField(_("form"), max_length=60, blank=True)

    class Meta:
        verbose_name = _("paper of a procedure")
        verbose_name_plural = _("papers of procedures")
        ordering = ["procedure", "position"]
        constraints = [
            *Provisioned.Meta.constraints,
            models.UniqueConstraint(
                fields=["procedure", "kind"],
                name="procedure_paper_once",
                violation_error_message=_("This paper is in the checklist already."),
            ),
            models.CheckConstraint(condition=Q(kind__in=list(PaperKind)), name="procedure_paper_known"),
            models.CheckConstraint(
                condition=Q(effect=Effect.WARNS) | Q(effect=Effect.BLOCKS, verified=True),
                name="procedure_paper_unverified_warns",
                violation_error_message=ONLY_WARNS,
            ),
        ]

    def __str__(self) -> str:
        return str(self.get_kind_display())


class ProcedureRule(Provisioned):
    """A numbered rule that the procedure asks for; what it looks at is code under `code`."""

    procedure = models.ForeignKey("awards.Procedure", on_delete=models.PROTECT, related_name="rules")
    position = models.PositiveSmallIntegerField(_("place in lists"))
    code = models.CharField(_("rule"), max_length=40, choices=choices(wording.RULES))
    effect = models.CharField(_("when not met"), max_length=10, choices=choices(wording.EFFECTS))

    class Meta:
        verbose_name = _("rule of a procedure")
        verbose_name_plural = _("rules of procedures")
        ordering = ["procedure", "position"]
        constraints = [
            *Provisioned.Meta.constraints,
            models.UniqueConstraint(
                fields=["procedure", "code"],
                name="procedure_rule_once",
                violation_error_message=_("The procedure names this rule already."),
            ),
            models.CheckConstraint(condition=Q(code__in=list(RuleCode)), name="procedure_rule_known"),
            models.CheckConstraint(
                condition=Q(effect=Effect.WARNS) | Q(effect=Effect.BLOCKS, verified=True),
                name="procedure_rule_unverified_warns",
                violation_error_message=ONLY_WARNS,
            ),
        ]

    def __str__(self) -> str:
        return str(self.get_code_display())


class ProcedureConsultation(Provisioned):
    """A body whose opinion the procedure asks for. `days`: working days to answer; empty where those of the stage
    “consult” hold. Which body of that kind is meant says who asks."""

    procedure = models.ForeignKey("awards.Procedure", on_delete=models.PROTECT, related_name="consultations")
    position = models.PositiveSmallIntegerField(_("place in lists"))
    kind = models.CharField(_("consulted body"), max_length=20, choices=choices(wording.CONSULTED))
    days = models.PositiveSmallIntegerField(
        _("working days to answer"), null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(366)]
    )

    class Meta:
        verbose_name = _("consulted body of a procedure")
        verbose_name_plural = _("consulted bodies of procedures")
        ordering = ["procedure", "position"]
        constraints = [
            *Provisioned.Meta.constraints,
            models.UniqueConstraint(
                fields=["procedure", "kind"],
                name="procedure_consultation_once",
                violation_error_message=_("The procedure names this body already."),
            ),
            models.CheckConstraint(condition=Q(kind__in=list(Consulted)), name="procedure_consultation_known"),
            models.CheckConstraint(
                condition=Q(days__isnull=True) | Q(days__range=(1, 366)), name="procedure_consultation_days"
            ),
        ]

    def __str__(self) -> str:
        return str(self.get_kind_display())


class ProcedureTransition(Provisioned):
    """Cases whose day of this kind comes before `before` stay with the version before the procedure."""

    procedure = models.ForeignKey("awards.Procedure", on_delete=models.PROTECT, related_name="transitions")
    day_kind = models.CharField(_("day"), max_length=20, choices=choices(wording.DAY_KINDS))
    before = models.DateField(_("before the day"))

    class Meta:
        verbose_name = _("transition of a procedure")
        verbose_name_plural = _("transitions of procedures")
        ordering = ["procedure", "day_kind"]
        constraints = [
            *Provisioned.Meta.constraints,
            models.UniqueConstraint(
                fields=["procedure", "day_kind"],
                name="procedure_transition_once",
                violation_error_message=_("The procedure has a transition by this day already."),
            ),
            models.CheckConstraint(condition=Q(day_kind__in=list(DayKind)), name="procedure_transition_known"),
        ]

    def __str__(self) -> str:
        return str(self.get_day_kind_display())
