"""A body asked for its opinion of a dossier (hiệp y), and what it answered."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from awards.conflicts.models.conflict import KeptAsItsDossier, dossiers_in_conflict
from awards.nominations.models import wording
from awards.nominations.models.nomination import Nomination
from awards.nominations.rules.clock import RUNNING, WITH_THE_NOMINATOR
from awards.nominations.rules.consulting import ConsultationState, Opinion, Told, told_of
from awards.procedures.models.wording import CONSULTED
from awards.procedures.rules.terms import Consulted
from clusters.models import Organisation
from emulation.core.access import Whose
from emulation.core.actor import Actor
from emulation.core.models.reach import EVERY_RECORD, Reach
from emulation.core.models.steps import StepTaken
from emulation.core.words import choices

ROW = "consultation"
REACH = Reach(
    organisations=("body_id",),
    receivers=("asker_id", "nomination__board_id"),
    holders=("asker_id",),
    keeping=KeptAsItsDossier("nomination_id"),
)


class ConsultationQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> Self:
        """The body that is asked, the desk that asks, and the central board that the dossier came to after it. Never
        the nominator, nor, at a desk, whoever has a conflict of interest."""
        kept = dossiers_in_conflict(actor).values("pk")
        seen = self.filter(REACH.seen_by(actor, {ROW: EVERY_RECORD}))
        return seen.filter(Q(body__in=actor.own) | ~Q(nomination__in=kept))

    def standing(self) -> Self:
        return self.exclude(state=ConsultationState.WITHDRAWN)

    def open(self) -> Self:
        return self.filter(state=ConsultationState.ASKED)

    def waited_for(self, on: date) -> Self:
        """Not answered, and still in their days: the dossier waits for them."""
        return self.open().filter(due_on__gte=on)

    def silent(self, on: date) -> Self:
        return self.open().filter(due_on__lt=on)

    def to_answer(self, actor: Actor) -> Self:
        """What the person's own body is still asked: the dossier lies at whoever asked, or is back to be completed."""
        asked = self.open().filter(body__in=actor.entered | actor.approved)
        at_the_desk = Q(nomination__state__in=RUNNING, nomination__holder=F("asker"))
        return asked.filter(at_the_desk | Q(nomination__state__in=WITH_THE_NOMINATOR))

    def with_names(self) -> Self:
        return self.select_related("nomination__organisation__parent", "nomination__award", "asker", "body")


