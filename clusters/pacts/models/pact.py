from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from clusters.attachments.models import Paper
from clusters.campaigns.models.campaign import Campaign
from clusters.indicators.models.indicator import Indicator
from clusters.indicators.models.wording import TARGET_KINDS
from clusters.indicators.rules.terms import TargetKind
from clusters.membership.models.cluster import ClusterYear
from clusters.organisations.models.organisation import Organisation
from clusters.pacts.models import wording
from clusters.pacts.rules.terms import PactSection, PactState, TargetOrigin
from emulation.core.access import Whose
from emulation.core.actor import Actor
from emulation.core.models.quantity import QuantityField
from emulation.core.models.reach import Reach, by_state
from emulation.core.models.steps import StepTaken
from emulation.core.words import choices

REACH = Reach(cluster_years=("cluster_year_id",))
SUBJECTS = {
    PactState.DRAFT: "pact_draft",
    PactState.CONSULTED: "pact_asked",
    PactState.SIGNING: "pact_asked",
    PactState.IN_FORCE: "pact_in_force",
}


class PactQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor):
        """The head's people always; members from the day they are asked; who keeps the cluster, the central board and
        readers of reports once in force."""
        return self.filter(REACH.seen_by(actor, by_state(SUBJECTS)))

    def in_force(self):
        return self.filter(state=PactState.IN_FORCE)

    def of_year(self, cluster_year):
        return self.filter(cluster_year=cluster_year)


class Pact(models.Model):
    """What a cluster's members sign for a year: number 0 is the pact, 1 and on its addenda, which hold only what they
    change and say `why`.

    `legal_bases`: one a line. `checksum`: SHA-256 of the contents as every signature saw them. `round` counts how often
    the members were asked; answers of an earlier round no longer count. `unsigned_why` is the head's reason for closing
    it without all signatures.
    """

    cluster_year = models.ForeignKey(
        ClusterYear, on_delete=models.PROTECT, related_name="pacts", verbose_name=_("cluster year")
    )
    number = models.PositiveSmallIntegerField(_("number of the addendum"), default=0)
    state = models.CharField(
        _("state"),
        max_length=10,
        choices=choices(wording.PACT_STATES),
        default=PactState.DRAFT,
        db_default=PactState.DRAFT,
    )
    legal_bases = models.TextField(_("legal bases"), blank=True)
    preamble = models.TextField(_("opening words"), blank=True)
    place = models.CharField(_("place of signing"), max_length=100, blank=True)
    dated = models.DateField(_("day of signing"), null=True, blank=True)
    why = models.CharField(_("reason of the addendum"), max_length=500, blank=True)
    round = models.PositiveSmallIntegerField(_("round of opinions"), default=0)
    checksum = models.CharField(_("checksum"), max_length=64, blank=True)
    frozen_at = models.DateTimeField(_("in force since"), null=True, blank=True)
    unsigned_why = models.CharField(_("why it was closed unsigned"), max_length=500, blank=True)

    objects = PactQuerySet.as_manager()

    class Meta:
        verbose_name = _("pact")
        verbose_name_plural = _("pacts")
        ordering = ["cluster_year", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["cluster_year", "number"],
                name="pact_number_once",
                violation_error_message=_("The pact of this year already exists. Open it."),
            ),
            models.CheckConstraint(condition=Q(state__in=list(PactState)), name="pact_state_known"),
            models.CheckConstraint(
                condition=Q(state=PactState.IN_FORCE, frozen_at__isnull=False)
                | (~Q(state=PactState.IN_FORCE) & Q(frozen_at__isnull=True)),
                name="pact_in_force_since",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[PactState.SIGNING, PactState.IN_FORCE]) | Q(checksum__gt=""),
                name="pact_signed_has_checksum",
            ),
            models.CheckConstraint(
                condition=Q(number=0) | ~Q(why=""),
                name="pact_addendum_has_reason",
                violation_error_message=_("An addendum says why the pact is changed."),
            ),
        ]

    def __str__(self):
        if self.number:
            return _("Addendum %(number)s to the pact of %(year)s") % {
                "number": self.number,
                "year": self.cluster_year,
            }
        return _("Pact of %(year)s") % {"year": self.cluster_year}

    def get_absolute_url(self):
        return reverse("clusters:pact", args=[self.cluster_year_id, self.number])

    @property
    def whose(self) -> Whose:
        return REACH.whose(self)

    @property
    def table_row(self) -> str:
        return SUBJECTS[PactState(self.state)]

    @property
    def is_addendum(self) -> bool:
        return self.number > 0


class PactCommitment(models.Model):
    """One promise, in one sentence, with how it is measured, after which source, and when it is checked."""

    pact = models.ForeignKey(Pact, on_delete=models.CASCADE, related_name="commitments", verbose_name=_("pact"))
    section = models.CharField(_("content of the pact"), max_length=20, choices=choices(wording.SECTIONS))
    text = models.CharField(_("commitment"), max_length=1000)
    measure = models.CharField(_("measured by"), max_length=200, blank=True)
    unit = models.CharField(_("unit of measure"), max_length=40, blank=True)
    source = models.CharField(_("source of the figure"), max_length=200, blank=True)
    checked_on = models.DateField(_("checked on"), null=True, blank=True)
    position = models.PositiveSmallIntegerField(_("place in the content"), default=0)

    class Meta:
        verbose_name = _("commitment")
        verbose_name_plural = _("commitments")
        ordering = ["position", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(section__in=list(PactSection)), name="commitment_section_known"),
            models.CheckConstraint(condition=~Q(text=""), name="commitment_says_something"),
        ]

    def __str__(self):
        return self.text


