"""A unit's part in a campaign: what it set itself, what it reports, what inspections found, how it was reviewed."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from clusters.attachments.models import Paper
from clusters.campaigns.models import wording
from clusters.campaigns.models.campaign import Campaign
from clusters.campaigns.models.struck_out import CanBeStruckOut, StandingQuerySet
from clusters.campaigns.rules.terms import ReviewKind
from clusters.organisations.models.organisation import Organisation
from emulation.core.access import Whose
from emulation.core.actor import Actor
from emulation.core.models.reach import Reach
from emulation.core.words import choices

REACH = Reach(organisations=("organisation_id",), holders=("campaign__initiator_organisation_id",))
ROW = "participation"
REACH_OF_INSPECTION = Reach(
    organisations=("participation__organisation_id",),
    holders=("participation__campaign__initiator_organisation_id",),
)
ROW_INSPECTION = "inspection"


class ParticipationQuerySet(StandingQuerySet):
    def visible_to(self, actor: Actor):
        return self.filter(REACH.seen_by(actor, {ROW: Q()}))


class Participation(CanBeStruckOut):
    """`goals`: its own, one a line. Each day is the first of its stage, `heard_on` that of the last report."""

    campaign = models.ForeignKey(
        Campaign, on_delete=models.PROTECT, related_name="participations", verbose_name=_("campaign")
    )
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="participations", verbose_name=_("unit")
    )
    goals = models.TextField(_("own goals"), blank=True)
    joined_on = models.DateField(_("joined on"))
    reported_on = models.DateField(_("first reported on"), null=True, blank=True)
    heard_on = models.DateField(_("last reported on"), null=True, blank=True)
    checked_on = models.DateField(_("first checked on"), null=True, blank=True)
    summed_up_on = models.DateField(_("summed up on"), null=True, blank=True)

    objects = ParticipationQuerySet.as_manager()

    class Meta:
        verbose_name = _("part in a campaign")
        verbose_name_plural = _("parts in campaigns")
        ordering = ["organisation__sort_key", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["campaign", "organisation"],
                condition=Q(withdrawn_at__isnull=True),
                name="participation_once",
                violation_error_message=_("This unit takes part already."),
            )
        ]

    def __str__(self):
        return f"{self.organisation}: {self.campaign}"

    def get_absolute_url(self):
        return reverse("clusters:participation", args=[self.pk])

    @property
    def whose(self) -> Whose:
        return REACH.whose(self)

    @property
    def table_row(self) -> str:
        return ROW


class ProgressEntry(CanBeStruckOut):
    """What a unit reports in a minute: a day, a sentence, perhaps a figure and a paper. It changes no more, by trigger,
    but may be struck out."""

    participation = models.ForeignKey(
        Participation, on_delete=models.PROTECT, related_name="progress", verbose_name=_("part in a campaign")
    )
    on = models.DateField(_("day"))
    text = models.CharField(_("what was done"), max_length=500)
    figure = models.CharField(_("figure"), max_length=100, blank=True)
    paper = models.ForeignKey(
        Paper, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("proof")
    )
    entered_by_name = models.CharField(_("person"), max_length=200)
    entered_at = models.DateTimeField(_("time"))

    objects = StandingQuerySet.as_manager()

    class Meta:
        verbose_name = _("progress")
        verbose_name_plural = _("progress")
        ordering = ["-on", "-id"]
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="progress_says_something")]

    def __str__(self):
        return self.text


class InspectionQuerySet(StandingQuerySet):
    def visible_to(self, actor: Actor):
        """The unit's own people, those who inspect it, the central board."""
        return self.filter(REACH_OF_INSPECTION.seen_by(actor, {ROW_INSPECTION: Q()}))

    def unrepaired(self):
        return self.standing().filter(due_on__isnull=False, repaired_on__isnull=True)


class Inspection(CanBeStruckOut):
    """A check of one unit by the office that launched the campaign, or by the central board. `inspector`: in whose name
    it was entered. `due_on`: until when what was found is to be repaired; without it nothing is. A repair has its
    proof."""

    participation = models.ForeignKey(
        Participation, on_delete=models.PROTECT, related_name="inspections", verbose_name=_("part in a campaign")
    )
    on = models.DateField(_("day"))
    office = models.CharField(_("inspected by"), max_length=200)
    inspector = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("entered in the name of"),
    )
    findings = models.TextField(_("findings"))
    due_on = models.DateField(_("to be repaired until"), null=True, blank=True)
    repaired_on = models.DateField(_("repaired on"), null=True, blank=True)
    repair = models.CharField(_("how it was repaired"), max_length=500, blank=True)
    proof = models.ForeignKey(
        Paper, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("proof")
    )

    objects = InspectionQuerySet.as_manager()

    class Meta:
        verbose_name = _("inspection")
        verbose_name_plural = _("inspections")
        ordering = ["-on", "-id"]
        constraints = [
            models.CheckConstraint(condition=~Q(findings=""), name="inspection_found_something"),
            models.CheckConstraint(
                condition=Q(due_on__isnull=True) | Q(due_on__gte=F("on")), name="inspection_due_after_it"
            ),
            models.CheckConstraint(
                condition=Q(repaired_on__isnull=True, proof__isnull=True, repair="")
                | (Q(repaired_on__isnull=False, proof__isnull=False) & ~Q(repair="")),
                name="inspection_repaired_with_proof",
            ),
        ]

    def __str__(self):
        return self.findings

    def is_struck_out_by(self, actor: Actor) -> bool:
        """By people of the body that inspected; of one of which it was not kept, by whoever may inspect."""
        return self.inspector_id is None or self.inspector_id in actor.bodies

    @property
    def whose(self) -> Whose:
        return REACH_OF_INSPECTION.whose(self)

    @property
    def table_row(self) -> str:
        return ROW_INSPECTION


class CampaignReview(CanBeStruckOut):
    """Sơ kết or tổng kết: of the campaign by who launched it, or of a unit's part by the unit."""

    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="reviews", verbose_name=_("campaign"))
    participation = models.ForeignKey(
        Participation,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="reviews",
        verbose_name=_("part in a campaign"),
    )
    kind = models.CharField(_("kind"), max_length=5, choices=choices(wording.REVIEWS))
    on = models.DateField(_("day"))
    document = models.CharField(_("document"), max_length=200)
    conclusion = models.TextField(_("conclusion"))
    paper = models.ForeignKey(
        Paper, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("scan")
    )

    objects = StandingQuerySet.as_manager()

    class Meta:
        verbose_name = _("review of a campaign")
        verbose_name_plural = _("reviews of campaigns")
        ordering = ["on", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=list(ReviewKind)), name="campaign_review_kind_known"),
            models.CheckConstraint(
                condition=~Q(document="") & ~Q(conclusion=""), name="campaign_review_says_something"
            ),
            models.UniqueConstraint(
                fields=["campaign", "participation"],
                condition=Q(kind=ReviewKind.FINAL, withdrawn_at__isnull=True),
                nulls_distinct=False,
                name="campaign_final_review_once",
                violation_error_message=_("The final review is recorded already."),
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.document}"
