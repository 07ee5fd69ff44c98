from datetime import date
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from awards.catalogue.models.award import LawVersion
from awards.conflicts.models.lines import LinesOfDossiers
from awards.decisions.models import wording
from awards.decisions.rules.terms import DecisionState, LaterKind, PaidBy, Rank, SignedAs
from awards.nominations.models.nomination import Nomination
from awards.nominations.rules.terms import NominationState
from awards.procedures.rules.bonus import BonusRounding
from awards.register.models.decision_key import DecisionKey
from awards.register.models.honour import Honour
from awards.sittings.models.agenda import SittingItem, agreed_items
from awards.sittings.rules.terms import ItemOutcome
from clusters.models import Organisation, OrganisationKind
from clusters.organisations.models.organisation import PROVINCIAL_KINDS
from emulation.core.access import Whose
from emulation.core.actor import Actor
from emulation.core.dates import format_date
from emulation.core.models.reach import EVERY_RECORD, Reach
from emulation.core.models.steps import LONGEST_WHY, StepTaken
from emulation.core.words import choices

ROW = "decision"
REACH = Reach(holders=("body_id",))


class DecisionQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> Self:
        """The people of the body that makes or records it, and its Council's secretary."""
        return self.filter(REACH.seen_by(actor, {ROW: EVERY_RECORD}))

    def issued(self) -> Self:
        return self.filter(state=DecisionState.ISSUED)


class Decision(models.Model):
    """A decision on honours. `made_by`: whose it is where it was made elsewhere and is only recorded here ("Thủ tướng
    Chính phủ"); empty where the body makes it. `number` and `day` once it is issued; `year` is the day's.
    `number_again` is above 0 where an earlier version let a number be given twice. `bases`: what it rests on besides
    the law, a line each."""

    body = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+", verbose_name=_("body"))
    made_by = models.CharField(_("made by"), max_length=200, blank=True)
    subject = models.CharField(_("about what"), max_length=300)
    state = models.CharField(
        _("state"),
        max_length=10,
        choices=choices(wording.DECISION_STATES),
        default=DecisionState.DRAFT,
        db_default=DecisionState.DRAFT,
    )
    number = models.CharField(_("number"), max_length=10, blank=True)
    symbol = models.CharField(_("symbol"), max_length=40, blank=True)
    day = models.DateField(_("day"), null=True, blank=True)
    year = models.PositiveSmallIntegerField(_("year"), null=True, blank=True)
    number_again = models.PositiveSmallIntegerField(
        _("of several under one number"), default=0, db_default=0, editable=False
    )
    signer = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("account of the signer"),
    )
    signer_name = models.CharField(_("signed by"), max_length=200, blank=True)
    signed_as = models.CharField(
        _("signs as"), max_length=10, choices=choices(wording.SIGNED_AS), default=SignedAs.CHIEF
    )
    bases = models.TextField(_("what it rests on besides the law"), max_length=2000, blank=True)
    bonus_rounding = models.CharField(
        _("how bonuses are rounded"),
        max_length=10,
        choices=choices(wording.BONUS_ROUNDINGS),
        default=BonusRounding.UP,
        db_default=BonusRounding.UP,
    )

    objects = DecisionQuerySet.as_manager()

    class Meta:
        verbose_name = _("decision on honours")
        verbose_name_plural = _("decisions on honours")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=list(DecisionState)), name="decision_state_known"),
            models.CheckConstraint(condition=Q(signed_as__in=list(SignedAs)), name="decision_capacity_known"),
            models.CheckConstraint(condition=~Q(subject=""), name="decision_has_subject"),
            models.CheckConstraint(
                condition=Q(bonus_rounding__in=list(BonusRounding)), name="decision_bonus_rounding_known"
            ),
            models.CheckConstraint(
                condition=~Q(state=DecisionState.ISSUED)
                | (~Q(number="") & ~Q(symbol="") & Q(day__isnull=False) & Q(year=models.F("day__year"))),
                name="decision_issued_under_number",
                violation_error_message=_("A decision that is issued has its number, symbol and day."),
            ),
            models.UniqueConstraint(
                "body",
                DecisionKey("made_by"),
                DecisionKey("symbol"),
                "year",
                "number",
                "number_again",
                condition=Q(state=DecisionState.ISSUED),
                name="decision_number_once",
                violation_error_message=_("This number was given to another decision of the same year and symbol."),
            ),
        ]

    def __str__(self) -> str:
        if not self.number:
            return self.subject
        return gettext("Decision %(number)s of %(day)s") % {"number": self.full_number, "day": format_date(self.day)}

    def get_absolute_url(self) -> str:
        return reverse("awards:decision", args=[self.pk])

    def is_whole_for(self, actor: Actor) -> bool:
        """Whether no line of it is kept from the person by a conflict of interest."""
        return self.lines.are_whole_for(actor)

    @property
    def full_number(self) -> str:
        """As honours bear it: 123/QĐ-UBND."""
        return f"{self.number}/{self.symbol}" if self.number else ""

    @property
    def whose(self) -> Whose:
        return REACH.whose(self)

    @property
    def table_row(self) -> str:
        return ROW

    @property
    def is_issued(self) -> bool:
        return self.state == DecisionState.ISSUED

    @property
    def is_draft(self) -> bool:
        return self.state == DecisionState.DRAFT


