from decimal import Decimal

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Prefetch, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from clusters.membership.models.cluster import ClusterYear
from clusters.regulation.models import wording
from clusters.regulation.rules.terms import Appraiser, BallotBase, GroupKind, SchemeState, TieRule
from emulation.core.access import Whose
from emulation.core.actor import Actor
from emulation.core.models.reach import Reach, by_state
from emulation.core.models.steps import StepTaken
from emulation.core.words import choices

HUNDRED = Decimal(100)
REACH = Reach(cluster_years=("cluster_year_id",))
SUBJECTS = {SchemeState.DRAFT: "scheme_draft", SchemeState.ADOPTED: "scheme"}


def points_field(name, **kwargs):
    """Points, to the hundredth, never below zero."""
    return models.DecimalField(
        name, max_digits=7, decimal_places=2, validators=[MinValueValidator(Decimal(0))], **kwargs
    )


class SchemeQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor):
        """Members of the cluster once adopted; a draft for the head's people, who keeps the cluster, the central board
        and administrators."""
        return self.filter(REACH.seen_by(actor, by_state(SUBJECTS)))

    def adopted(self):
        return self.filter(state=SchemeState.ADOPTED)

    def with_lines(self):
        """Adds `listed`: the groups in order, each with `lines`, its criteria in order; and `listed_knock_outs`."""
        criteria, knock_outs = (self.model._meta.get_field(name).related_model for name in ("criteria", "knock_outs"))
        lines = criteria.objects.select_related("indicator").order_by("position", "pk")
        groups = CriterionGroup.objects.order_by("position", "pk").prefetch_related(
            Prefetch("criteria", lines, to_attr="lines")
        )
        conditions = knock_outs.objects.select_related("criterion").order_by("position", "pk")
        return self.prefetch_related(
            Prefetch("groups", groups, to_attr="listed"),
            Prefetch("knock_outs", conditions, to_attr="listed_knock_outs"),
        )


