"""What one body knows of a dossier that it has or had on its desk: whose it is there, until when, what warns."""

from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Case, Exists, OuterRef, Prefetch, Q, Value, When
from django.utils.translation import gettext_lazy as _

from awards.conflicts.models.conflict import KeptAsItsDossier
from awards.nominations.models.desk_people import mandates_at_the_desks_of
from awards.nominations.models.nomination import Nomination
from awards.procedures.models.procedure import Procedure
from awards.review.models import wording
from awards.review.rules.terms import AT_THE_DESK, NO_DAY, STILL_TO_GIVE, WAITING, FirstDeed, Standing
from clusters.models import Organisation
from emulation.core.access import Whose
from emulation.core.actor import Actor
from emulation.core.models.reach import EVERY_RECORD, Reach
from emulation.core.words import choices

ROW = "review"
NOMINATOR = Prefetch("nomination__organisation", Organisation.objects.select_related("parent"))
REACH = Reach(receivers=("body_id",), holders=("body_id",), keeping=KeptAsItsDossier("nomination_id"))


class ReviewQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> Self:
        """Of the person's own body, and only of dossiers that the person sees: whoever may not see a dossier sees
        nothing that is known of it either."""
        seen = Nomination.objects.visible_to(actor).order_by()
        return self.filter(REACH.seen_by(actor, {ROW: EVERY_RECORD}), nomination__in=seen)

    def at_the_desk(self) -> Self:
        return self.filter(standing__in=AT_THE_DESK)

    def with_handler_there(self, actor: Actor) -> Self:
        """`handler_there`: whether who has it in charge still looks into dossiers at the person's desk."""
        there = mandates_at_the_desks_of(actor).filter(user=OuterRef("handler"))
        return self.annotate(handler_there=Exists(there))

    def with_first_deed(self, actor: Actor) -> Self:
        """`first_deed`: the person's own, before any step of the dossier; empty where there is none, and for who
        decides there. The same whether anybody is in charge where the person gives an independent opinion."""
        own = Q(appraisals__appraiser=actor.user_id, appraisals__seat__isnull=False)
        asked = Review.objects.filter(own, pk=OuterRef("pk"))
        still_asked = Review.objects.filter(own & Q(appraisals__state__in=STILL_TO_GIVE), pk=OuterRef("pk"))
        looks_into = Q(standing=Standing.REVIEW, body__in=actor.reviewed) & ~Q(body__in=actor.decided)
        is_free = Q(handler_there=False) & (Q(is_compared=True) | ~Exists(asked))
        return self.with_handler_there(actor).annotate(
            first_deed=Case(
                When(looks_into & Exists(still_asked), then=Value(FirstDeed.OPINION.value)),
                When(looks_into & is_free, then=Value(FirstDeed.TAKE.value)),
                default=Value(""),
            )
        )

    def with_dossiers(self) -> Self:
        return self.select_related("nomination__award")

    def with_names(self) -> Self:
        """Who nominates is read apart, in one query more: joined, the orders of six tables are weighed for longer than
        a page of them is read."""
        return self.with_dossiers().prefetch_related(NOMINATOR)


class Review(models.Model):
    """Follows the dossier step by step (`actions.following`).

    `handler`: who works on it in this body. `returned_by`: who asked for it to be completed; `came_back`: it was sent
    again since. `due`: last day of this body, `NO_DAY` where none is reckoned. `not_met`, `cannot_tell`, `missing`:
    conditions and papers as they were on `judged_on`; `honours`, `last_honour`: what the subject received before.
    `procedure`: the one by whose criteria it is appraised, from the day it was taken up. `is_compared`: the opinions
    asked for are all given, so that they may be read; `differences`, `spread`: lines in which they differ, points
    between the highest and the lowest; empty until then. `to_discuss`: in the tray of what is to be discussed.
    """

    nomination = models.ForeignKey(
        Nomination, on_delete=models.PROTECT, related_name="reviews", verbose_name=_("dossier of commendation")
    )
    body = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+", verbose_name=_("body"))
    standing = models.CharField(_("where it is"), max_length=10, choices=choices(wording.STANDINGS))
    arrived_at = models.DateTimeField(_("came at"))
    due = models.DateField(_("last day"), default=NO_DAY)
    is_due_verified = models.BooleanField(_("last day verified"), default=True)
    handler = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("in charge"),
    )
    handler_name = models.CharField(_("in charge"), max_length=200, blank=True)
    taken_at = models.DateTimeField(_("taken at"), null=True, blank=True)
    returned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("returned by"),
    )
    came_back = models.BooleanField(_("came back"), default=False)
    not_met = models.PositiveSmallIntegerField(_("conditions not met"), default=0)
    cannot_tell = models.PositiveSmallIntegerField(_("conditions that cannot be told"), default=0)
    missing = models.PositiveSmallIntegerField(_("papers missing"), default=0)
    honours = models.PositiveSmallIntegerField(_("earlier honours"), default=0)
    last_honour = models.PositiveSmallIntegerField(_("year of the last honour"), null=True, blank=True)
    judged_on = models.DateField(_("judged on"), null=True, blank=True)
    procedure = models.ForeignKey(
        Procedure, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("procedure")
    )
    is_compared = models.BooleanField(_("opinions can be compared"), default=False)
    differences = models.PositiveSmallIntegerField(_("lines in which opinions differ"), null=True, blank=True)
    spread = models.DecimalField(
        _("points between the opinions"), max_digits=6, decimal_places=2, null=True, blank=True
    )
    to_discuss = models.BooleanField(_("to be discussed"), default=False)

    objects = ReviewQuerySet.as_manager()

    class Meta:
        verbose_name = _("review of a dossier")
        verbose_name_plural = _("reviews of dossiers")
        ordering = ["due", "id"]
        constraints = [
            models.UniqueConstraint(fields=["nomination", "body"], name="review_once_in_a_body"),
            models.CheckConstraint(condition=Q(standing__in=list(Standing)), name="review_standing_known"),
            models.CheckConstraint(
                condition=Q(handler__isnull=True, handler_name="", taken_at__isnull=True)
                | (Q(handler__isnull=False, taken_at__isnull=False) & ~Q(handler_name="")),
                name="review_handler_named",
            ),
            models.CheckConstraint(
                condition=Q(is_compared=True, differences__isnull=False)
                | Q(is_compared=False, differences__isnull=True, spread__isnull=True, to_discuss=False),
                name="review_compared_or_silent",
                violation_error_message=_("Opinions are compared once all that were asked for are given."),
            ),
        ]
        indexes = [
            models.Index(
                fields=["body", "due", "id"], condition=Q(standing__in=list(WAITING)), name="review_waiting_by_day"
            ),
            models.Index(fields=["body", "standing", "due", "id"], name="review_by_standing"),
        ]

    def __str__(self) -> str:
        return str(self.nomination)

    @property
    def whose(self) -> Whose:
        return REACH.whose(self)

    @property
    def table_row(self) -> str:
        return ROW

    @property
    def last_day(self):
        """None where none is reckoned."""
        return None if self.due == NO_DAY else self.due

    @property
    def returned_at(self) -> datetime | None:
        """When this body last returned the dossier, but for what it undid."""
        standing: list[datetime] = []
        rows = self.nomination.steps.filter(name__in=("return", "undo_return"), desk=self.body_id).order_by("pk")
        for name, at in rows.values_list("name", "taken_at"):
            standing = [*standing, at] if name == "return" else standing[:-1]
        return standing[-1] if standing else None

    @property
    def warnings(self) -> int:
        return self.not_met + self.cannot_tell + self.missing