class DecisionLineQuerySet(LinesOfDossiers):
    desk = "decision__body"

    def with_names(self) -> Self:
        return self.select_related("nomination__organisation__parent", "nomination__award", "item__sitting", "honour")


class DecisionLine(models.Model):
    """A dossier that a decision confers its award on. `item`: by which sitting it was agreed to; `honour`: the line of
    the register that it brought or found there. `stands`: false once the draft is dropped."""

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="lines", verbose_name=_("decision"))
    nomination = models.ForeignKey(
        Nomination, on_delete=models.PROTECT, related_name="decision_lines", verbose_name=_("dossier of commendation")
    )
    item = models.ForeignKey(
        SittingItem, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("on the agenda")
    )
    honour = models.ForeignKey(
        Honour,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="decision_lines",
        verbose_name=_("line of the register"),
    )
    stands = models.BooleanField(_("stands"), default=True)
    paid_by = models.CharField(
        _("bonus paid from"),
        max_length=10,
        choices=choices(wording.PAID_BY),
        default=PaidBy.DECIDER,
        db_default=PaidBy.DECIDER,
    )

    objects = DecisionLineQuerySet.as_manager()

    class Meta:
        verbose_name = _("line of a decision")
        verbose_name_plural = _("lines of decisions")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=Q(paid_by__in=list(PaidBy)), name="decision_line_payer_known"),
            models.UniqueConstraint(
                fields=["nomination"],
                condition=Q(stands=True),
                name="decision_line_once",
                violation_error_message=_("The dossier stands in another decision already."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.nomination)


class DecisionStep(StepTaken):
    """A step of a decision: who, when, why. Append-only by trigger."""

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="steps", verbose_name=_("decision"))

    words = wording.STEPS

    class Meta(StepTaken.Meta):
        verbose_name = _("step of a decision")
        verbose_name_plural = _("steps of decisions")

    def __str__(self) -> str:
        return f"{self.decision}: {self.name}"


class LaterDecision(models.Model):
    """A later decision that names this one: it suspends, revokes, restores or corrects honours of it.
    Append-only by trigger."""

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="later", verbose_name=_("decision"))
    kind = models.CharField(_("what it does"), max_length=10, choices=choices(wording.LATER_KINDS))
    number = models.CharField(_("number and symbol"), max_length=60)
    day = models.DateField(_("day"))
    why = models.CharField(_("reason"), max_length=LONGEST_WHY)
    recorded_by_name = models.CharField(_("recorded by"), max_length=200)
    recorded_at = models.DateTimeField(_("recorded at"))
    lines = models.ManyToManyField(DecisionLine, related_name="later", verbose_name=_("lines"))

    class Meta:
        verbose_name = _("later decision")
        verbose_name_plural = _("later decisions")
        ordering = ["id"]
        constraints = [models.CheckConstraint(condition=Q(kind__in=list(LaterKind)), name="later_decision_kind_known")]

    def __str__(self) -> str:
        return self.number


class DecisionScan(models.Model):
    """The scan of a decision signed by hand, or the file signed digitally: of this one, or of a `later` one. Judged by
    its content; never changed, never taken away; the newest is offered first."""

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="scans", verbose_name=_("decision"))
    later = models.OneToOneField(
        LaterDecision,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="scan",
        verbose_name=_("later decision"),
    )
    file = models.FileField(_("file"), upload_to="decisions/%Y/%m", max_length=300)
    name = models.CharField(_("file name"), max_length=255)
    size = models.PositiveIntegerField(_("size in bytes"))
    checksum = models.CharField(_("checksum"), max_length=64)
    content_type = models.CharField(_("kind of content"), max_length=100)
    filed_by_name = models.CharField(_("filed by"), max_length=200)
    filed_at = models.DateTimeField(_("filed at"))

    class Meta:
        verbose_name = _("scan of a decision")
        verbose_name_plural = _("scans of decisions")
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.name


def rank_of(body: Organisation) -> Rank:
    if body.kind in PROVINCIAL_KINDS:
        return Rank.PROVINCE
    return Rank.UNIT if body.kind == OrganisationKind.UNIT else Rank.CENTRE


def decidable(body: int, actor: Actor) -> models.QuerySet:
    """Dossiers before the body's Council that stand in no decision; the person sees them."""
    waiting = Nomination.objects.visible_to(actor).filter(holder=body, state=NominationState.COUNCIL)
    standing = DecisionLine.objects.filter(stands=True).order_by().values("nomination")
    return waiting.exclude(pk__in=standing).exclude(sitting_items__outcome=ItemOutcome.PENDING)


def agreed(body: int, actor: Actor) -> models.QuerySet:
    """Of these, what a sitting has agreed to since."""
    return decidable(body, actor).filter(pk__in=agreed_items().order_by().values("nomination"))


def laws_in_force(on: date) -> list[LawVersion]:
    return list(LawVersion.objects.on(on))
