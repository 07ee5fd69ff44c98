from collections.abc import Iterable
from datetime import date, timedelta

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from clusters.attachments.models import Paper
from clusters.campaigns.models import wording
from clusters.campaigns.rules.terms import (
    NOT_STANDING,
    Addressed,
    CampaignForm,
    CampaignLevel,
    CampaignState,
    Drive,
)
from clusters.directives.models import Directive
from clusters.membership.models.cluster import Cluster, Membership
from clusters.organisations.models.lineage import above_in_query, line_in_query
from clusters.organisations.models.organisation import Organisation
from emulation.core import clock
from emulation.core.access import Whose
from emulation.core.actor import Actor
from emulation.core.models.fields import PeriodField, PeriodQuerySet
from emulation.core.models.reach import Reach, by_state
from emulation.core.models.steps import StepTaken
from emulation.core.period import Period
from emulation.core.text import search_key
from emulation.core.words import choices

REACH = Reach(organisations=("initiator_organisation_id",))
ROW, ROW_OF_STATE, ROW_DRAFT = "campaign", "campaign_of_state", "campaign_draft"
ROW_DROPPED, ROW_STRUCK_OUT = "campaign_dropped", "campaign_struck_out"
BY_STATE = {
    CampaignState.DRAFT: ROW_DRAFT,
    CampaignState.DROPPED: ROW_DROPPED,
    CampaignState.STRUCK_OUT: ROW_STRUCK_OUT,
}
PRIME_MINISTER = "thu tuong"
OF_NO_OFFICE = Q(initiator_organisation__isnull=True)


class CampaignQuerySet(PeriodQuerySet):
    def visible_to(self, actor: Actor):
        """Everybody's once launched; before that its own office's."""
        launched = Q(state=CampaignState.LAUNCHED)
        rows = {ROW: launched & ~OF_NO_OFFICE, ROW_OF_STATE: launched & OF_NO_OFFICE} | by_state(BY_STATE)
        return self.filter(REACH.seen_by(actor, rows))

    def standing(self):
        return self.exclude(state__in=NOT_STANDING)

    def launched(self):
        return self.filter(state=CampaignState.LAUNCHED)

    def running_in(self, during: Period):
        """Those of which nobody recorded that they had ended before, or that they are of a later year's directive."""
        found, last_day = self.overlapping(during), during.last_day
        if last_day is not None:
            found = found.exclude(directive__year__gt=last_day.year)
        return found.exclude(summed_up_on__lt=during.start) if during.start else found

    def in_scope_of(self, organisations: Iterable[int], *, on: date | None = None):
        """Of the whole country; launched by one of them or by a body above it, or by what went before or came after
        that in a merger; or in a cluster that one sits in `on` a day, or ever sat in."""
        ids = list(organisations)
        seats = Membership.objects.all() if on is None else Membership.objects.on(on)
        seats = seats.filter(organisation__in=ids).order_by().values("cluster")
        return self.filter(
            OF_NO_OFFICE
            | Q(initiator_organisation__in=line_in_query(ids))
            | Q(initiator_organisation__in=above_in_query(ids), cluster__isnull=True)
            | Q(cluster__in=seats)
        )

    def offered_to(self, actor: Actor, *, chosen: str | int | None = None):
        """To be chosen: launched ones that reach the own office, and the one that stands there already."""
        launched = self.visible_to(actor).launched()
        reaching = launched.in_scope_of(actor.own, on=clock.today())
        return launched.filter(pk__in=reaching.values("pk")) | launched.filter(pk=chosen or 0)

    def matching(self, key: str):
        """`key` is a search key; a campaign is found under any of its names."""
        if not key:
            return self
        named = Q(name_key__contains=key)
        return self.filter(
            named | Exists(CampaignAlias.objects.filter(campaign=OuterRef("pk"), name_key__contains=key))
        )


