from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Greatest, Least
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from clusters.attachments.models import Paper
from clusters.membership.models.cluster import ClusterYear
from clusters.organisations.models.organisation import Organisation
from clusters.regulation.models.criterion import Criterion
from clusters.regulation.models.scheme import Scheme, points_field
from clusters.regulation.rules.terms import Appraiser
from clusters.scores.models import wording
from clusters.scores.rules.terms import RoundState, ScoreKind
from clusters.scores.rules.visibility import ScorerProgress, Sight, Viewer, sight
from emulation.core.access import Relation, Whose
from emulation.core.actor import Actor
from emulation.core.models.reach import EVERY_RECORD, Reach, by_state
from emulation.core.models.steps import StepTaken
from emulation.core.words import choices

LONGEST_NOTE = 1000
REACH = Reach(cluster_years=("cluster_year_id",))
ALL_POINTS = dict.fromkeys(RoundState, "scores_unfrozen") | {RoundState.FROZEN: "scores"}
APPRAISED_BY = {
    Appraiser.HEAD_PANEL: "scores_appraised_by_head",
    Appraiser.CENTRAL: "scores_appraised_by_board",
}


class ScoringRoundQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor):
        return self.filter(REACH.seen_by(actor, {"scores": EVERY_RECORD}))

    def taken_on_by(self, actor: Actor):
        """Of which the person takes the steps up to the final points."""
        return self.filter(REACH.seen_by(actor, {"scores_panel": EVERY_RECORD}, deed="write"))

    def with_all_papers_for(self, actor: Actor):
        """Of which the person may open every paper beside a score: who looks on always, the members once frozen."""
        return self.filter(REACH.seen_by(actor, by_state(ALL_POINTS)))


class ScoringRound(models.Model):
    """The scoring of one cluster year by its adopted scheme.

    `cross_scorers`: how many score each member, which is less than the scheme says where the cluster is too small;
    `exception` then says so. `seed` is what the assignment was drawn with, so that anyone can draw it again.
    """

    cluster_year = models.OneToOneField(
        ClusterYear, on_delete=models.PROTECT, related_name="scoring", verbose_name=_("cluster year")
    )
    state = models.CharField(
        _("state"),
        max_length=10,
        choices=choices(wording.ROUND_STATES),
        default=RoundState.SELF,
        db_default=RoundState.SELF,
    )
    cross_scorers = models.PositiveSmallIntegerField(_("cross-scorers of each member"))
    exception = models.CharField(_("exception"), max_length=500, blank=True)
    seed = models.CharField(_("number drawn"), max_length=64)

    objects = ScoringRoundQuerySet.as_manager()

    class Meta:
        verbose_name = _("scoring")
        verbose_name_plural = _("scorings")
        constraints = [
            models.CheckConstraint(condition=Q(state__in=list(RoundState)), name="scoring_state_known"),
        ]

    def __str__(self):
        return _("Scoring of %(year)s") % {"year": self.cluster_year}

    def get_absolute_url(self):
        return reverse("clusters:scoring", args=[self.cluster_year_id])

    @property
    def whose(self) -> Whose:
        return REACH.whose(self)

    @property
    def table_row(self) -> str:
        return "scores"


class ScoringTask(models.Model):
    """One member scores another. Nobody scores itself, and no two score each other."""

    scoring = models.ForeignKey(ScoringRound, on_delete=models.PROTECT, related_name="tasks", verbose_name=_("scoring"))
    scorer = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+", verbose_name=_("scorer"))
    scored = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+", verbose_name=_("scored"))

    class Meta:
        verbose_name = _("assignment of a cross-scorer")
        verbose_name_plural = _("assignments of cross-scorers")
        ordering = ["scorer__sort_key", "scored__sort_key"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(scorer=F("scored")),
                name="scoring_task_not_of_itself",
                violation_error_message=_("No member scores itself."),
            ),
            models.UniqueConstraint(
                F("scoring"),
                Least("scorer", "scored"),
                Greatest("scorer", "scored"),
                name="scoring_task_one_way",
                violation_error_message=_("Two members do not score each other."),
            ),
        ]

    def __str__(self):
        return f"{self.scorer} → {self.scored}"


class ScoreQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor, scoring):
        """Of this scoring, what `clusters.scores.rules.visibility` lets the person see. Three queries."""
        if not actor.has_scope:
            return self.none()
        found = sight_of(actor, scoring)
        rows = self.filter(scoring=scoring)
        if found.everything:
            return rows
        seen = Q(scorer_id__in=found.given_by) | Q(kind=ScoreKind.SELF, scored_id__in=found.own_scores_of)
        for scorer, scored in found.cross:
            seen |= Q(kind=ScoreKind.CROSS, scorer_id=scorer, scored_id=scored)
        if found.appraisal:
            seen |= Q(kind=ScoreKind.APPRAISAL)
        return rows.filter(seen)

    def of_kind(self, kind: ScoreKind):
        return self.filter(kind=kind)

    def given(self):
        """0 is a score; a line without points is not."""
        return self.filter(points__isnull=False)


def sight_of(actor: Actor, scoring: ScoringRound) -> Sight:
    """Whose points the person sees while they are given. This says more than the table of access, which knows who may
    open the pages and give points: here it counts who has finished and who was assigned to whom."""
    stands = actor.stands(scoring)
    finished = scoring.finishes.values_list("kind", "organisation")
    return sight(
        Viewer(
            own=actor.own,
            is_member=Relation.SAME_CLUSTER_YEAR in stands,
            is_head=Relation.HEAD in stands,
            oversees=not stands.isdisjoint({Relation.CENTRAL, Relation.KEEPER}),
            appraises=actor.may("write", Score(scoring=scoring, kind=ScoreKind.APPRAISAL)),
        ),
        ScorerProgress(
            RoundState(scoring.state),
            frozenset((ScoreKind(kind), member) for kind, member in finished),
            frozenset(scoring.tasks.values_list("scorer", "scored")),
        ),
    )


