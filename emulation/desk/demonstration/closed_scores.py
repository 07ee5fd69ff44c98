"""Points of a year that is told to its end: computed where the figures give them, judged by a share where people do."""

from collections.abc import Mapping
from decimal import Decimal

from clusters.models import Organisation, ScoringRound
from clusters.regulation.rules.scoring.terms import CriterionLine
from clusters.regulation.rules.terms import FunctionKind
from clusters.scores.actions.final_points import accept_computed, set_final
from clusters.scores.actions.scores import finish_scores, lines_of, scored_by, take_computed
from clusters.scores.models.board import board_of
from clusters.scores.models.score import Score
from clusters.scores.rules.terms import ScoreKind
from emulation.core import clock
from emulation.core.actor import Actor

AGREED = "Các thành viên đã trao đổi, thống nhất"
HALF_A_POINT = Decimal("0.5")
KINDNESS = {ScoreKind.SELF: Decimal("1.01"), ScoreKind.CROSS: Decimal("1.005"), ScoreKind.APPRAISAL: Decimal(1)}


def give(
    scoring: ScoringRound,
    kind: ScoreKind,
    scorer: Organisation | None,
    shares: Mapping[int, Decimal],
    *,
    actor: Actor,
) -> None:
    """All points of this kind that `scorer` gives, None being the panel, and the word that they are done. `shares` of
    each member: of the points of a line that people judge. Members are kinder to themselves than the panel is. Kept as
    rows: cell by cell they would be a sixth of the whole demonstration's time."""
    board = board_of(scoring, scores=Score.objects.filter(kind=kind, scorer=scorer), on=clock.today())
    if kind is ScoreKind.SELF and any(board.reached(line, scorer.pk).points is not None for line in board.lines):
        take_computed(scoring, organisation=scorer, actor=actor)
        board = board_of(scoring, scores=Score.objects.filter(kind=kind, scorer=scorer), on=clock.today())
    scored = scored_by(board, kind, scorer and scorer.pk)
    Score.objects.bulk_create(
        Score(
            scoring=scoring,
            kind=kind,
            criterion=criterion,
            scored=member,
            scorer=scorer,
            points=_points(board.lines[criterion.pk], shares[member.pk] * KINDNESS[kind]),
        )
        for criterion in lines_of(board, kind)
        for member in scored
        if board.points(kind, criterion.pk, member.pk) is None
    )
    if scorer is not None and scored:
        finish_scores(scoring, kind, organisation=scorer, actor=actor)


def settle(scoring: ScoringRound, shares: Mapping[int, Decimal], *, actor: Actor) -> None:
    """Final points: as computed, and by agreement where nothing is or the scorers differ."""
    accept_computed(scoring, actor=actor)
    board = board_of(scoring, scores=Score.objects.all(), on=clock.today())
    for criterion, member in board.without_final():
        told = board.computed(criterion.pk, member.pk).points
        set_final(
            scoring,
            criterion=criterion,
            scored=member,
            text=_written(_points(board.lines[criterion.pk], shares[member.pk]) if told is None else told),
            reason=AGREED,
            seen="",
            actor=actor,
        )


def _points(line: CriterionLine, share: Decimal) -> Decimal:
    if line.function is FunctionKind.PER_CASE:
        return Decimal(0)
    if line.function is FunctionKind.YES_NO:
        return line.maximum
    return line.maximum * min(Decimal(1), share) // HALF_A_POINT * HALF_A_POINT


def _written(points: Decimal) -> str:
    return str(points).replace(".", ",")
