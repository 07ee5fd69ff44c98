"""What lies in a dossier beside its own columns: papers, measured achievements, comments."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from awards.nominations.models import wording
from awards.nominations.models.nomination import Nomination
from awards.nominations.rules.terms import AchievementOrigin, DossierPlace
from awards.procedures.models.wording import PAPERS
from awards.procedures.rules.terms import PaperKind
from clusters.models import Figure, Organisation
from emulation.core.words import choices


class NominationPaperQuerySet(models.QuerySet):
    def standing(self) -> Self:
        return self.filter(withdrawn_at__isnull=True)


class NominationPaper(models.Model):
    """One paper of a dossier: a file judged by its content, or word that it exists on paper only, as what is a state
    secret must. `kind` is guessed from the file's name until somebody confirms it; empty where nobody can tell yet.
    `body`: the nominator, or the desk that added it while it held the dossier. Withdrawn, it is no longer shown but
    stays."""

    nomination = models.ForeignKey(
        Nomination, on_delete=models.PROTECT, related_name="papers", verbose_name=_("dossier of commendation")
    )
    kind = models.CharField(_("kind of paper"), max_length=30, blank=True, choices=choices(PAPERS))
    is_confirmed = models.BooleanField(_("kind confirmed"), default=False)
    on_paper_only = models.BooleanField(_("on paper only"), default=False)
    file = models.FileField(_("file"), upload_to="nominations/%Y/%m", max_length=300, blank=True)
    name = models.CharField(_("file name"), max_length=255)
    size = models.PositiveIntegerField(_("size in bytes"), default=0)
    checksum = models.CharField(_("checksum"), max_length=64, blank=True)
    content_type = models.CharField(_("kind of content"), max_length=100, blank=True)
    body = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+", verbose_name=_("filed for"))
    filed_by_name = models.CharField(_("filed by"), max_length=200)
    filed_at = models.DateTimeField(_("filed at"))
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True)

    objects = NominationPaperQuerySet.as_manager()

    class Meta:
        verbose_name = _("paper of a dossier")
        verbose_name_plural = _("papers of dossiers")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="") | Q(kind__in=list(PaperKind)), name="nomination_paper_kind_known"
            ),
            models.CheckConstraint(
                condition=Q(on_paper_only=True, file="", checksum="", size=0)
                | (Q(on_paper_only=False, size__gt=0) & ~Q(file="") & ~Q(checksum="")),
                name="nomination_paper_file_or_none",
                violation_error_message=_("A paper is a file, or it is marked as existing on paper only."),
            ),
            models.UniqueConstraint(
                fields=["nomination", "checksum"],
                condition=Q(withdrawn_at__isnull=True, on_paper_only=False),
                name="nomination_paper_once",
                violation_error_message=_("This very file lies in the dossier already."),
            ),
            models.UniqueConstraint(
                fields=["nomination", "kind"],
                condition=Q(withdrawn_at__isnull=True, on_paper_only=True),
                name="nomination_paper_mark_once",
                violation_error_message=_("This paper is marked as existing on paper only already."),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Achievement(models.Model):
    """One thing achieved, with what was aimed at, what was reached, and the source. Taken over from the pact, it shows
    the accepted `figure` as it stood then, and is not changed here."""

    nomination = models.ForeignKey(
        Nomination, on_delete=models.CASCADE, related_name="achievements", verbose_name=_("dossier of commendation")
    )
    origin = models.CharField(
        _("comes from"), max_length=10, choices=choices(wording.ORIGINS), default=AchievementOrigin.OWN
    )
    figure = models.ForeignKey(
        Figure, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("figure")
    )
    text = models.CharField(_("what was achieved"), max_length=500, blank=True)
    target = models.CharField(_("aimed at"), max_length=200, blank=True)
    result = models.CharField(_("reached"), max_length=200, blank=True)
    source = models.CharField(_("source"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("measured achievement")
        verbose_name_plural = _("measured achievements")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(origin=AchievementOrigin.OWN, figure__isnull=True)
                | Q(origin=AchievementOrigin.PACT, figure__isnull=False),
                name="achievement_of_the_pact_has_figure",
            ),
            models.UniqueConstraint(
                fields=["nomination", "figure"],
                name="achievement_figure_once",
                violation_error_message=_("This result of the pact is taken over already."),
            ),
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def is_own(self) -> bool:
        return self.origin == AchievementOrigin.OWN


class NominationCommentQuerySet(models.QuerySet):
    def standing(self) -> Self:
        return self.filter(withdrawn_at__isnull=True)

    def unanswered(self) -> Self:
        return self.standing().filter(answer="")


class NominationComment(models.Model):
    """What a desk wants to be mended or told, pinned to a place of the dossier or to one of its papers; answered there
    by the nominator before the dossier is sent again."""

    nomination = models.ForeignKey(
        Nomination, on_delete=models.PROTECT, related_name="comments", verbose_name=_("dossier of commendation")
    )
    place = models.CharField(_("place in the dossier"), max_length=20, choices=choices(wording.PLACES))
    paper = models.ForeignKey(
        NominationPaper,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="comments",
        verbose_name=_("paper"),
    )
    text = models.CharField(_("comment"), max_length=1000)
    body = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+", verbose_name=_("made by"))
    made_by_name = models.CharField(_("person"), max_length=200)
    made_at = models.DateTimeField(_("time"))
    answer = models.CharField(_("answer"), max_length=1000, blank=True)
    answered_by_name = models.CharField(_("answered by"), max_length=200, blank=True)
    answered_at = models.DateTimeField(_("answered at"), null=True, blank=True)
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True)

    objects = NominationCommentQuerySet.as_manager()

    class Meta:
        verbose_name = _("comment on a dossier")
        verbose_name_plural = _("comments on dossiers")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(text=""),
                name="nomination_comment_says_something",
                violation_error_message=_("Say what is to be mended."),
            ),
            models.CheckConstraint(condition=Q(place__in=list(DossierPlace)), name="nomination_comment_place_known"),
            models.CheckConstraint(
                condition=Q(answer="", answered_at__isnull=True) | (~Q(answer="") & Q(answered_at__isnull=False)),
                name="nomination_comment_answer_has_time",
            ),
        ]

    def __str__(self) -> str:
        return self.text
