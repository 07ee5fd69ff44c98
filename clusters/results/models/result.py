from decimal import Decimal

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from clusters.conferences.models.conference import Conference
from clusters.membership.models.cluster import ClusterYear
from clusters.organisations.models.organisation import Organisation
from clusters.regulation.models.award_wording import AWARDS
from clusters.regulation.models.scheme import points_field
from clusters.regulation.rules.proposed_awards import ProposedAward
from clusters.results.models import wording
from clusters.results.rules.terms import ElectedPost, ResultState
from emulation.core.access import Whose
from emulation.core.actor import Actor
from emulation.core.models.reach import Reach, by_state
from emulation.core.models.steps import StepTaken
from emulation.core.words import choices

REACH = Reach(cluster_years=("cluster_year_id",))
SUBJECTS = {
    ResultState.DRAFT: "result_draft",
    ResultState.FROZEN: "result",
    ResultState.WITHDRAWN: "result_withdrawn",
}
LONGEST_WORDS = 1000  # of a knock-out, which its column does not bound


class YearResultQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor):
        """Drafts for the head's people, who keeps the cluster and the central board; once frozen for the members,
        readers of reports and administrators too."""
        return self.filter(REACH.seen_by(actor, by_state(SUBJECTS)))

    def frozen(self):
        return self.filter(state=ResultState.FROZEN)

    def standing(self):
        """Of each cluster year the newest that is frozen: the one that counts."""
        newest = (
            self.model.objects.frozen()
            .filter(cluster_year=models.OuterRef("cluster_year"))
            .order_by("-number")
            .values("pk")
        )
        return self.filter(pk=models.Subquery(newest[:1]))


class YearResult(models.Model):
    """How a cluster's year ended: number 0, or a later act that names the result it `changes`, `why`, by which
    `document`. A later act holds the whole result anew, so that the newest frozen one is all that counts.

    `minutes`: number and date of the minutes, where the vote was on paper; else the `conference`. `eligible` and
    `present`: of those who vote. `left_open_why`: why nobody is acclaimed, or no head elected. `checksum`: SHA-256 of
    all it says, once frozen.
    """

    cluster_year = models.ForeignKey(
        ClusterYear, on_delete=models.PROTECT, related_name="results", verbose_name=_("cluster year")
    )
    number = models.PositiveSmallIntegerField(_("number of the later act"), default=0)
    state = models.CharField(
        _("state"),
        max_length=10,
        choices=choices(wording.RESULT_STATES),
        default=ResultState.DRAFT,
        db_default=ResultState.DRAFT,
    )
    changes = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("changes")
    )
    why = models.CharField(_("reason of the later act"), max_length=500, blank=True)
    document = models.CharField(_("number and date of the document"), max_length=200, blank=True)
    conference = models.ForeignKey(
        Conference, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("conference")
    )
    minutes = models.CharField(_("number and date of the minutes"), max_length=200, blank=True)
    eligible = models.PositiveSmallIntegerField(_("entitled to vote"), null=True, blank=True)
    present = models.PositiveSmallIntegerField(_("voters present"), null=True, blank=True)
    left_open_why = models.CharField(_("why something is left open"), max_length=500, blank=True)
    checksum = models.CharField(_("checksum"), max_length=64, blank=True)
    frozen_at = models.DateTimeField(_("frozen at"), null=True, blank=True)
    frozen_by_name = models.CharField(_("frozen by"), max_length=200, blank=True)
    frozen_by_office = models.CharField(_("in the office of"), max_length=200, blank=True)

    objects = YearResultQuerySet.as_manager()

    class Meta:
        verbose_name = _("result of the year")
        verbose_name_plural = _("results of years")
        ordering = ["cluster_year", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["cluster_year", "number"],
                name="year_result_number_once",
                violation_error_message=_("The result of this year is drawn up already. Open it."),
            ),
            models.UniqueConstraint(
                fields=["cluster_year"],
                condition=Q(state=ResultState.DRAFT),
                name="year_result_one_draft",
                violation_error_message=_("Another draft of this year's result is on its way. Have it frozen first."),
            ),
            models.CheckConstraint(condition=Q(state__in=list(ResultState)), name="year_result_state_known"),
            models.CheckConstraint(
                condition=Q(number=0, changes__isnull=True)
                | (Q(number__gt=0, changes__isnull=False) & ~Q(why="") & ~Q(document="")),
                name="year_result_later_act_names",
                violation_error_message=_("A later act names the result it changes, its reason and its document."),
            ),
            models.CheckConstraint(
                condition=(
                    Q(state=ResultState.FROZEN, frozen_at__isnull=False) & ~Q(checksum="") & ~Q(frozen_by_name="")
                )
                | (~Q(state=ResultState.FROZEN) & Q(frozen_at__isnull=True, checksum="")),
                name="year_result_frozen_with_checksum",
            ),
            models.CheckConstraint(
                condition=Q(present__isnull=True) | Q(eligible__isnull=False, present__lte=F("eligible")),
                name="year_result_present_within_eligible",
                violation_error_message=_("No more are present than are entitled to vote."),
            ),
        ]

    def __str__(self):
        if self.number:
            return _("Later act %(number)s on the result of %(year)s") % {
                "number": self.number,
                "year": self.cluster_year,
            }
        return _("Result of %(year)s") % {"year": self.cluster_year}

    def get_absolute_url(self):
        return reverse("clusters:year-result", args=[self.cluster_year_id, self.number])

    @property
    def whose(self) -> Whose:
        return REACH.whose(self)

    @property
    def table_row(self) -> str:
        return SUBJECTS[ResultState(self.state)]

    @property
    def is_frozen(self) -> bool:
        return self.state == ResultState.FROZEN

    @property
    def is_draft(self) -> bool:
        return self.state == ResultState.DRAFT