class Campaign(models.Model):
    """A campaign under its official name. Papers print it under several: see aliases. `is_recorded`: launched elsewhere
    or on paper, so that missing parts are only not stated; otherwise it is prepared and launched here.

    `recorded_on`: the day it was entered; of reference data, the first day of the period that the earliest paper naming
    it speaks of. `parent`: the one that it puts into concrete form.
    `addressed`: whom. `criteria`: one a line. `joined_on` to `summed_up_on`: the first day of each stage, `heard_on`
    the last progress, kept by the deeds of those who take part.
    """

    name = models.CharField(_("name"), max_length=400)
    name_key = models.CharField(_("search key"), max_length=1000, db_index=True)
    sort_key = models.CharField(_("sort key"), max_length=1000, db_collation="C", default="", db_default="")
    initiator = models.CharField(_("launched by"), max_length=200)
    initiator_organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="campaigns",
        verbose_name=_("launched by the organisation"),
    )
    state = models.CharField(
        _("state"),
        max_length=10,
        choices=choices(wording.STATES),
        default=CampaignState.LAUNCHED,
        db_default=CampaignState.LAUNCHED,
    )
    is_recorded = models.BooleanField(_("launched elsewhere"), default=True, db_default=True)
    level = models.CharField(
        _("level"),
        max_length=10,
        choices=choices(wording.LEVELS),
        default=CampaignLevel.PROVINCE,
        db_default=CampaignLevel.PROVINCE,
    )
    cluster = models.ForeignKey(
        Cluster, on_delete=models.PROTECT, null=True, blank=True, related_name="campaigns", verbose_name=_("cluster")
    )
    form = models.CharField(
        _("form of emulation"), max_length=10, choices=choices(wording.FORMS), blank=True, default="", db_default=""
    )
    drive = models.CharField(
        _("drive"),
        max_length=10,
        choices=choices(wording.DRIVES),
        default=Drive.ORDINARY,
        db_default=Drive.ORDINARY,
    )
    addressed = ArrayField(
        models.CharField(max_length=12, choices=choices(wording.ADDRESSED)),
        verbose_name=_("subjects"),
        default=list,
        db_default=[],
        blank=True,
    )
    criteria = models.TextField(_("criteria"), blank=True, default="", db_default="")
    during = PeriodField(_("runs"))
    document = models.CharField(_("document"), max_length=200, blank=True)
    document_paper = models.ForeignKey(
        Paper, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("scan")
    )
    directive = models.ForeignKey(
        Directive,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="campaigns",
        verbose_name=_("launched by the directive"),
    )
    plan = models.CharField(_("plan"), max_length=300, blank=True, default="", db_default="")
    parent = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name=_("puts into concrete form"),
    )
    source = models.CharField(_("source"), max_length=300, blank=True)
    recorded_on = models.DateField(_("recorded on"), null=True, blank=True, editable=False)
    launched_on = models.DateField(_("launched on"), null=True, blank=True)
    joined_on = models.DateField(_("first joined on"), null=True, blank=True)
    reported_on = models.DateField(_("first reported on"), null=True, blank=True)
    heard_on = models.DateField(_("last reported on"), null=True, blank=True)
    checked_on = models.DateField(_("first checked on"), null=True, blank=True)
    summed_up_on = models.DateField(_("summed up on"), null=True, blank=True)

    objects = CampaignQuerySet.as_manager()

    class Meta:
        verbose_name = _("campaign")
        verbose_name_plural = _("campaigns")
        ordering = ["sort_key", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["name_key", "initiator"],
                condition=~Q(state__in=NOT_STANDING),
                name="campaign_once_per_initiator",
                violation_error_message=_(
                    "A campaign of this name by the same office is there already. Open that one, or tell them apart by "
                    "the year in the name."
                ),
            ),
            models.CheckConstraint(condition=Q(state__in=list(CampaignState)), name="campaign_state_known"),
            models.CheckConstraint(condition=Q(level__in=list(CampaignLevel)), name="campaign_level_known"),
            models.CheckConstraint(condition=Q(form__in=["", *CampaignForm]), name="campaign_form_known"),
            models.CheckConstraint(condition=Q(drive__in=list(Drive)), name="campaign_drive_known"),
            models.CheckConstraint(
                condition=Q(addressed__contained_by=list(Addressed)), name="campaign_addresses_known"
            ),
            models.CheckConstraint(
                condition=Q(is_recorded=False) | Q(state__in=[CampaignState.LAUNCHED, CampaignState.STRUCK_OUT]),
                name="campaign_recorded_is_launched",
            ),
            models.CheckConstraint(
                condition=~Q(level=CampaignLevel.CLUSTER) | Q(cluster__isnull=False),
                name="campaign_of_a_cluster_names_it",
                violation_error_message=_("Choose the cluster or block among whose members it runs."),
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("clusters:campaign", args=[self.pk])

    @property
    def begun_on(self) -> date | None:
        """Its first day, else that of its launch; None where nobody stated either."""
        return self.during.start or self.launched_on

    @property
    def stands(self) -> bool:
        return self.state not in NOT_STANDING

    @property
    def is_launched_here(self) -> bool:
        return self.state == CampaignState.LAUNCHED and not self.is_recorded

    @property
    def is_of_prime_minister(self) -> bool | None:
        """Whether the Prime Minister launched it; None of one of the whole country that names another."""
        if self.level != CampaignLevel.STATE:
            return False
        return True if PRIME_MINISTER in search_key(self.initiator) else None

    def years_on(self, day: date) -> tuple[int | None, int | None]:
        """(whole years it lasts, by its days; calendar years it touches, in part too). Of one without a last day only
        what lies behind `day` is known; None where its beginning is not stated."""
        first, end = self.begun_on, self.during.end
        if first is None:
            return None, None
        after = end or day + timedelta(days=1)
        whole = after.year - first.year - ((after.month, after.day) < (first.month, first.day))
        touched = after - timedelta(days=1) if end else None
        return (whole, touched.year - first.year + 1) if touched else (whole, None)

    def was_known_by(self, day: date) -> bool:
        """Of one without a known beginning: whether it was recorded or joined by then. Where neither day was kept
        nobody can tell, so it was."""
        known = [day for day in (self.recorded_on, self.joined_on) if day is not None]
        return not known or min(known) <= day

    @property
    def whose(self) -> Whose:
        return REACH.whose(self)

    @property
    def table_row(self) -> str:
        if self.state == CampaignState.LAUNCHED:
            return ROW if self.initiator_organisation_id else ROW_OF_STATE
        return BY_STATE[CampaignState(self.state)]

    @property
    def badge(self):
        return wording.BADGES[CampaignState(self.state)]


class CampaignAlias(models.Model):
    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="aliases", verbose_name=_("campaign"))
    name = models.CharField(_("other name"), max_length=400)
    name_key = models.CharField(_("search key"), max_length=1000, db_index=True)

    class Meta:
        verbose_name = _("other name of a campaign")
        verbose_name_plural = _("other names of campaigns")
        constraints = [models.UniqueConstraint(fields=["campaign", "name_key"], name="campaign_alias_once")]

    def __str__(self):
        return self.name


class CampaignStep(StepTaken):
    """A step the campaign took: who, when, why. Append-only by trigger."""

    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="steps", verbose_name=_("campaign"))

    words = wording.STEPS

    class Meta(StepTaken.Meta):
        verbose_name = _("step of the campaign")
        verbose_name_plural = _("steps of the campaign")

    def __str__(self):
        return f"{self.campaign}: {self.name}"
