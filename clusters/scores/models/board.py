"""All that is known and given in a scoring: for each member and line the figures' points and what people gave."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from clusters.figures.models.figure import FigureSheet
from clusters.figures.models.results import Results, results_of
from clusters.membership.models.members import sat_in
from clusters.membership.rules.half_years import WHOLE_YEAR
from clusters.organisations.models.organisation import Organisation
from clusters.regulation.models.criterion import Criterion
from clusters.regulation.models.pure import pure_scheme
from clusters.regulation.models.scheme import Scheme
from clusters.regulation.rules.scoring.functions import points_of
from clusters.regulation.rules.scoring.scorecard import totalled
from clusters.regulation.rules.scoring.terms import CriterionLine, Scorecard, Scored, Why
from clusters.regulation.rules.scoring.terms import PureScheme as PureScheme
from clusters.scores.models.score import Score, ScoringRound
from clusters.scores.rules.final_points import Computed, GivenByScorers, computed
from clusters.scores.rules.terms import ScoreKind

Place = tuple[ScoreKind, int, int]


@dataclass(frozen=True)
class Board:
    """`scores` by (kind, criterion, scored), of those that were asked for. Keys are those of the rows."""

    scoring: ScoringRound
    scheme: Scheme
    pure: PureScheme
    members: tuple[Organisation, ...]
    criteria: dict[int, Criterion]
    lines: dict[int, CriterionLine]
    results: Results
    told: dict[tuple[int, int], Scored]
    scores: Mapping[Place, list[Score]] = field(default_factory=dict)

    def reached(self, criterion: int, member: int) -> Scored:
        """What the line's way of scoring gives for the accepted figures of the year."""
        return self.told[criterion, member]

    def of(self, kind: ScoreKind, criterion: int, member: int) -> list[Score]:
        return self.scores.get((kind, criterion, member), [])

    def one(self, kind: ScoreKind, criterion: int, member: int) -> Score | None:
        return next(iter(self.of(kind, criterion, member)), None)

    def points(self, kind: ScoreKind, criterion: int, member: int):
        found = self.one(kind, criterion, member)
        return None if found is None else found.points

    def given(self, criterion: int, member: int) -> GivenByScorers:
        cross = tuple(one.points for one in self.of(ScoreKind.CROSS, criterion, member) if one.points is not None)
        return GivenByScorers(
            self.reached(criterion, member),
            own=self.points(ScoreKind.SELF, criterion, member),
            cross=cross,
            appraisal=self.points(ScoreKind.APPRAISAL, criterion, member),
        )

    def computed(self, criterion: int, member: int) -> Computed:
        return computed(self.lines[criterion], self.given(criterion, member))

    def final_card(self, member: int) -> Scorecard:
        """Of the final points set so far; `missing` and the total as `totalled` says."""
        lines = {}
        for key in self.lines:
            points = self.points(ScoreKind.FINAL, key, member)
            lines[key] = Scored(points, Why.NOT_JUDGED if points is None else Why.JUDGED)
        return totalled(self.pure, lines)

    def without_final(self) -> list[tuple[Criterion, Organisation]]:
        """Bonus and penalty lines too: nobody is left in doubt whether they were forgotten."""
        return [
            (criterion, member)
            for criterion in self.criteria.values()
            for member in self.members
            if self.points(ScoreKind.FINAL, criterion.pk, member.pk) is None
        ]


def board_of(scoring: ScoringRound, *, scores, on: date) -> Board:
    """`scores`: those that count, such as `Score.objects.visible_to(actor, scoring)`; `on`: the day by which
    tasks and figures were due. The number of queries depends on
    the shares the scheme asks the register for, not on members or lines."""
    scheme = Scheme.objects.with_lines().get(cluster_year=scoring.cluster_year_id)
    members = tuple(sat_in(scoring.cluster_year, WHOLE_YEAR))
    criteria = {line.pk: line for group in scheme.listed for line in group.lines}
    pure = pure_scheme(scheme)
    results = results_of(
        scoring.cluster_year,
        WHOLE_YEAR,
        scheme=scheme,
        members=[member.pk for member in members],
        sheets=FigureSheet.objects.accepted(),
        shares_on=on,
    )
    placed: dict[Place, list[Score]] = {}
    for score in scores.filter(scoring=scoring).order_by("id"):
        placed.setdefault((ScoreKind(score.kind), score.criterion_id, score.scored_id), []).append(score)
    lines = {line.key: line for group in pure.groups for line in group.lines}
    told = {
        (line, member): points_of(lines[line], known) for member, row in results.items() for line, known in row.items()
    }
    return Board(scoring, scheme, pure, members, criteria, lines, results, told, placed)