class YearPlace(models.Model):
    """One member in the result. `groups`: what each group of the scheme adds, as texts of Decimals in the scheme's
    order, penalties below zero; empty where a later act set the points. `knocked_out`: the conditions that hold, in
    words, empty where none does."""

    result = models.ForeignKey(YearResult, on_delete=models.PROTECT, related_name="places", verbose_name=_("result"))
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+", verbose_name=_("member"))
    points = points_field(_("points"))
    groups = models.JSONField(_("points of the groups"), default=list, blank=True)
    penalty = points_field(_("points taken off"), default=Decimal(0))
    rank = models.PositiveSmallIntegerField(_("rank"))
    votes_for = models.PositiveSmallIntegerField(_("votes for"), null=True, blank=True)
    is_acclaimed = models.BooleanField(_("acclaimed"), default=False)
    knocked_out = models.TextField(_("knocked out by"), blank=True)

    class Meta:
        verbose_name = _("place in the result")
        verbose_name_plural = _("places in results")
        ordering = ["rank", "organisation__sort_key", "organisation"]
        constraints = [
            models.UniqueConstraint(fields=["result", "organisation"], name="year_place_once"),
            models.UniqueConstraint(
                fields=["result"],
                condition=Q(is_acclaimed=True),
                name="year_place_one_acclaimed",
                violation_error_message=_("One unit is acclaimed."),
            ),
            models.CheckConstraint(condition=Q(rank__gte=1, points__gte=0), name="year_place_in_range"),
            models.CheckConstraint(
                condition=Q(is_acclaimed=False) | Q(knocked_out=""),
                name="year_place_knocked_out_not_acclaimed",
                violation_error_message=_("Who is knocked out is not acclaimed."),
            ),
        ]

    def __str__(self):
        return f"{self.organisation}: {self.rank}"


class YearProposal(models.Model):
    """The cluster proposes a member for an award, named by its code in the catalogue."""

    result = models.ForeignKey(YearResult, on_delete=models.PROTECT, related_name="proposals", verbose_name=_("result"))
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+", verbose_name=_("member"))
    award = models.CharField(_("award"), max_length=10, choices=choices(AWARDS))

    class Meta:
        verbose_name = _("proposal")
        verbose_name_plural = _("proposals")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["result", "organisation", "award"],
                name="year_proposal_once",
                violation_error_message=_("This member is proposed for this award already."),
            ),
            models.CheckConstraint(condition=Q(award__in=list(ProposedAward)), name="year_proposal_award_known"),
        ]

    def __str__(self):
        return f"{self.organisation}: {self.get_award_display()}"


class YearElection(models.Model):
    """Who was elected to head the cluster in the next year, or as deputy."""

    result = models.ForeignKey(YearResult, on_delete=models.PROTECT, related_name="elections", verbose_name=_("result"))
    post = models.CharField(_("post"), max_length=10, choices=choices(wording.POSTS))
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="+", verbose_name=_("elected")
    )

    class Meta:
        verbose_name = _("election")
        verbose_name_plural = _("elections")
        ordering = ["-post"]
        constraints = [
            models.UniqueConstraint(fields=["result", "post"], name="year_election_once"),
            models.UniqueConstraint(
                fields=["result", "organisation"],
                name="year_election_two_units",
                violation_error_message=_("Head and deputy are two different members."),
            ),
            models.CheckConstraint(condition=Q(post__in=list(ElectedPost)), name="year_election_post_known"),
        ]

    def __str__(self):
        return f"{self.get_post_display()}: {self.organisation}"


class ResultStep(StepTaken):
    """A step the result took: who, when, why. Append-only by trigger."""

    result = models.ForeignKey(YearResult, on_delete=models.PROTECT, related_name="steps", verbose_name=_("result"))

    words = wording.STEPS

    class Meta(StepTaken.Meta):
        verbose_name = _("step of the result")
        verbose_name_plural = _("steps of the result")

    def __str__(self):
        return f"{self.result}: {self.name}"