class PactCampaign(models.Model):
    """`name`: the campaign's when it was chosen; a name that is written out in full later changes no signed pact."""

    pact = models.ForeignKey(Pact, on_delete=models.CASCADE, related_name="campaigns", verbose_name=_("pact"))
    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="+", verbose_name=_("campaign"))
    name = models.CharField(_("name as the pact has it"), max_length=400, default="", db_default="")

    class Meta:
        verbose_name = _("campaign of the pact")
        verbose_name_plural = _("campaigns of the pact")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["pact", "campaign"],
                name="pact_campaign_once",
                violation_error_message=_("This campaign already stands in the pact."),
            )
        ]

    def __str__(self):
        return self.name


class PactTargetQuerySet(models.QuerySet):
    def standing(self, cluster_year):
        """Those in force, each member's newest for an indicator: an addendum's takes the place of the pact's."""
        return (
            self.filter(pact__cluster_year=cluster_year, pact__state=PactState.IN_FORCE)
            .order_by("indicator_id", "organisation_id", "-pact__number")
            .distinct("indicator_id", "organisation_id")
        )


class PactTarget(models.Model):
    """What one member is to reach of one indicator by the end of the year. `text` is how the pact prints it."""

    pact = models.ForeignKey(Pact, on_delete=models.CASCADE, related_name="targets", verbose_name=_("pact"))
    indicator = models.ForeignKey(
        Indicator, on_delete=models.PROTECT, related_name="targets", verbose_name=_("indicator")
    )
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="targets", verbose_name=_("member")
    )
    kind = models.CharField(_("kind of target"), max_length=10, choices=choices(TARGET_KINDS))
    text = models.CharField(_("target"), max_length=200)
    value = QuantityField(_("target as a quantity"))
    origin = models.CharField(_("comes from"), max_length=12, choices=choices(wording.ORIGINS))
    origin_paper = models.CharField(_("number and date of that paper"), max_length=200, blank=True)

    objects = PactTargetQuerySet.as_manager()

    class Meta:
        verbose_name = _("target")
        verbose_name_plural = _("targets")
        ordering = ["indicator__position", "organisation__sort_key"]
        constraints = [
            models.UniqueConstraint(fields=["pact", "indicator", "organisation"], name="pact_target_once"),
            models.CheckConstraint(condition=Q(kind__in=list(TargetKind)), name="pact_target_kind_known"),
            models.CheckConstraint(condition=Q(origin__in=list(TargetOrigin)), name="pact_target_origin_known"),
            models.CheckConstraint(condition=~Q(text=""), name="pact_target_says_something"),
        ]

    def __str__(self):
        return f"{self.organisation}, {self.indicator}: {self.text}"


class PactAnswer(models.Model):
    """What a member said of the draft in a round of opinions; not agreeing wants a remark. Append-only by trigger."""

    pact = models.ForeignKey(Pact, on_delete=models.PROTECT, related_name="answers", verbose_name=_("pact"))
    round = models.PositiveSmallIntegerField(_("round of opinions"))
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+", verbose_name=_("member"))
    agreed = models.BooleanField(_("agreed"))
    remark = models.CharField(_("remark"), max_length=1000, blank=True)
    answered_by_name = models.CharField(_("person"), max_length=200)
    answered_at = models.DateTimeField(_("time"))

    class Meta:
        verbose_name = _("opinion on the pact")
        verbose_name_plural = _("opinions on the pact")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["pact", "round", "organisation"],
                name="pact_answer_once_a_round",
                violation_error_message=_("This member has already answered in this round."),
            ),
            models.CheckConstraint(
                condition=Q(agreed=True) | ~Q(remark=""),
                name="pact_answer_refusal_has_remark",
                violation_error_message=_("Say what is to be changed."),
            ),
        ]

    def __str__(self):
        return f"{self.organisation}: {self.remark}" if self.remark else str(self.organisation)


class PactSignature(models.Model):
    """A member's signature: its approver, who gave the password again. `checksum` is that of the contents signed.
    Append-only by trigger; a signing that was broken off keeps its signatures in its `round`."""

    pact = models.ForeignKey(Pact, on_delete=models.PROTECT, related_name="signatures", verbose_name=_("pact"))
    round = models.PositiveSmallIntegerField(_("round of opinions"))
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+", verbose_name=_("member"))
    signer = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("account")
    )
    signer_name = models.CharField(_("signed by"), max_length=200)
    signer_office = models.CharField(_("office of the signer"), max_length=200)
    signed_at = models.DateTimeField(_("signed at"))
    checksum = models.CharField(_("checksum"), max_length=64)
    scan = models.ForeignKey(
        Paper, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("scan")
    )

    class Meta:
        verbose_name = _("signature of the pact")
        verbose_name_plural = _("signatures of the pact")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["pact", "round", "organisation"],
                name="pact_signed_once",
                violation_error_message=_("This member has already signed."),
            ),
            models.CheckConstraint(condition=~Q(signer_office=""), name="pact_signer_has_office"),
        ]

    def __str__(self):
        return f"{self.organisation}: {self.signer_name}"


class PactStep(StepTaken):
    """A step the pact took: who, when, why. Append-only by trigger."""

    pact = models.ForeignKey(Pact, on_delete=models.PROTECT, related_name="steps", verbose_name=_("pact"))

    words = wording.STEPS

    class Meta(StepTaken.Meta):
        verbose_name = _("step of the pact")
        verbose_name_plural = _("steps of the pact")

    def __str__(self):
        return f"{self.pact}: {self.name}"
