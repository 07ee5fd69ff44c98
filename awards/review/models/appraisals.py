"""Independent opinions on a dossier by the criteria of its procedure, what stands after they were compared, notes."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from awards.conflicts.models.conflict import KeptAsItsDossier
from awards.nominations.models.nomination import Nomination
from awards.procedures.models.criteria import ProcedureCriterion
from awards.review.models import wording
from awards.review.models.review import Review
from awards.review.rules.terms import (
    LONGEST_NOTE,
    LONGEST_OPINION,
    LONGEST_REASON,
    MOST,
    STILL_TO_GIVE,
    AppraisalState,
    Conclusion,
)
from emulation.core.access import Whose
from emulation.core.actor import Actor
from emulation.core.models.reach import EVERY_RECORD, Reach
from emulation.core.words import choices

ROW = "appraisal"
REACH = Reach(people=("appraiser_id",), keeping=KeptAsItsDossier("review__nomination_id"))


class AppraisalQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> Self:
        """The person's own. Those of others are read through `compared` alone."""
        seen = Nomination.objects.visible_to(actor).order_by()
        return self.filter(REACH.seen_by(actor, {ROW: EVERY_RECORD}), review__nomination__in=seen)

    def compared(self, review: Review) -> Self:
        """All of a review, once they may be read; none before."""
        return self.asked().filter(review=review) if review.is_compared else self.none()

    def asked(self) -> Self:
        """Without those that are no longer asked for."""
        return self.filter(seat__isnull=False)

    def still_to_give(self) -> Self:
        return self.asked().filter(state__in=STILL_TO_GIVE)


class Appraisal(models.Model):
    """One person's opinion on a dossier. `seat`: its place among those asked for in this review; None: it is no longer
    asked for, and what was written of it stays its writer's."""

    review = models.ForeignKey(
        Review, on_delete=models.PROTECT, related_name="appraisals", verbose_name=_("review of a dossier")
    )
    seat = models.PositiveSmallIntegerField(_("place among the opinions"), null=True, blank=True)
    appraiser = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("appraiser")
    )
    appraiser_name = models.CharField(_("appraiser"), max_length=200)
    state = models.CharField(
        _("state"), max_length=10, choices=choices(wording.APPRAISAL_STATES), default=AppraisalState.ASKED
    )
    conclusion = models.CharField(_("conclusion"), max_length=10, blank=True, choices=choices(wording.CONCLUSIONS))
    opinion = models.TextField(_("written opinion"), blank=True, max_length=LONGEST_OPINION)
    asked_by_name = models.CharField(_("asked by"), max_length=200)
    asked_at = models.DateTimeField(_("asked at"))
    done_at = models.DateTimeField(_("given at"), null=True, blank=True)

    objects = AppraisalQuerySet.as_manager()

    class Meta:
        verbose_name = _("appraisal")
        verbose_name_plural = _("appraisals")
        ordering = ["review", "seat"]
        constraints = [
            models.UniqueConstraint(
                fields=["review", "appraiser"],
                name="appraisal_once_by_a_person",
                violation_error_message=_("This person is asked for an opinion on this dossier already."),
            ),
            models.UniqueConstraint(
                fields=["review", "seat"],
                name="appraisal_one_a_seat",
                violation_error_message=_("Somebody else was asked for this opinion at this moment. Look again."),
            ),
            models.CheckConstraint(condition=Q(seat__range=(1, MOST)), name="appraisal_seat_known"),
            models.CheckConstraint(condition=Q(state__in=list(AppraisalState)), name="appraisal_state_known"),
            models.CheckConstraint(
                condition=~Q(state=AppraisalState.DONE)
                | (Q(done_at__isnull=False, conclusion__in=list(Conclusion)) & ~Q(opinion="")),
                name="appraisal_done_is_whole",
                violation_error_message=_("An opinion that is given says its conclusion and why."),
            ),
            models.CheckConstraint(
                condition=~Q(state=AppraisalState.DONE) | Q(seat__isnull=False), name="appraisal_done_is_asked_for"
            ),
        ]
        indexes = [
            models.Index(
                fields=["appraiser"],
                condition=Q(state__in=list(STILL_TO_GIVE)),
                name="appraisal_still_to_give",
            )
        ]

    def __str__(self) -> str:
        return self.appraiser_name

    @property
    def whose(self) -> Whose:
        return REACH.whose(self)

    @property
    def table_row(self) -> str:
        return ROW


class Judgement(models.Model):
    """What is said of one criterion: met or not, or points; `reason`: why."""

    criterion = models.ForeignKey(
        ProcedureCriterion, on_delete=models.PROTECT, related_name="+", verbose_name=_("criterion")
    )
    met = models.BooleanField(_("met"), null=True, blank=True)
    points = models.DecimalField(_("points"), max_digits=5, decimal_places=2, null=True, blank=True)
    reason = models.CharField(_("reason"), max_length=LONGEST_REASON, blank=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(points__isnull=True) | Q(points__range=(0, 100), met__isnull=True),
                name="%(class)s_met_or_points",
                violation_error_message=_("A criterion is met or not met, or has points; not both."),
            ),
        ]

    @property
    def is_given(self) -> bool:
        return self.met is not None or self.points is not None


class AppraisalMark(Judgement):
    appraisal = models.ForeignKey(
        Appraisal, on_delete=models.CASCADE, related_name="marks", verbose_name=_("appraisal")
    )

    class Meta(Judgement.Meta):
        verbose_name = _("mark of an appraisal")
        verbose_name_plural = _("marks of appraisals")
        ordering = ["criterion__position"]
        constraints = [
            *Judgement.Meta.constraints,
            models.UniqueConstraint(fields=["appraisal", "criterion"], name="appraisal_mark_once"),
        ]

    def __str__(self) -> str:
        return str(self.criterion)


class ModeratedMark(Judgement):
    """What stands of one criterion after the opinions were compared; by the body's leader, with the reason."""

    review = models.ForeignKey(
        Review, on_delete=models.PROTECT, related_name="moderated", verbose_name=_("review of a dossier")
    )
    made_by_name = models.CharField(_("person"), max_length=200)
    made_at = models.DateTimeField(_("time"))

    class Meta(Judgement.Meta):
        verbose_name = _("moderated value")
        verbose_name_plural = _("moderated values")
        ordering = ["criterion__position"]
        constraints = [
            *Judgement.Meta.constraints,
            models.UniqueConstraint(fields=["review", "criterion"], name="moderated_mark_once"),
            models.CheckConstraint(
                condition=~Q(reason=""),
                name="moderated_mark_has_reason",
                violation_error_message=_("Say why this value stands."),
            ),
            models.CheckConstraint(
                condition=Q(met__isnull=False) | Q(points__isnull=False), name="moderated_mark_is_given"
            ),
        ]

    def __str__(self) -> str:
        return str(self.criterion)


class FileNote(models.Model):
    """A note that only the body itself reads; taken back, it stays."""

    review = models.ForeignKey(
        Review, on_delete=models.PROTECT, related_name="notes", verbose_name=_("review of a dossier")
    )
    text = models.CharField(_("note"), max_length=LONGEST_NOTE)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("person")
    )
    made_by_name = models.CharField(_("person"), max_length=200)
    made_at = models.DateTimeField(_("time"))
    withdrawn_at = models.DateTimeField(_("taken back at"), null=True, blank=True)

    class Meta:
        verbose_name = _("note to the file")
        verbose_name_plural = _("notes to the file")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(text=""), name="file_note_says_something", violation_error_message=_("Write the note.")
            ),
        ]

    def __str__(self) -> str:
        return self.text[:80]
