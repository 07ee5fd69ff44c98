"""A member scores itself: all lines on one page, its evidence, and the word that it is done."""

from dataclasses import dataclass

from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from clusters.regulation.models.criterion import Criterion
from clusters.regulation.words import function_in_words, points_in_words, why_in_words
from clusters.scores.actions.evidence import attach_evidence, withdraw_evidence
from clusters.scores.actions.scores import FROM_FIGURES, finish_scores, missing_points, take_computed
from clusters.scores.forms import EvidenceForm
from clusters.scores.models.board import Board, board_of
from clusters.scores.models.score import Score, ScoreEvidence
from clusters.scores.models.wording import ROUND_BADGES
from clusters.scores.rules.terms import ScoreKind
from clusters.scores.views.cells import ScoreAt, ScoreCell, cells_of, counted, save_cells, stuck_in
from clusters.scores.views.places import GivenPoints, crumbs_of, line_or_404, part_or_404
from clusters.scores.words import listed
from emulation.core import clock
from emulation.core.access import door
from emulation.core.views.crumbs import Crumb
from emulation.core.views.deeds import answer, posted, refused_to


@dataclass(frozen=True)
class SelfScoreLine:
    """`points` and `why`: what the figures give; `evidence`: papers of a line that has no figures."""

    criterion: Criterion
    maximum: str
    way: str
    points: str
    why: str
    cells: dict[str, ScoreCell]
    evidence: list[ScoreEvidence]
    takes_evidence: bool


@door("scores_own")
@require_safe
def self_page(request, year_pk, pk):
    return _page(request, part_or_404(request, year_pk, ScoreKind.SELF, pk))


@door("scores_own", "write")
@require_POST
def self_save(request, year_pk, pk):
    part = part_or_404(request, year_pk, ScoreKind.SELF, pk, "write")
    lines = Criterion.objects.filter(scheme__cluster_year=year_pk).select_related("indicator")
    targets = {line.pk: ScoreAt(line, part.scorer, str(line)) for line in lines}
    return save_cells(
        request,
        part,
        targets,
        page=lambda stuck: _page(request, part, stuck=stuck, status=409),
        progress=lambda: counted(part, lines=len(targets), members=1, kind=ScoreKind.SELF),
        done_url=_url("scoring-self", part),
    )


@door("scores_own", "write")
@require_POST
def self_finish(request, year_pk, pk):
    part = part_or_404(request, year_pk, ScoreKind.SELF, pk, "write")
    return refused_to(
        request,
        lambda: finish_scores(part.scoring, ScoreKind.SELF, organisation=part.scorer, actor=request.actor),
        done=_("Your own points are done; they stand from now on."),
        back=_url("scoring-self", part),
    )


@door("scores_own", "write")
@require_POST
def self_take(request, year_pk, pk):
    part = part_or_404(request, year_pk, ScoreKind.SELF, pk, "write")
    return refused_to(
        request,
        lambda: take_computed(part.scoring, organisation=part.scorer, actor=request.actor),
        done=_("Empty lines are filled with the computed points. Check them before you finish."),
        back=_url("scoring-self", part),
    )


@door("scores_own", "write")
def evidence_add(request, year_pk, pk, line):
    part = part_or_404(request, year_pk, ScoreKind.SELF, pk, "write")
    criterion = line_or_404(part.scoring, line)
    back = f"{_url('scoring-self', part)}#tieu-chi-{criterion.pk}"
    return answer(
        request,
        EvidenceForm(posted(request), request.FILES or None),
        lambda said: attach_evidence(
            part.scoring,
            criterion=criterion,
            organisation=part.scorer,
            upload=said["file"],
            actor=request.actor,
        ),
        title=_("File evidence"),
        lead=str(criterion),
        button=_("File evidence"),
        done=_("The evidence is filed."),
        of_year=part.scoring.cluster_year,
        back=back,
        crumbs=[*crumbs_of(part.scoring.cluster_year), Crumb(_("Self score"), back)],
    )


@door("scores_own", "write")
@require_POST
def evidence_withdraw(request, year_pk, pk, evidence):
    part = part_or_404(request, year_pk, ScoreKind.SELF, pk, "write")
    papers = ScoreEvidence.objects.select_related("score__scoring__cluster_year", "paper")
    found = get_object_or_404(papers, pk=evidence, score__scoring=part.scoring, score__scored=part.scorer)
    return refused_to(
        request,
        lambda: withdraw_evidence(found, actor=request.actor),
        done=_("The evidence is withdrawn."),
        back=f"{_url('scoring-self', part)}#tieu-chi-{found.score.criterion_id}",
    )


def _url(name: str, part: GivenPoints) -> str:
    return reverse(f"clusters:{name}", args=[part.scoring.cluster_year_id, part.scorer.pk])


def _page(request, part: GivenPoints, *, stuck=None, status=200):
    own = Score.objects.filter(kind=ScoreKind.SELF, scorer=part.scorer)
    board = board_of(part.scoring, scores=own, on=clock.today())
    evidence: dict[int, list[ScoreEvidence]] = {}
    papers = ScoreEvidence.objects.filter(score__in=own.filter(scoring=part.scoring), withdrawn_at__isnull=True)
    for one in papers.select_related("paper", "score"):
        evidence.setdefault(one.score.criterion_id, []).append(one)
    may_write = part.is_open and request.actor.may("write", part.record)
    groups = [
        {
            "group": group,
            "lines": [_line(board, part, one, evidence.get(one.pk, []), stuck or {}) for one in group.lines],
        }
        for group in board.scheme.listed
    ]
    unscored = missing_points(board, ScoreKind.SELF, [part.scorer])
    return render(
        request,
        "clusters/scores/self.html",
        {
            "part": part,
            "member": part.scorer,
            "scoring": part.scoring,
            "crumbs": crumbs_of(part.scoring.cluster_year),
            "status": ROUND_BADGES[part.scoring.state],
            "groups": groups,
            "may_write": may_write,
            "progress": {"given": len(board.lines) - len(unscored), "of": len(board.lines)},
            "unscored": listed(unscored) if unscored else "",
            "takes_computed": any(
                board.reached(line, part.scorer.pk).points is not None
                and board.points(ScoreKind.SELF, line, part.scorer.pk) is None
                for line in board.lines
            ),
        },
        status=status,
    )


def _line(board: Board, part: GivenPoints, criterion: Criterion, evidence, stuck) -> SelfScoreLine:
    line, found = board.lines[criterion.pk], board.reached(criterion.pk, part.scorer.pk)
    score = board.one(ScoreKind.SELF, criterion.pk, part.scorer.pk)
    from_figures = criterion.function in FROM_FIGURES
    return SelfScoreLine(
        criterion,
        points_in_words(line.maximum),
        function_in_words(line),
        points_in_words(found.points) if from_figures else "",
        why_in_words(found, line) if from_figures else "",
        stuck_in(cells_of(score, criterion.pk, str(criterion)), stuck),
        evidence,
        takes_evidence=not from_figures,
    )
