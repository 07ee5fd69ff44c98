from datetime import date
from typing import Self

from django.db import models
from django.db.models import Count, Exists, F, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from awards.conflicts.models.conflict import dossiers_in_conflict
from awards.conflicts.models.lines import LinesOfDossiers
from awards.decisions.models.decision import Decision
from awards.nominations.models.nomination import Nomination
from awards.nominations.rules.terms import NominationState
from awards.publication.models import wording
from awards.publication.rules.terms import PublicationState
from awards.publication.rules.window import Window
from awards.rows.rules.reading import LONGEST
from clusters.models import Organisation
from emulation.core.access import Whose
from emulation.core.actor import Actor
from emulation.core.models.reach import EVERY_RECORD, Reach
from emulation.core.models.steps import StepTaken
from emulation.core.words import choices

ROW = "publication"
REACH = Reach(holders=("body_id",))
AT_DESK = (NominationState.REVIEW, NominationState.COUNCIL)


class PublicationQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> Self:
        return self.filter(REACH.seen_by(actor, {ROW: EVERY_RECORD}))

    def with_waiting_comments(self, actor: Actor) -> Self:
        """`waiting`: comments that the person reads (`comments_for`) and nobody has dealt with; `part_hidden`:
        a line is kept from the person."""
        hidden = PublicationLine.objects.filter(
            publication=OuterRef("pk"), nomination__in=dossiers_in_conflict(actor).values("pk")
        )
        open_ones = Q(comments__isnull=False, comments__noted_at__isnull=True) & ~Q(Exists(hidden))
        return self.annotate(waiting=Count("comments", filter=open_ones), part_hidden=Exists(hidden))

    def known_to_everybody(self, on: date) -> Self:
        """That it was laid out; its names only while `shows_on`."""
        return self.filter(state__in=(PublicationState.OPEN, PublicationState.CLOSED), opens_on__lte=on)


class Publication(models.Model):
    """A list of dossiers laid out for the public's comments before the Council meets. `days`: how many working days,
    as the procedures of its awards want; with `opens_on` and `closes_on`, which both count, once it is opened."""

    body = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+", verbose_name=_("body"))
    title = models.CharField(_("title of the list"), max_length=300)
    state = models.CharField(
        _("state"),
        max_length=10,
        choices=choices(wording.PUBLICATION_STATES),
        default=PublicationState.DRAFT,
        db_default=PublicationState.DRAFT,
    )
    days = models.PositiveSmallIntegerField(_("working days in public"), null=True, blank=True)
    opens_on = models.DateField(_("first day in public"), null=True, blank=True)
    closes_on = models.DateField(_("last day in public"), null=True, blank=True)

    objects = PublicationQuerySet.as_manager()

    class Meta:
        verbose_name = _("list under public consultation")
        verbose_name_plural = _("lists under public consultation")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=list(PublicationState)), name="publication_state_known"),
            models.CheckConstraint(condition=~Q(title=""), name="publication_has_title"),
            models.CheckConstraint(
                condition=~Q(state__in=(PublicationState.OPEN, PublicationState.CLOSED))
                | Q(days__gt=0, opens_on__isnull=False, closes_on__gt=F("opens_on")),
                name="publication_open_for_days",
                violation_error_message=_("A list in public has its first day and its last day."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("awards:publication", args=[self.pk])

    def is_whole_for(self, actor: Actor) -> bool:
        """Whether no line of it is kept from the person by a conflict of interest."""
        return self.lines.are_whole_for(actor)

    @property
    def whose(self) -> Whose:
        return REACH.whose(self)

    @property
    def table_row(self) -> str:
        return ROW

    @property
    def closing_key(self) -> str:
        """Of the work that closes it."""
        return f"awards.publication.{self.pk}"

    @property
    def is_draft(self) -> bool:
        return self.state == PublicationState.DRAFT

    @property
    def window(self) -> Window | None:
        return Window(self.opens_on, self.closes_on) if self.opens_on and self.closes_on else None

    def is_over(self, day: date) -> bool:
        """Whether its days are over and it is not closed yet."""
        return self.state == PublicationState.OPEN and self.closes_on is not None and self.closes_on < day

    def shows_on(self, day: date) -> bool:
        """Whether the public reads its names on the day."""
        window = self.window
        return self.state == PublicationState.OPEN and window is not None and window.shows_on(day)


class PublicationLineQuerySet(LinesOfDossiers):
    desk = "publication__body"


class PublicationLine(models.Model):
    """A dossier of the list. What the public reads of it is copied here when the list is opened: these four texts, and
    nothing else of a dossier can get out."""

    publication = models.ForeignKey(
        Publication, on_delete=models.PROTECT, related_name="lines", verbose_name=_("list under public consultation")
    )
    nomination = models.ForeignKey(
        Nomination,
        on_delete=models.PROTECT,
        related_name="publication_lines",
        verbose_name=_("dossier of commendation"),
    )
    stands = models.BooleanField(_("stands"), default=True)
    name = models.CharField(_("name"), max_length=LONGEST["name"], blank=True)
    office = models.CharField(_("position"), max_length=LONGEST["position"], blank=True)
    unit = models.CharField(_("unit"), max_length=LONGEST["unit"], blank=True)
    award = models.CharField(_("award"), max_length=300, blank=True)

    objects = PublicationLineQuerySet.as_manager()

    class Meta:
        verbose_name = _("line of a list under consultation")
        verbose_name_plural = _("lines of lists under consultation")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["nomination"],
                condition=Q(stands=True),
                name="publication_line_once",
                violation_error_message=_("The dossier stands in another list already."),
            ),
        ]

    def __str__(self) -> str:
        return self.name or str(self.nomination)