class Scheme(models.Model):
    """The regulation of a cluster for one year, as far as it says how members are scored and acclaimed.

    `maximum` is what the regulation says the groups of criteria come to. `votes_for` of `votes_cast` members adopted
    it on `adopted_on`. `jump_percent`: from which change against the last period a figure wants an explanation.
    `spread_percent`: from which spread of the scorers, in per cent of the maximum, a line is to be discussed.
    """

    cluster_year = models.OneToOneField(
        ClusterYear, on_delete=models.PROTECT, related_name="scheme", verbose_name=_("cluster year")
    )
    state = models.CharField(
        _("state"),
        max_length=10,
        choices=choices(wording.SCHEME_STATES),
        default=SchemeState.DRAFT,
        db_default=SchemeState.DRAFT,
    )
    copied_from = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("copied from")
    )
    from_suggestion = models.BooleanField(_("begun from the suggested template"), default=False)
    maximum = points_field(_("maximum of all groups"))
    cross_scorers = models.PositiveSmallIntegerField(_("cross-scorers of each member"), default=2)
    appraiser = models.CharField(
        _("appraised by"),
        max_length=10,
        choices=choices(wording.APPRAISERS),
        default=Appraiser.HEAD_PANEL,
    )
    jump_percent = models.PositiveSmallIntegerField(_("change that wants an explanation, in per cent"), default=50)
    spread_percent = models.PositiveSmallIntegerField(
        _("spread that wants discussion, in per cent of the maximum"), default=20
    )
    tie_rule = models.CharField(
        _("rule for equal points"),
        max_length=20,
        choices=choices(wording.TIE_RULES),
        default=TieRule.GROUPS_IN_ORDER,
    )
    ballot_threshold = models.DecimalField(
        _("share of votes needed, in per cent"), max_digits=5, decimal_places=2, default=Decimal(50)
    )
    ballot_base = models.CharField(
        _("share taken of"),
        max_length=10,
        choices=choices(wording.BALLOT_BASES),
        default=BallotBase.ELIGIBLE,
    )
    own_unit_excluded = models.BooleanField(_("no member votes for itself"), default=True)
    document = models.CharField(_("number and date of the regulation"), max_length=200, blank=True)
    adopted_on = models.DateField(_("adopted on"), null=True, blank=True)
    votes_for = models.PositiveSmallIntegerField(_("votes for"), null=True, blank=True)
    votes_cast = models.PositiveSmallIntegerField(_("members voting"), null=True, blank=True)

    objects = SchemeQuerySet.as_manager()

    class Meta:
        verbose_name = _("scoring scheme")
        verbose_name_plural = _("scoring schemes")
        ordering = ["cluster_year"]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=list(SchemeState)), name="scheme_state_known"),
            models.CheckConstraint(condition=Q(tie_rule__in=list(TieRule)), name="scheme_tie_rule_known"),
            models.CheckConstraint(condition=Q(ballot_base__in=list(BallotBase)), name="scheme_ballot_base_known"),
            models.CheckConstraint(condition=Q(appraiser__in=list(Appraiser)), name="scheme_appraiser_known"),
            models.CheckConstraint(
                condition=Q(maximum__gt=0),
                name="scheme_maximum_above_zero",
                violation_error_message=_("The maximum is above zero."),
            ),
            models.CheckConstraint(
                condition=Q(cross_scorers__range=(1, 10)),
                name="scheme_cross_scorers_in_range",
                violation_error_message=_("A member is scored by at least one and at most ten others."),
            ),
            models.CheckConstraint(
                condition=Q(ballot_threshold__gte=0, ballot_threshold__lte=HUNDRED),
                name="scheme_threshold_is_a_share",
                violation_error_message=_("The share of votes lies between 0 and 100 per cent."),
            ),
            models.CheckConstraint(
                condition=Q(jump_percent__gte=1, spread_percent__range=(1, 100)),
                name="scheme_limits_in_range",
                violation_error_message=_("Shares that want an explanation or discussion are at least 1 per cent."),
            ),
            models.CheckConstraint(
                condition=Q(state=SchemeState.DRAFT)
                | Q(
                    adopted_on__isnull=False,
                    votes_for__isnull=False,
                    votes_cast__isnull=False,
                    votes_for__gte=1,
                    votes_for__lte=F("votes_cast"),
                ),
                name="scheme_adopted_with_votes",
                violation_error_message=_(
                    "An adopted regulation has its day and its votes; there are no more votes for than members voting."
                ),
            ),
        ]

    def __str__(self):
        return _("Regulation of %(year)s") % {"year": self.cluster_year}

    def get_absolute_url(self):
        return reverse("clusters:scheme", args=[self.cluster_year_id])

    @property
    def whose(self) -> Whose:
        return REACH.whose(self)

    @property
    def table_row(self) -> str:
        return SUBJECTS[SchemeState(self.state)]

    @property
    def is_adopted(self) -> bool:
        return self.state == SchemeState.ADOPTED


class CriterionGroup(models.Model):
    """A heading of the table. The maxima of its lines make up its own, except that a bonus or penalty group caps
    them."""

    scheme = models.ForeignKey(
        Scheme, on_delete=models.CASCADE, related_name="groups", verbose_name=_("scoring scheme")
    )
    kind = models.CharField(_("kind"), max_length=10, choices=choices(wording.GROUP_KINDS), default=GroupKind.CRITERIA)
    number = models.CharField(_("number"), max_length=10, blank=True)
    title = models.CharField(_("heading of the group"), max_length=300)
    maximum = points_field(_("maximum"))
    position = models.PositiveSmallIntegerField(_("place in the table"), default=0)

    class Meta:
        verbose_name = _("group of criteria")
        verbose_name_plural = _("groups of criteria")
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(fields=["id", "scheme"], name="criterion_group_with_its_scheme"),
            models.CheckConstraint(condition=Q(kind__in=list(GroupKind)), name="criterion_group_kind_known"),
            models.CheckConstraint(condition=~Q(title=""), name="criterion_group_has_title"),
            models.CheckConstraint(
                condition=Q(maximum__gt=0),
                name="criterion_group_maximum_above_zero",
                violation_error_message=_("The maximum is above zero."),
            ),
        ]

    def __str__(self):
        return f"{self.number}. {self.title}" if self.number else self.title


class SchemeStep(StepTaken):
    """A step the regulation took: who, when, why. Append-only by trigger."""

    scheme = models.ForeignKey(Scheme, on_delete=models.PROTECT, related_name="steps", verbose_name=_("scoring scheme"))

    words = wording.STEPS

    class Meta(StepTaken.Meta):
        verbose_name = _("step of the regulation")
        verbose_name_plural = _("steps of the regulation")

    def __str__(self):
        return f"{self.scheme}: {self.name}"
