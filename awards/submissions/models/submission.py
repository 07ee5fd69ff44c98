from typing import Self

from django.db import models
from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from awards.catalogue.models import wording as catalogue
from awards.catalogue.models.award import Award
from awards.catalogue.rules.terms import SubjectKind
from awards.lists.models.sent_file import SentFile
from awards.nominations.models.nomination import Nomination
from awards.nominations.rules.terms import NominationState
from awards.rows.rules.reading import LONGEST
from awards.submissions.models.wording import STEPS, SUBMISSION_STATES
from awards.submissions.rules.terms import SubmissionState, SubmissionWork
from emulation.core.access import Whose
from emulation.core.actor import Actor
from emulation.core.models.reach import Reach
from emulation.core.models.steps import StepTaken
from emulation.core.words import choices

REACH = Reach(organisations=("organisation_id",))
ROW = "submission"
WITH_NOMINATOR = (NominationState.DRAFT, NominationState.PRESENTED)
STILL_HERE = Q(rows__nomination__state__in=WITH_NOMINATOR)


class SubmissionQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> Self:
        """The nominator's own; whoever receives its dossiers sees those."""
        return self.filter(REACH.seen_by(actor, {ROW: Q()}))

    def sendable_by(self, actor: Actor) -> Self:
        """Lists of which something is still to be sent, by this person."""
        rows = self.filter(REACH.seen_by(actor, {ROW: Q()}, deed="send"), state=SubmissionState.JUDGED)
        return rows.counted().filter(unsent__gt=0)

    def counted(self) -> Self:
        """With `.begun` dossiers, `.unsent` ones of them that are still with the nominator, and `.refused` rows."""
        return self.annotate(
            begun=Count("rows__nomination"),
            unsent=Count("rows", filter=STILL_HERE),
            refused=Count("rows", filter=Q(rows__nomination__isnull=True)),
        )

    def of_same_file(self, organisation_id: int, award: Award, subject_kind: str, checksum: str) -> Self:
        same = self.filter(organisation=organisation_id, award=award, subject_kind=subject_kind, checksum=checksum)
        return same.exclude(state__in=[SubmissionState.UNREADABLE, SubmissionState.WITHDRAWN])


class Submission(SentFile):
    """A list of subjects that an office proposes for one award: each row that can be read is a dossier of its own, and
    the good ones are sent together."""

    award = models.ForeignKey(Award, on_delete=models.PROTECT, related_name="+", verbose_name=_("award"))
    subject_kind = models.CharField(_("subject"), max_length=12, choices=choices(catalogue.SUBJECT_KINDS))
    state = models.CharField(
        _("state"),
        max_length=10,
        choices=choices(SUBMISSION_STATES),
        default=SubmissionState.RECEIVED,
        db_default=SubmissionState.RECEIVED,
    )

    objects = SubmissionQuerySet.as_manager()

    class Meta:
        verbose_name = _("list of proposals")
        verbose_name_plural = _("lists of proposals")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=list(SubmissionState)), name="submission_state_known"),
            models.CheckConstraint(condition=Q(subject_kind__in=list(SubjectKind)), name="submission_subject_known"),
            models.UniqueConstraint(
                fields=["organisation", "award", "subject_kind", "checksum"],
                condition=~Q(state__in=[SubmissionState.UNREADABLE, SubmissionState.WITHDRAWN]),
                name="submission_file_once",
                violation_error_message=_("This very file was sent in for the same award already. Open that list."),
            ),
        ]
        indexes = [models.Index(fields=["organisation", "-id"], name="submission_by_nominator")]

    def get_absolute_url(self) -> str:
        return reverse("awards:submission", args=[self.pk])

    @property
    def whose(self) -> Whose:
        return REACH.whose(self)

    @property
    def table_row(self) -> str:
        return ROW

    @property
    def work(self) -> SubmissionWork | None:
        """What a worker has in hand, or soon will have."""
        return SubmissionWork(self.job.kind) if self.job is not None and self.is_working else None


class SubmissionStep(StepTaken):
    """A step of a list of proposals: who, when, why. Append-only by trigger."""

    submission = models.ForeignKey(
        Submission, on_delete=models.PROTECT, related_name="steps", verbose_name=_("list of proposals")
    )

    words = STEPS

    class Meta(StepTaken.Meta):
        verbose_name = _("step of a list of proposals")
        verbose_name_plural = _("steps of lists of proposals")

    def __str__(self) -> str:
        return f"{self.submission}: {self.name}"


class SubmissionRow(models.Model):
    """A row of the list and the dossier that it became; without one, `code` says why (a `RowTrouble` or a `NoDossier`),
    with what was `seen` there and the `detail` that the sentence needs; `besides`: [code, seen, detail] of each further
    fault. `nth`: of what one row holds, from 0."""

    submission = models.ForeignKey(
        Submission, on_delete=models.CASCADE, related_name="rows", verbose_name=_("list of proposals")
    )
    sheet = models.CharField(_("sheet"), max_length=120, blank=True)
    row = models.PositiveIntegerField(_("row"))
    nth = models.PositiveSmallIntegerField(_("honour of the row"), default=0)
    name = models.CharField(_("name"), max_length=LONGEST["name"], blank=True)
    unit = models.CharField(_("unit"), max_length=LONGEST["unit"], blank=True)
    nomination = models.OneToOneField(
        Nomination,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("dossier of commendation"),
    )
    code = models.CharField(_("kind of problem"), max_length=40, blank=True)
    seen = models.CharField(_("seen"), max_length=300, blank=True)
    detail = models.CharField(_("expected"), max_length=400, blank=True)
    besides = models.JSONField(_("further problems"), default=list, db_default=[], blank=True)

    class Meta:
        verbose_name = _("row of a list of proposals")
        verbose_name_plural = _("rows of lists of proposals")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["submission", "sheet", "row", "nth"], name="submission_row_once"),
            models.CheckConstraint(
                condition=Q(nomination__isnull=False, code="") | (Q(nomination__isnull=True) & ~Q(code="")),
                name="submission_row_dossier_or_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.row}: {self.name}"