class Score(models.Model):
    """Points for one member in one line of the scheme; empty points: not scored, which is not 0.

    `scorer` is the member that gave them: itself for a self score, nobody for the panel's and the final ones. `reason`
    says why final points differ from the computed ones, or why a scorer differs. Not saved, it says whose points they
    will be that nobody has given; which given ones a person sees is `sight_of`.
    """

    scoring = models.ForeignKey(
        ScoringRound, on_delete=models.PROTECT, related_name="scores", verbose_name=_("scoring")
    )
    kind = models.CharField(_("kind"), max_length=10, choices=choices(wording.SCORE_KINDS))
    criterion = models.ForeignKey(
        Criterion, on_delete=models.PROTECT, related_name="scores", verbose_name=_("criterion")
    )
    scored = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+", verbose_name=_("scored"))
    scorer = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("scorer")
    )
    points = points_field(_("points"), null=True, blank=True)
    reason = models.CharField(_("reason"), max_length=LONGEST_NOTE, blank=True)

    objects = ScoreQuerySet.as_manager()

    class Meta:
        verbose_name = _("score")
        verbose_name_plural = _("scores")
        constraints = [
            models.UniqueConstraint(
                fields=["scoring", "kind", "criterion", "scored", "scorer"], name="score_once", nulls_distinct=False
            ),
            models.CheckConstraint(condition=Q(kind__in=list(ScoreKind)), name="score_kind_known"),
            models.CheckConstraint(
                condition=Q(points__isnull=True) | Q(points__gte=0),
                name="score_not_below_zero",
                violation_error_message=_("Points are never below zero; a penalty is written as points taken off."),
            ),
            models.CheckConstraint(
                condition=Q(kind=ScoreKind.SELF, scorer=F("scored"))
                | (Q(kind=ScoreKind.CROSS, scorer__isnull=False) & ~Q(scorer=F("scored")))
                | Q(kind__in=[ScoreKind.APPRAISAL, ScoreKind.FINAL], scorer__isnull=True),
                name="score_has_its_scorer",
                violation_error_message=_("No member scores itself."),
            ),
        ]

    def __str__(self):
        return f"{self.scored}, {self.criterion}"

    @property
    def whose(self) -> Whose:
        """Of the member that gives them; the others of the cluster's year, and appraised ones of who keeps it too."""
        if self.is_given_by_a_member:
            return Whose(organisations=frozenset({self.scorer_id}))
        appraised = self.kind == ScoreKind.APPRAISAL
        return Whose(
            organisations=frozenset({self.scoring.cluster_year.cluster.owner_id}) if appraised else frozenset(),
            cluster_years=frozenset({self.scoring.cluster_year_id}),
        )

    @property
    def table_row(self) -> str:
        """One query for an appraisal: the regulation says whose it is."""
        if self.is_given_by_a_member:
            return "scores_own"
        if self.kind == ScoreKind.FINAL:
            return "scores_panel"
        scheme = Scheme.objects.filter(cluster_year=self.scoring.cluster_year_id)
        return APPRAISED_BY[Appraiser(scheme.values_list("appraiser", flat=True).get())]

    @property
    def is_given_by_a_member(self) -> bool:
        return self.kind in (ScoreKind.SELF, ScoreKind.CROSS)


class ScoreEvidence(models.Model):
    """A paper the member filed for a line that has no figures of its own."""

    score = models.ForeignKey(Score, on_delete=models.PROTECT, related_name="evidence", verbose_name=_("score"))
    paper = models.ForeignKey(Paper, on_delete=models.PROTECT, related_name="+", verbose_name=_("paper"))
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True)

    class Meta:
        verbose_name = _("evidence of a score")
        verbose_name_plural = _("evidence of scores")
        ordering = ["id"]

    def __str__(self):
        return str(self.paper)


class ScoringFinish(models.Model):
    """A member said that its own scores of a kind are done; from then on they stand, and it may see those of others."""

    scoring = models.ForeignKey(
        ScoringRound, on_delete=models.PROTECT, related_name="finishes", verbose_name=_("scoring")
    )
    kind = models.CharField(_("kind"), max_length=10, choices=choices(wording.SCORE_KINDS))
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+", verbose_name=_("scorer"))
    finished_by_name = models.CharField(_("person"), max_length=200)
    finished_at = models.DateTimeField(_("time"))

    class Meta:
        verbose_name = _("finished scores")
        verbose_name_plural = _("finished scores")
        constraints = [
            models.UniqueConstraint(fields=["scoring", "kind", "organisation"], name="scoring_finished_once"),
            models.CheckConstraint(
                condition=Q(kind__in=[ScoreKind.SELF, ScoreKind.CROSS]), name="scoring_finish_of_members"
            ),
        ]

    def __str__(self):
        return f"{self.organisation}: {self.get_kind_display()}"


class ScoringStep(StepTaken):
    """A step the scoring took: who, when, why. Append-only by trigger."""

    scoring = models.ForeignKey(ScoringRound, on_delete=models.PROTECT, related_name="steps", verbose_name=_("scoring"))

    words = wording.STEPS

    class Meta(StepTaken.Meta):
        verbose_name = _("step of the scoring")
        verbose_name_plural = _("steps of the scoring")

    def __str__(self):
        return f"{self.scoring}: {self.name}"
