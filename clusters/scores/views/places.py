"""Which scoring a page speaks of, and whose part of it; for others it is not there."""

from dataclasses import dataclass

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from clusters.membership.models.cluster import ClusterYear
from clusters.membership.models.members import sat_in
from clusters.membership.rules.half_years import WHOLE_YEAR
from clusters.membership.views.places import crumbs_of_year
from clusters.organisations.models.organisation import Organisation
from clusters.regulation.models.criterion import Criterion
from clusters.scores.models.score import Score, ScoringRound
from clusters.scores.rules.terms import RoundState, ScoreKind
from emulation.core.block_words import speak_of
from emulation.core.views.crumbs import Crumb
from emulation.core.views.records import record_or_404

ORDER = (RoundState.SELF, RoundState.CROSS, RoundState.APPRAISAL, RoundState.FINAL, RoundState.FROZEN)


@dataclass(frozen=True)
class GivenPoints:
    """The points of one kind that one scorer gives: a member, or the panel where there is none."""

    scoring: ScoringRound
    kind: ScoreKind
    scorer: Organisation | None
    is_finished: bool

    @property
    def record(self) -> Score:
        """To which people stand in relations: points of this part that nobody has given yet."""
        return Score(scoring=self.scoring, kind=self.kind, scorer=self.scorer)

    @property
    def is_open(self) -> bool:
        return (
            self.scoring.state == self.kind.value
            and not self.is_finished
            and self.scoring.cluster_year.closed_on is None
        )

    @property
    def is_ahead(self) -> bool:
        """It has not been opened yet."""
        return ORDER.index(RoundState(self.scoring.state)) < ORDER.index(RoundState(self.kind.value))


def scoring_or_404(request, year_pk: int, deed: str = "read", *, subject: str = "") -> ScoringRound:
    rounds = ScoringRound.objects.select_related("cluster_year__cluster")
    found = record_or_404(rounds, request.actor, deed, subject=subject, cluster_year_id=year_pk)
    speak_of(found.cluster_year.cluster)
    return found


def part_or_404(request, year_pk: int, kind: ScoreKind, member_pk: int, deed: str = "read") -> GivenPoints:
    """A member's own part: for its own people only."""
    scoring = scoring_or_404(request, year_pk)
    sat = sat_in(scoring.cluster_year, WHOLE_YEAR)
    member = record_or_404(sat, request.actor, deed, subject="scores_own", pk=member_pk)
    is_finished = scoring.finishes.filter(kind=kind, organisation=member).exists()
    return GivenPoints(scoring, kind, member, is_finished)


def line_or_404(scoring: ScoringRound, line_pk: int, **asked) -> Criterion:
    lines = Criterion.objects.select_related("indicator", "group")
    return get_object_or_404(lines, pk=line_pk, scheme__cluster_year=scoring.cluster_year_id, **asked)


def crumbs_of(cluster_year: ClusterYear, *, inside=True) -> list[Crumb]:
    found = crumbs_of_year(cluster_year)
    if inside:
        found.append(Crumb(_("Scoring"), reverse("clusters:scoring", args=[cluster_year.pk])))
    return found


def crumbs_inside_table(cluster_year: ClusterYear) -> list[Crumb]:
    table = Crumb(_("Score table"), reverse("clusters:scoring-table", args=[cluster_year.pk]))
    return [*crumbs_of(cluster_year), table]