class Consultation(models.Model):
    """`asker`: the body whose desk holds the dossier and asks. `body`: of an organisation of the house; without one the
    desk enters what came on paper. `name`: of the body as it was asked. `days`: working days that the procedure gave;
    empty where the desk set the last day itself. `answered_on`: the day of the answer, of one on paper the day it
    bears, with its `number` and `file`."""

    nomination = models.ForeignKey(
        Nomination, on_delete=models.PROTECT, related_name="consultations", verbose_name=_("dossier of commendation")
    )
    asker = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+", verbose_name=_("asked by"))
    kind = models.CharField(_("kind of body"), max_length=20, choices=choices(CONSULTED))
    body = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("consulted body"),
    )
    name = models.CharField(_("name of the body"), max_length=200)
    question = models.CharField(_("what is asked"), max_length=1000, blank=True)
    asked_by_name = models.CharField(_("person"), max_length=200)
    asked_at = models.DateTimeField(_("asked at"))
    due_on = models.DateField(_("to be answered until"))
    days = models.PositiveSmallIntegerField(_("working days"), null=True, blank=True)
    days_verified = models.BooleanField(_("days verified"), default=False)
    state = models.CharField(
        _("state"),
        max_length=10,
        choices=choices(wording.CONSULTATION_STATES),
        default=ConsultationState.ASKED,
        db_default=ConsultationState.ASKED,
    )
    opinion = models.CharField(_("opinion"), max_length=10, blank=True, choices=choices(wording.OPINIONS))
    reason = models.CharField(_("reason"), max_length=1000, blank=True)
    answered_on = models.DateField(_("answered on"), null=True, blank=True)
    answered_by_name = models.CharField(_("answered by"), max_length=200, blank=True)
    number = models.CharField(_("number of the letter"), max_length=60, blank=True)
    file = models.FileField(_("scan"), upload_to="consultations/%Y/%m", max_length=300, blank=True)
    file_name = models.CharField(_("file name"), max_length=255, blank=True)
    size = models.PositiveIntegerField(_("size in bytes"), default=0)
    checksum = models.CharField(_("checksum"), max_length=64, blank=True)
    content_type = models.CharField(_("kind of content"), max_length=100, blank=True)

    objects = ConsultationQuerySet.as_manager()

    class Meta:
        verbose_name = _("consultation on a dossier")
        verbose_name_plural = _("consultations on dossiers")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=list(ConsultationState)), name="consultation_state_known"),
            models.CheckConstraint(condition=Q(kind__in=list(Consulted)), name="consultation_kind_known"),
            models.CheckConstraint(
                condition=~Q(name=""),
                name="consultation_names_the_body",
                violation_error_message=_("Say which body is consulted."),
            ),
            models.CheckConstraint(
                condition=Q(state=ConsultationState.ANSWERED, opinion__in=list(Opinion), answered_on__isnull=False)
                | (~Q(state=ConsultationState.ANSWERED) & Q(opinion="", answered_on__isnull=True)),
                name="consultation_answered_with_opinion",
                violation_error_message=_("Choose whether the body agrees, does not agree, or has no opinion."),
            ),
            models.CheckConstraint(
                condition=~Q(opinion=Opinion.DISAGREES) | ~Q(reason=""),
                name="consultation_disagrees_with_reason",
                violation_error_message=_("Whoever does not agree says why."),
            ),
            models.CheckConstraint(
                condition=Q(file="", checksum="", size=0) | (Q(size__gt=0) & ~Q(file="") & ~Q(checksum="")),
                name="consultation_scan_whole",
            ),
            models.UniqueConstraint(
                fields=["nomination", "asker", "body"],
                condition=Q(body__isnull=False, state=ConsultationState.ASKED),
                name="consultation_body_once",
                violation_error_message=_("This body is asked already and has not answered yet."),
            ),
            models.UniqueConstraint(
                fields=["nomination", "asker", "name"],
                condition=Q(body__isnull=True, state=ConsultationState.ASKED),
                name="consultation_name_once",
                violation_error_message=_("This body is asked already and has not answered yet."),
            ),
        ]
        indexes = [
            models.Index(fields=["body", "state", "due_on"], name="consultation_by_body"),
            models.Index(fields=["nomination", "state", "due_on"], name="consultation_by_dossier"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("awards:consultation", args=[self.pk])

    @property
    def stands(self) -> bool:
        return self.state != ConsultationState.WITHDRAWN

    @property
    def whose(self) -> Whose:
        return REACH.whose(self)

    @property
    def table_row(self) -> str:
        return ROW

    @property
    def is_open(self) -> bool:
        return self.state == ConsultationState.ASKED

    @property
    def disagrees(self) -> bool:
        return self.opinion == Opinion.DISAGREES

    def told(self, on: date) -> Told:
        return told_of(self.state, due=self.due_on, answered=self.answered_on, on=on)


class ConsultationStep(StepTaken):
    """A step that a question to a body took. Append-only by trigger."""

    consultation = models.ForeignKey(
        Consultation, on_delete=models.PROTECT, related_name="steps", verbose_name=_("consultation on a dossier")
    )

    words = wording.CONSULTATION_STEPS

    class Meta(StepTaken.Meta):
        verbose_name = _("step of a consultation")
        verbose_name_plural = _("steps of consultations")

    def __str__(self) -> str:
        return f"{self.consultation_id}: {self.name}"