class PublicationStep(StepTaken):
    """A step of a list under consultation: who, when, why. Append-only by trigger."""

    publication = models.ForeignKey(
        Publication, on_delete=models.PROTECT, related_name="steps", verbose_name=_("list under public consultation")
    )

    words = wording.STEPS

    class Meta(StepTaken.Meta):
        verbose_name = _("step of a list under consultation")
        verbose_name_plural = _("steps of lists under consultation")

    def __str__(self) -> str:
        return f"{self.publication}: {self.name}"


class PublicComment(models.Model):
    """What a citizen wrote about a list, or about a `line` of it, with who it is and how to be reached. Read by the
    body only. `note`: what the body did with it, empty until then."""

    publication = models.ForeignKey(
        Publication, on_delete=models.PROTECT, related_name="comments", verbose_name=_("list under public consultation")
    )
    line = models.ForeignKey(
        PublicationLine,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="comments",
        verbose_name=_("about whom"),
    )
    name = models.CharField(_("full name of the writer"), max_length=200)
    contact = models.CharField(_("telephone or e-mail"), max_length=200)
    text = models.TextField(_("comment"), max_length=3000)
    received_at = models.DateTimeField(_("received at"))
    note = models.CharField(_("what was done with it"), max_length=500, blank=True)
    noted_by_name = models.CharField(_("noted by"), max_length=200, blank=True)
    noted_at = models.DateTimeField(_("noted at"), null=True, blank=True)

    class Meta:
        verbose_name = _("comment of a citizen")
        verbose_name_plural = _("comments of citizens")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(name="") & ~Q(contact="") & ~Q(text=""), name="public_comment_of_somebody"
            )
        ]

    def __str__(self) -> str:
        return self.name


class DecisionRelease(models.Model):
    """Whether everybody may search a decision's honours."""

    decision = models.OneToOneField(
        Decision, on_delete=models.PROTECT, related_name="release", verbose_name=_("decision")
    )
    is_released = models.BooleanField(_("released to the public"), default=True)

    class Meta:
        verbose_name = _("release of a decision")
        verbose_name_plural = _("releases of decisions")

    def __str__(self) -> str:
        return str(self.decision)


def publishable(body: int, actor: Actor) -> models.QuerySet:
    """Dossiers at the body's desk that stand in no list; the person sees them."""
    waiting = Nomination.objects.visible_to(actor).filter(holder=body, state__in=AT_DESK)
    return waiting.exclude(pk__in=PublicationLine.objects.filter(stands=True).order_by().values("nomination"))


def comments_for(publication: Publication, actor: Actor) -> models.QuerySet[PublicComment]:
    """None where somebody of the list is kept from the person: what is said of the list may be said of that one."""
    if not publication.is_whole_for(actor):
        return PublicComment.objects.none()
    return publication.comments.select_related("line__nomination")
